// Tables over page breaks: the row of heads that every page repeats, and the row that the page cut in two.
#include <algorithm>
#include <cstdlib>
#include <string>

#include "ingest/pdf/paragraphs.hpp"
#include "muster/base/utf8.hpp"

namespace muster::ingest::pdf {
namespace {

struct CellLines {
  Tenths left = 0;
  std::vector<std::uint32_t> lines;
};

std::vector<CellLines> cells_of(const Reading& reading, const Paragraph& row) {
  std::vector<CellLines> cells;
  for (const std::uint32_t i : row.lines) {
    const Line& line = reading.lines[i];
    if (cells.empty() || line.cell) cells.push_back({line.left, {}});
    cells.back().lines.push_back(i);
  }
  return cells;
}

bool near(Tenths a, Tenths b) { return std::abs(a - b) <= 60; }

bool same_text(const Reading& reading, const Paragraph& a, const Paragraph& b) {
  std::string first, second;
  const auto put = [&](const Paragraph& p, std::string& out) {
    for (const std::uint32_t i : p.lines)
      for (std::uint32_t k = reading.lines[i].first;
           k < reading.lines[i].first + reading.lines[i].count && out.size() < 400; ++k)
        out += reading.text(reading.lines[i], k);
  };
  put(a, first), put(b, second);
  return first == second;
}

bool ends_open(const Reading& reading, const Line& line) {
  const std::string_view last = reading.text(line, line.first + line.count - 1);
  return last.back() != '.' && last.back() != '!' && last.back() != '?' && last.back() != ':' && last.back() != ';';
}

bool begins_small(const Reading& reading, const Line& line) {
  const char c = reading.text(line, line.first).front();
  return c >= 'a' && c <= 'z';
}

// Does `lower` hold the rest of the cells of `upper`?
bool is_rest(const Reading& reading, const std::vector<CellLines>& upper, const std::vector<CellLines>& lower) {
  bool matches = true, small = false;
  for (const CellLines& cell : lower) {
    const auto same =
        std::find_if(upper.begin(), upper.end(), [&](const CellLines& other) { return near(other.left, cell.left); });
    if (same == upper.end()) {
      matches = false;
      break;
    }
    small = small || (begins_small(reading, reading.lines[cell.lines.front()]) &&
                      ends_open(reading, reading.lines[same->lines.back()]));
  }
  // A row without its first cell goes on where the one above has it.
  return matches && (small || (lower.size() < upper.size() && !near(lower.front().left, upper.front().left)));
}

}  // namespace

void join_tables(Reading& reading, std::vector<Paragraph>& paragraphs) {
  std::size_t head = paragraphs.size(),
              above = paragraphs.size();   // the first row of the table, the last one before this
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    Paragraph& p = paragraphs[i];
    if (p.furniture) continue;
    if (p.role != model::RunRole::table_row) {
      above = paragraphs.size();
      continue;
    }
    const Line& first = reading.lines[p.lines.front()];
    const bool inside = above < paragraphs.size() && reading.lines[paragraphs[above].lines.back()].table == first.table;
    const bool over =
        above < paragraphs.size() && !inside && reading.lines[paragraphs[above].lines.back()].page + 1 == first.page;
    if (!inside && !over) head = i;
    if (over && head != i && same_text(reading, paragraphs[head], p)) {
      p.furniture = true;
      continue;
    }
    if (over) {
      std::vector<CellLines> upper = cells_of(reading, paragraphs[above]);
      const std::vector<CellLines> lower = cells_of(reading, p);
      if (is_rest(reading, upper, lower)) {
        for (const CellLines& cell : lower) {
          auto& lines = std::find_if(upper.begin(), upper.end(), [&](const CellLines& other) {
                          return near(other.left, cell.left);
                        })->lines;
          reading.lines[cell.lines.front()].cell = false;
          lines.insert(lines.end(), cell.lines.begin(), cell.lines.end());
        }
        paragraphs[above].lines.clear();
        for (const CellLines& cell : upper)
          paragraphs[above].lines.insert(paragraphs[above].lines.end(), cell.lines.begin(), cell.lines.end());
        p.lines.clear();
        continue;
      }
    }
    above = i;
  }
  std::erase_if(paragraphs, [](const Paragraph& p) { return p.lines.empty(); });
}

}  // namespace muster::ingest::pdf
