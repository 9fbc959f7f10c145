#include "muster/output/terminal_text.hpp"

#include <array>
#include <charconv>

#include "muster/base/utf8.hpp"
#include "muster/base/width.hpp"

namespace muster::output {
namespace {

bool is_space(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f' || byte == '\v';
}

bool is_dangerous(char32_t c) {
  if (c < 0x20) return c != '\n' && c != '\t';
  if (c < 0x7F) return false;
  return c < 0xA0 || c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029 || (c >= 0xE0000 && c <= 0xE007F) || c == 0x180E ||
         c == 0x200B || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
}

constexpr int most_marks = 8;   // on one character; more would be drawn over the lines around

}  // namespace

int display_width(std::string_view utf8) {
  int width = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const base::Step step = base::step(utf8, at);
    width += base::columns_of(step.code_point);
    at += step.length;
  }
  return width;
}

std::string fit(std::string_view utf8, int columns) {
  if (columns <= 0) return {};
  int width = 0;
  std::size_t whole = 0;   // bytes that leave a column for the ellipsis
  for (std::size_t at = 0; at < utf8.size();) {
    const base::Step step = base::step(utf8, at);
    width += base::columns_of(step.code_point);
    if (width > columns) {
      while (whole > 0 && utf8[whole - 1] == ' ') --whole;
      return std::string(utf8.substr(0, whole)) + "…";
    }
    at += step.length;
    if (width < columns) whole = at;
  }
  return std::string(utf8);
}

void append_padded(std::string& out, std::string_view utf8, int columns) {
  out += utf8;
  const int missing = columns - display_width(utf8);
  if (missing > 0) out.append(static_cast<std::size_t>(missing), ' ');
}

std::vector<std::string> wrap(std::string_view utf8, int columns) {
  std::vector<std::string> lines;
  std::string line;
  int width = 0;
  const auto flush = [&] {
    if (!line.empty()) lines.push_back(std::move(line));
    line.clear();
    width = 0;
  };
  for (std::size_t at = 0; at < utf8.size();) {
    if (is_space(utf8[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < utf8.size() && !is_space(utf8[end])) ++end;
    std::string_view word = utf8.substr(at, end - at);
    at = end;
    int word_width = display_width(word);
    if (width > 0 && width + 1 + word_width > columns) flush();
    while (word_width > columns) {   // a word wider than a line
      std::size_t cut = 0;
      int taken = 0;
      while (cut < word.size()) {
        const base::Step step = base::step(word, cut);
        const int wide = base::columns_of(step.code_point);
        if (taken + wide > columns && cut > 0) break;
        taken += wide;
        cut += step.length;
      }
      lines.emplace_back(word.substr(0, cut));
      word.remove_prefix(cut);
      word_width = display_width(word);
    }
    if (word.empty()) continue;
    if (width > 0) line += ' ', ++width;
    line += word;
    width += word_width;
  }
  flush();
  return lines;
}

void append_sanitized(std::string& out, std::string_view utf8) {
  int marks = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const base::Step step = base::step(utf8, at);
    const bool mark = step.code_point >= 0x300 && step.valid && base::columns_of(step.code_point) == 0;
    marks = mark ? marks + 1 : 0;
    if (marks > most_marks && !is_dangerous(step.code_point)) {
      at += step.length;
      continue;
    }
    if (!step.valid) {
      out += "\xEF\xBF\xBD";
    } else if (is_dangerous(step.code_point)) {
      std::array<char, 12> hex;
      const auto end =
          std::to_chars(hex.data(), hex.data() + hex.size(), static_cast<std::uint32_t>(step.code_point), 16);
      out += "\\u{";
      out.append(hex.data(), end.ptr);
      out += '}';
    } else {
      out.append(utf8, at, step.length);
    }
    at += step.length;
  }
}

std::string sanitized(std::string_view utf8) {
  std::string out;
  append_sanitized(out, utf8);
  return out;
}

}  // namespace muster::output
