// Clauses beside the main one that tell of an earlier look. Private to status_then*.cpp.
#pragma once

#include "facts/status_then.hpp"

namespace muster::facts {

// Where the words end that belong to a relative clause or an "as we asked" with its verb at `verb`.
[[nodiscard]] std::size_t aside_end(const Reading& reading, const Said& said, std::size_t verb, bool commas);
// "the shortcomings found by the auditors"; "the guards called for in the bulletin of 2012", "the fence demanded by the
// coroner"
[[nodiscard]] std::optional<Then> participle(const Reading& reading, const Said& said, std::size_t i, bool asked,
                                             bool found);
// "as we asked", "which we called squalid", "the hall we called squalid": the rest of the sentence says how it stands
[[nodiscard]] std::optional<Then> relative(const Reading& reading, const Said& said, std::size_t i, std::size_t looker,
                                           bool asked);
// The same in the passive.
[[nodiscard]] std::optional<Then> passive_relative(const Reading& reading, const Said& said, std::size_t i, bool asked);

}   // namespace muster::facts
