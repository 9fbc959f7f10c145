// A number of how many there should be that has no measure of its own takes that of the number it stands beside: "two
// carers on duty instead of the three it said were needed". That both are levels then is told of facts, in
// level_with_wanted.
#include <algorithm>

#include "staffing_joined.hpp"

namespace muster::facts {
namespace {

using model::QuantityKind;

constexpr std::size_t furthest = 24;   // words between the two
constexpr std::size_t reach = 4;   // claims

bool of_people(const Attached& held) {
  return held.anchor != nullptr && ((held.metric() == "headcount" || held.metric() == "staffing_level") &&
                                    (held.unit == "people" || held.unit == "posts" || held.unit == "fte"));
}

bool bare(const Words& words, const CountedNoun& noun) {
  for (std::size_t k = noun.first; k < noun.last; ++k)   // "the 106 authorized"
    if (!(words.is(k, {WordKind::funded_adjective, WordKind::needed_adjective}) || words.is(k, "rostered")))
      return false;
  return true;
}

}   // namespace

void join_wanted(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims,
                 const std::vector<Base>& bases, std::vector<Attached>& held) {
  for (std::size_t j = 0; j < claims.size(); ++j) {
    const bool gap_told = held[j].anchor != nullptr &&
                          held[j].metric() == "vacancy";   // "212 officers, 18 below the establishment of 230"
    if (claims[j].role != "target" || claims[j].kind != QuantityKind::count ||
        !(held[j].anchor == nullptr || gap_told) || comes(words, lists, claims[j]))
      continue;
    const CountedNoun wanted = counted_by(words, lists, claims[j]);
    if (!bare(words, wanted) && wanted.whose != Population::staff) continue;
    std::ptrdiff_t best = -1;   // the nearest number of staff in the sentence, what stands before first
    for (std::size_t i = j > reach ? j - reach : 0; i < std::min(claims.size(), j + reach + 1); ++i) {
      if (i == j || claims[i].kind != QuantityKind::count || claims[i].role != "current" || !of_people(held[i]) ||
          comes(words, lists, claims[i]))
        continue;
      const CountedNoun there = counted_by(words, lists, claims[i]);
      const std::size_t gap = i < j ? claims[j].first - claims[i].last : claims[i].first - claims[j].last;
      if (gap > furthest ||
          (there.whose != Population::staff && !(bare(words, there) && wanted.whose == Population::staff)))
        continue;
      bool parted = false;
      for (std::size_t k = std::min(claims[i].last, claims[j].last); k < std::max(claims[i].first, claims[j].first);
           ++k)
        parted = parted || words.is_mark(k, ';');
      parted = parted && !(j < i && words.is(claims[i].first - 1,
                                             {"had", "has", "have", "was", "were",
                                              "with"}));   // "should open with eight; on the day it had five"
      if (!parted) best = static_cast<std::ptrdiff_t>(i);
    }
    if (best < 0) continue;
    const auto i = static_cast<std::size_t>(best);
    if (std::any_of(bases.begin() + static_cast<std::ptrdiff_t>(j > reach ? j - reach : 0),
                    bases.begin() + static_cast<std::ptrdiff_t>(std::min(bases.size(), j + reach + 1)),
                    [&](const Base& base) { return base.claim == static_cast<std::ptrdiff_t>(j); }))
      continue;   // said as what the other is of
    if (held[j].anchor == nullptr) held[j] = {held[i].anchor, held[i].unit, best};
    if (gap_told && bare(words, wanted))
      held[j].unit = held[i].unit;   // "94 officers, 12 fewer than the 106 authorized"
  }
}

}   // namespace muster::facts
