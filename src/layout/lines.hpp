// Physical lines with what can be seen of each alone, and the width that the text was wrapped at.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/markers.hpp"
#include "muster/model/source.hpp"

namespace muster::layout {

enum class LineShape : std::uint8_t { text, rule, table, menu, contents, running };

struct Line {
  model::Span span;
  std::uint32_t indent = 0;       // columns before it
  std::uint32_t breaks = 0;       // line breaks before it: 1 is the next line, more have blank lines between
  std::uint32_t words = 0;        // of the first thousand characters
  std::uint32_t first_word = 0;   // its length
  Marker marker;
  LineShape shape = LineShape::text;
  std::uint8_t gaps = 0;          // wide gaps, tabs or bars between words
  bool apart = false;             // holds a tab, a bar, a break or several blanks in a row (in its first thousand)
  bool stops = false;             // ends as a sentence ends
  bool lower = false;             // begins with a small letter (behind a quote)
  bool upper = false;             // begins with a capital
  bool caps = false;              // no small letter, some capitals
  bool address = false;           // holds an address of the web or mail
  bool foreign = false;           // mostly letters of other scripts
  bool open_end = false;          // ends with a word that something must follow ("of", "the")
  bool labelled = false;          // "Owner: Director of Nursing"
  bool verdict = false;           // nothing but a verdict of a scale: "Partially achieved"
  bool series = false;            // its number goes on from a line just above, or the next one does: "1. …", "2. …"
  bool dated = false;             // short, and begins with the digits of a date
  char last = 0;
  [[nodiscard]] std::uint32_t columns() const { return indent + span.size(); }
};

// `runs` are lines. O(text).
[[nodiscard]] std::vector<Line> see_lines(const base::Text& text, const model::Run* first, const model::Run* last);

// "a set out …", "b work …": letters without a sign, in their order, the first below a line that ends with a colon.
// O(lines).
void find_bare_letters(const base::Text& text, std::vector<Line>& lines);

struct Wrap {
  std::uint32_t width = 0;        // 0: the lines are as long as their paragraphs
  std::uint32_t breaks = 1;       // line breaks inside a paragraph (2 where every line is followed by a blank one)
};
[[nodiscard]] Wrap measure(const std::vector<Line>& lines);

// Does `next` go on where `line` stopped? `first` is the first line of the block that `line` is in;
// `expected` the number that an item of the list going on would have, 0 if there is none.
[[nodiscard]] bool goes_on(const Line& first, const Line& line, const Line& next, const Wrap& wrap,
                           std::uint32_t expected);

// Sets shape `running` where heads and feet of pages stand.
void find_running_lines(const base::Text& text, std::vector<Line>& lines);

// Sets shape `table` where neighbouring lines stand in columns, and for a row on its own that goes on such a table with
// as many bars behind a remark of a few lines.
void find_tables(const base::Text& text, std::vector<Line>& lines);

}  // namespace muster::layout
