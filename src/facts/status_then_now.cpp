// What was asked or found then, and how it stands now: told in one sentence, or in two that stand together.
#include <algorithm>

#include "facts/status_then_again.hpp"
#include "facts/status_then_weigh.hpp"

namespace muster::facts {
namespace {

using model::StatusValue;

// "The audit also noted that …": more of what was found then.
bool goes_on_telling(const Said& said) {
  for (std::size_t k = 1; k + 1 < said.words.size() && k < 5; ++k)
    if (said.is(k, {"also"}) && (said.is(k - 1, Role::look) || said.is(k - 1, Role::looker)) &&
        said.is(k + 1, {WordKind::telling_verb, WordKind::result_verb}))
      return true;
  return false;
}

// "we found a jail in which violence was rising, searches were rare and …": a list of what was found then
bool goes_on_in_the_past(const Said& said, const Then& then) {
  if (then.aside || then.asked || then.first > 0 || then.last >= said.words.size() || then.last == 0) return false;
  if (clause_word(said, then.last) || said.joined(then.last - 1) || said.is(then.last, {"and", "it", "this", "now"}))
    return false;
  bool found_first = false;
  for (std::size_t k = then.first; k < then.last; ++k)
    found_first = found_first || (said.is(k, {"found", "saw", "reported", "described"}));
  if (!found_first) return false;
  for (std::size_t k = then.last; k < said.words.size(); ++k)
    if (said.is(k, {"has", "have", "had", "is", "are", "now", "still", "since", "remains", "remain", "remained"}) ||
        clause_word(said, k))
      return false;
  return true;
}

// "Conditions have barely changed since a damning inspection": neither names what was asked
bool of_everything(const Said& said, const Then& then) {
  if (!then.aside || then.asked || then.first < 2) return false;
  bool harsh = false;
  for (std::size_t k = then.first; k < then.last; ++k) harsh = harsh || said.is(k, WordKind::harsh_adjective);
  if (!harsh) return false;
  std::size_t head = 0;
  while (said.is(head, {"the", "its", "many", "some", "too", "more", "and"}) || said.is(head, Role::number)) ++head;
  return said.is(head, WordKind::general_subject) && !said.is(head + 1, {"who", "whose"});
}

struct Answered {
  StatusValue value;
  Span phrase, quote;
};

// In the words around the clause that tells what was then.
std::optional<Answered> in_itself(const Reading& reading, const Said& said, const Then& then, bool burden) {
  const StatusWords& lists = reading.lexicon.status_words();
  if (goes_on_in_the_past(said, then) || of_everything(said, then)) return std::nullopt;
  if (then.whole || (then.aside && meant(said, 0, then.first)) || meant(said, then.last, said.words.size()))
    return std::nullopt;
  Stance stance;
  if (then.aside || then.first > 0)
    read_stance(lists, said, 0,
                then.asked || then.points_back ||
                        said.is(then.first, {"as", "than", "just", "what", "when", "whereas", "while", "in", "on", "at",
                                             "contrary", "despite", "a", "an", "something"})
                    ? then.first
                    : thing_begin(said, then.first),
                burden, stance, then.asked);
  // "A log is kept, as the inspection required, but not at weekends"
  if (then.as_asked)
    for (std::size_t k = 1; k + 1 < then.first && !stance.good; ++k)
      if (said.is(k, {"is", "are"}) && said.words[k + 1].text.size() > 3 &&
          (same_word(said.words[k + 1].text.substr(said.words[k + 1].text.size() - 2), "ed") ||
           said.is(k + 1, WordKind::irregular_participle))) {
        stance.good = true;
        stance.phrase = said.words[k].span.join(said.words[k + 1].span);
      }
  // "Not one cent of the money that … has been spent": nothing was done
  const bool nobody = then.aside && (said.is(0, {"none", "nothing", "neither"}) || not_a_single_one(said));
  read_stance(lists, said, then.last, said.words.size(), burden, stance, (then.asked || then.aside) && !nobody);
  if (nobody && stance.bad) stance.good = stance.better = stance.begun = false;
  if (stance.moot && then.asked && !then.likewise) return Answered{StatusValue::superseded, stance.phrase, said.span};
  auto value = stance.value();
  // "urged the county to hire a doctor, which it did a year later"
  if (!value && then.asked && said.is(then.last, {"which"}) && said.is(then.last + 2, {"did"})) {
    value = StatusValue::met;
    stance.phrase = said.words[then.last + 1].span.join(said.words[then.last + 2].span);
  }
  constexpr std::size_t when = 3;   // "Last year we told the port to fit five; it has fitted three"
  if ((!then.aside || then.first <= when) && then.last < said.words.size() && (!value || value == StatusValue::met))
    if (const auto number = by_number(reading, said, then, said, then.last)) {
      if (stance.phrase.empty()) stance.phrase = said.words[then.last].span.join(said.words.back().span);
      value = number;
    }
  // "…, albeit two months late": done all the same
  if (then.aside && then.asked && (!value || value == StatusValue::not_met || value == StatusValue::met))
    if (const auto deed = deed_before(said, then);
        deed && !stance.part && !stance.begun &&
        (!value || value == StatusValue::met || said.is(then.last, {"albeit"}) || said.is(then.last + 1, {"albeit"}) ||
         said.is(then.last + 2, {"albeit"}))) {
      value = StatusValue::met;
      stance.phrase = *deed;
    }
  if (then.aside && !then.asked && !value && !then.likewise && !then.contrary)
    if (const auto deed = mended_before(said, then)) {
      value = StatusValue::met;
      stance.phrase = *deed;
    }
  // "had reopened on site, as recommended": a word for what is begun beside one for what is done
  if (then.as_asked && stance.good && !stance.bad && !stance.part && value == StatusValue::in_progress)
    value = StatusValue::met;
  if (value && (then.aside ? for_some(reading, said, 0, then.first, *value) : false)) value = StatusValue::partly_met;
  if (value && for_some(reading, said, then.last, said.words.size(), *value)) value = StatusValue::partly_met;
  if (!then.aside && (!value || value == StatusValue::in_progress) && goes_the_wrong_way(said, then, said, then.last)) {
    value = StatusValue::not_met;
    if (stance.phrase.empty()) stance.phrase = said.words[then.last].span.join(said.words.back().span);
  }
  // "as at the last visit, staff were kind": what was good then was not asked for
  if (then.likewise && !value && burden)
    return Answered{StatusValue::not_met, said.words[then.first].span, said.span};   // "wait a month, just as they did"
  if ((then.likewise || then.in_vain) && value != StatusValue::not_met) return std::nullopt;
  // "Ministers are appointed on the advice of …": how it goes, not what was done
  if (then.granted && ((value != StatusValue::met && value != StatusValue::in_progress &&
                        !(value == StatusValue::partly_met && stance.good && !stance.part)) ||
                       std::none_of(said.words.begin(), said.words.end(), [](const Word& w) {
                         return is_any(w.text, {"has", "have", "had", "was", "were", "now"});
                       })))
    return std::nullopt;
  if (value) return Answered{*value, stance.phrase, said.span};
  // "A therapist was found, as we had suggested": done, where nothing denies it
  if (then.as_asked && said.joined(0))
    for (std::size_t i = 1; i < said.words.size(); ++i)
      if ((i < then.first || i >= then.last) && said.is(i, {"was", "were", "has", "have", "had"}))
        return Answered{StatusValue::met, said.words[i].span, said.span};
  if (then.contrary)
    return Answered{then.asked ? StatusValue::not_met : StatusValue::met, said.words[then.first].span, said.span};
  return std::nullopt;
}

// "Bells went unanswered. We had raised this in 2015."
std::optional<Answered> in_the_one_before(const StatusWords& lists, const Said& said, const Then& then,
                                          const Said& before) {
  if (meant(before, 0, before.words.size())) return std::nullopt;
  Stance stance;
  read_stance(lists, before, 0, before.words.size(), names_burden(lists, before, 0, before.words.size()), stance,
              then.asked);
  const auto value = stance.value();
  if (!value || (value == StatusValue::met && !then.asked && then.points_back)) return std::nullopt;
  return Answered{*value, stance.phrase, before.span.join(said.span)};
}

// What was found then was there, and should not have been: a word for what is bad, and none for what is missing.
bool wrong_then(const StatusWords& lists, const Said& said, const Then& then) {
  bool bad = false;
  for (std::size_t i = then.first; i < then.last && i < said.words.size(); ++i) {
    if (said.is(i, Role::negation) || said.is(i, WordKind::lack_word)) return false;
    bad = bad || lists.state(said.words[i].text) == "bad" || lists.now(said.words[i].text) == "bad";
  }
  return bad;
}

// "The coroner asked for lamps. There are still none."
std::optional<Answered> in_the_next(const Reading& reading, const Said& said, const Then& then, const Said& next,
                                    bool burden) {
  const StatusWords& lists = reading.lexicon.status_words();
  if (meant(next, 0, next.words.size())) return std::nullopt;
  if (next.is(0, {"this", "the"}) && next.is(1, WordKind::part_of_text))
    return std::nullopt;   // "This chapter describes"
  if (then.asked)
    if (const auto no = denies(next)) return Answered{StatusValue::not_met, *no, said.span.join(next.span)};
  if (then_in(reading, next)) return std::nullopt;
  // "This report asks for the same again": asked, not answered
  for (std::size_t i = 1; i < next.words.size(); ++i) {
    if (next.is(i, Role::demand) &&
        (next.is(i - 1, {"has", "have", "had"}) ||
         (i > 1 && next.is(i - 2, {"has", "have", "had"}) && next.is(i - 1, Role::adverb)) ||
         (next.words[i - 1].text.size() > 4 &&
          same_word(next.words[i - 1].text.substr(next.words[i - 1].text.size() - 2), "ly"))))
      return std::nullopt;
    if (next.is(i, {"asked"}) && next.is(i + 1, {"to"}) && next.is(i + 2, {"see", "inspect", "view", "look"}))
      continue;   // "We asked to see it"
    if (next.is(i, WordKind::asks_again) && (next.is(i - 1, Role::look) || next.is(i - 1, Role::looker)))
      return std::nullopt;
  }
  // "This report does not revisit the unit": nobody looked
  for (std::size_t i = 0; i < 3; ++i)
    if ((next.is(i, Role::look) || next.is(i, {"we"})) &&
        (next.is(i + 1, {"does", "did", "do", "has", "have"}) && next.is(i + 2, {"not"}) &&
         next.is(i + 3, WordKind::look_into_verb)))
      return std::nullopt;
  // "In 2011 it was inspected again and judged adequate": told of then as well
  for (std::size_t i = 0; i < next.words.size(); ++i)
    if (next.is(i, WordKind::graded))
      for (std::size_t k = 0; k < next.words.size(); ++k)
        if (a_year(next, k)) return std::nullopt;
  // "found no log. Nor did this one."
  constexpr std::size_t curt = 6;
  if (!then.asked && next.words.size() <= curt && next.is(0, {"nor", "neither"}) && next.is(1, Role::auxiliary))
    for (std::size_t k = then.first; k < then.last; ++k)
      if (said.is(k, Role::negation) || said.is(k, {"no", "none", "nothing", "few", "little"}))
        return Answered{StatusValue::not_met, next.span, said.span.join(next.span)};
  // "In 2011 Ofsted re-inspected it and judged it adequate": another look of then
  for (std::size_t i = 1; says_when(next, 0, 4) && i < next.words.size(); ++i)
    if (next.is(i, WordKind::graded)) return std::nullopt;
  const std::size_t shared = shared_words(said, next);
  constexpr std::size_t brief = 18;
  const bool here = next.has({"either"}) || at_this_time(next);
  const bool tied =
      then.numbered || the_thing_again(said, then, next) || here || stands_for(next)
          ? shared >= 1 || next.words.size() < brief || compares(next)
          : shared >= 3 || (shared >= 2 && (compares(next) || (then.asked && next.words.size() < brief &&
                                                               said.has({"recommended", "urged", "asked"}))));
  if (!tied) return std::nullopt;
  Stance stance;
  read_stance(lists, next, 0, next.words.size(), burden || names_burden(lists, next, 0, next.words.size()), stance,
              then.asked);
  auto value = stance.value();
  if (!value || value == StatusValue::met)
    if (const auto number = by_number(reading, said, then, next, 0)) {
      if (stance.phrase.empty()) stance.phrase = next.span;
      value = number;
    }
  if ((!value || value == StatusValue::in_progress) && goes_the_wrong_way(said, then, next, 0)) {
    value = StatusValue::not_met;
    if (stance.phrase.empty()) stance.phrase = next.span;
  }
  // "They hang on three of the nine"
  if (!value && then.asked && next.words.size() < brief && (here || next.is(0, Role::pronoun)) &&
      for_some(reading, next, 0, next.words.size(), StatusValue::met)) {
    value = StatusValue::partly_met;
    stance.phrase = next.span;
  }
  if (!value) return std::nullopt;
  // "Leaders have made some progress": a degree of it says how far
  if (value == StatusValue::in_progress)
    for (std::size_t k = 1; k < next.words.size(); ++k)
      if (next.is(k, {"progress"}))
        if (const auto degree = lists.degree(next.words[k - 1].text)) value = *degree;
  if (for_some(reading, next, 0, next.words.size(), *value)) value = StatusValue::partly_met;
  // "was warned about drugs out of date. We found none."
  if (value == StatusValue::not_met && stance.none && wrong_then(lists, said, then)) value = StatusValue::met;
  return Answered{*value, stance.phrase, said.span.join(next.span)};
}

// "six of the 23 fixes" right before the words that tell who asked for them; not of a year's
const model::Quantity* share_before(const Reading& reading, const Said& said, std::size_t then) {
  constexpr std::size_t near = 8;   // words
  if (then >= said.words.size()) return nullptr;
  const std::uint32_t begin = said.words[then > near ? then - near : 0].span.begin, end = said.words[then].span.begin;
  const auto& all = reading.layers.quantities;
  for (auto at =
           std::partition_point(all.begin(), all.end(), [&](const model::Quantity& q) { return q.span.begin < begin; });
       at != all.end() && at->span.end <= end; ++at)
    if (at->kind == model::QuantityKind::share && at->count && at->total && (*at->total < 1900 || *at->total > 2100))
      return &*at;
  return nullptr;
}

}   // namespace

bool read_then_and_now(const Reading& reading, const model::Match& match, const std::vector<bool>& asked_now,
                       std::vector<bool>& told, model::Drafts& drafts) {
  const auto& sentences = reading.layers.sentences;
  const Said said = read_sentence(reading, match.sentence);
  if (told[match.sentence] || is_question(reading.document, said.span)) return false;
  const std::optional<Then> then = then_in(reading, said);
  if (!then || (asked_now[match.sentence] && !then->asked)) return false;
  const auto neighbour = [&](std::int32_t step) -> std::optional<Said> {
    const std::int64_t at = static_cast<std::int64_t>(match.sentence) + step;
    if (at < 0 || at >= static_cast<std::int64_t>(sentences.size())) return std::nullopt;
    const auto index = static_cast<std::uint32_t>(at);
    if (sentences[index].block != sentences[match.sentence].block || told[index] || asked_now[index] ||
        is_question(reading.document, sentences[index].span))
      return std::nullopt;
    return read_sentence(reading, index);
  };
  const StatusWords& lists = reading.lexicon.status_words();
  const bool burden = names_burden(lists, said, 0, said.words.size());
  std::optional<Answered> answered = in_itself(reading, said, *then, burden);
  if (!answered && then->points_back) {
    if (const std::optional<Said> before = neighbour(-1)) answered = in_the_one_before(lists, said, *then, *before);
  } else if (!answered && !then->aside) {
    if (const std::optional<Said> next = neighbour(+1); next && !goes_on_telling(*next)) {
      answered = in_the_next(reading, said, *then, *next, burden);
      if (answered && answered->value == StatusValue::not_met && acted_first(*next))
        answered->value = StatusValue::partly_met;
    }
  }
  // "All doors have locks now. In 2014 the Committee had found several without."
  const std::size_t end = said.words.size() - 1;
  if (!answered && then->whole && !then->points_back && then->asked &&
      said.is(end, {"one", "it", "them", "so", "this", "these"}))   // "The 2018 inspection had required one."
    if (const std::optional<Said> before = neighbour(-1)) answered = in_the_one_before(lists, said, *then, *before);
  if (!answered && then->whole && !then->points_back)
    if (const std::optional<Said> before = neighbour(-1); before && before->has({"now", "still", "today", "longer"})) {
      const std::size_t size = said.words.size();
      if (shared_words(*before, said) >= 2 || said.is(size - 1, {"without", "none", "one", "it", "them", "so", "not"}))
        answered = in_the_one_before(lists, said, *then, *before);
    }
  if (!answered) return false;
  model::Status status;
  status.evidence = evidence_of(reading, match.sentence, *match.rule);
  status.evidence.quote = answered->quote;
  status.focus = answered->phrase;
  status.status =
      answered->value == StatusValue::met && not_a_single_one(said) ? StatusValue::not_met : answered->value;
  status.phrase = reading.document.text.string(answered->phrase);
  status.subject = reading.document.text.string(trimmed(reading.document, said.span, "."));
  // "six of the 23 fixes that the auditors recommended are in place"
  if (answered->quote == said.span && status.status != StatusValue::partly_met)
    if (const model::Quantity* part = share_before(reading, said, then->first)) {
      status.count = part->count;
      status.of = part->total;
    }
  status.confidence = model::Confidence::low;
  if (const model::Name* name = name_in(reading.layers, said.span, {model::NameKind::inspectorate});
      name != nullptr && !name->generic)
    status.issuer = name->canonical;
  mark_told(reading, status.evidence.quote, told);
  drafts.statuses.push_back(std::move(status));
  return true;
}

}   // namespace muster::facts
