#include "output/json.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace muster::output {

void append_number(std::string& out, double value) {
  if (!std::isfinite(value)) {
    out += "null";
    return;
  }
  constexpr double exact_below = 1e11;   // above, a double has no four decimals to round
  if (std::fabs(value) < exact_below) value = std::round(value * 1e4) / 1e4;
  if (value == 0) value = 0;             // no "-0"
  std::array<char, 400> digits;          // fixed notation of any double fits
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
  out.append(digits.data(), end.ptr);
}

void append_integer(std::string& out, std::int64_t value) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  out.append(digits.data(), end.ptr);
}

void append_json_string(std::string& out, std::string_view utf8) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  std::size_t copied = 0;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    // U+0080 to U+009F are controls too, and a terminal may obey them.
    const bool c1 = byte == 0xC2 && i + 1 < utf8.size() && static_cast<unsigned char>(utf8[i + 1]) < 0xA0;
    if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F && !c1) continue;
    out.append(utf8, copied, i - copied);
    copied = i + 1;
    if (c1) {
      const auto low = static_cast<unsigned char>(utf8[++i]);
      (out += "\\u00") += hex[low >> 4];
      out += hex[low & 15];
      copied = i + 1;
      continue;
    }
    switch (byte) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        out += "\\u00";
        out += hex[byte >> 4];
        out += hex[byte & 15];
    }
  }
  out.append(utf8, copied, utf8.size() - copied);
  out += '"';
}

void Json::separate() {
  if (after_key_) {
    after_key_ = false;
  } else if (!first_) {
    out_ += ", ";
  }
  first_ = false;
}

void Json::open(char bracket) {
  separate();
  out_ += bracket;
  first_ = true;
}

void Json::close(char bracket) {
  out_ += bracket;
  first_ = false;
}

void Json::key(std::string_view key) {
  separate();
  out_ += '"';
  out_ += key;
  out_ += "\": ";
  after_key_ = true;
}

void Json::string(std::string_view utf8) {
  separate();
  append_json_string(out_, utf8);
}

void Json::string_or_null(std::string_view utf8) {
  if (utf8.empty()) {
    null();
  } else {
    string(utf8);
  }
}

void Json::number(double value) {
  separate();
  append_number(out_, value);
}

void Json::number(std::optional<double> value) {
  if (value) {
    number(*value);
  } else {
    null();
  }
}

void Json::integer(std::int64_t value) {
  separate();
  append_integer(out_, value);
}

void Json::integer(std::optional<int> value) {
  if (value) {
    integer(static_cast<std::int64_t>(*value));
  } else {
    null();
  }
}

void Json::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
}

void Json::null() {
  separate();
  out_ += "null";
}

}  // namespace muster::output
