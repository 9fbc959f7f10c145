// The heads and feet of printed pages: lines that come again beside the page numbers. Works on lines,
// before they are joined, so that no paragraph takes them in.
#include <algorithm>
#include <string>
#include <unordered_map>

#include "layout/chars.hpp"
#include "layout/lines.hpp"

namespace muster::layout {
namespace {

// The number of a page that the line is ("7", "- 7 -", "Page 7 of 12"), or ends with behind a wide gap
// ("Inspection of Anytown      7"); 0 if none.
std::uint32_t page_number(std::string_view s) {
  std::size_t from = 0, to = s.size();
  while (to > from && (s[to - 1] == ' ' || s[to - 1] == '-' || s[to - 1] == '|')) --to;
  std::size_t end = to;
  while (end > 0 && is_digit(s[end - 1])) --end;
  if (end == to || to - end > 3) return 0;
  std::uint32_t number = 0;
  for (std::size_t i = end; i < to; ++i) number = number * 10 + static_cast<std::uint32_t>(s[i] - '0');
  while (from < end && (s[from] == ' ' || s[from] == '-' || s[from] == '|')) ++from;
  if (from == end) return number;
  if (s.size() <= 16 && lower(s[from]) == 'p' && s.substr(from + 1, 3) == "age") {
    std::uint32_t first = 0;
    for (std::size_t i = from + 4; i < s.size() && !is_letter(s[i]); ++i)
      if (is_digit(s[i])) first = first * 10 + static_cast<std::uint32_t>(s[i] - '0');
    return first;
  }
  std::size_t gap = 0;
  while (end > 0 && (s[end - 1] == ' ' || s[end - 1] == '\t')) gap += s[end - 1] == '\t' ? 3U : 1U, --end;
  return gap >= 3 && end >= 10 ? number : 0;
}

// The same for lines that differ only in their numbers and gaps. `apart`: as of a line; `shape` is room to work in.
std::uint64_t shape_of(std::string_view s, bool numbers, bool apart, std::string& shape) {
  if (!numbers && !apart) return std::hash<std::string_view>{}(s);   // no gaps to even out
  shape.resize(s.size());
  std::size_t size = 0;
  char before = '\0';
  for (const char c : s) {
    const char seen = is_space(c) ? ' ' : numbers && is_digit(c) ? '#' : c;
    if (seen == before && (seen == ' ' || seen == '#')) continue;
    shape[size++] = before = seen;
  }
  return std::hash<std::string_view>{}(std::string_view(shape).substr(0, size));
}

struct Seen {
  std::uint32_t all = 0, beside = 0;   // how often, and how often beside a page number
  std::uint32_t last = 0, rises = 0;   // its numbers
};

}  // namespace

void find_running_lines(const base::Text& text, std::vector<Line>& lines) {
  std::string shape;   // one for all lines
  std::vector<std::uint32_t> pages(lines.size(), 0);   // 1 and more: a page number stands here
  std::unordered_map<std::uint64_t, Seen> feet;
  std::size_t numbers = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view s = text.folded(lines[i].span);
    if (s.size() > 200) continue;
    const std::uint32_t number = page_number(s);
    if (number == 0) continue;
    pages[i] = number;
    ++numbers;
    if (s.size() <= 16) continue;
    Seen& foot = feet[shape_of(s, true, lines[i].apart, shape)];
    foot.rises += foot.all++ > 0 && number > foot.last;
    foot.last = number;
  }
  if (numbers < 3) return;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view s = text.folded(lines[i].span);
    if (pages[i] == 0 || s.size() <= 16) continue;
    const Seen& foot = feet[shape_of(s, true, lines[i].apart, shape)];
    if (foot.all >= 3 && foot.rises + 1 >= foot.all) lines[i].shape = LineShape::running;
    else pages[i] = 0;
  }
  // The lines that look like a head, each with the place where lines of its shape are counted.
  const auto may_run = [&](std::size_t i) {
    return pages[i] == 0 && lines[i].shape == LineShape::text && !lines[i].stops && lines[i].words >= 3 &&
           lines[i].span.size() >= 15 && lines[i].span.size() <= 150;
  };
  std::unordered_map<std::uint64_t, std::uint32_t> places;
  std::vector<std::uint32_t> place_of(lines.size(), 0);
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (may_run(i)) {
      const std::uint64_t seen = shape_of(text.folded(lines[i].span), false, lines[i].apart, shape);
      place_of[i] = places.emplace(seen, static_cast<std::uint32_t>(places.size())).first->second;
    }
  // Twice: a head of two lines.
  for (int pass = 0; pass < 2; ++pass) {
    std::vector<Seen> heads(places.size());
    const auto marks_page = [&](std::size_t i) { return pages[i] != 0 || lines[i].shape == LineShape::running; };
    const auto beside_page = [&](std::size_t i) {
      return (i > 0 && marks_page(i - 1)) || (i + 1 < lines.size() && marks_page(i + 1));
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!may_run(i)) continue;
      Seen& head = heads[place_of[i]];
      ++head.all;
      head.beside += beside_page(i);
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!may_run(i)) continue;
      const Seen& head = heads[place_of[i]];
      // One of them is the title on the first page.
      if (head.beside >= 3 && head.beside + 2 >= head.all && (i > 2 || beside_page(i)))
        lines[i].shape = LineShape::running;
    }
  }
}

}  // namespace muster::layout
