// Which requests a statement is on: in its clause, in its sentence, in the sentences before it, or under their heading.
#include <algorithm>

#include "facts/speaks_of.hpp"
#include "facts/status_find_words.hpp"
#include "facts/status_owners.hpp"
#include "facts/status_walk.hpp"

namespace muster::facts {

// "is working to address the shortfalls", "… to address this": what the verb acts on.
std::optional<Found> Walk::find_object(const Verdict& verdict) {
  const std::size_t next = said_.word_at(verdict.phrase.end);
  bool pronoun = said_.is(next, {"this", "these", "them", "it", "those", "both", "such"});
  // "a plan to address this area for improvement": a request by itself
  for (const RequestMention& mention : mentions_)
    if (pronoun && mention.strong && said_.is(next, {"this", "these"}) && next + 1 < said_.words.size() &&
        mention.noun.begin == said_.words[next + 1].span.begin) {
      const RequestNoun* noun = reading_.lexicon.status_words().noun(reading_.document.text.folded(mention.noun));
      pronoun = noun == nullptr || !noun->ask;
    }
  const RequestMention* request = nullptr;
  if (said_.is(next, {"this", "these"}) && next + 1 < said_.words.size())
    if (const RequestNoun* noun = reading_.lexicon.status_words().noun(said_.words[next + 1].text);
        noun != nullptr && !noun->ask && found_here(said_, next + 1))
      return std::nullopt;
  for (const RequestMention& mention : mentions_) {
    if (!mention.strong && !(mention.look && takes_a_look(reading_, mention, verdict))) continue;
    if (mention.noun.begin >= verdict.phrase.end
            ? !pronoun && request == nullptr && linked(reading_, said_, mention, verdict)
            : pronoun && mention.noun.end <= verdict.phrase.begin)
      request = &mention;
  }
  // "was not following up violations": anybody's, as a habit
  if (request != nullptr && !request->by_number && next < said_.words.size() &&
      request->noun.begin == said_.words[next].span.begin &&
      reading_.lexicon.status_words().noun(reading_.document.text.folded(request->noun)) != nullptr &&
      reading_.lexicon.status_words().noun(reading_.document.text.folded(request->noun))->defect &&
      request->noun.end + 1 >= said_.span.end)
    return std::nullopt;
  Found found;
  if (request != nullptr) {
    request_ = request->noun.begin + 1;
    found.subject = subject_of(reading_, said_, *request, verdict);
    found.size = set_size(reading_, said_, taken_);
    found.single = singular(request->noun);
    return found;
  }
  if (!pronoun) return std::nullopt;
  found.before = antecedent(reading_, said_, 2);
  // "An audit of referrals found serious gaps. Progress is being made to address these gaps."
  if (!found.before && said_.is(next + 1, WordKind::fault_noun) && said_.index > 0)
    if (Said before = read_sentence(reading_, said_.index - 1); a_look_found(before)) found.before = std::move(before);
  const auto& sentences = reading_.layers.sentences;
  if (!found.before || sentences[found.before->index].block != sentences[said_.index].block) return std::nullopt;
  found.subject = reading_.document.text.string(trimmed(reading_.document, found.before->span, "."));
  found.both = true;
  return found;
}

std::optional<Found> Walk::find(std::string_view how, const Verdict& verdict, const Counted& counted) {
  if (how == "tally" && !lists_grades(reading_, said_) && !lists_progress(reading_, said_)) return std::nullopt;
  // "This is an improvement since 2014, when …": what is meant stands in the sentence before
  if (match_->makes("quote") == "both") {
    const auto& sentences = reading_.layers.sentences;
    if (said_.index == 0 || sentences[said_.index - 1].block != sentences[said_.index].block) return std::nullopt;
    Found found;
    found.before = read_sentence(reading_, said_.index - 1);
    found.subject = reading_.document.text.string(trimmed(reading_.document, found.before->span, "."));
    found.both = true;
    return found;
  }
  if (how == "free" || how == "tally")
    return Found{reading_.document.text.string(verdict.phrase), {}, {}, false, false, false};
  request_ = 0;
  if (how == "chain") return find_object(verdict);
  const RequestMention* request = nullptr;
  for (const RequestMention& mention : mentions_)
    if ((mention.strong || (mention.binding && keeps_it(reading_, said_, mention, verdict)) ||
         (mention.look && request == nullptr && takes_a_look(reading_, mention, verdict))) &&
        linked(reading_, said_, mention, verdict) &&
        (request == nullptr ||
         (verdict.noun ? request->noun.begin < verdict.phrase.begin : mention.noun.begin < verdict.phrase.begin)))
      request = &mention;
  // "accepted the findings of the 2020 review and has begun to put them into effect"
  if (request == nullptr && !any_ && !verdict.passive && !verdict.noun) {
    std::size_t object = said_.word_at(verdict.phrase.end);
    if (said_.is(object, WordKind::carrying_out)) ++object;
    if (said_.is(object, {"them", "these"}) && !said_.is(object + 1, Role::number))
      for (const RequestMention& mention : mentions_)
        if (mention.strong && mention.span.end <= verdict.phrase.begin) request = &mention;
  }
  // "Of the 50 recommendations, the port had completed 12": what stands in front is what is counted
  if (request == nullptr && counted.says_how_many())
    if (const RequestMention* front = fronted(reading_, said_, mentions_);
        front != nullptr && front->span.end <= verdict.phrase.begin)
      request = front;
  // "had implemented 19 and partially implemented eight of the 34 recommendations": the last names what all are of
  if (request == nullptr && counted.count && !verdict.passive && !verdict.noun)
    request = named_behind(reading_, said_, mentions_, counted.used);
  // "made 10 recommendations, and the port has completed six of them"
  if (request == nullptr && counted.count && !verdict.passive && !verdict.noun) {
    const std::size_t behind = said_.word_at(counted.used);
    if (said_.is(behind, {"of"}) && said_.is(behind + 1, {"them", "these", "those"}))
      for (const RequestMention& mention : mentions_)
        if (mention.strong && mention.span.end <= verdict.phrase.begin) request = &mention;
  }
  // "Progress has accelerated, following a review which identified areas for improvement"
  if (request == nullptr && match_->makes("request") == "behind")
    for (const RequestMention& mention : mentions_)
      for (std::size_t k = said_.word_at(verdict.phrase.end);
           mention.strong && k < said_.words.size() && said_.words[k].span.begin < mention.noun.begin; ++k)
        if (said_.is(k, WordKind::consequence)) request = &mention;
  // "The fixes the auditor wanted have been made": not "improvements were made to what was identified"
  if (how == "made" && (request == nullptr || request->noun.begin >= verdict.phrase.begin)) return std::nullopt;
  if (how == "fixed" && request == nullptr)
    for (const RequestMention& mention : mentions_)
      if (mention.strong) request = &mention;
  request_ = request != nullptr ? request->noun.begin + 1 : 0;
  if (request == nullptr && !any_ && says_itself(reading_, said_, verdict)) {
    Found itself;
    itself.subject =
        reading_.document.text.string(trimmed(reading_.document, {said_.span.begin, verdict.phrase.begin}, ",;"));
    itself.single = true;
    return itself;
  }
  // "This has not happened": whatever the sentence before says was asked for
  if (how == "after" && request == nullptr) {
    Found found;
    found.before = any_ ? std::nullopt : antecedent(reading_, said_, 2);
    // "A diagnostic found serious weaknesses. This has led to swift action."
    if (!found.before && !any_ && said_.index > 0 && match_->makes("found") == "also")
      if (Said before = read_sentence(reading_, said_.index - 1); a_look_found(before))
        found.before = std::move(before);
    if (!found.before) return std::nullopt;
    const std::vector<RequestMention> named = named_in(reading_, *found.before);
    Verdict none;
    none.phrase = {found.before->span.end, found.before->span.end};
    found.subject = named.empty() ? reading_.document.text.string(trimmed(reading_.document, found.before->span, "."))
                                  : subject_of(reading_, *found.before, named.front(), none);
    found.both = true;
    return found;
  }
  Found found;
  // "homes that did not meet minimum standards": said of the homes
  const bool of_another = said_of_another(reading_, said_, verdict);
  if (of_another && request != nullptr && request->noun.begin >= verdict.phrase.end) {
    const RequestNoun* noun = reading_.lexicon.status_words().noun(reading_.document.text.folded(request->noun));
    if (noun != nullptr && !noun->ask) request = nullptr;
  }
  // "an action plan is in place": the plan, not what it is for
  if (request != nullptr && is_any(reading_.document.text.folded(verdict.phrase), {"in place", "not in place"}) &&
      reading_.lexicon.status_words().noun(reading_.document.text.folded(request->noun)) == nullptr)
    return std::nullopt;
  if (request != nullptr &&
      is_any(reading_.document.text.folded(verdict.phrase), {"in place", "put in place", "being put in place"}) &&
      reading_.document.text.folded(request->noun).find("plan") != std::string_view::npos)
    return std::nullopt;
  if (request != nullptr) {
    found.subject = subject_of(reading_, said_, *request, verdict);
    found.size = set_size(reading_, said_, taken_);
    if (counted.count && found.size && *found.size <= *counted.count) found.size.reset();
    if (counted.count && !counted.of && !found.size && !of_a_dated_paper(said_, said_.word_at(request->noun.end)))
      if (const std::optional<Said> before = antecedent(reading_, said_, 3)) {
        const auto size = set_size(reading_, *before, taken_);
        if (size && *size > *counted.count) found.size = size;
      }
    found.single = !counted.says_how_many() && singular(request->noun);
    // "The provider must repair the lift. This requirement was met."
    const std::size_t at = said_.word_at(request->noun.begin);
    const auto& sentences = reading_.layers.sentences;
    if (at > 0 && said_.is(at - 1, {"this"}) && said_.is(at, {"requirement"}) && said_.index > 0 &&
        sentences[said_.index - 1].block == sentences[said_.index].block) {
      Said before = read_sentence(reading_, said_.index - 1);
      if (before.has({"must", "should", "shall", "ensure"})) {
        found.subject = reading_.document.text.string(trimmed(reading_.document, before.span, "."));
        found.before = std::move(before);
        found.both = true;
      }
    }
    return found;
  }
  // "…, the one on lifts has not been met": one of the set that the sentence has spoken of
  // (or behind it: "…; there has been no progress on the second")
  std::size_t target = said_.word_at(verdict.phrase.end);
  while (verdict.noun && (said_.is(target, Role::auxiliary) || said_.is(target, WordKind::made_of_progress))) ++target;
  const bool on_one = verdict.noun && said_.is(target, {"on", "with", "in", "against"}) &&
                      said_.is(target + 1, {"the"}) && said_.is(target + 2, WordKind::ordinal_word) &&
                      (target + 3 >= said_.words.size() || !said_.joined(target + 2));
  if (any_ && !counted.says_how_many() && (on_one || one_of_them(said_, last_end_, verdict.phrase.begin))) {
    found.subject = drafts_.statuses.back().subject;
    found.single = true;
    return found;
  }
  // "…, and five remain open", "with a further 30 under way": the sentence goes on
  if (any_ && (counted.count || counted.percent || counted.rest || counted.share != model::Share::none_given)) {
    found.subject = drafts_.statuses.back().subject;
    found.size = drafts_.statuses.back().of;
    return found;
  }
  // "…, but that the third operator has taken no action": another of those who were asked
  if (any_ && verdict.inherent && is_any(reading_.document.text.folded(verdict.phrase), {"no action", "no steps"}) &&
      drafts_.statuses.back().status != model::StatusValue::not_met) {
    const std::size_t behind = said_.word_at(verdict.phrase.end);
    bool other = false;
    for (std::size_t k = said_.word_at(last_end_); k < behind; ++k)
      other = other || said_.is(k, {"but", "while", "whereas"});
    if (other && (behind >= said_.words.size() || !said_.joined(behind - 1))) {
      found.subject = drafts_.statuses.back().subject;
      return found;
    }
  }
  // "Leaders were asked to teach reading better. You have acted on this with determination."
  if (const std::size_t object = said_.word_at(verdict.phrase.end);
      !any_ && request == nullptr && !verdict.passive && !verdict.noun && !many_words_before(said_, verdict) &&
      said_.is(object, {"this", "these", "them", "that", "both"}) &&
      (object + 1 >= said_.words.size() || !said_.joined(object) || said_.is(object + 1, WordKind::behind_an_object) ||
       (object + 2 >= said_.words.size() && said_.is(object + 1, Role::adverb))))
    if (std::optional<Said> before = antecedent(reading_, said_, 1)) {
      found.subject = reading_.document.text.string(trimmed(reading_.document, before->span, "."));
      found.before = std::move(before);
      found.both = true;
      return found;
    }
  // "297 recommendations that have completed the cycle": the verb's object is no request
  if (how == "verdict" && weak_mention(verdict) == nullptr && acts_on_something_else(verdict)) return std::nullopt;
  // "five of the 14 had not been corrected": of the 14 that an earlier sentence has named
  const std::optional<Said> set =
      !any_ && counted.count && counted.of ? set_of_size(reading_, said_, *counted.of) : std::nullopt;
  // A second word on what the sentence before has named says nothing new.
  if (any_ || asks_now(said_, verdict, set.has_value())) return std::nullopt;
  const bool ordinal = ordinal_subject(said_, verdict);
  // "none of the three on lifts", "not one of the five"
  const bool none_of_some =
      counted.no_one && (counted.of || (said_.is(0, {"none"}) && said_.is(1, {"of"}) && said_.is(2, {"the", "our"}) &&
                                        said_.is(3, Role::number)));
  const bool many = counted.count || counted.left_out || counted.percent || counted.rest || none_of_some;
  if (many && counts_other_things(reading_, said_, counted, verdict)) return std::nullopt;
  // "the rest had not been trained because the session was cancelled": the session
  if (many && verdict.passive)
    for (std::size_t k = said_.word_at(counted.used);
         k < said_.words.size() && said_.words[k].span.end < verdict.phrase.begin; ++k)
      if (said_.is(k, {"because"})) return std::nullopt;
  if (!many && of_another) return std::nullopt;
  const RequestMention* weak = weak_mention(verdict);
  // "has met 10 of the 12 requirements", "all 31 requirements had been satisfied": so many of a set, where somebody
  // looks
  const bool raised = weak != nullptr && counted.share != model::Share::none_given &&
                      counted.share != model::Share::some && said_.is(said_.word_at(weak->noun.end), Role::raised) &&
                      verdict.passive;
  if (weak != nullptr &&
      (raised || counted.percent || (counted.count && (counted.of || counted.share == model::Share::all))) &&
      !verdict.noun && mentions_oversight(reading_) && !antecedent(reading_, said_, 4)) {
    found.subject = subject_of(reading_, said_, *weak, verdict);
    found.size = counted.of;
    return found;
  }
  // "They found that deficiencies in storage had been corrected": what is corrected was found before
  if (verdict.passive && corrects(reading_, said_, verdict) && mentions_oversight(reading_) &&
      !antecedent(reading_, said_, 4))
    for (const RequestMention& mention : mentions_) {
      const RequestNoun* noun = reading_.lexicon.status_words().noun(reading_.document.text.folded(mention.noun));
      if (noun == nullptr || !noun->defect || mention.look || !linked(reading_, said_, mention, verdict)) continue;
      found.subject = subject_of(reading_, said_, mention, verdict);
      found.size = set_size(reading_, said_, taken_);
      return found;
    }
  // "in substantial compliance with 14 of 90 provisions": with whatever was laid down
  if (weak != nullptr && verdict.noun && counted.count &&
      reading_.document.text.folded(verdict.phrase).find("ompliance") != std::string_view::npos) {
    found.subject = subject_of(reading_, said_, *weak, verdict);
    found.size = set_size(reading_, said_, taken_);
    return found;
  }
  // "The follow-up found 18 of 30 actions done"
  if (weak != nullptr && counted.count && counted.of &&
      said_.has(WordKind::second_look, said_.word_at(weak->noun.begin))) {
    found.subject = subject_of(reading_, said_, *weak, verdict);
    found.size = counted.of;
    return found;
  }
  // "good progress in nine of the 13 concerns"
  if (weak == nullptr && verdict.noun && counted.count && (counted.of || *counted.count > 1))
    for (const RequestMention& mention : mentions_)
      if (!mention.look && linked(reading_, said_, mention, verdict) &&
          reading_.lexicon.word_kinds().is(reading_.document.text.folded(mention.noun), WordKind::weak_findings)) {
        found.subject = subject_of(reading_, said_, mention, verdict);
        found.size = set_size(reading_, said_, taken_);
        return found;
      }
  // "Requirements for improvement cleared: 14"
  if (weak == nullptr && match_->makes("request") == "before")
    for (const RequestMention& mention : mentions_)
      if (!mention.look && mention.noun.end <= verdict.phrase.begin) {
        found.subject = subject_of(reading_, said_, mention, verdict);
        return found;
      }
  const bool others = std::any_of(mentions_.begin(), mentions_.end(),
                                  [](const RequestMention& mention) { return !mention.follows && !mention.look; });
  if (weak == nullptr && others && !many) return std::nullopt;
  const bool deed = names_a_deed(said_);
  if (weak == nullptr && !many && !ordinal &&
      ((!anaphoric(reading_, said_) && !deed) || acts_on_something_else(verdict)))
    return std::nullopt;
  // "the same actions are repeated": a word for what people do, unless it is a request's
  if (weak != nullptr &&
      is_any(reading_.document.text.folded(verdict.phrase), {"repeated", "reiterated", "restated", "ignored"}))
    return std::nullopt;
  const bool by_deed = weak == nullptr && !many && !ordinal && deed;
  const bool far = many || ordinal || weak != nullptr;
  found.before = antecedent(reading_, said_, far ? 4 : 1);
  if (!found.before && set) found.before = set;
  if (found.before && by_deed && !tells_what_was_asked(*found.before)) return std::nullopt;
  if (found.before && weak != nullptr && !many && !ordinal && !speaks_of_earlier(*found.before) &&
      !names_recommendations(*found.before) && !sends_a_plan(*found.before) &&
      (drafts_.statuses.empty() || !drafts_.statuses.back().evidence.quote.overlaps(found.before->span)))
    return std::nullopt;
  // "Priority area: records", and below it: "This priority area has been dealt with."
  if (!found.before && weak != nullptr && !many)
    if (const auto title = named_by_heading(reading_, said_, weak->noun)) {
      found.subject = *title;
      found.single = true;
      return found;
    }
  if (!found.before) {
    if (!(many || weak != nullptr) || !heading_names_requests(reading_, said_) || (weak == nullptr && !counted.count))
      return std::nullopt;
    const std::int32_t heading = reading_.document.blocks[reading_.layers.sentences[said_.index].block].heading;
    found.subject =
        weak != nullptr
            ? subject_of(reading_, said_, *weak, verdict)
            : reading_.document.text.string(reading_.document.blocks[static_cast<std::size_t>(heading)].content);
    return found;
  }
  const std::vector<RequestMention> named = named_in(reading_, *found.before);
  Verdict none;
  none.phrase = {found.before->span.end, found.before->span.end};
  found.subject = weak != nullptr ? subject_of(reading_, said_, *weak, verdict)
                  : named.empty() ? reading_.document.text.string(trimmed(reading_.document, found.before->span, "."))
                                  : subject_of(reading_, *found.before, named.front(), none);
  if (counted.count || counted.left_out || ordinal || weak != nullptr) {
    const auto size = set_size(reading_, *found.before, taken_);
    if (size && *size >= counted.count.value_or(1)) found.size = size;
  }
  found.single = ordinal || (weak != nullptr && !counted.says_how_many() && singular(weak->noun));
  found.both = !many && !ordinal && weak == nullptr;
  return found;
}

}   // namespace muster::facts
