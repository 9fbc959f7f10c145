#include "layout/units.hpp"

#include <algorithm>

#include "layout/chars.hpp"

namespace muster::layout {

std::vector<Unit> join_lines(base::Text& text, const std::vector<Line>& lines, const model::Run* runs) {
  const Wrap wrap = measure(lines);
  std::vector<Unit> units;
  std::uint32_t expected = 0;
  for (std::size_t i = 0; i < lines.size();) {
    const Line& first = lines[i];
    std::size_t end = i + 1;
    while (end < lines.size() && goes_on(first, lines[end - 1], lines[end], wrap, expected)) {
      for (std::uint32_t at = lines[end - 1].span.end; at < lines[end].span.begin; ++at) {
        if (text.folded_at(at) == '\n') text.replace_ascii(at, ' ');
      }
      ++end;
    }
    // A run of a very long document may hold several lines.
    for (std::size_t at = text.folded(first.span).find('\n'); at != std::string_view::npos;
         at = text.folded(first.span).find('\n', at + 1))
      text.replace_ascii(first.span.begin + static_cast<std::uint32_t>(at), ' ');
    const Line& last = lines[end - 1];
    Unit& unit = units.emplace_back();
    unit.span = {first.span.begin, last.span.end};
    unit.page = runs[i].page;
    unit.lines = static_cast<std::uint32_t>(end - i);
    unit.indent = first.indent;
    unit.breaks = first.breaks;
    for (std::size_t k = i; k < end && unit.words < 1000; ++k) unit.words += lines[k].words;
    unit.marker = first.marker;
    unit.shape = first.shape;
    unit.stops = last.stops;
    unit.upper = first.upper;
    unit.caps =
        std::all_of(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.begin() + static_cast<std::ptrdiff_t>(end),
                    [](const Line& line) { return line.caps; });
    unit.address =
        std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.begin() + static_cast<std::ptrdiff_t>(end),
                    [](const Line& line) { return line.address; });
    unit.foreign = first.foreign;
    if (units.size() > 1 && unit.lines == 1) {
      const Unit& above = units[units.size() - 2];
      unit.verdict = first.verdict && above.stops && (first.breaks == 1 || above.last == ')');
    }
    unit.last = last.last;
    if (first.marker.kind == MarkerKind::number || first.marker.kind == MarkerKind::letter)
      expected = first.marker.number + 1;
    else if (first.marker.kind == MarkerKind::none) expected = 0;
    i = end;
  }
  for (std::size_t i = 1; i < units.size(); ++i) {
    const std::string_view rule = text.folded(units[i].span);
    if (units[i].shape == LineShape::rule && units[i].breaks == 1 &&
        (rule[0] == '=' || rule[0] == '-' || rule[0] == '~') &&
        rule.find_first_not_of(rule[0]) == std::string_view::npos && units[i - 1].lines == 1 &&
        units[i - 1].span.size() <= 120)
      units[i - 1].underlined = units[i - 1].shape == LineShape::text;
  }
  return units;
}

void find_levels(std::vector<Unit>& units) {
  struct Open { std::uint32_t indent; MarkerKind kind; char sign; };
  std::vector<Open> open;
  for (Unit& unit : units) {
    if (unit.kind != model::BlockKind::list_item) {
      // A paragraph further to the left ends the lists; one inside an item does not.
      if (unit.kind != model::BlockKind::paragraph || open.empty() || unit.indent <= open.front().indent) open.clear();
      continue;
    }
    const auto alike = [&](const Open& o) { return o.kind == unit.marker.kind && o.sign == unit.marker.sign; };
    while (!open.empty() && open.back().indent > unit.indent + 1) open.pop_back();
    const auto same = std::find_if(open.begin(), open.end(), [&](const Open& o) {
      return alike(o) && o.indent <= unit.indent + 1 && unit.indent <= o.indent + 1;
    });
    if (same != open.end()) open.erase(same + 1, open.end());
    else if (open.size() < 9) open.push_back({unit.indent, unit.marker.kind, unit.marker.sign});
    unit.level = static_cast<int>(std::max<std::size_t>(open.size(), 1));
  }
}

}  // namespace muster::layout
