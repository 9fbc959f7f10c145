// What the files of judgement*.cpp share. Private to facts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/clauses.hpp"

namespace muster::facts {

[[nodiscard]] std::optional<int> number_of(const std::string& text);
// Scale and rank of a grade; the words of the CQC's scale are Ofsted's too, so the document decides.
void scale(const Reading& reading, model::Judgement& judgement, Span grade);

// The subject before `at`: back to the reporting words, a conjunction or the sentence's begin.
[[nodiscard]] Span area_before(const Reading& reading, Span sentence, std::uint32_t at);
[[nodiscard]] Span subject_before(const Reading& reading, Span sentence, std::uint32_t at);
[[nodiscard]] Span named_before(const Reading& reading, std::uint32_t sentence);
[[nodiscard]] bool whole_body(const Reading& reading, Span area);
[[nodiscard]] bool progress_of_body(const Reading& reading, Span sentence, std::uint32_t at);
// "2. Respect", and its grade alone in the block below: the area. Empty if none stands there.
[[nodiscard]] Span area_above(const Reading& reading, std::size_t block);
// One of the areas that inspectorates grade, by its words or its first words.
[[nodiscard]] bool graded_area(const Reading& reading, Span area);
// Without its number, mark and verb: "2.1 Adoption performance is".
[[nodiscard]] Span without_rest_below(const Reading& reading, Span area);
[[nodiscard]] Span bare_area(const Reading& reading, Span area);
// The heading that the first block below it answers; empty if the sentence stands elsewhere.
[[nodiscard]] Span heading_answered(const Reading& reading, std::uint32_t sentence);
[[nodiscard]] bool recalled(const Reading& reading, const model::Match& match, Span sentence, bool report);
[[nodiscard]] Span bare_subject(const Reading& reading, Span subject);

// The grades of one row of a table: an area each, under the names of its columns. Refuses rows of other tables.
void judge_row(const Reading& reading, const model::Match& match, model::Drafts& drafts,
               std::vector<Refusal>* refusals);
// The cells below a row of grades ("Outstanding | Good | Inadequate"): an area each.
void judge_grid(const Reading& reading, const model::Match& match, model::Drafts& drafts,
                std::vector<Refusal>* refusals);
// Whether the same was said already; adds it where not.
[[nodiscard]] bool said_already(const model::Drafts& drafts, const model::Judgement& judgement);

}  // namespace muster::facts
