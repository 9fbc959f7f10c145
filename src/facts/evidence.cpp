#include "facts/clauses.hpp"

namespace muster::facts {

model::Evidence evidence_of(const Reading& reading, std::uint32_t sentence, const model::Rule& rule) {
  const model::Sentence& said = reading.layers.sentences[sentence];
  const model::Block& block = reading.document.blocks[said.block];
  model::Evidence evidence;
  evidence.quote = said.span;
  evidence.page = block.page;
  if (const std::optional<int> page = model::page_at(reading.document.pages, said.span.begin)) evidence.page = page;
  evidence.rule = rule.id;
  if (block.heading >= 0) {
    const model::Block& heading = reading.document.blocks[static_cast<std::size_t>(block.heading)];
    evidence.section = heading.content;
  }
  // The innermost speech that holds the whole sentence, or else that begins in it.
  const model::Speech* best = nullptr;
  for (const model::Speech& speech : speeches_near(reading.layers, said.span)) {
    if (speech.speaker_name.empty() || !speech.said.overlaps(said.span)) continue;
    if (best == nullptr || speech.said.size() <= best->said.size()) best = &speech;
  }
  if (best != nullptr) evidence.speaker = best->speaker_name;
  return evidence;
}

}  // namespace muster::facts
