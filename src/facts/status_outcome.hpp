// What came of a look whose findings a sentence names: "Learning from the audit has been used to …". Private to
// status*.cpp.
#pragma once

#include "facts/status.hpp"

namespace muster::facts {

// What the sentence says of the findings of an audit, a review or an inspection: that they were acted on, or not.
// Empty where it says nothing, says what is done as a habit, or only means to. Linear in the sentence's words.
[[nodiscard]] std::optional<Reply> outcome_in(const Said& said);

// Adds a statement where `outcome_in` finds one and none has been read yet. `asked_now`, `told`: by sentence.
void read_outcome(const Reading& reading, const model::Match& match, const std::vector<bool>& asked_now,
                  std::vector<bool>& told, model::Drafts& drafts, std::vector<Refusal>* refusals);

}   // namespace muster::facts
