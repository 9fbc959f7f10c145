// Statements on whether earlier requests have been carried out: a request, a verdict, and how many.
#include <algorithm>

#include "facts/status.hpp"

namespace muster::facts {
namespace {

using model::StatusValue;

bool closed_word(std::string_view word) {
  return is_any(word, {"the", "all", "of", "most", "some", "many", "our", "its", "their", "these", "those", "this", "that", "each", "every", "both", "any", "a", "an", "first", "second", "third", "fourth", "fifth", "last", "key", "main", "previous", "prior", "earlier",
                       "outstanding", "remaining", "majority", "number", "half", "only", "none", "on", "against", "with", "in", "towards", "addressing", "implementing", "meeting", "to", "safety", "audit", "audit's", "inspection", "inspection's", "inspectors'", "review's", "report's", "one", "two", "three", "four", "five", "six",
                       "seven", "eight", "nine", "ten", "eleven", "twelve", "few", "several", "almost", "nearly", "identified", "high-priority", "priority", "critical", "from", "for", "agreed", "accepted", "previously", "statutory", "made", "regarding", "such", "other", "past", "recent", "open", "delivering", "tackling", "relating", "since", "respect", "response"}) ||
         (word.size() > 2 && (word.substr(word.size() - 2) == "'s" || word.back() == '\'')) || (word.front() >= '0' && word.front() <= '9');
}

// Whether the verdict speaks of this request: it stands before as the subject, or right after as the object.
bool linked(const Reading& reading, const Said& said, const RequestMention& request, const Verdict& verdict) {
  const std::string_view text = reading.document.text.folded();
  if (request.noun.begin >= verdict.phrase.end) {
    for (const Word& word : said.words)
      if (word.span.begin >= verdict.phrase.end && word.span.end <= request.noun.begin && !closed_word(word.text)) return false;
    const std::string_view gap = text.substr(verdict.phrase.end, request.noun.begin - verdict.phrase.end);
    return gap.size() < 110 && gap.find(';') == std::string_view::npos;
  }
  if (request.span.end > verdict.phrase.begin) return false;
  // The subject's verb must be the verdict's: no other clause in between.
  bool verb = false, relative = false, joint = false;
  std::size_t count = 0;
  for (const Word& word : said.words) {
    if (word.span.begin < request.span.end) continue;
    if (word.span.begin >= verdict.phrase.begin) break;
    if (++count > 32) return false;
    if (is_any(word.text, {"that", "which", "who"})) { relative = true; continue; }
    if (is_any(word.text, {"and", "but", "although", "while", "because", "so"})) { joint = verb; continue; }
    const bool auxiliary = is_any(word.text, {"has", "have", "had", "is", "are", "was", "were", "remain", "remains", "been", "being", "will", "not"});
    if (auxiliary) {
      if (!relative) verb = true;
      joint = false;
      relative = false;
      continue;
    }
    if (joint && !is_auxiliary(word.text) && !is_any(word.text, {"only", "partly", "partially", "fully", "largely", "one", "two", "three", "four", "five", "six", "others", "some", "another", "ten", "progress"}) && !(word.text.front() >= '0' && word.text.front() <= '9')) return false;
  }
  const std::string_view gap = text.substr(request.span.end, verdict.phrase.begin - request.span.end);
  if (!verdict.passive && !verb) {
    // "the inspectors' recommendations in progress": adjectives of the scale may stand bare, verbs not
    return verdict.value == StatusValue::in_progress || verdict.value == StatusValue::partly_met || verdict.value == StatusValue::not_met || gap.find("complete") != std::string_view::npos;
  }
  return true;
}

bool anaphoric(const Said& said) {
  if (said.words.empty()) return false;
  std::size_t i = 0;
  while (i < said.words.size() && is_any(said.words[i].text, {"however", "but", "and", "today", "although", "unfortunately", "so", "yet", "of", "now", "overall", "in", "total", "since", "then"})) ++i;
  for (std::size_t k = i; k < said.words.size() && k < i + 4; ++k)
    if (is_any(said.words[k].text, {"this", "these", "they", "those", "it", "all", "both", "neither", "none", "most", "some", "others", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "half", "only"}) || (said.words[k].text.front() >= '0' && said.words[k].text.front() <= '9'))
      return true;
  // "HMICFRS said the remaining two were …"
  for (std::size_t k = i; k < said.words.size() && k < i + 8; ++k)
    if (is_any(said.words[k].text, {"remaining", "others", "rest", "remainder"})) return true;
  for (std::size_t k = i; k + 1 < said.words.size() && k < i + 6; ++k)
    if (is_any(said.words[k].text, {"that", "said", "found"}) && is_any(said.words[k + 1].text, {"these", "those", "all", "both", "none", "most", "some", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "only", "they"})) return true;
  return false;
}

// The sentence before that names the request, at most one (or, for counts, two) back in neighbouring blocks.
std::optional<Said> antecedent(const Reading& reading, const Said& said, std::size_t back) {
  const auto& sentences = reading.layers.sentences;
  for (std::size_t step = 1; step <= back && step <= said.index; ++step) {
    const std::uint32_t index = said.index - static_cast<std::uint32_t>(step);
    if (sentences[said.index].block > sentences[index].block + 1) break;
    const model::BlockKind kind = reading.document.blocks[sentences[index].block].kind;
    if (kind == model::BlockKind::heading || kind == model::BlockKind::title) break;
    Said before = read_sentence(reading, index);
    const std::vector<RequestMention> mentions = requests_in(reading, before);
    if (std::any_of(mentions.begin(), mentions.end(), [](const RequestMention& mention) { return mention.strong; })) {
      // what is asked now is no earlier request
      const bool now = std::any_of(before.words.begin(), before.words.end(), [](const Word& w) { return is_any(w.text, {"must", "should", "recommend", "recommends"}); });
      if (!now) return before;
    }
  }
  return std::nullopt;
}

std::string subject_of(const Reading& reading, const Said& said, const RequestMention& request, const Verdict& verdict) {
  const std::string_view text = reading.document.text.folded();
  std::uint32_t begin = request.noun.begin, end = request.noun.end;
  std::size_t at = 0;
  while (at < said.words.size() && said.words[at].span.begin < request.noun.begin) ++at;
  while (at > 0 && closed_word(said.words[at - 1].text) && said.words[at - 1].span.begin >= (request.noun.begin > verdict.phrase.end ? verdict.phrase.end : said.span.begin) &&
         text.substr(said.words[at - 1].span.end, begin - said.words[at - 1].span.end).find(',') == std::string_view::npos) {
    begin = said.words[--at].span.begin;
  }
  const std::uint32_t limit = request.noun.end <= verdict.phrase.begin ? verdict.phrase.begin : said.span.end;
  for (const Word& word : said.words) {
    if (word.span.begin < request.noun.end) continue;
    if (word.span.begin >= limit) break;
    if (is_any(word.text, {"has", "have", "had", "is", "are", "was", "were", "remain", "remains", "been", "will", "and", "but"})) break;
    const std::string_view gap = text.substr(end, word.span.begin - end);
    if (gap.find(',') != std::string_view::npos || gap.find(';') != std::string_view::npos || gap.find('.') != std::string_view::npos) break;
    end = word.span.end;
  }
  return reading.document.text.string(trimmed(reading.document, {begin, end}, ",;."));
}

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

bool vetoed(const Said& said) {
  for (std::size_t i = 0; i + 1 < said.words.size(); ++i) {
    const auto w = said.words[i].text;
    // "agreed with our recommendations and described the actions it had taken": an answer, not a finding
    if (is_any(w, {"concurred", "concur", "disagreed", "believes"})) return true;
    if (is_any(w, {"claims", "claimed", "insists", "insisted"}) && is_any(said.words[i + 1].text, {"that", "it", "they", "he", "she", "the", "all", "to"})) return true;
    if (same_word(w, "agreed") && is_any(said.words[i + 1].text, {"with", "to"})) return true;
  }
  return false;
}

void add(const Reading& reading, const model::Match& match, const Said& said, const Verdict& verdict, const Counted& counted, std::string subject,
         const std::optional<Said>& before, bool both, model::Drafts& drafts) {
  model::Status status;
  status.evidence = evidence_of(reading, said.index, *match.rule);
  if (both && before) status.evidence.quote = before->span.join(said.span);
  status.focus = verdict.phrase;
  status.status = verdict.value;
  status.phrase = reading.document.text.string(verdict.phrase);
  status.subject = std::move(subject);
  status.count = counted.count;
  status.of = counted.of;
  status.share = counted.share;
  status.confidence = before ? model::Confidence::medium : model::Confidence::high;
  const std::uint32_t at = before ? before->span.begin : said.span.begin;
  const std::uint32_t until = before ? before->span.end : said.span.end;
  if (const model::Speech* speech = speech_at(reading.layers, verdict.phrase.begin)) status.issuer = speech->issuer;
  if (const model::Name* name = name_in(reading.layers, {at, until}, {model::NameKind::inspectorate}); name != nullptr && !name->generic && (before || status.issuer.empty())) status.issuer = name->canonical;
  drafts.statuses.push_back(std::move(status));
}

void read_row(const Reading& reading, const model::Match& match, model::Drafts& drafts) {
  const Span grade = match.group("grade");
  const model::VocabEntry* entry = entry_of(reading.vocab, "status_scales", reading.document.text.folded(grade));
  const auto value = model::status_of(field_of(entry, "value"));
  if (!value) return;
  Said said = read_sentence(reading, match.sentence);
  Verdict verdict;
  verdict.value = *value;
  verdict.phrase = grade;
  add(reading, match, said, verdict, {}, reading.document.text.string(trimmed(reading.document, match.group("subject"), ":|-.\t")), std::nullopt, false, drafts);
}

}  // namespace

void make_statuses(const Reading& reading, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  std::uint32_t last_sentence = UINT32_MAX, last_end = 0;
  for (const model::Match& match : reading.matches) {
    if (match.makes("fact") != "status") continue;
    const std::string_view how = match.makes("how");
    if (how == "row") { read_row(reading, match, drafts); continue; }
    Said said = read_sentence(reading, match.sentence);
    if (is_question(reading.document, said.span)) { refuse(refusals, match, "a question"); continue; }
    if (vetoed(said)) { refuse(refusals, match, "an answer to the request, not a finding on it"); continue; }
    const Span phrase = match.group("verdict");
    Verdict verdict = read_verdict(reading, said, phrase);
    if (const auto fixed = model::status_of(match.makes("status")); fixed) {
      verdict = Verdict{*fixed, match.group("phrase").empty() ? match.span : match.group("phrase"), how != "fixed" && match.makes("voice") != "active", false, {}};
    }
    if (verdict.refused) { refuse(refusals, match, verdict.why); continue; }
    const std::uint32_t from = last_sentence == match.sentence ? last_end : said.span.begin;
    std::vector<RequestMention> mentions = requests_in(reading, said);
    const RequestMention* request = nullptr;
    for (const RequestMention& mention : mentions)
      if (mention.strong && linked(reading, said, mention, verdict) && (request == nullptr || mention.noun.begin < verdict.phrase.begin)) request = &mention;
    std::optional<Said> before;
    bool both = false;
    std::string subject;
    Counted counted = read_counts(reading, said, from, verdict);
    if (how == "fixed" && request == nullptr) {
      for (const RequestMention& mention : mentions) if (mention.strong) request = &mention;
    }
    if (request != nullptr) {
      subject = subject_of(reading, said, *request, verdict);
      if (counted.count && !counted.of) {
        const auto size = set_size(reading, said);
        if (size && *size > *counted.count) counted.of = size;
      }
    } else if (mentions.empty() && !asks_now(said, verdict) && (anaphoric(said) || (counted.count && !verdict.passive))) {
      before = antecedent(reading, said, counted.count ? 2 : 1);
      if (!before) { refuse(refusals, match, "no earlier request is spoken of"); continue; }
      const std::vector<RequestMention> named = requests_in(reading, *before);
      Verdict none;
      none.phrase = {before->span.end, before->span.end};
      subject = subject_of(reading, *before, named.front(), none);
      if (counted.count) {
        const auto size = set_size(reading, *before);
        if (size && *size >= *counted.count) counted.of = size;
      }
      both = !counted.count;
    } else {
      refuse(refusals, match, "no earlier request is spoken of");
      continue;
    }
    if (counted.share == model::Share::all && !counted.of && counted.count) counted.of = counted.count;
    if (counted.not_all) {
      if (verdict.value == StatusValue::met || verdict.value == StatusValue::in_progress) verdict.value = StatusValue::partly_met;
    }
    if (counted.no_one && (verdict.value == StatusValue::met || verdict.value == StatusValue::almost_met || verdict.value == StatusValue::in_progress)) verdict.value = StatusValue::not_met;
    // "In general, the agency implemented …"
    if (verdict.value == StatusValue::met && said.words.size() > 2 && same_word(said.words[0].text, "in") && is_any(said.words[1].text, {"general", "essence", "substance"})) verdict.value = StatusValue::almost_met;
    // One sentence says a thing once: of two words for it ("completed and closed") the first stands.
    const bool again = last_sentence == match.sentence && !drafts.statuses.empty() && drafts.statuses.back().status == verdict.value && drafts.statuses.back().count == counted.count &&
                       drafts.statuses.back().share == counted.share;
    if (again) { refuse(refusals, match, "said already in this sentence"); continue; }
    add(reading, match, said, verdict, counted, std::move(subject), before, both, drafts);
    last_sentence = match.sentence;
    last_end = phrase.empty() ? match.span.end : phrase.end;
  }
}

}  // namespace muster::facts
