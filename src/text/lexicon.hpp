// The compiled word lists of the text room. Each table is made by the file that reads with it:
// WordTable for sentences, quantities and dates; NameTable for names, speech and language.
#pragma once

#include "muster/text/layers.hpp"
#include "text/name_table.hpp"
#include "text/word_table.hpp"

namespace muster::text {

struct Lexicon::Lists {
  explicit Lists(const model::Vocab& vocab) : words(vocab), names(vocab) {}
  WordTable words;
  NameTable names;
};

}  // namespace muster::text
