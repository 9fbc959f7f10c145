// What the sentence around a verdict says of whose it is. Private to status_find.cpp; all linear in the words they are
// given, but for takes_a_look, which holds a phrase against a few stems.
#pragma once

#include "facts/status.hpp"

namespace muster::facts {

[[nodiscard]] bool names_recommendations(const Said& said);
// "… should encourage ongoing work": what is asked now, or a verdict too far from the sentence's begin (far is no
// matter where a set of requests is counted).
[[nodiscard]] bool asks_now(const Said& said, const Verdict& verdict, bool of_a_set);
// "five of the 14 had not been corrected": the sentence that has named so many requests or faults, up to 30 sentences
// before. Linear in their figures.
[[nodiscard]] std::optional<Said> set_of_size(const Reading& reading, const Said& said, double size);
// "Of the inquiry's 64 recommendations, …": the set stands before the sentence's own subject.
[[nodiscard]] const RequestMention* fronted(const Reading& reading, const Said& said,
                                            const std::vector<RequestMention>& mentions);
// "… 19 and partially implemented eight of the 34 recommendations": the request that the verdicts behind `from` lead
// to, with nothing but counts and verdicts between; null if none. O(words).
[[nodiscard]] const RequestMention* named_behind(const Reading& reading, const Said& said,
                                                 const std::vector<RequestMention>& mentions, std::uint32_t from);
// "9 achieved, 4 partially achieved, 11 not achieved": three figures with grades, one of them short of done
[[nodiscard]] bool lists_grades(const Reading& reading, const Said& said);
[[nodiscard]] bool lists_progress(const Reading& reading, const Said& said);
[[nodiscard]] std::vector<RequestMention> named_in(const Reading& reading, const Said& said);
// Only what is delivered on, acted on or ignored is "the report" itself.
[[nodiscard]] bool sends_a_plan(const Said& said);
// The heading above, where it begins with the noun that "this" stands before.
[[nodiscard]] std::optional<std::string> named_by_heading(const Reading& reading, const Said& said, Span noun);
[[nodiscard]] bool takes_a_look(const Reading& reading, const RequestMention& look, const Verdict& verdict);
// "the exercise is yet to begin", "those repairs have been made": what was asked for by the name of the doing
[[nodiscard]] bool names_a_deed(const Said& said);
// "108 of the 120 investigations were started": what was counted is named, and is no request
[[nodiscard]] bool counts_other_things(const Reading& reading, const Said& said, const Counted& counted,
                                       const Verdict& verdict);
// "homes that did not meet minimum standards": the verdict's clause is about a thing that nobody asked for
[[nodiscard]] bool said_of_another(const Reading& reading, const Said& said, const Verdict& verdict);
// "the order to repair the road had been complied with", "honoured its pledge to": said of the duty itself
[[nodiscard]] bool keeps_it(const Reading& reading, const Said& said, const RequestMention& duty,
                            const Verdict& verdict);
// "had been corrected", "was not cleared": a verb of what an inspector cites, told as done or not done
[[nodiscard]] bool corrects(const Reading& reading, const Said& said, const Verdict& verdict);
// More than a short subject stands before the verdict.
[[nodiscard]] bool many_words_before(const Said& said, const Verdict& verdict);
// "An audit of referrals found …", "A peer review had identified …": not this inspection, not inspectors
[[nodiscard]] bool a_look_found(const Said& said);
// "while the other, on lifts, has …": a clause about a single one.
[[nodiscard]] bool one_of_them(const Said& said, std::uint32_t from, std::uint32_t until);

}   // namespace muster::facts
