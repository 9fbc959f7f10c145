// How many columns a character takes on a terminal.
#pragma once

namespace muster::base {

// 0 (combining, control, zero-width), 1 or 2 (wide and full-width East Asian, most emoji).
[[nodiscard]] int columns_of(char32_t code_point);

}  // namespace muster::base
