// TOML -> packs and vocabulary, with the position of everything that can be wrong.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "muster/base/result.hpp"
#include "muster/model/pack.hpp"

namespace muster::packs {

struct Loaded {
  model::PackSet set;
  std::vector<base::Error> errors;   // empty: everything is in order
};

// The packs compiled into the program. `with_examples` false skips yes/no/todo (faster start).
[[nodiscard]] Loaded load_embedded(bool with_examples);

// The embedded packs with every *.toml below `directories` on top: a pack, vocab list or rule of the
// same id replaces the embedded one, others are added. Every problem is listed, not only the first.
[[nodiscard]] Loaded load(const std::vector<std::string>& directories, bool with_examples);

// One pack or vocab file from memory; `path` is for messages. Used by tests and fuzzers.
[[nodiscard]] Loaded load_text(std::string_view toml, std::string_view path);

// All that the packs say, examples and positions left out: the same bytes for the same rules.
[[nodiscard]] std::string canonical(const model::PackSet& set);

// The stub that `rules new` prints.
[[nodiscard]] std::string stub(std::string_view id);

}  // namespace muster::packs
