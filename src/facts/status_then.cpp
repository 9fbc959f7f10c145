// Clauses with a verb of asking or finding: the ways in which they may stand in a sentence.
#include "facts/status_then.hpp"

#include "facts/status_then_relative.hpp"
#include "facts/status_then_who.hpp"

namespace muster::facts {
namespace {

// "this", "it", "the matter": what stood in the sentence before
bool pronoun_object(const Said& said, std::size_t verb) {
  for (std::size_t k = verb + 1; k < verb + 4 && k < said.words.size(); ++k) {
    if (said.is(k, {"this", "it", "these", "them", "that"}) &&
        (k + 1 >= said.words.size() || !said.joined(k) ||
         (said.is(k + 1, WordKind::matter_noun) ||
          said.is(k + 1, {"in", "at", "to", "with", "as", "last", "on", "before", "previously", "several", "twice",
                          "and", "every", "each", "during", "up", "when", "since"}))))
      return true;
    if (said.is(k, {"the"}) && (said.is(k + 1, WordKind::matter_noun) || said.is(k + 1, {"same"})) &&
        !said.is(k + 2, {"of", "that"}))
      return true;
    if (said.is(k, {"their", "its", "his", "her"}) && said.is(k + 1, WordKind::deed_noun)) return true;
    if (said.is(k, {"as"}) && said.is(k + 1, {"much"})) return true;   // "we said as much in 2012"
    if (!said.is(k, {"about", "to", "of", "for", "attention", "on", "concern", "concerns"})) break;
  }
  return false;
}

// "The coroner's office heard this week. The fence she sought in 2018 …": whoever that is
bool told_of_by(const Said& before, bool dated_now) {
  if (speaks_of_earlier(before)) return true;
  for (std::size_t k = 0; dated_now && k < before.words.size(); ++k)
    if (before.is(k, WordKind::looking_person)) return true;
  return false;
}

// "The plant had been upgraded, as recommended."
std::optional<Then> bare_as(const Said& said, std::size_t i, bool asked) {
  if (!asked || i < 4 || !said.is(i - 1, {"as"}) || said.joined(i - 2) || !said.is(i, WordKind::demands_a_thing) ||
      (i + 1 < said.words.size() && said.joined(i)))
    return std::nullopt;
  Then then;
  then.asked = then.aside = then.as_asked = true;
  then.first = i - 1;
  then.last = i + 1;
  return then;
}

// "A nurse now works overnight, as he advised"; "…, as the state had urged": whoever it was
std::optional<Then> as_somebody_asked(const Said& said, std::size_t i, bool asked) {
  if (!asked || i < 5 || !said.is(i, WordKind::demands_a_thing) || said.is(i - 1, {"is", "are", "be", "as"}) ||
      (i + 1 < said.words.size() && said.joined(i) && !said.is(i + 1, {"in", "last", "for", "it", "them"})))
    return std::nullopt;
  constexpr std::size_t longest = 6;
  for (std::size_t as = i - 1, steps = 0; as > 3 && steps < longest; --as, ++steps) {
    if (!said.is(as, {"as"})) {
      if (!said.joined(as - 1) || said.is(as, {"that", "which", "who", "and", "but"})) return std::nullopt;
      continue;
    }
    if (said.joined(as - 1) || as + 1 == i) return std::nullopt;   // "as far as the state urged" has no comma
    Then then;
    then.asked = then.aside = then.as_asked = true;
    then.first = as;
    then.last = i + 1;
    return then;
  }
  return std::nullopt;
}

// "a second boiler, which the provider had undertaken to install by May, was not in place": who promised it
std::optional<Then> promised(const Reading& reading, const Said& said, std::size_t i) {
  if (!said.is(i, WordKind::promised_to) || !said.is(i - 1, {"had"})) return std::nullopt;
  // "had committed in its compliance plan to fit 11 doors by May, but only four had been fitted"
  if (said.is(i + 1, {"in", "under"}) && said.is(i + 2, {"its", "their", "the", "a"}))
    for (std::size_t k = i + 3; k < i + 7 && said.joined(k - 1); ++k)
      if (said.is(k, {"plan"}) && said.is(k + 1, {"to"}) &&
          said.is(k - 1, {"compliance", "action", "improvement", "remedial", "response", "recovery"})) {
        Then then;
        then.asked = true;
        then.last = clause_end(reading, said, k + 1, false);
        if (then.last == k + 2 || then.last >= said.words.size()) break;
        return then;
      }
  if (!said.is(i + 1, {"to"})) return std::nullopt;
  for (std::size_t k = i - 1, steps = 0; k-- > 1 && steps < 6; ++steps) {
    if (!said.joined(k)) return std::nullopt;
    if (!said.is(k, {"which", "that"})) continue;
    Then then;
    then.asked = then.aside = true;
    then.first = k;
    then.last = aside_end(reading, said, i + 2, !said.joined(k - 1));
    return then;
  }
  return std::nullopt;
}

// Where whoever looked is named by a pronoun, or by nobody.
std::optional<Then> unnamed(const Reading& reading, const Said& said, std::size_t i, bool asked, bool found,
                            bool passive) {
  // "the Committee returns to the practice, which it first raised in 2010"
  if (i > 2 && (found || asked) && dated(said, i) && said.is(i - 1, {"first", "previously", "also"}) &&
      said.is(i - 2, {"it", "they"}) && said.is(i - 3, {"which", "that"}))
    for (std::size_t k = 0; k + 3 < i; ++k)
      if (said.is(k, Role::looker)) {
        Then then;
        then.asked = asked;
        then.aside = true;
        then.first = i - 3;
        then.last = aside_end(reading, said, i, false);
        return then;
      }
  if (it_asked(said, i) && said.index > 0 &&
      told_of_by(read_sentence(reading, said.index - 1), says_when(said, i, i + 4))) {
    Then then;
    then.asked = then.aside = true;
    then.first = i - 1;
    then.last = aside_end(reading, said, i, false);
    return then;
  }
  // "Although told to do so by two inspections, leaders have not"; "Having been warned in 2016, …"
  if (i < 5 && (said.is(i, WordKind::tells_somebody) || said.is(i, {"criticised", "criticized"})) &&
      (said.is(0,
               {"although", "though", "despite", "having", "once", "repeatedly", "twice", "first", "when", "while"}))) {
    bool front = true, look = false;
    std::size_t comma = i;
    for (std::size_t k = 1; k < i; ++k)
      front = front && said.is(k, {"being", "been", "having", "it", "was", "were", "they", "repeatedly", "twice",
                                   "first", "previously", "told", "asked", "and", "to", "times", "several", "many"});
    for (; comma + 1 < said.words.size() && comma < i + 26 && said.joined(comma); ++comma)
      look = look || said.is(comma + 1, Role::look) || said.is(comma + 1, Role::looker);
    if (front && comma + 1 < said.words.size() && !said.joined(comma) &&
        (look || says_when(said, 0, comma + 1) || said.is(0, {"repeatedly", "twice"}))) {
      Then then;
      then.asked = true;
      then.first = 0;
      then.last = comma + 1;
      return then;
    }
  }
  // "This was an area of poor performance identified at the 2015 inspection"
  if (found && !passive && said.is(0, {"this", "these", "it", "both"}) && said.is(1, {"was", "were"}) &&
      said.is(i + 1, {"at", "in", "by", "during", "following"}) && speaks_of_earlier(said)) {
    Then then;
    then.points_back = then.whole = true;
    then.last = said.words.size();
    return then;
  }
  return std::nullopt;
}

// The sentence's own clause: "The coroner asked for ladders", "The port was told to fit ladders in 2016"
Then own_clause(const Reading& reading, const Said& said, std::size_t i, std::size_t looker, bool asked, bool passive) {
  Then then;
  then.asked = asked;
  // "…, although the 2018 inspection required one": the words before say how it stands
  const std::size_t clause = looker < said.words.size() && looker != i ? phrase_begin(said, looker) : 0;
  if (clause > 3 && said.is(clause - 1, {"although", "though", "because", "since", "after", "when"})) {
    then.aside = true;
    then.first = clause - 1;
    then.last = aside_end(reading, said, i, true);
    // "The exit, blocked in March when we ordered it to be cleared, was open"
    std::size_t k = then.first;
    while (k > 0 && k + 6 > then.first && said.joined(k - 1) &&
           !said.is(k - 1, {"is", "are", "was", "were", "has", "have", "had"}))
      --k;
    if (said.is(clause - 1, {"when"}) && k > 1 && !said.joined(k - 1) && then.last < said.words.size()) then.first = k;
    return then;
  }
  const bool front = said.is(0, {"although", "though", "while", "whilst", "despite", "since", "after", "when"}) ||
                     (said.is(0, Role::number) && said.is(2, {"after", "since"})) ||
                     (said.is(0, {"a", "an"}) && said.is(2, {"after", "since"})) ||
                     (said.is(1, {"years", "months"}) && said.is(2, {"after", "since"}));
  // "It is hard to credit that, 15 years after the inquiry proposed it, there was none"
  const std::size_t who = looker < said.words.size() ? phrase_begin(said, looker) : 0;
  const bool years_after = who > 2 && said.is(who - 1, {"after", "since"}) && said.is(who - 2, WordKind::span_of_time);
  then.first = 0;
  const std::size_t size = said.words.size();
  const bool ellipsis =
      asked && (said.is(size - 1, {"should", "to", "so", "must"}) ||
                (a_year(said, size - 1) &&
                 said.is(size - 3, {"should", "to", "so"})));   // "We first recommended that somebody should in 2017."
  then.points_back = ellipsis || pronoun_object(said, i) || (passive && said.is(0, {"this", "these", "it", "both"}));
  then.last = clause_end(reading, said, i, front || years_after);
  if (years_after && then.last < size) then.points_back = false;
  then.numbered = looker < i && said.is(looker, {"recommendation", "requirement"});
  // "None of this is new: we said as much in 2012"
  if (then.points_back && looker < said.words.size())
    for (std::size_t k = looker; k > 0 && then.first == 0; --k)
      if (breaks(gap_behind(reading, said, k - 1))) then.first = k;
  then.whole = then.first == 0 && then.last >= said.words.size();
  return then;
}

// Who looked, where the clause says that somebody did, and earlier: the word, words.size() in the passive, `i` where
// the finding moved them; nothing where it does not.
std::optional<std::size_t> who_looked(const Said& said, std::size_t i, bool asked, bool moved, bool passive) {
  std::size_t looker = looker_before(said, i);
  bool strong = looker < said.words.size() && stands_apart(said, looker);
  // "the watchdog's report called for"
  if (looker < said.words.size() && looker > 0 && said.words[looker - 1].text.size() > 3 &&
      same_word(said.words[looker - 1].text.substr(said.words[looker - 1].text.size() - 2), "'s") &&
      said.is(looker - 1, Role::looker))
    strong = strong || said.is(looker, WordKind::written_look);
  // "the sum that auditors said was overpaid": named as what it is, not told
  const bool named = strong && looker > 0 && said.is(looker - 1, {"that", "which"});
  bool ok = looker < said.words.size() &&
            (dated(said, i) || (strong && (named || asked || !said.is(i, WordKind::telling_verb))));
  // "the programme of inspections we recommended": what was asked for, named by it
  if (!ok && asked && looker + 1 == i && said.is(looker, {"we"}) && looker > 1 && said.joined(looker - 1) &&
      (noun_like(said, looker - 1) || (said.is(looker - 1, Role::look) && said.words[looker - 1].text.back() == 's') ||
       said.is(looker - 1, {"that", "which", "as", "what"})) &&
      (said.is(i, WordKind::demands_a_thing) || said.is(i + 1, {"for"})))
    ok = true;
  // "as the committee recommended", "the register that the auditor general proposed": the same of those who only ask
  if (!ok && asked && looker + 1 >= i && looker < said.words.size() &&
      !(said.is(looker, WordKind::weak_looker) ||
        said.is(looker, {"we", "i", "inspectors", "inspector", "inspection", "visit", "team", "survey", "police"})) &&
      said.is(i, WordKind::demands_a_thing)) {
    const std::size_t begin = phrase_begin(said, looker);
    ok = begin > 1 && said.is(begin, {"the"}) && said.joined(begin - 1) &&
         said.is(begin - 1, {"as", "that", "which", "what"});
  }
  if (!ok && asked && looker + 1 == i && said.is(looker, {"we"}) && still_behind(said, i)) ok = true;
  // "a family room, which the review said should open within a year"
  if (!ok && asked && looker + 1 == i && said.is(i, WordKind::telling_verb) && said.is(i + 1, {"should", "must"})) {
    const std::size_t begin = phrase_begin(said, looker);
    ok = begin > 1 && said.is(begin - 1, {"which", "that"});
  }
  // "what we said about towels": not what is said now
  if (!ok && looker + 1 == i && said.is(looker, {"we"}) && looker > 0 && said.is(looker - 1, {"what"}) &&
      said.is(i, {"said", "told", "wrote", "advised"}))
    ok = true;
  // "Recommendation 5 called for a crossing"
  if (!ok && asked && looker >= said.words.size() && !passive)
    for (std::size_t k = 0; k < 4 && k < i && i < 16; ++k)
      if (said.is(k, {"recommendation", "requirement"}) &&
          (k == 0 || said.is(k - 1, {"the", "first", "second", "third", "previous", "earlier"})) &&
          !said.is(k - (k > 0 ? 1 : 0), {"this"}) && (said.is(k + 1, Role::number) || k > 0)) {
        ok = true;
        looker = k;
      }
  // "inspectors have asked": now, unless it says when
  if (ok && said.is(i - 1, {"has", "have"}) && !dated(said, i)) ok = false;
  if (moved && moves_looker(said, i)) {
    ok = dated(said, i);
    looker = i;
  }
  bool by_looker = false;
  const std::size_t by =
      said.is(i + 1, {"twice", "repeatedly", "again", "already", "earlier", "previously"}) ? i + 2 : i + 1;
  if (passive && said.is(by, {"by", "at", "in", "during", "following", "after"}))
    for (std::size_t k = i + 2; k < i + 10 && !by_looker; ++k)
      by_looker = said.is(k, Role::look) ||
                  (said.is(k, Role::looker) && !(said.is(k, WordKind::weak_looker) || said.is(k, {"we", "i"})));
  bool negated = false;
  for (std::size_t k = i > 4 ? i - 4 : 0; k < i; ++k)
    negated = negated || said.is(k, Role::negation) || said.is(k, {"none", "no", "i", "we", "she", "he"});
  if (!ok && passive && !negated) {
    const bool to =
        said.is(i + 1, {"to"}) ||
        (said.is(i + 1, {"of"}) && said.is(i, {"demanded", "required", "expected"}) &&
         names_a_body(said, said.words.size())) ||
        said.is(i + 3, {"to"}) ||
        (said.is(i + 1, {"in", "at", "last", "by", "during", "as"}) && !said.is(i + 2, {"mr", "ms", "mrs", "dr"}));
    ok =
        said.is(i, Role::demand) && !said.is(i, {"promised"})
            ? (to || by_looker) &&
                  (said.is(by, {"by"})
                       ? by_looker
                       : dated(said, i) || ((said.is(i, WordKind::tells_somebody) || said.is(i, {"given"})) &&
                                            names_a_body(said, said.is(i + 1, {"of"}) ? said.words.size() : i)))
            : by_looker && (dated(said, i) || (speaks_of_earlier(said) && said.is(0, {"this", "these", "it", "both"})));
    if (ok) looker = said.words.size();
  }
  if (ok && asked && asks_for_words(said, i)) ok = false;
  if (ok && (said.is(i, WordKind::weak_demand) || said.is(i, {"said"})) && looker < said.words.size() &&
      initials(said.words[looker].text))
    ok = false;
  return ok ? std::optional(looker) : std::nullopt;
}

// "The jury was told that …", "…, the inquest heard": what they hear now is not what they ask for
bool is_told(const Said& said, std::size_t verb) {
  const bool heard = said.is(verb, {"heard"});
  if ((!heard && !(said.is(verb, {"told"}) && said.is(verb - 1, {"was", "were", "been"}))) || dated(said, verb))
    return false;
  std::size_t who = verb - 1;
  while (!heard && who > 0 && said.is(who, Role::auxiliary)) --who;
  return said.is(who, WordKind::hearer) || (said.is(who, Role::looker) && !said.is(who, {"we", "i"}));
}

std::optional<Then> by_verb(const Reading& reading, const Said& said) {
  for (std::size_t i = 1; i < said.words.size(); ++i) {
    bool asked = said.is(i, Role::demand) && wants(said, i);
    const bool found = said.is(i, Role::fault), moved = said.is(i, Role::moved);
    if (auto then = promised(reading, said, i)) return then;
    if (!asked && !found && !moved && !said.is(i, {"seen", "spotted", "noticed"})) continue;
    if (not_told(said, i)) continue;
    // "found no problems with the care": nothing to put right
    if (found && said.is(i + 1, {"no", "few"}) &&
        (said.is(i + 2, WordKind::fault_noun) || said.is(i + 3, WordKind::fault_noun)))
      continue;
    // "told the jury": those who hear it
    if (said.is(i, {"told"}) &&
        (said.is(i + 1, Role::looker) || said.is(i + 1, {"us", "me"}) ||
         (said.is(i + 1, {"the", "a", "our"}) && (said.is(i + 2, Role::looker) || said.is(i + 2, WordKind::hearer)))))
      continue;
    if (is_told(said, i)) continue;
    // "The jury wanted to see the place": what it did itself
    if (asked && said.is(i, WordKind::wishes_for) && said.is(i + 1, {"to"}) &&
        !said.is(i - 1, {"was", "were", "been"}) && i + 3 < said.words.size())
      continue;
    if (!asked && (said.is(i, WordKind::telling_verb) || said.is(i, {"ruled", "held"}))) asked = duty_behind(said, i);
    else if (found && asked && said.is(i, {"called"})) asked = said.is(i + 1, {"for", "on", "upon"});
    if (auto then = participle(reading, said, i, asked, found)) return then;
    if (!asked && !found && !moved) continue;
    if (!asked && said.is(i, {"called", "found", "set"}) && !a_year(said, i + 2) && !says_when(said, i + 1, i + 5) &&
        said.is(i + 1, {"at", "in", "on", "out", "off", "by", "round", "themselves", "themself"}))
      continue;
    const bool passive =
        said.is(i - 1, {"was", "were"}) || (said.is(i - 1, {"been", "also", "first", "then"}) && i > 1 &&
                                            said.is(i - 2, {"had", "was", "were", "has", "have"}));
    if (auto then = bare_as(said, i, asked)) return then;
    if (auto then = as_somebody_asked(said, i, asked)) return then;
    const auto looker = who_looked(said, i, asked, moved, passive);
    if (!looker) {
      if (auto then = unnamed(reading, said, i, asked, found, passive)) return then;
      continue;
    }
    if (!asked && judged_good(reading.lexicon.status_words(), said, i)) continue;
    if (auto then = relative(reading, said, i, *looker, asked)) return then;
    if (passive)
      if (auto then = passive_relative(reading, said, i, asked)) return then;
    if (*looker >= said.words.size() && !passive) continue;   // "criticised at the last inspection" behind its noun
    // "The ombudsman said in 2019 that …", "heard": found wanting only by what it says
    if (!asked && said.is(i, WordKind::telling_verb) && !says_bad(reading.lexicon.status_words(), said, i, passive))
      continue;
    if (said.is(i, {"heard"}) && *looker < said.words.size() && !said.is(*looker, {"inquest"})) continue;
    return own_clause(reading, said, i, *looker, asked, passive);
  }
  return std::nullopt;
}

}   // namespace

std::optional<Then> then_in(const Reading& reading, const Said& said) {
  if (said.words.size() < 5) return std::nullopt;
  if (auto then = then_by_phrase(reading, said)) return then;
  return by_verb(reading, said);
}

}   // namespace muster::facts
