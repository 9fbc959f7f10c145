// A document's blocks in one line, for tests and `explain`. Short, exact, not for machines.
#pragma once

#include <string>

#include "muster/model/block.hpp"

namespace muster::model {

// T[title] H2[heading] P[paragraph] L1[item] Q[quote] R[table row] F[furniture], joined by spaces. The
// text is the block's content; a number marker stands before it: "L1(2a)[…]".
[[nodiscard]] std::string notation(const Document& document);

}  // namespace muster::model
