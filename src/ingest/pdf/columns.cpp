#include "ingest/pdf/columns.hpp"

#include <algorithm>

namespace muster::ingest::pdf {
namespace {

constexpr Tenths narrowest_gutter = 80;
constexpr std::size_t most_open = 16;       // gutters followed at once
constexpr int deepest = 12;                 // columns in columns
constexpr std::uint32_t prose_letters = 16; // a line of running text has at least so many, on average

struct Gutter {
  Tenths lo = 0, hi = 0;
  std::size_t first = 0, last = 0;    // rows of the region with words on both sides, and those between
  std::uint32_t both = 0, left = 0, right = 0, left_letters = 0, right_letters = 0;
  [[nodiscard]] std::uint32_t weight() const { return both + std::min(left, right); }
  [[nodiscard]] bool prose() const { return left >= 3 && right >= 3 && left_letters / left >= prose_letters && right_letters / right >= prose_letters; }
};

struct Region {
  std::vector<Piece> pieces;   // by row, then x
  Tenths left = 0, right = 0;
};

class Orderer {
 public:
  Orderer(Sheet& sheet, const std::vector<Font>& fonts, std::uint32_t page, std::vector<std::vector<Line>>& tables, Counters& counters)
      : sheet_(sheet), fonts_(fonts), page_(page), tables_(tables), counters_(counters) {}

  void order(Region&& region, int depth) {
    if (region.pieces.empty()) return;
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < region.pieces.size(); ++i)
      if (i == 0 || region.pieces[i].row != region.pieces[i - 1].row) rows.push_back(i);
    rows.push_back(region.pieces.size());
    std::vector<Gutter> gutters;
    if (depth < deepest) find_gutters(region, rows, gutters);
    const auto best = std::max_element(gutters.begin(), gutters.end(), [](const Gutter& a, const Gutter& b) {
      if (a.prose() != b.prose()) return b.prose();
      return a.weight() != b.weight() ? a.weight() < b.weight() : a.first > b.first;
    });
    if (best == gutters.end()) return plain(region, rows);
    const Gutter gutter = *best;
    Region above, left, right, below;
    above.left = below.left = left.left = region.left;
    above.right = below.right = right.right = region.right;
    left.right = gutter.lo, right.left = gutter.hi;
    for (std::size_t r = 0; r + 1 < rows.size(); ++r) {
      for (std::size_t i = rows[r]; i < rows[r + 1]; ++i) {
        const Piece& piece = region.pieces[i];
        Region& to = r < gutter.first ? above : r > gutter.last ? below : piece.x1 <= gutter.lo ? left : right;
        to.pieces.push_back(piece);
      }
    }
    order(std::move(above), depth + 1);
    if (gutter.prose()) {
      order(std::move(left), depth + 1);
      order(std::move(right), depth + 1);
    } else {
      rows_of(region, rows, gutters, gutter);
    }
    order(std::move(below), depth + 1);
  }

  std::vector<Line> take() { return std::move(lines_); }

 private:
  void find_gutters(const Region& region, const std::vector<std::size_t>& rows, std::vector<Gutter>& out) const {
    std::vector<Gutter> open;
    const auto close = [&](const Gutter& g) {
      if (g.prose() || g.both >= 2) out.push_back(g);
    };
    for (std::size_t r = 0; r + 1 < rows.size(); ++r) {
      const auto first = region.pieces.begin() + static_cast<std::ptrdiff_t>(rows[r]), end = region.pieces.begin() + static_cast<std::ptrdiff_t>(rows[r + 1]);
      for (Gutter& g : open) {
        Gutter seen = g;
        std::uint32_t left = 0, right = 0;
        bool crossed = false;
        for (auto p = first; p != end && !crossed; ++p) {
          if (p->x1 > seen.lo && p->x0 - seen.lo >= narrowest_gutter) {
            seen.hi = std::min(seen.hi, p->x0), ++right, seen.right_letters += p->letters;
          } else if (seen.hi - p->x1 >= narrowest_gutter) {
            seen.lo = std::max(seen.lo, p->x1), ++left, seen.left_letters += p->letters;
          } else {
            crossed = true;
          }
        }
        if (crossed) {
          close(g);
          g.hi = g.lo;
          continue;
        }
        g.lo = seen.lo, g.hi = seen.hi;
        // Rows of one side alone belong to it as long as the other side goes on later.
        g.left += left > 0, g.right += right > 0;
        g.left_letters = seen.left_letters, g.right_letters = seen.right_letters;
        if (left > 0 && right > 0) ++g.both;
        if (right > 0 || r - g.last <= 1) g.last = r;
      }
      std::erase_if(open, [](const Gutter& g) { return g.hi <= g.lo; });
      const auto begin_gutter = [&](const Piece& p, const Piece& q, bool one_row) {
        if (open.size() >= most_open || q.x0 - p.x1 < narrowest_gutter || std::any_of(open.begin(), open.end(), [&](const Gutter& g) { return g.lo >= p.x1 && g.hi <= q.x0; })) return;
        Gutter g;
        g.lo = p.x1, g.hi = q.x0, g.first = one_row ? r : r - 1, g.last = r;
        g.both = one_row;
        g.left = g.right = 1;
        g.left_letters = p.letters, g.right_letters = q.letters;
        open.push_back(g);
      };
      for (auto p = first; p + 1 < end; ++p) begin_gutter(*p, *(p + 1), true);
      // Columns whose lines do not stand on the same baselines.
      if (r > 0 && first->base - region.pieces[rows[r - 1]].base < first->size * 4 / 5) {
        const Piece& before = region.pieces[rows[r] - 1];
        if (before.x1 < first->x0) begin_gutter(before, *first, false);
        else if ((end - 1)->x1 < region.pieces[rows[r - 1]].x0) begin_gutter(*(end - 1), region.pieces[rows[r - 1]], false);
      }
    }
    for (const Gutter& g : open) close(g);
  }

  // No columns: rows as they come; words far apart on one row are lines of their own.
  void plain(const Region& region, const std::vector<std::size_t>& rows) {
    const std::uint32_t column = ++counters_.columns;
    for (std::size_t r = 0; r + 1 < rows.size(); ++r) {
      for (std::size_t i = rows[r]; i < rows[r + 1];) {
        const Piece& piece = region.pieces[i];
        if (piece.table >= 0) {
          auto& table = tables_[static_cast<std::size_t>(piece.table)];
          lines_.insert(lines_.end(), table.begin(), table.end());
          table.clear();
          ++i;
          continue;
        }
        std::size_t end = i + 1;
        while (end < rows[r + 1] && region.pieces[end].table < 0 && region.pieces[end].x0 - region.pieces[end - 1].x1 <= 3 * piece.size && region.pieces[end].first == region.pieces[end - 1].end) ++end;
        add(piece.first, region.pieces[end - 1].end, column, region);
        i = end;
      }
    }
  }

  // Words in aligned columns that are no running text: the rows of a table without lines.
  void rows_of(const Region& region, const std::vector<std::size_t>& rows, const std::vector<Gutter>& gutters, const Gutter& best) {
    std::vector<Tenths> bounds;
    for (const Gutter& g : gutters)
      if (g.first <= best.last && g.last >= best.first && g.both * 2 >= best.both) bounds.push_back((g.lo + g.hi) / 2);
    std::sort(bounds.begin(), bounds.end());
    const std::uint32_t table = ++counters_.tables;
    struct Part { std::size_t cell; std::uint32_t first, end; };
    std::vector<Part> row;
    const auto flush = [&] {
      if (row.empty()) return;
      std::stable_sort(row.begin(), row.end(), [](const Part& a, const Part& b) { return a.cell < b.cell; });
      // Words in one column alone head the rows below them, or go on after those above.
      const bool alone = row.front().cell == row.back().cell;
      const std::uint32_t number = alone ? 0 : ++counters_.rows;
      if (alone) ++counters_.columns;
      for (std::size_t i = 0; i < row.size(); ++i) {
        const bool begins = i == 0 || row[i].cell != row[i - 1].cell;
        if (begins && !alone) ++counters_.columns;
        add(row[i].first, row[i].end, counters_.columns, region);
        if (!alone) lines_.back().row = number, lines_.back().table = table, lines_.back().cell = begins, lines_.back().left = lines_.back().x0;
      }
      row.clear();
    };
    Tenths above = 0;
    for (std::size_t r = best.first; r <= best.last; ++r) {
      std::vector<Part> parts;
      for (std::size_t i = rows[r]; i < rows[r + 1]; ++i) {
        const Piece& piece = region.pieces[i];
        if (piece.table >= 0) continue;
        const Tenths middle = (piece.x0 + piece.x1) / 2;
        const auto cell = static_cast<std::size_t>(std::lower_bound(bounds.begin(), bounds.end(), middle) - bounds.begin());
        if (!parts.empty() && parts.back().cell == cell && parts.back().end == piece.first) parts.back().end = piece.end;
        else parts.push_back({cell, piece.first, piece.end});
      }
      if (parts.empty()) continue;
      const Piece& piece = region.pieces[rows[r]];
      const bool goes_on = !row.empty() && parts.size() == 1 && piece.base - above <= piece.size * 14 / 10 && !sheet_.inks[parts[0].first].bullet;
      if (!goes_on) flush();
      row.insert(row.end(), parts.begin(), parts.end());
      above = piece.base;
    }
    flush();
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
  std::vector<std::vector<Line>>& tables_;
  Counters& counters_;
  std::vector<Line> lines_;
};

std::uint32_t letters_of(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void cut_pieces(const Sheet& sheet, std::vector<Piece>& out) {
  for (std::size_t r = 0; r + 1 < sheet.rows.size(); ++r) {
    const std::uint32_t end = sheet.rows[r + 1];
    const auto largest = std::max_element(sheet.inks.begin() + sheet.rows[r], sheet.inks.begin() + end, [](const Ink& a, const Ink& b) { return a.size < b.size; });
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
        if (i == text && mark.kind != MarkKind::none ? gap > 700 : i > text || mark.kind == MarkKind::none ? gap > std::min(ink.size, piece.size) : false) break;
        piece.x1 = std::max(piece.x1, ink.x1);
        piece.size = std::max(piece.size, ink.size);
        piece.letters += letters_of(sheet.text(ink)) + 1;
      }
      piece.end = i;
      out.push_back(piece);
    }
  }
}

// Watermarks and notes along the margin are furniture; a page turned on its side is text, as the file has it.
void add_slanted(Sheet& sheet, const std::vector<Font>& fonts, std::uint32_t page, Counters& counters, std::vector<Line>& lines) {
  if (sheet.slanted.empty()) return;
  const auto first = static_cast<std::uint32_t>(sheet.inks.size());
  for (const std::uint32_t word : sheet.slanted) {
    Ink ink;
    ink.word = word;
    ink.row = static_cast<std::uint32_t>(sheet.rows.size());
    ink.size = std::max(static_cast<Tenths>(std::clamp(sheet.page->words[word].size, 0.F, 1000.F) * 10.F), 1);
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

}  // namespace

std::vector<Line> order_lines(Sheet& sheet, const std::vector<Font>& fonts, std::uint32_t page, const std::vector<Grid>& grids, Counters& counters) {
  if (sheet.inks.empty()) {
    std::vector<Line> lines;
    add_slanted(sheet, fonts, page, counters, lines);
    return lines;
  }
  std::vector<std::vector<Line>> tables = take_tables(sheet, fonts, page, grids, counters);
  Region whole;
  cut_pieces(sheet, whole.pieces);
  for (std::size_t t = 0; t < tables.size(); ++t) {
    Piece piece;
    piece.table = static_cast<std::int32_t>(t);
    piece.x0 = tables[t].front().left, piece.x1 = tables[t].front().right;
    for (const Line& line : tables[t]) piece.x0 = std::min(piece.x0, line.left), piece.x1 = std::max(piece.x1, line.right);
    piece.base = tables[t].front().base;
    piece.row = static_cast<std::uint32_t>(sheet.rows.size() + t);   // no other's
    whole.pieces.push_back(piece);
  }
  std::stable_sort(whole.pieces.begin(), whole.pieces.end(), [](const Piece& a, const Piece& b) {
    return a.base != b.base ? a.base < b.base : a.row != b.row ? a.row < b.row : a.x0 < b.x0;
  });
  // The right edge of the text: where its long lines end.
  Tenths left = 0, right = 0, left_any = 0, right_any = 0;
  for (const Piece& piece : whole.pieces) {
    if (left_any == 0 || piece.x0 < left_any) left_any = piece.x0;
    right_any = std::max(right_any, piece.x1);
    if (piece.letters < 40) continue;
    if (left == 0 || piece.x0 < left) left = piece.x0;
    right = std::max(right, piece.x1);
  }
  whole.left = right > 0 ? left : left_any;
  whole.right = right > 0 ? right : right_any;
  Orderer orderer(sheet, fonts, page, tables, counters);
  orderer.order(std::move(whole), 0);
  std::vector<Line> lines = orderer.take();
  add_slanted(sheet, fonts, page, counters, lines);
  return lines;
}

}  // namespace muster::ingest::pdf
