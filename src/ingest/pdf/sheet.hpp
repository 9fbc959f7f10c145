// One page as its reader sees it: words in whole tenths of a point, in rows. What all steps from words
// to blocks share; nothing here knows of roles.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/pdf/page.hpp"

namespace muster::ingest::pdf {

// All lengths are tenths of a point: whole numbers, so that no rounding of the machine decides what is one line.
using Tenths = std::int32_t;
// Of points. What is no number, or beyond any page, is far outside.
[[nodiscard]] Tenths tenths(float points);

// The font that a word names; a plain one if there is none of that number.
[[nodiscard]] const Font& font_of(const std::vector<Font>& fonts, std::size_t index);

// A word as it lies on its page.
struct Ink {
  Tenths x0 = 0, x1 = 0, base = 0, size = 0;
  std::uint32_t word = 0;        // of Page::words
  std::uint32_t row = 0;
  std::uint16_t font = 0;
  bool space = false;            // white space before it on its row
  bool raised = false;           // a mark above the line: of a footnote, an ordinal's letters
  bool bullet = false;           // a sign that begins items
  bool taken = false;            // a table has it
};

struct Sheet {
  const Page* page = nullptr;
  std::vector<Ink> inks;         // by row, then x
  std::vector<std::uint32_t> rows;   // where each row begins in inks, and the end of the last
  std::vector<std::uint32_t> slanted;   // words that are not upright
  [[nodiscard]] std::string_view text(const Ink& ink) const { return page->of(page->words[ink.word]); }
};

enum class MarkKind : std::uint8_t { none, bullet, dash, number, letter, roman, code };

// What a line begins with.
struct Mark {
  MarkKind kind = MarkKind::none;
  std::uint32_t inks = 0;        // how many words it takes
  std::uint32_t number = 0;      // the last number in it; 1 for a and i
  bool wide = false;             // more than a space behind it
  bool signs = false;            // ends with "." or ")", or stands in brackets
  std::string text;              // as printed; "•" for every bullet
};

// Words of one row in one column or cell, one stretch of Sheet::inks.
struct Line {
  std::uint32_t page = 0;        // index of its sheet
  std::uint32_t first = 0, count = 0;
  Tenths x0 = 0, x1 = 0, base = 0, size = 0;
  Tenths text_x = 0;             // where the words behind the mark begin
  Tenths left = 0, right = 0;    // of its column
  std::uint32_t column = 0;      // columns and cells are counted through the document
  std::uint32_t row = 0;         // of a table, counted through the document from 1; 0: no table
  std::uint32_t table = 0;
  bool cell = false;             // the first of a cell
  std::uint16_t empty = 0;       // columns without words before that cell
  bool bold = false, italic = false, caps = false;   // all of it
  bool bold_first = false;       // its first word
  bool furniture = false, note = false, contents = false;
  std::uint32_t colour = 0;
  std::uint32_t letters = 0;
  std::uint16_t font = 0;
  Mark mark;
};

// Words -> rows. Superscripts and detached bullets go to the row they belong to. O(words log words).
[[nodiscard]] Sheet make_sheet(const Page& page, const std::vector<Font>& fonts);

// What a stretch of inks begins with. Looks at three words at most.
[[nodiscard]] Mark read_mark(const Sheet& sheet, std::uint32_t first, std::uint32_t end);

// A line of the inks [first, end): its place, type and mark.
[[nodiscard]] Line make_line(const Sheet& sheet, const std::vector<Font>& fonts, std::uint32_t page,
                             std::uint32_t first, std::uint32_t end);

[[nodiscard]] bool is_bullet(char32_t c);

}  // namespace muster::ingest::pdf
