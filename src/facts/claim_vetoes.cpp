// Quantities that claim nothing: changes, times, ages, what is only supposed.
#include "claim_vetoes.hpp"

#include "claim_parts.hpp"

namespace muster::facts {

using model::QuantityKind;

bool hard_stop(const Words& words, std::size_t i) { return words.is_mark(i, ';') || words.is_mark(i, '?'); }

bool is_change(const Words& words, const ClaimWords& lists, const Claim& claim) {
  // "seven more nurses", "31 fewer officers than it needs": a number of them after all.
  const bool counted = claim.kind == QuantityKind::count && words.is(claim.last, {"more", "fewer"});
  if (counted && !lists.staff.first_in(words, claim.last, claim.last + 5).none()) return false;
  if (counted && !lists.posts.first_in(words, claim.last, claim.last + 5).none()) return false;
  // "9% below contract": of their own number, so many are missing.
  if (words.is(claim.last, {"below", "under"}))
    for (std::size_t k = claim.last + 1; k < claim.last + 5; ++k)
      if (words.is(k, {"contract", "complement", "strength", "establishment"})) return false;
  // "31 per cent fewer midwives than it needed": so many are missing.
  if (claim.kind == QuantityKind::percent && words.is(claim.last, "fewer") &&
      !lists.staff.first_in(words, claim.last, claim.last + 4).none())
    for (std::size_t k = claim.last + 1; k < claim.last + 6; ++k)
      if (words.is(k, "than") && (words.is(k + 1, {WordKind::funded_adjective, WordKind::needed_adjective}) ||
                                  words.is(k + 1, {"it", "they"})))
        return false;
  // "12 fewer than the 106 authorized": so many are missing.
  if (counted && words.is(claim.last, "fewer") && words.is(claim.last + 1, "than"))
    for (std::size_t k = claim.last + 2; k < claim.last + 9 && k < words.size() && !words[k].mark; ++k)
      if (lists.prescribing.at(words, k) > 0 ||
          (words.is(k, {WordKind::funded_adjective, WordKind::needed_adjective}) ||
           words.is(k, {"budgeted", "staffed", "establishment", "complement", "minimum"})))
        return false;
  // "a 19% gap in staffing": so many are missing.
  if (claim.kind == QuantityKind::percent && words.is(claim.last, "gap"))
    for (std::size_t k = claim.last + 1; k < claim.last + 6 && k < words.size() && !words[k].mark; ++k) {
      if (words.is(k, {"pay", "wages", "earnings", "between"})) break;
      if (lists.staff.at(words, k) > 0 || lists.posts.at(words, k) > 0 || words.is(k, "staffing")) return false;
    }
  if (lists.change_nouns.at(words, claim.last) > 0) return true;
  if (claim.kind != QuantityKind::count && !words[std::min(claim.last, words.size() - 1)].mark &&
      claim.last + 1 < words.size() &&
      !words.is(claim.last, {"of", "to", "in", "and", "with", "or", "a", "the", "for"}) &&
      words.is(claim.last + 1, WordKind::amount_change))
    return true;
  std::size_t before = claim.first;
  if (claim.kind == QuantityKind::percent && before > 1 && words.is(before - 1, {"up", "down"}) &&
      !words.is(before - 2, WordKind::consuming_verb))
    return true;
  while (before > 0 &&
         (words.is(before - 1, WordKind::approximator) ||
          words.is(before - 1, {"a", "at", "least", "more", "than", "up"})) &&
         !(words.is(before - 1, "at") && !words.is(before, "least")))
    --before;
  if (before == 0) return false;
  if (words.is(before - 1, "by")) {
    for (std::size_t k = before - 1, seen = 0; k > 0 && seen < 8 && !hard_stop(words, k - 1); --k, ++seen)
      if (lists.change_verbs.at(words, k - 1) > 0 || lists.change_nouns.at(words, k - 1) > 0) return true;
    return false;
  }
  // "an increase of three additional nurses": three of them.
  if (claim.kind == QuantityKind::count && words.is(claim.last, WordKind::additional_adjective) &&
      !lists.staff.first_in(words, claim.last, claim.last + 6).none())
    return false;
  if (claim.kind == QuantityKind::count && before >= 2 && words.is(before - 1, "of") &&
      words.is(before - 2, {"gap", "gaps"}) && !lists.staff.first_in(words, claim.last, claim.last + 4).none())
    return false;   // "a gap of 42 wardens"
  if (words.is(before - 1, "of") && before >= 4 && words.is(before - 2, WordKind::lack_noun) &&
      words.is(before - 3, "a") && words.is(before - 4, {"leaving", "left", "leaves"}))
    return false;   // "24,391 on board, leaving a gap of 9 percent"
  if (words.is(before - 1, "of") && before >= 2 && lists.change_nouns.at(words, before - 2) > 0) return true;
  if (claim.kind == QuantityKind::count) return false;
  return lists.change_verbs.at(words, before - 1) > 0 && !lists.occupying.at(words, before - 1) &&
         !words.is(before - 1, {"exceeded", "missed"});
}

bool is_no_fraction(const Words& words, const ClaimWords& lists, const Claim& claim) {
  if (lists.times.at(words, claim.last) > 0) return true;
  if (claim.kind != QuantityKind::fraction) return false;
  // "half the national average", "two-thirds the usual rate": a comparison.
  if (words.is(claim.last, {"the", "its", "their"}))
    for (std::size_t k = claim.last + 1; k < claim.last + 6 && k < words.size() && !words[k].mark && !words.is(k, "of");
         ++k)
      if ((words.is(k, {WordKind::average_noun, WordKind::target_noun}) || words.is(k, {"level", "number"})))
        return true;
  if (claim.first > 0 && lists.parts.at(words, claim.first - 1) > 0) return true;
  if (claim.first > 0 && words.is(claim.first - 1, "and") && words.is(claim.first, "a") && claim.first > 1 &&
      words.is(claim.last - 1, "half") && !words.is(claim.last, "of"))
    return true;
  if (claim.first > 0 && words.is(claim.first - 1, "in") && words.is(claim.first, "half") &&
      !words.is(claim.last, {"of", "the", "all"}))
    return true;
  if (claim.last - claim.first >= 3 || claim.bracketed) return false;
  const std::size_t next = claim.last;
  if (next >= words.size() || words[next].mark) return claim.first == 0;
  if (words.is(next, "and") || words.is(next, "to")) return false;
  if (claim.last > 0 && words.is(claim.last - 1, "of")) return false;
  return !((words.is(next, WordKind::unfilled_adjective) ||
            words.is(next, {"of", "the", "these", "those", "our", "its", "their", "all", "who", "in", "at", "for", "or",
                            "on", "across", "by", "as", "were"})) ||
           lists.verbs.at(words, next) > 0 || lists.staff.at(words, next) > 0 ||
           lists.change_nouns.at(words, next) == 0);
}

bool is_unreal(const Words& words, const ClaimWords& lists, const Claim& claim, std::size_t denied) {
  for (std::size_t k = claim.first, seen = 0; k > 0 && seen < 10 && !words.is_mark(k - 1, ','); --k, ++seen)
    if (lists.unreal.at(words, k - 1) > 0) return true;
  return denied < claim.first;
}

bool names_age_band(const Words& words, const ClaimWords& lists, const Claim& claim) {
  const std::size_t next = claim.last;
  if (claim.kind != QuantityKind::count || claim.bound != model::Bound::at_least || next == 0 ||
      !(words.is_mark(next - 1, '+') || words.is(next - 1, "plus")))
    return false;
  if (claim.low != 11 && claim.low != 14 && claim.low != 16 && claim.low != 18 && claim.low != 21 && claim.low != 25)
    return false;
  if (words.is_mark(next, '\'') || words.is_mark(next, '"')) return true;   // a name in quotation marks
  if (next >= words.size() || words[next].mark || lists.verbs.at(words, next) > 0) return false;
  if (lists.staff.at(words, next) == 0 && lists.cases.at(words, next) == 0) return true;
  for (std::size_t k = next; k < next + 6 && k < words.size() && !words[k].mark &&
                             (lists.verbs.at(words, k) == 0 || (words.is(k, "looked") && words.is(k + 1, "after")));
       ++k)
    if (lists.posts.at(words, k) > 0 || lists.teams.at(words, k) > 0 || words.is(k, {"pathway", "lead"})) return true;
  return false;
}

bool says_when(const Words& words, std::size_t next) {
  return words.is(next, {"before", "earlier", "previously", "ago"}) &&
         (next + 1 >= words.size() || words[next + 1].mark);
}

}   // namespace muster::facts
