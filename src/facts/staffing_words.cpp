#include "staffing_words.hpp"

#include <algorithm>

namespace muster::facts {
namespace {

// A phrase with the words that belong to it on its left: "newly qualified", "permanent", "qualified".
std::size_t widened(const Words& words, std::size_t first, std::size_t floor) {
  while (first > floor && words.is(first - 1, WordKind::staff_attribute)) --first;
  return first;
}

}   // namespace

std::string group_words(const Words& words, const ClaimWords& lists, const Claim& claim, const Anchor& anchor,
                        std::size_t floor_before) {
  const auto said = [&](const Phrases::Found& f, std::size_t floor) {
    return words.text_of(widened(words, f.first, floor), f.last);
  };
  if (const Span named = anchor.match->group("group"); !named.empty())
    return words.text_of(words.ending_after(named.begin), words.beginning_at(named.end));
  if (words.is(claim.last, {"for", "among", "amongst"})) {   // "71% for medical staff and 89% for nurses"
    const Phrases::Found named = lists.staff.first_in(words, claim.last + 1, std::min(claim.last + 5, words.size()));
    if (!named.none() && lists.non_workforce.first_in(words, claim.last + 1, named.first).none())
      return said(named, claim.last + 1);
  }
  // "…, and for healthcare assistants 112%"
  for (std::size_t k = claim.first; k > floor_before && k + 7 > claim.first && floor_before > 0; --k) {
    if (!words.is(k - 1, {"for", "among", "amongst"})) continue;
    if (const auto named = lists.staff.first_in(words, k, claim.first); !named.none() && named.first <= k + 3)
      return said(named, k);
    break;
  }
  if (claim.kind == model::QuantityKind::count &&
      words.is(claim.last, {"are", "is", "were", "was"})) {   // "38 are inspectors", "seven are for senior auditors"
    std::size_t k = claim.last + 1;
    while (
        (words.is(k, WordKind::staff_attribute) || words.is(k, {"for", "now", "currently", "full", "time", "sworn"})) &&
        k < claim.last + 4)
      ++k;
    if (const std::size_t n = lists.staff.at(words, k); n > 0) return said({k, k + n}, claim.last + 1);
  }
  if (claim.kind == model::QuantityKind::count && words.is(claim.last + 1, {"which", "them", "these"}) &&
      words.is(claim.last + 3, {"for", "senior"})) {   // "seven of which are for auditors"
    const auto named = lists.staff.first_in(words, claim.last + 3, std::min(claim.last + 7, words.size()));
    if (!named.none()) return said(named, claim.last + 3);
  }
  if (claim.kind == model::QuantityKind::count) {
    const CountedNoun noun = counted_by(words, lists, claim);
    if (const auto f = lists.staff.last_in(words, noun.first, noun.last); !f.none()) {
      std::size_t first = noun.first;   // "dedicated school nurses", but not "additional"
      while (first < f.first && (words.is(first, {WordKind::additional_adjective, WordKind::full_time_unit}) ||
                                 words.is(first, {"of", "the", "its", "their", "these", "those", "our", "fewer",
                                                  "other", "key", "full", "whole", "time", "just", "only"})))
        ++first;
      for (std::size_t k = first; k < f.first; ++k)   // "nine of the wards' nurses"
        if (words.is_mark(k, '\'')) first = k + 1;
      return words.text_of(first, f.last);
    }
    if (noun.posts && noun.last > noun.first + 1) {   // "14 usher posts are vacant"
      std::size_t first = noun.first, last = noun.first;
      while ((words.is(first, {WordKind::additional_adjective, WordKind::full_time_unit, WordKind::funded_adjective,
                               WordKind::post_attribute}) ||
              words.is(first, {"of", "the", "its", "their", "these", "those", "our", "other", "key", "full", "whole",
                               "part", "time", "just", "only", "total", "such"})))
        ++first;
      for (std::size_t k = first; k + 1 < noun.last; ++k)   // "nine of the wards' nursing posts"
        if (words.is_mark(k, '\'') ||
            (words.folded(k).size() > 2 && words.folded(k).substr(words.folded(k).size() - 2) == "'s"))
          first = k + 1;
      while (first < noun.last && words.is(first, WordKind::small_number)) ++first;   // "the library's nine jobs"
      last = first;
      while (last < noun.last && lists.posts.at(words, last) == 0) ++last;
      if (last > first && last - first < 4 && first < noun.last) return words.text_of(first, last);
    }
    if (noun.whose == Population::staff && !noun.posts && !noun.fte && noun.last > noun.first)
      return words.text_of(noun.first, noun.last);   // "five navigators"
  }
  if (claim.of_last > claim.of_first) {
    std::size_t head = claim.of_first;
    while (head < claim.of_last && !(head > claim.of_first && words.is(head, {"in", "at", "across", "within", "with",
                                                                              "who", "for", "on", "responsible"})))
      ++head;
    // "new nurses (4% of the workforce)": who stands before the bracket.
    const bool generic = head > claim.of_first && words.is(head - 1, WordKind::workforce_noun);
    if (claim.bracketed && generic && claim.of_first >= claim.last) {
      std::size_t open = claim.first;
      while (open > 0 && !words.is_mark(open, '(')) --open;
      if (const auto f = lists.staff.last_in(words, open > 6 ? open - 6 : 0, open); !f.none() && f.last == open)
        return said(f, 0);
    }
    // "a third of the posts are filled by newly qualified nurses": theirs.
    if (anchor.metric == "experience" && anchor.first > claim.last && words.is(anchor.first - 1, "by"))
      if (const auto f = lists.staff.last_in(words, anchor.first, anchor.last + 1); !f.none())
        return said(f, anchor.first);
    // "40% of the workforce is made up of agency workers": theirs.
    if (anchor.metric == "agency" && anchor.first >= claim.last && head > claim.of_first &&
        words.is(head - 1, {"workforce", "staff", "posts", "positions", "roles", "jobs", "shifts"}))
      if (const auto f = lists.staff.last_in(words, anchor.first, anchor.last);
          !f.none() &&
          lists.staff.last_in(words, claim.of_first, head).last -
                  lists.staff.last_in(words, claim.of_first, head).first <
              2 &&
          head - claim.of_first < 3)
        return said(f, anchor.first > 2 ? anchor.first - 2 : 0);
    if (const auto f = lists.staff.first_in(words, claim.of_first, head);
        !f.none() && claim.population == Population::staff &&
        (lists.occupying.first_in(words, std::min(anchor.last, claim.first), claim.first).none() ||
         anchor.first > claim.first))
      return said(f, claim.of_first);
  }
  // "staffing levels of community nurses": whose levels they are.
  if (words.is(anchor.last, {"of", "for", "among", "amongst"}))
    for (std::size_t k = anchor.last + 1; k < anchor.last + 4; ++k)
      if (const std::size_t n = lists.staff.at(words, k); n > 0) return said({k, k + n}, anchor.last + 1);
  if (const auto f = lists.staff.last_in(words, anchor.first, anchor.last); !f.none())
    return said(f, anchor.first > 2 ? anchor.first - 2 : 0);
  if (const auto f = lists.staff.first_in(words, claim.of_first, claim.of_last);
      !f.none() && claim.population == Population::staff)
    return said(f, claim.of_first);
  // "social worker vacancy rate", "turnover of staff", "vacancies among nurses".
  const std::size_t floor = anchor.first > 6 ? anchor.first - 6 : 0;
  for (std::size_t k = anchor.first; k > floor && !words[k - 1].mark; --k)
    if (const std::size_t n = lists.staff.at(words, k - 1); n > 0 && k - 1 + n <= anchor.first) {
      // The longest phrase that ends there.
      for (std::size_t j = k - 1; j > (k > 4 ? k - 4 : 0); --j)
        if (const std::size_t m = lists.staff.at(words, j - 1); m > 0 && j - 1 + m >= k - 1 + n)
          return words.text_of(j - 1, j - 1 + m);
      return words.text_of(widened(words, k - 1, floor), k - 1 + n);
    }
  const std::size_t top = std::min(anchor.last + 7, words.size());
  std::size_t end = anchor.last;
  while (end < top && !words[end].mark && !(claim.first > anchor.first && end >= claim.first) &&
         !words.is(end, {"when", "before", "since", "after"}))
    ++end;
  if (const auto f = lists.staff.first_in(words, anchor.last, end); !f.none()) return said(f, anchor.last);
  // The last that were named before: "…, with many staff having 30 cases each".
  if (claim.population == Population::other) return {};
  if (const auto f =
          lists.staff.last_in(words, claim.first > 80 ? claim.first - 80 : 0, std::min(claim.first, words.size()));
      !f.none())
    return said(f, 0);
  // "With average caseloads of 16, probation officers have the time to …": who has them comes after.
  if (anchor.metric == "caseload" && claim.first < claim.last)
    if (const auto f = lists.staff.first_in(words, claim.last, words.size()); !f.none()) return said(f, claim.last);
  return {};
}

std::string pointed_at(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims,
                       std::size_t index) {
  const Claim& claim = claims[index];
  const auto whose = [&](std::size_t k) { return words.is(k, "of") && words.is(k + 1, {"whom", "which"}); };
  if (index > 0 &&
      (whose(claim.last) || (claim.first >= 2 && whose(claim.first - 2)))) {   // "60 nurses, of whom nine": of the 60
    const Claim& before = claims[index - 1];
    if (before.kind != model::QuantityKind::count) return {};
    const CountedNoun noun = counted_by(words, lists, before);
    return words.text_of(before.first, std::max(before.last, noun.last));
  }
  if (!words.is(claim.last, "of")) return {};
  const std::size_t first = claim.last + 1;
  if (words.is(first, "them")) return words.text_of(first, first + 1);
  if (words.is(first, "the") && words.is(first + 1, {"latter", "former", "rest"}))
    return words.text_of(first, first + 2);
  if (!words.is(first, {"these", "those"})) return {};
  std::size_t last = first + 1;
  while (last < first + 4 && last < words.size() && !words[last].mark && lists.verbs.at(words, last) == 0 &&
         !words.is(last, {"as", "in", "at", "on", "for", "by", "with", "and"}))
    ++last;
  return words.text_of(first, last);
}

}   // namespace muster::facts
