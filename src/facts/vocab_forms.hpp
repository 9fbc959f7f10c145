// A list of the vocabulary by its forms: which entry holds a word, without a walk through all of them. Private to
// facts.
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
  // False: no form begins with this word. O(its letters).
  [[nodiscard]] bool may_begin(std::string_view word) const {
    return word.size() > CaselessKey::longest || first_words_.find(word) != nullptr;
  }

 private:
  CaselessMap<const model::VocabEntry*> entries_;
  CaselessMap<bool> first_words_;   // of forms, up to their first blank
  std::vector<std::pair<std::string_view, const model::VocabEntry*>> longer_;   // than the map takes
};

}   // namespace muster::facts
