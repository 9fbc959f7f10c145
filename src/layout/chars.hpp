// Character classes of folded text. No locale, no tables beyond these.
#pragma once

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
