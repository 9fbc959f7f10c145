// Plain-text tables: neighbouring lines with tabs, bars or wide gaps in the same columns.
#include <algorithm>
#include <array>

#include "layout/chars.hpp"
#include "layout/lines.hpp"

namespace muster::layout {
namespace {

struct Cells {
  std::uint32_t tabs = 0, bars = 0, gaps = 0, widest = 0;
  std::array<std::uint32_t, 8> columns{};   // where a gap ends
};

Cells see_cells(std::string_view s, const Line& line) {
  Cells cells;
  if (s.size() > 400 || !line.apart) return cells;
  const std::size_t from = line.marker.kind == MarkerKind::none ? 0 : line.marker.content;
  for (std::size_t i = from; i < s.size(); ++i) {
    if (s[i] == '\t') ++cells.tabs;
    if (s[i] == '|') ++cells.bars;
    if (s[i] != ' ') continue;
    std::size_t end = i;
    while (end < s.size() && s[end] == ' ') ++end;
    const auto wide = static_cast<std::uint32_t>(end - i);
    // Two spaces behind a full stop are a typist's habit.
    if (wide >= 2 && i > from && !(wide < 4 && (is_stop(s[i - 1]) || s[i - 1] == ':'))) {
      if (cells.gaps < cells.columns.size()) cells.columns[cells.gaps] = line.indent + static_cast<std::uint32_t>(end);
      ++cells.gaps;
      cells.widest = std::max(cells.widest, wide);
    }
    i = end - 1;
  }
  return cells;
}

bool aligned(const Cells& a, const Cells& b) {
  if (a.widest >= 3 && b.widest >= 3) return true;
  for (std::size_t i = 0; i < std::min<std::size_t>(a.gaps, a.columns.size()); ++i) {
    for (std::size_t k = 0; k < std::min<std::size_t>(b.gaps, b.columns.size()); ++k) {
      if (a.columns[i] + 1 >= b.columns[k] && b.columns[k] + 1 >= a.columns[i]) return true;
    }
  }
  return false;
}

bool same_table(const Cells& a, const Cells& b, std::uint32_t breaks) {
  if (a.bars >= 1 && b.bars >= 1 && (a.bars >= 2 || a.bars == b.bars) && breaks <= 2) return true;
  if (a.tabs >= 1 && b.tabs >= 1 && breaks <= 2) return true;
  return a.gaps >= 1 && b.gaps >= 1 && breaks == 1 && aligned(a, b);
}

}  // namespace

void find_tables(const base::Text& text, std::vector<Line>& lines) {
  const auto cells_of = [&](const Line& line) {
    return line.shape == LineShape::text || line.shape == LineShape::menu ? see_cells(text.folded(line.span), line)
                                                                          : Cells{};
  };
  // A row on its own goes on the table that remarks interrupt, if it has as many bars.
  constexpr std::size_t longest_remark = 12;   // lines
  std::uint32_t bars = 0;   // of the last table's rows
  std::size_t last_row = 0;
  for (std::size_t i = 0; i < lines.size();) {
    Cells last = cells_of(lines[i]);
    if (last.tabs + last.bars + last.gaps == 0) {
      ++i;
      continue;
    }
    std::size_t end = i + 1, rows = 1, multi = last.gaps >= 2 || last.tabs >= 1 || last.bars >= 1;
    for (; end < lines.size(); ++end) {
      if (lines[end].shape == LineShape::rule && lines[end].breaks == 1) continue;
      const Cells next = cells_of(lines[end]);
      if (!same_table(last, next, lines[end].breaks)) break;
      multi += next.gaps >= 2 || next.tabs >= 1 || next.bars >= 1;
      last = next;
      ++rows;
    }
    const bool goes_on = rows == 1 && last.bars >= 2 && last.bars == bars && i - last_row <= longest_remark;
    // Two columns of spaces need three rows to be believed.
    if (rows >= 3 || (rows == 2 && multi == 2) || goes_on) {
      bars = last.bars;
      last_row = end - 1;
      for (std::size_t k = i; k < end; ++k) {
        if (lines[k].shape != LineShape::rule) lines[k].shape = LineShape::table;
      }
    }
    i = end;
  }
}

}  // namespace muster::layout
