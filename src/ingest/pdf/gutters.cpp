#include "ingest/pdf/gutters.hpp"

#include <algorithm>

namespace muster::ingest::pdf {
namespace {

constexpr Tenths narrowest = 80;
constexpr std::size_t most_open = 16;         // gutters followed at once
constexpr std::uint32_t prose_letters = 16;   // a line of running text has at least so many, on average

enum class Side { left, right, across };

// On which side of the strip a piece lies; the strip becomes narrower where it must.
Side side_of(const Piece& piece, Tenths& lo, Tenths& hi) {
  if (piece.x1 > lo && piece.x0 - lo >= narrowest) {
    hi = std::min(hi, piece.x0);
    return Side::right;
  }
  if (hi - piece.x1 >= narrowest) {
    lo = std::max(lo, piece.x1);
    return Side::left;
  }
  return Side::across;
}

// Takes a row in; false if words stand across.
bool take(const Region& region, std::size_t r, Gutter& g) {
  Gutter seen = g;
  std::uint32_t left = 0, right = 0;
  for (std::size_t i = region.rows[r]; i < region.rows[r + 1]; ++i) {
    const Piece& piece = region.pieces[i];
    switch (side_of(piece, seen.lo, seen.hi)) {
      case Side::left: ++left, seen.left_letters += piece.letters; break;
      case Side::right: ++right, seen.right_letters += piece.letters; break;
      case Side::across: return false;
    }
  }
  seen.left += left > 0, seen.right += right > 0;
  seen.both += left > 0 && right > 0;
  if (right > 0 || r - seen.last <= 1) seen.last = r;
  g = seen;
  return true;
}

// A gap so wide above the row that something else may begin there.
bool apart(const Region& region, std::size_t r, int tenfold) {
  if (r == 0) return false;
  const Piece& below = region.pieces[region.rows[r]];
  const Piece& above = region.pieces[region.rows[r - 1]];
  return (below.base - above.base) * 10 > std::max(std::min(below.size, above.size), 60) * tenfold;
}

// All strips of the region. `cut`: multiples (in tenths) of the type's size that end a strip.
std::vector<Gutter> follow(const Region& region, int cut, bool offset) {
  std::vector<Gutter> open, out;
  for (std::size_t r = 0; r < region.row_count(); ++r) {
    if (apart(region, r, cut)) {
      out.insert(out.end(), open.begin(), open.end());
      open.clear();
    }
    std::erase_if(open, [&](Gutter& g) {
      if (take(region, r, g)) return false;
      out.push_back(g);
      return true;
    });
    const auto first = region.pieces.begin() + static_cast<std::ptrdiff_t>(region.rows[r]),
               end = region.pieces.begin() + static_cast<std::ptrdiff_t>(region.rows[r + 1]);
    const auto begin = [&](const Piece& p, const Piece& q, bool one_row) {
      if (open.size() >= most_open || q.x0 - p.x1 < narrowest ||
          std::any_of(open.begin(), open.end(), [&](const Gutter& g) { return g.lo >= p.x1 && g.hi <= q.x0; }))
        return;
      Gutter g;
      g.lo = p.x1, g.hi = q.x0, g.first = one_row ? r : r - 1, g.last = r;
      g.both = one_row;
      g.left = g.right = 1;
      g.left_letters = p.letters, g.right_letters = q.letters;
      open.push_back(g);
    };
    for (auto p = first; p + 1 < end; ++p) begin(*p, *(p + 1), true);
    // Columns whose lines do not stand on the same baselines.
    if (!offset || r == 0 || apart(region, r, 8)) continue;
    const Piece& last_above = region.pieces[region.rows[r] - 1];
    const Piece& first_above = region.pieces[region.rows[r - 1]];
    if (last_above.x1 < first->x0) begin(last_above, *first, false);
    else if ((end - 1)->x1 < first_above.x0) begin(*(end - 1), first_above, false);
  }
  out.insert(out.end(), open.begin(), open.end());
  return out;
}

// The lines of one column alone, below where the other one ends: they belong to it if they fill its width.
std::size_t tail(const Region& region, const Gutter& g) {
  std::size_t r = g.last + 1;
  Tenths widest = 0;
  for (; r < region.row_count(); ++r) {
    const Piece& piece = region.pieces[region.rows[r]];
    if (region.rows[r + 1] - region.rows[r] != 1 || piece.x1 > g.lo) break;
    widest = std::max(widest, piece.x1);
  }
  const bool fills = r >= g.last + 3 && (widest - region.left) * 4 >= (g.lo - region.left) * 3;
  return fills ? r - 1 : g.last;
}

}  // namespace

bool Gutter::prose() const {
  return left >= 3 && right >= 3 && left_letters / left >= prose_letters && right_letters / right >= prose_letters;
}

void Region::number_rows() {
  rows.clear();
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (i == 0 || pieces[i].row != pieces[i - 1].row) rows.push_back(i);
  rows.push_back(pieces.size());
}

Gutter find_columns(const Region& region) {
  std::vector<Gutter> strips = follow(region, 22, true);
  std::sort(strips.begin(), strips.end(),
            [](const Gutter& a, const Gutter& b) { return a.first != b.first ? a.first < b.first : a.lo < b.lo; });
  // Gaps that both columns have at one height do not end them: strips that meet are one.
  std::vector<Gutter> joined;
  for (const Gutter& strip : strips) {
    const auto above =
        std::find_if(joined.rbegin(), joined.rbegin() + static_cast<std::ptrdiff_t>(std::min(joined.size(), most_open)),
                     [&](const Gutter& g) {
                       return g.last + 1 >= strip.first && g.last + 1 <= strip.first + 2 && g.last < strip.last &&
                              std::min(g.hi, strip.hi) - std::max(g.lo, strip.lo) >= narrowest;
                     });
    if (above == joined.rbegin() + static_cast<std::ptrdiff_t>(std::min(joined.size(), most_open))) {
      joined.push_back(strip);
      continue;
    }
    bool free = true;
    Gutter whole = *above;
    whole.lo = std::max(whole.lo, strip.lo), whole.hi = std::min(whole.hi, strip.hi);
    for (std::size_t r = above->last + 1; r < strip.first && free; ++r) free = take(region, r, whole);
    if (!free) {
      joined.push_back(strip);
      continue;
    }
    whole.last = strip.last;
    whole.both += strip.both, whole.left += strip.left, whole.right += strip.right;
    whole.left_letters += strip.left_letters, whole.right_letters += strip.right_letters;
    *above = whole;
  }
  Gutter best;
  for (const Gutter& g : joined)
    if (g.prose() && g.weight() > best.weight()) best = g;
  if (best.weight() == 0) return best;
  // The right column may begin higher than the left.
  Gutter higher = best;
  for (std::size_t r = best.first; r-- > 0 && !apart(region, r + 1, 22);) {
    const std::uint32_t left = higher.left;
    if (!take(region, r, higher)) break;
    if (higher.left == left) best.first = r;
  }
  best.last = tail(region, best);
  return best;
}

std::vector<Gutter> find_cells(const Region& region) {
  std::vector<Gutter> strips = follow(region, 50, false);
  std::erase_if(strips, [](const Gutter& g) { return g.both < 2; });
  return strips;
}

}  // namespace muster::ingest::pdf
