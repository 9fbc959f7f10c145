// "The yard must fence its pier": a clause around a modal, and who is behind it.
#include <algorithm>

#include "facts/asking.hpp"
#include "facts/listed.hpp"
#include "facts/recommendation_stated.hpp"

namespace muster::facts {

using model::Asking;

namespace {

bool improvement_subject(const Reading& reading, Span subject) {
  const std::vector<Word> words = words_of(reading.document, subject);
  return !words.empty() &&
         !is_any(words.front().text,
                 {"they",     "he",         "she",   "it",      "you",      "i",        "this",      "that",
                  "these",    "those",      "who",   "which",   "people",   "parents",  "residents", "anyone",
                  "everyone", "applicants", "users", "readers", "visitors", "patients", "customers", "members"});
}

// "Managers should make sure that …" in a letter of inspectors: an instruction to who answers for the service.
bool instructs(const Reading& reading, const Author& author, Span sentence, const Clause& clause,
               std::string_view strength, const std::vector<Word>& after) {
  std::size_t i = 0;
  while (i < after.size() &&
         is_any(after[i].text, {"now", "also", "therefore", "urgently", "immediately", "further", "not"}))
    ++i;
  if (i >= after.size() || !is_ask_verb(reading, after[i].text)) return false;
  // "I believe that inspectors should": the author's own report
  const std::vector<Word> lead =
      words_of(reading.document, {sentence.begin, std::max(sentence.begin, clause.subject.begin)});
  if (clause.reported && (lead.empty() || !is_any(lead.front().text, {"i", "we"}))) return false;
  // what happens after the inspection is no request of it
  const std::string_view asked = reading.document.text.folded(clause.span);
  for (const std::string_view next : {"action plan", "written statement", "proposed action"})
    if (find_words(asked, next) != std::string_view::npos) return false;
  if (is_any(after[i].text, {"send", "submit", "contact", "call", "read", "refer", "note"}) ||
      (strength != "must" && strength != "should"))
    return false;
  const std::vector<Word> subject = words_of(reading.document, clause.subject);
  if (subject.empty() || subject.size() > 12 || !improvement_subject(reading, clause.subject)) return false;
  if (author.argues) return !is_any(subject.front().text, {"we", "one", "readers"});
  return std::any_of(subject.begin(), subject.end(), [&](const Word& word) {
    return reading.lexicon.word_kinds().is(word.text, WordKind::responsible_noun);
  });
}

// "A state standard set in 2004 says", "The code, she wrote, says" is none: what no one asks of anybody now.
bool a_rule_says(const Reading& reading, Span lead) {
  const std::vector<Word> words = words_of(reading.document, lead);
  for (std::size_t i = 1; i < words.size() && i < 4; ++i)
    if (is_any(words[i].text, {"standard", "standards", "guideline", "guidelines", "law", "statute", "code", "bylaw"}))
      return is_any(words[0].text, {"a", "the"}) && (i + 1 == words.size() || !is_any(words[i + 1].text, {"commission",
                                                     "committee", "board", "agency", "authority", "inspectorate"}));
  return false;
}

// "The auditor made two recommendations": whose they are; the sentence behind says which.
Asker counted_requests(const Reading& reading, std::uint32_t sentence) {
  const Span said = reading.layers.sentences[sentence].span;
  const Words words(reading.document.text, Words::head_of(said), reading.lexicon.word_kinds());
  constexpr std::size_t reach = 9;   // "gave the service two areas for improvement"
  std::size_t verb = 1;
  while (verb < words.size() && verb < reach && !words[verb].mark &&
         !words.is(verb, {"made", "makes", "gave", "gives", "set", "sets", "listed", "lists", "issued", "issues"}))
    ++verb;
  if (verb >= words.size() || verb >= reach || words[verb].mark) return {};
  const Span subject = words.span_of(0, verb);
  const Standing standing = standing_of(reading, subject);
  if (!standing.overseer || standing.campaigner) return {};
  for (std::size_t i = verb + 1; i < words.size() && i < verb + reach; ++i)
    if (words.is(i, {"recommendation", "recommendations", "requirements", "requirement", "improvement"}) &&
        words.is_mark(i + 1, '.')) {
      Asker asker = asker_before(reading, subject);
      return {asker.issuer.empty() ? reading.document.text.string(subject) : asker.issuer, true, true};
    }
  return {};
}

// The sentence before stands in the same paragraph, or in the one before where "also" says that it goes on.
bool goes_on(const Reading& reading, std::uint32_t sentence, const std::vector<Word>& after) {
  const model::Sentence& last = reading.layers.sentences[sentence - 1];
  const std::uint32_t block = reading.layers.sentences[sentence].block;
  if (last.block == block) return true;
  const auto paragraph = [&](std::uint32_t at) {
    return reading.document.blocks[at].kind == model::BlockKind::paragraph;
  };
  return last.block + 1 == block && paragraph(last.block) && paragraph(block) && !after.empty() &&
         is_any(after.front().text, {"also"});
}

// "Under the notice", "Under a settlement with inspectors": by what who inspects has laid down.
bool under_an_order(const Reading& reading, Span lead) {
  const std::vector<Word> words = words_of(reading.document, lead);
  if (words.empty() || !is_any(words.front().text, {"under", "the"})) return false;
  for (std::size_t i = 1; i < words.size() && i < 6; ++i)
    if (is_any(words[i].text, {"notice", "order", "decree", "settlement", "direction", "undertaking"}))
      return same_word(words.front().text, "under");
  return false;
}

}   // namespace

void make_modal(const Reading& reading, const model::Match& match, const Author& author, model::Drafts& drafts,
                std::vector<Refusal>* refusals) {
  const model::Sentence& said = reading.layers.sentences[match.sentence];
  const Span modal = match.group("modal");
  if (said.span.end > modal.end && leads_on(reading, {modal.end, said.span.end}))
    return refuse(refusals, match, "a lead-in: its items stand below");
  if (is_question(reading.document, said.span)) return refuse(refusals, match, "a question");
  Clause clause = clause_around(reading, said.span, modal);
  if (clause.subordinate) return refuse(refusals, match, "the modal stands in a subordinate clause");
  // "The report said the home needed to …": past only because it is told of someone who asks; else a finding
  if (match.makes("past") == "yes" && (!clause.asker.official || !clause.reported))
    return refuse(refusals, match, "what was needed, asked by nobody");
  if (clause.subject.empty()) return refuse(refusals, match, "no subject before the modal");
  if (clause.reported && a_rule_says(reading, {said.span.begin, clause.span.begin}))
    return refuse(refusals, match, "a rule says so");
  // "Staffing remains a worry and this must improve": what "this" is stands in the words before
  if (const std::vector<Word> named = words_of(reading.document, clause.subject);
      named.size() == 1 && is_any(named.front().text, {"this", "that", "it", "these"}) &&
      clause.span.begin > said.span.begin) {
    const model::Speech* speech = speech_at(reading.layers, modal.begin);
    const std::uint32_t from = speech != nullptr ? std::max(said.span.begin, speech->said.begin) : said.span.begin;
    if (speech != nullptr && speech->quoted && from < clause.span.begin)
      clause.span = trimmed(reading.document, {from, clause.span.end}, "\"");
  }
  model::Recommendation item = start(reading, match);
  item.strength = strength_of(reading, reading.document.text.folded(modal));
  const std::vector<Word> after = words_of(reading.document, {modal.end, std::min(said.span.end, modal.end + 60)});
  const bool passive = !after.empty() && is_any(after.front().text, {"be", "not"});
  const bool strong = item.strength == "must" || item.strength == "should";

  // "Specifically, CMS should (1) …": an auditor's list, whoever says it
  const std::vector<Numbered> parts = enumerated(reading.document, {modal.end, said.span.end});
  if (parts.size() >= 2 && parts.front().text.begin - modal.end < 40) {
    item.addressee = addressee_of(reading, clause.subject);
    item.issuer = clause.asker.issuer;
    item.kind = clause.asker.known ? asking_of(clause.asker) : Asking::recommendation;
    item.confidence = model::Confidence::high;
    add_enumerated(reading, drafts, item, {modal.end, said.span.end});
    return;
  }
  const std::vector<Word> subject = words_of(reading.document, clause.subject);
  if (subject.empty()) return refuse(refusals, match, "no subject before the modal");   // marks alone: "-- must"
  if (clause.promised) {
    item.kind = Asking::commitment;
    const std::vector<Word> before = words_of(reading.document, {said.span.begin, clause.span.begin});
    // "Having read it the board agreed": the name before the verb
    for (std::size_t i = before.size(); i-- > 1;)
      if (promises(before[i].text)) {
        std::size_t from = i;
        while (from > 0 && i - from < 6 && !is_any(before[from].text, {"the", "a"})) --from;
        item.addressee = reading.document.text.string({before[from].span.begin, before[i - 1].span.end});
        break;
      }
    item.issuer = item.addressee;
    add_stated(reading, drafts, std::move(item), clause.span);
    return;
  }
  if (!clause.asker.known) {
    // The author's own voice: only right after someone's words, and only a plain "must".
    const std::uint32_t n = match.sentence;
    const model::Speech* before = nullptr;
    if (n > 0) {
      const Span last = reading.layers.sentences[n - 1].span;
      for (const model::Speech& speech : speeches_near(reading.layers, last)) {
        if (speech.said.overlaps(last) && speech.quoted && !speech.speaker_name.empty()) before = &speech;
      }
    }
    // "The regulator said the yard must …. It must also …": the same asker goes on
    const bool same = (subject.size() <= 3 && is_any(subject.front().text, {"it", "they"})) ||
                      (subject.size() <= 6 && is_any(subject.back().text, {"it", "they"}) &&
                       is_any(subject.front().text, {"by", "before", "within", "in"}));   // "By next March, it should"
    const bool other = strong && subject.size() <= 8 && !passive && improvement_subject(reading, clause.subject) &&
                       can_act(reading, addressee_of(reading, clause.subject));
    if (n > 0 && (same || other) && goes_on(reading, n, after) &&
        !drafts.recommendations.empty() &&
        reading.layers.sentences[n - 1].span.overlaps(drafts.recommendations.back().text) &&
        drafts.recommendations.back().kind == Asking::recommendation && !after.empty() &&
        (passive || is_ask_verb(reading, after.front().text) || is_any(after.front().text, {"also", "now"}))) {
      const model::Recommendation& last = drafts.recommendations.back();
      item.kind = last.kind;
      item.issuer = last.issuer;
      item.addressee = same ? last.addressee : addressee_of(reading, clause.subject);
      item.confidence = same ? model::Confidence::medium : model::Confidence::low;
      return add_stated(reading, drafts, std::move(item), clause.span);
    }
    // "The auditor made two recommendations. The yard should …"
    if (n > 0 && strong && (same || other) && reading.layers.sentences[n - 1].block == said.block && !after.empty() &&
        (passive || is_ask_verb(reading, after.front().text) || same_word(after.front().text, "have")))
      if (Asker asker = counted_requests(reading, n - 1); asker.known) {
        item.kind = Asking::recommendation;
        item.issuer = asker.issuer;
        item.addressee = same ? std::string{} : addressee_of(reading, clause.subject);
        item.confidence = model::Confidence::medium;
        return add_stated(reading, drafts, std::move(item), clause.span);
      }
    // "Under the notice, the yard must …"
    if (strong && speaks_of_oversight(reading) && under_an_order(reading, {said.span.begin, modal.begin})) {
      item.kind = Asking::recommendation;
      item.addressee = addressee_of(reading, clause.subject);
      return add_stated(reading, drafts, std::move(item), clause.span);
    }
    if ((author.inspects || (author.argues && speaks_of_services(reading)) ||
         (speaks_of_oversight(reading) && writes_as_overseer(reading))) &&
        instructs(reading, author, said.span, clause, item.strength, after)) {
      item.kind = Asking::recommendation;
      item.issuer = author.issuer;
      item.addressee = addressee_of(reading, clause.subject);
      return add_stated(reading, drafts, std::move(item), clause.span);
    }
    if (before == nullptr || item.strength != "must" || passive || !improvement_subject(reading, clause.subject) ||
        !speaks_of_oversight(reading))
      return refuse(refusals, match, "nobody is said to ask this");
    clause.asker = {before->issuer.empty() ? before->speaker_name : before->issuer, before->official, true};
    item.confidence = model::Confidence::low;
  }
  if (!clause.asker.official) {
    if (!speaks_of_failings(reading)) return refuse(refusals, match, "the document is not about inspection or inquiry");
    // "They need to close beds until they have the staff," the guild's president said
    const model::Speech* speech = speech_at(reading.layers, modal.begin);
    const bool they = same_word(subject.front().text, "they") && subject.size() == 1 && speech != nullptr &&
                      speech->quoted && !after.empty() && is_ask_verb(reading, after.front().text) &&
                      !answers_for_body(clause.asker.issuer) && speaks_of_oversight(reading);
    if (!strong && !they &&
        !is_any(subject.front().text, {"the", "all", "every", "each", "ministers", "councils", "government", "there"}))
      return refuse(refusals, match, "a weak word of someone who does not inspect");
    if (!they && !improvement_subject(reading, clause.subject)) return refuse(refusals, match, "no one is asked");
  } else if (is_any(subject.front().text, {"i", "you", "he", "she"})) {
    return refuse(refusals, match, "no one is asked");
  }
  item.kind = asking_of(clause.asker);
  if (item.kind == Asking::call && author.inspects) return refuse(refusals, match, "a remark that inspectors retell");
  item.issuer = clause.asker.issuer;
  if (clause.span.begin != said.span.begin && clause.reported)
    clause.span = trimmed(reading.document, clause.span, ".");
  const bool unnamed = clause.told.empty() && same_word(reading.document.text.folded(clause.subject), "they");
  if (!passive && !unnamed) item.addressee = addressee_of(reading, clause.told.empty() ? clause.subject : clause.told);
  add_stated(reading, drafts, std::move(item), clause.span);
}

}   // namespace muster::facts
