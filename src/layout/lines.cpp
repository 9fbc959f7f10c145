#include "layout/lines.hpp"

#include <algorithm>
#include <array>

#include "layout/chars.hpp"

namespace muster::layout {
namespace {

constexpr std::size_t look_at = 1000;   // characters of a line that decide what it is

bool rule_sign(char c) {
  return c == '-' || c == '=' || c == '_' || c == '*' || c == '~' || c == '#' || c == '+' || c == '|' || c == ':' ||
         c == ' ';
}

// Signs of which a line may hold some.
struct Signs {
  bool dots = false;    // ….. or "..": contents may have them
  bool parts = false;   // what parts the entries of a menu
};

void see_words(std::string_view s, Line& line, Signs& signs) {
  std::size_t small = 0, capital = 0, foreign = 0;
  unsigned before = kind::space;
  const std::string_view head = s.substr(0, look_at);
  for (std::size_t i = 0; i < head.size(); ++i) {
    const char c = head[i];
    const unsigned k = kind_of(c);
    line.words += before & ~k & kind::space;   // a word begins: space is the lowest bit
    if ((k & kind::space) > (before & kind::space) && line.first_word == 0)
      line.first_word = static_cast<std::uint32_t>(i);
    line.apart = line.apart || (k & before & kind::space) != 0;
    before = k;
    small += (k & kind::small) / kind::small;
    capital += (k & kind::capital) / kind::capital;
    if ((k & kind::sign) == 0) continue;
    switch (c) {
      case '\t': ++line.gaps; [[fallthrough]];
      case '\n': line.apart = true; break;
      case '|':
        line.gaps = static_cast<std::uint8_t>(std::min(250, line.gaps + 1));
        signs.parts = line.apart = true;
        break;
      case '.':
      case base::fold::ellipsis: signs.dots = signs.dots || (i > 0 && (head[i - 1] == c || head[i - 1] == ' ')); break;
      case ':': line.address = line.address || head.substr(i, 3) == "://"; break;
      case 'w': line.address = line.address || head.substr(i, 4) == "www."; break;
      case 'W': line.address = line.address || head.substr(i, 4) == "WWW."; break;
      case '@':
        line.address =
            line.address || (i > 0 && i + 1 < head.size() && is_letter(head[i - 1]) && is_letter(head[i + 1]));
        break;
      case base::fold::ideograph: foreign += 3; break;   // a word each
      case base::fold::letter: ++foreign; break;
      default: signs.parts = true; break;
    }
  }
  if (line.first_word == 0) line.first_word = static_cast<std::uint32_t>(std::min<std::size_t>(s.size(), look_at));
  line.caps = small == 0 && capital >= 3;
  line.foreign = foreign >= 2 && foreign > small + capital;
}

bool dotted(std::string_view s) {   // "Introduction ........ 3"
  return s.find("....") != std::string_view::npos || s.find(". . . .") != std::string_view::npos ||
         s.find("\x85\x85") != std::string_view::npos;
}

// "the change from": nothing ends with such a word.
bool ends_open(std::string_view s) {
  std::size_t from = s.size();
  while (from > 0 && is_lower(s[from - 1])) --from;
  if (from == 0 || s[from - 1] != ' ') return false;
  const std::string_view word = s.substr(from);
  for (const std::string_view open : {"of", "the", "and", "for", "from", "a", "an", "to", "with", "at", "into", "their",
                                      "its", "or", "between", "than"})
    if (word == open) return true;
  return false;
}

// "long-term sick 3", "actual 24.5": a label and its figure, no year and no time of day.
bool ends_in_figure(std::string_view part) {
  std::size_t from = part.size();
  if (from > 0 && part[from - 1] == '%') --from;
  const std::size_t end = from;
  while (from > 0 && (is_digit(part[from - 1]) || part[from - 1] == '.' || part[from - 1] == ',')) --from;
  const std::string_view number = part.substr(from, end - from);
  const bool year = number.size() == 4 && (number[0] == '1' || number[0] == '2') &&
                    number.find_first_of(".,") == std::string_view::npos;
  return !number.empty() && !year && from > 3 && part[from - 1] == ' ' && is_letter(part[from - 2]);
}

// "Home | News | Sport", "Home > UK > Politics": short names with a sign between them.
bool menu_like(std::string_view s) {
  if (s.size() > 200 || ends_sentence(s)) return false;
  for (const std::string_view sign :
       {std::string_view(" | "), std::string_view(" > "), std::string_view(" \x95 "), std::string_view(" \x82 ")}) {
    std::size_t parts = 1, longest = 0, from = 0, figures = 0;
    // By the sign itself: blanks are everywhere.
    const auto next = [&] {
      std::size_t at = s.find(sign[1], from + 1);
      while (at != std::string_view::npos && !(s[at - 1] == ' ' && at + 1 < s.size() && s[at + 1] == ' '))
        at = s.find(sign[1], at + 1);
      return at == std::string_view::npos ? at : at - 1;
    };
    for (std::size_t at = next(); at != std::string_view::npos; at = next()) {
      longest = std::max(longest, at - from);
      figures += ends_in_figure(s.substr(from, at - from)) ? 1U : 0U;
      from = at + sign.size();
      ++parts;
    }
    longest = std::max(longest, s.size() - from);
    figures += ends_in_figure(s.substr(from)) ? 1U : 0U;
    if (parts >= 3 && longest <= 28 && figures < 2) return true;   // "Band 4 | establishment 31 | actual 24" is no menu
  }
  return false;
}

// "Status: complete": one to three words and a colon.
bool begins_with_label(std::string_view s) {
  constexpr std::size_t longest = 28;
  std::size_t words = 1;
  for (std::size_t i = 0; i < s.size() && i < longest; ++i) {
    if (s[i] == ':') return i > 1 && (i + 1 == s.size() || s[i + 1] == ' ');
    if (s[i] == ' ') ++words;
    else if (!is_letter(s[i]) && !(words > 1 && is_digit(s[i]))) return false;   // "Requirement 2:"
    if (words > 3) return false;
  }
  return false;
}

// "1. …" and a few lines below "2. …": no number that a wrapped line began with by chance.
void find_series(std::vector<Line>& lines) {
  constexpr std::size_t far = 4;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].marker.kind != MarkerKind::number || lines[i].marker.bare) continue;
    for (std::size_t k = i + 1; k < lines.size() && k <= i + far; ++k) {
      if (lines[k].marker.kind != MarkerKind::number || lines[k].marker.sign != lines[i].marker.sign) continue;
      if (lines[k].marker.number == lines[i].marker.number + 1) lines[i].series = lines[k].series = true;
      break;
    }
  }
}

}  // namespace

std::vector<Line> see_lines(const base::Text& text, const model::Run* first, const model::Run* last) {
  std::vector<Line> lines;
  lines.reserve(static_cast<std::size_t>(last - first));
  const std::string_view folded = text.folded();
  for (const model::Run* run = first; run != last; ++run) {
    Line& line = lines.emplace_back();
    line.span = run->span;
    // Back to the line before: its end, and the blanks and breaks on the way.
    std::uint32_t at = line.span.begin;
    while (at > 0 && (folded[at - 1] == ' ' || folded[at - 1] == '\t')) --at;
    for (std::uint32_t i = at; i < line.span.begin; ++i) line.indent += folded[i] == '\t' ? 8 - line.indent % 8 : 1;
    for (; at > 0 && is_space(folded[at - 1]); --at) line.breaks += folded[at - 1] == '\n';
    if (at == 0) line.breaks = std::max(line.breaks, 2U);
    const std::string_view s = folded.substr(line.span.begin, line.span.size());
    if (s.empty()) continue;
    Signs signs;
    see_words(s, line, signs);
    line.marker = parse_marker(s.substr(0, look_at));
    if (line.marker.content >= look_at) line.marker = {};
    line.stops = ends_sentence(s);
    line.last = s.back();
    line.open_end = is_lower(line.last) && ends_open(s);
    std::size_t begin =
        line.marker.kind == MarkerKind::none ? 0 : std::min<std::size_t>(line.marker.content, s.size() - 1);
    while (begin + 1 < s.size() && (s[begin] == '"' || s[begin] == '\'' || s[begin] == '(')) ++begin;
    line.lower = is_lower(s[begin]);
    line.upper = is_upper(s[begin]);
    // "2014-05-06", "12/03/2014 10:15": a line of its own wherever it stands.
    if (s.size() >= 8 && s.size() <= 24 && is_digit(s[0]) && (s[4] == '-' || s[2] == '/' || s[1] == '/' || s[2] == '.'))
      line.dated = std::none_of(s.begin(), s.end(), is_letter);
    line.labelled = line.upper && begins_with_label(s);
    const bool only_signs = s.size() >= 3 && s.size() <= 400 && std::all_of(s.begin(), s.end(), rule_sign);
    if (only_signs) line.shape = LineShape::rule;
    else if (s.size() <= 300 && signs.dots && dotted(s)) line.shape = LineShape::contents;
    else if (signs.parts && menu_like(s)) line.shape = LineShape::menu;
    if (only_signs) line.marker = {};
  }
  find_series(lines);
  return lines;
}

void find_bare_letters(const base::Text& text, std::vector<Line>& lines) {
  constexpr std::size_t far = 12;   // lines of one item
  const auto letter_of = [&](const Line& line) -> std::uint32_t {
    const std::string_view s = text.folded(line.span);
    if (line.shape != LineShape::text || line.marker.kind != MarkerKind::none || s.size() < 6) return 0;
    // "A. Publish …": a capital with a stop is an item in a row of them, else somebody's initial
    if (is_upper(s[0]) && s[1] == '.' && s[2] == ' ' && is_upper(s[3]) && is_lower(s[4]))
      return static_cast<std::uint32_t>(s[0] - 'A' + 1);
    if (s[1] != ' ' || s[0] < 'a' || s[0] > 'z' || !is_letter(s[2])) return 0;
    return static_cast<std::uint32_t>(s[0] - 'a' + 1);
  };
  const auto mark = [&](Line& line, std::uint32_t number) {
    line.marker.kind = MarkerKind::letter;
    const bool stop = text.folded_at(line.span.begin + 1) == '.';
    line.marker.length = stop ? 2 : 1;
    line.marker.content = stop ? 3 : 2;
    line.marker.number = number;
    const char first = text.folded_at(line.span.begin + line.marker.content);
    line.lower = is_lower(first);
    line.upper = is_upper(first);
  };
  std::uint32_t expected = 0;
  std::size_t last = 0;   // the line of the letter before, and whether it is marked yet
  bool marked = false;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::uint32_t letter = letter_of(lines[i]);
    if (letter == 0) continue;
    if (letter == 1 && lines[i - 1].last == ':') {
      expected = 2, last = i, marked = false;
    } else if (letter == expected && i - last <= far) {
      if (!marked) mark(lines[last], letter - 1);
      mark(lines[i], letter);
      expected = letter + 1, last = i, marked = true;
    }
  }
}

Wrap measure(const std::vector<Line>& lines) {
  Wrap wrap;
  if (lines.size() < 2) return wrap;
  // Every line followed by a blank one, though sentences run on?
  std::size_t doubled = 0, open = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    doubled += lines[i + 1].breaks == 2;
    open += lines[i + 1].breaks == 2 && !lines[i].stops && lines[i + 1].lower && lines[i].columns() >= 40;
  }
  if (lines.size() >= 12 && doubled * 10 >= lines.size() * 7 && open * 10 >= doubled * 4) wrap.breaks = 2;

  std::vector<std::uint32_t> lengths;   // of lines that another one follows at once
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].breaks <= wrap.breaks && lines[i].shape == LineShape::text && !lines[i].foreign)
      lengths.push_back(lines[i].columns());
  }
  if (lengths.empty()) return wrap;
  const auto at = lengths.begin() + static_cast<std::ptrdiff_t>((lengths.size() - 1) * 95 / 100);
  std::nth_element(lengths.begin(), at, lengths.end());
  const std::uint32_t width = *at;
  if (width < 35 || width > 150) return wrap;
  // In a wrapped text the next word would not have fitted.
  std::size_t full = 0, all = 0, broken = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const Line &line = lines[i], &next = lines[i + 1];
    if (next.breaks > wrap.breaks || line.shape != LineShape::text || line.foreign) continue;
    if (next.marker.kind != MarkerKind::none && line.stops) continue;   // an item ends where it likes
    if (line.columns() * 2 < width) continue;                              // a heading, an address
    ++all;
    broken += !line.stops;
    full += line.columns() + 1 + next.first_word + 6 >= width && line.columns() * 10 >= width * 6 &&
            !(line.stops && line.columns() * 10 < width * 8);
  }
  // Lines that all end with a stop are paragraphs, however even.
  if (all > 0 && full * 2 >= all && broken * 2 >= all && (all >= 3 || full == all)) wrap.width = width;
  return wrap;
}

bool goes_on(const Line& first, const Line& line, const Line& next, const Wrap& wrap, std::uint32_t expected) {
  // "3." or a bullet on a line of its own, a blank one below: the columns of a page that came apart.
  if (first.marker.kind != MarkerKind::none && &first == &line && first.marker.content >= first.span.size() &&
      !first.marker.bare && next.breaks == 2 && next.marker.kind == MarkerKind::none && line.shape == LineShape::text &&
      next.shape == LineShape::text)
    return next.upper || next.lower;
  if (next.breaks > wrap.breaks || line.shape != LineShape::text || next.shape != LineShape::text) return false;
  // "Doors should be mended. (2.1)" and below it "Not achieved": each for itself.
  if (next.verdict && (line.stops || line.last == ')')) return false;
  if (line.verdict && &first == &line && next.upper) return false;
  if (next.labelled && (first.labelled || line.stops)) return false;
  if (line.foreign || next.foreign || next.dated || line.dated) return false;
  const bool marker_alone =
      first.marker.kind != MarkerKind::none && &first == &line && first.marker.content >= first.span.size();
  if (marker_alone) return next.marker.kind == MarkerKind::none;
  const bool full = wrap.width > 0 && line.columns() + 1 + next.first_word + 3 >= wrap.width;
  if (next.marker.kind == MarkerKind::quotation) return first.marker.kind == MarkerKind::quotation && full;
  if (next.marker.kind != MarkerKind::none) {
    // A wrapped line may begin with "12." or a dash by chance.
    const bool chance = full && !line.stops && line.last != ':' && line.last != ';' && next.indent <= line.indent + 1 &&
                        first.marker.kind == MarkerKind::none && next.marker.sign != base::fold::bullet;
    if (!chance || next.series || (expected != 0 && next.marker.number == expected)) return false;
  }
  if (line.caps != next.caps && (line.caps ? line.words > 1 : false) && !full) return false;
  if (first.marker.kind != MarkerKind::none && next.indent > first.indent && (wrap.width > 0 || !line.stops))
    return true;
  if (line.open_end && !next.dated && line.columns() >= 20 && first.marker.kind == MarkerKind::none) return true;
  if (wrap.width == 0)
    return !line.stops && line.last != ':' && (next.lower || line.last == ',') && line.columns() >= 40;
  if (first.marker.kind == MarkerKind::none && next.indent > line.indent + 1 && line.stops)
    return false;   // an indented paragraph
  if (line.caps && !next.caps && line.words > 1) return false;
  if (full) return !(line.stops && line.columns() * 10 < wrap.width * 8);
  if (line.stops) return false;
  if (next.lower && line.last != ':') return true;
  return line.columns() * 100 >= wrap.width * 85 && line.last != ':';
}

}  // namespace muster::layout
