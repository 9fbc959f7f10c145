// Requests in prose: which reader a rule's match belongs to, and what these readers share.
#include "facts/recommendation_stated.hpp"

#include <algorithm>

#include "facts/asking.hpp"
#include "facts/listed.hpp"

namespace muster::facts {

using model::Asking;

model::Recommendation start(const Reading& reading, const model::Match& match) {
  model::Recommendation item;
  item.evidence = evidence_of(reading, match.sentence, *match.rule);
  item.form = model::Form::stated;
  item.strength = made(reading, match, "strength");
  return item;
}

std::string strength_of(const Reading& reading, std::string_view modal) {
  return field_of(entry_of(reading, "ask_modals", modal), "kind");
}

// Every numbered part of `span` as an item of its own; false if there are none.
bool add_enumerated(const Reading& reading, model::Drafts& drafts, const model::Recommendation& like, Span span) {
  const std::vector<Numbered> items = enumerated(reading.document, span);
  if (items.empty()) return false;
  for (const Numbered& part : items) {
    model::Recommendation item = like;
    item.number = part.number;
    add_stated(reading, drafts, std::move(item), part.text);
  }
  return true;
}

// "We recommend the smaller pan", "users are urged to upgrade": somebody is advised, and nobody who inspects is named.
bool only_advice(const Reading& reading, Span sentence, const model::Recommendation& item, bool told) {
  if (item.kind != Asking::recommendation || (!item.issuer.empty() && !told) || speaks_of_oversight(reading))
    return false;
  const std::vector<Word> words = words_of(reading.document, sentence);
  if (std::any_of(words.begin(), words.end(),
                  [&](const Word& word) { return official_noun(reading, word.text) && !same_word(word.text, "we"); }))
    return false;
  const std::vector<Word> asked = words_of(reading.document, trimmed(reading.document, item.evidence.quote));
  const auto acts = [&](const Word& word) {
    return !is_any(word.text, {"all", "everyone", "head", "person", "home", "homes", "group", "state", "practice",
                               "club", "team", "bank", "company"}) &&
           (entry_of(reading, "actors", word.text) != nullptr ||
            (word.text.back() == 's' &&
             entry_of(reading, "actors", word.text.substr(0, word.text.size() - 1)) != nullptr));
  };
  return std::none_of(asked.begin(), asked.end(), acts);
}

// "ensure that:", "the Chief of Ferries:": nothing is asked before the list below begins.
bool leads_on(const Reading& reading, Span ask) {
  if (reading.document.text.folded_at(ask.end - 1) != ':') return false;
  const std::vector<Word> words = words_of(reading.document, ask);
  return words.empty() || is_any(words.back().text, {"that", "to", "should", "must", "shall", "following", "below"}) ||
         first_ask_verb(reading, ask).empty();
}

void make_stated(const Reading& reading, const model::Match& match, const Author& author, model::Drafts& drafts,
                 std::vector<Refusal>* refusals) {
  const std::string_view how = match.makes("how");
  if (how == "that") {
    const Span ask = without_tail(reading, trimmed(reading.document, match.group("ask"), ".\"'"));
    if (!enumerated(reading.document, ask).empty()) return make_that(reading, match, ask, drafts, refusals);
    for (const Span clause : that_clauses(reading, ask)) make_that(reading, match, clause, drafts, refusals);
    return;
  }
  if (how == "modal") return make_modal(reading, match, author, drafts, refusals);
  if (const Span ask = match.group("ask"); !ask.empty() && leads_on(reading, ask))
    return refuse(refusals, match, "a lead-in: its items stand below");
  make_named(reading, match, author, drafts, refusals);
}

}   // namespace muster::facts
