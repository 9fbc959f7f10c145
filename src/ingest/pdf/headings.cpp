// Which paragraphs are headings, by their type beside that of the running text; and the levels of items.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

#include "ingest/pdf/paragraphs.hpp"
#include "muster/base/utf8.hpp"

namespace muster::ingest::pdf {
namespace {

using model::RunRole;

struct Style {
  Tenths size = 0;
  bool bold = false, caps = false, italic = false;
  friend auto operator<=>(const Style&, const Style&) = default;
};

struct Look {
  std::uint32_t letters = 0, lines = 0, digits = 0;
  Tenths size = 0;
  bool bold = true, italic = true, caps = true, coloured = true;
  char32_t last = 0, first = 0;
};

bool capital(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= '0' && c <= '9'); }

// Black and nearly black are one colour.
bool differs(std::uint32_t a, std::uint32_t b) {
  for (const unsigned shift : {0U, 8U, 16U})
    if (std::abs(static_cast<int>((a >> shift) & 0xFFU) - static_cast<int>((b >> shift) & 0xFFU)) > 0x48) return true;
  return false;
}

Look look_at(const Reading& reading, const Paragraph& p) {
  Look look;
  for (const std::uint32_t i : p.lines) {
    const Line& line = reading.lines[i];
    look.letters += line.letters;
    ++look.lines;
    if (look.letters < 20)
      for (std::uint32_t k = line.first; k < line.first + line.count; ++k)
        for (const char c : reading.text(line, k)) look.digits += c >= '0' && c <= '9';
    if (line.letters == 0) continue;
    look.size = std::max(look.size, line.size);
    look.bold = look.bold && line.bold;
    look.italic = look.italic && line.italic;
    look.caps = look.caps && line.caps;
    look.coloured = look.coloured && differs(line.colour, reading.body.colour);
  }
  const Line& last = reading.lines[p.lines.back()];
  for (std::uint32_t i = last.first + last.count; i-- > last.first && look.last == 0;) {
    const Ink& ink = reading.sheets[last.page].inks[i];
    if (ink.raised && i > last.first) continue;
    const std::string_view text = reading.text(last, i);
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    look.last = base::step(text, at).code_point;
  }
  const Line& first = reading.lines[p.lines.front()];
  look.first = base::step(reading.text(first, first.first + std::min(first.mark.inks, first.count - 1)), 0).code_point;
  return look;
}

bool is_heading(const Reading& reading, const Paragraph& p, const Look& look) {
  const Line& first = reading.lines[p.lines.front()];
  if (p.furniture || p.role != RunRole::paragraph || look.letters == 0 || look.letters > 250 || look.lines > 8)
    return false;
  if (first.mark.kind == MarkKind::bullet || first.mark.kind == MarkKind::dash) return false;
  const bool ends = look.last == '.' || look.last == ',' || look.last == ';' || look.last == 0x2026;
  const bool big = look.size * 100 >= reading.body.size * 112;
  if (ends && !(big && look.last == '.' && look.lines <= 2 && look.letters <= 60)) return false;
  if (!capital(look.first) && look.first < 0x80) return false;   // "and" between two lines of a cover
  if (look.lines > (look.size * 100 >= reading.body.size * 150 ? 8U : 5U)) return false;
  if (big) return true;
  if (look.size * 100 < reading.body.size * 88) return false;
  if (look.bold && !reading.body.bold) return look.lines <= 4;
  if (look.lines > 2 || look.last == ':') return false;
  if (look.caps && look.letters >= 5) return true;
  if (look.letters > 100) return false;
  return (look.italic || look.coloured) && look.letters >= 4;
}

}  // namespace

void find_headings(const Reading& reading, std::vector<Paragraph>& paragraphs) {
  std::map<Style, int> levels;
  std::vector<std::pair<std::size_t, Style>> found;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const Look look = look_at(reading, paragraphs[i]);
    if (!is_heading(reading, paragraphs[i], look)) continue;
    const Style style{(look.size + 3) / 5, look.bold, look.caps, look.italic};
    found.emplace_back(i, style);
    levels[style] = 0;
  }
  // The largest on the first page with any text is the title.
  std::size_t title = paragraphs.size();
  Tenths largest = 0;
  if (!reading.lines.empty()) {
    for (const auto& [i, style] : found) {
      if (reading.lines[paragraphs[i].lines.front()].page != reading.lines.front().page) break;
      const Look look = look_at(reading, paragraphs[i]);
      if (look.letters < 10 && look.digits > 0) continue;   // "HC 99": a number of the publisher's
      const Tenths weight = 2 * style.size + style.bold;
      if (weight > largest && (style.bold || style.size * 5 * 100 >= reading.body.size * 112))
        largest = weight, title = i;
    }
  }
  // A type that heads only one thing is no level of its own: it takes that of the next larger one.
  std::map<Style, std::uint32_t> uses;
  for (const auto& [i, style] : found) ++uses[style];
  const bool rare = levels.size() > 6;
  int level = 0;
  for (auto style = levels.rbegin(); style != levels.rend(); ++style) {
    if (!rare || uses[style->first] >= 3 || level == 0) ++level;
    style->second = std::clamp(level, 1, 6);
  }
  for (const auto& [i, style] : found) {
    paragraphs[i].role = i == title ? RunRole::title : RunRole::heading;
    paragraphs[i].level = levels[style];
  }
}

void find_items(const Reading& reading, std::vector<Paragraph>& paragraphs) {
  struct Open { Tenths x; MarkKind kind; bool signs; };
  std::vector<Open> open;
  for (Paragraph& p : paragraphs) {
    if (p.furniture) continue;
    const Line& first = reading.lines[p.lines.front()];
    if (p.role != RunRole::paragraph || first.mark.kind == MarkKind::none) {
      if (p.role != RunRole::paragraph || open.empty() || first.x0 <= open.front().x + 20) open.clear();
      continue;
    }
    const auto alike = [&](const Open& o) {
      return o.kind == first.mark.kind && o.signs == first.mark.signs && std::abs(o.x - first.x0) <= first.size;
    };
    const auto same = std::find_if(open.begin(), open.end(), alike);
    if (same != open.end()) {
      open.erase(same + 1, open.end());
    } else {
      while (!open.empty() && open.back().x >= first.x0 - 20) open.pop_back();
      if (open.size() < 9) open.push_back({first.x0, first.mark.kind, first.mark.signs});
    }
    p.role = RunRole::list_item;
    p.level = static_cast<int>(std::max<std::size_t>(open.size(), 1));
  }
}

}  // namespace muster::ingest::pdf
