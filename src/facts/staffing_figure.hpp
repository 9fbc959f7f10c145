// One claim with its metric -> one staffing fact (two, where it says the whole as well). Private to facts.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "staffing_carry.hpp"
#include "staffing_posts.hpp"

namespace muster::facts {

// What a document is read with, and where its facts go; all must outlive it.
struct Sitting {
  const Reading& reading;
  const ClaimWords& lists;
  model::Drafts& drafts;
  std::vector<Refusal>* refusals;
  LaidDown& noted;
};

// A fact of an anchor's metric and no value yet. O(1).
[[nodiscard]] model::Staffing draft(const Sitting& at, const Anchor& anchor, std::uint32_t sentence);

// Where the staffing figures before and after one of them stand: what is between is its own.
struct Near {
  std::size_t floor = 0, next = 0;
  const std::string* before = nullptr;
};
[[nodiscard]] Near near_of(const Words& words, const std::vector<Claim>& claims, const std::vector<Attached>& held,
                           std::size_t i);

// Adds the fact that claim `i` makes, and the one of its whole where that stands. `near.before` must not be nullptr.
// O(words).
void add_figure(const Sitting& at, const Words& words, const std::vector<Claim>& claims, std::size_t i,
                const Attached& held, const Near& near, std::uint32_t sentence);

// The last metric that had a figure; without figures, the only one that was spoken of. `first`: the first fact of the
// sentence; `before`: the anchor that it took over, or nullptr.
void remember(Carried& carried, const Sitting& at, std::uint32_t sentence, const std::vector<Anchor>& anchors,
              const std::vector<Attached>& held, std::size_t first, const Anchor* before);

// A sentence that names nobody goes on about the staff that the one before it named last; "" otherwise. O(words of
// both).
[[nodiscard]] std::string staff_before(const Sitting& at, const Words& words, std::uint32_t sentence);

// Whether the sentence before, in the same block, speaks of that metric: "training", "sickness". O(its words).
[[nodiscard]] bool follows(const Reading& reading, std::uint32_t sentence, std::string_view metric);

}   // namespace muster::facts
