// A pattern -> words of which a sentence must hold some for it to match there: "one of implement*, complet*" and
// "recommendations". A sentence that lacks all words of one need is not read by the rule. Follows from the pattern
// alone and is never wrong about a match; a pattern of unknown syntax has no needs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster::rules {

// Words in lower case, any one of which will do; "implement*" may go on. Each begins where a word begins.
using Need = std::vector<std::string>;

// The rarest first, at most six, none that nearly every sentence meets. Proportional to the pattern.
[[nodiscard]] std::vector<Need> needs_of(std::string_view pattern);

// Words of which a text must hold one for the pattern to match in it: its rarest need, however common; empty if there
// is none.
[[nodiscard]] Need need_of(std::string_view pattern);

// How likely a sentence is to hold one of the words, by their lengths: 0 to 1 and above.
[[nodiscard]] double commonness(const Need& need);

}  // namespace muster::rules
