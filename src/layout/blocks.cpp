#include "muster/layout/blocks.hpp"

namespace muster::layout {

model::Document lay_out(model::Source&& source, const model::Vocab&) {
  model::Document d;
  d.source = std::move(source.info);
  d.text = std::move(source.text);
  d.map = std::move(source.map);
  d.hints = std::move(source.hints);
  d.warnings = std::move(source.warnings);
  for (const model::Run& run : source.runs) {
    model::Block block;
    block.span = block.content = run.span;
    block.page = run.page;
    block.marker = run.marker;
    block.level = run.level;
    block.kind = run.furniture ? model::BlockKind::furniture : model::BlockKind::paragraph;
    d.blocks.push_back(std::move(block));
  }
  return d;
}

}  // namespace muster::layout
