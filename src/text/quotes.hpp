// Quotation marks of a document, paired: what stands between them, over sentences and re-opened paragraphs.
#pragma once

#include <cstdint>
#include <vector>

#include "muster/model/block.hpp"

namespace muster::text {

struct Quote {
  base::Span inner;            // between the marks
  std::uint32_t block = 0;
  bool continues = false;      // re-opens the quotation that the block before left open
  bool closed = true;
};

// In text order, disjoint. Apostrophes are no marks; an opening mark that is never closed ends with its block.
[[nodiscard]] std::vector<Quote> find_quotes(const model::Document& document);

}  // namespace muster::text
