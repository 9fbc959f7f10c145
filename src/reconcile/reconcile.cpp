// The drafts of one document made final. Reads top to bottom.
#include "muster/reconcile/reconcile.hpp"

#include "reconcile/steps.hpp"

namespace muster::reconcile {

void reconcile(model::Record& record) {
  merge(record);
  order(record);
  give_ids(record.facts);
  find_repeats(record);
  link(record);
  tally(record);
}

}  // namespace muster::reconcile
