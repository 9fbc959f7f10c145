// Who looked, in the clause of a verb of asking or finding. Private to status_then*.cpp.
#pragma once

#include "facts/status_then.hpp"

namespace muster::facts {

// Whose asking is by itself earlier than what is written about it.
[[nodiscard]] bool stands_apart(const Said& said, std::size_t i);
// Where the noun phrase of who looked begins.
[[nodiscard]] std::size_t phrase_begin(const Said& said, std::size_t looker);
// The word of who looked, before the verb at `verb` in its clause; words.size() if nobody did.
[[nodiscard]] std::size_t looker_before(const Said& said, std::size_t verb);
// A noun, or at least no word that only joins others.
[[nodiscard]] bool noun_like(const Said& said, std::size_t i);
// "We recommended a nurse and there still isn't one": it was then
[[nodiscard]] bool still_behind(const Said& said, std::size_t verb);
// "asked him to comment": asks for words, not for deeds
[[nodiscard]] bool asks_for_words(const Said& said, std::size_t verb);
[[nodiscard]] bool initials(std::string_view word);
// Who may be told what to do.
[[nodiscard]] bool names_a_body(const Said& said, std::size_t until);
// "dismayed the inspectors"
[[nodiscard]] bool moves_looker(const Said& said, std::size_t verb);
// "to be asked", "is called": told of no time
[[nodiscard]] bool not_told(const Said& said, std::size_t verb);
// "called for", not "called"
[[nodiscard]] bool wants(const Said& said, std::size_t verb);
// "said that staff must be trained"
[[nodiscard]] bool duty_behind(const Said& said, std::size_t verb);
// "was judged good overall"
[[nodiscard]] bool judged_good(const StatusWords& lists, const Said& said, std::size_t verb);
// "the protocol it called for"
[[nodiscard]] bool it_asked(const Said& said, std::size_t verb);
// "reported that no doors were locked": what is said of it is bad, or stands for what was said before
[[nodiscard]] bool says_bad(const StatusWords& lists, const Said& said, std::size_t verb, bool passive);

}   // namespace muster::facts
