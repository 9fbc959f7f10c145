// The rows of a page -> its lines in the order of reading: tables row by row, columns one after the
// other, whatever stands across them in between.
#pragma once

#include <algorithm>
#include <vector>

#include "ingest/pdf/grid.hpp"
#include "ingest/pdf/sheet.hpp"

namespace muster::ingest::pdf {

// Counted through the document, so that lines of two pages never seem to share one.
struct Counters {
  std::uint32_t columns = 0, tables = 0, rows = 0;
};

// Words of one row that no wide gap parts, or a whole ruled table.
struct Piece {
  std::uint32_t first = 0, end = 0;   // inks; none for a table
  std::uint32_t row = 0;
  Tenths x0 = 0, x1 = 0, base = 0, size = 0;
  std::uint32_t letters = 0;
  std::int32_t table = -1;            // index of its lines
};

// The words that no table has, by row, then x. A mark and its text are one piece, however far apart.
[[nodiscard]] std::vector<Piece> cut_pieces(const Sheet& sheet);

// A ruled table or box, and the place that it takes.
struct Block {
  Cell place;
  std::vector<Line> lines;
};

// The ruled tables and boxes of the page, from the top; their inks are `taken`.
[[nodiscard]] std::vector<Block> take_tables(Sheet& sheet, const std::vector<Font>& fonts, std::uint32_t page,
                                             const std::vector<Grid>& grids, Counters& counters);

// All lines of the page. O(words log words).
[[nodiscard]] std::vector<Line> order_lines(Sheet& sheet, const std::vector<Font>& fonts, std::uint32_t page,
                                            const Ruling& ruling, Counters& counters);

}  // namespace muster::ingest::pdf
