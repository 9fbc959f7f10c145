#include "muster/base/diagnostics.hpp"

#include <algorithm>

namespace muster::base {

void Diagnostics::warn_once(Code code, std::string_view key, std::string message) {
  std::string seen = std::string(code_text(code)) + '\n' + std::string(key);
  if (std::find(seen_.begin(), seen_.end(), seen) != seen_.end()) return;
  seen_.push_back(std::move(seen));
  warn(code, std::move(message));
}

}  // namespace muster::base
