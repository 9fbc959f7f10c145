// What the statuses add up to, per set of requests. The same statement said twice (headline, summary,
// body) counts once; a single request adds one only where the set still lacks it; "the rest" is what
// the others leave. A lone statement makes no tally.
#include <algorithm>
#include <cmath>
#include <set>
#include <map>

#include "reconcile/steps.hpp"

namespace muster::reconcile {
namespace {

using model::Status;
using model::Tally;

// Statements on one set: of one number where facts gave one, else of one size and issuer.
struct Sum {
  Tally tally;
  std::vector<std::int32_t> asked;
  std::size_t statements = 0;
};

bool same_set(const Sum& sum, const Status& status) {
  if (status.asked >= 0 && std::find(sum.asked.begin(), sum.asked.end(), status.asked) != sum.asked.end())
    return !status.of || !sum.tally.made || sum.tally.made == status.of;
  if (!status.of || sum.tally.made != status.of) return false;
  return sum.tally.issuer == status.issuer || sum.tally.issuer.empty() || status.issuer.empty();
}

void take(Sum& sum, const Status& status) {
  Tally& tally = sum.tally;
  if (tally.issuer.empty()) tally.issuer = status.issuer;
  if (!tally.made) tally.made = status.of;
  if (status.asked >= 0) sum.asked.push_back(status.asked);
  tally.evidence.push_back(status.evidence);
}

double counted(const Tally& tally) {
  double sum = 0;
  for (const auto& [status, count] : tally.by_status) sum += count;
  return sum;
}

}  // namespace

void tally(model::Record& record) {
  std::vector<Sum> sums;
  const auto find = [&](const Status& status) {
    return std::find_if(sums.begin(), sums.end(), [&](const Sum& sum) { return same_set(sum, status); });
  };
  for (const Status& status : record.facts.statuses) {
    if (!status.count || *status.count < 0 || (status.asked < 0 && !status.of)) continue;
    auto found = find(status);
    if (found == sums.end()) {
      sums.emplace_back();
      found = std::prev(sums.end());
    }
    take(*found, status);
    const auto held = found->tally.by_status.find(status.status);
    // Said again: evidence, but no second count. In one sentence the same number twice is two kinds
    // ("insufficient progress in two and no meaningful progress in two").
    const bool here = found->tally.evidence.size() > 1 &&
                      found->tally.evidence[found->tally.evidence.size() - 2].quote == status.evidence.quote;
    if (held != found->tally.by_status.end() && held->second == *status.count && !here) continue;
    const bool too_many = found->tally.made && counted(found->tally) + *status.count > *found->tally.made + 0.5;
    if (held != found->tally.by_status.end() && too_many) continue;
    found->tally.by_status[status.status] += *status.count;
    ++found->statements;
  }
  // "acted on all four, and three of them have been met": what is under way is what the others leave
  for (Sum& sum : sums) {
    std::map<model::StatusValue, double>& counts = sum.tally.by_status;
    const auto all = counts.find(model::StatusValue::in_progress);
    if (!sum.tally.made || all == counts.end() || all->second != *sum.tally.made || counts.size() < 2) continue;
    all->second = std::max(0.0, *sum.tally.made - (counted(sum.tally) - all->second));
    if (all->second == 0.0) counts.erase(all);
  }
  // Then the single requests and the rest, as far as the set has room for them.
  for (const Status& status : record.facts.statuses) {
    if (status.count || status.asked < 0 || status.weighs == 0) continue;
    const auto found = find(status);
    if (found == sums.end() || !found->tally.made) continue;
    const double left = *found->tally.made - counted(found->tally);
    const double adds = status.weighs == Status::rest ? left : status.weighs;
    if (adds <= 0 || adds > left + 0.5) continue;
    take(*found, status);
    found->tally.by_status[status.status] += adds;
    ++found->statements;
  }
  std::vector<Tally>& tallies = record.facts.tallies;
  for (Sum& sum : sums) {
    Tally& tally = sum.tally;
    if (sum.statements < 2) continue;
    tally.id = "t" + std::to_string(tallies.size() + 1);
    tally.accounted = counted(tally);
    if (tally.made) tally.consistent = std::abs(tally.accounted - *tally.made) < 0.5;
    // One sentence is one piece of evidence, however many statuses it gave.
    std::vector<model::Evidence> once;
    std::set<base::Span> quoted;
    for (model::Evidence& evidence : tally.evidence)
      if (quoted.insert(evidence.quote).second) once.push_back(std::move(evidence));
    tally.evidence = std::move(once);
    tally.confidence = tally.consistent == true ? model::Confidence::high : model::Confidence::medium;
    tallies.push_back(std::move(tally));
  }
}

}  // namespace muster::reconcile
