// Numbers that are no quantities: parts of names, references, times, telephone numbers.
#pragma once

#include "text/values.hpp"

namespace muster::text {

struct Skipper {
  std::size_t list_end = 0;   // just after the last number of a reference ("sections 17" ", 20" "and 47")
  bool plural = false;        // … whose word is a plural, so that it may go on

  // The token after what is to be passed over at `i`, or `i` when a number there may be a quantity.
  [[nodiscard]] std::size_t skip(const Values& v, std::size_t i);
};

}  // namespace muster::text
