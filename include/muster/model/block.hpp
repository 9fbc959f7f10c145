// What layout makes of runs: blocks. Blocks are in order, disjoint, and every character that is not
// white space is in one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muster/model/source.hpp"

namespace muster::model {

enum class BlockKind : std::uint8_t { title, heading, paragraph, list_item, quote, table_row, furniture };
[[nodiscard]] std::string_view to_text(BlockKind kind);

struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span span;                      // with marker, without surrounding white space
  Span content;                   // without bullet, number or quotation bar
  int level = 0;                  // heading level 1-6, list depth from 1, else 0
  std::optional<int> page;        // where it begins
  std::string marker;             // "1.", "2a", "(i)", "AR-2020-001", "•"; "" if none (may not be in the text)
  std::string language = "en";    // ISO 639-1, "und"
  std::int32_t heading = -1;      // index of the nearest heading or title block above, -1 if none
  [[nodiscard]] bool readable() const { return kind != BlockKind::furniture && language == "en"; }
};

// A document between layout and facts.
struct Document {
  SourceInfo source;
  Text text;
  SourceMap map;
  DocumentHints hints;
  std::vector<Block> blocks;
  std::vector<PageMark> pages;    // a block may go on over several
  std::vector<base::Warning> warnings;
};

}  // namespace muster::model
