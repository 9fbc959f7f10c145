// How a figure without a metric of its own takes one: from the figure before it in the sentence, or from
// the sentence before. Private to facts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "anchors.hpp"

namespace muster::facts {

// The metric that a claim has, its unit, and the claim whose metric it took over (-1: its own).
struct Attached {
  const Anchor* anchor = nullptr;
  std::string unit;
  std::ptrdiff_t sibling = -1;
  std::string_view said = {};   // the metric that another claim makes of it; empty: the anchor's
  [[nodiscard]] std::string_view metric() const { return said.empty() && anchor != nullptr ? anchor->metric : said; }
};

[[nodiscard]] std::string unit_of(const Claim& claim, const Anchor& anchor, const CountedNoun& noun);

// What the sentence before spoke of, for one that goes on: "It is now 12%", "A few still hold 30".
struct Carried {
  std::optional<Anchor> anchor, rate;   // the last one, and the last that had a share of something
  std::uint32_t sentence = 0;
  std::string group, place;
};

// What a claim inherits when no metric word of its own is near: "… to 14%", "and 13.1% in …"; -1 if nothing.
[[nodiscard]] std::ptrdiff_t sibling_of(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims,
                                        const std::vector<Attached>& held, std::size_t i);

// "12 per cent for nurses, 9 for doctors": the claim is of the unit that the one before it was said in.
[[nodiscard]] bool leaves_unit_out(const Words& words, const ClaimWords& lists, const Claim& before,
                                   const Attached& held, const Claim& claim);

// "has fallen to 9%", "rose to 46": what was said before is the earlier value. Not where it is said of
// another place: "…, and on Ward 3 it dropped to 61%". `since`: the words since what was said before.
[[nodiscard]] bool changed_to(const Reading& reading, const Words& words, const ClaimWords& lists, const Claim& claim,
                              std::size_t since);

// The sentence begins as one that goes on about the last one; its first figure is at `figure`.
[[nodiscard]] bool goes_on(const Words& words, const ClaimWords& lists, std::size_t figure, std::string_view role);
[[nodiscard]] bool carries(const Words& words, const ClaimWords& lists, const Claim& claim, const Anchor& anchor);

}   // namespace muster::facts
