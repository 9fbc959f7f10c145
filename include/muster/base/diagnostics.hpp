// The sink for warnings: passed down, never global. One per document; not shared between threads.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muster/base/result.hpp"

namespace muster::base {

struct Warning {
  Code code = Code::internal;
  std::string message;        // a sentence for an analyst
  std::optional<int> page;    // from 1
};

class Diagnostics {
 public:
  void warn(Code code, std::string message, std::optional<int> page = std::nullopt) {
    warnings_.push_back({code, std::move(message), page});
  }
  // As warn, but a code already warned about in this document (with the same key) is not repeated.
  void warn_once(Code code, std::string_view key, std::string message);
  [[nodiscard]] const std::vector<Warning>& warnings() const { return warnings_; }

 private:
  std::vector<Warning> warnings_;
  std::vector<std::string> seen_;
};

}  // namespace muster::base
