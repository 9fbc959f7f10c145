// SPDX-License-Identifier: AGPL-3.0-or-later
// Glyphs as they are drawn -> the words of a page. Drops what is drawn twice (a bold or a shadow faked so),
// what lies outside of the page or of the clip, and what is too small to be seen.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/pdf/page.hpp"

namespace muster::pdf_worker {

struct Box {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

// What the glyphs of one string share. (ux, uy): the direction of writing, a unit vector of the page.
struct Pen {
  float size = 0;
  float ux = 1, uy = 0;
  std::uint16_t font = 0;
  std::uint32_t colour = 0;
  bool upright = true;
  Box clip;
};

class Words {
 public:
  // Starts a page; `page` must outlive the use.
  void begin(ingest::pdf::Page& page);
  // A glyph whose foot stands at (x, y) and ends at (x1, y1); the next is expected at (nx, ny).
  void letters(std::string_view utf8, const Pen& pen, float x, float y, float x1, float y1, float nx, float ny);
  // A space character, after which the next glyph is expected at (nx, ny).
  void space(float nx, float ny) { end_word(), space_ = true, drawn_ = true, nx_ = nx, ny_ = ny; }
  void space() { end_word(), space_ = true, drawn_ = false; }
  void end_word();
  // A bullet that is drawn and not written: a word of its own, of the type around it.
  void dot(const Box& box, std::uint32_t colour, const Box& clip);
  // The page is done: its dots join the words.
  void finish();
  [[nodiscard]] std::uint64_t count() const { return page_->words.size(); }

 private:
  bool drawn_twice(std::string_view utf8, float x, float y) const;
  bool cancelled(const Pen& pen, float x, float y) const;
  bool seen_before(const ingest::pdf::Word& word, std::string_view text);

  ingest::pdf::Page* page_ = nullptr;
  bool open_ = false, space_ = false;
  bool drawn_ = false;            // the space was a character
  bool kept_ = false;             // the word that ended last is the page's last
  Pen pen_;
  float sx_ = 0, sy_ = 0;         // where the word began
  float ex_ = 0, ey_ = 0;         // where its ink ends
  float nx_ = 0, ny_ = 0;         // where the next glyph is expected
  float lx_ = 0, ly_ = 0, lw_ = 0;   // the last glyph
  std::size_t last_at_ = 0;       // and its bytes in the text
  std::size_t begin_ = 0;
  std::vector<ingest::pdf::Word> dots_;   // of this page
  float lsize_ = 0;
  std::vector<std::uint32_t> table_;   // hash of the text -> word + 1
};

}  // namespace muster::pdf_worker
