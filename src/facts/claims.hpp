// The quantities of a sentence as what they claim: doubles merged ("almost half (46%)"), movements split
// ("from 16% to 14%"), changes, money, ages and the unreal left out, each with its role and the words
// that name its population. Staffing and figures both read these. Private to facts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muster/facts/make.hpp"
#include "phrases.hpp"

namespace muster::facts {

// The word lists that reading a claim needs; built once by Lexicon.
struct ClaimWords {
  explicit ClaimWords(const model::Vocab& vocab);
  Phrases staff, posts, non_workforce, teams, change_verbs, change_nouns;
  Phrases comparator, target, previous, planned, prescribing, caps, floors;
  Phrases unreal, denied, opinion, whole, moments, occupying, times, verbs, parts, ranging;
  Phrases everywhere, time_heads, cases, told_after, told_before, told_person, employing, no_occupations;
};

enum class Population : unsigned char { unknown, staff, other };

struct Claim {
  model::QuantityKind kind = model::QuantityKind::count;
  double low = 0, high = 0;
  model::Bound bound = model::Bound::exact;
  std::string_view unit;   // of the quantity
  std::optional<double> count, total;
  Span span, number;
  std::size_t first = 0, last = 0;   // its words
  bool bracketed = false;   // stands in parentheses
  std::string_view role = "current";
  bool linked = false;   // speaks of the same thing as the claim before it
  std::size_t of_first = 0, of_last = 0;   // words that name its population, maybe none
  Population population = Population::unknown;
  [[nodiscard]] bool proportion() const {
    return kind == model::QuantityKind::percent || kind == model::QuantityKind::fraction ||
           kind == model::QuantityKind::share;
  }
};

// In order of number. Empty for a question or where nothing is claimed.
[[nodiscard]] std::vector<Claim> read_claims(const Reading& reading, Span sentence, const Words& words,
                                             const ClaimWords& lists);

// Whether words [first, last) name staff, others, or nobody that is known.
[[nodiscard]] Population population_of(const Words& words, const ClaimWords& lists, std::size_t first,
                                       std::size_t last);

// The end of the noun phrase that begins at `first`: stops at a mark, a verb, or `limit`.
[[nodiscard]] std::size_t end_of_noun(const Words& words, const ClaimWords& lists, std::size_t first,
                                      std::size_t limit);

}   // namespace muster::facts
