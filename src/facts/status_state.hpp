// How things stand where an earlier finding is named and no verdict. Private to status_*.cpp.
#pragma once

#include "facts/status.hpp"

namespace muster::facts {

// Where a sentence says that an earlier look raised a matter: the words of it, [first, last).
struct Raised {
  std::size_t first = 0, last = 0;
  bool by_itself = false;   // the sentence's own clause ("X was identified at …"), not a relative of a noun
};
[[nodiscard]] std::optional<Raised> raised_in(const StatusWords& lists, const Said& said);

struct State {
  bool better = false, good = false, bad = false, lasting = false, now = false;
  std::optional<std::size_t> word;   // the first that says so
  [[nodiscard]] std::optional<model::StatusValue> value() const {
    if ((bad || lasting) && better) return model::StatusValue::partly_met;
    if (bad || lasting) return model::StatusValue::not_met;
    if (good && (now || !better)) return model::StatusValue::met;
    if (better) return model::StatusValue::in_progress;
    return std::nullopt;
  }
};
// How things stand in the words [first, last).
[[nodiscard]] State state_of(const StatusWords& lists, const Said& said, std::size_t first, std::size_t last);
// "has not paid the sum we recommended": what the clause before the thing does with it.
[[nodiscard]] std::optional<model::StatusValue> done_before(const Said& said, std::size_t until, Span& phrase);
// "… has been overhauled", "… has not opened": what became of the thing.
[[nodiscard]] std::optional<model::StatusValue> done_after(const Said& said, std::size_t from, Span& phrase);

}   // namespace muster::facts
