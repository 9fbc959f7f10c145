// What is different between the records that were expected and those that came out, in lines for a
// reader: which fact is missing, which is there that should not be, which field changed.
#pragma once

#include <string>
#include <vector>

#include "cli/json_value.hpp"

namespace muster::cli {

// Both are lists of records. No line: they are equal as JSON. Lines begin with "- " (missing), "+ "
// (not expected) or "~ " (changed).
[[nodiscard]] std::vector<std::string> differences(const Value& expected, const Value& found);

}  // namespace muster::cli
