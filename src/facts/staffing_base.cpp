// A number that only says what others are a part of: "of the 64 porters hired in May, 41 …", "nine of the 41 posts".
#include <algorithm>

#include "staffing_joined.hpp"

namespace muster::facts {
namespace {

using model::QuantityKind;

constexpr std::size_t longest_lead = 6;   // words from "of" to the number: "of the city's own uniformed 41"

bool owns(const Words& words, std::size_t k) {
  const std::string_view word = words.folded(k);
  return word.size() > 2 && (word.substr(word.size() - 2) == "'s" || word.substr(word.size() - 2) == "s'");
}

// The word behind the "of" that leads to the number; 0 if none does.
std::size_t behind_of(const Words& words, const Claim& claim) {
  for (std::size_t k = claim.first; k > 0 && k + longest_lead > claim.first; --k) {
    if (words.is(k - 1, "of")) {
      if (k > 1 && (words.is(k - 2, WordKind::workforce_noun) || words.is(k - 2, "some")) && k > 3)
        continue;   // "out of a body of 81"
      return k;
    }
    if (words[k - 1].mark && !words.is_mark(k - 1, '\'')) return 0;
    const bool leads =
        owns(words, k - 1) ||
        (words.is(k - 1, WordKind::workforce_noun) ||
         words.is(k - 1, {"the", "its", "their", "these", "those", "all", "our", "a", "some", "about", "around"}));
    if (!leads && !(k < claim.first && owns(words, k)) && !(k + 1 < claim.first && owns(words, k + 1))) return 0;
  }
  return 0;
}

// "9.1 «of» the 12", "0.6 «WTE of» the 7": nothing but the unit stands between.
bool parts_it(const Words& words, std::size_t first, std::size_t of) {
  if (of < first || of > first + 4) return false;
  for (std::size_t k = first; k < of; ++k)
    if (!(words.is(k, WordKind::full_time_unit) || words.is(k, {"full", "whole", "time"}))) return false;
  return true;
}

// "of the 14 rostered that night", "of the 96 employees reviewed": the words [first, last) and the next three say that
// only some were looked at.
bool looked_at_only(const Words& words, std::size_t first, std::size_t last) {
  for (std::size_t k = first; k < std::min(last + 3, words.size()) && !words[k].mark; ++k)
    if (words.is(k, {WordKind::shift_noun, WordKind::looked_at_only})) return true;
  return false;
}

// "Of the 118 nursing posts, 29 were empty": so many there are, unless only some were looked at.
bool said_for_itself(const Words& words, const ClaimWords& lists, const Claim& base) {
  const CountedNoun noun = counted_by(words, lists, base);
  if (noun.whose != Population::staff || noun.first == noun.last) return false;
  return !looked_at_only(words, noun.last, noun.last);
}

}   // namespace

// "Three of the five team managers are temporary", "41 of the 196 posts stood empty": so many there are, unless only
// those of one shift are meant.
bool whole_stands(const Words& words, const Claim& claim) {
  if (!claim.count || !claim.total || claim.population != Population::staff) return false;
  return !looked_at_only(words, claim.first, std::max(claim.last, claim.of_last));
}

std::vector<Base> bases_of(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims) {
  std::vector<Base> out(claims.size());
  for (std::size_t j = 0; j < claims.size(); ++j) {
    if (claims[j].kind != QuantityKind::count) continue;
    const std::size_t of = behind_of(words, claims[j]);
    if (of == 0) continue;
    const CountedNoun noun = counted_by(words, lists, claims[j]);
    const bool opens = of == 1 || (of > 1 && (words[of - 2].mark || words.is(of - 2, {"and", "but", "that", "while"})));
    if (opens && noun.whose == Population::staff && !noun.teams) {
      for (std::size_t i = j + 1; i < claims.size(); ++i) {
        const CountedNoun own = counted_by(words, lists, claims[i]);
        if (claims[i].proportion() ? claims[i].population == Population::other || claims[i].total.has_value()
                                   : claims[i].kind != QuantityKind::count || own.first < own.last)
          break;
        out[i] = {static_cast<std::ptrdiff_t>(j), of, noun.last, said_for_itself(words, lists, claims[j])};
      }
    } else if (j > 0 && claims[j - 1].kind == QuantityKind::count && !claims[j - 1].total && of > 1 &&
               parts_it(words, claims[j - 1].last, of - 1) &&
               counted_by(words, lists, claims[j - 1]).whose != Population::other && noun.whose == Population::staff) {
      // "9.1 of the 12 firefighters", and twelve there are; "four of their 12" counts nobody anew.
      out[j - 1] = {static_cast<std::ptrdiff_t>(j), of, noun.last, said_for_itself(words, lists, claims[j])};
    } else if (of > 1 && words.is(of - 2, "out") && j > 0 && claims[j - 1].kind == QuantityKind::count &&
               !claims[j - 1].total && claims[j].first - claims[j - 1].last < 10) {
      out[j - 1] = {static_cast<std::ptrdiff_t>(j), of, std::max(claims[j].last, noun.last),
                    said_for_itself(words, lists, claims[j])};
    }
  }
  return out;
}

}   // namespace muster::facts
