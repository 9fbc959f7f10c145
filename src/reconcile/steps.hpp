// The steps of reconcile, in their order. Each works in place on the record's facts.
#pragma once

#include "muster/model/record.hpp"

namespace muster::reconcile {

void merge(model::Record& record);              // the same thing said by two rules: the more specific stays
void order(model::Record& record);              // by evidence, then place; draft indices follow
void give_ids(model::Drafts& drafts);           // r1 …, and pair_with becomes pair
void find_repeats(model::Record& record);       // items that say the same as an earlier one
void link(model::Record& record);               // statuses and the recommendations they speak of
void tally(model::Record& record);              // what the statuses add up to

}  // namespace muster::reconcile
