// What a pattern can begin with, told from its text: lets a search look only where words begin. Knows
// the syntax that packs use; of anything else it says that it cannot tell.
#pragma once

#include <string>
#include <string_view>

namespace muster::rules {

// A pattern that begins with \b and after it always takes a letter or digit first: the \b is made \<,
// which finds the same places but tries only the beginnings of words. Any other pattern as it is.
[[nodiscard]] std::string from_word_begins(std::string pattern);

}  // namespace muster::rules
