// What is said of one figure of a sentence and holds for its neighbour too, and figures that are none of
// their own. Private to facts.
#pragma once

#include <string_view>
#include <vector>

#include "staffing_carry.hpp"

namespace muster::facts {

// Staff who were only asked, or whom something befell, are no number of the workforce: such claims are erased.
// O(claims).
void leave_out_told(const Words& words, const ClaimWords& lists, std::vector<Claim>& claims);

// "310 examiners have been trained and 60 have had the refresher", "in the staff survey 71% of respondents": whose the
// claim is that does not say so. O(claims).
void say_whose(const Words& words, const ClaimWords& lists, std::vector<Claim>& claims);

// Coordination: "grown from three to seven workers", "five managers and 11 officers have left", "short of 60
// nurses and 22 therapists". O(claims).
void share_what_is_said(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims,
                        std::vector<Attached>& held);

// "vacancy (18%), turnover (22%) and sickness (6%) exceeded the targets of 10%, 12% and 4%": a row of others' figures
// takes the metrics of the row before it, one by one. O(claims).
void match_rows(const Words& words, std::vector<Claim>& claims, std::vector<Attached>& held);

// "60% are agency workers or newly qualified": of either kind, so of no one metric. O(claims x anchors).
void join_alternatives(const Words& words, const std::vector<Claim>& claims, const std::vector<Anchor>& anchors,
                       std::vector<Attached>& held);

// What a claim is a part of: the claim that gives the whole (-1: none), the words that name it, and whether the whole
// is a figure of its own as well ("of the 271 clerks employed by the court, 45 …").
struct Base {
  std::ptrdiff_t claim = -1;
  std::size_t first = 0, last = 0;
  bool stands = false;
};

// "of the 64 porters hired in May, 41 …", "has seen 47 leave out of a body of 81": for each claim its whole. O(claims).
[[nodiscard]] std::vector<Base> bases_of(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims);

// Whether the 41 of one claim "nine of the 41 posts" is a figure too. O(its words).
[[nodiscard]] bool whole_stands(const Words& words, const Claim& claim);

// "had two carers on duty instead of the three it said were needed": the three are counted as the two are. O(claims).
void join_wanted(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims,
                 const std::vector<Base>& bases, std::vector<Attached>& held);

// Of the facts from `first` on (one sentence's), the nearest of one measure in another role is what a figure is
// compared with. O(facts²).
void pair_up(std::vector<model::Staffing>& facts, std::size_t first);

// Whether a year stands in it: "2014-15". O(words).
[[nodiscard]] bool years_in(std::string_view words);

// "67 in 2014 and 16 in 2015": of the same measure the later stands, the other came before. O(facts).
void order_by_year(std::vector<model::Staffing>& facts, std::size_t first);

// "plans assumed 340 detectives; 287 were counted": both are levels. `wanted` are the facts that say what there should
// be. O(facts²).
void level_with_wanted(std::vector<model::Staffing>& facts, std::size_t first, const std::vector<std::size_t>& wanted);

// "hired 430", "a further 20": how many come, not how many there are. O(1).
[[nodiscard]] bool comes(const Words& words, const ClaimWords& lists, const Claim& claim);

}   // namespace muster::facts
