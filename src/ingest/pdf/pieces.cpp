#include <algorithm>

#include "ingest/pdf/columns.hpp"

namespace muster::ingest::pdf {
namespace {

std::uint32_t letters_of(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

std::vector<Piece> cut_pieces(const Sheet& sheet) {
  std::vector<Piece> out;
  for (std::size_t r = 0; r + 1 < sheet.rows.size(); ++r) {
    const std::uint32_t end = sheet.rows[r + 1];
    const auto largest = std::max_element(sheet.inks.begin() + sheet.rows[r], sheet.inks.begin() + end,
                                          [](const Ink& a, const Ink& b) { return a.size < b.size; });
    for (std::uint32_t i = sheet.rows[r]; i < end;) {
      if (sheet.inks[i].taken) {
        ++i;
        continue;
      }
      Piece piece;
      piece.first = i;
      piece.row = sheet.inks[i].row;
      piece.x0 = sheet.inks[i].x0, piece.x1 = sheet.inks[i].x1;
      piece.base = largest->base, piece.size = sheet.inks[i].size;
      piece.letters = letters_of(sheet.text(sheet.inks[i]));
      // A mark and its text are one, however far apart.
      std::uint32_t limit = end;
      while (limit > i + 1 && sheet.inks[limit - 1].taken) --limit;
      const Mark mark = read_mark(sheet, i, limit);
      const std::uint32_t text = i + mark.inks;
      for (++i; i < end && !sheet.inks[i].taken; ++i) {
        const Ink& ink = sheet.inks[i];
        const Tenths gap = ink.x0 - piece.x1;
        if (i == text && mark.kind != MarkKind::none  ? gap > 700
            : i > text || mark.kind == MarkKind::none ? gap > std::min(ink.size, piece.size)
                                                      : false)
          break;
        piece.x1 = std::max(piece.x1, ink.x1);
        piece.size = std::max(piece.size, ink.size);
        piece.letters += letters_of(sheet.text(ink)) + 1;
      }
      piece.end = i;
      out.push_back(piece);
    }
  }
  return out;
}

}  // namespace muster::ingest::pdf
