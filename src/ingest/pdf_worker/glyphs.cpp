// SPDX-License-Identifier: AGPL-3.0-or-later
#include "ingest/pdf_worker/glyphs.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace muster::pdf_worker {
namespace {

constexpr std::size_t most_fonts = 0xFFFF;

void append(Glyph& glyph, std::uint32_t c) {
  std::array<char, 4> bytes{};
  std::size_t n = 0;
  const auto put = [&](std::uint32_t v) { bytes[n++] = static_cast<char>(v); };
  if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = 0xFFFD;
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6)), put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18)), put(0x80 | ((c >> 12) & 0x3F)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
  }
  if (glyph.length + n > glyph.utf8.size()) return;
  std::copy_n(bytes.begin(), n, glyph.utf8.begin() + glyph.length);
  glyph.length = static_cast<std::uint8_t>(glyph.length + n);
}

bool is_space(std::uint32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_nothing(std::uint32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

bool has(std::string_view name, std::string_view part) {
  return std::search(name.begin(), name.end(), part.begin(), part.end(),
                     [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; }) != name.end();
}

}  // namespace

const Glyph& Face::look_up(int cid) {
  Glyph glyph;
  std::array<int, 256> codes{};
  int count = desc_->to_unicode != nullptr
                  ? pdf_lookup_cmap_full(desc_->to_unicode, static_cast<unsigned>(cid), codes.data())
                  : 0;
  if (count <= 0 && cid >= 0 && static_cast<std::size_t>(cid) < desc_->cid_to_ucs_len)
    codes[0] = desc_->cid_to_ucs[cid], count = 1;
  if (count <= 0 || (count == 1 && codes[0] == 0)) codes[0] = 0xFFFD, count = 1;
  static constexpr std::array<std::string_view, 7> ligatures = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  bool spaces = true;
  for (int i = 0; i < std::min(count, 8); ++i) {
    const auto c = static_cast<std::uint32_t>(codes[static_cast<std::size_t>(i)]);
    if (is_space(c)) continue;
    spaces = false;
    if (is_nothing(c)) continue;
    if (c >= 0xFB00 && c <= 0xFB06) {
      for (const char letter : ligatures[c - 0xFB00]) append(glyph, static_cast<unsigned char>(letter));
    } else {
      append(glyph, c);
    }
  }
  glyph.kind = spaces ? Glyph::Kind::space : glyph.length == 0 ? Glyph::Kind::nothing : Glyph::Kind::letter;
  // Binary search in the font's table; the context is only for errors, of which there are none.
  const pdf_hmtx metric = pdf_lookup_hmtx(nullptr, desc_, cid);
  glyph.width = static_cast<float>(metric.w) * 0.001F;
  if (static_cast<unsigned>(cid) >= 0x10000U) return other_ = glyph;
  auto& block = blocks_[static_cast<unsigned>(cid) >> 8U];
  if (!block) block = std::make_unique<std::array<Glyph, 256>>();
  return (*block)[static_cast<unsigned>(cid) & 0xFFU] = glyph;
}

Fonts::~Fonts() {
  for (const auto& face : faces_) pdf_drop_font(ctx_, face->desc());
}

// Files cut a font into several; for the reader of words they are one.
std::uint16_t Fonts::number_of(ingest::pdf::Font&& font) {
  for (std::size_t i = 0; i < told.size(); ++i) {
    const ingest::pdf::Font& known = told[i];
    if (known.name == font.name && known.bold == font.bold && known.italic == font.italic && known.mono == font.mono &&
        known.symbol == font.symbol)
      return static_cast<std::uint16_t>(i);
  }
  told.push_back(std::move(font));
  return static_cast<std::uint16_t>(told.size() - 1);
}

Face* Fonts::face(pdf_font_desc* desc) {
  for (const auto& known : faces_) {
    if (known->desc() == desc) return known.get();
  }
  std::uint16_t index = 0;
  if (told.size() < most_fonts) {
    ingest::pdf::Font font;
    std::string_view name = fz_font_name(ctx_, desc->font);
    if (name.size() > 7 && name[6] == '+') name.remove_prefix(7);
    font.name = std::string(name);
    font.bold = fz_font_is_bold(ctx_, desc->font) != 0 || (desc->flags & PDF_FD_FORCE_BOLD) != 0 || has(name, "bold") ||
                has(name, "black") || has(name, "heavy") || has(name, "-demi");
    font.italic = fz_font_is_italic(ctx_, desc->font) != 0 || (desc->flags & PDF_FD_ITALIC) != 0 ||
                  has(name, "italic") || has(name, "oblique");
    font.mono = fz_font_is_monospaced(ctx_, desc->font) != 0;
    font.symbol = has(name, "symbol") || has(name, "wingdings") || has(name, "webdings") || has(name, "dingbats");
    index = number_of(std::move(font));
  }
  faces_.push_back(std::make_unique<Face>(pdf_keep_font(ctx_, desc), index));
  return faces_.back().get();
}

std::uint16_t Fonts::bold_of(Face& face) {
  if (told[face.index()].bold) return face.index();
  if (face.bold_index < 0) {
    face.bold_index = face.index();
    if (told.size() < most_fonts) {
      ingest::pdf::Font font = told[face.index()];
      font.bold = true;
      face.bold_index = number_of(std::move(font));
    }
  }
  return static_cast<std::uint16_t>(face.bold_index);
}

}  // namespace muster::pdf_worker
