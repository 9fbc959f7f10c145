// The drafts of one document -> its final facts: merged, linked, tallied, sorted, with ids.
#pragma once

#include "muster/model/match.hpp"
#include "muster/model/record.hpp"

namespace muster::reconcile {

// In place on record.facts. Deterministic. Does not look at any other document.
void reconcile(model::Record& record);

}  // namespace muster::reconcile
