// A claim and its metric -> a fact with its attributes: group, place, time, what it is a part of.
#include <algorithm>

#include "staffing_figure.hpp"
#include "staffing_joined.hpp"
#include "staffing_measure.hpp"
#include "staffing_words.hpp"

namespace muster::facts {

using model::QuantityKind;
using model::Staffing;

Staffing draft(const Sitting& at, const Anchor& anchor, std::uint32_t sentence) {
  Staffing fact;
  fact.evidence = evidence_of(at.reading, sentence, *anchor.match->rule);
  fact.focus = anchor.match->span;
  fact.metric = anchor.metric;
  return fact;
}

Near near_of(const Words& words, const std::vector<Claim>& claims, const std::vector<Attached>& held, std::size_t i) {
  Near near{0, words.size(), nullptr};
  for (std::size_t k = i; k > 0 && near.floor == 0; --k)
    if (held[k - 1].anchor != nullptr) near.floor = claims[k - 1].last;
  for (std::size_t k = i + 1; k < claims.size() && near.next == words.size(); ++k)
    if (held[k].anchor != nullptr) near.next = claims[k].first;
  return near;
}

void add_figure(const Sitting& at, const Words& words, const std::vector<Claim>& claims, std::size_t i,
                const Attached& held, const Near& near, std::uint32_t sentence) {
  const Claim& claim = claims[i];
  Staffing fact = draft(at, *held.anchor, sentence);
  fact.metric = held.metric();
  const bool counted = claim.kind == QuantityKind::share && claim.count;
  fact.low = counted ? *claim.count : claim.low;
  fact.high = counted ? *claim.count : claim.high;
  fact.unit = held.unit;
  if (claim.kind == QuantityKind::duration && claim.unit.substr(0, 5) == "month") *fact.low /= 12, *fact.high /= 12;
  fact.bound = claim.bound;
  if (words.is(claim.first, "short")) fact.bound = model::Bound::exact;   // "short of three nurses": three are missing
  fact.role = claim.role;
  if (const std::string_view role = held.anchor->match->makes("role");
      !role.empty() && (claim.role == "current" || role == "current") && held.anchor->last <= claim.first &&
      claim.first - held.anchor->last <= 2)
    fact.role = role;   // "establishment 41"
  settle_measure(at.reading, words, at.lists, claims, i, held,
                 at.drafts.staffing.empty() ? nullptr : &at.drafts.staffing.back(), fact);
  fact.number = claim.number;
  fact.group = group_words(words, at.lists, claim, *held.anchor, i > 0 ? claims[i - 1].last : 0);
  if (fact.group.empty() && held.sibling >= 0 && !at.drafts.staffing.empty() && claim.linked)
    fact.group = at.drafts.staffing.back().group;
  // "from 14% to 6% in adult services": where both hold.
  if (claim.role == "previous" && i + 1 < claims.size() && claims[i + 1].linked && claims[i + 1].kind == claim.kind &&
      claims[i + 1].role == "current")
    fact.place =
        place_words(at.reading, words, at.lists, claims[i + 1], *held.anchor,
                    i + 2 < claims.size() ? claims[i + 2].first : words.size(), near.floor, claims.front().first);
  if (fact.place.empty()) fact.place = parallel_place(at.reading, words, at.lists, claims, i);
  if (fact.place.empty())
    fact.place =
        place_words(at.reading, words, at.lists, claim, *held.anchor, near.next, near.floor, claims.front().first);
  if (fact.place.empty() && held.sibling >= 0 && claim.linked && claim.role != "comparator" &&
      !at.drafts.staffing.empty() && at.drafts.staffing.back().evidence.quote == fact.evidence.quote)
    fact.place = at.drafts.staffing.back().place;   // "… in Leven fell from 31 to 24"
  if (!near.before->empty() && says_no_name(fact.place, *near.before)) fact.place = *near.before;
  if (fact.place.empty() && fact.role != "comparator" && fact.role != "target") fact.place = *near.before;
  if (fact.place.empty() && claim.linked && fact.role != "comparator" && !at.drafts.staffing.empty() &&
      at.drafts.staffing.back().evidence.quote == fact.evidence.quote &&
      at.drafts.staffing.back().metric == fact.metric)
    fact.place = at.drafts.staffing.back().place;
  if (const Phrases::Found mine = respective_words(words, at.lists, claims, i); !mine.none())
    (at.lists.staff.first_in(words, mine.first, mine.last).none() ? fact.place : fact.group) =
        words.text_of(mine.first, mine.last);
  fact.when = when_words(at.reading, words, at.lists, claims, i);
  fact.of = of_words(words, at.lists, claims, i);
  if (fact.of.empty() && fact.role == "target" && fact.unit == "percent" && !at.drafts.staffing.empty())
    if (const Staffing& now = at.drafts.staffing.back(); now.metric == fact.metric && now.unit == fact.unit &&
                                                         now.evidence.quote == fact.evidence.quote)
      fact.of = now.of;   // "32% of officers …, against a target of 40%"
  fact.confidence = held.sibling >= 0 || claim.population == Population::unknown ? model::Confidence::medium
                                                                                 : model::Confidence::high;
  at.drafts.staffing.push_back(std::move(fact));
  const bool posts = !at.lists.posts.last_in(words, claim.of_first, claim.of_last).none() || held.unit == "posts";
  if (!counted && claim.count && claim.kind == QuantityKind::percent &&
      claim.population == Population::staff) {   // "9 of 40 posts (23%)"
    Staffing part = at.drafts.staffing.back();
    part.low = part.high = *claim.count;
    part.unit = posts ? "posts" : "people";
    at.drafts.staffing.push_back(std::move(part));
  }
  if (whole_stands(words, claim)) {
    Staffing all = at.drafts.staffing.back();
    all.metric = "headcount";
    if (!held.anchor->match->makes("total").empty()) all.role = held.anchor->match->makes("total");
    if (all.unit == "percent") all.unit = posts ? "posts" : "people";
    all.low = all.high = *claim.total;
    all.of.clear();
    all.bound = model::Bound::exact;
    at.drafts.staffing.push_back(std::move(all));
  }
}

}   // namespace muster::facts
