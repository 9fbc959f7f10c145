// Ruled tables: which cell every word lies in, and the cells in rows. A grid of one column is a box, or
// a list in boxes: its cells are read like columns of their own.
#include <algorithm>
#include <map>
#include <tuple>

#include "ingest/pdf/columns.hpp"

namespace muster::ingest::pdf {
namespace {

struct CellText {
  Cell cell;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> stretches;   // of inks, one a row of words
};

using Key = std::tuple<Tenths, Tenths, Tenths, Tenths>;   // top, left, bottom, right

void take_table(Sheet& sheet, const std::vector<Font>& fonts, std::uint32_t page, const Grid& grid, Counters& counters, std::vector<Line>& out) {
  std::map<Key, CellText> cells;
  const auto first_row = std::partition_point(sheet.rows.begin(), sheet.rows.end() - 1, [&](std::uint32_t i) { return sheet.inks[i].base < grid.y0; });
  std::vector<std::uint32_t> inside;
  std::size_t crossings = 0, stretches = 0;   // words of neighbouring cells with no more than a space between
  for (auto row = first_row; row != sheet.rows.end() - 1; ++row) {
    if (sheet.inks[*row].base > grid.y1 + sheet.inks[*row].size) break;
    CellText* open = nullptr;
    for (std::uint32_t i = *row; i < *(row + 1); ++i) {
      const Ink& ink = sheet.inks[i];
      const std::optional<Cell> cell = ink.taken ? std::nullopt : grid.cell_at((ink.x0 + ink.x1) / 2, ink.base - ink.size / 3);
      if (!cell) {
        open = nullptr;
        continue;
      }
      CellText& text = cells[{cell->top, cell->left, cell->bottom, cell->right}];
      text.cell = *cell;
      if (&text != open) {
        crossings += i > *row && ink.x0 - sheet.inks[i - 1].x1 < ink.size / 2 && !sheet.inks[i - 1].bullet;
        ++stretches;
        text.stretches.emplace_back(i, i);
      }
      text.stretches.back().second = i + 1;
      open = &text;
      inside.push_back(i);
    }
  }
  if (cells.size() < 2) return;   // a frame around text
  if (crossings * 6 > stretches + 6) return;   // grounds behind words, which the text runs across
  for (const std::uint32_t i : inside) sheet.inks[i].taken = true;
  const std::uint32_t table = ++counters.tables;
  for (auto cell = cells.begin(); cell != cells.end();) {
    auto end = cell;
    std::size_t across = 0;
    const Tenths top = cell->second.cell.top;
    while (end != cells.end() && end->second.cell.top == top) ++across, ++end;
    const bool box = across == 1 && cell->second.cell.right - cell->second.cell.left >= (grid.x1 - grid.x0) * 9 / 10;
    const std::uint32_t row = box ? 0 : ++counters.rows;
    for (; cell != end; ++cell) {
      const std::uint32_t column = ++counters.columns;
      bool begins = true;
      for (const auto& [from, to] : cell->second.stretches) {
        Line line = make_line(sheet, fonts, page, from, to);
        line.column = column;
        line.left = cell->second.cell.left;
        line.right = cell->second.cell.right - 50;
        line.table = table;
        line.row = row;
        line.cell = begins;
        begins = false;
        out.push_back(line);
      }
    }
  }
}

}  // namespace

std::vector<std::vector<Line>> take_tables(Sheet& sheet, const std::vector<Font>& fonts, std::uint32_t page, const std::vector<Grid>& grids, Counters& counters) {
  std::vector<std::vector<Line>> tables;
  if (sheet.inks.empty()) return tables;
  for (const Grid& grid : grids) {
    std::vector<Line> lines;
    take_table(sheet, fonts, page, grid, counters, lines);
    if (!lines.empty()) tables.push_back(std::move(lines));
  }
  return tables;
}

}  // namespace muster::ingest::pdf
