#include "output/url.hpp"

namespace muster::output {

void append_url_path(std::string& out, std::string_view path) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                       c == '.' || c == '_' || c == '~' || c == '/';
    if (plain) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    (out += '%') += hex[byte >> 4];
    out += hex[byte & 15];
  }
}

}  // namespace muster::output
