#include "muster/model/notation_blocks.hpp"

#include <algorithm>

namespace muster::model {
namespace {

char letter(BlockKind kind) {
  switch (kind) {
    case BlockKind::title: return 'T';
    case BlockKind::heading: return 'H';
    case BlockKind::paragraph: return 'P';
    case BlockKind::list_item: return 'L';
    case BlockKind::quote: return 'Q';
    case BlockKind::table_row: return 'R';
    case BlockKind::furniture: return 'F';
  }
  return '?';
}

}  // namespace

std::string notation(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (!out.empty()) out += ' ';
    out += letter(block.kind);
    if (block.kind == BlockKind::heading || block.kind == BlockKind::list_item) out += std::to_string(block.level);
    const bool numbered = std::any_of(block.marker.begin(), block.marker.end(), [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    if (numbered) out += '(' + block.marker + ')';
    out += '[' + document.text.string(block.content) + ']';
  }
  return out;
}

}  // namespace muster::model
