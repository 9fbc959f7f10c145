// A pattern -> its coarse form: what it looks for without look-around, bounds of repeats and captures.
// Every text in which the pattern matches has a match of the coarse form, so that a sieve made of it never
// holds back a match. Knows the syntax that packs use; of anything else it says that it cannot tell.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "rules/pattern_tree.hpp"

namespace muster::rules {

// A non-deterministic automaton.
struct Coarse {
  enum class Kind : std::uint8_t { byte, both, edge, inner, begin, end, match };
  struct Node {
    Kind kind = Kind::match;
    std::uint16_t set = 0;     // byte: index in sets
    std::uint32_t next = 0;
    std::uint32_t other = 0;   // both: goes on at `next` and at `other`
  };
  std::vector<Node> nodes;
  std::vector<ByteSet> sets;
  std::uint32_t start = 0;
};

// nullopt: syntax that is not known, or a pattern that grows too large. `pattern`: as the engine gets it,
// caseless and free-spacing.
[[nodiscard]] std::optional<Coarse> make_coarse(std::string_view pattern);

}  // namespace muster::rules
