// Furniture of plain text that was once a page: by its words, its shape and its place.
#include <algorithm>

#include "layout/chars.hpp"
#include "layout/units.hpp"

namespace muster::layout {
namespace {

using model::BlockKind;

// "Page 3 of 12", "- 4 -", "12"
bool is_page_number(std::string_view s) {
  if (s.size() > 16 || s.empty()) return false;
  std::size_t digits = 0;
  for (const char c : s) digits += is_digit(c);
  if (digits == 0 || digits > 7) return false;
  std::string word;
  for (const char c : s) {
    if (is_letter(c)) word.push_back(lower(c));
    else if (!is_digit(c) && c != ' ' && c != '-' && c != '|' && c != '/') return false;
  }
  if (word.empty()) return digits <= 3;
  return word == "page" || word == "pageof" || word == "of";
}

// "SA99 1ZZ"
bool is_postcode(std::string_view s) {
  if (s.size() < 6 || s.size() > 8 || s[s.size() - 4] != ' ' || !is_digit(s[s.size() - 3])) return false;
  return is_upper(s[0]) && is_upper(s[s.size() - 1]) && is_upper(s[s.size() - 2]) && (is_digit(s[1]) || is_digit(s[2]));
}

// "Inadequate", "Recommendations", "I recommend that:", "Recommendation no. 1": no entry of a menu.
bool of_a_report(std::string_view s, const Phrases::Tables& phrases, std::string& plain) {
  if (s.empty() || s.back() == ':') return !s.empty();
  plain_line(s, plain);
  return phrases.grades.contains(plain) || phrases.is_list_heading(plain) || phrases.is_verdict(s) ||
         (plain.starts_with("recommendation ") && is_digit(plain.back()));
}

void set_furniture(Unit& unit) {
  unit.kind = BlockKind::furniture;
  unit.settled = true;
}

bool short_line(const Unit& unit) { return unit.span.size() <= 130 && !unit.real() && unit.lines <= 2; }

}  // namespace

void find_furniture(const base::Text& text, const Phrases::Tables& phrases, std::vector<Unit>& units) {
  std::string plain, before;
  std::uint32_t reals = 0;
  std::size_t first_real = units.size();
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].real()) first_real = std::min(first_real, i);
  }
  const std::uint32_t length = units.empty() ? 0 : units.back().span.end;
  for (std::size_t i = 0; i < units.size(); ++i) {
    Unit& unit = units[i];
    const std::string_view s = text.folded(unit.span);
    if (unit.shape == LineShape::rule || unit.shape == LineShape::contents || unit.shape == LineShape::menu ||
        unit.shape == LineShape::running) {
      set_furniture(unit);
      if (unit.shape == LineShape::running) before.clear();
      continue;
    }
    if (unit.shape == LineShape::table) continue;
    const bool page = is_page_number(s) && unit.breaks >= 2 && (i + 1 == units.size() || units[i + 1].breaks >= 2);
    // Long texts are looked at near the ends; a notice in the middle is short.
    const bool near_end = i < 40 || i + 60 > units.size();
    if (page && i > 0) {
      set_furniture(unit);
    } else if (unit.span.size() <= (near_end ? 700U : 160U)) {
      plain_line(s, plain);
      const Found found = phrases.look(plain);
      if (found.furniture) {
        set_furniture(unit);
        unit.opens = found.opens;
      } else if (plain.size() >= 25 && plain == before) {
        set_furniture(unit);   // a standfirst printed twice
      }
      before.swap(plain);
    } else {
      before.clear();
    }
    if (!unit.settled && unit.real()) ++reals;
    // Links below "Related articles" until the next paragraph; readers' comments until the end.
    if (unit.opens == Opens::links) {
      for (std::size_t k = i + 1; k < units.size() && short_line(units[k]) && units[k].shape == LineShape::text; ++k) {
        if (i < first_real && k + 1 < units.size() && units[k + 1].real()) break;   // the title may stand there
        set_furniture(units[k]);
      }
    } else if (unit.opens == Opens::rest && reals >= 2 && unit.span.begin > length / 3) {
      for (std::size_t k = i + 1; k < units.size(); ++k) set_furniture(units[k]);
      break;
    }
  }
  // A menu at the head: four or more entries of one to three words, one below the other.
  bool letter = false;   // addresses look like menus
  for (std::size_t i = 0; i < first_real && i < units.size(); ++i)
    letter = letter || is_salutation(text.folded(units[i].span));
  for (std::size_t i = 0; i < first_real && i < units.size() && !letter;) {
    std::size_t end = i;
    while (end < first_real && !units[end].stops && units[end].words <= 3 && units[end].span.size() <= 30 &&
           !units[end].foreign && !is_dateline(text.folded(units[end].span)) &&
           units[end].marker.kind != MarkerKind::number && units[end].shape != LineShape::contents &&
           !of_a_report(text.folded(units[end].span), phrases, plain))
      ++end;
    // An address is none.
    const bool address =
        std::any_of(units.begin() + static_cast<std::ptrdiff_t>(i), units.begin() + static_cast<std::ptrdiff_t>(end),
                    [&](const Unit& unit) { return is_postcode(text.folded(unit.span)); });
    if (end - i >= 4 && first_real < units.size() && !address) {
      // The last one may be the title.
      const std::size_t keep = end == first_real ? end - 1 : end;
      for (std::size_t k = i; k < keep; ++k) set_furniture(units[k]);
    }
    i = std::max(end, i + 1);
  }
}

}  // namespace muster::layout
