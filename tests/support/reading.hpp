// Builders for tests: a document of sentences without the layout and text rooms, and an engine from TOML.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "muster/model/layers.hpp"
#include "muster/packs/load.hpp"
#include "muster/rules/engine.hpp"

namespace muster::support {

struct Sentences {
  model::Document document;
  model::Layers layers;
};

// Each text is one block of its kind and one sentence.
[[nodiscard]] inline Sentences blocks(const std::vector<std::pair<model::BlockKind, std::string>>& texts) {
  Sentences out;
  std::string all;
  for (const auto& [kind, text] : texts) all += text + "\n\n";
  out.document.text = model::Text(all);
  std::uint32_t at = 0;
  for (const auto& [kind, text] : texts) {
    model::Block block;
    block.kind = kind;
    const std::uint32_t size = model::Text(text).size();
    block.span = block.content = {at, at + size};
    out.layers.sentences.push_back({block.span, static_cast<std::uint32_t>(out.document.blocks.size())});
    out.document.blocks.push_back(std::move(block));
    at += size + 2;
  }
  return out;
}

[[nodiscard]] inline Sentences sentences(const std::vector<std::string>& texts) {
  std::vector<std::pair<model::BlockKind, std::string>> paragraphs;
  for (const std::string& text : texts) paragraphs.emplace_back(model::BlockKind::paragraph, text);
  return blocks(paragraphs);
}

}  // namespace muster::support
