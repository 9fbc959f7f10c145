// The sentences' dates and quantities, in one pass over their tokens.
#include "text/values.hpp"

#include "text/steps.hpp"

namespace muster::text {

void find_values(const model::Document& document, const Lexicon::Lists& lists, model::Layers& layers) {
  Values values(document.text.folded(), lists.words);
  std::uint32_t block = UINT32_MAX;
  for (const model::Sentence& sentence : layers.sentences) {
    base::Span span = sentence.span;
    if (sentence.block != block) {
      // The first sentence of a block: its bullet or number is no value.
      block = sentence.block;
      const base::Span content = document.blocks[block].content;
      if (content.begin > span.begin && content.begin < span.end) span.begin = content.begin;
    }
    if (!tokenise(values.text, span, lists.words, values.tokens)) continue;
    values.used.assign(values.tokens.size(), 0);
    read_dates(values, layers.dates);
    read_quantities(values, layers.quantities);
  }
}

}  // namespace muster::text
