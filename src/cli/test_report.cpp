#include "cli/test_report.hpp"

#include <algorithm>
#include <string_view>

namespace muster::cli {
namespace {

// XML 1.0 has no place for most control characters: they become "?".
std::string xml(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? '?' : c;
    }
  }
  return out;
}

}  // namespace

std::string tap(const std::vector<Case>& cases) {
  std::string out = "TAP version 13\n1.." + std::to_string(cases.size()) + '\n';
  for (std::size_t i = 0; i < cases.size(); ++i) {
    std::string name = cases[i].name;
    std::replace(name.begin(), name.end(), '#', '_');   // "#" begins a directive
    std::replace(name.begin(), name.end(), '\n', ' ');
    out += (cases[i].differences.empty() ? "ok " : "not ok ") + std::to_string(i + 1) + " - " + name + '\n';
    for (const std::string& difference : cases[i].differences) {
      out += "# ";
      for (const char c : difference) c == '\n' ? out += "\n# " : out += c;
      out += '\n';
    }
  }
  return out;
}

std::string junit(const std::vector<Case>& cases) {
  const auto failed =
      std::count_if(cases.begin(), cases.end(), [](const Case& one) { return !one.differences.empty(); });
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"muster check\" tests=\"" +
                    std::to_string(cases.size()) + "\" failures=\"" + std::to_string(failed) + "\">\n";
  for (const Case& one : cases) {
    out += "  <testcase classname=\"corpus\" name=\"" + xml(one.name) + '"';
    if (one.differences.empty()) {
      out += "/>\n";
      continue;
    }
    const std::size_t count = one.differences.size();
    out += ">\n    <failure message=\"" + std::to_string(count) + (count == 1 ? " difference" : " differences") + "\">";
    for (const std::string& difference : one.differences) out += xml(difference) + '\n';
    out += "</failure>\n  </testcase>\n";
  }
  return out + "</testsuite>\n";
}

}  // namespace muster::cli
