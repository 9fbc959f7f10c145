#include "ingest/pdf/paragraphs.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "muster/base/utf8.hpp"

namespace muster::ingest::pdf {
namespace {

constexpr Tenths step = 5;   // sizes and distances are told apart by half a point

bool alike(Tenths a, Tenths b) { return std::abs(a - b) * 12 <= std::max(a, b); }

// Width of the first word of a line: what would have had to fit above.
Tenths first_word(const Reading& reading, const Line& line) {
  const auto& inks = reading.sheets[line.page].inks;
  std::uint32_t i = line.first + 1;
  while (i < line.first + line.count && !inks[i].space) ++i;
  return inks[i - 1].x1 - inks[line.first].x0;
}

char32_t last_letter(const Reading& reading, const Line& line) {
  const auto& inks = reading.sheets[line.page].inks;
  for (std::uint32_t i = line.first + line.count; i-- > line.first;) {
    if (inks[i].raised && i > line.first) continue;
    const std::string_view text = reading.text(line, i);
    std::size_t at = text.size();
    while (at > 0) {
      --at;
      while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
      const char32_t c = base::step(text, at).code_point;
      if (c == '"' || c == '\'' || c == 0x2019 || c == 0x201D || c == ')' || c == ']') continue;
      return c;
    }
  }
  return 0;
}

bool stops(char32_t c) { return c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026; }

char32_t first_letter(const Reading& reading, const Line& line) {
  const std::string_view text = reading.text(line, line.first + std::min(line.mark.inks, line.count - 1));
  for (std::size_t at = 0; at < text.size();) {
    const base::Step s = base::step(text, at);
    if (s.code_point != '"' && s.code_point != '\'' && s.code_point != 0x2018 && s.code_point != 0x201C &&
        s.code_point != '(')
      return s.code_point;
    at += s.length;
  }
  return 0;
}

bool small(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF); }

bool bold_last(const Reading& reading, const Line& line) {
  const Ink& ink = reading.sheets[line.page].inks[line.first + line.count - 1];
  return font_of(reading.fonts, ink.font).bold;
}

class Joiner {
 public:
  explicit Joiner(const Reading& reading) : reading_(reading) { measure_rights(); }

  std::vector<Paragraph> run() {
    for (std::uint32_t i = 0; i < reading_.lines.size(); ++i) {
      const Line& line = reading_.lines[i];
      if (line.furniture || line.note) {
        aside(i);
      } else if (!body_.empty() && goes_on(line)) {
        out_[current_].lines.push_back(i);
        body_.push_back(i);
      } else {
        begin(i);
      }
    }
    out_.insert(out_.end(), std::make_move_iterator(later_.begin()), std::make_move_iterator(later_.end()));
    return std::move(out_);
  }

 private:
  // Where lines may end: at their column's edge; but text in a box or beside a picture is narrower than its
  // column, which shows where many lines of one stretch end near the same place.
  void measure_rights() {
    const std::vector<Line>& lines = reading_.lines;
    rights_.resize(lines.size());
    for (std::size_t i = 0; i < lines.size();) {
      std::size_t end = i + 1;
      Tenths widest = lines[i].x1;
      while (end < lines.size() && lines[end].column == lines[i].column && alike(lines[end].size, lines[i].size) &&
             lines[end].base - lines[end - 1].base <= 3 * lines[i].size)
        widest = std::max(widest, lines[end++].x1);
      std::size_t near = 0;
      for (std::size_t k = i; k < end; ++k) near += (widest - lines[k].x1) * 12 <= widest - lines[i].x0;
      const Tenths column = lines[i].right > 0 ? lines[i].right : reading_.body.right;
      const bool narrow = end - i >= 3 && near >= 2 && near * 5 >= (end - i) * 2 &&
                          (widest - lines[i].x0) * 9 >= (column - lines[i].x0) * 4;
      for (; i < end; ++i) rights_[i] = narrow ? std::min(column, widest + 20) : column;
    }
  }

  // Furniture and notes: said after the paragraph that they interrupt.
  void aside(std::uint32_t i) {
    const Line& line = reading_.lines[i];
    bool joins = false;
    if (i > 0 && !later_.empty() && later_.back().lines.back() + 1 == i && line.page == reading_.lines[i - 1].page) {
      const Line& above = reading_.lines[i - 1];
      joins = line.note && above.note
                  ? line.mark.kind == MarkKind::none
                  : !line.note && !above.note && (line.row != 0 ? line.row == above.row : line.base == above.base);
    }
    if (!joins) later_.emplace_back().furniture = true;
    later_.back().lines.push_back(i);
  }

  void begin(std::uint32_t i) {
    out_.insert(out_.end(), std::make_move_iterator(later_.begin()), std::make_move_iterator(later_.end()));
    later_.clear();
    current_ = out_.size();
    Paragraph& p = out_.emplace_back();
    p.lines.push_back(i);
    if (reading_.lines[i].row != 0) p.role = model::RunRole::table_row;
    body_.assign(1, i);
  }

  const Line& first() const { return reading_.lines[body_.front()]; }
  const Line& above() const { return reading_.lines[body_.back()]; }

  bool goes_on(const Line& b) const {
    const Line& a = above();
    if (a.row != 0 || b.row != 0) return a.row == b.row;
    if (!alike(a.size, b.size) && a.letters > 3 && b.letters > 3) return false;
    if (b.mark.kind != MarkKind::none && begins_item(a, b)) return false;
    if (!same_weight(a, b)) return false;
    if (a.column == b.column) return next_line(a, b);
    return over_break(a, b);
  }

  // A mark in the middle of a paragraph may be any number or dash that the line happens to begin with.
  bool begins_item(const Line& a, const Line& b) const {
    if (b.mark.kind == MarkKind::bullet) return true;
    if (b.mark.kind == MarkKind::dash) return b.mark.wide || ends_short(a, b);
    const bool out = b.x0 < first().text_x - 30 || first().mark.kind == MarkKind::none;
    if (b.mark.wide && out) return true;
    if (!b.mark.signs) return false;
    const bool next = first().mark.kind == b.mark.kind && b.mark.number == first().mark.number + 1;
    return next || (stops(last_letter(reading_, a)) && (out || ends_short(a, b))) || (ends_short(a, b) && out);
  }

  bool same_weight(const Line& a, const Line& b) const {
    const bool all = std::all_of(body_.begin(), body_.end(), [&](std::uint32_t i) { return reading_.lines[i].bold; });
    if (all == b.bold) return true;
    if (all) {
      if (b.bold_first) return true;
      return !ends_short(a, b) && !stops(last_letter(reading_, a)) && small(first_letter(reading_, b));
    }
    return bold_last(reading_, a) || goes_on_small(a, b);
  }

  // No stop, and a small letter next: one sentence, wherever the line ends.
  bool goes_on_small(const Line& a, const Line& b) const {
    return small(first_letter(reading_, b)) && !stops(last_letter(reading_, a));
  }

  // Would the next word have fitted? Then the line was ended on purpose.
  bool ends_short(const Line& a, const Line& b) const {
    const Tenths right = rights_[static_cast<std::size_t>(&a - reading_.lines.data())];
    const Tenths left = right - (a.x1 + a.size / 4 + first_word(reading_, b));
    // A line may be a little short for other reasons: to keep words together, or because the next one is not split.
    const bool item = first().mark.kind != MarkKind::none;
    const Tenths slack = (right - a.x0) * (item || !stops(last_letter(reading_, a)) ? 25 : 10) / 100;
    return left > a.size / 4 && (left > slack || a.column != b.column);
  }

  bool next_line(const Line& a, const Line& b) const {
    const Tenths apart = b.base - a.base;
    if (apart <= 0) return apart == 0 && b.x0 > a.x1;
    const Tenths usual = reading_.body.leading_of(a.size);
    Tenths own = usual;
    if (body_.size() >= 2) {
      const Line& before = reading_.lines[body_[body_.size() - 2]];
      if (before.column == a.column && a.base > before.base) own = a.base - before.base;
    }
    const bool loose = apart * 4 > usual * 5 + 20 && (apart > own + 10 || body_.size() < 2);
    // A line a little lower than it should be, in the middle of a sentence.
    if (loose && (apart * 10 > usual * 16 || !goes_on_small(a, b) || ends_short(a, b))) return false;
    const bool heading = a.size * 10 > reading_.body.size * 11 || (a.bold && !reading_.body.bold);
    const bool large = heading && a.size * 10 > reading_.body.size * 13;
    if ((!large || stops(last_letter(reading_, a))) && ends_short(a, b) && !goes_on_small(a, b)) return false;
    return in_line(a, b);
  }

  // Does b stand where a line of this paragraph may begin?
  bool in_line(const Line& a, const Line& b) const {
    if (first().mark.kind != MarkKind::none)
      return b.x0 >= first().x0 - first().size && b.x0 <= first().text_x + first().size * 3 / 2;
    if (std::abs((a.x0 + a.x1) - (b.x0 + b.x1)) <= 2 * a.size) return true;   // centred
    if (goes_on_small(a, b) && std::abs(b.x0 - a.x0) <= 6 * a.size) return true;
    const Tenths in = b.x0 - a.x0;
    if (body_.size() == 1) return in <= a.size * 2 / 3 && in >= -6 * a.size;
    return std::abs(in) <= a.size * 2 / 3;
  }

  bool over_break(const Line& a, const Line& b) const {
    if (a.page == b.page && a.table != b.table) return false;
    const char32_t last = last_letter(reading_, a), next = first_letter(reading_, b);
    const bool heading = a.size * 10 > reading_.body.size * 11 || (a.bold && !reading_.body.bold);
    if (heading) return small(next) && !stops(last);
    if (a.table != 0 || b.table != 0) return !stops(last) && small(next);
    if (a.page == b.page && b.base > a.base && b.base - a.base > 3 * reading_.body.leading_of(a.size)) return false;
    if (first().mark.kind != MarkKind::none && std::abs(b.x0 - a.x0) > a.size && body_.size() > 1 &&
        a.page + 1 == b.page && std::abs(b.x0 - first().text_x) > a.size) {
      if (!small(next) || stops(last)) return false;
    }
    if (ends_short(a, b)) return small(next) && !stops(last);
    if (!stops(last)) return true;
    if (last == ':') return small(next);
    // A full line with a full stop: the paragraph goes on where the next line stands as one of its lines would.
    if (first().mark.kind != MarkKind::none)
      return std::abs(b.x0 - first().text_x) <= a.size / 2 && b.mark.kind == MarkKind::none &&
             first().text_x - first().x0 > a.size;
    return a.page != b.page && std::abs(b.x0 - a.x0) <= a.size / 2;
  }

  const Reading& reading_;
  std::vector<Tenths> rights_;   // of every line: where it may end
  std::vector<Paragraph> out_, later_;
  std::size_t current_ = 0;
  std::vector<std::uint32_t> body_;   // the lines of the paragraph that may go on
};

}  // namespace

Tenths BodyType::leading_of(Tenths of) const {
  const auto near = std::lower_bound(leading.begin(), leading.end(), std::pair<Tenths, Tenths>{of / step, 0});
  if (near != leading.end() && near->first == of / step) return near->second;
  return of * 13 / 10;
}

BodyType measure_body(const std::vector<Line>& lines) {
  BodyType body;
  std::map<std::pair<Tenths, bool>, std::uint64_t> types;
  std::map<std::uint32_t, std::uint64_t> colours;
  std::map<Tenths, std::uint64_t> rights;
  struct Seen { std::uint32_t all = 0, full = 0; };   // pairs of lines, and those whose first is full
  std::map<std::pair<Tenths, Tenths>, Seen> distances;
  Tenths left = 0, right = 0;
  for (const Line& line : lines)
    if (line.letters >= 40) right = std::max(right, line.x1), left = left == 0 ? line.x0 : std::min(left, line.x0);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    types[{line.size / step, line.bold}] += line.letters;
    colours[line.colour] += line.letters;
    if (line.letters >= 40) rights[line.x1 / 50] += 1;
    if (i == 0) continue;
    const Line& above = lines[i - 1];
    const Tenths apart = line.base - above.base;
    if (above.column != line.column || line.cell || apart <= 0 || above.size / step != line.size / step ||
        apart > line.size * 5 / 2 || line.mark.kind != MarkKind::none)
      continue;
    Seen& seen = distances[{line.size / step, apart}];
    ++seen.all;
    const Tenths edge = above.right > 0 ? above.right : right;
    seen.full += (edge - above.x1) * 8 <= edge - left;
  }
  const auto most = [](const auto& counts) {
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; });
  };
  if (!types.empty()) body.size = most(types)->first.first * step + step / 2, body.bold = most(types)->first.second;
  if (!colours.empty()) body.colour = most(colours)->first;
  if (!rights.empty()) body.right = rights.rbegin()->first * 50 + 25;
  std::map<Tenths, std::pair<std::uint32_t, Tenths>> best;
  for (const auto& [key, seen] : distances) {
    // Lines far apart of which few are full are paragraphs of a line each, not the lines of one.
    const Tenths size = key.first * step + step / 2;
    if (key.second * 10 > size * 17 && seen.full * 3 < seen.all) continue;
    auto& one = best[key.first];
    if (seen.all > one.first) one = {seen.all, key.second};
  }
  for (const auto& [of, one] : best)
    if (one.first >= 3) body.leading.emplace_back(of, one.second);
  return body;
}

std::vector<Paragraph> make_paragraphs(const Reading& reading) { return Joiner(reading).run(); }

}  // namespace muster::ingest::pdf
