#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include "reconcile/steps.hpp"

namespace muster::reconcile {
namespace {

template <class Fact>
bool earlier(const Fact& a, const Fact& b) {
  if (a.evidence.quote != b.evidence.quote) return a.evidence.quote < b.evidence.quote;
  return a.focus < b.focus;
}

template <class Fact>
void sort(std::vector<Fact>& facts) {
  std::stable_sort(facts.begin(), facts.end(), earlier<Fact>);
}

template <class Fact>
void number(std::vector<Fact>& facts, char letter) {
  for (std::size_t i = 0; i < facts.size(); ++i) facts[i].id = letter + std::to_string(i + 1);
}

}  // namespace

void order(model::Record& record) {
  model::Drafts& facts = record.facts;
  std::stable_sort(facts.recommendations.begin(), facts.recommendations.end(), [](const auto& a, const auto& b) {
    return a.evidence.quote != b.evidence.quote ? a.evidence.quote < b.evidence.quote : a.text < b.text;
  });
  sort(facts.statuses);
  sort(facts.responses);
  sort(facts.judgements);
  std::stable_sort(facts.figures.begin(), facts.figures.end(), [](const auto& a, const auto& b) {
    return a.evidence.quote != b.evidence.quote ? a.evidence.quote < b.evidence.quote : a.number < b.number;
  });
  // pair_with is an index among the drafts: it moves with them.
  std::vector<std::size_t> places(facts.staffing.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
    const model::Staffing &x = facts.staffing[a], &y = facts.staffing[b];
    return x.evidence.quote != y.evidence.quote ? x.evidence.quote < y.evidence.quote : x.number < y.number;
  });
  std::vector<std::int32_t> moved(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) moved[places[i]] = static_cast<std::int32_t>(i);
  std::vector<model::Staffing> sorted;
  sorted.reserve(places.size());
  for (const std::size_t place : places) sorted.push_back(std::move(facts.staffing[place]));
  for (model::Staffing& staffing : sorted) {
    if (staffing.pair_with >= 0 && static_cast<std::size_t>(staffing.pair_with) < moved.size())
      staffing.pair_with = moved[static_cast<std::size_t>(staffing.pair_with)];
    else staffing.pair_with = -1;
  }
  facts.staffing = std::move(sorted);
}

void give_ids(model::Drafts& facts) {
  number(facts.recommendations, 'r');
  number(facts.statuses, 's');
  number(facts.responses, 'p');
  number(facts.judgements, 'j');
  number(facts.staffing, 'm');
  number(facts.figures, 'f');
  for (model::Staffing& staffing : facts.staffing)
    if (staffing.pair_with >= 0) staffing.pair = facts.staffing[static_cast<std::size_t>(staffing.pair_with)].id;
}

}  // namespace muster::reconcile
