// One TOML file -> one pack or word list, and everything that is wrong with its form. Knows the fields
// and their types, not what a pattern means.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "muster/base/result.hpp"
#include "muster/model/pack.hpp"

namespace muster::packs {

struct File {
  std::optional<model::Pack> pack;
  std::optional<model::VocabList> list;
};

// Problems are added to `errors` in the order of their lines; a rule or entry with a problem is left out.
[[nodiscard]] File read_file(std::string_view toml, std::string_view path, bool with_examples,
                             std::vector<base::Error>& errors);

}  // namespace muster::packs
