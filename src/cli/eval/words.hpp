// Texts as bags of words, and how much two of them share. What evaluation compares with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster::cli::eval {

// The words of a text, sorted, each as often as it stands there: runs of letters, and numbers with
// their points ("1,200" counts as "1200"), in lower case.
using Bag = std::vector<std::string>;
[[nodiscard]] Bag bag_of(std::string_view text);

// The harmonic mean of how much of each bag is in the other; 0 to 1. O(n + m).
[[nodiscard]] double token_f1(const Bag& a, const Bag& b);
// The same, but at least 0.85 where nearly all of the shorter text (of four words or more) stands in the
// longer one: one quote may be a sentence longer than the other.
[[nodiscard]] double overlap(const Bag& a, const Bag& b);

}  // namespace muster::cli::eval
