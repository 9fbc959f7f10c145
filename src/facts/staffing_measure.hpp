// What a figure about staff measures in the end: what is counted, in which unit, and whether it is there or should be.
// Private to facts.
#pragma once

#include <vector>

#include "muster/model/facts.hpp"
#include "staffing_carry.hpp"

namespace muster::facts {

// Corrects metric, unit and role of `fact`, which claim `i` made: an establishment is a level that should be, so many
// nurses for so many patients a level that is. `last`: the fact before it in the document, or nullptr.
void settle_measure(const Reading& reading, const Words& words, const ClaimWords& lists,
                    const std::vector<Claim>& claims, std::size_t i, const Attached& held, const model::Staffing* last,
                    model::Staffing& fact);

}   // namespace muster::facts
