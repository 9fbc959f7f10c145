// Which claims a metric word can have. Private to facts; anchors.cpp weighs the rest.
#pragma once

#include <cstddef>

#include "anchors.hpp"

namespace muster::facts {

// Whether [a, b) and [c, d) share a word.
[[nodiscard]] inline bool overlaps(std::size_t a, std::size_t b, std::size_t c, std::size_t d) { return a < d && c < b; }

// Whether the claim may belong to the anchor, however far away it is. O(words between).
[[nodiscard]] bool suits(const Words& words, const ClaimWords& lists, const Claim& claim, const Anchor& anchor);

}   // namespace muster::facts
