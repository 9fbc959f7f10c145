// What the readers of requests in prose share. Private to facts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facts/recommendation.hpp"

namespace muster::facts {

// A request as the rule gives it: evidence, form, strength.
[[nodiscard]] model::Recommendation start(const Reading& reading, const model::Match& match);
[[nodiscard]] std::string strength_of(const Reading& reading, std::string_view modal);
[[nodiscard]] inline model::Asking asking_of(const Asker& asker) {
  return asker.official ? model::Asking::recommendation : model::Asking::call;
}
// Every numbered part of `span` as an item of its own; false if there are none.
bool add_enumerated(const Reading& reading, model::Drafts& drafts, const model::Recommendation& like, Span span);
// "We recommend the smaller pan": somebody is advised, and nobody who inspects is named.
[[nodiscard]] bool only_advice(const Reading& reading, Span sentence, const model::Recommendation& item,
                               bool told = false);
// "ensure that:": nothing is asked before the list below begins.
[[nodiscard]] bool leads_on(const Reading& reading, Span ask);

// The clauses behind "recommend that", each to be given to make_that.
[[nodiscard]] std::vector<Span> that_clauses(const Reading& reading, Span ask);
void make_that(const Reading& reading, const model::Match& match, Span ask, model::Drafts& drafts,
               std::vector<Refusal>* refusals);
// "The yard must …": the clause around a modal.
void make_modal(const Reading& reading, const model::Match& match, const Author& author, model::Drafts& drafts,
                std::vector<Refusal>* refusals);
// The rest: the rule names the stretch ("ask").
void make_named(const Reading& reading, const model::Match& match, const Author& author, model::Drafts& drafts,
                std::vector<Refusal>* refusals);

}   // namespace muster::facts
