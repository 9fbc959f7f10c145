// Shares whose whole stands apart: "Of the 48 files tested, 21 were complete and 25 were not";
// "$3 million of the $4 million". Private to facts.
#pragma once

#include "claims.hpp"

namespace muster::facts {

// The match's rule names the whole by its group `total`; the parts are the numbers after it (makes
// of = "counts") or its group `part` (of = "money").
void add_shares(const Reading& reading, const model::Match& match, const Words& words, const ClaimWords& lists,
                model::Drafts& drafts);

}   // namespace muster::facts
