// What weighs an answer to what was asked or found then. Private to status_then*.cpp; all linear in the words they are
// given.
#pragma once

#include "facts/status_then.hpp"

namespace muster::facts {

// What is only meant, said or feared says nothing of how things stand.
[[nodiscard]] bool meant(const Said& said, std::size_t first, std::size_t last);
// "called for 40 more officers; the force has found money for 18": fewer than were asked for
[[nodiscard]] std::optional<model::StatusValue> by_number(const Reading& reading, const Said& said, const Then& then,
                                                          const Said& now, std::size_t from);
// "on two of five wards", "to 4 of 27 ports": so for some
[[nodiscard]] bool for_some(const Reading& reading, const Said& said, std::size_t first, std::size_t last,
                            model::StatusValue value);
// "sent her the letter that we had required": the deed stands before what was asked for
[[nodiscard]] std::optional<Span> mended_before(const Said& said, const Then& then);
[[nodiscard]] std::optional<Span> deed_before(const Said& said, const Then& then);
// "found that too few were referred; the share has since fallen further"
[[nodiscard]] bool goes_the_wrong_way(const Said& said, const Then& then, const Said& now, std::size_t first);

}   // namespace muster::facts
