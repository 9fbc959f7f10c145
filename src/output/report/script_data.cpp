#include "output/report/script_data.hpp"

namespace muster::output::report {
namespace {

void append_escape(std::string& out, unsigned code) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += hex[(code >> shift) & 15];
}

}  // namespace

void append_script_data(std::string& out, std::string_view type_class, std::string_view json) {
  out += "<script type=\"application/json\" class=\"";
  out += type_class;
  out += "\">";
  std::size_t copied = 0;
  const auto escape = [&](std::size_t at, std::size_t length, unsigned code) {
    out.append(json, copied, at - copied);
    copied = at + length;
    append_escape(out, code);
  };
  for (std::size_t at = 0; at < json.size(); ++at) {
    const auto byte = static_cast<unsigned char>(json[at]);
    if (byte == '<' || byte == '>' || byte == '&') {
      escape(at, 1, byte);
    } else if (byte == 0xC2 && at + 1 < json.size() && static_cast<unsigned char>(json[at + 1]) < 0xA0) {
      escape(at, 2, static_cast<unsigned char>(json[at + 1]));   // U+0080 to U+009F
      ++at;
    } else if (byte == 0xE2 && at + 2 < json.size() && json[at + 1] == '\x80' &&
               (json[at + 2] == '\xA8' || json[at + 2] == '\xA9')) {
      escape(at, 3, json[at + 2] == '\xA8' ? 0x2028 : 0x2029);
      at += 2;
    }
  }
  out.append(json, copied, json.size() - copied);
  out += "</script>\n";
}

}  // namespace muster::output::report
