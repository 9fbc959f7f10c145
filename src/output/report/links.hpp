// Where a source lies, seen from the page.
#pragma once

#include <string>

namespace muster::output::report {

// A relative URL (encoded as url.hpp says, so no path can be a scheme, a query or markup), or "" for standard input.
// `from` and `folder` as in ReportOptions; only names are looked at, no file.
[[nodiscard]] std::string link_to(const std::string& path, const std::string& from, const std::string& folder);

}  // namespace muster::output::report
