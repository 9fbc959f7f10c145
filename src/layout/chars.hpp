// Character classes of folded text. No locale, no tables beyond these.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "muster/base/text.hpp"

namespace muster::layout {

constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return (c >= 'A' && c <= 'Z') || c == base::fold::upper; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return is_lower(c) || is_upper(c) || c == base::fold::letter; }
constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool is_closer(char c) { return c == '"' || c == '\'' || c == ')' || c == ']'; }
constexpr bool is_stop(char c) { return c == '.' || c == '!' || c == '?' || c == base::fold::ellipsis; }

// The same of every byte at once, for loops over all of a text.
namespace kind {
inline constexpr std::uint8_t space = 1, small = 2, capital = 4, digit = 8, sign = 16;   // sign: see kinds
}
inline constexpr std::array<std::uint8_t, 256> kinds = [] {
  std::array<std::uint8_t, 256> table{};
  for (unsigned u = 0; u < 256; ++u) {
    const char c = static_cast<char>(u);
    table[u] = static_cast<std::uint8_t>((is_space(c) ? kind::space : 0U) | (is_lower(c) ? kind::small : 0U) |
                                         (is_upper(c) ? kind::capital : 0U) | (is_digit(c) ? kind::digit : 0U));
  }
  // What makes more of a line than words: tables, menus, contents, addresses, other scripts.
  for (const char c : {'\t', '\n', '|', '>', '.', ':', '@', 'w', 'W', base::fold::symbol, base::fold::bullet,
                       base::fold::ellipsis, base::fold::ideograph, base::fold::letter})
    table[static_cast<unsigned char>(c)] |= kind::sign;
  return table;
}();
constexpr std::uint8_t kind_of(char c) { return kinds[static_cast<unsigned char>(c)]; }
inline constexpr std::array<char, 256> lowered = [] {
  std::array<char, 256> table{};
  for (unsigned u = 0; u < 256; ++u) table[u] = lower(static_cast<char>(u));
  return table;
}();

// "said." "over.” (Again!)" "mended. (2.14)": the text ends as a sentence ends.
constexpr bool ends_sentence(std::string_view s) {
  constexpr std::size_t longest = 60;
  if (s.ends_with(')')) {
    const std::size_t open = s.rfind('(');
    if (open != std::string_view::npos && open > 2 && s.size() - open < longest && s[open - 1] == ' ' &&
        is_stop(s[open - 2]))
      return true;
  }
  while (!s.empty() && is_closer(s.back())) s.remove_suffix(1);
  return !s.empty() && is_stop(s.back());
}

}  // namespace muster::layout
