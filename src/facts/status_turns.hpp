// What stands before a verdict and turns it. Private to status_*.cpp.
#pragma once

#include "facts/status.hpp"

namespace muster::facts {

// What the words from the verdict back to its subject say.
struct Before {
  bool negative = false, full = false, almost = false, partly = false, being = false, plan = false, failing = false;
  bool passive = false, present = false, finite = false, gone = false, habit = false;
  std::uint32_t begin = 0;   // where the words that belong to the verdict begin
};

[[nodiscard]] bool ends_in(std::string_view word, std::initializer_list<std::string_view> endings);
[[nodiscard]] Before read_before(const Reading& reading, const Said& said, Span phrase, std::size_t at, bool noun);
// "has not ensured that recommendations are implemented"
[[nodiscard]] bool not_ensured(const Said& said, std::size_t at);
[[nodiscard]] bool ensured_in_part(const Said& said, std::size_t at);
// `falls_short`: the verdict says that it was not done, which "why" takes for a fact
[[nodiscard]] bool supposed(const Reading& reading, const Said& said, Span phrase, std::size_t at, bool finite_passive,
                            bool falls_short = false);
[[nodiscard]] bool no_evidence(const Said& said, std::size_t at);
[[nodiscard]] bool in_the_main(const Said& said, std::size_t at, std::size_t behind);
[[nodiscard]] bool found_then(const Said& said, std::size_t at);
// "…, but there is more to do", "although further work is needed": said from the word `behind` on. O(words).
[[nodiscard]] bool more_to_do(const Said& said, std::size_t behind);

// status_verdict_words.cpp: the verdict's own words, and what stands right behind them.
[[nodiscard]] model::StatusValue verdict_value(const Reading& reading, std::string_view form);
[[nodiscard]] bool with_a_noun_behind(const Said& said, std::size_t next, std::uint32_t end);
// "resulting in most of these being addressed": they have been
[[nodiscard]] bool brought_about(const Said& said, std::size_t at);
// "have not been tackled quickly enough": done, but late or by halves
[[nodiscard]] bool too_late(const Said& said, std::size_t behind);
// "in 2023", "last year", "at the last visit": the words from `i` on say when
[[nodiscard]] bool says_a_time(const Said& said, std::size_t i);
// "22 overdue, 13 not yet due": nothing but a mark, "and" or the end stands behind
[[nodiscard]] bool elliptic(const Said& said, std::size_t at, std::uint32_t end, std::string_view text);

}   // namespace muster::facts
