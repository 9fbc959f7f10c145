// A text node's decoded text beside the markup it came from: which bytes stand for which. Entities, line
// ends that the parser changed and tags that it passed over make pieces that are not verbatim.
#pragma once

#include <string_view>
#include <vector>

namespace muster::ingest {

struct Aligned {
  std::size_t text = 0, text_size = 0;      // bytes of the decoded text
  std::size_t markup = 0, markup_size = 0;  // bytes of the markup
  bool verbatim = true;
};

// In order; covers the whole text. Linear. Where the two cannot be brought together the rest is one piece.
[[nodiscard]] std::vector<Aligned> align(std::string_view text, std::string_view markup);

}  // namespace muster::ingest
