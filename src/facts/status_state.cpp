// Statements without a verdict: an earlier finding is named ("an area for improvement at the last
// inspection"), and the sentence, or its neighbour, says how things stand now.
#include <algorithm>

#include "facts/status_state.hpp"
#include "facts/status_then.hpp"
#include "facts/status_then_weigh.hpp"

namespace muster::facts {
namespace {

using model::StatusValue;

// The two sentences share words of the matter ("pathway plans").
bool takes_up(const Said& before, const Said& said) {
  std::size_t shared = 0;
  for (std::size_t i = 0; i < said.words.size(); ++i) {
    const std::string_view word = said.words[i].text;
    if (word.size() < 4 || said.roles[i] != 0) continue;
    for (const Word& other : before.words)
      if (same_word(other.text, plain(word))) {
        shared += i < 4 ? 2 : 1;
        break;
      }   // in the subject it counts double
  }
  return shared >= 2;
}

// "… about overcrowding. Overcrowding has got worse."
bool shares_subject(const Said& before, const Said& said) {
  for (std::size_t i = 0; i < 3 && i < said.words.size(); ++i)
    if (said.words[i].text.size() > 4 && said.roles[i] == 0)
      for (const Word& other : before.words)
        if (same_word(other.text, plain(said.words[i].text))) return true;
  return false;
}

// "At the time of the last inspection, plans were weak."
bool found_then(const StatusWords& lists, const Said& said) {
  if (!said.is(0, {"at", "during", "in", "when"})) return false;
  bool past = false, bad = false;
  for (std::size_t i = 3; i < said.words.size(); ++i) {
    past = past || said.is(i, {"was", "were", "had", "did"});
    bad = bad || lists.state(said.words[i].text) == "bad" || said.is(i, Role::negation) || said.is(i, {"no", "too"});
    if (said.is(i, {"is", "are", "has", "have"})) return false;
  }
  return past && bad;
}

// "At this inspection, …", "On this visit we found": the other half of "At our last inspection we found".
bool at_this_look(const Said& said) {
  for (std::size_t i = 0; i + 2 < said.words.size() && i < 4; ++i)
    if (said.is(i, {"at", "during", "on", "by"}) && said.is(i + 1, {"this", "our", "the"}) &&
        ((said.is(i + 2, WordKind::one_look) || said.is(i + 2, {"occasion", "time"})) ||
         ((said.is(i + 2, WordKind::follow_up_adjective) || said.is(i + 2, {"latest", "recent", "current", "next"})) &&
          said.is(i + 3, Role::look))))
      return said.is(i + 1, {"this"}) || !said.is(i + 2, Role::look);
  return said.is(0, {"we", "inspectors"}) && said.is(1, {"now", "returned", "revisited"});
}

const RequestMention* thing_asked(const std::vector<RequestMention>& mentions) {
  for (const RequestMention& mention : mentions)
    if (mention.relative) return &mention;
  return nullptr;
}

bool asks(const Said& said) {
  for (std::size_t i = 0; i + 2 < said.words.size(); ++i)
    if (said.is(i, {"needs", "need"}) && said.is(i + 1, {"to"}) &&
        said.is(i + 2, {"ensure", "be", "address", "consider"}))
      return true;
  return (said.has(WordKind::duty_word) || said.has({"if", "whether"}));
}

// "Further work is needed to strengthen plans": some has been done
bool more_to_do(const Said& said) {
  for (std::size_t i = 0; i + 2 < said.words.size(); ++i)
    if (said.is(i, {"further", "more"}) && said.is(i + 1, {"work", "progress", "development"}))
      for (std::size_t k = i + 2; k < i + 5; ++k)
        if (said.is(k, {"needed", "required", "necessary", "needs"})) return true;
  return false;
}

}   // namespace

void read_state(const Reading& reading, const model::Match& match, const std::vector<bool>& asked_now,
                std::vector<bool>& told, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  const StatusWords& lists = reading.lexicon.status_words();
  const auto& sentences = reading.layers.sentences;
  const Said said = read_sentence(reading, match.sentence);
  if (told[match.sentence]) return refuse(refusals, match, "said already");
  for (std::size_t i = 0; i + 2 < said.words.size(); ++i)
    if (said.is(i, {"prior"}) && said.is(i + 1, {"to"}) && said.is(i + 2, {"this", "the", "inspection"}))
      return refuse(refusals, match, "found by themselves, before the inspection");
  if (said.is(0, {"before"}) && said.is(1, {"the", "this"}) && said.is(2, {"inspection", "visit", "review"}))
    return refuse(refusals, match, "found by themselves, before the inspection");
  // "had cleared its overdue reviews, as it was told to in 2022": then and now stand side by side
  if (const auto then = then_in(reading, said); then && then->as_asked)
    return refuse(refusals, match, "done as it was asked");
  const auto answered = answer_in(reading, said);
  // "we told the port it must fence the dock; on this visit there was none": the duty is in what was asked
  const bool asked_then = answered.first < answered.second && tells_what_was_asked(said);
  if (is_question(reading.document, said.span) || (asks(said) && !asked_then))
    return refuse(refusals, match, "asked or supposed");
  const auto neighbour = [&](std::int32_t step) -> std::optional<Said> {
    const std::int64_t at = static_cast<std::int64_t>(match.sentence) + step;
    if (at < 0 || at >= static_cast<std::int64_t>(sentences.size())) return std::nullopt;
    const auto index = static_cast<std::uint32_t>(at);
    if (sentences[index].block != sentences[match.sentence].block) return std::nullopt;
    Said other = read_sentence(reading, index);
    if (told[index] || asks(other)) return std::nullopt;
    return other;
  };
  const std::optional<Raised> raised = raised_in(lists, said);
  const Told reply = told_in(said);
  const std::vector<RequestMention> mentions = raised ? std::vector<RequestMention>{} : requests_in(reading, said);
  Span quote = said.span, phrase, subject = said.span;
  std::optional<StatusValue> value;
  const auto found = [&](const Said& where, const State& state) {
    value = state.value();
    if (value) phrase = where.words[*state.word].span;
  };
  if (raised) {
    std::size_t lead = 0;
    while (said.is(lead, Role::lead)) ++lead;
    const bool back = (raised->by_itself || said.is(lead + 1, {"was", "were"}) || said.is(lead + 2, {"was", "were"})) &&
                      said.is(lead, {"this", "these", "it", "both", "they"}) && raised->first <= lead + 7;
    // "While a plan was drawn up after the last audit, its wider role is weak": another matter behind the comma
    bool aside = said.is(0, {"while", "whilst", "although", "though"}) && raised->first > 3;
    for (std::size_t i = raised->last; aside && i < said.words.size(); ++i)
      if (!said.joined(i - 1)) {
        aside = said.is(i, {"its", "their", "the", "there", "a"});
        break;
      }
    // "was identified in 2015 as a barrier to safe care": what it was then, up to the clause's end
    std::size_t from = raised->last;
    if (said.is(from, {"as"}) && said.is(from + 1, {"a", "an", "the", "being", "needing", "requiring"}))
      while (from < said.words.size() && said.joined(from) &&
             !said.is(from + 1, {"and", "but", "is", "are", "has", "have", "remains", "remain"}))
        ++from;
    if (!aside) found(said, state_of(lists, said, from, said.words.size()));
    // "Leaders have improved attendance, an area for improvement then, but absence is still too high"
    if (value == StatusValue::not_met && !raised->by_itself && raised->first > 3 && said.is(1, {"have", "has"}) &&
        state_of(lists, said, 0, raised->first).better)
      value = StatusValue::partly_met;
    if (!value && !aside && !back) value = done_after(said, raised->last, phrase);
    // "…, despite this being identified at the last inspection": the state stands before
    // "had done nothing about the bells reported at the last visit"
    if (!value && !back && !raised->by_itself && raised->first > 2) {
      value = done_before(said, raised->first - 1, phrase);
      if (value == StatusValue::met) value.reset();
      // "had failed to replace the floor that was highlighted in three previous inspections"
      for (std::size_t k = raised->first - 2; !value && said.joined(k) && k > 0; --k)
        if (said.is(k - 1, {"failed", "fails"}) && said.is(k, {"to"})) {
          value = StatusValue::not_met;
          phrase = said.words[k - 1].span.join(said.words[k + 1].span);
        }
    }
    if (!value && !back) {
      std::size_t clause = raised->first;
      while (clause > 0 && said.joined(clause - 1) &&
             !said.is(clause, {"despite", "although", "since", "though", "after", "as"}))
        --clause;
      if (clause > 0 && (said.is(clause, {"despite", "although", "since", "though", "after", "which", "this", "these",
                                          "an", "a", "something", "as"})))
        found(said, state_of(lists, said, 0, clause));
    }
    if (!value && back)
      if (const std::optional<Said> before = neighbour(-1)) {
        const State state = state_of(lists, *before, 0, before->words.size());
        found(*before, state);
        quote = before->span.join(said.span);
        subject = before->span;
        // "Checks are made by phone. This was an area for improvement at the last inspection.": told because it is
        // still so
        if (!value && said.is(raised->first, Role::auxiliary) && !said.is(raised->last, {"and", "but"})) {
          value = StatusValue::not_met;
          phrase = {said.words[raised->first].span.begin, said.words[raised->last - 1].span.end};
        }
        // "Improve oversight. This was a recommendation at the last inspection.": asked for again
        if (asked_now[before->index]) {
          value = StatusValue::not_met;
          phrase = {said.words[raised->first].span.begin, said.words[raised->last - 1].span.end};
        }
      }
    if (!value && !back && !raised->by_itself) return refuse(refusals, match, "nothing says how it stands now");
  } else if (const RequestMention* thing = thing_asked(mentions); thing != nullptr) {
    // "The showers, which we described as squalid in 2018, had been mended": what was said of them then
    std::size_t behind = said.word_at(thing->span.end);
    bool apart_from_it =
        said.is(behind, {"as"});   // "The post, which the report asked to be filled at once, was filled"
    for (std::size_t k = said.word_at(thing->noun.begin) + 1; k < behind; ++k)
      apart_from_it = apart_from_it || (said.is(k, {"which"}) && !said.joined(k - 1));
    if (apart_from_it)
      while (behind < said.words.size() && said.joined(behind - 1)) ++behind;
    found(said, state_of(lists, said, behind, said.words.size()));
    if (!value) value = done_after(said, behind, phrase);
    if (!value) value = done_before(said, said.word_at(thing->span.begin), phrase);
    // "Rates were still too low, which we had told the trust to put right"
    // "The prison still lacks a plan, a gap we identified in 2018"
    const std::size_t head = said.word_at(thing->noun.begin);
    const bool apart = head > 1 && said.is(head - 1, {"a", "an", "the"}) && !said.joined(head - 2);
    if (!value && (apart || said.is(head + 1, {"which"}))) {
      const State state = state_of(lists, said, 0, apart ? head - 1 : head + 1);
      if (state.bad || state.lasting) found(said, state);
    }
    if (!value) return refuse(refusals, match, "nothing says how it stands now");
  } else if (const auto [from, until] = answer_in(reading, said); from < until) {
    // "The 2017 report called for a register, but none has been made"
    const State state = state_of(lists, said, from, until);
    if (state.bad || state.lasting || state.now || state.better) found(said, state);
    // "…, but has not got past the planning stage"
    Stance stance;
    read_stance(lists, said, from, until, false, stance, false);
    if (value == StatusValue::not_met && stance.begun && stance.value() == StatusValue::in_progress) {
      value = StatusValue::in_progress;
      phrase = stance.phrase;
    }
    // "…; it now does"
    const std::size_t last = said.words.size() - 1;
    if (!value && last > from && said.is(last, {"does", "do", "has", "is", "are"}) && said.is(last - 1, {"now"})) {
      value = StatusValue::met;
      phrase = said.words[last - 1].span.join(said.words[last].span);
    }
    // "has made a start, as we asked, but the numbers are still too high"
    const bool begun = said.has(WordKind::first_move, from);
    if (begun && value == StatusValue::not_met && said.is(from - 1, {"but", "yet", "although", "though"}))
      value = StatusValue::partly_met;
    if (!value && reply == Told::nothing && !(speaks_of_earlier(said) && tells_what_was_asked(said)))
      return refuse(refusals, match, "nothing says how it stands now");
  } else if (reply == Told::nothing &&
             (!speaks_of_earlier(said) || !(tells_what_was_asked(said) || found_then(lists, said)))) {
    return refuse(refusals, match, "no earlier finding is named");
  } else {
    // "At our last inspection not all staff had keys; now all had."
    for (std::size_t k = 3; k + 1 < said.words.size() && !value; ++k)
      if (said.is(k, {"now"}) && !said.joined(k - 1) &&
          std::none_of(said.words.begin() + static_cast<std::ptrdiff_t>(k), said.words.end(), [](const Word& w) {
            return is_any(w.text, {"not", "no", "none", "still", "only"});
          })) {
        value = StatusValue::met;
        phrase = said.words[k].span;
      }
    // "The last inspection raised concerns about caseloads, and these remain too high."
    for (std::size_t k = 3; k + 1 < said.words.size(); ++k) {
      // "had called for a log, and that this had yet to happen on nine of the 14 ships"
      if (said.is(k, {"and", "but"}) && said.is(k + 1, {"that"}) && said.is(k + 2, {"this", "these", "it"}) &&
          !said.joined(k - 1)) {
        Stance stance;
        read_stance(lists, said, k + 3, said.words.size(), false, stance, true);
        value = stance.value();
        if (value && for_some(reading, said, k + 3, said.words.size(), StatusValue::met))
          value = StatusValue::partly_met;
        if (value) phrase = stance.phrase;
        break;
      }
      if (said.is(k, {"and", "but", "yet"}) && said.is(k + 1, {"this", "these", "they", "it"})) {
        found(said, state_of(lists, said, k + 2, said.words.size()));
        break;
      }
    }
  }
  if (!value)
    if (const std::optional<Said> next = neighbour(+1); next && !tells_what_was_asked(*next)) {
      if (const auto answer =
              reply_of(said, raised || found_then(lists, said) ? std::max(reply, Told::found) : reply, *next)) {
        value = answer->value;
        phrase = answer->phrase;
        quote = said.span.join(next->span);
      }
      std::size_t lead = 0;
      while (next->is(lead, Role::lead)) ++lead;
      const bool dated = raised ||
                         (speaks_of_earlier(said) && (tells_what_was_asked(said) || found_then(lists, said))) ||
                         reply == Told::found;
      const bool here = at_this_look(*next);
      const bool present = here || next->has({"now", "still", "yet", "remains", "remain", "continues", "continue"});
      const bool none = next->is(lead, {"there"}) && next->is(lead + 1, {"is", "are"}) &&
                        next->is(lead + 2, {"none", "no"});   // "There is none."
      bool pronoun = here || next->is(lead, {"this", "these", "they", "it", "there"});
      for (std::size_t k = lead; k < lead + 4; ++k)
        pronoun = pronoun || (next->is(k, {"it", "this", "these", "they"}) && k > 0 &&
                              !next->joined(k - 1));   // "Although better, it …"
      const bool goes_on = pronoun || takes_up(said, *next) || (next->is(0, {"since"}) && next->is(1, {"then"}));
      const bool since = next->has({"since", "improved", "reduced", "strengthened", "increased"});
      if (!value && dated && (present || since || none || shares_subject(said, *next)) && goes_on) {
        found(*next, state_of(lists, *next, 0, next->words.size()));
        if (value == StatusValue::not_met && acted_first(*next)) value = StatusValue::partly_met;
        // "Leaders have made some progress": a degree of it says how far
        if (value == StatusValue::in_progress)
          for (std::size_t k = 1; k < next->words.size(); ++k)
            if (next->is(k, {"progress"}))
              if (const auto degree = lists.degree(next->words[k - 1].text)) value = *degree;
        // "For many of them, planning is good"
        if (value == StatusValue::met && next->is(lead, {"for", "in"}) &&
            next->is(lead + 1, {"some", "many", "several", "certain"}))
          value = StatusValue::partly_met;
        quote = said.span.join(next->span);
      }
    }
  if (!value) return refuse(refusals, match, "nothing says how it stands now");
  // "has fitted the alarms that investigators asked for at only a third of crossings"
  if (value == StatusValue::met && quote == said.span)
    for (std::size_t k = 1; k + 2 < said.words.size(); ++k)
      if (said.is(k, {"at", "in", "on", "for"}) && said.is(k + 1, {"only", "just"}) &&
          (said.is(k + 2, {"half", "some", "part", "parts"}) || said.is(k + 2, Role::number) ||
           (said.is(k + 2, {"a"}) && said.is(k + 3, {"third", "quarter", "few", "fifth", "handful", "minority"}))) &&
          !a_year(said, k + 2))
        value = StatusValue::partly_met;
  if (value == StatusValue::not_met && quote.begin < said.span.begin)
    if (const std::optional<Said> before = neighbour(-1); before && more_to_do(*before))
      value = StatusValue::partly_met;
  model::Status status;
  status.evidence = evidence_of(reading, match.sentence, *match.rule);
  status.evidence.quote = quote;
  status.focus = phrase;
  status.status = *value == model::StatusValue::met && not_a_single_one(said) ? model::StatusValue::not_met : *value;
  status.phrase = reading.document.text.string(phrase);
  // "the two areas for improvement that were identified"
  if (raised && raised->first > 1) status.count = set_size(reading, said, {});
  status.subject = reading.document.text.string(trimmed(reading.document, subject, "."));
  status.confidence = model::Confidence::low;
  if (const model::Name* name = name_in(reading.layers, said.span, {model::NameKind::inspectorate});
      name != nullptr && !name->generic)
    status.issuer = name->canonical;
  mark_told(reading, status.evidence.quote, told);
  drafts.statuses.push_back(std::move(status));
}

void mark_told(const Reading& reading, Span quote, std::vector<bool>& told) {
  const auto& sentences = reading.layers.sentences;
  auto at = std::partition_point(sentences.begin(), sentences.end(),
                                 [&](const model::Sentence& sentence) { return sentence.span.end <= quote.begin; });
  for (; at != sentences.end() && at->span.begin < quote.end; ++at)
    told[static_cast<std::size_t>(at - sentences.begin())] = true;
}

}   // namespace muster::facts
