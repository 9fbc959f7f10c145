// What pages repeat: heads, feet and page numbers; and the lines of contents.
#include <algorithm>
#include <compare>
#include <cstdlib>
#include <map>
#include <unordered_map>

#include "ingest/pdf/paragraphs.hpp"

namespace muster::ingest::pdf {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

std::string text_of(const Reading& reading, const Line& line) {
  std::string out;
  for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
    if (i > line.first && reading.sheets[line.page].inks[i].space) out += ' ';
    out += reading.text(line, i);
  }
  return out;
}

// Lines that differ only in their numbers are the same.
std::uint64_t shape_of(std::string_view s) {
  std::uint64_t hash = 1469598103934665603ULL;
  char before = '\0';
  for (char c : s) {
    if (digit(c)) c = '#';
    if (c == before && (c == '#' || c == ' ')) continue;
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    before = c;
  }
  return hash;
}

bool is_page_number(std::string_view s) {
  std::size_t digits = 0;
  std::string word;
  for (const char c : s) {
    if (digit(c)) ++digits;
    else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) word.push_back(static_cast<char>(c | 0x20));
    else if (c != ' ' && c != '-' && c != '|' && c != '/' && c != '.') return false;
  }
  if (word.empty())
    return digits > 0 && digits <= (s.find_first_not_of("0123456789") == std::string_view::npos ? 3U : 6U);
  if (word == "page" || word == "pageof" || word == "of") return digits > 0;
  return digits == 0 && word.size() <= 6 && word.find_first_not_of("ivxl") == std::string::npos;
}

// "Recommendations ........ 12"
bool has_leader(std::string_view s) {
  std::size_t dots = 0, longest = 0;
  for (const char c : s) {
    if (c == '.') longest = std::max(longest, ++dots);
    else if (c != ' ') dots = 0;
  }
  return longest >= 5;
}

bool is_roman(std::string_view s) {
  return !s.empty() && s.size() <= 6 && s.find_first_not_of("ivxlIVXL") == std::string_view::npos;
}

// "Contents", "Table of contents", "List of figures" in the type of any heading.
bool says_contents(const Reading& reading, const Line& line) {
  if (line.letters > 20 || line.count > 3 || line.row != 0) return false;
  std::string text = text_of(reading, line);
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text == "contents" || text == "table of contents" || text == "content" || text.starts_with("list of ") ||
         text == "contents page" || text == "index";
}

// The first lines of entries that go on in the next: above a line with its number, in its type and near it.
void hide_wrapped(Reading& reading, std::size_t begin, std::size_t end) {
  std::size_t leaders = 0;
  for (std::size_t i = begin; i < end; ++i) leaders += reading.lines[i].contents;
  if (leaders < 3) return;
  for (std::size_t i = end - 1; i-- > begin;) {
    Line& line = reading.lines[i];
    const Line& below = reading.lines[i + 1];
    const Tenths apart = below.base - line.base;
    if (line.furniture || !below.contents || apart <= 0 || apart * 10 > line.size * 16 ||
        std::abs(line.size - below.size) > 5)
      continue;
    line.furniture = line.contents = true;
  }
}

struct ContentsRow {
  std::size_t first = 0, end = 0;   // lines
  std::uint32_t number = 0;
};

// On a page of contents: everything that ends where its numbers do.
void hide_contents(Reading& reading, std::size_t begin, std::size_t end, Tenths right) {
  for (std::size_t i = begin; i < end; ++i) {
    Line& line = reading.lines[i];
    const std::string_view last = reading.text(line, line.first + line.count - 1);
    const bool number = last.size() <= 4 && std::all_of(last.begin(), last.end(), digit);
    if (!(number || is_roman(last)) || std::abs(line.x1 - right) > 40) continue;
    line.furniture = line.contents = true;
    for (std::size_t k = i; line.row != 0 && k > begin && reading.lines[k - 1].row == line.row; --k)
      reading.lines[k - 1].furniture = true;
  }
}

// Rows that end with the number of a page, one after the other, below "Contents": a list of contents. Figures
// may rise as well: without the word, only a long list that runs through the whole document is taken for one.
void find_contents(Reading& reading) {
  const auto pages = static_cast<std::uint32_t>(reading.sheets.size());
  bool before = false;   // the page before was one of contents
  for (std::size_t begin = 0; begin < reading.lines.size();) {
    std::size_t end = begin;
    bool named = before;
    while (end < reading.lines.size() && reading.lines[end].page == reading.lines[begin].page)
      named = says_contents(reading, reading.lines[end++]) || named;
    std::vector<ContentsRow> rows;
    Tenths right = 0;
    bool rises = true;
    for (std::size_t i = begin; i < end;) {
      std::size_t next = i + 1;
      while (next < end && reading.lines[i].row != 0 && reading.lines[next].row == reading.lines[i].row) ++next;
      const Line& line = reading.lines[next - 1];
      if (line.row != 0 && next - i > 1 && line.letters <= 4) {
        const std::string last = text_of(reading, line);
        std::uint32_t number = 0;
        for (const char c : last) number = digit(c) ? number * 10 + static_cast<std::uint32_t>(c - '0') : number;
        if (!last.empty() && last.size() <= 3 && std::all_of(last.begin(), last.end(), digit)) {
          rises = rises && (rows.empty() || number >= rows.back().number);
          rows.push_back({i, next, number});
          right = std::max(right, line.x1);
        }
      }
      i = next;
    }
    const bool through = rises && rows.size() >= 6 && rows.back().number <= pages + 5 &&
                         rows.back().number * 2 >= pages && rows.front().number * 4 <= pages + 12;
    before = (named && rows.size() >= 3 && rows.back().number <= pages + 20) || through;
    if (before) {
      for (const ContentsRow& row : rows)
        for (std::size_t i = row.first; i < row.end; ++i) reading.lines[i].furniture = reading.lines[i].contents = true;
      hide_contents(reading, begin, end, right);
    }
    hide_wrapped(reading, begin, end);
    begin = end;
  }
}

}  // namespace

namespace {

constexpr std::uint64_t spread = 0x9E3779B97F4A7C15ULL;

// The last number of a line; a running head has the same on every page, or one that counts the pages.
std::uint32_t last_number(std::string_view s) {
  std::size_t end = s.size();
  while (end > 0 && !digit(s[end - 1])) --end;
  std::size_t from = end;
  while (from > 0 && end - from < 6 && digit(s[from - 1])) --from;
  std::uint32_t number = 0;
  for (std::size_t i = from; i < end; ++i) number = number * 10 + static_cast<std::uint32_t>(s[i] - '0');
  return number;
}

// How often lines of one shape stand at one place.
struct Seen {
  std::uint32_t pages = 0, last = UINT32_MAX, number = 0;
  std::uint32_t near = 0, counts = 0;   // on the next page or the one after; with a number that fits

  void add(std::uint32_t page, std::uint32_t value) {
    if (last == page) return;
    if (pages > 0) {
      near += page - last <= 2;
      counts += value == number || value - number == page - last;
    }
    ++pages, last = page, number = value;
  }
  // "Introduction" or "Recommendation 3" may stand at the top of a few pages as well.
  [[nodiscard]] bool runs(std::uint32_t often) const {
    return pages >= often && near * 2 >= pages - 1 && counts * 10 >= (pages - 1) * 6;
  }
};

struct Margin {
  std::uint32_t line = 0;
  std::uint64_t key = 0;
  bool number = false, top = false;
};

struct Place {
  Tenths base, size;
  std::uint32_t colour;
  auto operator<=>(const Place&) const = default;
};
Place place_of(const Line& line) { return {line.base / 20, line.size / 5, line.colour}; }

// From the edge of a page inwards, as long as everything is furniture: page numbers, and heads that change with
// the chapter but stand where the others stand, in their type.
void clear_margin(Reading& reading, std::vector<const Margin*>& margin, bool top, const std::map<Place, Seen>& places) {
  const auto pages = static_cast<std::uint32_t>(reading.sheets.size());
  std::stable_sort(margin.begin(), margin.end(), [&](const Margin* a, const Margin* b) {
    const Tenths x = reading.lines[a->line].base, y = reading.lines[b->line].base;
    return top ? x < y : x > y;
  });
  for (std::size_t i = 0; i < margin.size();) {
    std::size_t end = i;   // lines of one height
    bool all = true;
    while (end < margin.size() &&
           std::abs(reading.lines[margin[end]->line].base - reading.lines[margin[i]->line].base) <= 20) {
      Line& line = reading.lines[margin[end]->line];
      const auto place = places.find(place_of(line));
      const bool stands =
          place != places.end() && place->second.pages >= 5 && place->second.pages * 4 >= pages && line.letters <= 100;
      line.furniture = line.furniture || margin[end]->number || stands;
      all = all && line.furniture;
      ++end;
    }
    if (!all) break;
    i = end;
  }
}

}  // namespace

void find_furniture(Reading& reading) {
  std::unordered_map<std::uint64_t, Seen> seen;
  std::vector<Margin> margins;
  for (std::uint32_t i = 0; i < reading.lines.size(); ++i) {
    Line& line = reading.lines[i];
    const Tenths height = tenths(reading.sheets[line.page].page->height);
    const bool top = line.base * 100 < height * 14, foot = line.base * 100 > height * 86;
    if (line.letters > 200) continue;
    const std::string text = text_of(reading, line);
    if (has_leader(text)) line.furniture = line.contents = true;
    if ((!top && !foot) || line.contents) continue;
    const std::uint64_t key =
        (shape_of(text) ^ (top ? 1U : 2U)) + static_cast<std::uint64_t>((line.base + 40) / 80) * spread;
    margins.push_back({i, key, line.row == 0 && is_page_number(text), top});
    // The line may lie on the border of two places.
    for (const std::uint64_t place : {key, key + spread}) seen[place].add(line.page, last_number(text));
  }
  const std::uint32_t often = reading.sheets.size() <= 4 ? 2 : 3;
  std::map<Place, Seen> places;
  for (const Margin& margin : margins) {
    Line& line = reading.lines[margin.line];
    line.furniture = line.furniture || seen[margin.key].runs(often) || seen[margin.key + spread].runs(often);
    if (line.furniture && !margin.number) places[place_of(line)].add(line.page, 0);
  }
  for (std::size_t i = 0; i < margins.size();) {
    std::vector<const Margin*> top, foot;
    const std::uint32_t page = reading.lines[margins[i].line].page;
    for (; i < margins.size() && reading.lines[margins[i].line].page == page; ++i)
      (margins[i].top ? top : foot).push_back(&margins[i]);
    clear_margin(reading, top, true, places);
    clear_margin(reading, foot, false, places);
  }
  find_contents(reading);
}

void find_notes(Reading& reading) {
  // Upwards from the foot of every page: small lines, as long as there are.
  std::size_t end = reading.lines.size();
  while (end > 0) {
    std::size_t begin = end;
    const std::uint32_t page = reading.lines[end - 1].page;
    while (begin > 0 && reading.lines[begin - 1].page == page) --begin;
    std::vector<std::size_t> order;
    for (std::size_t i = begin; i < end; ++i)
      if (!reading.lines[i].furniture && reading.lines[i].table == 0) order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return reading.lines[a].base > reading.lines[b].base; });
    std::size_t count = 0, marked = 0;
    for (; count < order.size(); ++count) {
      const Line& line = reading.lines[order[count]];
      if (line.size * 100 > reading.body.size * 93) break;
      const std::string_view word = reading.text(line, line.first);
      const bool number = word.size() <= 3 && std::all_of(word.begin(), word.end(), digit);
      if (number ||
          (line.mark.kind != MarkKind::none && line.mark.kind != MarkKind::bullet && line.mark.kind != MarkKind::dash))
        marked = count + 1;
    }
    if (count < order.size())   // a page of small type alone has no notes
      for (std::size_t k = 0; k < marked; ++k) reading.lines[order[k]].note = true;
    end = begin;
  }
  // A mark that the text puts at the beginning of a line numbers nothing.
  for (Line& line : reading.lines) {
    if (line.note || line.size * 100 <= reading.body.size * 93 || line.count < 2) continue;
    const std::vector<Ink>& inks = reading.sheets[line.page].inks;
    if (!inks[line.first].raised) continue;
    line.mark = {};
    line.text_x = inks[line.first + 1].x0;
  }
}

}  // namespace muster::ingest::pdf
