// A pattern -> a tree of its pieces, for those who ask what its matches must hold (its coarse form, the words
// that it needs). Knows the syntax that packs use; of anything else it says that it cannot tell.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muster::rules {

using ByteSet = std::bitset<256>;

struct Piece {
  // ahead, behind: what must stand there and is no part of the match. What must not stand somewhere is left out.
  // text: letters and digits, one after the other, in either case.
  enum class Kind : std::uint8_t { nothing, text, bytes, sequence, choice, repeat, edge, inner, begin, end, ahead, behind };
  Kind kind = Kind::nothing;
  unsigned least = 1;
  bool many = false;             // repeat: any number above `least`, else at most one more
  bool exact = false;            // repeat: `least` times and no more
  ByteSet set;                   // bytes
  std::string text;              // text: lower case
  std::vector<Piece> parts;
};

// The bytes of \w, as patterns count them.
[[nodiscard]] const ByteSet& word_set();

// nullopt: syntax that is not known. `pattern`: as the engine gets it, caseless and free-spacing; sets hold both cases.
[[nodiscard]] std::optional<Piece> read_pattern(std::string_view pattern);

}  // namespace muster::rules
