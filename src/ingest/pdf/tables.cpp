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

constexpr Tenths slack = 20;   // edges that a drawing program sets apart by a hair

// Where the columns begin: at the upright lines that go down at least half of the table. A head may be cut up
// otherwise, and boxes within a cell have short lines. O(edges).
std::vector<Tenths> columns_of(const Grid& grid) {
  std::vector<Tenths> columns;
  for (auto edge = grid.upright.begin(); edge != grid.upright.end();) {
    const Tenths at = edge->at;
    Tenths drawn = 0;
    for (; edge != grid.upright.end() && edge->at - at <= slack; ++edge) drawn += edge->to - edge->from;
    if (drawn * 2 >= grid.y1 - grid.y0 && at + slack < grid.x1) columns.push_back(at);
  }
  return columns;
}

// Rows with a ground or lines between them, whose columns nothing marks but the words: read by alignment.
bool is_list_of_cells(const Sheet& sheet, const Grid& grid, const std::map<Key, CellText>& cells) {
  std::size_t parted = 0;
  Tenths lo = grid.x0, hi = grid.x1;
  for (const auto& [key, cell] : cells) {
    if (cell.cell.right - cell.cell.left < (grid.x1 - grid.x0) * 9 / 10) return false;
    for (const auto& [from, to] : cell.stretches) {
      const Mark mark = read_mark(sheet, from, to);
      bool gap = false;
      for (std::uint32_t i = from + std::max(mark.inks, 1U); i < to && !gap; ++i) {
        const Tenths left = sheet.inks[i - 1].x1, right = sheet.inks[i].x0;
        if (right - left < 2 * sheet.inks[i].size || left >= hi || right <= lo ||
            std::min(hi, right) - std::max(lo, left) < 40)
          continue;
        lo = std::max(lo, left), hi = std::min(hi, right);
        gap = true;
      }
      parted += gap;
    }
  }
  return parted >= 2 && parted * 2 >= cells.size();
}

void take_table(Sheet& sheet, const std::vector<Font>& fonts, std::uint32_t page, const Grid& grid, Counters& counters,
                Tenths text_width, std::vector<Line>& out) {
  std::map<Key, CellText> cells;
  const auto first_row = std::partition_point(sheet.rows.begin(), sheet.rows.end() - 1,
                                              [&](std::uint32_t i) { return sheet.inks[i].base < grid.y0; });
  std::vector<std::uint32_t> inside;
  std::size_t crossings = 0, stretches = 0;   // words of neighbouring cells with no more than a space between
  for (auto row = first_row; row != sheet.rows.end() - 1; ++row) {
    if (sheet.inks[*row].base > grid.y1 + sheet.inks[*row].size) break;
    CellText* open = nullptr;
    for (std::uint32_t i = *row; i < *(row + 1); ++i) {
      const Ink& ink = sheet.inks[i];
      const std::optional<Cell> cell =
          ink.taken ? std::nullopt : grid.cell_at((ink.x0 + ink.x1) / 2, ink.base - ink.size / 3);
      if (!cell) {
        crossings += open != nullptr && ink.x0 - sheet.inks[i - 1].x1 < ink.size / 2 && !sheet.inks[i - 1].bullet;
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
  // A frame around text is a box only beside other text.
  if (cells.empty() ||
      (cells.size() < 2 && (inside.size() < 3 || crossings > 0 || (grid.x1 - grid.x0) * 4 > text_width * 3)))
    return;
  if (cells.size() > 1 && is_list_of_cells(sheet, grid, cells)) return;
  if (crossings * 6 > stretches + 6) return;   // grounds behind words, which the text runs across
  for (const std::uint32_t i : inside) sheet.inks[i].taken = true;
  const std::uint32_t table = ++counters.tables;
  const std::vector<Tenths> columns = columns_of(grid);
  for (auto cell = cells.begin(); cell != cells.end();) {
    auto end = cell;
    std::size_t across = 0;
    const Tenths top = cell->second.cell.top;
    while (end != cells.end() && end->second.cell.top == top) ++across, ++end;
    const bool box = across == 1 && cell->second.cell.right - cell->second.cell.left >= (grid.x1 - grid.x0) * 9 / 10;
    const std::uint32_t row = box ? 0 : ++counters.rows;
    Tenths reached = grid.x0;
    for (; cell != end; ++cell) {
      // A column is empty if it ends before the cell begins.
      std::uint16_t empty = 0;
      for (std::size_t k = 0; k + 1 < columns.size(); ++k)
        empty += columns[k] + slack >= reached && columns[k + 1] <= cell->second.cell.left + slack;
      reached = std::max(reached, cell->second.cell.right);
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
        line.empty = begins && row != 0 ? empty : std::uint16_t{0};
        begins = false;
        out.push_back(line);
      }
    }
  }
}

}  // namespace

std::vector<Block> take_tables(Sheet& sheet, const std::vector<Font>& fonts, std::uint32_t page,
                               const std::vector<Grid>& grids, Counters& counters) {
  std::vector<Block> blocks;
  if (sheet.inks.empty()) return blocks;
  Tenths left = sheet.inks.front().x0, right = 0;
  for (const Ink& ink : sheet.inks) left = std::min(left, ink.x0), right = std::max(right, ink.x1);
  for (const Grid& grid : grids) {
    Block block;
    block.place = {grid.x0, grid.y0, grid.x1, grid.y1};
    take_table(sheet, fonts, page, grid, counters, right - left, block.lines);
    if (!block.lines.empty()) blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace muster::ingest::pdf
