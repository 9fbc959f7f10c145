#include "ingest/pdf/columns.hpp"

#include <algorithm>
#include <memory>

#include "ingest/pdf/aligned.hpp"
#include "ingest/pdf/gutters.hpp"

namespace muster::ingest::pdf {
namespace {

constexpr int deepest = 12;                 // columns in columns

class Orderer {
 public:
  Orderer(Sheet& sheet, const std::vector<Font>& fonts, std::uint32_t page, const Ruling& ruling,
          std::vector<Block>& blocks, Counters& counters)
      : sheet_(sheet), fonts_(fonts), page_(page), ruling_(ruling), blocks_(blocks), counters_(counters) {}

  void order(Region&& region, int depth) {
    if (region.pieces.empty()) return;
    region.number_rows();
    if (depth < deepest) {
      if (const Gutter columns = find_columns(region); columns.weight() > 0) return split(region, columns, depth);
      const std::vector<Gutter> cells = find_cells(region);
      const auto best = std::max_element(cells.begin(), cells.end(), [](const Gutter& a, const Gutter& b) {
        return a.weight() != b.weight() ? a.weight() < b.weight() : a.first > b.first;
      });
      if (best != cells.end()) return table(region, cells, *best, depth);
    }
    plain(region);
  }

  std::vector<Line> take() { return std::move(lines_); }

 private:
  void split(const Region& region, const Gutter& gutter, int depth) {
    Region above, left, right, below;
    above.left = below.left = left.left = region.left;
    above.right = below.right = right.right = region.right;
    left.right = gutter.lo, right.left = gutter.hi;
    for (std::size_t r = 0; r < region.row_count(); ++r)
      for (std::size_t i = region.rows[r]; i < region.rows[r + 1]; ++i) {
        const Piece& piece = region.pieces[i];
        Region& to = r < gutter.first ? above : r > gutter.last ? below : piece.x1 <= gutter.lo ? left : right;
        to.pieces.push_back(piece);
      }
    for (Region* part : {&above, &left, &right, &below}) order(std::move(*part), depth + 1);
  }

  void table(const Region& region, const std::vector<Gutter>& cells, const Gutter& best, int depth) {
    Region above, below;
    above.left = below.left = region.left;
    above.right = below.right = region.right;
    above.pieces.assign(region.pieces.begin(),
                        region.pieces.begin() + static_cast<std::ptrdiff_t>(region.rows[best.first]));
    below.pieces.assign(region.pieces.begin() + static_cast<std::ptrdiff_t>(region.rows[best.last + 1]),
                        region.pieces.end());
    order(std::move(above), depth + 1);
    for (AlignedRow& row : align_rows(sheet_, region, cells, best, ruling_)) add_row(region, row);
    order(std::move(below), depth + 1);
  }

  void add_row(const Region& region, const AlignedRow& row) {
    if (row.block >= 0) return put_block(row.block);
    // Words in one column alone head the rows below them, or go on after those above.
    const bool alone = row.parts.front().cell == row.parts.back().cell;
    if (row.begins_table) ++counters_.tables;
    const std::uint32_t number = alone ? 0 : ++counters_.rows;
    for (std::size_t i = 0; i < row.parts.size(); ++i) {
      const bool begins = i == 0 || row.parts[i].cell != row.parts[i - 1].cell;
      if (begins) ++counters_.columns;
      add(row.parts[i].first, row.parts[i].end, counters_.columns, region);
      Line& line = lines_.back();
      if (!alone) line.row = number, line.table = counters_.tables, line.cell = begins, line.left = line.x0;
    }
  }

  // No columns: rows as they come; words far apart on one row are lines of their own. A box beside the text
  // waits for the next gap, so that it does not part a sentence.
  void plain(const Region& region) {
    const std::uint32_t column = ++counters_.columns;
    std::vector<std::int32_t> waiting;
    for (std::size_t r = 0; r < region.row_count(); ++r) {
      const Tenths gap = r == 0 ? 0 : region.base(r) - region.base(r - 1);
      if (gap * 10 > region.pieces[region.rows[r]].size * 16) put_waiting(waiting);
      for (std::size_t i = region.rows[r]; i < region.rows[r + 1];) {
        const Piece& piece = region.pieces[i];
        if (piece.table >= 0) {
          const bool beside = (piece.x1 - piece.x0) * 4 < (region.right - region.left) * 3 && r > 0;
          if (beside) waiting.push_back(piece.table);
          else put_block(piece.table);
          ++i;
          continue;
        }
        std::size_t end = i + 1;
        while (end < region.rows[r + 1] && region.pieces[end].table < 0 &&
               region.pieces[end].x0 - region.pieces[end - 1].x1 <= 3 * piece.size &&
               region.pieces[end].first == region.pieces[end - 1].end)
          ++end;
        add(piece.first, region.pieces[end - 1].end, column, region);
        i = end;
      }
    }
    put_waiting(waiting);
  }

  void put_waiting(std::vector<std::int32_t>& waiting) {
    for (const std::int32_t block : waiting) put_block(block);
    waiting.clear();
  }

  void put_block(std::int32_t block) {
    std::vector<Line>& lines = blocks_[static_cast<std::size_t>(block)].lines;
    lines_.insert(lines_.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
    lines.clear();
  }

  void add(std::uint32_t first, std::uint32_t end, std::uint32_t column, const Region& region) {
    Line line = make_line(sheet_, fonts_, page_, first, end);
    line.column = column;
    line.left = region.left, line.right = region.right;
    lines_.push_back(std::move(line));
  }

  Sheet& sheet_;
  const std::vector<Font>& fonts_;
  std::uint32_t page_;
  const Ruling& ruling_;
  std::vector<Block>& blocks_;
  Counters& counters_;
  std::vector<Line> lines_;
};

// Watermarks and notes along the margin are furniture; a page turned on its side is text, as the file has it.
void add_slanted(Sheet& sheet, const std::vector<Font>& fonts, std::uint32_t page, Counters& counters,
                 std::vector<Line>& lines) {
  if (sheet.slanted.empty()) return;
  const auto first = static_cast<std::uint32_t>(sheet.inks.size());
  for (const std::uint32_t word : sheet.slanted) {
    Ink ink;
    ink.word = word;
    ink.row = static_cast<std::uint32_t>(sheet.rows.size());
    ink.size = std::max(tenths(sheet.page->words[word].size), 1);
    ink.font = sheet.page->words[word].font;
    ink.space = ink.taken = true;
    sheet.inks.push_back(ink);
  }
  Line line = make_line(sheet, fonts, page, first, static_cast<std::uint32_t>(sheet.inks.size()));
  line.column = ++counters.columns;
  line.furniture = sheet.slanted.size() <= first;
  line.mark = {};
  lines.push_back(std::move(line));
}

// The edges of the text: where its long lines begin and end.
void measure_width(Region& whole) {
  Tenths left = 0, right = 0, left_any = 0, right_any = 0;
  std::uint32_t many = 0;
  for (const Piece& piece : whole.pieces) {
    if (left_any == 0 || piece.x0 < left_any) left_any = piece.x0;
    right_any = std::max(right_any, piece.x1);
    if (piece.letters < 40) continue;
    ++many;
    if (left == 0 || piece.x0 < left) left = piece.x0;
    right = std::max(right, piece.x1);
  }
  whole.left = many >= 3 ? left : left_any;
  whole.right = many >= 3 ? right : right_any;
}

}  // namespace

std::vector<Line> order_lines(Sheet& sheet, const std::vector<Font>& fonts, std::uint32_t page, const Ruling& ruling,
                              Counters& counters) {
  std::vector<Line> lines;
  if (!sheet.inks.empty()) {
    std::vector<Block> blocks = take_tables(sheet, fonts, page, find_grids(ruling), counters);
    Region whole;
    whole.pieces = cut_pieces(sheet);
    for (std::size_t t = 0; t < blocks.size(); ++t) {
      Piece piece;
      piece.table = static_cast<std::int32_t>(t);
      piece.x0 = blocks[t].place.left, piece.x1 = blocks[t].place.right;
      piece.base = blocks[t].lines.front().base;
      piece.size = blocks[t].lines.front().size;
      piece.row = static_cast<std::uint32_t>(sheet.rows.size() + t);   // no other's
      whole.pieces.push_back(piece);
    }
    std::stable_sort(whole.pieces.begin(), whole.pieces.end(), [](const Piece& a, const Piece& b) {
      return a.base != b.base ? a.base < b.base : a.row != b.row ? a.row < b.row : a.x0 < b.x0;
    });
    measure_width(whole);
    Orderer orderer(sheet, fonts, page, ruling, blocks, counters);
    orderer.order(std::move(whole), 0);
    lines = orderer.take();
  }
  add_slanted(sheet, fonts, page, counters, lines);
  return lines;
}

}  // namespace muster::ingest::pdf
