#include "ingest/pdf/grid.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace muster::ingest::pdf {
namespace {

constexpr std::size_t most_edges = 3'000;      // a page with more is a drawing
constexpr std::size_t most_grids = 200;
constexpr std::size_t most_meetings = 200'000;
constexpr Tenths thin = 32, touch = 35;        // 3 points
constexpr Tenths shortest = 80;

void take_rules(const Page& page, std::vector<Edge>& level, std::vector<Edge>& upright) {
  const Tenths width = tenths(page.width), height = tenths(page.height);
  for (const Rule& rule : page.rules) {
    const Tenths x0 = std::max(0, tenths(std::min(rule.x0, rule.x1))),
                 x1 = std::min(width, tenths(std::max(rule.x0, rule.x1)));
    const Tenths y0 = std::max(0, tenths(std::min(rule.y0, rule.y1))),
                 y1 = std::min(height, tenths(std::max(rule.y0, rule.y1)));
    if (x1 < x0 || y1 < y0) continue;
    const bool flat = y1 - y0 <= thin, narrow = x1 - x0 <= thin;
    if (flat && narrow) {   // the corner of a border, or a piece of a dotted one
      level.push_back({(y0 + y1) / 2, x0, x1});
      upright.push_back({(x0 + x1) / 2, y0, y1});
    } else if (flat) {
      level.push_back({(y0 + y1) / 2, x0, x1});
    } else if (narrow) {
      upright.push_back({(x0 + x1) / 2, y0, y1});
    } else if (y1 - y0 >= 80 && x1 - x0 >= 100 && (y1 - y0) * 10 < height * 9) {
      if (rule.filled && rule.colour == 0xFFFFFF) continue;
      level.push_back({y0, x0, x1}), level.push_back({y1, x0, x1});
      upright.push_back({x0, y0, y1}), upright.push_back({x1, y0, y1});
    }
  }
}

// Pieces of one line become one.
void merge(std::vector<Edge>& edges) {
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    return a.at != b.at ? a.at < b.at : a.from != b.from ? a.from < b.from : a.to < b.to;
  });
  // Lines a little apart are one: the first of a cluster gives the place.
  for (std::size_t i = 0, first = 0; i < edges.size(); ++i) {
    if (edges[i].at - edges[first].at > 25) first = i;
    else edges[i].at = edges[first].at;
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    return a.at != b.at ? a.at < b.at : a.from != b.from ? a.from < b.from : a.to < b.to;
  });
  std::vector<Edge> out;
  for (const Edge& edge : edges) {
    if (!out.empty() && out.back().at == edge.at && edge.from <= out.back().to + touch)
      out.back().to = std::max(out.back().to, edge.to);
    else out.push_back(edge);
  }
  std::erase_if(out, [](const Edge& e) { return e.to - e.from < shortest; });
  edges = std::move(out);
}

// Every other row of a table has a ground: that is no table of one row, but one that alignment has to tell.
void drop_stripes(std::vector<Grid>& grids) {
  const auto one_row = [](const Grid& g) {
    return std::all_of(g.level.begin(), g.level.end(), [&](const Edge& e) { return e.at == g.y0 || e.at == g.y1; });
  };
  std::vector<bool> stripe(grids.size(), false);
  for (std::size_t i = 0; i + 1 < grids.size(); ++i) {
    const Grid& a = grids[i];
    const Grid& b = grids[i + 1];
    const Tenths gap = b.y0 - a.y1;
    if (one_row(a) && one_row(b) && gap > 0 && gap <= 2 * (a.y1 - a.y0) + 50 && std::abs(a.x0 - b.x0) <= 30 &&
        std::abs(a.x1 - b.x1) <= 30)
      stripe[i] = stripe[i + 1] = true;
  }
  std::size_t at = 0;
  std::erase_if(grids, [&](const Grid&) { return stripe[at++]; });
}

}  // namespace

std::optional<Cell> Grid::cell_at(Tenths x, Tenths y) const {
  if (x < x0 || x > x1 || y < y0 || y > y1) return std::nullopt;
  const auto covers = [](const Edge& e, Tenths p) { return e.from - touch <= p && p <= e.to + touch; };
  const auto nearest = [&](const std::vector<Edge>& edges, Tenths at, Tenths across, Tenths low,
                           Tenths high) -> std::optional<std::pair<Tenths, Tenths>> {
    const auto behind = std::partition_point(edges.begin(), edges.end(), [&](const Edge& e) { return e.at <= at; });
    std::pair<Tenths, Tenths> out{low, high};
    for (auto i = behind; i != edges.begin();)
      if (covers(*--i, across)) {
        out.first = i->at;
        break;
      }
    for (auto i = behind; i != edges.end(); ++i)
      if (covers(*i, across)) {
        out.second = i->at;
        break;
      }
    return out;
  };
  const auto rows = nearest(level, y, x, -1, -1);
  if (rows->first < 0 || rows->second < 0) return std::nullopt;
  const auto columns = nearest(upright, x, y, x0, x1);
  return Cell{columns->first, rows->first, columns->second, rows->second};
}

Ruling find_ruling(const Page& page) {
  Ruling ruling;
  take_rules(page, ruling.level, ruling.upright);
  merge(ruling.level);
  merge(ruling.upright);
  return ruling;
}

std::vector<Grid> find_grids(const Ruling& ruling) {
  const auto& [level, upright] = ruling;
  if (level.size() < 2 || upright.empty() || level.size() + upright.size() > most_edges) return {};
  std::vector<std::uint32_t> parent(level.size() + upright.size());
  std::iota(parent.begin(), parent.end(), 0U);
  const auto root = [&](std::uint32_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  std::size_t meetings = 0;
  for (std::size_t u = 0; u < upright.size(); ++u) {
    const Edge& up = upright[u];
    auto first =
        std::partition_point(level.begin(), level.end(), [&](const Edge& e) { return e.at < up.from - touch; });
    for (; first != level.end() && first->at <= up.to + touch; ++first) {
      if (++meetings > most_meetings) return {};
      if (up.at < first->from - touch || up.at > first->to + touch) continue;
      const std::uint32_t a = root(static_cast<std::uint32_t>(first - level.begin())),
                          b = root(static_cast<std::uint32_t>(level.size() + u));
      parent[std::max(a, b)] = std::min(a, b);
    }
  }
  std::vector<Grid> grids;
  std::vector<std::int32_t> index(parent.size(), -1);
  const auto grid_of = [&](std::uint32_t i) -> Grid& {
    const std::uint32_t r = root(i);
    if (index[r] < 0) index[r] = static_cast<std::int32_t>(grids.size()), grids.emplace_back();
    return grids[static_cast<std::size_t>(index[r])];
  };
  for (std::uint32_t i = 0; i < level.size(); ++i) grid_of(i).level.push_back(level[i]);
  for (std::uint32_t i = 0; i < upright.size(); ++i)
    grid_of(static_cast<std::uint32_t>(level.size()) + i).upright.push_back(upright[i]);
  std::erase_if(grids, [](const Grid& g) {
    return g.level.size() < 2 || g.upright.empty() || g.level.size() + g.upright.size() < 4;
  });
  for (Grid& grid : grids) {
    grid.y0 = grid.level.front().at, grid.y1 = grid.level.back().at;
    grid.x0 = grid.level.front().from, grid.x1 = grid.level.front().to;
    for (const Edge& e : grid.level) grid.x0 = std::min(grid.x0, e.from), grid.x1 = std::max(grid.x1, e.to);
  }
  std::sort(grids.begin(), grids.end(),
            [](const Grid& a, const Grid& b) { return a.y0 != b.y0 ? a.y0 < b.y0 : a.x0 < b.x0; });
  drop_stripes(grids);
  if (grids.size() > most_grids) return {};
  return grids;
}

}  // namespace muster::ingest::pdf
