// Formulas whose rule names what is asked: "called for …", "was told to …", "its recommendations include …".
#include <algorithm>

#include "facts/asking.hpp"
#include "facts/listed.hpp"
#include "facts/recommendation_stated.hpp"

namespace muster::facts {

using model::Asking;

namespace {

// The words between the quotation marks around a place of the sentence, or all of it.
Span between_quotes(const model::Document& document, Span sentence, std::uint32_t at) {
  const std::string_view text = document.text.folded();
  std::uint32_t open = 0, marks = 0;
  for (std::uint32_t i = sentence.begin; i < at + 1 && i < sentence.end; ++i)
    if (text[i] == '"') {
      open = i;
      ++marks;
    }
  if (marks % 2 == 0) return sentence;
  const std::size_t close = text.substr(0, sentence.end).find('"', at + 1);
  return {open + 1, close == std::string_view::npos ? sentence.end : static_cast<std::uint32_t>(close)};
}

// "It also urges …": the report or the watchdog that the sentence before is about.
Asker named_by_pronoun(const Reading& reading, std::uint32_t sentence, Span before) {
  const std::vector<Word> words = words_of(reading.document, before);
  if (sentence == 0 || words.empty() || words.size() > 3 || !is_any(words.front().text, {"it", "they"})) return {};
  const model::Sentence& last = reading.layers.sentences[sentence - 1];
  if (last.block + 1 < reading.layers.sentences[sentence].block) return {};
  const std::vector<Word> named = words_of(reading.document, last.span);
  constexpr std::size_t subject = 7;   // words; whoever is named later is no subject
  for (std::size_t i = 0; i < named.size() && i < subject; ++i)
    if (official_noun(reading, named[i].text) && !same_word(named[i].text, "we"))
      return asker_before(reading, {last.span.begin, named[i].span.end});
  return {};
}

}   // namespace

// The rest: the rule names the stretch ("ask"), who asks stands before or around it.
void make_named(const Reading& reading, const model::Match& match, const Author& author, model::Drafts& drafts,
                std::vector<Refusal>* refusals) {
  const Span sentence = reading.layers.sentences[match.sentence].span;
  if (is_question(reading.document, sentence)) return refuse(refusals, match, "a question");
  const Span group = match.group("ask");
  Span ask = without_tail(reading, trimmed(reading.document, group.empty() ? match.span : group, "\"'"));
  const bool whole = match.makes("text") == "sentence";
  const model::Speech* speech = speech_at(reading.layers, ask.begin);
  if (speech != nullptr && speech->said.end > ask.begin + 10) ask.end = std::min(ask.end, speech->said.end);
  if (whole) {
    ask = speech != nullptr && speech->quoted
              ? Span{std::max(sentence.begin, speech->said.begin), std::min(sentence.end, speech->said.end)}
              : between_quotes(reading.document, sentence, match.span.begin);
    ask = trimmed(reading.document, ask, "\"',");
  } else {
    ask = trimmed(reading.document, ask, ".,;");
  }
  if (words_of(reading.document, ask).size() < 3) return refuse(refusals, match, "too short to be a request");
  model::Recommendation item = start(reading, match);
  const Span by = match.group("by");
  Asker asker = asker_at(reading, sentence, by.empty() ? match.span.begin + (match.span.size() > 0 ? 1 : 0) : by.end);
  if (!by.empty()) {
    const bool we = is_any(reading.document.text.folded(trimmed(reading.document, by)), {"we", "i"});
    const Asker named = we && asker.known ? asker : asker_before(reading, by);
    if (named.known) asker = named;
  } else if (!asker.known && match.span.begin > sentence.begin) {
    asker = asker_before(reading, {sentence.begin, match.span.begin});
    if (!asker.known) asker = named_by_pronoun(reading, match.sentence, {sentence.begin, match.span.begin});
  }
  // "It also urged the creation of …": whoever the sentence before was about
  if (by.empty() && !asker.official && match.span.begin > sentence.begin) {
    const std::vector<Word> lead = words_of(reading.document, {sentence.begin, match.span.begin});
    if (!lead.empty() && lead.size() <= 3 && is_any(lead.front().text, {"it", "they"}))
      if (const Asker meant = behind_pronoun(reading, match.sentence, lead.front().span); meant.official) asker = meant;
  }
  // "Verhoeven again called on the department", "She is urging the minister": one whose title was given before
  if (by.empty() && !asker.official && match.span.begin > sentence.begin) {
    const std::vector<Word> lead = words_of(reading.document, {sentence.begin, match.span.begin});
    const bool short_lead = !lead.empty() && lead.size() <= 4;
    if (short_lead && is_any(lead.front().text, {"he", "she"})) {
      if (const Asker person = person_before(reading, lead.front().span.begin); person.official) asker = person;
    } else if (short_lead && lead.front().text.front() >= 'A' && lead.front().text.front() <= 'Z') {
      std::size_t last = 0;
      while (last + 1 < lead.size() && lead[last + 1].text.front() >= 'A' && lead[last + 1].text.front() <= 'Z') ++last;
      const Span who = lead.front().span.join(lead[last].span);
      if (official_title(reading.document.text.folded(who)) ||
          official_by_titles(reading, reading.document.text.folded(lead[last].span), who.begin))
        asker = {reading.document.text.string(who), true, true};
    }
  }
  const std::string kind = made(reading, match, "kind");
  if (match.makes("body") == "yes") {
    // only who answers for the body can promise: its chief executive, its spokesman, the body itself
    const std::string who = speech == nullptr ? std::string{} : plain(speech->speaker_name + " " + speech->issuer);
    if (!answers_for_body(who) || speech->official)
      return refuse(refusals, match, "the speaker does not answer for the body");
  }
  if (match.makes("official") == "yes" && !asker.official)
    return refuse(refusals, match, "no one who inspects says so");
  if (match.makes("oversight") == "yes" && !speaks_of_oversight(reading) && !standing_of(reading, sentence).overseer)
    return refuse(refusals, match, "the document is not about inspection or inquiry");
  // "We made four recommendations, including that …", over the list of all four
  if (match.makes("clause") == "yes" &&
      std::any_of(drafts.recommendations.begin(), drafts.recommendations.end(),
                  [](const model::Recommendation& one) { return one.form == model::Form::listed; }))
    return refuse(refusals, match, "the list of them stands elsewhere");
  // "The yard was told it must …": by inspectors only where the text is about them
  if (match.rule->id == "recommendation.told-it-must" && !speaks_of_oversight(reading))
    return refuse(refusals, match, "the document is not about inspection or inquiry");
  if (kind == "commitment") {
    item.kind = Asking::commitment;
  } else if (kind == "recommendation" || asker.official) {
    item.kind = Asking::recommendation;
  } else if (kind == "call" || asker.known) {
    item.kind = Asking::call;
  } else {
    return refuse(refusals, match, "nobody is said to ask this");
  }
  if (item.kind == Asking::call && author.inspects) return refuse(refusals, match, "a remark that inspectors retell");
  if (item.kind != Asking::recommendation && !speaks_of_failings(reading))
    return refuse(refusals, match, "the document is not about inspection or inquiry");
  item.issuer = asker.issuer;
  if (only_advice(reading, sentence, item, match.rule->id == "recommendation.told-to" && !asker.official))
    return refuse(refusals, match, "advice, and nobody inspects");
  if (const Span who = match.group("who"); !who.empty()) item.addressee = addressee_of(reading, who);
  // "including that the port hire a clerk": whom, and the deed
  if (const Span verb = match.makes("clause") == "yes" ? first_ask_verb(reading, ask) : Span{};
      !verb.empty() && verb.begin > ask.begin) {
    item.addressee = addressee_of(reading, {ask.begin, verb.begin});
  }
  add_stated(reading, drafts, std::move(item), ask);
}

}   // namespace muster::facts
