// Gazetteers, compiled: names of inspectorates, bodies, roles and places; words of saying; stop words.
#pragma once

#include "muster/model/pack.hpp"

namespace muster::text {

class NameTable {
 public:
  explicit NameTable(const model::Vocab& vocab);
};

}  // namespace muster::text
