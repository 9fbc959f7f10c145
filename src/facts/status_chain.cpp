// "has taken steps to remedy", "is slow in addressing", "is implementing": a verb of carrying out whose
// governor, further to the left in its clause, says how far things have come.
#include <algorithm>

#include "facts/status.hpp"

namespace muster::facts {
namespace {

using model::StatusValue;

constexpr std::size_t widest = 18;   // words between a governor's clause and the verb

bool ends_in(std::string_view word, std::string_view end) {
  return word.size() > end.size() && same_word(word.substr(word.size() - end.size()), end);
}

bool skipped(const Said& said, std::size_t i) {
  return said.is(i, Role::fully) || said.is(i, Role::partly) || said.is(i, Role::almost) || said.is(i, Role::adverb) ||
         (ends_in(said.words[i].text, "ly") && said.words[i].text.size() > 4);
}

// Where the clause of the word `at` begins: behind a mark, a relative pronoun, or "and" with a verb of its own.
std::size_t clause_begin(const Reading& reading, const Said& said, std::size_t at) {
  const std::string_view text = reading.document.text.folded();
  std::size_t first = at;
  bool aux = false;
  while (first > 0 && at - first < widest) {
    const std::uint32_t next = said.words[first].span.begin;
    const std::string_view gap = between(text, said.words[first - 1].span.end, next);
    if (gap.find_first_of(";:") != std::string_view::npos || (aux && gap.find(',') != std::string_view::npos)) break;
    if (said.is(first - 1, {"that", "which", "who", "while", "whilst", "although", "though", "because", "but",
                            "whether", "if", "when", "where"})) {
      if (said.is(first - 1, {"whether", "if", "when", "that"})) --first;
      break;
    }
    --first;
    aux = aux || said.is(first, {"has", "have", "had", "is", "are", "was", "were"});
  }
  return first;
}

struct Governed {
  std::optional<std::size_t> at;
  std::optional<StatusValue> value;
  bool meant = false;
};

Governed governor_before(const Reading& reading, const Said& said, std::size_t first, std::size_t until) {
  const StatusWords& lists = reading.lexicon.status_words();
  Governed out;
  for (std::size_t i = until; i-- > first;) {
    // "the board", "the action": only as what acts, not as the owner of another noun
    const auto governor = lists.governor(said.words[i].text);
    if (!governor) continue;
    // "quickly enough to": what was not quick enough is the word before it
    if (said.is(i, {"enough"}) && i > first) continue;
    if (said.is(i, {"yet", "remains", "remain", "remained", "left"}) && i + 1 != until) continue;
    if (said.is(i, {"sufficient", "adequate", "effective"}) && i + 1 != until)
      continue;   // "sufficient progress to": the noun governs
    if (said.is(i, {"set"}) && !said.is(i + 1, {"about", "out"})) continue;
    if (said.is(i, {"plans", "work", "attempt", "step"}) && i + 1 == until &&
        !(i > first && ((said.is(i - 1, WordKind::plan_adjective) ||
                         said.is(i - 1, {"has", "have", "had", "the", "some", "little", "no", "much", "an", "a"}))))) {
      out.at = i;
      out.meant = true;
      return out;
    }
    if (said.is(i, WordKind::governs_only_beside) && i + 1 != until) continue;
    out.at = i;
    out.value = *governor;
    out.meant = !*governor;
    return out;
  }
  return out;
}

// "taken sufficient action to close": as much as it took
bool enough_done(const Said& said, std::size_t governor) {
  return said.is(governor, {"action", "actions", "steps", "measures"}) && governor > 0 &&
         said.is(governor - 1, {"sufficient", "adequate", "satisfactory", "final"}) &&
         (governor < 2 || !said.is(governor - 2, {"taking", "take"}));
}

// "is needed", "must be taken": behind the request the sentence says that it is only wished for
bool wished_behind(const Said& said, std::size_t from) {
  for (std::size_t k = from; k < said.words.size() && k < from + 16; ++k) {
    if (said.is(k, {"needed", "required", "necessary"}) &&
        (said.is(k - 1, {"is", "are", "was", "were", "be", "still", "now", "urgently"})))
      return true;
    if (k > from && !said.joined(k - 1)) return false;
  }
  return false;
}

}   // namespace

Verdict read_chain(const Reading& reading, const Said& said, Span verb) {
  const StatusWords& lists = reading.lexicon.status_words();
  Verdict verdict;
  verdict.phrase = verb;
  verdict.noun = true;
  const auto no = [&](std::string_view why) {
    verdict.refused = true;
    verdict.why = why;
    return verdict;
  };
  const std::size_t at = said.word_at(verb.begin);
  if (at == 0) return no("nothing governs the verb");
  std::size_t left = at;
  bool full = false, part = false, almost = false;
  const auto step_over = [&] {
    while (left > 0 && skipped(said, left - 1) && !said.is(left - 1, {"to"})) {
      full = full || said.is(left - 1, Role::fully);
      part = part || said.is(left - 1, Role::partly);
      almost = almost || said.is(left - 1, Role::almost);
      --left;
    }
  };
  step_over();
  // "to identify and address": one governor for both verbs
  if (left > 1 && said.is(left - 1, {"and", "or"}) && !said.is(left - 2, {"to"})) {
    left -= 2;
    step_over();
  }
  if (left == 0) return no("nothing governs the verb");
  const bool ing = ends_in(reading.document.text.folded({verb.begin, said.words[at].span.end}), "ing");
  const std::size_t first = clause_begin(reading, said, left);
  std::size_t until = left;
  Governed governed;
  bool negative = false;
  if (same_word(said.words[at].text, "in")) {
    // "has drawn up a plan in response to the findings"
    // "is drafting guidance in response to our recommendation"
    for (std::size_t k = first; k + 1 < until && !governed.at; ++k)
      if (said.is(k, {"is", "are", "was", "were"}) && ends_in(said.words[k + 1].text, "ing") &&
          said.words[k + 1].text.size() > 5) {
        governed.at = k + 1;
        governed.value = StatusValue::in_progress;
      }
    // "A policy has been drafted in response to our recommendation"
    for (std::size_t k = first; k + 2 < until && !governed.at; ++k)
      if (said.is(k, {"has", "have", "had"}) && said.is(k + 1, {"been"}) &&
          (said.is(k + 2, WordKind::put_in_place) || said.is(k + 2, WordKind::deed_done) ||
           said.is(k + 2, WordKind::begun_deed))) {
        governed.at = k + 1;
        governed.value = StatusValue::in_progress;
      }
    if (!governed.at) governed = governor_before(reading, said, first, until);
    if (governed.value == StatusValue::not_met || governed.value == StatusValue::met)
      return no("nothing governs the verb");
  } else if (ing) {
    // "is now implementing", "are not addressing", "has been tackling"
    std::size_t k = left;
    while (k > first && (said.is(k - 1, Role::negation) || skipped(said, k - 1))) {
      negative = negative || said.is(k - 1, Role::negation);
      --k;
    }
    if (k > first && said.is(k - 1, {"is", "are", "was", "were", "been", "isn't", "aren't", "wasn't", "weren't"})) {
      negative = negative || said.is(k - 1, Role::negation);
      governed.at = k - 1;
      governed.value = StatusValue::in_progress;
      until = k - 1;
    } else if (k > first && said.is(k - 1, {"reported", "reports", "report"})) {
      governed.at = k - 1;   // "reported substantially implementing 12 of them"
      governed.value = StatusValue::met;
      until = k - 1;
    } else if (k > first && said.is(k - 1, WordKind::phase_verb)) {
      governed = governor_before(reading, said, first, k);
      until = k;
    } else if (k > first && said.is(k - 1, {"in", "of", "on", "at", "with", "towards", "toward", "for", "to"})) {
      until = k - 1;
      governed = governor_before(reading, said, first, until);
      // "responsible for", "options for": only of what was done
      if (governed.at && said.is(k - 1, {"for", "of"}) && governed.value != StatusValue::almost_met &&
          !said.is(*governed.at, WordKind::midst_noun))
        return no("nothing says that it was done");
      if (governed.at && said.is(k - 1, {"to"}) && !said.is(*governed.at, {"approach", "close"}))
        return no("nothing says that it was done");
    }
  } else {
    if (!said.is(left - 1, {"to"})) return no("nothing governs the verb");
    until = left - 1;
    governed = governor_before(reading, said, first, until);
    // "still has to address 32 recommendations"
    if (until > first + 1 && said.is(until - 1, {"has", "have"}) && said.is(until - 2, {"still"})) {
      governed.at = until - 2;
      governed.value = StatusValue::not_met;
      governed.meant = false;
    }
  }
  if (!governed.at) return no("nothing governs the verb");
  if (governed.meant) return no("only meant or wished for");
  const std::size_t governor = *governed.at;
  // What the rest of the clause says: a duty, a denial, how much.
  const bool nearly = governed.value == StatusValue::almost_met;
  if (nearly &&
      !(said.is(governor, {"close"}) ? governor + 2 == at || governor + 3 == at
                                     : governor > 0 && said.is(governor - 1, {"the", "touching", "in", "within"})))
    return no("nothing governs the verb");   // "close to the port, meeting"
  bool happened = (ing && until == governor) || said.is(governor, WordKind::acts_already), quick = false;
  std::optional<StatusValue> degree;
  std::size_t begin = std::min(governor, at);
  for (std::size_t i = first; i < until; ++i) {
    if (said.is(i, Role::plan) && said.words[i].text != "May" && !said.is(i, {"plans", "due", "likely"}))
      return no("a plan, a duty or a hypothesis");
    if (i != governor && said.is(i, WordKind::only_wished)) return no("only meant or wished for");
    if (said.is(i, {"is", "are"}) && said.is(i + 1, WordKind::habit_participle))
      return no("a habit, not a finding on what was asked");
    if (said.is(i, Role::negation) && !said.is(i + 1, {"all", "only", "least"})) {
      negative = true;
      begin = std::min(begin, i);
    }
    happened = happened || said.is(i, WordKind::tells_it_happened);
    quick = quick || said.is(i, WordKind::quick_adverb);
    const bool near = i + 7 > governor && i <= governor + 4;
    if (!near) continue;
    if (const auto value = lists.degree(said.words[i].text);
        value && i != governor &&
        (i < governor || said.is(i, WordKind::slow_adjective) ||
         said.is(i, {"insufficient", "inadequate", "incomplete", "stalled"}))) {
      if (!degree || *value == StatusValue::not_met) degree = *value;
      begin = std::min(begin, i);
    }
    if (said.is(i, {"nothing", "few", "ineffective", "little"}) && !(i > 0 && said.is(i - 1, {"a"}))) {
      degree = StatusValue::not_met;
      begin = std::min(begin, i);
    }
    if (said.is(i, WordKind::first_steps)) {
      degree = StatusValue::partly_met;
      begin = std::min(begin, i);
    }
  }
  if (!happened && governed.value != StatusValue::not_met && governed.value != StatusValue::partly_met)
    return no("nothing says that it was done");
  if (wished_behind(said, said.word_at(verb.end))) return no("a wish");
  verdict.value = *governed.value;
  if (nearly && negative) verdict.value = StatusValue::partly_met;
  const bool goes = verdict.value == StatusValue::in_progress || verdict.value == StatusValue::met;
  if (verdict.value == StatusValue::partly_met && negative) return no("a denial of what was slow");
  if (verdict.value == StatusValue::not_met && negative && !said.is(governor, {"yet", "left"}))
    verdict.value = StatusValue::met;
  else if (goes && negative && quick) verdict.value = StatusValue::partly_met;
  else if (goes && negative) verdict.value = full ? StatusValue::partly_met : StatusValue::not_met;
  else if (goes && degree && *degree != StatusValue::in_progress && *degree != StatusValue::met)
    verdict.value = *degree;
  else if (goes && part) verdict.value = StatusValue::partly_met;
  else if (verdict.value == StatusValue::in_progress && !negative && enough_done(said, governor))
    verdict.value = StatusValue::met;
  else if (verdict.value == StatusValue::met && almost) verdict.value = StatusValue::almost_met;
  else if (verdict.value == StatusValue::not_met && full) verdict.value = StatusValue::partly_met;
  verdict.phrase.begin = said.words[begin].span.begin;
  return verdict;
}

}   // namespace muster::facts
