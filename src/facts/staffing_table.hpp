// Tables of staffing: a column's head says what it measures, a row's first cell where or whose. Private to facts.
#pragma once

#include <vector>

#include "claims.hpp"

namespace muster::facts {

// The figure that a cell holds, if it holds nothing else ("16%", "41", "5.6 WTE"); nullptr if not.
[[nodiscard]] const model::Quantity* only_figure(const Reading& reading, Span cell);

// The figures of a table whose title, the sentence right above it, names the metric ("Agency rate, social workers"),
// while its columns say when, whose or of whom. Returns one past the last row, or 0 where the table is none of this
// kind. O(cells).
std::uint32_t read_titled_table(const Reading& reading, const ClaimWords& lists, std::uint32_t sentence,
                                const std::vector<const model::Match*>& matches, model::Drafts& drafts);

// Prose right above a table whose first column names what people are taught: "Module | Nurses | Doctors". O(its head).
[[nodiscard]] bool leads_to_modules(const Reading& reading, std::uint32_t sentence);

// "Total staff headcount (FTE) | 34.8", "Working days lost to sickness per head | 11.4": a row of a label and a figure
// whose unit the label says. False, and no fact, if the row is none of this kind. O(its words).
bool read_labelled_row(const Reading& reading, const ClaimWords& lists, std::uint32_t sentence,
                       const std::vector<const model::Match*>& matches, model::Drafts& drafts);

// The figures of all rows below a head that `matches` (of one table row) found columns in. Returns the
// sentence after the last row, or 0 where the row heads nothing. O(cells of the table).
std::uint32_t read_staffing_table(const Reading& reading, const ClaimWords& lists, std::uint32_t sentence,
                                  const std::vector<const model::Match*>& matches, model::Drafts& drafts);

// Lines of a label and figures ("Torrin 11.8%") under a title that names the metric: a fact each. Returns one past the
// last sentence of them, 0 if there are fewer than two. O(lines).
std::uint32_t read_staffing_lines(const Reading& reading, const ClaimWords& lists, std::uint32_t sentence,
                                  const model::Match& match, model::Drafts& drafts);

// The row that a table begins with, of a row of it. `seen` makes all rows of a document together linear.
struct TableSeen {
  std::uint32_t head = 0, last = 0xFFFFFFFF;
};
[[nodiscard]] std::uint32_t head_of_table(const Reading& reading, std::uint32_t sentence, TableSeen& seen);

// "Vacancy rate | 8% | 14%" under "Indicator | Target | Actual": the row's first cell names the metric, the columns say
// when, whose or what for. False, and no fact, if the row is none of this kind.
bool read_metric_row(const Reading& reading, const ClaimWords& lists, std::uint32_t head, std::uint32_t sentence,
                     const std::vector<const model::Match*>& matches, model::Drafts& drafts);

}   // namespace muster::facts
