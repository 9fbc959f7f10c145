// What single words say of how things stand. Private to status_stance*.cpp; none looks at more than a few words.
#pragma once

#include <string>
#include <utility>

#include "facts/status_then.hpp"

namespace muster::facts {

// The kind of the lists `now_words` and `state_words`: "good", "begun", … or "".
[[nodiscard]] std::string kind_of(const StatusWords& lists, const Said& said, std::size_t i);
[[nodiscard]] bool past_participle(const Said& said, std::size_t i);
// "no delays": what a word of absence takes away
[[nodiscard]] bool takes_away_bad(const StatusWords& lists, const Said& said, std::size_t i, std::size_t last);
// "longer than they were": compared with then
[[nodiscard]] bool than_then(const Said& said, std::size_t i, std::size_t last);
// "higher than they were", "has halved": what more or less of it means (nullptr: nothing is compared), and in how
// many words it is said. `burden`: what is spoken of is better when there is less of it.
[[nodiscard]] std::pair<bool Stance::*, std::size_t> compared(const Said& said, std::size_t first, std::size_t i,
                                                              std::size_t last, bool burden);

}   // namespace muster::facts
