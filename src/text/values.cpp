// The sentences' dates and quantities, in one pass over their tokens.
#include "text/values.hpp"

#include <string>

#include "text/steps.hpp"

namespace muster::text {
namespace {

// "2023-02-03" -> "2023-03-02": the document puts the month first.
void turn(model::DateMention& date) {
  for (std::string* iso : {&date.from, &date.to})
    if (iso->size() == 10) *iso = iso->substr(0, 5) + iso->substr(8, 2) + "-" + iso->substr(5, 2);
}

}  // namespace

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
    if (!may_hold_values(values.text, span, lists.words) || !tokenise(values.text, span, lists.words, values.tokens))
      continue;
    values.used.assign(values.tokens.size(), 0);
    read_dates(values, layers.dates);
    read_quantities(values, layers.quantities);
  }
  if (values.order.month_first > values.order.day_first)
    for (const std::uint32_t i : values.order.doubtful) turn(layers.dates[i]);
}

}  // namespace muster::text
