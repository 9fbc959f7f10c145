// What a line begins with: a bullet, a number, a letter, a code. Knows one line only.
#pragma once

#include <cstdint>
#include <string_view>

namespace muster::layout {

enum class MarkerKind : std::uint8_t {
  none,
  bullet,     // • - * o
  number,     // 1. 1) (1) 12
  letter,     // a) (a) 2a
  roman,      // (iv) iv)
  section,    // 3.4 3.4.1
  code,       // AR-2020-001
  quotation,  // >
};

struct Marker {
  MarkerKind kind = MarkerKind::none;
  std::uint32_t length = 0;      // of the marker alone
  std::uint32_t content = 0;     // where the text behind it begins; the line's length if there is none
  std::uint32_t number = 0;      // what a number says; 1 for a, i
  std::uint8_t depth = 0;        // section: its parts
  char sign = 0;                 // bullet: the sign; number, letter: the character that ends it
  bool bare = false;             // a number with nothing but space behind: only its neighbours can tell
};

// `line` is folded, without white space at its ends. O(marker).
[[nodiscard]] Marker parse_marker(std::string_view line);

}  // namespace muster::layout
