// argv -> Typed. The only place that knows CLI11; its exceptions and exit codes stay here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/typed.hpp"
#include "muster/base/result.hpp"

namespace muster::cli {

// `arguments` without the program's name. Errors are Code::usage, with notes that say what was meant.
[[nodiscard]] base::Result<Typed> parse(const std::vector<std::string>& arguments);

// The nearest of `words` if it is near enough to be a slip of the hand, else "".
[[nodiscard]] std::string_view nearest(std::string_view typed, const std::vector<std::string_view>& words);

}  // namespace muster::cli
