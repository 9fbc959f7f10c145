// Relative clauses, participles and "as we asked" that tell of an earlier look beside the main clause.
#include "facts/status_then_relative.hpp"

#include "facts/status_then_who.hpp"

namespace muster::facts {
namespace {

bool finite(const Said& said, std::size_t i) {
  return said.is(i, WordKind::came_about) ||
         said.is(
             i, {"has",      "have",     "had",       "is",        "are",     "was",      "were",   "remain", "remains",
                 "remained", "continue", "continues", "continued", "persist", "persists", "still",  "now",    "do",
                 "does",     "did",      "hasn't",    "haven't",   "hadn't",  "isn't",    "aren't", "wasn't", "weren't",
                 "opened",   "reopened", "went",      "began",     "came",    "stand",    "stands", "hold",   "holds"});
}

// ", something that was rare then and that we had asked for", ", a practice the monitors condemned": from the comma on
std::size_t apposition(const Said& said, std::size_t first) {
  for (std::size_t k = first, steps = 0; k > 1 && steps < 18; --k, ++steps) {
    if (said.is(k, {"something"}) && k > 0) return k;
    if (!said.joined(k - 1)) return steps < 8 && said.is(k, {"a", "an", "the", "one"}) && k > 2 ? k : first;
  }
  return first;
}

}   // namespace

// Where the words end that belong to a relative clause or an "as we asked" with its verb at `verb`.
std::size_t aside_end(const Reading& reading, const Said& said, std::size_t verb, bool commas) {
  std::size_t k = verb + 1;
  bool infinitive = false;
  for (; k < said.words.size(); ++k) {
    const std::string_view gap = gap_behind(reading, said, k - 1);
    if (breaks(gap) || gap.find(',') != std::string_view::npos || gap.find(')') != std::string_view::npos) return k;
    infinitive = infinitive || said.is(k, {"to", "should"});
    if (!commas && (k > verb + 1 || said.is(k, WordKind::came_about)) && finite(said, k) &&
        !(infinitive && said.is(k, {"do", "have"})) &&
        !(said.is(k, {"had", "was", "were", "is", "are"}) && said.is(k - 1, {"it", "they", "which", "what", "that"})))
      return k;
    if (clause_word(said, k)) return k;
  }
  return k;
}

// "the shortcomings found by the auditors"; "the guards called for in the bulletin of 2012", "the fence demanded by the
// coroner"
std::optional<Then> participle(const Reading& reading, const Said& said, std::size_t i, bool asked, bool found) {
  // "the shortcomings found by the auditors"
  const std::size_t thing =
      said.is(i - 1, {"first", "previously", "originally", "repeatedly"}) && i > 1 ? i - 2 : i - 1;
  if ((found || said.is(i, {"seen", "spotted", "noticed"})) && !said.is(i, {"said", "called", "heard"}) &&
      said.joined(thing) && noun_like(said, thing) && said.is(i + 1, {"by"})) {
    bool who = false, apart = false;
    std::size_t k = i + 2;
    for (; k < i + 7 && !who; ++k) {
      who = said.is(k, Role::looker) && !(said.is(k, WordKind::weak_looker) || said.is(k, {"we", "i"}));
      apart = who && stands_apart(said, k);
    }
    std::size_t near = k;
    while (near < k + 4 && near > 0 && said.joined(near - 1)) ++near;   // "by the inspectors in 2011"
    const bool good = reading.lexicon.status_words().state(said.words[thing].text) == "good" ||
                      (thing > 0 && reading.lexicon.status_words().state(said.words[thing - 1].text) == "good");
    if (who && !good && (apart || says_when(said, i, near))) {
      Then then;
      then.aside = true;
      then.first = i;
      then.last = aside_end(reading, said, k - 1, false);
      return then;
    }
  }
  // "The showers, described in our previous report as squalid, have gone"
  if (found && !said.is(i, {"said", "called", "heard", "found"}) && !said.joined(i - 1) && noun_like(said, i - 1) &&
      said.is(i + 1, {"in", "at", "during", "by"}) && says_when(said, i, i + 7)) {
    bool look = false;
    for (std::size_t k = i + 2; k < i + 7; ++k) look = look || said.is(k, Role::look) || said.is(k, Role::looker);
    if (look) {
      Then then;
      then.aside = true;
      then.first = i;
      then.last = aside_end(reading, said, i + 1, true);
      return then;
    }
  }
  // "The review of governance recommended then has taken place"
  if (asked && said.joined(i - 1) && noun_like(said, i - 1) && said.is(i, WordKind::demands_a_thing) &&
      said.is(i + 1, {"then", "earlier", "previously"}) && said.is(i + 2, Role::auxiliary)) {
    Then then;
    then.asked = then.aside = true;
    then.first = i;
    then.last = i + 2;
    return then;
  }
  // "the guards called for in the bulletin of 2012", "the fence demanded by the coroner"
  const bool dated_look = said.is(i, {"required"}) && said.is(i + 1, {"by", "at", "in", "following"}) &&
                          says_when(said, i + 1, i + 7) &&
                          (said.is(i + 3, Role::look) || said.is(i + 4, Role::look) || said.is(i + 5, Role::look));
  if (asked && (dated_look || !said.is(i, {"required"})) &&
      !(said.is(i, WordKind::weak_demand) || said.is(i, {"told"})) &&
      (said.joined(i - 1) || gap_behind(reading, said, i - 1) == ", ") && noun_like(said, i - 1)) {
    std::size_t in = i + 1;
    if (said.is(in, {"for", "on", "upon"})) ++in;
    if (said.is(in, {"in", "by", "at", "under", "after", "following"})) {
      bool paper = false;
      std::size_t k = in + 1;
      for (; k < in + 7 && k < said.words.size() && said.joined(k - 1) && !paper; ++k)
        paper = said.is(k, Role::look) ||
                (said.is(k, Role::looker) && !(said.is(k, WordKind::weak_looker) || said.is(k, {"we", "i"}))) ||
                said.is(k, WordKind::formal_notice);
      if (paper) {
        Then then;
        then.asked = then.aside = true;
        then.first = i;
        then.last = aside_end(reading, said, k - 1, false);
        return then;
      }
    }
  }
  return std::nullopt;
}

// "as we asked", "which we called squalid", "the hall we called squalid": the rest of the sentence says how it stands
std::optional<Then> relative(const Reading& reading, const Said& said, std::size_t i, std::size_t looker, bool asked) {
  Then then;
  then.asked = asked;
  std::size_t begin = looker < said.words.size() && looker != i ? phrase_begin(said, looker) : i;
  // "that the jury in the 2015 inquest sought"
  if (begin > 1 && begin < i && said.is(begin - 1, {"in", "at"}) && said.is(begin - 2, Role::looker))
    begin = phrase_begin(said, begin - 2);
  // "the crowding Hiqa deplored": a name right behind the noun
  const auto capital = [&](std::size_t k) {
    return said.words[k].text.front() >= 'A' && said.words[k].text.front() <= 'Z';
  };
  bool name = false;
  if (looker < said.words.size() && looker != i && looker > 1 && capital(looker)) {
    std::size_t first = looker;
    while (first > 1 && capital(first - 1) && said.joined(first - 1)) --first;
    name = first > 1 && said.joined(first - 1) && noun_like(said, first - 1) && !capital(first - 1);
    if (name) begin = first;
  }
  const bool lead = begin == 0 || !said.joined(begin - 1);
  // "as we asked", "what we recommended", "which we called squalid"
  std::size_t head = begin;
  if (looker == i)
    while (head > 0 && said.is(head - 1, {"so", "had", "have", "has", "most"})) --head;
  // "than they had been when we criticised them"
  if (head > 1 && said.is(head - 1, {"when"}) && said.joined(head - 2)) {
    std::size_t than = head - 1;
    while (than > 0 && than + 9 > head && !said.is(than, {"as", "than"})) --than;
    if (said.is(than, {"as", "than"})) head = than + 1;
  }
  const bool as = head > 0 && said.is(head - 1, {"as", "than", "what"});
  const bool which = head > 0 && said.is(head - 1, {"that", "which", "whom"});
  const bool subject = name || said.is(begin, {"we", "the", "our", "my", "a", "an", "its"}) ||
                       (looker < said.words.size() && said.is(looker, WordKind::looking_people));
  const bool bare = !as && !which && !lead && subject && looker < said.words.size() && begin > 0 &&
                    (noun_like(said, begin - 1) || (said.is(looker, {"we"}) && said.is(begin - 1, Role::look) &&
                                                    said.words[begin - 1].text.back() == 's')) &&
                    said.joined(begin - 1) &&
                    !said.is(begin - 1, {WordKind::time_or_season, WordKind::span_of_time, WordKind::month});
  if (as || which || bare) {
    then.aside = true;
    then.first = as || which ? head - 1 : head;
    if (then.first > 0 && said.is(then.first - 1, {"of", "just", "about", "for", "on", "to"})) --then.first;
    if (then.first > 1 && said.is(then.first, {"to"}) && said.is(then.first - 1, {"contrary"})) {
      --then.first;
      then.contrary = true;
    }
    then.as_asked = said.is(head - 1, {"as"}) && asked && !then.contrary;
    then.last = aside_end(reading, said, i, then.first > 0 && !said.joined(then.first - 1) && which);
    then.first = apposition(said, then.first);
    return then;
  }
  return std::nullopt;
}

// The same in the passive.
std::optional<Then> passive_relative(const Reading& reading, const Said& said, std::size_t i, bool asked) {
  Then then;
  then.asked = asked;
  // "the work that was required under improvement notice 12"
  if (asked && (said.is(i + 1, {"under", "by", "in", "at"}))) {
    std::size_t k = i - 1;
    while (k > 0 && said.is(k, {"was", "were", "been", "had", "also"})) --k;
    bool paper = false;
    for (std::size_t w = i + 2; w < i + 7 && !paper; ++w)
      paper = said.is(w, Role::look) || said.is(w, WordKind::formal_notice) ||
              (said.is(w, Role::looker) && !(said.is(w, WordKind::weak_looker) || said.is(w, {"we", "i"})));
    if (paper && k > 1 && said.is(k, {"that", "which"})) {
      then.aside = true;
      then.first = k;
      then.last = aside_end(reading, said, i, false);
      return then;
    }
  }
  // "A town that was ordered to mend the pipe has done nothing"
  if (asked && said.is(i, WordKind::tells_somebody) && said.is(i + 1, {"to"}) && i > 2 &&
      said.is(i - 1, {"was", "were"}) && said.is(i - 2, {"that", "which", "who"}) && said.joined(i - 3)) {
    then.aside = true;
    then.first = i - 2;
    then.last = aside_end(reading, said, i + 2, false);
    return then;
  }
  // "The review of spending, which was recommended in November, has been carried out"
  if (asked && i > 2 && said.is(i - 1, {"was", "were"}) && said.is(i - 2, {"which", "that"}) &&
      says_when(said, i, i + 5)) {
    then.aside = true;
    then.first = i - 2;
    then.last = aside_end(reading, said, i, !said.joined(i - 3));
    return then;
  }
  // "as it was told to in 2020", "as had been recommended"
  {
    std::size_t k = i;
    while (k > 0 && said.is(k - 1, {"was", "were", "been", "had", "it", "they", "he", "she", "has", "have", "also",
                                    "first", "previously", "originally"}))
      --k;
    if (k > 0 && k < i && said.is(k - 1, {"as", "than", "what"})) {
      then.aside = true;
      then.first = k - 1;
      if (then.first > 0 && said.is(then.first - 1, {"to", "just", "of"})) --then.first;
      if (then.first > 0 && said.is(then.first - 1, {"contrary"})) {
        --then.first;
        then.contrary = true;
      }
      then.last = aside_end(reading, said, i, false);
      then.as_asked = asked && !then.contrary && said.is(k - 1, {"as"}) && !said.joined(k - 2 < k ? k - 2 : 0);
      return then;
    }
  }
  return std::nullopt;
}

}   // namespace muster::facts
