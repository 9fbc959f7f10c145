#include "output/report/links.hpp"

#include <filesystem>
#include <string_view>

namespace muster::output::report {

std::string link_to(const std::string& path, const std::string& from, const std::string& folder) {
  if (path.empty() || path == "-") return {};
  const std::filesystem::path whole = (std::filesystem::path(from) / path).lexically_normal();
  const std::string relative = whole.lexically_relative(std::filesystem::path(folder).lexically_normal()).generic_string();
  const std::string& shown = relative.empty() ? path : relative;
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string url;
  for (const char c : shown) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
                       c == '~' || c == '/';
    if (plain) {
      url += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      (url += '%') += hex[byte >> 4];
      url += hex[byte & 15];
    }
  }
  return url;
}

}  // namespace muster::output::report
