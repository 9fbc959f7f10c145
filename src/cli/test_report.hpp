// The result of a check for machines: TAP 13 and JUnit XML.
#pragma once

#include <string>
#include <vector>

namespace muster::cli {

struct Case {
  std::string name;
  std::vector<std::string> differences;   // none: passed
};
[[nodiscard]] std::string tap(const std::vector<Case>& cases);
[[nodiscard]] std::string junit(const std::vector<Case>& cases);

}  // namespace muster::cli
