// Abbreviations, number words, months and approximators, compiled.
#pragma once

#include "muster/model/pack.hpp"

namespace muster::text {

class WordTable {
 public:
  explicit WordTable(const model::Vocab& vocab);
};

}  // namespace muster::text
