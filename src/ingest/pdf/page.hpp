// What the PDF worker tells of a page: words where they stand, in what type, and the lines and boxes
// around them. Nothing here knows of MuPDF, of lines of text or of headings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muster::ingest::pdf {

// Lengths are points (1/72 inch); x grows to the right, y downwards from the top of the page as it is
// shown (rotation and crop are applied).
struct Font {
  std::string name;            // as the file calls it, without the subset's prefix ("ABCDEF+")
  bool bold = false;
  bool italic = false;
  bool mono = false;
  bool symbol = false;         // its letters are no letters: Symbol, Wingdings, Zapf Dingbats
};

// Glyphs that stand together on one line, in one font and size, without white space inside.
struct Word {
  float x0 = 0, x1 = 0;        // left and right
  float baseline = 0;
  float size = 0;              // of the type, as shown
  std::uint32_t begin = 0, length = 0;   // bytes of Page::text, UTF-8
  std::uint16_t font = 0;      // index into Pages::fonts
  bool space_before = false;   // a space character stood before it, or a gap as wide as one
  bool upright = true;         // false: written at an angle (watermarks, margins)
  std::uint32_t colour = 0;    // 0xRRGGBB of the fill
};

// A thin filled rectangle or stroke (a line of a table), or the outline or ground of a box.
struct Rule {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  bool filled = false;
  std::uint32_t colour = 0;
};

struct Page {
  int number = 0;              // from 1
  float width = 0, height = 0;
  std::string text;            // the words' bytes, one after the other
  std::vector<Word> words;     // in the order of the file, which need not be that of reading
  std::vector<Rule> rules;
  bool image = false;          // an image covers a good part of the page
  bool damaged = false;        // something on it could not be read
  [[nodiscard]] std::string_view of(const Word& word) const {
    return std::string_view(text).substr(word.begin, word.length);
  }
};

struct Pages {
  std::vector<Font> fonts;
  std::vector<Page> pages;
  std::string title;           // from the file's own information, often wrong; "" if none
  int count = 0;               // pages that the file says it has; more than pages.size() where a limit cut it
};

}  // namespace muster::ingest::pdf
