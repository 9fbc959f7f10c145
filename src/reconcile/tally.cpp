// What the statuses with counts add up to, per issuer and set. The same statement said twice (summary
// and body) counts once.
#include <algorithm>
#include <cmath>

#include "reconcile/steps.hpp"

namespace muster::reconcile {
namespace {

bool counted(const model::Status& status) { return status.count && *status.count >= 0; }

}  // namespace

void tally(model::Record& record) {
  std::vector<model::Tally>& tallies = record.facts.tallies;
  for (const model::Status& status : record.facts.statuses) {
    if (!counted(status) || !status.of) continue;
    auto found = std::find_if(tallies.begin(), tallies.end(), [&](const model::Tally& tally) {
      return tally.made == status.of && (tally.issuer == status.issuer || tally.issuer.empty() || status.issuer.empty());
    });
    if (found == tallies.end()) {
      model::Tally fresh;
      fresh.issuer = status.issuer;
      fresh.made = status.of;
      tallies.push_back(fresh);
      found = std::prev(tallies.end());
    }
    if (found->issuer.empty()) found->issuer = status.issuer;
    const auto held = found->by_status.find(status.status);
    if (held != found->by_status.end() && held->second == *status.count) {
      found->evidence.push_back(status.evidence);   // said again: evidence, but no second count
      continue;
    }
    found->by_status[status.status] += *status.count;
    found->evidence.push_back(status.evidence);
  }
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    model::Tally& tally = tallies[i];
    tally.id = "t" + std::to_string(i + 1);
    tally.accounted = 0;
    for (const auto& [status, count] : tally.by_status) tally.accounted += count;
    if (tally.made) tally.consistent = std::abs(tally.accounted - *tally.made) < 0.5;
    // One sentence is one piece of evidence, however many statuses it gave.
    std::vector<model::Evidence> once;
    for (model::Evidence& evidence : tally.evidence)
      if (std::none_of(once.begin(), once.end(), [&](const model::Evidence& other) { return other.quote == evidence.quote; })) once.push_back(std::move(evidence));
    tally.evidence = std::move(once);
    tally.confidence = tally.consistent == true ? model::Confidence::high : model::Confidence::medium;
  }
}

}  // namespace muster::reconcile
