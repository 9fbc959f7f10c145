// The words that go with a staffing figure: the group, the place, the time. Private to facts.
#pragma once

#include <string>

#include "anchors.hpp"

namespace muster::facts {

[[nodiscard]] std::string group_words(const Words& words, const ClaimWords& lists, const Claim& claim, const Anchor& anchor);
[[nodiscard]] std::string place_words(const Reading& reading, const Words& words, const ClaimWords& lists, const Claim& claim,
                                      const Anchor& anchor, std::size_t limit, std::size_t floor);
// The team that the passage is about where word `claim` of sentence `now` stands: named in up to three sentences before it in
// its paragraph, else by the heading; "" if there is none or the sentence speaks of another.
[[nodiscard]] std::string place_before(const Reading& reading, const ClaimWords& lists, std::uint32_t sentence, const Words& now, std::size_t claim);
// The date words nearest to the claim, after it before the next claim, else before it.
[[nodiscard]] std::string when_words(const Reading& reading, const Words& words, const ClaimWords& lists,
                                     const std::vector<Claim>& claims, std::size_t index);

}  // namespace muster::facts
