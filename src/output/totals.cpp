#include "output/totals.hpp"

namespace muster::output {

Totals totals_of(const model::Record& record) {
  Totals totals;
  totals.documents = 1;
  totals.failed = record.failed ? 1 : 0;
  const model::Drafts& facts = record.facts;
  for (const model::Recommendation& fact : facts.recommendations) {
    if (!fact.repeats.empty()) continue;
    switch (fact.kind) {
      case model::Asking::recommendation: ++totals.recommendations; break;
      case model::Asking::call: ++totals.calls; break;
      case model::Asking::commitment: ++totals.commitments; break;
    }
    if (!fact.level.empty()) ++totals.priorities;
    for (const std::string& theme : fact.themes) ++totals.themes[theme];
  }
  totals.statuses = facts.statuses.size();
  totals.judgements = facts.judgements.size();
  totals.staffing = facts.staffing.size();
  totals.figures = facts.figures.size();
  for (const model::Tally& tally : facts.tallies) {
    for (const auto& [status, count] : tally.by_status) totals.by_status[status] += count;
    totals.made += tally.made.value_or(0);
  }
  if (facts.tallies.empty())
    for (const model::Status& fact : facts.statuses) totals.by_status[fact.status] += fact.count.value_or(1);
  for (const std::string& name : record.about.inspectorates) ++totals.inspectorates[name];
  return totals;
}

void Totals::add(const Totals& other) {
  documents += other.documents;
  failed += other.failed;
  recommendations += other.recommendations;
  calls += other.calls;
  commitments += other.commitments;
  priorities += other.priorities;
  statuses += other.statuses;
  judgements += other.judgements;
  staffing += other.staffing;
  figures += other.figures;
  made += other.made;
  for (const auto& [theme, count] : other.themes) themes[theme] += count;
  for (const auto& [status, count] : other.by_status) by_status[status] += count;
  for (const auto& [name, count] : other.inspectorates) inspectorates[name] += count;
}

}  // namespace muster::output
