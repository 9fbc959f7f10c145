// Runs -> blocks. Joins wrapped lines, finds titles, headings, lists, tables and furniture.
#pragma once

#include "muster/model/block.hpp"
#include "muster/model/pack.hpp"

namespace muster::layout {

// Consumes the source. Never fails; text without any structure is one paragraph. O(text).
// `vocab` gives the words of furniture and headings (lists "furniture", "list_headings").
[[nodiscard]] model::Document lay_out(model::Source&& source, const model::Vocab& vocab);

}  // namespace muster::layout
