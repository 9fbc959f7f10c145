// One-line dumps of layers: `pct(70..91)`, `share(>14 8/57)`, `period(2015..2016)`, sentences with '|'
// between them. Bounds: ~ about, > over, < under, <= up to, >= at least. A deadline ends in '!'.
#pragma once

#include <string>
#include <vector>

#include "muster/model/layers.hpp"

namespace muster::model {

[[nodiscard]] std::string notation(const Quantity&);
[[nodiscard]] std::string notation(const DateMention&);
[[nodiscard]] std::string notation(const std::vector<Quantity>&);
[[nodiscard]] std::string notation(const std::vector<DateMention>&);
[[nodiscard]] std::string notation(const std::vector<Sentence>&, const Text&);

}  // namespace muster::model
