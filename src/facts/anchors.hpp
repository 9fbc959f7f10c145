// The metric words of a sentence (vacancy rate, agency staff, caseload, …), as rules found them, and which
// of them a claim belongs to. Private to facts.
#pragma once

#include <string_view>
#include <vector>

#include "claims.hpp"
#include "counted.hpp"

namespace muster::facts {

struct Anchor {
  const model::Match* match = nullptr;
  std::size_t first = 0, last = 0;   // its words
  std::string_view metric;
  std::string_view unit;   // of a plain number: people, posts, cases
  std::string_view takes;   // kinds of figure: "percent count duration ratio"
  bool needs_staff = false;   // "training" says nothing unless of staff
  bool weak = false;   // only where no other metric word is near
  bool fte = false;   // its words speak of full-time equivalents
  bool ratio = false;   // its words speak of a ratio
  bool states = false;   // says a level by itself: a concern
};

// All staffing matches of one sentence, in order.
[[nodiscard]] std::vector<Anchor> anchors_of(const std::vector<const model::Match*>& matches, const Words& words);

// "31 posts «were vacant»", "118.6 full-time equivalent (FTE) positions «were vacant»", "one in four clerks «had
// left»": nothing but the verb, a unit in brackets, an aside between dashes or the word for posts stands between what
// is counted and what is said of it. O(1).
[[nodiscard]] bool said_of_it(const Words& words, const ClaimWords& lists, const Claim& claim, const Anchor& anchor);

// The anchor that a claim belongs to, or nullptr. O(anchors x words between).
[[nodiscard]] const Anchor* anchor_for(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims,
                                       std::size_t claim, const std::vector<Anchor>& anchors);

}   // namespace muster::facts
