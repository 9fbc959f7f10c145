// What a figure beside a verdict counts. Private to status_counts.cpp; all linear in the words they are given.
#pragma once

#include "facts/status.hpp"

namespace muster::facts {

[[nodiscard]] bool whole_number(const Reading& reading, const model::Quantity& quantity);
// "five key safety recommendations", "31 (54%)": the figure that ends at `after` is one of requests.
[[nodiscard]] bool counts_requests(const Reading& reading, const Said& said, Span after, const Verdict& verdict);
// "recommendation 3", "14 May": a name or a date, not a number of things
[[nodiscard]] bool names_something(const Said& said, const model::Quantity& quantity);
// Between a verdict that acts ("had met") and the figure at `until`.
[[nodiscard]] bool leads_to_count(const Reading& reading, const Said& said, const Verdict& verdict,
                                  std::uint32_t until);
// A share in words and "of" stand before: "fewer than half of the".
[[nodiscard]] bool part_of(const Said& said, std::size_t number);
// "72 percent of our requests, or 54 of 75": the numbers of the share just named
[[nodiscard]] bool same_share(const Reading& reading, const model::Quantity& share, const model::Quantity& numbers);

}   // namespace muster::facts
