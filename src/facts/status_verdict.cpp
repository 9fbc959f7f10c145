// A verdict: its value, and what around the phrase takes it back (an adjective, a habit, a plan, another verb's
// object).
#include <algorithm>

#include "facts/status_turns.hpp"

namespace muster::facts {

using model::StatusValue;

Verdict read_verdict(const Reading& reading, const Said& said, Span phrase, std::optional<StatusValue> given) {
  Verdict verdict;
  verdict.phrase = phrase;
  const std::string_view text = reading.document.text.folded();
  const std::string_view form = text.substr(phrase.begin, phrase.size());
  const StatusValue base = given ? *given : verdict_value(reading, form);
  verdict.value = base;
  verdict.inherent = base == StatusValue::not_met;
  for (const std::string_view noun : {"progress", "compliance", "headway", "inroads", "strides", "movement", "traction",
                                      "improvement", "improvements", "progress made"})
    verdict.noun = verdict.noun || (phrase.size() >= noun.size() &&
                                    same_word(text.substr(phrase.end - noun.size(), noun.size()), noun));
  verdict.noun = verdict.noun || (given && form.size() > 7 && same_word(form.substr(form.size() - 7), " action"));
  verdict.noun = verdict.noun || (given && reading.lexicon.word_kinds().is(
                                               form, WordKind::bare_progress));   // "…, some on two and none on one"
  const std::size_t at = said.word_at(phrase.begin);
  Before before = read_before(reading, said, phrase, at, verdict.noun);
  const std::size_t behind = said.word_at(phrase.end);
  before.negative = before.negative || no_evidence(said, at);
  // "no measurable headway", "without real progress": whatever the degree, there was none
  if (verdict.noun && given && at > 0 && said.joined(at - 1) && said.is(at - 1, {"no", "without"}))
    before.negative = true;
  // "sufficient improvement has not been achieved": the denial follows the noun
  if (verdict.noun && said.is(behind, {"has", "have", "had", "is", "was", "were"}) && said.is(behind + 1, {"not"}))
    before.negative = true;
  // "has done nothing since", "have done too little"
  if (same_word(form, "done") &&
      (said.is(behind, {"nothing"}) || (said.is(behind, {"little", "too", "very"}) &&
                                        (said.is(behind, {"little"}) || said.is(behind + 1, {"little"})))))
    before.negative = true;
  // "Too little has been done", "not enough was done", "a great deal has been done"
  if (is_any(form, {"done", "achieved"})) {
    std::size_t subject = at;
    while (subject > 0 && !said.is(subject - 1, {"much"}) &&
           (said.is(subject - 1, Role::auxiliary) || said.is(subject - 1, Role::adverb)))
      --subject;
    if (subject > 0 && (said.is(subject - 1, {"little", "nothing"}) ||
                        (said.is(subject - 1, {"enough"}) && subject > 1 && said.is(subject - 2, {"not"}))))
      before.negative = true;
    else if (subject > 0 && subject < at && said.is(subject - 1, {"much", "lot", "deal"}) && !before.negative)
      verdict.value = StatusValue::in_progress;
  }
  // "two as progressing", "is listed as complete"
  if (at > 0 && said.is(at - 1, {"as"})) before.passive = true;
  // "We do not regard recommendation 3 as closed": denied with the verb of regarding
  for (std::size_t k = at > 9 ? at - 9 : 0; k + 1 < at; ++k)
    if (said.is(k, {WordKind::regards_as, WordKind::rates_as}) && k > 0 && said.is(k - 1, Role::negation) && k > 1 &&
        said.is(k - 2, {"do", "does", "did", "cannot", "can", "could"}) && before.begin == phrase.begin)
      before.negative = true;
  // "83 closed, 22 overdue": a figure and its verdict, the verb left out
  if (at > 0 && before.begin > said.span.begin && said.is(at - 1, Role::number) &&
      before.begin == said.words[at - 1].span.end + 1 &&
      !(said.is(at - 1, Role::earlier) && said.words[at - 1].text.size() == 4) && elliptic(said, at, phrase.end, text))
    before.passive = true;
  // "Most of the recommendations now in place, says board": a headline leaves the verb out
  if (at > 1 && said.is(at - 1, {"now", "still", "already"}) && said.joined(at - 2) &&
      reading.lexicon.status_words().noun(said.words[at - 2].text) != nullptr && elliptic(said, at, phrase.end, text))
    before.passive = true;
  // "Recommendation closed.": a line by itself
  constexpr std::size_t short_line = 4;
  if (at > 0 && said.words.size() <= short_line && said.joined(0) && behind == said.words.size() &&
      reading.lexicon.status_words().noun(said.words[0].text) != nullptr &&
      (at == 1 || said.is(1, Role::number) || said.is(1, Role::adverb) || said.is(1, Role::fully)))
    before.passive = true;
  // "five fully implemented, two partly": the same, behind how far
  if (at > 1 && (said.is(at - 1, Role::fully) || said.is(at - 1, Role::almost) || said.is(at - 1, Role::partly)) &&
      said.is(at - 2, Role::number) && !said.is(at - 2, Role::earlier) && said.joined(at - 2) && said.joined(at - 1) &&
      elliptic(said, at, phrase.end, text))
    before.passive = true;
  // "3 of 8 recommendations fully implemented; …": the same with the noun between
  if (const std::size_t first = said.word_at(before.begin);
      first > 1 && first < said.words.size() &&
      reading.lexicon.status_words().noun(said.words[first - 1].text) != nullptr && said.joined(first - 1) &&
      elliptic(said, at, phrase.end, text)) {
    for (std::size_t k = first - 1, steps = 0; k-- > 0 && steps < 3; ++steps) {
      before.passive = before.passive || said.is(k, Role::number);
      if (!said.is(k, {"of", "the", "our", "audit", "safety", "previous", "earlier"}) &&
          !(steps == 0 && said.roles[k] == 0 && said.joined(k)))   // "two of five ferry recommendations closed"
        break;
    }
  }
  // "was six months overdue"
  if (at > 2 && is_any(form, {"overdue", "behind schedule"}) && said.is(at - 1, WordKind::span_of_time) &&
      (said.is(at - 2, Role::number) || said.is(at - 2, {"many", "several"})) && said.is(at - 3, Role::auxiliary))
    before.passive = true;
  verdict.passive = before.passive || form.find("been ") != std::string_view::npos;
  const auto no = [&](std::string_view why) {
    verdict.refused = true;
    verdict.why = why;
  };
  // "60 per cent complete; 13 per cent almost complete": a list leaves the verb out
  if (const std::size_t share = said.word_at(before.begin);
      share > 0 && (said.is(share - 1, {"cent", "percent"}) ||
                    (before.begin > said.span.begin + 1 && text[before.begin - 2] == '%')))
    verdict.passive = true;
  // "remain to be fully implemented", "are still to be met", "has yet to be"
  if (before.plan && !before.failing) {
    std::size_t k = at;
    while (k > 0 && (said.is(k - 1, {"be"}) || said.is(k - 1, Role::fully) || said.is(k - 1, Role::adverb)) &&
           !said.is(k - 1, {"to", "still"}))
      --k;
    if (k > 1 && k < at && said.is(k - 1, {"to"}) &&
        said.is(k - 2, {"still", "remain", "remains", "remained", "yet", "waiting"}))
      before.failing = before.negative = true;
  }
  // "considers the response to be satisfactory in part": a judgement, no plan
  if (before.plan) {
    std::size_t be = at;   // "judged four to be fully implemented"
    while (be > 0 && (said.is(be - 1, Role::fully) || said.is(be - 1, Role::adverb))) --be;
    if (be > 1 && said.is(be - 1, {"be"}) && said.is(be - 2, {"to"}))
      for (std::size_t k = 0; k + 2 < be; ++k) {
        // "victims are still waiting for its recommendations to be put into practice"
        if (said.is(k, {"waiting", "awaiting", "wait"})) {
          before.failing = before.negative = true;
          break;
        }
        if (said.is(k, WordKind::shows_to_be)) before.plan = false;
      }
  }
  // "we found 20 (63%) implemented": a figure and its verdict, the verb left out
  if (before.begin > said.span.begin + 1 && text[before.begin - 2] == ')')
    if (const std::size_t open = between(text, said.span.begin, before.begin).rfind('(');
        open != std::string_view::npos && open > 0 &&
        said.is(said.word_at(static_cast<std::uint32_t>(said.span.begin + open) - 1), Role::number))
      verdict.passive = true;
  // "with 27 now resolved"
  if (at > 1 && said.is(at - 1, {"now", "since", "already"}) && said.is(at - 2, Role::number)) verdict.passive = true;
  if (found_then(said, at)) no("what was found then");
  if (supposed(reading, said, phrase, at, before.finite && before.passive, before.negative || verdict.inherent))
    no("a hypothesis");
  // "one will not be implemented" is as good as known; any other plan is not.
  if (before.plan && !before.failing && !(before.negative && before.passive)) no("a plan, a duty or a hypothesis");

  std::string_view next_word;
  if (const std::size_t next = said.word_at(phrase.end); next < said.words.size()) next_word = said.words[next].text;
  const std::string_view previous = at > 0 ? said.words[at - 1].text : std::string_view{};
  if ((phrase.end < said.span.end && text[phrase.end] == '-') ||
      (phrase.begin > said.span.begin && text[phrase.begin - 1] == '-'))
    no("part of another word");
  // "Areas for development are identified and progressed", "are not always implemented": a habit
  bool present = before.present;
  if (at > 2 && same_word(previous, "and") && said.is(at - 3, {"is", "are"})) present = true;
  bool does = false;   // "they do not always complete"
  for (std::size_t k = at > 5 ? at - 5 : 0; k < at; ++k) does = does || said.is(k, {"do", "does", "don't", "doesn't"});
  // "were often ignored": how it goes, not how these stand
  for (std::size_t k = at > 3 ? at - 3 : 0; k < at; ++k)
    if (said.words[k].span.begin >= said.span.begin && said.is(k, WordKind::at_times) &&
        !said.is(k - (k > 0 ? 1 : 0), {"too"}))
      does = before.habit = true;
  if ((present || does) && before.habit) no("a habit, not a finding on what was asked");
  // "would be acted upon (either implemented, or partly implemented)": what is supposed before the bracket is so in it
  const std::string_view so_far = between(text, said.span.begin, phrase.begin);
  if (const std::size_t open = so_far.rfind('(');
      open != std::string_view::npos && so_far.find(')', open) == std::string_view::npos) {
    const auto bracket = static_cast<std::uint32_t>(said.span.begin + open);
    if (supposed(reading, said, {bracket, bracket}, said.word_at(bracket), false)) no("a hypothesis");
  }
  // "Four of the seven are fully implemented": so many, or so far, is no habit
  const bool so_many = at > 0 && (said.is(at - 1, Role::fully) || said.has(Role::number, at) ||
                                  said.is(at - 1, {"partially", "partly", "largely", "mostly", "substantially"}));
  // "a whisker away from full compliance", "close to compliance", "well short of compliance"
  if (verdict.noun && base == StatusValue::met && at > 1 && said.is(at - 1, {"to", "of", "from"}))
    for (std::size_t k = at > 5 ? at - 5 : 0; k + 1 < at; ++k) {
      if (said.is(k, WordKind::almost_there)) {
        verdict.value = StatusValue::almost_met;
        before.plan = false;   // "close to compliance"
      }
      if (said.is(k, {"short", "far"}) && said.is(k + 1, {"of", "from"})) before.negative = true;
    }
  // "has successfully tackled": done
  if (base == StatusValue::in_progress && !before.negative && is_any(form, {"tackled", "acted on", "acted upon"}) &&
      at > 0 && (said.is(at - 1, {"successfully"}) || before.full))
    verdict.value = model::StatusValue::met;
  // "tackled to our satisfaction": done
  if (verdict.value == model::StatusValue::in_progress && !before.negative && said.is(behind, {"to"}) &&
      (said.is(behind + 1, {"satisfaction"}) || said.is(behind + 2, {"satisfaction"})))
    verdict.value = model::StatusValue::met;
  if (present && !so_many && !before.being && !before.failing && !not_ensured(said, at) &&
      reading.lexicon.word_kinds().is(form, WordKind::form_of_habit))
    no("a habit, not a finding on what was asked");
  if (ends_in(form, {"embedded"}) && at > 0 && said.is(at - 1, {"less"})) no("less than something else");
  if ((same_word(form, "embedded") || ends_in(form, {"embedded"})) && present && !before.negative && !before.failing)
    no("a habit, not a finding on what was asked");
  if (same_word(form, "completed") && present && said.is(behind, {"in", "within", "by"}) &&
      !said.is(behind + 1, {"full"}) && !before.being)
    no("a habit, not a finding on what was asked");
  if (same_word(form, "open") && said.is(behind, {"to"})) no("open to something");
  if (same_word(form, "met") && verdict.passive && said.is(behind, {"with"})) no("how it was received");
  if (same_word(form, "satisfied") && said.is(behind, {"that", "with"})) no("what somebody thinks");
  // "for which it had been found non-compliant in the audit": then
  if (reading.lexicon.word_kinds().is(form, WordKind::form_of_breach) && at > 2 &&
      said.is(at - 1, WordKind::judged_as) && said.is(at - 2, {"been"}) && said.is(at - 3, {"had"}))
    no("what was found then");
  // "was previously found non-compliant with this rule": the same
  if (reading.lexicon.word_kinds().is(form, WordKind::form_of_breach) && at > 2 &&
      said.is(at - 1, WordKind::judged_as) && said.is(at - 2, {"previously", "originally", "initially", "earlier"}))
    no("what was found then");
  // "The team recommended that this requirement be found met": somebody else has to judge it
  if (at > 2 && said.is(at - 1, WordKind::judged_as) && said.is(at - 2, {"be"}) &&
      said.has(WordKind::proposes_verdict, at - 2))
    no("a verdict that is only proposed");
  if (same_word(form, "carried forward") && said.is(behind, {"for", "to", "into", "until"}))
    no("put off to the next look, which judges it");
  if (same_word(form, "non-compliance") && !verdict.passive &&
      !is_any(previous, {"continued", "continuing", "ongoing", "persistent"}))
    no("what was found");
  // "which did not meet requirements at the time of the last inspection": how it was then
  if (find_words(form, "did not") == 0 || find_words(form, "was not") == 0 || find_words(form, "were not") == 0)
    for (std::size_t k = behind; k + 2 < said.words.size() && k < behind + 6 && (k == behind || said.joined(k - 1));
         ++k)
      if (said.is(k, {"at", "during"}) &&
          (said.is(k + 2, {"last", "previous", "earlier"}) || (said.is(k + 1, {"the"}) && said.is(k + 2, {"time"}))))
        no("what was found then");
  // "There were 40 outstanding then; there are now none"
  if (said.is(behind, {"then"}) && said.joined(behind - 1) && (behind + 1 >= said.words.size() || !said.joined(behind)))
    no("what was found then");
  if (same_word(form, "sustained") && !verdict.passive) no("an adjective, not a verdict");
  if (same_word(form, "complete") && !verdict.passive && is_any(previous, {"or", "and", "to"}))
    no("a verb, not a verdict");
  if (verdict.noun && reading.lexicon.word_kinds().is(next_word, WordKind::paper_noun)) no("a kind of paper");
  // "When there have been deficits, oversight has not addressed them": a habit, whoever saw them
  if (std::size_t lead = said.is(0, Role::number) ? 1U : 0U; said.is(lead, {"when", "where", "whenever", "wherever"}) &&
                                                             said.is(lead + 1, {"there"}) && !speaks_of_earlier(said))
    no("a habit");
  // "for a fixed trigger to be of use"
  if (!verdict.passive && form.find(' ') == std::string_view::npos && is_any(previous, {"a", "an"}) &&
      with_a_noun_behind(said, behind, phrase.end))
    no("an adjective, not a verdict");
  // "remain outstanding 20 months after they were accepted"
  const bool still_so =
      is_any(previous, {"remain", "remains", "remained", "still"}) &&
      (said.is(behind, Role::number) || said.is(behind, {"some", "almost", "nearly", "more", "over"}));
  if (reading.lexicon.word_kinds().is(form, WordKind::form_as_adjective) && !still_so &&
      (with_a_noun_behind(said, behind, phrase.end) || is_any(previous, {"the", "an", "a", "this", "its", "their"})))
    no("an adjective, not a verdict");
  if (reading.lexicon.word_kinds().is(form, WordKind::form_of_anything) && !verdict.passive)
    no("not said of the request");
  if (!verdict.passive && !is_any(previous, {"rest", "remainder", "others"}) &&
      reading.lexicon.status_words().only_predicate(form))
    no("not said of the request");
  if (same_word(form, "improved")) {
    bool perfect = false;
    for (std::size_t k = at, steps = 0; k-- > 0 && steps < 5 && !perfect; ++steps) {
      perfect = said.is(k, {"has", "have", "had"});
      if (!perfect && !said.is(k, Role::adverb) &&
          !(said.words[k].text.size() > 4 && ends_in(said.words[k].text, {"ly"})) && !said.is(k, Role::negation))
        break;
    }
    if (perfect) verdict.refused = false;
    if (!perfect && !verdict.passive) no("not said of the request");
  }
  // "started to emerge", "has begun to recruit": of a request only with a verb of carrying out
  if (is_any(form, {"started to", "begun to"}) && behind < said.words.size() &&
      !said.is(behind, WordKind::carrying_out))
    no("the beginning of something else");
  if (is_any(form, {"working on", "working through"}) ||
      ends_in(form, {" implementing", " addressing", " meeting", " completing"}))
    verdict.passive = false;   // "are working on three"
  // "we have removed the conditions that we set": whoever set them is content
  if (base == StatusValue::superseded && !verdict.passive && at > 0 &&
      said.is(said.word_at(phrase.begin), WordKind::lifts)) {
    std::size_t who = at;
    while (who > 0 && (said.is(who - 1, Role::auxiliary) || said.is(who - 1, Role::adverb))) --who;
    if (who > 0 && said.is(who - 1, Role::looker) && !said.is(who - 1, {"board", "i"}) &&
        (said.is(behind, {"them", "it", "both", "the", "all", "these", "those", "our", "its"}) ||
         said.is(behind, Role::number)))
      verdict.value = StatusValue::met;
  }
  // "The department lifted the notice in 2011": what had been lifted long ago, or a weight
  if (said.is(said.word_at(phrase.begin), WordKind::lifts) && base == StatusValue::met && !verdict.passive) {
    std::size_t who = at;
    while (who > 0 && (said.is(who - 1, Role::auxiliary) || said.is(who - 1, Role::adverb))) --who;
    bool its_own = false;   // "has lifted the undertakings that it imposed"
    for (std::size_t k = behind; k + 1 < said.words.size(); ++k)
      its_own = its_own ||
                (said.is(k, {"it", "they", "we"}) && said.is(k + 1, {"imposed", "issued", "placed", "set", "had"}));
    if (!its_own && (who == 0 || !said.is(who - 1, Role::looker))) no("said of another thing");
  }
  // "which we removed", "canceled funds": withdrawn is what happens to a request
  if (base == StatusValue::superseded && verdict.value == base && !verdict.passive &&
      !(said.is(behind, {"it", "them"}) && at > 0 && said.is(at - 1, {"have", "has", "therefore", "now"})) &&
      !same_word(form, "lapsed") && form.find(' ') == std::string_view::npos && ends_in(form, {"ed", "wn"}) &&
      !(at > 0 && said.is(at - 1, Role::number)))
    no("an adjective, or told of then");
  // "to tell victims when their case is dropped has been met": the verdict is yet to come
  if (said.is(behind, {"has", "have", "had"}))
    for (std::size_t k = at, steps = 0; k-- > 0 && steps < 6; ++steps)
      if (said.is(k, {"when", "if", "where", "whenever", "once", "before", "after"}) &&
          !(said.is(k, {"where"}) && k > 0 && !said.joined(k - 1)))   // "the docks, where no progress had been made"
        no("said of another thing");
  // "at least 75% complete"
  if (is_any(form, {"complete", "completed"}) && phrase.begin > said.span.begin + 1 &&
      (text[phrase.begin - 2] == '%' || is_any(previous, {"cent", "percent"})))
    for (std::size_t k = at, steps = 0; k-- > 0 && steps < 6; ++steps) {
      if (k + 1 < at && between(text, said.words[k].span.end, said.words[k + 1].span.begin).find_first_of(";:,") !=
                            std::string_view::npos)
        break;
      if (said.is(k, {"least", "each"})) no("a share of the work");
    }
  // "marked recommendations as complete without testing"
  if (at > 1 && said.is(at - 1, {"as"}))
    for (std::size_t k = at - 1, steps = 0; k-- > 0 && steps < 5; ++steps)
      if (said.is(k, {"marked", "declared", "recorded", "logged"}))
        for (std::size_t w = behind; w < said.words.size(); ++w)
          if (said.is(w, {"without", "but", "although", "though", "when", "before"}))
            no("what somebody only wrote down");
  if (said.is(behind, {"as"}) && said.is(behind + 1, {"follows"})) no("what follows says how far");
  // "An internal review carried out in 2018 had urged": said of the look
  if (at > 0 && said.is(at - 1, Role::look) && said.joined(at - 1) &&
      is_any(form, {"carried out", "completed", "done", "finalised", "finalized", "delivered", "concluded"}) &&
      !verdict.passive)
    no("said of the look");
  // "11 of the 13 rules found not compliant in 2023": then
  if (at > 1 && before.begin > said.span.begin)
    if (const std::size_t first = said.word_at(before.begin);
        first > 1 && said.is(first - 1, WordKind::judged_as) && said.joined(first - 2) &&
        said.words[first - 2].text.size() > 3 && said.words[first - 2].text.back() == 's' &&
        !said.is(first - 2, Role::looker) && !said.is(first - 2, Role::auxiliary) && says_a_time(said, behind))
      no("what was found then");
  if (same_word(form, "hit") && said.is(behind, {"by"})) no("an accident");
  if (same_word(form, "done") && is_any(previous, {"work"}) && said.is(behind, {"so", "to", "since"}))
    no("the work, not its end");
  // "told us that it was complete and we found that it was not"
  for (std::size_t k = behind; k + 3 < said.words.size() && k < behind + 4; ++k)
    if (said.is(k, {"and", "but"}) && said.is(k + 1, {"we"}) && said.is(k + 2, {"found"}) &&
        said.words.size() > k + 4 && said.is(said.words.size() - 1, {"not"}))
      no("taken back at once");
  // "closed recommendations on paper"
  for (std::size_t k = behind; k + 1 < said.words.size() && k < behind + 5; ++k)
    if (said.is(k, {"on"}) && said.is(k + 1, {"paper"})) no("on paper only");
  // "three of those reported as complete were not"
  if (said.is(behind, {"was", "were", "is", "are", "had", "has"}) && said.is(behind + 1, {"not"}) &&
      behind + 2 >= said.words.size())
    no("taken back at once");
  // "Good progress … would help", "further progress is needed"
  if (verdict.noun)
    for (std::size_t k = behind, steps = 0;
         k < said.words.size() && steps < 12 && said.words[k].span.begin < said.span.end; ++k, ++steps) {
      if (between(text, phrase.end, said.words[k].span.begin).find_first_of(",;") != std::string_view::npos) break;
      if (said.is(k, {"but", "although", "though", "while", "whilst", "yet"})) break;
      if (said.is(k, {"recommendation", "requirement", "recommendations"}) && said.is(k + 1, {"that", "to"}))
        break;   // "no progress against our recommendation that …": what was asked
      if (said.is(k, {"needed", "required", "necessary", "would", "should", "must", "will", "could", "needs"})) {
        no("a wish");
        break;
      }
      if (said.is(k, {"has", "have", "had", "is", "are", "was", "were"}) &&
          !said.is(k + 1, {"needed", "required", "necessary"}))
        break;
    }
  const std::string_view after = text.substr(phrase.end, std::min<std::size_t>(24, said.span.end - phrase.end));
  // "addressed to some extent", "to a large degree"
  if (said.is(behind, {"to"}) &&
      (said.is(behind + 2, {"extent", "degree"}) || said.is(behind + 3, {"extent", "degree"})))
    (said.is(behind + 2, {"large", "great", "considerable", "significant"}) ? before.almost : before.partly) = true;
  else if (after.find(" to ") == 0 && same_word(form, "addressed")) no("sent to someone");
  if (after.find("in full") == 0 || after.find(" in full") == 0) before.full = true;
  if (after.find(" in part") == 0 || after.find(" only in part") == 0 || after.find(" only partially") == 0 ||
      after.find(" only partly") == 0)
    before.partly = true;

  if (base == StatusValue::met && !before.negative && !before.partly && in_the_main(said, at, behind))
    before.almost = true;
  // "has met the recommendation on lamps in part"
  if (const std::size_t size = said.words.size(); base == StatusValue::met && !verdict.passive && size > 3 &&
                                                  said.is(size - 1, {"part"}) && said.is(size - 2, {"in"})) {
    bool one_clause = true;   // "… in full and a further five in part": another verdict
    for (std::size_t k = behind; k + 2 < size; ++k)
      one_clause = one_clause && said.joined(k) && !said.is(k, {"and", "but"}) && !said.is(k, Role::number);
    before.partly = before.partly || one_clause;
  }
  if (base == StatusValue::met && said.is(behind, {"in"}) && said.is(behind + 1, {"some", "certain", "several"}) &&
      said.is(behind + 2, {"respects"}))
    before.partly = true;
  if (before.gone) {
    // "are no longer sustained": it has come undone
    verdict.value = base == StatusValue::not_met      ? StatusValue::met
                    : base == StatusValue::superseded ? base
                                                      : StatusValue::not_met;
  } else if (base == StatusValue::met || base == StatusValue::in_progress) {
    if (before.negative && (before.full || before.almost)) verdict.value = StatusValue::partly_met;
    else if (before.negative && before.habit && !before.present && base == StatusValue::met)
      verdict.value = StatusValue::partly_met;   // "have not been routinely followed up"
    else if (before.negative && ensured_in_part(said, at)) verdict.value = StatusValue::partly_met;
    else if (before.negative && !verdict.noun &&
             (find_words(form, "enough") != std::string_view::npos || too_late(said, behind)))
      verdict.value = StatusValue::partly_met;
    else if (before.negative)
      verdict.value = reading.lexicon.status_words().negated(form).value_or(StatusValue::not_met);
    else if (before.almost && base == StatusValue::met) verdict.value = StatusValue::almost_met;
    else if (before.partly) verdict.value = StatusValue::partly_met;
    else if (before.being && base == StatusValue::met && brought_about(said, at)) verdict.value = StatusValue::met;
    else if (before.being && base == StatusValue::met) verdict.value = StatusValue::in_progress;
  } else if (before.negative && base == StatusValue::superseded &&
             find_words(form, "no longer") == std::string_view::npos &&
             find_words(form, "not") == std::string_view::npos) {
    verdict.value = StatusValue::not_met;   // "had not been removed"
  } else if (before.negative && base == StatusValue::not_met) {
    no("a negated negation");
  }
  // "An action plan was put in place to address the areas for improvement": a beginning
  if (base == StatusValue::met && verdict.value == StatusValue::met && is_any(form, {"put in place", "in place"}) &&
      (said.is(behind, {"to"}) || said.has(WordKind::measure_noun, at)))
    verdict.value = StatusValue::in_progress;
  // "was closed because the programme had ended"
  if (same_word(form, "closed") && verdict.value == StatusValue::met &&
      said.is(behind, {"because", "as", "since", "after", "when"}))
    for (std::size_t k = behind; k < said.words.size() && k < behind + 14; ++k)
      if (said.is(k, WordKind::overtaken)) verdict.value = StatusValue::superseded;
  // "were closed without the work being done"
  if (verdict.value == StatusValue::met && said.is(behind, {"without"}))
    for (std::size_t k = behind + 1; k < said.words.size() && k < behind + 9; ++k)
      if (said.is(k, WordKind::carrying_out_past) &&
          (said.is(k - 1, {"being", "been"}) || said.is(k - 1, Role::adverb)))
        verdict.value = StatusValue::not_met;
  verdict.full = before.full;
  verdict.phrase.begin = before.begin;
  // "six unresolved", "the rest overdue", "a further five in part"
  const bool follows_count =
      at > 0 && (said.is(at - 1, Role::number) || is_any(previous, {"rest", "others", "remainder"}));
  const bool follows_share = at > 0 && before.begin > said.span.begin + 1 &&
                             (text[before.begin - 2] == '%' || is_any(previous, {"cent", "percent"}));
  if (reading.lexicon.word_kinds().is(form, WordKind::form_of_extent) && !follows_count && !follows_share)
    no("part of another verdict");
  // "completed 48% in full and 16% partially": the verb of the first stands for the second
  const bool ends = after.empty() || after.front() == ',' || after.front() == '.' || after.front() == ';' ||
                    after.find(" and ") == 0 || after.find(" but ") == 0;
  if (is_any(form, {"partially", "partly", "fully"}) && !((follows_count || follows_share) && ends))
    no("part of another verdict");
  if (base == StatusValue::not_met && reading.lexicon.word_kinds().is(form, WordKind::form_that_stays)) {
    bool held = false;   // "We consider this recommendation unresolved"
    if (at > 1 && reading.lexicon.status_words().noun(previous) != nullptr)
      for (std::size_t k = at > 7 ? at - 7 : 0; k < at; ++k) held = held || said.is(k, WordKind::regards_as);
    const bool stays = held || verdict.passive || follows_count ||
                       is_any(previous, {"remain", "remains", "remained", "still"}) || same_word(form, "stalled");
    if (!stays) no("an adjective, not a verdict");
  }
  return verdict;
}

}   // namespace muster::facts
