// Words that stand in columns without lines around every cell -> the rows of a table.
#pragma once

#include <vector>

#include "ingest/pdf/gutters.hpp"

namespace muster::ingest::pdf {

struct CellPart {
  std::size_t cell = 0;
  std::uint32_t first = 0, end = 0;   // inks of one row
};

struct AlignedRow {
  std::vector<CellPart> parts;        // by cell, then from the top; never empty unless `block` is one
  std::int32_t block = -1;            // a ruled table or box in between
  bool begins_table = false;
};

// The rows best.first to best.last of the region. `cells` are all strips of it.
[[nodiscard]] std::vector<AlignedRow> align_rows(const Sheet& sheet, const Region& region,
                                                 const std::vector<Gutter>& cells, const Gutter& best,
                                                 const Ruling& ruling);

}  // namespace muster::ingest::pdf
