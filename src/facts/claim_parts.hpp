// The later steps of read_claims: which role each claim plays, and whose claim it is. Private to facts.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "claims.hpp"
#include "counted.hpp"

namespace muster::facts {

// So many words back from one, but not before `floor`.
[[nodiscard]] inline std::size_t back(std::size_t from, std::size_t steps, std::size_t floor) {
  return std::max(floor, from > steps ? from - steps : 0);
}

// Whether a number is part of a date ("2015").
[[nodiscard]] bool in_date(const model::Layers& layers, Span number);
// As in_date, or of a time told from now ("two years earlier", "the last six months").
[[nodiscard]] bool in_time(const model::Layers& layers, Span number);

// Sets role and linked: "from X to Y", "a target of X", "the national average of X".
void read_roles(const model::Layers& layers, const Words& words, const ClaimWords& lists, std::vector<Claim>& claims);

// Sets of_first, of_last and population.
void read_populations(const Words& words, const ClaimWords& lists, std::vector<Claim>& claims);

// "23, 6 and 9 per cent of its nurses": the first take the population of the last. After read_populations; O(claims).
void share_population(const Words& words, std::vector<Claim>& claims);

// "two sergeants «and» four officers": claim `i` counts as the one before it does, with nothing but the word between
// its number and the other's noun. O(words near).
[[nodiscard]] bool counted_beside(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims,
                                  std::size_t i);

}   // namespace muster::facts
