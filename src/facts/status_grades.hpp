// Grades in a table's cells. Private to status_grade*.cpp.
#pragma once

#include "facts/status.hpp"

namespace muster::facts {

// "Yes", "No" under "Implemented?"; folded and lower case.
[[nodiscard]] std::optional<model::StatusValue> answer(std::string_view said);
// Whether the grade stands under a column of statuses; the cell of what was asked goes to `subject`.
[[nodiscard]] bool under_status(const Reading& reading, std::size_t block, Span grade, bool yes_or_no, Span& subject);
// The heading over a block, or what stands between it and the first line below, says that the lines are what was asked
// for or found wanting, and how far each has come. So many headings above are read.
[[nodiscard]] bool lists_followed_up(const Reading& reading, std::size_t block, std::size_t headings = 3);
// "Achieved", "Not achieved", each on a line of its own over a list: the grade of every item below it.
[[nodiscard]] bool heads_items(const Reading& reading, std::size_t block);
void read_items_below(const Reading& reading, const model::Match& match, model::StatusValue value,
                      model::Drafts& drafts);
// What the table's key says that a colour stands for.
[[nodiscard]] std::optional<model::StatusValue> colour(const Reading& reading, std::size_t row, std::string_view name);

}   // namespace muster::facts
