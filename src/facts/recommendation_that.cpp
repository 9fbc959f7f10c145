// "The panel recommends that the yard fence its pier": each clause, whom it asks, and its deeds.
#include <algorithm>

#include "facts/asking.hpp"
#include "facts/listed.hpp"
#include "facts/recommendation_stated.hpp"

namespace muster::facts {

using model::Asking;

// "… that the council fence the weir, and that the police patrol it": every clause that asks.
std::vector<Span> that_clauses(const Reading& reading, Span ask) {
  std::vector<Span> clauses;
  const std::vector<Word> words = words_of(reading.document, ask);
  const auto asks = [&](Span part) {
    if (!first_ask_verb(reading, part).empty()) return true;
    const std::vector<Word> of = words_of(reading.document, part);
    return std::any_of(of.begin(), of.end(), [](const Word& word) {
      return is_any(word.text, {"should", "must", "be"});
    });
  };
  std::uint32_t begin = ask.begin;
  for (std::size_t i = 1; i + 3 < words.size(); ++i) {
    if (!same_word(words[i].text, "that")) continue;
    const bool joined = same_word(words[i - 1].text, "and");
    const std::size_t before = joined ? i - 1 : i;
    const std::string_view gap =
        before > 0 ? reading.document.text.folded({words[before - 1].span.end, words[before].span.begin})
                   : std::string_view{};
    const bool series =
        gap.find(',') != std::string_view::npos &&
        find_words(reading.document.text.folded({words[i].span.end, ask.end}), "and that") != std::string_view::npos;
    if (before == 0 || !(joined || series || gap.find(';') != std::string_view::npos)) continue;
    const Span part = trimmed(reading.document, {begin, words[before - 1].span.end}, ",;");
    if (!asks({words[i].span.end, ask.end}) || !asks(part)) continue;
    clauses.push_back(part);
    begin = words[i].span.end;
  }
  clauses.push_back(trimmed(reading.document, {begin, ask.end}, ",;"));
  return clauses;
}

// "We recommend that CMS (1) refund …": the name ends where the base verb or the first number stands.
void make_that(const Reading& reading, const model::Match& match, Span ask, model::Drafts& drafts,
               std::vector<Refusal>* refusals) {
  const Span sentence = reading.layers.sentences[match.sentence].span;
  if (ask.empty() || reading.document.text.folded_at(ask.end - 1) == ':') return;   // a lead-in: its items are listed
  model::Recommendation item = start(reading, match);
  item.confidence = model::Confidence::high;
  const Span lead{sentence.begin, match.group("verb").begin};
  const std::vector<Word> led = words_of(reading.document, lead);
  Asker asker = asker_before(reading, lead);
  // "He is now recommending that …"
  if (!led.empty() && led.size() < 5 && pronoun(led.front().text) && !is_any(led.front().text, {"we", "i"}))
    if (const Asker meant = behind_pronoun(reading, match.sentence, led.front().span); meant.known) asker = meant;
  item.issuer = asker.issuer;
  const Standing standing = standing_of(reading, {sentence.begin, match.group("verb").begin});
  const bool reviews = asker.official || !asker.known ||
                       (!standing.campaigner && speaks_of_oversight(reading) && can_act(reading, asker.issuer));
  item.kind = reviews ? Asking::recommendation : Asking::call;
  if (same_word(reading.document.text.folded({sentence.begin, std::min(sentence.end, sentence.begin + 3)}), "we "))
    item.kind = Asking::recommendation;
  // "Health officials recommend that everyone get a jab": advice to the public, in a text about nobody's oversight
  const std::vector<Word> asked = words_of(reading.document, {ask.begin, std::min(ask.end, ask.begin + 40)});
  if ((item.kind == Asking::call || !asker.official) && asker.known && !asked.empty() &&
      (!speaks_of_oversight(reading) || is_any(asked.front().text, {"everyone", "anyone", "people", "you", "adults",
                                                                    "residents", "drivers", "visitors", "parents"})))
    return refuse(refusals, match, "advice, not a request of who oversees");
  const Span verb = first_ask_verb(reading, ask);
  const std::vector<Numbered> parts = enumerated(reading.document, ask);
  const std::uint32_t name_end = [&] {
    std::uint32_t end = verb.empty() ? ask.begin : verb.begin;
    if (!parts.empty()) end = verb.empty() ? parts.front().text.begin : std::min(end, parts.front().text.begin);
    return end;
  }();
  Span who = trimmed(reading.document, {ask.begin, name_end}, ",:(");
  const std::vector<Word> words = words_of(reading.document, who);
  bool modal = false;
  for (const Word& word : words)
    if (is_any(word.text, {"should", "must"})) {
      who.end = word.span.begin;
      modal = true;
      break;
    }
  // the number of a list is no part of the name: "CMS (1)"
  if (!parts.empty()) {
    const std::size_t mark = reading.document.text.folded(who).rfind('(');
    const auto text_of = reading.document.text.folded(who);
    if (mark != std::string_view::npos && mark + 1 < text_of.size() && text_of.size() - mark <= 5 &&
        (text_of[mark + 1] == 'a' || (text_of[mark + 1] >= '0' && text_of[mark + 1] <= '9')))
      who.end = who.begin + static_cast<std::uint32_t>(mark);
  }
  who = trimmed(reading.document, who, ",:(");
  if (!who.empty() && (!verb.empty() || !parts.empty())) item.addressee = addressee_of(reading, who);
  if (item.addressee.empty() && !who.empty() && (!verb.empty() || !parts.empty()) && who.size() < 220)
    item.addressee = reading.document.text.string(who);
  // "…, and that it report yearly": whoever the clause before has named
  if (is_any(item.addressee, {"it", "they"})) {
    item.addressee.clear();
    if (!drafts.recommendations.empty() && drafts.recommendations.back().evidence.quote == item.evidence.quote)
      item.addressee = drafts.recommendations.back().addressee;
  }
  if (only_advice(reading, sentence, item)) return refuse(refusals, match, "advice, and nobody inspects");
  if (add_enumerated(reading, drafts, item, ask)) {
    // A list that goes on in paragraphs of its own: "(2) submit …,"
    for (std::size_t next = reading.layers.sentences[match.sentence].block + 1; next < reading.document.blocks.size();
         ++next) {
      const model::Block& block = reading.document.blocks[next];
      if (!block.readable() || block.kind == model::BlockKind::heading || block.kind == model::BlockKind::title) break;
      const std::string_view text = reading.document.text.folded(block.span);
      if (text.size() < 4 || text[0] != '(' || text[1] < '0' || text[1] > '9') break;
      if (!add_enumerated(reading, drafts, item, block.span)) break;
    }
    return;
  }
  Span text = verb.empty() || modal ? ask : Span{verb.begin, ask.end};
  // "continue to work with …, and to improve …": two requests of one verb
  if (!verb.empty() && same_word(reading.document.text.folded(verb), "continue")) {
    const std::vector<Word> all = words_of(reading.document, text);
    for (std::size_t i = 2; i + 2 < all.size(); ++i) {
      if (!same_word(all[i].text, "and") || !same_word(all[i + 1].text, "to") || !is_ask_verb(reading, all[i + 2].text))
        continue;
      add_stated(reading, drafts, item, trimmed(reading.document, {text.begin, all[i].span.begin}, ","));
      add_stated(reading, drafts, item, {all[i + 2].span.begin, text.end});
      return;
    }
  }
  // What one subject is asked to do is one request, however many verbs it takes.
  add_stated(reading, drafts, std::move(item), text);
}

}   // namespace muster::facts
