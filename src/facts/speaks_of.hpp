// What a document speaks of, told from how many of its words begin as those of a list do (`subject_words`).
// One pass over the text, made once for a document.
#pragma once

#include "muster/facts/make.hpp"

namespace muster::facts {

// True when the document is about the work of inspectors and the like at all.
[[nodiscard]] bool speaks_of_oversight(const Reading& reading);
// True when it names the work of inspectors at least once: what a single sentence can show.
[[nodiscard]] bool mentions_oversight(const Reading& reading);
// True when it is about the people who work in public services: whether there are enough of them.
[[nodiscard]] bool speaks_of_staffing(const Reading& reading);
// True when it is about public services, and speaks of looks at them or of their staff at all: what a call needs.
[[nodiscard]] bool speaks_of_failings(const Reading& reading);
// False for pages about something else that happen to number people: a company's results, a product, software.
[[nodiscard]] bool speaks_of_services(const Reading& reading);
// True when it is about care homes or care at home and nobody cares unpaid: its carers are staff.
[[nodiscard]] bool pays_carers(const Reading& reading);
// The words that its claims are read with: as pays_carers says.
struct ClaimWords;
[[nodiscard]] const ClaimWords& claim_words(const Reading& reading);

}  // namespace muster::facts
