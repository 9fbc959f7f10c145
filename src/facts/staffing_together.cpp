// What the facts of a sentence make of each other: which came before, which is the level that there should be, and
// which pairs are compared.
#include <algorithm>

#include "claim_parts.hpp"
#include "staffing_joined.hpp"

namespace muster::facts {
namespace {

using model::Staffing;

// The first year that a time names ("2014-15"); 0 if none.
int first_year(std::string_view when) {
  for (std::size_t i = 0; i + 4 <= when.size(); ++i) {
    if ((when[i] != '1' && when[i] != '2') || (i > 0 && when[i - 1] >= '0' && when[i - 1] <= '9')) continue;
    int year = 0;
    std::size_t k = i;
    for (; k < i + 4 && when[k] >= '0' && when[k] <= '9'; ++k) year = 10 * year + (when[k] - '0');
    if (k == i + 4 && year >= 1900 && year < 2100 && (k == when.size() || when[k] < '0' || when[k] > '9')) return year;
  }
  return 0;
}

bool counts_staff(const Staffing& fact) {
  return fact.low && (fact.metric == "headcount" || fact.metric == "staffing_level") &&
         (fact.unit == "people" || fact.unit == "posts" || fact.unit == "fte");
}

}   // namespace

bool years_in(std::string_view words) { return first_year(words) > 0; }

void pair_up(std::vector<Staffing>& facts, std::size_t first) {
  for (std::size_t i = first; i < facts.size(); ++i) {
    if (facts[i].role == "current" || facts[i].pair_with >= 0 || !facts[i].low) continue;
    for (std::size_t j = first; j < facts.size(); ++j) {
      if (j == i || facts[j].metric != facts[i].metric || facts[j].unit != facts[i].unit || facts[j].role != "current")
        continue;
      facts[i].pair_with = static_cast<std::int32_t>(j);
      if (facts[j].pair_with < 0) facts[j].pair_with = static_cast<std::int32_t>(i);
      break;
    }
  }
}

// "67 in 2014 and 16 in 2015": of the same measure the later stands, the other came before.
void order_by_year(std::vector<Staffing>& facts, std::size_t first) {
  for (std::size_t i = first; i + 1 < facts.size(); ++i) {
    Staffing& one = facts[i];
    const Staffing& next = facts[i + 1];
    if (one.role != "current" || next.role != "current" || !one.low || !next.low || one.metric != next.metric ||
        one.unit != next.unit || one.group != next.group || one.place != next.place || one.metric == "headcount")
      continue;
    const int year = first_year(one.when), later = first_year(next.when);
    if (year > 0 && later > year) one.role = "previous";
  }
}

// A number of staff beside the number that there should be is a level, and so is the other: "plans assumed 340
// detectives; 287 were counted". `wanted` are facts whose words say so; a mere plan to hire ("will appoint 40")
// measures nothing.
void level_with_wanted(std::vector<Staffing>& facts, std::size_t first, const std::vector<std::size_t>& wanted) {
  for (const std::size_t t : wanted) {
    if (!counts_staff(facts[t]) || facts[t].role != "target") continue;
    for (std::size_t i = first; i < facts.size(); ++i) {
      Staffing& fact = facts[i];
      if (i == t || fact.role != "current" || !counts_staff(fact) || *fact.low == *facts[t].low ||
          *fact.low * 5 < *facts[t].low || *fact.low > *facts[t].low * 5)
        continue;
      if (!fact.group.empty() && !facts[t].group.empty() && fact.group != facts[t].group) continue;
      fact.metric = facts[t].metric = "staffing_level";
      break;
    }
  }
}

// "hired 430, short of its goal of 500", "a further 20", "plans to recruit 15 more": how many come, not how many there
// are.
bool comes(const Words& words, const ClaimWords& lists, const Claim& claim) {
  constexpr std::size_t reach = 6;
  for (std::size_t k = back(claim.first, reach, 0); k < claim.first; ++k)
    if (words.is(k, WordKind::hiring_word) || words.is(k, {"further", "additional", "extra", "another"})) return true;
  const std::size_t end = std::max(counted_by(words, lists, claim).last, claim.last + 1);
  for (std::size_t k = claim.last; k < end; ++k)
    if (words.is(k, WordKind::additional_adjective)) return true;
  return false;
}

}   // namespace muster::facts
