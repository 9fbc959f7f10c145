// Whether what was told of then is spoken of again. Private to status_then*.cpp; all linear in the words they are
// given, but for shared_words, which compares each word with each.
#pragma once

#include "facts/status_then.hpp"

namespace muster::facts {

// How many words of the matter both have, by their first letters; those in the subject count double.
[[nodiscard]] std::size_t shared_words(const Said& then, const Said& now);
// "It has one now", "There are still none": words that stand for the thing
[[nodiscard]] bool stands_for(const Said& said);
// "they are higher than they were", "the same", "as before"
[[nodiscard]] bool compares(const Said& said);
// "this time", "on this occasion": the look that is written about answers the one before
[[nodiscard]] bool at_this_time(const Said& said);
// Where the words begin that name the thing a relative clause at `first` is about.
[[nodiscard]] std::size_t thing_begin(const Said& said, std::size_t first);
// "called for a crossing": "the crossing opened"
[[nodiscard]] bool the_thing_again(const Said& said, const Then& then, const Said& next);
// "Figures show that they have not: …": that is all that is asked
[[nodiscard]] std::optional<Span> denies(const Said& next);

}   // namespace muster::facts
