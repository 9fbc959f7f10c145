// What the files of response*.cpp share. Private to facts.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "facts/clauses.hpp"

namespace muster::facts {

// The numbers that follow the word "recommendation" in `span`: "3", "2a", "4, 5 and 7", "8 to 10", "our
// second recommendation". Empty if it names none.
[[nodiscard]] std::vector<std::string> numbers_named(const Reading& reading, Span span);

// Which recommendation a passage answers: the last number above it.
class NumbersAbove {
 public:
  NumbersAbove(const Reading& reading, const model::Drafts& drafts);
  // The numbers of the nearest heading, label or listed request that begins before `at`; empty if none is near.
  [[nodiscard]] std::vector<std::string> before(std::uint32_t at) const;

 private:
  std::vector<std::pair<std::uint32_t, std::vector<std::string>>> marks_;   // sorted by place
};

// OUTPUT.md's word for an answer in the words of `span`: "accepted", "rejected" …; "" if it is none.
[[nodiscard]] std::string answer_in(const Reading& reading, Span span);

}   // namespace muster::facts
