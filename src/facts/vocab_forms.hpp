// A list of the vocabulary by its forms: which entry holds a word, without a walk through all of them. Private to facts.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "facts/caseless_map.hpp"
#include "muster/model/pack.hpp"

namespace muster::facts {

class VocabForms {
 public:
  // `list` must outlive this. O(all forms).
  explicit VocabForms(const model::VocabList& list);

  // The first entry that has `written` (any case, any spacing) among its forms, or nullptr. O(its letters).
  [[nodiscard]] const model::VocabEntry* find(std::string_view written) const;

 private:
  CaselessMap<const model::VocabEntry*> entries_;
  std::vector<std::pair<std::string_view, const model::VocabEntry*>> longer_;   // than the map takes
};

}   // namespace muster::facts
