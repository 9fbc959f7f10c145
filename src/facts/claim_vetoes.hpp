// What a quantity looks like that claims nothing of anybody. Private to facts; read_claims asks. All O(words near).
#pragma once

#include <cstddef>

#include "claims.hpp"

namespace muster::facts {

// A semicolon or a question mark: what stands behind it is another matter.
[[nodiscard]] bool hard_stop(const Words& words, std::size_t i);

// By how much something changed, not how much there is: "rose by 12%", "a 72% increase".
[[nodiscard]] bool is_change(const Words& words, const ClaimWords& lists, const Claim& claim);

// "half way", "the second half", "third sector", "three in five years".
[[nodiscard]] bool is_no_fraction(const Words& words, const ClaimWords& lists, const Claim& claim);

// Only supposed or denied; `denied`: the first word that denies, or the sentence's size.
[[nodiscard]] bool is_unreal(const Words& words, const ClaimWords& lists, const Claim& claim, std::size_t denied);

// "the 16+ team", "a '21 Plus' service", "the 18+ nurse vacancy": an age, said of one thing.
[[nodiscard]] bool names_age_band(const Words& words, const ClaimWords& lists, const Claim& claim);

// "two years «before.»", "a year «earlier,»": how long ago, with nothing behind it that it would be before.
[[nodiscard]] bool says_when(const Words& words, std::size_t next);

}   // namespace muster::facts
