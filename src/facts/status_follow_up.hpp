// Deeds told beside statements on earlier requests: where a short text follows requests up, a sentence that says of a
// thing that it has been fitted, is being drafted or has yet to be built goes on about them. Private to status*.cpp.
#pragma once

#include "facts/status.hpp"

namespace muster::facts {

// How far the sentence says that a deed has come. Empty for plans, for what people did or suffered, and for what those
// who look did. Linear in the sentence's words.
[[nodiscard]] std::optional<Reply> deed_in(const Said& said);

// Adds the statements of the matches of rules that make `how = "follow-up"`, in their order. `asked_now`, `told`: by
// sentence, as for read_state.
void read_follow_up(const Reading& reading, const std::vector<bool>& asked_now, std::vector<bool>& told,
                    model::Drafts& drafts, std::vector<Refusal>* refusals);

}   // namespace muster::facts
