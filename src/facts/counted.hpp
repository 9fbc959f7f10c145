// What a plain number counts, and whether those counted are a number of the workforce. Private to facts.
#pragma once

#include "claims.hpp"

namespace muster::facts {

// What a plain number counts, from the words after it: [first, last) of its noun; empty when it has none.
struct CountedNoun {
  std::size_t first = 0, last = 0;
  Population whose = Population::unknown;
  bool posts = false, fte = false, cases = false, teams = false;
};
[[nodiscard]] CountedNoun counted_by(const Words& words, const ClaimWords& lists, const Claim& claim);

// The staff counted were asked, or something befell them, or one person met them in turn: "three officers
// told us", "interviews with 12 nurses", "she had had five social workers". No number of the workforce.
[[nodiscard]] bool only_told_of(const Words& words, const ClaimWords& lists, const Claim& claim,
                                const CountedNoun& noun);

// "mentors", "auditor", "navigators": whether the word is shaped like what somebody does for a living; `many`: like
// several.
[[nodiscard]] bool occupation(const Words& words, const ClaimWords& lists, std::size_t i, bool many);

}   // namespace muster::facts
