// The words that go with a staffing figure: the group, the place, the time. Private to facts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "anchors.hpp"

namespace muster::facts {

[[nodiscard]] std::string group_words(const Words& words, const ClaimWords& lists, const Claim& claim,
                                      const Anchor& anchor, std::size_t floor = 0);
// "340 of them", "61 of those classrooms", "212 posts, of which 40": what a number is said to be of; "" if nothing.
[[nodiscard]] std::string pointed_at(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims,
                                     std::size_t index);
// Whom a figure is a share of: the words behind it ("of the workforce", without the time that follows them), what it
// points at, or the people that it stands behind in brackets ("most staff (93%)"); "" if nothing. O(words).
[[nodiscard]] std::string of_words(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims,
                                   std::size_t index);
// The item of a list before that "respectively" gives to this claim ("in A and B were 11% and 17% respectively"); none
// if there is no such list.
[[nodiscard]] Phrases::Found respective_words(const Words& words, const ClaimWords& lists,
                                              const std::vector<Claim>& claims, std::size_t index);
[[nodiscard]] std::string place_words(const Reading& reading, const Words& words, const ClaimWords& lists,
                                      const Claim& claim, const Anchor& anchor, std::size_t limit, std::size_t floor,
                                      std::size_t opening);
// "58% in surgery, 73% in medicine": what the claim's own "in" names, where its neighbour is said in the same way; else
// "".
[[nodiscard]] std::string parallel_place(const Reading& reading, const Words& words, const ClaimWords& lists,
                                         const std::vector<Claim>& claims, std::size_t index);
// The team that the passage is about where word `claim` of sentence `now` stands: named in up to three sentences before
// it in its paragraph, else by the heading; "" if there is none or the sentence speaks of another.
[[nodiscard]] std::string place_before(const Reading& reading, const ClaimWords& lists, std::uint32_t sentence,
                                       const Words& now, std::size_t claim);
// Whether `place` ("the ward") only points to `named` ("Langley Ward").
[[nodiscard]] bool says_no_name(std::string_view place, std::string_view named);
// The date words nearest to the claim, after it before the next claim, else before it.
[[nodiscard]] std::string when_words(const Reading& reading, const Words& words, const ClaimWords& lists,
                                     const std::vector<Claim>& claims, std::size_t index);

}   // namespace muster::facts
