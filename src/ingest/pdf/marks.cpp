// What a line begins with: a bullet, a number, a letter, a code. Beside a line's words, the gap behind
// the mark counts: "12" and a tab number a paragraph, "12 children" do not.
#include <algorithm>
#include <array>

#include "ingest/pdf/sheet.hpp"
#include "muster/base/utf8.hpp"

namespace muster::ingest::pdf {
namespace {

constexpr bool digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool upper(char c) { return c >= 'A' && c <= 'Z'; }

std::uint32_t roman(std::string_view s) {
  std::uint32_t value = 0;
  const auto one = [](char c) -> std::uint32_t {
    return c == 'i' || c == 'I' ? 1U : c == 'v' || c == 'V' ? 5U : c == 'x' || c == 'X' ? 10U : 0U;
  };
  for (std::size_t i = 0; i < s.size(); ++i) {
    const std::uint32_t now = one(s[i]), then = i + 1 < s.size() ? one(s[i + 1]) : 0;
    if (now == 0) return 0;
    value = now < then ? value - now : value + now;
  }
  return value < 50 ? value : 0;
}

// "12", "2a", "3.36", "3.4.1": kind none if it is no number.
Mark number(std::string_view s) {
  Mark mark;
  std::size_t at = 0, parts = 0;
  while (at < s.size() && digit(s[at])) {
    std::size_t digits = 0;
    std::uint32_t part = 0;
    for (; at < s.size() && digit(s[at]); ++at, ++digits)
      part = digits < 4 ? part * 10 + static_cast<std::uint32_t>(s[at] - '0') : part;
    if (digits > 3) return {};
    mark.number = part;
    ++parts;
    if (at + 1 < s.size() && s[at] == '.' && digit(s[at + 1])) ++at;
    else break;
  }
  if (parts == 0 || parts > 5) return {};
  if (at < s.size() && lower(s[at]) && s[at] <= 'n') ++at;
  if (at != s.size()) return {};
  mark.kind = MarkKind::number;
  return mark;
}

// "AR-2020-001", "R12", "REC-3"
Mark code(std::string_view s) {
  std::size_t at = 0, groups = 0;
  while (at < s.size() && upper(s[at])) ++at;
  if (at == 0 || at > 5) return {};
  while (at < s.size()) {
    std::size_t next = at;
    if (s[next] == '-' || s[next] == '/' || s[next] == '.') ++next;
    std::size_t n = 0;
    while (next + n < s.size() && digit(s[next + n])) ++n;
    if (n == 0 || n > 4 || (groups > 0 && next == at)) break;
    at = next + n;
    ++groups;
  }
  if (groups > 0 && at + 1 == s.size() && lower(s[at])) ++at;
  if (groups == 0 || at != s.size()) return {};
  Mark mark;
  mark.kind = MarkKind::code;
  return mark;
}

// One word as a mark, by its letters alone.
Mark by_letters(std::string_view s) {
  for (const std::string_view quote : {"\u201C", "\u2018", "\"", "'"})
    if (s.starts_with(quote)) s.remove_prefix(quote.size());
  if (s.size() > 16 || s.empty()) return {};
  const bool open = s.front() == '(' || s.front() == '[';
  std::string_view in = s.substr(open ? 1 : 0);
  bool close = false;
  if (!in.empty() && (in.back() == ')' || in.back() == '.' || in.back() == ':' || in.back() == ']'))
    close = true, in.remove_suffix(1);
  if (in.empty() || (open && !close)) return {};
  Mark mark = number(in);
  if (mark.kind == MarkKind::none && !open) mark = code(in);
  if (mark.kind == MarkKind::none && close && s.back() != ':') {
    if (const std::uint32_t r = roman(in); r > 0 && (in.size() > 1 || in == "i") && lower(in[0]))
      mark.kind = MarkKind::roman, mark.number = r;
    else if (in.size() == 1 && (lower(in[0]) || (upper(in[0]) && (open || s.back() == ')'))))
      mark.kind = MarkKind::letter, mark.number = static_cast<std::uint32_t>((in[0] | 0x20) - 'a' + 1);
  }
  mark.signs = close;
  return mark;
}

// One character that is no letter, no digit, no currency and no mark of a sentence.
bool is_sign(std::string_view s) {
  const base::Step step = base::step(s, 0);
  const char32_t c = step.code_point;
  if (step.length != s.size()) return false;
  if (c < 0x80) return c == '+' || c == '>' || c == '~' || c == '#';
  return c == 0xA7 || c == 0xAC || c == 0xB0 || c == 0xBA || c == 0xBB || (c >= 0x0300 && c <= 0x036F) ||
         (c >= 0x2010 && c <= 0x2015) || (c >= 0x2190 && c <= 0x21FF) || (c >= 0x2300 && c <= 0x23FF) ||
         (c >= 0x2500 && c <= 0x27BF) || (c >= 0x2900 && c <= 0x297F) || (c >= 0x2B00 && c <= 0x2BFF);
}

}  // namespace

Mark read_mark(const Sheet& sheet, std::uint32_t first, std::uint32_t end) {
  if (first >= end) return {};
  const Ink& ink = sheet.inks[first];
  const std::string_view s = sheet.text(ink);
  if (ink.bullet) {
    Mark mark;
    mark.kind = MarkKind::bullet;
    mark.inks = 1;
    mark.wide = true;
    mark.text = "\u2022";
    return mark;
  }
  if (first + 1 >= end) return {};
  const Ink& next = sheet.inks[first + 1];
  const Tenths gap = next.x0 - ink.x1;
  Mark mark;
  if (s == "-" || s == "\u2013" || s == "\u2014" || s == "\u2212" || s == "*" || (s == "o" && gap * 2 > ink.size)) {
    if (!next.space && gap * 5 <= ink.size) return {};
    mark.kind = s == "o" || s == "*" ? MarkKind::bullet : MarkKind::dash;
    mark.inks = 1;
    mark.wide = gap * 2 > ink.size;
    mark.text = s == "o" || s == "*" ? "\u2022" : "\u2013";
    return mark;
  }
  // Any other sign alone before a tab.
  if (gap * 2 > ink.size && is_sign(s)) {
    mark.kind = MarkKind::bullet;
    mark.inks = 1;
    mark.wide = true;
    mark.text = "\u2022";
    return mark;
  }
  if (s.front() != '(' && s.front() != '[' && s.size() > 16) return {};
  // "1." may be drawn as "1" and ".", "(a)" as "(", "a", ")".
  std::array<char, 20> joined{};
  std::size_t size = 0;
  std::uint32_t taken = 0;
  for (std::uint32_t i = first; i < end && i < first + 4; ++i) {
    const std::string_view part = sheet.text(sheet.inks[i]);
    if (i > first && sheet.inks[i].space) break;
    if (size + part.size() > joined.size()) return {};
    std::copy(part.begin(), part.end(), joined.begin() + static_cast<std::ptrdiff_t>(size));
    size += part.size();
    ++taken;
  }
  if (first + taken >= end) return {};
  const std::string_view whole(joined.data(), size);
  mark = by_letters(whole);
  if (mark.kind == MarkKind::none) return {};
  const Ink& behind = sheet.inks[first + taken];
  mark.wide = (behind.x0 - sheet.inks[first + taken - 1].x1) * 20 > ink.size * 11;
  if (ink.raised) mark.wide = mark.signs = true;   // a footnote's own mark
  // A number or a code alone is one only before a tab.
  if (!mark.signs && !mark.wide) return {};
  mark.inks = taken;
  mark.text = std::string(whole);
  return mark;
}

}  // namespace muster::ingest::pdf
