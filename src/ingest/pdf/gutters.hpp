// Where the words of a page leave a strip of white from one row to the next: between columns of text, or
// between the cells of a table that has no lines.
#pragma once

#include <vector>

#include "ingest/pdf/columns.hpp"

namespace muster::ingest::pdf {

struct Gutter {
  Tenths lo = 0, hi = 0;
  std::size_t first = 0, last = 0;    // rows of the region with words beside it
  std::uint32_t both = 0, left = 0, right = 0, left_letters = 0, right_letters = 0;
  [[nodiscard]] std::uint32_t weight() const { return both + std::min(left, right); }
  // Running text on both sides, not the cells of a table.
  [[nodiscard]] bool prose() const;
};

// What part of a page is looked at: pieces by row, then x; rows[i] is where each row begins in them.
struct Region {
  std::vector<Piece> pieces;
  std::vector<std::size_t> rows;
  Tenths left = 0, right = 0;
  void number_rows();
  [[nodiscard]] std::size_t row_count() const { return rows.empty() ? 0 : rows.size() - 1; }
  [[nodiscard]] Tenths base(std::size_t row) const { return pieces[rows[row]].base; }
};

// The strip between two columns of running text that weighs most; `weight()` is 0 if there is none. O(pieces).
[[nodiscard]] Gutter find_columns(const Region& region);
// The strips between cells that stand one below the other in at least two rows.
[[nodiscard]] std::vector<Gutter> find_cells(const Region& region);

}  // namespace muster::ingest::pdf
