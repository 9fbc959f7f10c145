// Stepping through UTF-8 safely. Invalid bytes never lead past the end of the view.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace muster::base {

inline constexpr char32_t replacement = 0xFFFD;

// One step: the code point at `at` and how many bytes it takes (at least 1). An invalid sequence is
// `replacement` with the length of its maximal valid prefix (Unicode 15, table 3-8), `valid` false.
struct Step {
  char32_t code_point = replacement;
  std::size_t length = 1;
  bool valid = true;
};
[[nodiscard]] Step step(std::string_view bytes, std::size_t at);

void append(std::string& out, char32_t code_point);   // surrogates and > U+10FFFF become U+FFFD
[[nodiscard]] bool is_valid_utf8(std::string_view bytes);
// Length of the ASCII prefix. Word at a time.
[[nodiscard]] std::size_t ascii_prefix(std::string_view bytes);
[[nodiscard]] std::size_t count_code_points(std::string_view valid_utf8);

}  // namespace muster::base
