// Blocks -> layers: sentences, quantities, dates, names, speech; and each block's language.
#pragma once

#include <memory>

#include "muster/model/layers.hpp"
#include "muster/model/pack.hpp"

namespace muster::text {

// Compiled word lists. Built once, immutable, shared by threads.
class Lexicon {
 public:
  explicit Lexicon(const model::Vocab& vocab);
  ~Lexicon();
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  struct Lists;
  [[nodiscard]] const Lists& lists() const { return *lists_; }

 private:
  std::unique_ptr<const Lists> lists_;
};

// Sets language of every block and of the source. O(text).
void mark_languages(model::Document& document, const Lexicon& lexicon);

// Reads the readable blocks. O(text); no allocation per token. Deterministic, locale-free.
[[nodiscard]] model::Layers read_layers(const model::Document& document, const Lexicon& lexicon);

}  // namespace muster::text
