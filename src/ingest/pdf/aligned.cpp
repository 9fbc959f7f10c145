#include "ingest/pdf/aligned.hpp"

#include <algorithm>

namespace muster::ingest::pdf {
namespace {

constexpr std::size_t most_heads = 24;   // columns whose heads are looked at

struct PhysicalRow {
  Tenths base = 0, size = 0;
  std::int32_t block = -1;
  std::vector<CellPart> parts;
};

// Where cells end. The strips of the rows; and the gaps of the first row, its heads, where no word of the rows
// below stands across: "1" and the text behind it are cells of their own if each has a head.
std::vector<Tenths> find_bounds(const Sheet& sheet, const Region& region, const std::vector<Gutter>& cells,
                                const Gutter& best) {
  std::vector<std::pair<Tenths, Tenths>> strips;
  for (const Gutter& g : cells)
    if (g.first <= best.last && g.last >= best.first && g.both * 2 >= best.both) strips.emplace_back(g.lo, g.hi);
  const std::size_t gutters = strips.size();
  const std::size_t heads = std::min(region.rows[best.first + 1], region.rows[best.first] + most_heads);
  for (std::size_t i = region.rows[best.first]; i + 1 < heads; ++i) {
    Tenths lo = region.pieces[i].x1, hi = region.pieces[i + 1].x0;
    if (std::any_of(strips.begin(), strips.begin() + static_cast<std::ptrdiff_t>(gutters),
                    [&](const auto& s) { return s.first < hi && s.second > lo; }))
      continue;
    for (std::size_t k = region.rows[best.first + 1]; k < region.rows[best.last + 1] && hi - lo >= 30; ++k) {
      const Piece& piece = region.pieces[k];
      for (std::uint32_t ink = piece.first; ink < piece.end && hi - lo >= 30; ++ink) {
        const Ink& word = sheet.inks[ink];
        if (word.x1 <= lo || word.x0 >= hi) continue;
        if ((word.x0 + word.x1) / 2 <= (lo + hi) / 2) lo = word.x1;
        else hi = word.x0;
      }
    }
    if (hi - lo >= 30) strips.emplace_back(lo, hi);
  }
  std::vector<Tenths> bounds;
  for (const auto& [lo, hi] : strips) bounds.push_back((lo + hi) / 2);
  std::sort(bounds.begin(), bounds.end());
  return bounds;
}

PhysicalRow cut_row(const Sheet& sheet, const Region& region, std::size_t r, const std::vector<Tenths>& bounds) {
  PhysicalRow row;
  row.base = region.base(r);
  for (std::size_t i = region.rows[r]; i < region.rows[r + 1]; ++i) {
    const Piece& piece = region.pieces[i];
    row.size = std::max(row.size, piece.size);
    if (piece.table >= 0) {
      row.block = piece.table;
      return row;
    }
    for (std::uint32_t ink = piece.first; ink < piece.end; ++ink) {
      const Tenths middle = (sheet.inks[ink].x0 + sheet.inks[ink].x1) / 2;
      const auto cell =
          static_cast<std::size_t>(std::lower_bound(bounds.begin(), bounds.end(), middle) - bounds.begin());
      if (!row.parts.empty() && row.parts.back().cell == cell && row.parts.back().end == ink)
        row.parts.back().end = ink + 1;
      else row.parts.push_back({cell, ink, ink + 1});
    }
  }
  return row;
}

// How rows are told from the lines of one row.
struct Spacing {
  std::vector<Tenths> edges;     // ruled lines between rows, if any
  Tenths line = 0;               // lines of one row are at most so far apart
  bool two = false;              // rows are further apart than lines
};

Spacing measure(const std::vector<PhysicalRow>& rows, const Region& region, const Ruling& ruling) {
  Spacing spacing;
  const Tenths width = region.right - region.left;
  const auto first = std::partition_point(ruling.level.begin(), ruling.level.end(),
                                          [&](const Edge& e) { return e.at <= rows.front().base; });
  for (auto edge = first; edge != ruling.level.end() && edge->at < rows.back().base; ++edge)
    if ((std::min(edge->to, region.right) - std::max(edge->from, region.left)) * 10 >= width * 6)
      spacing.edges.push_back(edge->at);
  Tenths least = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const Tenths apart = rows[i].base - rows[i - 1].base;
    if (apart > 0 && (least == 0 || apart < least)) least = apart;
  }
  spacing.line = rows.front().size * 3 / 2;
  if (least * 20 <= rows.front().size * 29) {
    const Tenths limit = least * 6 / 5 + 5;
    for (std::size_t i = 1; i < rows.size(); ++i) spacing.two = spacing.two || rows[i].base - rows[i - 1].base > limit;
    if (spacing.two) spacing.line = limit;
  }
  return spacing;
}

bool begins_small(const Sheet& sheet, const CellPart& part) {
  const char c = sheet.text(sheet.inks[part.first]).front();
  return c >= 'a' && c <= 'z';
}

}  // namespace

std::vector<AlignedRow> align_rows(const Sheet& sheet, const Region& region, const std::vector<Gutter>& cells,
                                   const Gutter& best, const Ruling& ruling) {
  const std::vector<Tenths> bounds = find_bounds(sheet, region, cells, best);
  std::vector<PhysicalRow> physical;
  for (std::size_t r = best.first; r <= best.last; ++r) physical.push_back(cut_row(sheet, region, r, bounds));
  const Spacing spacing = measure(physical, region, ruling);
  const bool ruled = spacing.edges.size() >= 2;
  std::vector<AlignedRow> rows;
  const PhysicalRow* above = nullptr;
  bool whole = true;   // the row so far has all its cells
  for (PhysicalRow& row : physical) {
    if (row.block >= 0) {
      rows.emplace_back().block = row.block;
      above = nullptr;
      continue;
    }
    if (row.parts.empty()) continue;
    bool goes_on = false;
    if (above != nullptr && ruled) {
      const auto edge = std::upper_bound(spacing.edges.begin(), spacing.edges.end(), above->base);
      goes_on = edge == spacing.edges.end() || *edge >= row.base;
    } else if (above != nullptr && row.base - above->base <= spacing.line && !sheet.inks[row.parts[0].first].bullet) {
      const bool missing = row.parts.size() < bounds.size() + 1;
      goes_on =
          row.parts.front().cell > 0 || begins_small(sheet, row.parts.front()) || (spacing.two && missing && whole);
    }
    if (!goes_on) rows.emplace_back();
    AlignedRow& to = rows.back();
    to.parts.insert(to.parts.end(), row.parts.begin(), row.parts.end());
    whole = goes_on ? whole : row.parts.size() > 1;
    above = &row;
  }
  for (AlignedRow& row : rows)
    std::stable_sort(row.parts.begin(), row.parts.end(),
                     [](const CellPart& a, const CellPart& b) { return a.cell < b.cell; });
  if (!rows.empty()) rows.front().begins_table = true;
  return rows;
}

}  // namespace muster::ingest::pdf
