// Where a clause that tells of an earlier look ends, and what says that it was then.
#include "facts/status_then.hpp"

namespace muster::facts {

bool clause_word(const Said& said, std::size_t i) {
  return said.is(i, {"but", "yet", "although", "though", "while", "whilst", "whereas", "however"});
}

// Marks between the word and the next one.
std::string_view gap_behind(const Reading& reading, const Said& said, std::size_t i) {
  if (i + 1 >= said.words.size()) return {};
  const std::uint32_t begin = said.words[i].span.end;
  return between(reading.document.text.folded(), begin, said.words[i + 1].span.begin);
}

bool breaks(std::string_view gap) {
  return gap.find_first_of(";:") != std::string_view::npos || gap.find(" - ") != std::string_view::npos ||
         gap.find("--") != std::string_view::npos;
}

// "in 2018", "two years ago", "at the last visit": the words [first, last) say that it was then.
bool says_when(const Said& said, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last && i < said.words.size(); ++i) {
    if (a_year(said, i) || said.is(i, {"ago", "previously", "earlier"})) return true;
    if (said.is(i, {"last", "previous", "prior", "preceding", "earlier"}) &&
        (said.is(i + 1, Role::look) || said.is(i + 2, Role::look) ||
         said.is(i + 1, {WordKind::time_or_season, WordKind::month})))
      return true;
    if (said.is(i, {"successive", "repeated"}) && (said.is(i + 1, Role::look) || said.is(i + 2, Role::look)))
      return true;
    if (said.is(i, {"last", "first", "previously"}) && i > 0 && said.is(i - 1, Role::looker))
      return true;   // "when we last visited"
    if (said.is(i, WordKind::span_of_time) && (said.is(i + 1, {"on", "after", "later", "since", "before"})))
      return true;
    if (i > 0 && said.is(i - 1, {"in", "last"}) && said.is(i, WordKind::month)) return true;
    if (said.is(i, {"past"}) && said.is(i + 1, Role::number) && said.is(i + 2, WordKind::recent_looks)) return true;
    if (said.is(i, {"our"}) &&
        (said.is(i + 1, {"return"}) || (said.is(i + 1, {"first"}) && said.is(i + 2, Role::look))))
      return true;
    if (said.is(i, {"that"}) && said.is(i + 1, {"time", "visit", "inspection"}) && i > 0 &&
        said.is(i - 1, {"at", "on"}))
      return true;
    if (i > 0 && said.is(i, {"before"}) && said.is(i + 1, {"me", "us"}) && said.is(i - 1, Role::looker))
      return true;   // "two coroners before me"
  }
  return false;
}

// The same of a clause with its verb at `verb`: said before the verb, with it ("had asked"), or right behind it; never
// by what was found.
bool dated(const Said& said, std::size_t verb) {
  if (verb > 0 && said.is(verb - 1, {"had", "first", "previously", "originally", "repeatedly", "twice", "long"}))
    return true;
  if (verb > 1 && said.is(verb - 2, {"had"})) return true;
  std::size_t right_behind = 6;
  std::size_t until = verb + 1;
  for (; until < said.words.size() && until < verb + right_behind && !said.is(until, {"that", "how", "for", "whether"});
       ++until) {
    if (!said.is(until, {"to"})) continue;
    if (!said.is(until + 1, {"do"})) break;
    right_behind = 12;   // "as we have asked it to do in each of the past three years"
  }
  // "asked for a second boat in 2018": at the very end
  if (const std::size_t size = said.words.size();
      size > 2 && a_year(said, size - 1) && said.is(size - 2, {"in"}) && said.is(verb, WordKind::demands_a_thing))
    return true;
  return says_when(said, 0, until);
}

// Where what is told as the sentence's own clause ends: at "but", a semicolon, ", and it …", or the comma of a clause
// in front.
std::size_t clause_end(const Reading& reading, const Said& said, std::size_t verb, bool in_front) {
  for (std::size_t k = verb + 1; k < said.words.size(); ++k) {
    const std::string_view gap = gap_behind(reading, said, k - 1);
    if (breaks(gap)) return k;
    const bool comma = gap.find(',') != std::string_view::npos;
    if (comma && in_front) return k;
    if (clause_word(said, k) &&
        (!said.is(k + 1, {"only", "not", "also"}) || (said.is(k + 1, {"only"}) && said.is(k + 2, Role::number))))
      return k;
    if (comma && said.is(k, {"and"}) &&
        said.is(k + 1, {"this", "these", "it", "they", "there", "none", "nothing", "now", "we", "still"}))
      return k;
    if (comma && said.is(k, {"none", "nothing", "this", "these"})) return k;
    // ", which opened in May", ", which it did a year later"
    if (comma && said.is(k, {"which"}) &&
        (said.is(k + 1, WordKind::came_about) ||
         (said.is(k + 1, {"it", "they", "he", "she"}) && said.is(k + 2, {"did", "has", "have", "had"})) ||
         (said.is(k + 1, {"has", "have", "had", "is", "are"}) &&
          said.is(k + 2, {"since", "now", "yet", "still", "not", "never"}))))
      return k;
    // ", something that it had done"
    if (comma && (said.is(k, {"something"}) || (said.is(k, {"a", "an"}) && said.is(k + 2, {"that", "which"}))))
      return k;
    // ", and the head now writes", ", and twice it looked away"
    if (comma && said.is(k, {"and"}) && !said.is(k + 1, {"that", "to", "for", "had", "also"})) {
      if (said.is(k + 1, {"twice"})) return k;
      for (std::size_t w = k + 2; w < k + 5; ++w)
        if (said.is(w, {"now", "still", "has", "have", "since", "today"})) return k;
    }
    // "told the prison to mend the showers, and that work was finished in May"; "and there still isn't one"
    if (comma && said.is(k, {"and"}) && said.is(k + 1, {"that", "those"}) && said.is(k + 2, WordKind::deed_asked_for))
      return k;
    if (comma && said.is(k, {"and"}) && said.is(k + 1, {"those", "they", "these", "that"}) &&
        said.is(k + 2, Role::auxiliary))
      return k;
    if (said.is(k, {"and"}) && said.is(k + 1, {"there"}) &&
        (said.is(k + 2, {"still", "is", "are", "was", "were"}) || said.is(k + 2, Role::negation)))
      return k;
    // "said an inspector had ordered it fixed and that the repair was put off"
    if (said.is(k, {"and"}) && said.is(k + 1, {"that"}) && said.is(k + 2, {"the", "this", "it", "they", "these", "no"}))
      return k;
    if (said.is(k, {"and"}) && said.is(k + 1, {"is", "are", "was", "were", "has", "have", "remains", "remain"}) &&
        !said.is(k + 2, {"to"}))
      return k;   // "drew attention to this in 2011 and is dismayed to …"
    // ", and in September it was still …", ", and all of them are"
    if (comma && said.is(k, {"and"}) &&
        ((said.is(k + 1, {"in", "by", "at", "on"}) &&
          (said.is(k + 3, {"it", "this", "these", "they", "there", "none"}) ||
           said.is(k + 4, {"it", "this", "these", "they", "there", "none"}))) ||
         (said.is(k + 1, {"all", "most", "some", "both", "none", "half", "few"}) && said.is(k + 2, {"of"}))))
      return k;
  }
  return said.words.size();
}

}   // namespace muster::facts
