// What is told of posts that were laid down, and of people in post beside whom nothing is laid down. The sentence says
// it, but readers of later sentences lean on levels and targets, so it is settled when all have been read. Private to
// facts.
#pragma once

#include <cstddef>
#include <vector>

#include "muster/model/facts.hpp"
#include "staffing_carry.hpp"

namespace muster::facts {

// The facts (by their index among the drafts) that settle_posts will have to look at.
struct LaidDown {
  std::vector<std::size_t> posts;   // "an establishment of 80", "budgeted for 118 deputies", "187 authorized positions"
  std::vector<std::size_t> all_there;   // "had a full complement of twelve"
  std::vector<std::size_t> in_post;   // "41 officers in post"
};

// Looks at claim `i` and the facts from `first` on, which it made. O(words near the claim).
void note_posts(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims, std::size_t i,
                const Attached& held, const std::vector<model::Staffing>& facts, std::size_t first, LaidDown& noted);

// Posts laid down are a number of posts there are, in tables as well; people in post with nothing to hold them against
// in their sentence or the ones beside it are a number of people. O(facts).
void settle_posts(const Reading& reading, const LaidDown& noted, std::vector<model::Staffing>& facts);

}   // namespace muster::facts
