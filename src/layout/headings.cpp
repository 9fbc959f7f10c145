// Lists, headings and the title of plain text: short lines that stand over something.
#include <algorithm>
#include <array>

#include "layout/chars.hpp"
#include "layout/units.hpp"

namespace muster::layout {
namespace {

using model::BlockKind;

constexpr std::array<std::string_view, 19> date_words = {
    "january",  "february", "march",  "april",   "may",       "june",     "july",   "august",   "september", "october",
    "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 20> beside_dates = {
    "published", "updated", "posted", "last", "first", "on", "at", "date", "am",  "pm",
    "gmt",       "bst",     "by",     "time", "st",    "nd", "rd", "th",   "the", "of"};
constexpr std::array<std::string_view, 18> asks = {"what",   "how", "why", "who",  "where", "when",
                                                   "which",  "is",  "are", "do",   "does",  "did",
                                                   "should", "can", "has", "have", "will",  "was"};

constexpr std::array<std::string_view, 25> lead_ins = {
    "should",   "must", "to", "that",      "are",  "is", "will", "by", "for",  "was",  "were",  "include", "includes",
    "included", "said", "of", "including", "need", "at", "on",   "in", "with", "from", "about", "as"};

// Who writes in newspapers.
constexpr std::array<std::string_view, 7> trades = {"correspondent", "correspondents", "reporter", "reporters",
                                                    "editor",        "columnist",      "newsdesk"};

// "By Ann Other"
bool word_after_by(std::string_view s) {
  for (std::size_t i = 1; i < s.size(); ++i)
    if (is_upper(s[i]) && s[i - 1] == ' ') return true;
  return false;
}

// Calls `take` with each run of letters, small, at most 16.
template <class Take>
void each_word(std::string_view s, const Take& take) {
  std::array<char, 17> word{};
  std::size_t n = 0;
  for (std::size_t i = 0; i <= s.size(); ++i) {
    if (i < s.size() && is_letter(s[i])) {
      if (n < 16) word[n++] = lower(s[i]);
    } else if (n > 0) {
      take(std::string_view(word.data(), n));
      n = 0;
    }
  }
}

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_month_or_day(std::string_view word) {
  for (const std::string_view d : date_words) {
    if (word == d || (word.size() >= 3 && word.size() <= 4 && d.substr(0, word.size()) == word)) return true;
  }
  return false;
}

bool begins_with_question(std::string_view s) {
  bool first = true, yes = false;
  each_word(s.substr(0, 20), [&](std::string_view word) {
    if (first) yes = among(asks, word);
    first = false;
  });
  return yes;
}

// "The trust should:", "They are:": the beginning of the sentence that the list goes on with.
bool leads_in(std::string_view s) {
  bool last = false, says = false;
  each_word(s.substr(0, 200), [&](std::string_view word) {
    last = among(lead_ins, word);
    says =
        says || word == "that" || word == "should" || word == "must" || word == "are" || word == "is" || word == "will";
  });
  return last || says;
}

// "Lead inspector: Ann Other", "Present: all but one": a line of a form.
bool is_field(std::string_view s) {
  const std::size_t colon = s.find(": ");
  if (colon == std::string_view::npos || colon > 40) return false;
  constexpr std::array<std::string_view, 28> fields = {
      "response", "status",     "acceptance", "decision", "inspector", "inspectors",  "date",
      "dates",    "ref",        "reference",  "number",   "published", "publication", "contact",
      "present",  "attendance", "apologies",  "tel",      "telephone", "phone",       "email",
      "from",     "to",         "cc",         "address",  "venue",     "provider",    "centre"};
  std::size_t words = 0;
  bool last = false;
  each_word(s.substr(0, colon), [&](std::string_view word) { ++words, last = among(fields, word); });
  return last && words <= 4;
}

// Ends with a word that something must follow: the first line of a paragraph.
bool unfinished(std::string_view s) {
  constexpr std::array<std::string_view, 14> open = {"of",  "the", "and", "for", "a",     "an",   "their",
                                                     "its", "or",  "to",  "who", "which", "that", "between"};
  return is_lower(s.back()) && among(open, s.substr(s.rfind(' ') + 1));
}

// Could stand over something, going by itself alone.
bool may_head(std::string_view s, const Unit& unit, bool known) {
  if (unit.settled || unit.shape != LineShape::text || unit.foreign || s.empty()) return false;
  if (unit.underlined || known) return true;
  if (std::none_of(s.begin(), s.end(), is_letter)) return false;   // the mark of a footnote
  if (unit.lines > 3 || unit.span.size() > (unit.lines >= 2 ? 160U : 120U) || unit.words > 18) return false;
  if (is_salutation(s) || unit.address || !(unit.upper || is_digit(s[0])) || is_dateline(s) || is_byline(s) ||
      is_field(s))
    return false;
  const char last = s.back();
  if (last == ',' || last == ';' || last == '-' || last == base::fold::ellipsis) return false;
  if (std::count(s.begin(), s.end(), ',') >= 3) return false;   // names
  if (std::count_if(s.begin(), s.end(), is_digit) >= 9) return false;   // a telephone number
  if (last == ':') return unit.words <= 5 && !leads_in(s);
  if (unfinished(s)) return false;
  const bool quoted = (s[0] == '"' || s[0] == '\'') && is_closer(last);
  if (quoted && unit.words > 3) return false;
  if (unit.stops) {
    std::size_t end = s.size();
    while (end > 0 && is_closer(s[end - 1])) --end;
    return end > 0 && s[end - 1] == '?' && unit.words <= 18 && begins_with_question(s);
  }
  return true;
}

// Something that a heading may stand over.
bool is_body(const Unit& unit) {
  if (unit.kind == BlockKind::list_item || unit.kind == BlockKind::table_row || unit.kind == BlockKind::quote)
    return true;
  return unit.kind == BlockKind::paragraph && (unit.real() || unit.stops || unit.span.size() > 120 ||
                                               unit.last == ':' || unit.marker.kind != MarkerKind::none);
}

// "Ann Other", "Ann O'Connor-Lee"
bool is_person(std::string_view s, const Phrases::Tables& phrases) {
  if (s.size() > 40) return false;
  std::size_t words = 1;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] == ' ') ++words;
    else if (!is_letter(s[i]) && s[i] != '\'' && s[i] != '-') return false;
    if ((i == 0 || s[i - 1] == ' ') && !is_upper(s[i])) return false;
  }
  std::string first(s.substr(0, s.find(' ')));
  for (char& c : first) c = lower(c);
  return words >= 2 && words <= 3 && phrases.first_names.contains(first);
}

}  // namespace

bool is_salutation(std::string_view s) {
  return s.size() <= 80 && s.size() > 5 && lower(s[0]) == 'd' && s.substr(1, 4) == "ear " && !ends_sentence(s) &&
         (is_upper(s[5]) || std::count(s.begin(), s.end(), ' ') <= 4);
}

bool is_byline(std::string_view s) {
  if (s.size() > 80 || ends_sentence(s)) return false;
  std::size_t words = 0;
  bool by = false, trade = false, last = false, other = false;
  each_word(s, [&](std::string_view word) {
    if (words++ == 0) by = word == "by";
    last = among(trades, word);
    trade = trade || last;
    other = other || word == "of" || word == "to" || word == "the";   // "Letters to the editor"
  });
  std::string plain;
  plain_line(s, plain);
  for (const std::string_view notice :
       {"for immediate release", "embargoed", "strictly embargoed", "not for publication before"})
    if (plain.starts_with(notice)) return true;
  if (by) return words >= 2 && words <= 9 && (trade || word_after_by(s));
  return words >= 2 && words <= 7 && last && !other;
}

bool is_dateline(std::string_view s) {
  if (s.size() > 90) return false;
  std::size_t digits = 0, dates = 0, others = 0, words = 0;
  for (const char c : s) digits += is_digit(c);
  each_word(s, [&](std::string_view word) {
    ++words;
    if (is_month_or_day(word)) ++dates;
    else if (!among(beside_dates, word)) ++others;
  });
  if (dates > 0 && digits > 0 && others <= 2) return true;
  if (digits >= 3 && words == 0) return true;                            // 12/03/2014, 10:32
  if (digits >= 6 && is_digit(s[0]) && s.size() >= 8 && others <= 3 && (s[2] == '/' || s[2] == '.' || s[4] == '-'))
    return true;
  return is_byline(s);
}

void find_marked(const base::Text& text, std::vector<Unit>& units) {
  const auto plain_number = [](const Unit& u) { return u.marker.kind == MarkerKind::number && !u.settled; };
  // A report that numbers all its paragraphs has long ones; a list has short ones.
  std::size_t numbered = 0, long_ones = 0;
  for (const Unit& unit : units) {
    numbered += plain_number(unit);
    long_ones += plain_number(unit) && unit.span.size() > 280;
  }
  std::uint32_t heading_number = 0;   // of the last numbered heading
  const bool numbered_paragraphs = numbered >= 8 && long_ones * 2 >= numbered;
  for (std::size_t i = 0; i < units.size(); ++i) {
    Unit& unit = units[i];
    if (unit.settled) continue;
    const auto settle = [&](BlockKind kind, int level) { unit.kind = kind, unit.level = level, unit.settled = true; };
    if (unit.shape == LineShape::table) {
      settle(BlockKind::table_row, 0);
      continue;
    }
    if (unit.marker.kind == MarkerKind::none) continue;
    if (unit.marker.kind == MarkerKind::quotation) {
      settle(BlockKind::quote, 0);
      continue;
    }
    const std::string_view s = text.folded(unit.span).substr(unit.marker.content);
    const Unit* next = i + 1 < units.size() ? &units[i + 1] : nullptr;
    const Unit* before = i > 0 ? &units[i - 1] : nullptr;
    const bool counts = unit.marker.kind == MarkerKind::number || unit.marker.kind == MarkerKind::section ||
                        unit.marker.kind == MarkerKind::roman;
    const auto sibling = [&](const Unit* other) {
      return other && other->marker.kind == unit.marker.kind && other->marker.depth == unit.marker.depth;
    };
    const bool short_name = counts && unit.lines <= 2 && s.size() <= 90 && unit.words <= 13 && !s.empty() &&
                            !unit.stops && unit.upper && s.back() != ',' && s.back() != ';' && s.back() != ':';
    const bool question = counts && s.size() <= 120 && !s.empty() && s.back() == '?';
    const bool heads = next && !next->settled &&
                       (next->real() || next->marker.depth > unit.marker.depth || next->stops ||
                        next->marker.kind == MarkerKind::bullet || next->shape == LineShape::table ||
                        (unit.marker.kind == MarkerKind::section && next->last == ':'));
    // The last of a row of numbered headings may have a line of any kind below.
    const bool row =
        counts && heading_number != 0 && unit.marker.number == heading_number + 1 && next && !sibling(next);
    if ((short_name || question) && !sibling(next) && (heads || row) &&
        !(sibling(before) && before->kind == BlockKind::list_item)) {
      heading_number = unit.marker.kind == MarkerKind::number ? unit.marker.number : heading_number;
      settle(BlockKind::heading, unit.marker.kind == MarkerKind::section ? std::min<int>(unit.marker.depth + 1, 6) : 2);
      continue;
    }
    if (unit.marker.kind == MarkerKind::section ||
        (plain_number(unit) && (numbered_paragraphs || unit.span.size() > 900))) {
      settle(BlockKind::paragraph, 0);
      continue;
    }
    settle(BlockKind::list_item, 1);
  }
}

void find_headings(const base::Text& text, const Phrases::Tables& phrases, std::vector<Unit>& units) {
  std::string plain;
  std::vector<char> may(units.size(), 0), known(units.size(), 0);
  for (std::size_t i = 0; i < units.size(); ++i) {
    const std::string_view s = text.folded(units[i].span);
    if (s.size() <= 200 && !units[i].settled) {
      plain_line(s, plain);
      if (!plain.empty() && phrases.is_list_heading(plain)) known[i] = 1;
      else if (!plain.empty() && plain.back() == '?') plain.pop_back(), known[i] = phrases.is_list_heading(plain);
    }
    may[i] = !units[i].verdict && may_head(s, units[i], known[i] != 0);
  }
  // From the end: a heading needs a body below, with at most one other heading between.
  int chain = 0;
  bool body = false;
  for (std::size_t i = units.size(); i-- > 0;) {
    Unit& unit = units[i];
    if (unit.kind == BlockKind::furniture) continue;
    if (unit.settled && unit.kind == BlockKind::heading) {
      body = true, chain = 1;
      continue;
    }
    if (may[i] == 0) {
      body = is_body(unit) || is_dateline(text.folded(unit.span).substr(0, 91)) ? is_body(unit) || body : false;
      if (body && is_body(unit)) chain = 0;
      continue;
    }
    const Unit* before = i > 0 ? &units[i - 1] : nullptr;
    const bool apart = unit.breaks >= 2 || before == nullptr || before->stops || before->settled || before->foreign ||
                       is_salutation(text.folded(before->span).substr(0, 91)) || unit.underlined ||
                       is_dateline(text.folded(before->span).substr(0, 91));
    if ((body && chain < 2 && apart) || unit.underlined || (known[i] != 0 && apart)) {
      unit.kind = BlockKind::heading;
      unit.level = 2;
      unit.settled = true;
      body = true;
      ++chain;
    } else if (!body) {
      chain = 0;
    }
  }
}

void find_title(const base::Text& text, const std::string& hint, const Phrases::Tables& phrases,
                std::vector<Unit>& units) {
  std::string wanted, plain;
  if (!hint.empty()) plain_line(base::Text(hint).folded(), wanted);
  const std::size_t first_real =
      static_cast<std::size_t>(std::find_if(units.begin(), units.end(),
                                            [](const Unit& u) { return u.kind != BlockKind::furniture && u.real(); }) -
                               units.begin());
  // What stands above "Dear …" is an address; the subject of a letter stands below.
  std::size_t from = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(units.size(), first_real); ++i) {
    if (!is_salutation(text.folded(units[i].span))) continue;
    const bool subject = i + 1 < units.size() && units[i + 1].kind == BlockKind::heading;
    for (std::size_t k = 0; k < i && subject; ++k) {
      if (units[k].kind == BlockKind::heading) units[k].kind = BlockKind::paragraph, units[k].level = 0;
    }
    if (subject) from = i + 1;
  }
  Unit* best = nullptr;
  for (std::size_t i = from; i < units.size() && i < first_real + 40; ++i) {
    Unit& unit = units[i];
    const std::string_view s = text.folded(unit.span);
    if (unit.kind == BlockKind::furniture || s.size() > 250) continue;
    if (!wanted.empty()) {
      plain_line(s, plain);
      if (plain == wanted) {
        best = &unit;
        break;
      }
    }
    if (i >= first_real && best == nullptr && !(unit.kind == BlockKind::heading && i < first_real + 2)) continue;
    if (i > first_real && best != nullptr) continue;
    // A line that heads nothing by itself may still be the title: a date or a byline follows it.
    const bool candidate =
        unit.kind == BlockKind::heading || (!unit.settled && may_head(s, unit, false) && i < first_real);
    if (!candidate || unit.marker.kind != MarkerKind::none || unit.last == ':') continue;
    if (best == nullptr || (best->words <= 2 && unit.words >= 3)) best = &unit;
  }
  if (best == nullptr) return;
  best->kind = BlockKind::title;
  best->level = 1;
  best->settled = true;
  // "Ann Other" below it wrote the text.
  for (Unit* unit = best + 1; unit != units.data() + units.size() && unit <= best + 3; ++unit) {
    if (unit->kind == BlockKind::heading && !unit->underlined && is_person(text.folded(unit->span), phrases))
      unit->kind = BlockKind::paragraph, unit->level = 0;
  }
}

}  // namespace muster::layout
