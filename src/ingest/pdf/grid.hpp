// Ruled lines and boxes of a page -> grids: what a drawn table or box is made of. Knows no words.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/pdf/sheet.hpp"

namespace muster::ingest::pdf {

struct Edge {
  Tenths at = 0;                 // y of a horizontal edge, x of an upright one
  Tenths from = 0, to = 0;
};

struct Cell {
  Tenths left = 0, top = 0, right = 0, bottom = 0;
  friend bool operator==(const Cell&, const Cell&) = default;
};

// Edges that touch one another.
struct Grid {
  Tenths x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  std::vector<Edge> level, upright;   // sorted by `at`
  // The cell around a point; nullopt outside. O(edges) at worst, a few steps usually.
  [[nodiscard]] std::optional<Cell> cell_at(Tenths x, Tenths y) const;
};

// The ruled lines of a page, pieces of one line joined; boxes give their four sides. Both sorted by `at`.
struct Ruling {
  std::vector<Edge> level, upright;
};
[[nodiscard]] Ruling find_ruling(const Page& page);

// From the top. A page with more lines than a table has (a map, a chart) has none. O(rules log rules).
[[nodiscard]] std::vector<Grid> find_grids(const Ruling& ruling);

}  // namespace muster::ingest::pdf
