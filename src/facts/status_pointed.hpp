// Words that point back to one of the requests named before: "the second priority", "another of the 2018 measures",
// "that action", "Her third, that a doctor be present, …". Private to status*.cpp.
#pragma once

#include "facts/status.hpp"

namespace muster::facts {

// The words [first, last) that point back.
struct Pointer {
  std::size_t first = 0, last = 0;
};
[[nodiscard]] std::optional<Pointer> pointer_in(const Said& said);   // linear in the words
// Some sentences before tell of earlier requests, or a statement on them has been read there.
[[nodiscard]] bool requests_near(const Reading& reading, const model::Drafts& drafts, std::uint32_t sentence);

// How things stand with what a sentence points back to, where nothing has been read of it yet.
void read_pointed(const Reading& reading, const model::Match& match, const std::vector<bool>& asked_now,
                  std::vector<bool>& told, model::Drafts& drafts, std::vector<Refusal>* refusals);

}   // namespace muster::facts
