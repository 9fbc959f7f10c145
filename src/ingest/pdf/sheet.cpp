#include "ingest/pdf/sheet.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "muster/base/utf8.hpp"

namespace muster::ingest::pdf {
namespace {

constexpr Tenths furthest = 200'000;   // 20,000 points: beyond any page
constexpr std::size_t most_beside = 16;   // lines beside an initial

bool is_private(char32_t c) { return c >= 0xE000 && c <= 0xF8FF; }

bool single(std::string_view text, char32_t& c) {
  const base::Step step = base::step(text, 0);
  c = step.code_point;
  return step.length == text.size();
}

void take_words(const Page& page, const std::vector<Font>& fonts, Sheet& sheet) {
  sheet.inks.reserve(page.words.size());
  for (std::uint32_t i = 0; i < page.words.size(); ++i) {
    const Word& word = page.words[i];
    if (word.length == 0) continue;
    if (!word.upright) {
      sheet.slanted.push_back(i);
      continue;
    }
    Ink ink;
    ink.x0 = tenths(word.x0);
    ink.x1 = std::max(tenths(word.x1), ink.x0);
    ink.base = tenths(word.baseline);
    ink.size = std::max(tenths(word.size), 1);
    if (ink.x1 <= 0 || ink.base <= 0 || ink.x0 >= tenths(page.width) || ink.base >= tenths(page.height) + ink.size)
      continue;
    ink.word = i;
    ink.font = word.font;
    ink.space = word.space_before;
    char32_t c = 0;
    const bool symbol = font_of(fonts, word.font).symbol;
    ink.bullet = single(page.of(word), c) && (is_private(c) || is_bullet(c) || (symbol && c > ' '));
    sheet.inks.push_back(ink);
  }
}

// Rows of one baseline, from the top; a row's baseline is that of its first word.
void number_rows(std::vector<Ink>& inks) {
  const auto before = [](const Ink& a, const Ink& b) {
    return a.base != b.base ? a.base < b.base : a.x0 != b.x0 ? a.x0 < b.x0 : a.word < b.word;
  };
  if (!std::is_sorted(inks.begin(), inks.end(), before)) std::sort(inks.begin(), inks.end(), before);
  std::uint32_t row = 0;
  std::size_t first = 0;
  for (std::size_t i = 0; i < inks.size(); ++i) {
    const Tenths near = std::max(6, std::min(inks[i].size, inks[first].size) * 5 / 20);
    if (inks[i].base - inks[first].base > near) ++row, first = i;
    inks[i].row = row;
  }
}

void sort_rows(Sheet& sheet) {
  const auto before = [](const Ink& a, const Ink& b) {
    return a.row != b.row ? a.row < b.row : a.x0 != b.x0 ? a.x0 < b.x0 : a.word < b.word;
  };
  if (!std::is_sorted(sheet.inks.begin(), sheet.inks.end(), before))
    std::sort(sheet.inks.begin(), sheet.inks.end(), before);
  sheet.rows.clear();
  for (std::uint32_t i = 0; i < sheet.inks.size(); ++i)
    if (i == 0 || sheet.inks[i].row != sheet.inks[i - 1].row) sheet.rows.push_back(i);
  sheet.rows.push_back(static_cast<std::uint32_t>(sheet.inks.size()));
}

// The word of a row that `ink` leans on: the one that ends where it begins, or begins where it ends.
const Ink* neighbour(const std::vector<Ink>& inks, std::uint32_t begin, std::uint32_t end, const Ink& ink) {
  const auto first = inks.begin() + begin, last = inks.begin() + end;
  const auto behind = std::partition_point(first, last, [&](const Ink& other) { return other.x0 < ink.x0; });
  if (behind != first) {
    const Ink& before = *(behind - 1);
    if (std::abs(ink.x0 - before.x1) <= before.size * 7 / 20) return &before;
  }
  if (behind != last && behind->x0 - ink.x1 <= behind->size && behind->x0 >= ink.x1 - 10) return &*behind;
  return nullptr;
}

// Small letters above or below a row's baseline, and bullets that hang beside it, join the row.
void join_rows(Sheet& sheet) {
  std::vector<Ink>& inks = sheet.inks;
  const std::size_t rows = sheet.rows.size() - 1;
  std::vector<std::uint32_t> target(inks.size());
  for (std::size_t i = 0; i < inks.size(); ++i) target[i] = inks[i].row;
  std::vector<bool> raised(inks.size(), false);
  const auto lean = [&](std::size_t from, std::size_t to) {
    const bool above = from < to;
    for (std::uint32_t i = sheet.rows[from]; i < sheet.rows[from + 1]; ++i) {
      const Ink& ink = inks[i];
      if (target[i] != ink.row) continue;
      const Tenths apart = std::abs(inks[sheet.rows[to]].base - ink.base);
      if (ink.bullet && sheet.rows[from + 1] - sheet.rows[from] <= 2) {
        const Ink& text = inks[sheet.rows[to]];
        if (apart <= text.size * 9 / 20 && text.x0 >= ink.x1 && text.x0 - ink.x1 <= 600) target[i] = text.row;
        continue;
      }
      const Ink* host = neighbour(inks, sheet.rows[to], sheet.rows[to + 1], ink);
      if (host == nullptr || ink.size * 20 > host->size * 17 || ink.size * 20 < host->size * 9) continue;
      if (apart * 20 > host->size * (above ? 13 : 7)) continue;
      target[i] = host->row;
      raised[i] = above;
    }
  };
  for (std::size_t r = 0; r + 1 < rows; ++r) {
    lean(r, r + 1);
    lean(r + 1, r);
  }
  for (std::size_t i = 0; i < inks.size(); ++i) {
    inks[i].row = target[i];
    inks[i].raised = raised[i];
  }
}

// A large letter that begins a paragraph stands over several lines: it belongs to the first beside it.
void lift_initials(Sheet& sheet) {
  bool any = false;
  for (std::size_t r = 1; r + 1 < sheet.rows.size(); ++r) {
    Ink& ink = sheet.inks[sheet.rows[r]];
    const std::string_view text = sheet.text(ink);
    if (text.size() != 1 || text[0] < 'A' || text[0] > 'Z' || sheet.rows[r + 1] - sheet.rows[r] > 40) continue;
    std::size_t to = r;
    for (std::size_t above = r;
         above-- > 0 && r - above <= most_beside && ink.base - sheet.inks[sheet.rows[above]].base < ink.size;) {
      const Ink& first = sheet.inks[sheet.rows[above]];
      if (first.x0 - ink.x1 > first.size) continue;   // stands beside the paragraph
      if (first.size * 17 > ink.size * 10 || first.x0 < ink.x1 - ink.size / 4) break;
      to = above;
    }
    if (to == r) continue;
    Ink& word = sheet.inks[sheet.rows[to]];
    word.space = false;
    ink.row = word.row, ink.base = word.base, ink.size = word.size, ink.x1 = std::min(ink.x1, word.x0);
    any = true;
  }
  if (any) sort_rows(sheet);
}

// Marks of footnotes that hang so low that they share the row of their word.
void raise_marks(std::vector<Ink>& inks) {
  for (std::size_t i = 1; i < inks.size(); ++i) {
    const Ink& word = inks[i - 1];
    Ink& ink = inks[i];
    if (ink.row == word.row && !word.raised && ink.size * 20 <= word.size * 16 &&
        (word.base - ink.base) * 10 >= word.size && ink.x0 - word.x1 <= word.size / 3)
      ink.raised = true;
    if (ink.row == word.row && word.raised && ink.size == word.size && ink.base == word.base &&
        ink.x0 - word.x1 <= word.size / 3)
      ink.raised = true;
  }
}

// "A N N U A L  R E P O R T": letters set apart are words where the gaps between them are alike.
void close_letters(Sheet& sheet) {
  std::vector<Ink>& inks = sheet.inks;
  const auto letter = [&](const Ink& ink) {
    const std::string_view text = sheet.text(ink);
    return text.size() == 1 && ((text[0] >= 'A' && text[0] <= 'Z') || (text[0] >= 'a' && text[0] <= 'z'));
  };
  for (std::size_t i = 0; i < inks.size();) {
    std::size_t end = i;
    Tenths least = 0;
    while (end < inks.size() && inks[end].row == inks[i].row && letter(inks[end])) {
      if (end > i)
        least = end == i + 1 ? inks[end].x0 - inks[end - 1].x1 : std::min(least, inks[end].x0 - inks[end - 1].x1);
      ++end;
    }
    if (end - i >= 5 && least > 0)
      for (std::size_t k = i + 1; k < end; ++k) inks[k].space = inks[k].x0 - inks[k - 1].x1 > least * 8 / 5 + 5;
    i = std::max(end, i + 1);
  }
}

// Type drawn twice to look bold.
void drop_doubles(Sheet& sheet) {
  std::vector<Ink>& inks = sheet.inks;
  const auto last = std::unique(inks.begin(), inks.end(), [&](const Ink& a, const Ink& b) {
    return a.row == b.row && b.x0 - a.x0 <= 12 && std::abs(a.x1 - b.x1) <= 12 && sheet.text(a) == sheet.text(b);
  });
  inks.erase(last, inks.end());
}

}  // namespace

Tenths tenths(float points) {
  if (!(points > -20'000.F)) return -furthest;
  if (!(points < 20'000.F)) return furthest;
  return static_cast<Tenths>(std::lround(points * 10.F));
}

const Font& font_of(const std::vector<Font>& fonts, std::size_t index) {
  static const Font plain;
  return index < fonts.size() ? fonts[index] : plain;
}

bool is_bullet(char32_t c) {
  switch (c) {
    case 0x2022: case 0x2023: case 0x2043: case 0x2219: case 0x00B7: case 0x25A0: case 0x25A1: case 0x25AA: case 0x25AB: case 0x25B6: case 0x25B8:
    case 0x25BA: case 0x25C6: case 0x25C7: case 0x25CB: case 0x25CF: case 0x25D8: case 0x25E6: case 0x25FB: case 0x25FC: case 0x25FD: case 0x25FE:
    case 0x2605: case 0x2713: case 0x2714: case 0x2756: case 0x2794: case 0x27A2: case 0x27A4: case 0x2B1B: case 0x2B1C: case 0x2B25: case 0x2666: case 0xFFFD:
      return true;
    default: return false;
  }
}

Sheet make_sheet(const Page& page, const std::vector<Font>& fonts) {
  Sheet sheet;
  sheet.page = &page;
  take_words(page, fonts, sheet);
  number_rows(sheet.inks);
  sort_rows(sheet);
  join_rows(sheet);
  sort_rows(sheet);
  drop_doubles(sheet);
  sort_rows(sheet);
  lift_initials(sheet);
  for (std::size_t i = 1; i < sheet.inks.size(); ++i) {
    const Ink& before = sheet.inks[i - 1];
    Ink& ink = sheet.inks[i];
    if (ink.row != before.row) continue;
    const Tenths gap = ink.x0 - before.x1;
    if (gap > std::max(before.size, ink.size) / 5) ink.space = true;
    const std::string_view text = sheet.text(ink);   // "4.27 ." is drawn so where the number is set in columns
    if (const std::string_view open = sheet.text(before);
        ink.space && gap * 3 < ink.size && (open == "\u201C" || open == "\u2018" || open == "("))
      ink.space = false;
    if (ink.space && text.size() == 1 && (text[0] == '.' || text[0] == ',' || text[0] == ';' || text[0] == ')') &&
        gap * 2 < ink.size)
      ink.space = false;
  }
  raise_marks(sheet.inks);
  close_letters(sheet);
  return sheet;
}

Line make_line(const Sheet& sheet, const std::vector<Font>& fonts, std::uint32_t page, std::uint32_t first,
               std::uint32_t end) {
  Line line;
  line.page = page;
  line.first = first;
  line.count = end - first;
  line.x0 = sheet.inks[first].x0;
  line.mark = read_mark(sheet, first, end);
  line.text_x = sheet.inks[std::min(first + line.mark.inks, end - 1)].x0;
  line.bold = line.italic = line.caps = true;
  std::uint32_t best = 0, small = 0, capital = 0;
  const Ink* most = &sheet.inks[first];
  for (std::uint32_t i = first; i < end; ++i) {
    const Ink& ink = sheet.inks[i];
    line.x1 = std::max(line.x1, ink.x1);
    const std::string_view text = sheet.text(ink);
    std::uint32_t letters = 0;
    for (const char c : text) {
      small += c >= 'a' && c <= 'z';
      capital += c >= 'A' && c <= 'Z';
      letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                 static_cast<unsigned char>(c) >= 0xC3;
    }
    if (ink.raised || ink.bullet) continue;
    line.letters += letters;
    if (letters > best || (letters == best && ink.size > most->size)) best = letters, most = &ink;
    if (letters == 0 || i < first + line.mark.inks) continue;
    const Font& font = font_of(fonts, ink.font);
    line.bold = line.bold && font.bold;
    line.italic = line.italic && font.italic;
  }
  line.caps = capital > 2 && small == 0;
  line.bold = line.bold && line.letters > 0;
  line.italic = line.italic && line.letters > 0;
  line.base = most->base;
  line.size = most->size;
  line.font = most->font;
  line.colour = sheet.page->words[most->word].colour;
  const Ink& word = sheet.inks[std::min(first + line.mark.inks, end - 1)];
  line.bold_first = font_of(fonts, word.font).bold;
  return line;
}

}  // namespace muster::ingest::pdf
