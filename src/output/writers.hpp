// The writers that make_writer chooses from.
#pragma once

#include <memory>

#include "muster/output/write.hpp"

namespace muster::output {

[[nodiscard]] std::unique_ptr<Writer> make_separated(char separator, const Style& style);
[[nodiscard]] std::unique_ptr<Writer> make_table(const Style& style);
[[nodiscard]] std::unique_ptr<Writer> make_markdown(const Style& style);

}  // namespace muster::output
