// What counts, contrasts and exceptions make of a verdict, and when a second word says nothing new.
#include <algorithm>

#include "facts/status_owners.hpp"
#include "facts/status_turns.hpp"
#include "facts/status_walk.hpp"

namespace muster::facts {

using model::StatusValue;

// "open and unimplemented", "complete or substantially complete": two words for one verdict
bool Walk::same_breath(const Verdict& verdict) const {
  std::size_t between = 0;
  bool joined = false;
  for (const Word& word : said_.words) {
    if (word.span.begin < last_end_) continue;
    if (word.span.begin >= verdict.phrase.begin) break;
    joined = joined || is_any(word.text, {"and", "or"});
    ++between;
  }
  return joined && between <= 2;
}

// "While much has been done about the recommendations, some have not been started": done in part, which
// is one statement. Counts say more, and stay two; so does "the rest".
bool Walk::contrasts(const Verdict& verdict, const Counted& counted) {
  model::Status& last = drafts_.statuses.back();
  // "whilst the one on lifts has not": another request
  bool part = request_ != 0 && request_ == last_request_;
  for (std::size_t i = said_.word_at(last_end_);
       i < said_.words.size() && said_.words[i].span.begin < verdict.phrase.begin; ++i) {
    if (said_.is(i, WordKind::ordinal_word)) return false;
    part = part || said_.is(i, {"some", "others", "many", "several", "few", "these", "they", "it", "more"});
  }
  if (!part) return false;
  if (last.evidence.quote != said_.span || last.count || counted.count || counted.percent || counted.rest || percent_)
    return false;
  const bool bad = verdict.value == StatusValue::not_met || verdict.value == StatusValue::partly_met;
  // "is under way but is not yet complete": so it is
  if (bad && last.status == StatusValue::in_progress &&
      find_words(reading_.document.text.folded(verdict.phrase), "complete") != std::string_view::npos)
    return true;
  if (!bad || last.status == StatusValue::not_met || last.status == StatusValue::superseded) return false;
  if (last.share == model::Share::none_given || last.share == model::Share::some || last.share == model::Share::many)
    last.status = StatusValue::partly_met;
  return true;
}

// "improvements in some service areas, in response to what inspectors found"
bool Walk::in_some_areas() const {
  for (std::size_t i = 1; i + 1 < said_.words.size(); ++i)
    if (said_.is(i, {"some", "certain", "few"}) &&
        (said_.is(i - 1, {"in", "found", "saw"}) || (said_.is(i, {"few"}) && i > 1 && said_.is(i - 2, {"in"}))))
      for (std::size_t k = i + 1; k < i + 4 && k < said_.words.size(); ++k)
        if (said_.is(k, {"areas", "aspects", "respects", "services"})) return true;
  return false;
}

// "While some have been addressed, others, such as …, continue to …"
bool Walk::others_go_on(const Verdict& verdict) const {
  bool others = false;
  for (std::size_t k = said_.word_at(verdict.phrase.end); k < said_.words.size(); ++k) {
    others = others || said_.is(k, {"others", "but", "although", "though"});
    // "and there is still some work to be done"
    if (said_.is(k, {"work"}) && said_.is(k + 1, {"to"}) && (said_.is(k + 2, {"do"}) || said_.is(k + 3, {"done"})))
      for (std::size_t w = k > 3 ? k - 3 : 0; w < k; ++w)
        if (said_.is(w, {"still", "more", "further", "much"})) return true;
    if (others &&
        (said_.is(k, Role::negation) || reading_.lexicon.status_words().state(said_.words[k].text) == "lasting"))
      return true;
  }
  return false;
}

// "addressed for most children, but not yet for those with disabilities"; "the first half, but not the second"
bool Walk::but_not_for_some(const Verdict& verdict) const {
  for (std::size_t k = said_.word_at(verdict.phrase.end);
       k + 2 < said_.words.size() && said_.words[k].span.begin < verdict.phrase.end + 90; ++k)
    if (said_.is(k, {"but"}) && said_.is(k + 1, {"not"}) &&
        ((said_.is(k + 2, {"the"}) &&
          said_.is(k + 3, {"second", "other", "rest", "remainder", "third", "last", "whole", "latter"})) ||
         (said_.is(k + 2, {"with", "on"}) && said_.is(k + 3, {"the"}) &&
          said_.is(k + 4, {"second", "other", "rest", "remainder", "third", "last", "whole", "latter"})) ||
         said_.is(k + 2, {"for", "in", "at", "by", "of", "all", "everywhere"}) ||
         (said_.is(k + 2, {"yet"}) && said_.is(k + 3, {"for", "in", "at", "by", "all", "everywhere"}))))
      return true;
  return false;
}

// "has closed the recommendation, but our tests showed that the control does not work": who looked says no
bool Walk::taken_back(const Verdict& verdict) const {
  bool but = false, looked = false, saw = false, no = false;
  for (std::size_t k = said_.word_at(verdict.phrase.end); k < said_.words.size(); ++k) {
    // "was followed for 18 months before funding ran out"
    if (said_.is(k, {"before"}) && k + 2 < said_.words.size())
      for (std::size_t w = k + 1; w < k + 6; ++w)
        if ((said_.is(w, {"ran"}) && said_.is(w + 1, {"out"})) || said_.is(w, {"lapsed", "stopped", "lapsing"}))
          return true;
    if (!but) {
      but = said_.is(k, {"but", "yet", "however", "although", "though"});
      continue;
    }
    // "closed it as complete, but there was no evidence that …"
    if (said_.is(k, {"there"}) && said_.is(k + 2, {"no"}) && said_.is(k + 3, {"evidence"}) && said_.joined(k + 2))
      return true;
    if (said_.is(k, Role::number) || said_.is(k, {"some", "most", "few", "many", "remaining", "other", "others"}))
      return false;
    looked = looked || said_.is(k, WordKind::testing_word) ||
             (said_.is(k, {"it", "we"}) && said_.is(k + 1, {"calls", "called", "asked", "asks"}));
    // "was followed for two years, but staff say it lapsed"
    if (said_.is(k, {"lapsed", "stopped", "ceased", "dropped", "abandoned"}) && !said_.is(k - 1, Role::negation))
      return true;
    saw =
        saw || (said_.is(k, WordKind::result_verb) || said_.is(k, {"show", "saw", "calls", "called", "asked", "asks"}));
    no = no || (looked && saw && (said_.is(k, Role::negation) || said_.is(k, {"no", "none", "never", "nothing"})));
  }
  return no;
}

// "The port considers this implemented; we do not agree", "says that all are met, but we found no evidence of this"
bool Walk::disputed(const Verdict& verdict) const {
  const auto by_us = [](const Said& said, std::size_t k) {
    if (said.is(k, {"the", "our"})) ++k;
    if (!said.is(k, {"we", "i", "inspectors", "auditors", "auditor", "inspectorate", "regulator", "watchdog",
                     "ombudsman", "commission", "committee"}))
      return false;
    std::size_t next = k + 1;
    if (said.is(next, {"disagree", "disagrees", "disagreed", "dispute", "disputes", "disputed"})) return true;
    if (said.is(next, {"do", "does", "did", "could", "cannot", "can"}) && said.is(next + 1, {"not"})) next += 2;
    else if (said.is(next, {"cannot"})) ++next;
    else if (said.is(next, WordKind::result_verb) && said.is(next + 1, {"no", "little"}) &&
             said.is(next + 2, {"evidence", "sign", "proof"}))
      return !said.joined(next + 2) || said.is(next + 4, {"this", "it", "they", "support", "show", "such"});
    else return false;
    return said.is(next, {"agree", "accept", "share", "confirm", "verify"}) &&
           (!said.joined(next) || said.is(next + 1, {"this", "with", "it", "its", "their"}) ||
            (said.is(next + 1, {"that"}) && said.is(next + 2, {"it", "this", "they"})));
  };
  for (std::size_t k = said_.word_at(verdict.phrase.end); k + 1 < said_.words.size(); ++k)
    if (k > 0 && (!said_.joined(k - 1) || said_.is(k - 1, {"but", "and", "though", "although", "which"})) &&
        by_us(said_, k))
      return true;
  const auto& sentences = reading_.layers.sentences;
  if (said_.index + 1 >= sentences.size() || sentences[said_.index + 1].block != sentences[said_.index].block)
    return false;
  const Said next = read_sentence(reading_, said_.index + 1);
  return by_us(next, next.is(0, {"but", "however"}) ? 1 : 0);
}

bool Walk::excepted() const {
  for (std::size_t i = 0; i < said_.words.size(); ++i) {
    if (said_.is(i, {"exception"}) && i > 0 && said_.is(i - 1, {"the"}) && said_.is(i + 1, {"of"})) return true;
    if (said_.is(i, {"exception", "exceptions"}) &&
        said_.is(i - (i > 0 ? 1 : 0), {"one", "two", "three", "few", "single", "exception"}))
      return true;
    if (i > 0 && said_.is(i, {"but"}) && said_.is(i - 1, {"all", "every", "everything"}) &&
        said_.is(i + 1, {"a", "one"}))
      return true;
    if (said_.is(i, {"except"}) && i > 0 && said_.joined(i - 1) && i + 1 < said_.words.size() &&
        said_.words[i + 1].text.front() >= 'A' && said_.words[i + 1].text.front() <= 'Z')
      return true;   // "in all districts except Sura"
    if (said_.is(i, {"bar", "except"}) && (said_.is(i + 1, {"one", "two", "three", "for", "the", "as", "those", "a"})))
      return true;
    if (said_.is(i, {"apart", "aside"}) && said_.is(i + 1, {"from"})) return true;
  }
  return false;
}

void Walk::settle(Counted& counted, Verdict& verdict, const Found& found) {
  if (found.single && !counted.count && ordinal_subject(said_, verdict)) counted.count = 1;
  if (!counted.says_how_many() && one_meant(reading_, said_, verdict, from_)) counted.count = 1;
  if (counted.left_out && found.size && *found.size > *counted.left_out) {
    counted.count = *found.size - *counted.left_out;
    counted.of = found.size;
    counted.share = model::Share::none_given;
  }
  if (counted.count && !counted.of && found.size && *found.size >= *counted.count) counted.of = found.size;
  // "nine had been achieved": of the 28 that were named a little earlier
  // (but "one of the regulator's recommendations" is of a set of its own)
  bool owned = false;
  for (const RequestMention& mention : mentions_) {
    const std::size_t behind = said_.word_at(mention.noun.end);
    const bool of_that = said_.is(behind, {"from", "of", "in"}) && said_.is(behind + 1, {"that", "this"}) &&
                         said_.is(behind + 2, Role::look);
    owned = owned || (request_ == mention.noun.begin + 1 && (of_that || of_a_dated_paper(said_, behind)));
  }
  for (const RequestMention& mention : mentions_)
    for (std::size_t k = said_.word_at(mention.noun.begin), steps = 0;
         request_ == mention.noun.begin + 1 && k-- > 0 && steps < 3; ++steps)
      owned = owned || (said_.words[k].text.size() > 3 &&
                        same_word(said_.words[k].text.substr(said_.words[k].text.size() - 2), "'s"));
  if (counted.count && !counted.of && !owned)
    for (auto set = sets_.rbegin(); set != sets_.rend() && said_.index - set->sentence <= 5; ++set)
      if (set->size && *set->size >= *counted.count) {
        counted.of = set->size;
        break;
      }
  // "has acted on 21 of the 25": what is counted is what was done
  if (((counted.count && counted.of && *counted.count <= *counted.of) || counted.percent) &&
      verdict.value == StatusValue::in_progress &&
      (match_->makes("counts") == "done" ||
       reading_.lexicon.word_kinds().is(reading_.document.text.folded(verdict.phrase), WordKind::form_of_acting)))
    verdict.value = StatusValue::met;
  if (counted.share == model::Share::all && !counted.of && counted.count) counted.of = counted.count;
  if (counted.share == model::Share::all && counted.count && counted.of && *counted.count < *counted.of)
    counted.share = model::Share::none_given;   // "agreed with all five and has done two"
  // "0 of 5 implemented"
  if (counted.count && *counted.count == 0 && counted.of &&
      (verdict.value == StatusValue::met || verdict.value == StatusValue::in_progress)) {
    counted.no_one = true;
    counted.count = counted.of;
  }
  if (counted.no_one && counted.count) counted.of = counted.count;   // "none of the five": five that are not done
  // "None of them remains open"
  if (counted.no_one && verdict.inherent && verdict.value == StatusValue::not_met) {
    verdict.value = StatusValue::met;
    counted.no_one = false;
    counted.share = model::Share::all;
    counted.count.reset();
  }
  // "some of the weaknesses had been tackled", not "are being tackled": in part
  if (verdict.value == StatusValue::in_progress && verdict.passive && counted.share == model::Share::some &&
      !counted.count && is_any(reading_.document.text.folded(verdict.phrase), {"tackled", "acted on", "acted upon"}))
    verdict.value = StatusValue::partly_met;
  if (const std::size_t behind = said_.word_at(verdict.phrase.end);
      verdict.noun && verdict.value == StatusValue::in_progress && counted.share == model::Share::some &&
      !counted.count && said_.is(behind, {"on", "with", "in", "against"}) && said_.is(behind + 1, {"some"}))
    verdict.value = StatusValue::partly_met;   // "has made progress on some of the demands"
  // "has improved in response to the concerns": better, not put right
  if (const std::size_t behind = said_.word_at(verdict.phrase.end);
      verdict.value == StatusValue::met && is_any(reading_.document.text.folded(verdict.phrase), {"improved"}) &&
      said_.is(behind, {"in"}) && said_.is(behind + 1, {"response"}))
    verdict.value = StatusValue::in_progress;
  // "three have been taken forward in part"
  if (const std::size_t behind = said_.word_at(verdict.phrase.end);
      verdict.value == StatusValue::in_progress && said_.is(behind, {"in"}) && said_.is(behind + 1, {"part"}))
    verdict.value = StatusValue::partly_met;
  // "had made progress, but further work is needed"
  if ((verdict.noun || said_.has({"progress", "headway", "improvements"})) &&
      verdict.value == StatusValue::in_progress && !counted.says_how_many() &&
      more_to_do(said_, said_.word_at(verdict.phrase.end)))
    verdict.value = StatusValue::partly_met;
  // "Medicines are safe now, and the requirement has been removed": whoever set it is content
  if (verdict.value == StatusValue::superseded && verdict.passive &&
      is_any(reading_.document.text.folded(verdict.phrase), {"removed"}))
    if (const std::size_t noun = said_.word_at(verdict.phrase.begin); noun > 2)
      for (std::size_t k = noun > 4 ? noun - 4 : 0; k < noun; ++k)
        if (said_.is(k, {"requirement", "requirements", "condition", "conditions", "notice", "notices"}))
          verdict.value = StatusValue::met;
  const bool good = verdict.value == StatusValue::met || verdict.value == StatusValue::almost_met;
  if (counted.not_all && (good || verdict.value == StatusValue::in_progress)) verdict.value = StatusValue::partly_met;
  // "has not yet addressed all the recommendations"
  if (verdict.value == StatusValue::not_met && !verdict.inherent && !verdict.passive &&
      counted.share == model::Share::all && !counted.count && match_->makes("all") != "denied") {
    verdict.value = StatusValue::partly_met;
    counted.share = model::Share::none_given;
  }
  if (counted.minority && (good || verdict.value == StatusValue::in_progress)) verdict.value = StatusValue::partly_met;
  if (counted.no_one && (good || verdict.value == StatusValue::in_progress))
    verdict.value = verdict.full ? StatusValue::partly_met : StatusValue::not_met;
  if (counted.no_one && verdict.value == StatusValue::not_met && counted.of && !counted.count)
    counted.count = counted.of;
  if ((verdict.value == StatusValue::in_progress || (verdict.value == StatusValue::met && !counted.says_how_many())) &&
      in_some_areas())
    verdict.value = StatusValue::partly_met;
  if (verdict.value == StatusValue::met && !counted.says_how_many() && but_not_for_some(verdict))
    verdict.value = StatusValue::partly_met;
  if (verdict.value == StatusValue::met && !counted.says_how_many() &&
      is_any(reading_.document.text.folded(verdict.phrase), {"improved"}) && others_go_on(verdict))
    verdict.value = StatusValue::partly_met;   // "has improved but is still inconsistent"
  const auto some_before = [&] {
    for (std::size_t k = 0; k < said_.words.size() && said_.words[k].span.begin < verdict.phrase.begin; ++k)
      if (said_.is(k, {"some", "several"}) && !said_.is(k + 1, Role::filler)) return true;
    return false;
  };
  if (verdict.value == StatusValue::met && !counted.count &&
      (counted.share == model::Share::some || counted.share == model::Share::many ||
       (counted.share == model::Share::none_given && some_before())) &&
      others_go_on(verdict))
    verdict.value = StatusValue::partly_met;
  // "has put some of the faults right": a part
  if (verdict.value == StatusValue::met && !verdict.passive && counted.share == model::Share::some && !counted.count &&
      !counted.of && said_.is(said_.word_at(verdict.phrase.end), {"some", "several", "a"}))
    verdict.value = StatusValue::partly_met;
  if (verdict.value == StatusValue::met && !counted.count && disputed(verdict)) {
    verdict.value = StatusValue::not_met;
    counted = {};
  }
  if (verdict.value == StatusValue::met && !counted.says_how_many() && taken_back(verdict))
    verdict.value = StatusValue::not_met;
  if ((verdict.value == StatusValue::met || verdict.value == StatusValue::in_progress) && !counted.says_how_many() &&
      yet_to_tell(verdict))
    verdict.value = StatusValue::partly_met;
  // "was adopted in 2020 but has not been funded": the same thing, and not all of it
  if (verdict.value == StatusValue::met && verdict.passive && !counted.says_how_many())
    for (std::size_t k = said_.word_at(verdict.phrase.end); k + 3 < said_.words.size(); ++k)
      if (said_.is(k, {"but"}) && said_.is(k + 1, {"has", "have", "had", "is", "are"}) &&
          (said_.is(k + 2, Role::negation) || said_.is(k + 2, {"yet"})) && said_.joined(k + 1))
        verdict.value = StatusValue::partly_met;
  if (verdict.value == StatusValue::not_met && !counted.no_one && moves_on(verdict))
    verdict.value = StatusValue::in_progress;
  if (verdict.value == StatusValue::met && !counted.count && !counted.percent && only_there(verdict))
    verdict.value = StatusValue::partly_met;
  if (verdict.value == StatusValue::met && !counted.says_how_many() && being_tried(verdict))
    verdict.value = StatusValue::in_progress;
  if (verdict.value == StatusValue::met && !(counted.count && counted.of) && in_some_places(verdict))
    verdict.value = StatusValue::partly_met;
  // "this has yet to happen on nine of the 14 ships": on the others it has
  if (verdict.value == StatusValue::not_met && said_.is(said_.word_at(verdict.phrase.end), {"on", "in", "at"}) &&
      find_words(reading_.document.text.folded(verdict.phrase), "yet to") != std::string_view::npos &&
      in_some_places(verdict)) {
    verdict.value = StatusValue::partly_met;
    counted = {};
  }
  // "Three of the five boards have adopted it, as we recommended": so many did as they were asked
  if (verdict.value == StatusValue::met && match_->makes("counts") == "doers" && counted.count && counted.of &&
      *counted.count < *counted.of) {
    verdict.value = StatusValue::partly_met;
    counted = {};
  }
  // "Only one of the two strands of the recommendation has been delivered"
  if (verdict.value == StatusValue::met && counted.count && counted.of && *counted.count < *counted.of &&
      counts_parts_of_one(counted, verdict)) {
    verdict.value = StatusValue::partly_met;
    counted = {};
  }
  // "carried out every recommendation bar one", "with one exception": all but one are met, and one is not; "bar the
  // last of them" says it of all
  undone_.reset();
  if (verdict.value == StatusValue::met && !counted.count && counted.share == model::Share::all)
    undone_ = left_undone();
  if (undone_) {
    counted.share = model::Share::almost_all;
  } else if (verdict.value == StatusValue::met && !counted.count && excepted()) {
    verdict.value = StatusValue::almost_met;
    if (counted.share == model::Share::all) counted.share = model::Share::almost_all;
  }
  // "In general, the agency implemented …"
  if (verdict.value == StatusValue::met && said_.words.size() > 2 && same_word(said_.words[0].text, "in") &&
      said_.is(1, {"general", "essence", "substance"}))
    verdict.value = StatusValue::almost_met;
}

}   // namespace muster::facts
