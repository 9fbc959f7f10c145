// SPDX-License-Identifier: AGPL-3.0-or-later
// A document's fonts: which letters a code stands for and how wide it is, looked up once a code.
#pragma once

#include <mupdf/fitz.h>
#include <mupdf/pdf.h>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "ingest/pdf/page.hpp"

namespace muster::pdf_worker {

struct Glyph {
  enum class Kind : std::uint8_t { unknown, letter, space, nothing };
  Kind kind = Kind::unknown;
  std::uint8_t length = 0;
  std::array<char, 22> utf8{};    // the letters, ligatures written out
  float width = 0;                // of an em
};

// One font of the file in one style.
class Face {
 public:
  Face(pdf_font_desc* desc, std::uint16_t index) : desc_(desc), index_(index) {}
  [[nodiscard]] const Glyph& glyph(int cid) {
    if (static_cast<unsigned>(cid) < 0x10000U) {
      auto& block = blocks_[static_cast<unsigned>(cid) >> 8U];
      if (block) {
        const Glyph& known = (*block)[static_cast<unsigned>(cid) & 0xFFU];
        if (known.kind != Glyph::Kind::unknown) return known;
      }
    }
    return look_up(cid);
  }
  [[nodiscard]] pdf_font_desc* desc() const { return desc_; }
  [[nodiscard]] std::uint16_t index() const { return index_; }   // into Fonts::told

  int bold_index = -1;            // the same font drawn bold by a stroke

 private:
  const Glyph& look_up(int cid);
  pdf_font_desc* desc_;
  std::uint16_t index_;
  std::array<std::unique_ptr<std::array<Glyph, 256>>, 256> blocks_;
  Glyph other_;
};

class Fonts {
 public:
  explicit Fonts(fz_context* ctx) : ctx_(ctx) {}
  ~Fonts();
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  // Keeps the font for as long as this lives. Never null.
  [[nodiscard]] Face* face(pdf_font_desc* desc);
  [[nodiscard]] std::uint16_t bold_of(Face& face);
  std::vector<ingest::pdf::Font> told;   // in the order of their numbers

 private:
  std::uint16_t number_of(ingest::pdf::Font&& font);
  fz_context* ctx_;
  std::vector<std::unique_ptr<Face>> faces_;
};

}  // namespace muster::pdf_worker
