// Statements on whether earlier requests have been carried out: a request, a verdict, and how many.
#include <algorithm>

#include "facts/asker_named.hpp"
#include "facts/memory.hpp"
#include "facts/speaks_of.hpp"
#include "facts/status_follow_up.hpp"
#include "facts/status_outcome.hpp"
#include "facts/status_pointed.hpp"
#include "facts/status_then.hpp"
#include "facts/status_tracked.hpp"
#include "facts/status_walk.hpp"

namespace muster::facts {
namespace {

using model::StatusValue;

// "accepted what we asked for and told us what it was doing": an answer, not a finding
bool answers(const Said& said, const Verdict& verdict) {
  bool agreed = false;
  for (std::size_t i = 0; i + 1 < said.words.size(); ++i) {
    const auto w = said.words[i].text;
    if (said.words[i].span.begin >= verdict.phrase.end) break;
    // "… agreed and said that it was doing so": only words; "… agreed and has carried out two" is a finding
    if (agreed && (said.is(i, WordKind::reply_of_the_asked) || said.is(i, {"is", "are", "was", "were"}))) return true;
    // "disagreed with our recommendation and has taken no action": the second half is a finding
    if (said.is(i, {"disagreed", "disagree"}) && verdict.value == StatusValue::not_met) {
      bool and_has = false;
      for (std::size_t k = i + 1; k < said.words.size() && said.words[k].span.begin <= verdict.phrase.begin; ++k)
        and_has = and_has || (said.is(k - 1, {"and"}) && said.is(k, {"has", "have", "had", "took"}));
      if (and_has) continue;
    }
    if (said.is(i, {"disagreed", "believes", "disagree"})) return true;
    if (said.is(i, {"claims", "claimed"}) && said.is(i + 1, {"that", "it", "they", "he", "she", "the", "all", "to"}) &&
        !said.is(i + 2, Role::number))   // "claims that 20 have been met": how many, which others may dispute
      return true;
    agreed = agreed || said.is(i, {"concurred", "concur"}) ||
             (same_word(w, "agreed") && said.is(i + 1, {"with", "to"}) && !said.is(i + 2, Role::number));
  }
  // "agreed with all eight and has begun to address six": how many
  return agreed && verdict.value == StatusValue::in_progress &&
         !said.is(said.word_at(verdict.phrase.end), Role::number) &&
         !said.is(said.word_at(verdict.phrase.end) + 1, Role::number);
}

// "…, and these have now been resolved": the same things, further on
bool and_these(const Said& said, std::size_t verdict) {
  std::size_t k = verdict;
  while (k > 0 && (said.is(k - 1, Role::auxiliary) || said.is(k - 1, Role::adverb) || said.is(k - 1, Role::fully) ||
                   said.is(k - 1, {"now", "since", "all", "largely"})))
    --k;
  return k > 1 && said.is(k - 1, {"these", "they", "both", "this"}) && said.is(k - 2, {"and"});
}

// "… the conditions we imposed, and we have removed them": who imposed them is content
bool lifts_them(const Said& said, const Verdict& verdict) {
  const std::size_t behind = said.word_at(verdict.phrase.end);
  return behind > 0 && said.is(behind - 1, WordKind::lifts) && said.is(behind, {"them", "it", "both"});
}

// "has tackled the faults found then, and a new crane is now in place": what was begun has come to something
bool is_there_now(const Said& said, const Verdict& verdict, std::uint32_t from) {
  const std::size_t at = said.word_at(verdict.phrase.end);
  if (at < 3 || !said.is(at - 1, {"place"}) || !said.is(at - 2, {"in"}) || !said.is(at - 3, {"now"})) return false;
  bool and_so = false;
  for (std::size_t k = said.word_at(from); k + 3 < at; ++k) {
    if (said.is(k, {"but", "although", "though", "while", "yet", "not", "plan", "plans", "strategy"})) return false;
    and_so = and_so || said.is(k, {"and"});
  }
  return and_so;
}

// "(1.12, repeated recommendation 1.9)": where it stood, behind what was asked
bool is_reference(std::string_view sentence) {
  if (sentence.size() < 4 || sentence.front() != '(' || sentence.back() != ')') return false;
  const char first = sentence[1], second = sentence[2];
  return (first >= '0' && first <= '9') || (first >= 'A' && first <= 'Z' && second >= '0' && second <= '9');
}

// "the other three", "the remaining 12" before the verdict
bool counts_the_others(const Said& said, const Verdict& verdict) {
  for (std::size_t i = 0; i + 1 < said.words.size() && said.words[i + 1].span.end < verdict.phrase.begin; ++i)
    if (said.is(i, {"other", "remaining", "further"}) && said.is(i + 1, Role::number)) return true;
  return false;
}

std::uint32_t verdict_at(const model::Match& match) {
  const Span phrase = match.group("phrase"), verdict = match.group("verdict");
  return !phrase.empty() ? phrase.begin : !verdict.empty() ? verdict.begin : match.span.begin;
}

bool contrasting(const Verdict& verdict) {
  return verdict.value == StatusValue::not_met || verdict.value == StatusValue::partly_met;
}

}   // namespace

void Walk::read(const model::Match& match) {
  if (match.sentence != said_.index || !begun_) begin(match.sentence);
  if (is_reference(reading_.document.text.folded(said_.span)))
    return refuse(refusals_, match, "only says where the request stood");
  if (is_question(reading_.document, said_.span)) return refuse(refusals_, match, "a question");
  const std::string_view how = match.makes("how");
  match_ = &match;
  // "I had asked for it and never got it": in a text that names no work of inspectors, anybody's errand
  if (match.makes("only") == "oversight" && !mentions_oversight(reading_) && !speaks_of_services(reading_))
    return refuse(refusals_, match, "nothing shows that anybody inspects");
  const Span phrase = match.group("verdict");
  Verdict verdict;
  if (how == "made") {
    verdict = read_verdict(reading_, said_, {said_.words[said_.word_at(phrase.end - 1)].span.begin, phrase.end},
                           StatusValue::met);
    verdict.phrase = phrase;
  } else if (how == "chain") {
    verdict = read_chain(reading_, said_, phrase);
  } else if (const auto fixed = model::status_of(match.makes("status")); fixed) {
    verdict.value = *fixed;
    // "has yet to fully address"
    if (*fixed == StatusValue::not_met && match.makes("fully") == "partly_met" &&
        find_words(reading_.document.text.folded(phrase), "fully") != std::string_view::npos)
      verdict.value = StatusValue::partly_met;
    verdict.phrase = match.group("phrase").empty() ? (phrase.empty() ? match.span : phrase) : match.group("phrase");
    verdict.passive = how != "fixed" && match.makes("voice") != "active";
  } else {
    const StatusWords& lists = reading_.lexicon.status_words();
    const Span degree = match.group("degree"), grade = match.group("grade");
    std::optional<StatusValue> given;
    if (!degree.empty()) given = lists.degree(reading_.document.text.folded(degree));
    if (!grade.empty()) given = lists.scale(reading_.document.text.folded(grade));
    verdict = read_verdict(reading_, said_, phrase, given);
  }
  // "Number outstanding: 5"
  if (match.makes("counts") == "behind" && verdict.refused &&
      (verdict.why == "an adjective, not a verdict" || verdict.why == "an adjective, or told of then" ||
       verdict.why == "not said of the request"))
    verdict.refused = false;
  if (match.makes("counts") == "behind" &&
      find_words(reading_.document.text.folded(verdict.phrase), "to be") != std::string_view::npos) {
    verdict.refused = false;
    verdict.value = StatusValue::not_met;
  }
  if (commands()) return refuse(refusals_, match, "asked for now");
  if (named_in_what_is_asked(verdict)) return refuse(refusals_, match, "names what is asked for now");
  if (answers(said_, verdict)) return refuse(refusals_, match, "an answer to the request, not a finding on it");
  if (verdict.refused) return refuse(refusals_, match, verdict.why);
  if (verdict.phrase.begin < last_end_) return refuse(refusals_, match, "said already in this sentence");
  // "is being taken forward: the centre is open on all days"
  if (any_ && is_any(reading_.document.text.folded(verdict.phrase), {"open"}) &&
      between(reading_.document.text.folded(), last_end_, verdict.phrase.begin).find(':') != std::string_view::npos)
    return refuse(refusals_, match, "tells more of what the sentence has said");
  Counted counted = read_counts(reading_, said_, from_, verdict);
  // "Progress on the other three is not satisfactory": a number counts there only where it says which
  if (match.makes("counts") == "none" && !counts_the_others(said_, verdict)) counted = {};
  // "Closed: 14"
  if (match.makes("counts") == "behind") {
    verdict.passive = true;
    counted = counted_behind(reading_, verdict.phrase.end);
  }
  if (counted.number) taken_.push_back(*counted.number);
  // "have been taken forward and completed": the further of the two
  if (any_ && !counted.says_how_many() && verdict.value == StatusValue::met &&
      drafts_.statuses.back().status == StatusValue::in_progress &&
      ((same_breath(verdict) && said_.is(said_.word_at(verdict.phrase.begin) - 1, {"and"})) ||
       and_these(said_, said_.word_at(verdict.phrase.begin)) || lifts_them(said_, verdict) ||
       is_there_now(said_, verdict, last_end_))) {
    drafts_.statuses.back().status = StatusValue::met;
    return refuse(refusals_, match, "said already in this sentence");
  }
  // "is restated because it has not been fully carried out": the reason says how far
  if (any_ && gives_the_reason(verdict)) {
    drafts_.statuses.back().status = verdict.value;
    return refuse(refusals_, match, "said already in this sentence");
  }
  if (any_ && !counted.says_how_many() && same_breath(verdict))
    return refuse(refusals_, match, "said already in this sentence");
  std::optional<Found> found = find(how, verdict, counted);
  if (!found && !any_ && !counted.says_how_many()) found = find_pointed(verdict);
  if (!found && !any_ && how == "verdict" && verdict.noun) found = progress_goes_on(verdict);
  if (!found) return refuse(refusals_, match, "no earlier request is spoken of");
  // "… have been met. As a result, it is removed from the list": what comes of what was said
  if (found->both && found->before && said_.is(0, {"as", "consequently", "therefore"}) &&
      (!said_.is(0, {"as"}) || (said_.is(1, {"a"}) && said_.is(2, {"result", "consequence"}))) &&
      !drafts_.statuses.empty() && drafts_.statuses.back().evidence.quote.overlaps(found->before->span))
    return refuse(refusals_, match, "what came of a statement that was made");
  settle(counted, verdict, *found);
  if (any_ && request_ == last_request_ && request_ != 0 && !counted.says_how_many() && !contrasting(verdict))
    return refuse(refusals_, match, "said already in this sentence");
  // "was not met and has been stated for a second time"
  if (any_ && !counted.says_how_many() && request_ == last_request_ && drafts_.statuses.back().status == verdict.value)
    return refuse(refusals_, match, "said already in this sentence");
  if (any_ && how != "free" && contrasts(verdict, counted))
    return refuse(refusals_, match, "the other side of what the sentence has said");
  // One sentence says a thing once: of two words for it ("completed and closed") the first stands.
  if (any_) {
    const model::Status& last = drafts_.statuses.back();
    if (last.status == verdict.value && last.count == counted.count && last.share == counted.share &&
        !counted.percent && !counted.rest)
      return refuse(refusals_, match, "said already in this sentence");
  }
  add(match, verdict, counted, *found);
  if (undone_) {
    Verdict rest = verdict;
    rest.value = StatusValue::not_met;
    rest.phrase = {*undone_->number, undone_->used};
    add(match, rest, *undone_, *found);
  }
  any_ = true;
  percent_ = counted.percent;
  last_request_ = request_;
  last_end_ = std::max(verdict.phrase.end, phrase.end);
  from_ = std::max(last_end_, counted.used);
}

void Walk::begin(std::uint32_t sentence) {
  said_ = read_sentence(reading_, sentence);
  mentions_ = requests_in(reading_, said_);
  begun_ = true;
  any_ = false;
  from_ = last_end_ = said_.span.begin;
  last_request_ = request_ = 0;
  set_ = -1;
}

bool Walk::commands() const {
  std::size_t i = 0;
  while (said_.is(i, Role::number)) ++i;
  return said_.is(i, WordKind::task_verb);
}

bool Walk::named_in_what_is_asked(const Verdict& verdict) const {
  std::size_t at = said_.word_at(verdict.phrase.begin);
  while (at > 0 &&
         (said_.is(at - 1, Role::auxiliary) || said_.is(at - 1, Role::negation) || said_.is(at - 1, Role::fully)))
    --at;
  if (at < 2 || !said_.is(at - 1, {"that", "which"}) || !said_.joined(at - 2)) return false;   // not ", which has …"
  return std::any_of(drafts_.recommendations.begin(), drafts_.recommendations.end(),
                     [&](const model::Recommendation& item) {
                       return item.form != model::Form::stated && item.text.contains(verdict.phrase.begin);
                     });
}

// Statements on one set share its number: the size tells sets apart, or where no size is known the place.
std::int32_t Walk::set_of(const Counted& counted, const Found& found, const std::string& issuer) {
  if (set_ >= 0 && (!counted.of || sets_[static_cast<std::size_t>(set_)].size == counted.of)) return set_;
  for (std::size_t i = sets_.size(); i-- > 0;) {
    Set& set = sets_[i];
    const bool near = said_.index - set.sentence <= 5;
    const bool one_issuer = near || set.issuer.empty() || issuer.empty() || set.issuer == issuer;
    if (!one_issuer || !(counted.of ? set.size == counted.of : near && (found.before || found.single || found.size)))
      continue;
    set.sentence = said_.index;
    if (set.issuer.empty()) set.issuer = issuer;
    return set_ = static_cast<std::int32_t>(i);
  }
  if (!counted.count && !counted.rest) return -1;
  sets_.push_back({said_.index, counted.of, issuer});
  return set_ = static_cast<std::int32_t>(sets_.size()) - 1;
}

void Walk::add(const model::Match& match, const Verdict& verdict, const Counted& counted, const Found& found) {
  model::Status status;
  status.evidence = evidence_of(reading_, said_.index, *match.rule);
  if (found.both && found.before) status.evidence.quote = found.before->span.join(said_.span);
  status.focus = verdict.phrase;
  status.status = verdict.value;
  status.phrase = reading_.document.text.string(verdict.phrase);
  status.subject = found.subject;
  status.count = counted.count;
  status.of = counted.of;
  status.share = counted.share;
  status.confidence = found.before ? model::Confidence::medium : model::Confidence::high;
  const std::uint32_t at = found.before ? found.before->span.begin : said_.span.begin;
  const std::uint32_t until = found.before ? found.before->span.end : said_.span.end;
  if (const model::Speech* speech = speech_at(reading_.layers, verdict.phrase.begin);
      speech != nullptr && speech->official)
    status.issuer = speech->issuer;
  if (const model::Name* name = name_in(reading_.layers, {at, until}, {model::NameKind::inspectorate});
      name != nullptr && !name->generic && (found.before || status.issuer.empty()))
    status.issuer = name->canonical;
  status.asked = set_of(counted, found, status.issuer);
  status.weighs = counted.count ? *counted.count : counted.rest ? model::Status::rest : found.single ? 1 : 0;
  drafts_.statuses.push_back(std::move(status));
}

void make_statuses(const Reading& reading, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  Walk walk(reading, drafts, refusals);
  // In the order of the verdicts, not of the words that their rules begin with ("three of the tests are met and two are
  // not").
  const std::vector<Made>& matches = matches_for(reading, Fact::status);
  std::vector<const model::Match*> verdicts;
  for (const auto& [match, how] : matches) {
    if (explains_a_grade(reading, match->sentence)) refuse(refusals, *match, "what the grades mean");
    else if (!is_any(how, {"tracked", "pointed", "raised", "then", "outcome", "follow-up"})) verdicts.push_back(match);
  }
  std::stable_sort(verdicts.begin(), verdicts.end(), [](const model::Match* a, const model::Match* b) {
    return a->sentence != b->sentence ? a->sentence < b->sentence : verdict_at(*a) < verdict_at(*b);
  });
  for (const model::Match* match : verdicts) {
    const std::string_view how = match->makes("how");
    if (how == "row" || how == "cell" || how == "alone" || how == "tail") read_grade(reading, *match, drafts, refusals);
    else if (how == "grid") read_grid(reading, *match, drafts, refusals);
    else walk.read(*match);
  }
  std::vector<bool> told(reading.layers.sentences.size()), asked_now(told.size());
  for (const model::Status& status : drafts.statuses) mark_told(reading, status.evidence.quote, told);
  for (const model::Recommendation& item : drafts.recommendations) mark_told(reading, item.text, asked_now);
  // One reading of a sentence is enough, however many of its rules wake it.
  const auto each_sentence = [&](std::string_view wanted, const auto& read) {
    std::vector<bool> seen(told.size());
    for (const auto& [match, how] : matches) {
      if (how != wanted || seen[match->sentence]) continue;
      seen[match->sentence] = true;
      read(*match);
    }
  };
  using model::Match;
  std::size_t until = 0;
  each_sentence("tracked",
                [&](const Match& match) { read_tracked(reading, match, asked_now, told, until, drafts, refusals); });
  each_sentence("raised", [&](const Match& match) { read_state(reading, match, asked_now, told, drafts, refusals); });
  each_sentence("then", [&](const Match& match) { read_then_and_now(reading, match, asked_now, told, drafts); });
  each_sentence("outcome",
                [&](const Match& match) { read_outcome(reading, match, asked_now, told, drafts, refusals); });
  each_sentence("pointed",
                [&](const Match& match) { read_pointed(reading, match, asked_now, told, drafts, refusals); });
  read_follow_up(reading, asked_now, told, drafts, refusals);
  name_issuers(reading, drafts);
}

}   // namespace muster::facts
