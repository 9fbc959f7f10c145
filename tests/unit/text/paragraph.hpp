// Test support of the text room: one paragraph read with the embedded word lists.
#pragma once

#include <string>
#include <string_view>

#include "muster/model/layers.hpp"
#include "muster/packs/load.hpp"
#include "muster/text/layers.hpp"

namespace muster::text_test {

inline const text::Lexicon& lexicon() {
  static const text::Lexicon made(packs::load_embedded(false).set.vocab);
  return made;
}

inline model::Document paragraph(std::string_view utf8, model::BlockKind kind = model::BlockKind::paragraph) {
  model::Document document;
  document.text = base::Text(std::string(utf8));
  model::Block block;
  block.kind = kind;
  block.span = block.content = document.text.whole();
  document.blocks.push_back(block);
  return document;
}

}  // namespace muster::text_test
