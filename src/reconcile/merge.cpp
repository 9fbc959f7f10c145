// Two rules may read one thing. What stands in the same place is one fact: the surer one stays, then
// the one that takes more of the sentence, then the rule whose id comes first.
#include <algorithm>
#include <cstddef>
#include <vector>

#include "reconcile/steps.hpp"

namespace muster::reconcile {
namespace {

using model::Recommendation;

// The bulk of the shorter one lies in the other.
bool same_place(base::Span a, base::Span b) {
  if (!a.overlaps(b)) return false;
  const std::uint32_t shared = std::min(a.end, b.end) - std::max(a.begin, b.begin);
  return 2 * shared > std::min(a.size(), b.size());
}

bool surer(const Recommendation& a, const Recommendation& b) {
  if (a.form != b.form) return a.form == model::Form::listed;
  if (a.confidence != b.confidence) return a.confidence < b.confidence;
  if (a.text.size() != b.text.size()) return a.text.size() > b.text.size();
  return a.evidence.rule < b.evidence.rule;
}

}  // namespace

void merge(model::Record& record) {
  std::vector<Recommendation>& items = record.facts.recommendations;
  std::stable_sort(items.begin(), items.end(),
                   [](const Recommendation& a, const Recommendation& b) { return a.text.begin < b.text.begin; });
  std::vector<Recommendation> kept;
  kept.reserve(items.size());
  for (Recommendation& item : items) {
    // Sorted by begin, items rarely overlap more than their neighbours: look back a little.
    bool lost = false;
    const std::size_t from = kept.size() > 8 ? kept.size() - 8 : 0;
    for (std::size_t i = from; i < kept.size() && !lost; ++i) {
      if (!same_place(kept[i].text, item.text)) continue;
      if (surer(item, kept[i])) kept[i] = item;
      lost = true;
    }
    if (!lost) kept.push_back(std::move(item));
  }
  items = std::move(kept);

  std::vector<model::Status>& statuses = record.facts.statuses;
  std::vector<model::Status> stay;
  for (model::Status& status : statuses) {
    // In order of their sentences: what ends before this one begins has nothing after it that overlaps.
    const auto before = std::find_if(stay.rbegin(), stay.rend(), [&](const model::Status& other) {
      return other.evidence.quote.end <= status.evidence.quote.begin;
    });
    const bool twice = std::any_of(stay.rbegin(), before, [&](const model::Status& other) {
      return other.focus.overlaps(status.focus) || (other.evidence.quote.overlaps(status.evidence.quote) &&
                                                    other.status == status.status && other.count == status.count);
    });
    // Two words on one thing in one sentence, without counts that tell them apart: the first says it.
    if (!twice) stay.push_back(std::move(status));
  }
  statuses = std::move(stay);
}

}  // namespace muster::reconcile
