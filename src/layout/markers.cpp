#include "layout/markers.hpp"

#include "layout/chars.hpp"

namespace muster::layout {
namespace {

std::size_t skip_blanks(std::string_view s, std::size_t at) {
  while (at < s.size() && (s[at] == ' ' || s[at] == '\t')) ++at;
  return at;
}

Marker make(MarkerKind kind, std::string_view line, std::size_t length, std::uint32_t number, char sign) {
  Marker m;
  m.kind = kind;
  m.length = static_cast<std::uint32_t>(length);
  m.content = static_cast<std::uint32_t>(skip_blanks(line, length));
  m.number = number;
  m.sign = sign;
  return m;
}

bool gap_at(std::string_view s, std::size_t at) { return at >= s.size() || s[at] == ' ' || s[at] == '\t'; }
bool wide_gap_at(std::string_view s, std::size_t at) {
  return at < s.size() &&
         (s[at] == '\t' || (s[at] == ' ' && at + 1 < s.size() && (s[at + 1] == ' ' || s[at + 1] == '\t')));
}

// Value of a lower-case roman numeral up to xxxix, 0 if it is none.
std::uint32_t roman_value(std::string_view s) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const auto one = [](char c) -> std::uint32_t { return c == 'i' ? 1U : c == 'v' ? 5U : c == 'x' ? 10U : 0U; };
    const std::uint32_t now = one(s[i]), then = i + 1 < s.size() ? one(s[i + 1]) : 0;
    if (now == 0) return 0;
    value = now < then ? value - now : value + now;
  }
  return value < 40 ? value : 0;
}

Marker bullet(std::string_view s) {
  const char c = s[0];
  if (c == base::fold::bullet) return make(MarkerKind::bullet, s, 1, 0, c);
  if ((c == '-' || c == '*' || c == '+') && s.size() > 1 && gap_at(s, 1)) return make(MarkerKind::bullet, s, 1, 0, c);
  if (c == '-' && s.size() > 2 && s[1] == '-' && gap_at(s, 2)) return make(MarkerKind::bullet, s, 2, 0, c);
  if (c == 'o' && s.size() > 3 && gap_at(s, 1) && (wide_gap_at(s, 1) || is_upper(s[skip_blanks(s, 1)])))
    return make(MarkerKind::bullet, s, 1, 0, c);
  if (c == '>') return make(MarkerKind::quotation, s, 1, 0, c);
  return {};
}

// "(a)", "(iv)", "(12)"
Marker bracketed(std::string_view s) {
  const std::size_t close = s.substr(0, 8).find(')');
  if (close == std::string_view::npos || close < 2 || !gap_at(s, close + 1)) return {};
  const std::string_view in = s.substr(1, close - 1);
  std::uint32_t number = 0;
  for (const char c : in)
    number = is_digit(c) && number < 1000 ? number * 10 + static_cast<std::uint32_t>(c - '0') : 5000;
  if (number < 1000) return make(MarkerKind::number, s, close + 1, number, '(');
  if (const std::uint32_t r = roman_value(in); r > 0 && (in.size() > 1 || in[0] == 'i'))
    return make(MarkerKind::roman, s, close + 1, r, '(');
  if (in.size() == 1 && is_letter(in[0]))
    return make(MarkerKind::letter, s, close + 1, static_cast<std::uint32_t>(lower(in[0]) - 'a' + 1), '(');
  return {};
}

// "1." "2a" "3.4" "3.4.1." "12)"
Marker numbered(std::string_view s) {
  std::size_t at = 0;
  std::uint32_t number = 0;
  std::uint8_t depth = 0;
  while (at < s.size() && is_digit(s[at])) {
    std::size_t digits = 0;
    std::uint32_t part = 0;
    for (; at < s.size() && is_digit(s[at]) && digits < 4; ++at, ++digits)
      part = part * 10 + static_cast<std::uint32_t>(s[at] - '0');
    if (digits > 3 || (at < s.size() && is_digit(s[at]))) return {};
    number = part;
    ++depth;
    if (at + 1 < s.size() && s[at] == '.' && is_digit(s[at + 1])) ++at;
    else break;
  }
  if (depth > 5) return {};
  bool lettered = false;
  if (at + 1 <= s.size() && at < s.size() && is_lower(s[at]) && (at + 1 == s.size() || !is_letter(s[at + 1])) &&
      s[at] <= 'k')
    lettered = true, ++at;
  char sign = 0;
  if (at < s.size() && (s[at] == '.' || s[at] == ')' || s[at] == ':')) sign = s[at++];
  if (!gap_at(s, at)) return {};
  if (sign == ':' && !wide_gap_at(s, at) && depth == 1 && !lettered && number > 30) return {};
  Marker m = make(depth > 1  ? MarkerKind::section
                  : lettered ? MarkerKind::letter
                             : MarkerKind::number,
                  s, at, number, sign);
  if (sign == ':') m.length = static_cast<std::uint32_t>(at);
  m.depth = depth;
  m.bare = sign == 0 && !wide_gap_at(s, at);
  const char first = m.content < s.size() ? s[m.content] : 'A';
  // "3.4 million", "10.30 am": a quantity; "12 people", "2014 was": text.
  if (depth > 1 && sign == 0 && is_lower(first)) return {};
  if (depth == 1 && m.bare && (!lettered || is_lower(first))) return {};
  if (depth == 1 && first == '%') return {};
  return m;
}

// "a)" "b." "iv)" "A:"
Marker lettered(std::string_view s) {
  std::size_t n = 0;
  while (n < s.size() && n < 6 && is_letter(s[n])) ++n;
  if (n == 0 || n >= s.size() || n > 5) return {};
  const char sign = s[n];
  if (sign != ')' && sign != '.' && sign != ':') return {};
  std::size_t end = n + 1;
  if (sign == ':' && end < s.size() && s[end] == '-') ++end;
  if (!gap_at(s, end) || end >= s.size()) return {};
  const std::string_view word = s.substr(0, n);
  if (n == 1 && is_lower(word[0])) {
    if (word[0] == 'i') return make(MarkerKind::roman, s, end, 1, sign);
    return make(MarkerKind::letter, s, end, static_cast<std::uint32_t>(word[0] - 'a' + 1), sign);
  }
  if (n == 1 && sign != '.')
    return make(MarkerKind::letter, s, end, static_cast<std::uint32_t>(lower(word[0]) - 'a' + 1), sign);
  if (const std::uint32_t r = roman_value(word); r > 0 && sign != ':') return make(MarkerKind::roman, s, end, r, sign);
  return {};
}

// "AR-2020-001-02", "REC-01:", "R1."
Marker coded(std::string_view s) {
  std::size_t letters = 0, at = 0, groups = 0, digits = 0;
  while (at < s.size() && s[at] >= 'A' && s[at] <= 'Z') ++at, ++letters;
  if (letters == 0 || letters > 5) return {};
  while (at < s.size()) {
    std::size_t next = at;
    if (s[next] == '-' || s[next] == '/' || s[next] == '.') ++next;
    std::size_t n = 0;
    while (next + n < s.size() && is_digit(s[next + n])) ++n;
    if (n == 0 || n > 4) break;
    if (groups > 0 && next == at) break;
    digits += n;
    at = next + n;
    ++groups;
  }
  if (groups == 0 || digits > 16) return {};
  if (at < s.size() && is_lower(s[at]) && gap_at(s, at + 1)) ++at;
  std::size_t end = at;
  const bool signed_off = at < s.size() && (s[at] == ':' || s[at] == '.' || s[at] == ')');
  if (signed_off) ++end;
  if (!gap_at(s, end)) return {};
  // "COVID-19 cases", "A27 closed": one group alone needs a sign or a column behind it.
  if (groups < 2 && !signed_off && !wide_gap_at(s, end)) return {};
  if (end >= s.size() && groups < 2) return {};
  Marker m = make(MarkerKind::code, s, end, 0, signed_off ? s[at] : '\0');
  return m;
}

}  // namespace

Marker parse_marker(std::string_view line) {
  if (line.empty()) return {};
  const char c = line[0];
  if (c == '(') return bracketed(line);
  if (is_digit(c)) return numbered(line);
  if (const Marker m = bullet(line); m.kind != MarkerKind::none) return m;
  if (c >= 'A' && c <= 'Z') {
    if (const Marker m = coded(line); m.kind != MarkerKind::none) return m;
  }
  if (is_letter(c)) return lettered(line);
  return {};
}

}  // namespace muster::layout
