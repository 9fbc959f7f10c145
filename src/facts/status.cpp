// Statements on whether earlier requests have been carried out: a request, a verdict, and how many.
#include <algorithm>
#include <map>

#include "facts/status.hpp"

namespace muster::facts {
namespace {

using model::StatusValue;

// "… should encourage ongoing work": what is asked now, or a verdict too far from the sentence's begin.
bool asks_now(const Said& said, const Verdict& verdict) {
  std::size_t before = 0;
  for (const Word& word : said.words) {
    if (word.span.begin >= verdict.phrase.begin) break;
    ++before;
    if (is_any(word.text, {"should", "must", "recommend", "recommended", "recommends", "need", "needs"})) return true;
  }
  return before > 16;
}

// "accepted what we asked for and told us what it was doing": an answer, not a finding
bool answers(const Said& said, const Verdict& verdict) {
  bool agreed = false;
  for (std::size_t i = 0; i + 1 < said.words.size(); ++i) {
    const auto w = said.words[i].text;
    if (said.words[i].span.begin >= verdict.phrase.end) break;
    // "… agreed and said that it was doing so": only words; "… agreed and has carried out two" is a finding
    if (agreed && is_any(w, {"said", "stated", "told", "described", "plans", "planned", "indicated", "noted", "reported", "explained", "is", "are", "was", "were", "intends"})) return true;
    if (is_any(w, {"disagreed", "believes", "disagree"})) return true;
    if (is_any(w, {"claims", "claimed", "insists", "insisted"}) && is_any(said.words[i + 1].text, {"that", "it", "they", "he", "she", "the", "all", "to"})) return true;
    agreed = agreed || is_any(w, {"concurred", "concur"}) || (same_word(w, "agreed") && is_any(said.words[i + 1].text, {"with", "to"}) && !said.is(i + 2, Role::number));
  }
  return agreed && verdict.value == StatusValue::in_progress;
}

// What a statement speaks of.
struct Found {
  std::string subject;
  std::optional<double> size;
  std::optional<Said> before;   // the sentence that names the request, where it is another
  bool both = false;            // the quote takes that sentence in
  bool single = false;          // one request of the set
  bool whole = false;           // a set of its own, not a part of one named before
};

// One sentence on the way through the document, and the sets of requests met so far.
class Walk {
 public:
  Walk(const Reading& reading, model::Drafts& drafts, std::vector<Refusal>* refusals) : reading_(reading), drafts_(drafts), refusals_(refusals) {}

  void read(const model::Match& match) {
    if (match.sentence != said_.index || !begun_) begin(match.sentence);
    if (is_question(reading_.document, said_.span)) return refuse(refusals_, match, "a question");
    const std::string_view how = match.makes("how");
    match_rule_ = match.rule->id;
    const Span phrase = match.group("verdict");
    Verdict verdict;
    if (const auto fixed = model::status_of(match.makes("status")); fixed) {
      verdict.value = *fixed;
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
    if (commands()) return refuse(refusals_, match, "asked for now");
    if (answers(said_, verdict)) return refuse(refusals_, match, "an answer to the request, not a finding on it");
    if (verdict.refused) return refuse(refusals_, match, verdict.why);
    if (verdict.phrase.begin < last_end_) return refuse(refusals_, match, "said already in this sentence");
    Counted counted = read_counts(reading_, said_, from_, verdict);
    if (match.makes("counts") == "none") counted = {};
    if (counted.number) taken_.push_back(*counted.number);
    if (any_ && !counted.says_how_many() && same_breath(verdict)) return refuse(refusals_, match, "said already in this sentence");
    const std::optional<Found> found = find(how, verdict, counted);
    if (!found) return refuse(refusals_, match, "no earlier request is spoken of");
    settle(counted, verdict, *found);
    if (any_ && request_ == last_request_ && request_ != 0 && !counted.says_how_many() && !contrasting(verdict)) return refuse(refusals_, match, "said already in this sentence");
    if (any_ && how != "free" && contrasts(verdict, counted)) return refuse(refusals_, match, "the other side of what the sentence has said");
    // One sentence says a thing once: of two words for it ("completed and closed") the first stands.
    if (any_) {
      const model::Status& last = drafts_.statuses.back();
      if (last.status == verdict.value && last.count == counted.count && last.share == counted.share && !counted.percent && !counted.rest) return refuse(refusals_, match, "said already in this sentence");
    }
    add(match, verdict, counted, *found);
    any_ = true;
    percent_ = counted.percent;
    last_request_ = request_;
    last_end_ = std::max(verdict.phrase.end, phrase.end);
    from_ = std::max(last_end_, counted.used);
  }

 private:
  static bool contrasting(const Verdict& verdict) { return verdict.value == StatusValue::not_met || verdict.value == StatusValue::partly_met; }

  struct Set { std::uint32_t sentence = 0; std::optional<double> size; std::string issuer; };

  void begin(std::uint32_t sentence) {
    said_ = read_sentence(reading_, sentence);
    mentions_ = requests_in(reading_, said_);
    begun_ = true;
    any_ = false;
    from_ = last_end_ = said_.span.begin;
    last_request_ = request_ = 0;
    set_ = -1;
  }

  // "open and unimplemented", "complete or substantially complete": two words for one verdict
  bool same_breath(const Verdict& verdict) const {
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
  bool contrasts(const Verdict& verdict, const Counted& counted) {
    model::Status& last = drafts_.statuses.back();
    // "whilst the one on lifts has not": another request
    bool part = request_ != 0 && request_ == last_request_;
    for (std::size_t i = said_.word_at(last_end_); i < said_.words.size() && said_.words[i].span.begin < verdict.phrase.begin; ++i) {
      if (said_.is(i, {"one", "other", "second", "third", "first", "latter"})) return false;
      part = part || said_.is(i, {"some", "others", "many", "several", "few", "these", "they", "it", "more"});
    }
    if (!part) return false;
    if (last.evidence.quote != said_.span || last.count || counted.count || counted.percent || counted.rest || percent_) return false;
    const bool bad = verdict.value == StatusValue::not_met || verdict.value == StatusValue::partly_met;
    if (!bad || last.status == StatusValue::not_met || last.status == StatusValue::superseded) return false;
    if (last.share == model::Share::none_given || last.share == model::Share::some || last.share == model::Share::many) last.status = StatusValue::partly_met;
    return true;
  }

  // The requests that a statement is on, nearest first: in its clause, in its sentence, before it.
  std::optional<Found> find(std::string_view how, const Verdict& verdict, const Counted& counted) {
    if (how == "free") return Found{reading_.document.text.string(verdict.phrase), {}, {}, false, false, false};
    const RequestMention* request = nullptr;
    for (const RequestMention& mention : mentions_)
      if (mention.strong && linked(reading_, said_, mention, verdict) && (request == nullptr || (verdict.noun ? request->noun.begin < verdict.phrase.begin : mention.noun.begin < verdict.phrase.begin))) request = &mention;
    // "Progress has accelerated, following a review which identified areas for improvement"
    if (request == nullptr && match_rule_ == "status.progress-is")
      for (const RequestMention& mention : mentions_)
        for (std::size_t k = said_.word_at(verdict.phrase.end); mention.strong && k < said_.words.size() && said_.words[k].span.begin < mention.noun.begin; ++k)
          if (said_.is(k, {"following", "response", "reaction", "result"})) request = &mention;
    if (how == "fixed" && request == nullptr)
      for (const RequestMention& mention : mentions_) if (mention.strong) request = &mention;
    request_ = request != nullptr ? request->noun.begin + 1 : 0;
    if (request == nullptr && !any_ && says_itself(reading_, said_, verdict)) {
      Found itself;
      itself.subject = reading_.document.text.string(trimmed(reading_.document, {said_.span.begin, verdict.phrase.begin}, ",;"));
      itself.single = true;
      return itself;
    }
    // "This has not happened": whatever the sentence before says was asked for
    if (how == "after" && request == nullptr) {
      Found found;
      found.before = any_ ? std::nullopt : antecedent(reading_, said_, 2);
      if (!found.before) return std::nullopt;
      const std::vector<RequestMention> named = requests_in(reading_, *found.before);
      Verdict none;
      none.phrase = {found.before->span.end, found.before->span.end};
      found.subject = named.empty() ? reading_.document.text.string(trimmed(reading_.document, found.before->span, ".")) : subject_of(reading_, *found.before, named.front(), none);
      found.both = true;
      return found;
    }
    Found found;
    // "an action plan is in place": the plan, not what it is for
    if (request != nullptr && is_any(reading_.document.text.folded(verdict.phrase), {"in place", "not in place"}) && reading_.lexicon.status_words().noun(reading_.document.text.folded(request->noun)) == nullptr) return std::nullopt;
    if (request != nullptr && is_any(reading_.document.text.folded(verdict.phrase), {"in place", "put in place", "being put in place"}) && reading_.document.text.folded(request->noun).find("plan") != std::string_view::npos) return std::nullopt;
    if (request != nullptr) {
      found.subject = subject_of(reading_, said_, *request, verdict);
      found.size = set_size(reading_, said_, taken_);
      if (counted.count && found.size && *found.size <= *counted.count) found.size.reset();
      if (counted.count && !counted.of && !found.size)
        if (const std::optional<Said> before = antecedent(reading_, said_, 3)) {
          const auto size = set_size(reading_, *before, taken_);
          if (size && *size > *counted.count) found.size = size;
        }
      found.single = !counted.says_how_many() && singular(request->noun);
      return found;
    }
    // "…, and five remain open", "with a further 30 under way": the sentence goes on
    if (any_ && (counted.count || counted.percent || counted.rest || counted.share != model::Share::none_given)) {
      found.subject = drafts_.statuses.back().subject;
      found.size = drafts_.statuses.back().of;
      return found;
    }
    // "297 recommendations that have completed the cycle": the verb's object is no request
    if (how == "verdict" && !mentions_.empty() && weak_mention(verdict) == nullptr && acts_on_something_else(verdict)) return std::nullopt;
    // A second word on what the sentence before has named says nothing new.
    if (any_ || asks_now(said_, verdict)) return std::nullopt;
    const bool ordinal = ordinal_subject(said_, verdict);
    const bool many = counted.count || counted.percent || counted.rest;
    const RequestMention* weak = weak_mention(verdict);
    // "in substantial compliance with 14 of 90 provisions": with whatever was laid down
    if (weak != nullptr && verdict.noun && counted.count && reading_.document.text.folded(verdict.phrase).find("ompliance") != std::string_view::npos) {
      found.subject = subject_of(reading_, said_, *weak, verdict);
      found.size = set_size(reading_, said_, taken_);
      return found;
    }
    const bool others = std::any_of(mentions_.begin(), mentions_.end(), [](const RequestMention& mention) { return !mention.follows; });
    if (weak == nullptr && others && !many) return std::nullopt;
    if (weak == nullptr && !many && !ordinal && (!anaphoric(reading_, said_) || acts_on_something_else(verdict))) return std::nullopt;
    // "the same actions are repeated": a word for what people do, unless it is a request's
    if (weak != nullptr && is_any(reading_.document.text.folded(verdict.phrase), {"repeated", "reiterated", "restated", "ignored"})) return std::nullopt;
    const bool far = many || ordinal || weak != nullptr;
    found.before = antecedent(reading_, said_, far ? 4 : 1);
    if (found.before && weak != nullptr && !many && !ordinal && !speaks_of_earlier(*found.before) && !names_recommendations(*found.before) &&
        (drafts_.statuses.empty() || !drafts_.statuses.back().evidence.quote.overlaps(found.before->span))) return std::nullopt;
    if (!found.before) {
      if (!(many || weak != nullptr) || !heading_names_requests(reading_, said_) || (weak == nullptr && !counted.count)) return std::nullopt;
      const std::int32_t heading = reading_.document.blocks[reading_.layers.sentences[said_.index].block].heading;
      found.subject = weak != nullptr ? subject_of(reading_, said_, *weak, verdict) : reading_.document.text.string(reading_.document.blocks[static_cast<std::size_t>(heading)].content);
      return found;
    }
    const std::vector<RequestMention> named = requests_in(reading_, *found.before);
    Verdict none;
    none.phrase = {found.before->span.end, found.before->span.end};
    found.subject = weak != nullptr ? subject_of(reading_, said_, *weak, verdict)
                    : named.empty() ? reading_.document.text.string(trimmed(reading_.document, found.before->span, "."))
                                    : subject_of(reading_, *found.before, named.front(), none);
    if (counted.count || ordinal || weak != nullptr) {
      const auto size = set_size(reading_, *found.before, taken_);
      if (size && *size >= counted.count.value_or(1)) found.size = size;
    }
    found.single = ordinal || (weak != nullptr && !counted.says_how_many() && singular(weak->noun));
    found.both = !many && !ordinal && weak == nullptr;
    return found;
  }

  // "14. Ensure that recommendations have been implemented"
  bool commands() const {
    std::size_t i = 0;
    while (said_.is(i, Role::number)) ++i;
    return said_.is(i, {"ensure", "improve", "develop", "strengthen", "continue", "consider", "establish"});
  }

  // "They implemented a new rota": the object is no request
  bool acts_on_something_else(const Verdict& verdict) const {
    if (verdict.passive || verdict.noun) return false;
    const std::size_t next = said_.word_at(verdict.phrase.end);
    if (next >= said_.words.size() || said_.words[next].span.begin > verdict.phrase.end + 1) return false;
    if (said_.is(next, {"the"}) && (said_.is(next + 1, Role::number) || said_.is(next + 1, {"remaining", "other", "others", "first", "second", "third", "last", "rest"}))) return false;
    return !(said_.is(next, Role::pronoun) || said_.is(next, Role::number) || said_.is(next, Role::adverb) || said_.is(next, Role::auxiliary) ||
             said_.is(next, {"them", "in", "on", "by", "within", "with", "for", "and", "but", "because", "although", "despite", "through", "against", "without", "during", "under", "or", "as", "at", "after", "before", "of", "to", "from"}));
  }

  static bool names_recommendations(const Said& said) {
    return std::any_of(said.words.begin(), said.words.end(), [](const Word& word) { return is_any(word.text, {"recommendation", "recommendations", "requirements", "actions", "improvements"}); });
  }

  // "the action on …", "weaknesses in …": a noun that is a request because of what stands before.
  const RequestMention* weak_mention(const Verdict& verdict) const {
    for (const RequestMention& mention : mentions_) {
      if (mention.strong || !linked(reading_, said_, mention, verdict)) continue;
      const RequestNoun* noun = reading_.lexicon.status_words().noun(reading_.document.text.folded(mention.noun));
      // "the action on …", "15 of the 18 actions", "one action": not "in some cases, actions"
      const std::size_t at = said_.word_at(mention.noun.begin);
      // "the training paragraphs": an article a word or two before
      const bool article = at > 1 && (said_.is(at - 2, {"the", "these", "those"}) || (at > 2 && said_.is(at - 3, {"the", "these", "those"}))) && !said_.is(at - 1, {"of", "to", "and", "in", "on", "for"});
      const bool definite = article || (at > 0 && (said_.is(at - 1, Role::number) || said_.is(at - 1, {"the", "these", "those", "both", "all", "each", "remaining", "agreed", "outstanding", "required", "other", "further"})));
      if (!definite || reading_.document.text.folded(mention.noun).find("plan") != std::string_view::npos) continue;
      if (noun != nullptr && (noun->ask || noun->follows)) return &mention;
    }
    return nullptr;
  }

  // "improvements in some service areas, in response to what inspectors found"
  bool in_some_areas() const {
    for (std::size_t i = 1; i + 1 < said_.words.size(); ++i)
      if (said_.is(i, {"some", "certain", "few"}) && (said_.is(i - 1, {"in", "found", "saw"}) || (said_.is(i, {"few"}) && i > 1 && said_.is(i - 2, {"in"}))))
        for (std::size_t k = i + 1; k < i + 4 && k < said_.words.size(); ++k)
          if (said_.is(k, {"areas", "aspects", "respects", "services"})) return true;
    return false;
  }

  // "While some have been addressed, others, such as …, continue to …"
  bool others_go_on(const Verdict& verdict) const {
    bool others = false;
    for (std::size_t k = said_.word_at(verdict.phrase.end); k < said_.words.size(); ++k) {
      others = others || said_.is(k, {"others"});
      if (others && (said_.is(k, Role::negation) || reading_.lexicon.status_words().state(said_.words[k].text) == "lasting")) return true;
    }
    return false;
  }

  // "addressed for most children, but not yet for those with disabilities"
  bool but_not_for_some(const Verdict& verdict) const {
    for (std::size_t k = said_.word_at(verdict.phrase.end); k + 2 < said_.words.size() && said_.words[k].span.begin < verdict.phrase.end + 90; ++k)
      if (said_.is(k, {"but"}) && said_.is(k + 1, {"not"}) && (said_.is(k + 2, {"for", "in", "at", "by", "all", "everywhere"}) || (said_.is(k + 2, {"yet"}) && said_.is(k + 3, {"for", "in", "at", "by", "all", "everywhere"})))) return true;
    return false;
  }

  // "has been implemented at 212 of the 260 crossings"
  bool in_some_places(const Verdict& verdict) const {
    if (!said_.is(said_.word_at(verdict.phrase.end), {"at", "in", "on", "across", "by"})) return false;
    const auto& quantities = reading_.layers.quantities;
    for (auto at = std::partition_point(quantities.begin(), quantities.end(), [&](const model::Quantity& quantity) { return quantity.span.begin < verdict.phrase.end; });
         at != quantities.end() && at->span.begin <= verdict.phrase.end + 14; ++at) {
      const model::Quantity& quantity = *at;
      if (quantity.kind == model::QuantityKind::share && quantity.count && quantity.total && *quantity.count < *quantity.total && quantity.span.begin < said_.span.end) return true;
    }
    return false;
  }

  bool excepted() const {
    for (std::size_t i = 0; i < said_.words.size(); ++i) {
      if (said_.is(i, {"exception"}) && i > 0 && said_.is(i - 1, {"the"}) && said_.is(i + 1, {"of"})) return true;
      if (said_.is(i, {"exception", "exceptions"}) && said_.is(i - (i > 0 ? 1 : 0), {"one", "two", "three", "few", "single", "exception"}) ) return true;
      if (said_.is(i, {"bar", "except"}) && (said_.is(i + 1, {"one", "two", "three", "for", "the", "as", "those", "a"}))) return true;
      if (said_.is(i, {"apart", "aside"}) && said_.is(i + 1, {"from"})) return true;
    }
    return false;
  }

  bool singular(Span noun) const {
    const std::string_view text = reading_.document.text.folded(noun);
    return !text.empty() && text.back() != 's' && text.rfind("areas", 0) != 0 && text.rfind("causes", 0) != 0;
  }

  void settle(Counted& counted, Verdict& verdict, const Found& found) {
    if (found.single && !counted.count && ordinal_subject(said_, verdict)) counted.count = 1;
    if (counted.count && !counted.of && found.size && *found.size >= *counted.count) counted.of = found.size;
    // "nine had been achieved": of the 28 that were named a little earlier
    if (counted.count && !counted.of)
      for (auto set = sets_.rbegin(); set != sets_.rend() && said_.index - set->sentence <= 5; ++set)
        if (set->size && *set->size >= *counted.count) { counted.of = set->size; break; }
    if (counted.share == model::Share::all && !counted.of && counted.count) counted.of = counted.count;
    if (counted.share == model::Share::all && counted.count && counted.of && *counted.count < *counted.of) counted.share = model::Share::none_given;   // "agreed with all five and has done two"
    if (counted.no_one && counted.count) { counted.of = counted.count; counted.count.reset(); }
    const bool good = verdict.value == StatusValue::met || verdict.value == StatusValue::almost_met;
    if (counted.not_all && (good || verdict.value == StatusValue::in_progress)) verdict.value = StatusValue::partly_met;
    // "has not yet addressed all the recommendations"
    if (verdict.value == StatusValue::not_met && !verdict.passive && counted.share == model::Share::all && !counted.count) { verdict.value = StatusValue::partly_met; counted.share = model::Share::none_given; }
    if (counted.minority && good) verdict.value = StatusValue::partly_met;
    if (counted.no_one && (good || verdict.value == StatusValue::in_progress)) verdict.value = verdict.full ? StatusValue::partly_met : StatusValue::not_met;
    if ((verdict.value == StatusValue::in_progress || (verdict.value == StatusValue::met && !counted.says_how_many())) && in_some_areas()) verdict.value = StatusValue::partly_met;
    if (verdict.value == StatusValue::met && !counted.says_how_many() && but_not_for_some(verdict)) verdict.value = StatusValue::partly_met;
    if (verdict.value == StatusValue::met && counted.share == model::Share::some && others_go_on(verdict)) verdict.value = StatusValue::partly_met;
    if (verdict.value == StatusValue::met && in_some_places(verdict)) verdict.value = StatusValue::partly_met;
    // "carried out every recommendation bar one", "with one exception"
    if (verdict.value == StatusValue::met && !counted.count && excepted()) { verdict.value = StatusValue::almost_met; if (counted.share == model::Share::all) counted.share = model::Share::almost_all; }
    // "In general, the agency implemented …"
    if (verdict.value == StatusValue::met && said_.words.size() > 2 && same_word(said_.words[0].text, "in") && is_any(said_.words[1].text, {"general", "essence", "substance"})) verdict.value = StatusValue::almost_met;
  }

  // Statements on one set share its number: the size tells sets apart, or where no size is known the place.
  std::int32_t set_of(const Counted& counted, const Found& found, const std::string& issuer) {
    if (set_ >= 0 && (!counted.of || sets_[static_cast<std::size_t>(set_)].size == counted.of)) return set_;
    for (std::size_t i = sets_.size(); i-- > 0;) {
      Set& set = sets_[i];
      const bool near = said_.index - set.sentence <= 5;
      const bool one_issuer = near || set.issuer.empty() || issuer.empty() || set.issuer == issuer;
      if (!one_issuer || !(counted.of ? set.size == counted.of : near && (found.before || found.single || found.size))) continue;
      set.sentence = said_.index;
      if (set.issuer.empty()) set.issuer = issuer;
      return set_ = static_cast<std::int32_t>(i);
    }
    if (!counted.count && !counted.rest) return -1;
    sets_.push_back({said_.index, counted.of, issuer});
    return set_ = static_cast<std::int32_t>(sets_.size()) - 1;
  }

  void add(const model::Match& match, const Verdict& verdict, const Counted& counted, const Found& found) {
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
    if (const model::Speech* speech = speech_at(reading_.layers, verdict.phrase.begin); speech != nullptr && speech->official) status.issuer = speech->issuer;
    if (const model::Name* name = name_in(reading_.layers, {at, until}, {model::NameKind::inspectorate}); name != nullptr && !name->generic && (found.before || status.issuer.empty())) status.issuer = name->canonical;
    status.asked = set_of(counted, found, status.issuer);
    status.weighs = counted.count ? *counted.count : counted.rest ? model::Status::rest : found.single ? 1 : 0;
    drafts_.statuses.push_back(std::move(status));
  }

  const Reading& reading_;
  model::Drafts& drafts_;
  std::vector<Refusal>* refusals_;
  std::vector<Set> sets_;
  std::vector<std::uint32_t> taken_;   // where figures stand that were taken as counts
  std::string_view match_rule_;
  Said said_;
  std::vector<RequestMention> mentions_;
  bool begun_ = false, any_ = false, percent_ = false;
  std::uint32_t from_ = 0, last_end_ = 0;
  std::uint32_t request_ = 0, last_request_ = 0;   // where the nouns of this statement and of the last one stand
  std::int32_t set_ = -1;
};

}  // namespace

void make_statuses(const Reading& reading, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  Walk walk(reading, drafts, refusals);
  for (const model::Match& match : reading.matches) {
    if (match.makes("fact") != "status") continue;
    const std::string_view how = match.makes("how");
    if (how == "row" || how == "cell" || how == "alone") read_grade(reading, match, drafts, refusals);
    else if (how != "raised") walk.read(match);
  }
  std::vector<bool> told(reading.layers.sentences.size()), asked_now(told.size());
  for (const model::Status& status : drafts.statuses) mark_told(reading, status.evidence.quote, told);
  for (const model::Recommendation& item : drafts.recommendations) mark_told(reading, item.text, asked_now);
  for (const model::Match& match : reading.matches)
    if (match.makes("fact") == "status" && match.makes("how") == "raised") read_state(reading, match, asked_now, told, drafts, refusals);
}

}  // namespace muster::facts
