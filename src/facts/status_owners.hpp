// Whose a request is. Private to status_*.cpp.
#pragma once

#include "facts/status.hpp"

namespace muster::facts {

// "the regulator's requirements", "the previous requirement": whose or when says that it was asked for.
[[nodiscard]] bool whose(const Said& said, std::size_t noun);
// "The CAG said its warnings …": the words are theirs
[[nodiscard]] bool their_own_words(const Said& said, std::size_t noun);
// "findings from the prior audit", "requirements of the previous inspection"
[[nodiscard]] bool left_by(const Said& said, std::size_t next);
// "actions relating to fire safety from the previous report"
[[nodiscard]] bool from_a_look(const Said& said, std::size_t next);
[[nodiscard]] bool left_by_one(const Said& said, std::size_t next);
// "We asked the school to make three improvements": a number of things that someone was told to do.
[[nodiscard]] bool told_to(const Said& said, std::size_t i);
// "the improvements sought by the coroner"
[[nodiscard]] bool asked_by(const Said& said, std::size_t next);
// "the commitments it made to this committee", "the assurances they gave us"
[[nodiscard]] bool promised_to(const Said& said, std::size_t next);
[[nodiscard]] bool promised_after(const Said& said, std::size_t next);
[[nodiscard]] bool made_them_judge(const Said& said, std::size_t next);
// "gaps that were cited in the prior audit", "points made in our last report": raised right behind the noun.
[[nodiscard]] bool raised_behind(const Said& said, std::size_t next);
// "Leaders have identified the areas for development": nobody asked them.
[[nodiscard]] bool found_by_themselves(const Said& said, std::size_t noun);
// "the coroner's call", "five of its asks", "the one 'should do'": a noun; "the coroner calls", "it asks": a verb.
[[nodiscard]] bool owned(const Said& said, std::size_t i);
// "plans are not monitored, although work is under way to rectify this shortfall": what the sentence itself has just
// found
[[nodiscard]] bool found_here(const Said& said, std::size_t noun);

// "the remedial steps in my letter of May 2019": a set that its own paper dates
[[nodiscard]] bool of_a_dated_paper(const Said& said, std::size_t next);

}   // namespace muster::facts
