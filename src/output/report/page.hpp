// The page around the records, embedded at build from src/output/report/page by cmake/embed_page.cmake.
#pragma once

#include <string_view>

namespace muster::output::report {

[[nodiscard]] std::string_view
page_before();   // up to where the data belongs; its policy names the hashes of style and script
[[nodiscard]] std::string_view page_after();

}  // namespace muster::output::report
