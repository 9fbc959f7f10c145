#include "reading.hpp"

#include "muster/base/utf8.hpp"
#include "muster/pipeline/run.hpp"
#include "promise.hpp"

using namespace muster;

namespace {

bool inside(base::Span span, const model::Text& text) { return span.begin <= span.end && span.end <= text.size(); }

template <class Facts>
void check_facts(const Facts& facts, const model::Text& text) {
  std::uint32_t last = 0;
  for (const auto& fact : facts) {
    const base::Span quote = fact.evidence.quote;
    PROMISE(inside(quote, text) && inside(fact.focus, text));
    PROMISE(base::count_code_points(text.utf8(quote)) == quote.size());
    PROMISE(!fact.id.empty() && !fact.evidence.rule.empty());
    PROMISE(quote.begin >= last);   // OUTPUT.md: by evidence.start
    last = quote.begin;
    if (fact.evidence.section) PROMISE(inside(*fact.evidence.section, text));
  }
}

template <class Layer>
void check_spans(const Layer& layer, const model::Text& text) {
  std::uint32_t last = 0;
  for (const auto& item : layer) {
    PROMISE(inside(item.span, text));
    PROMISE(item.span.begin >= last);
    last = item.span.begin;
  }
}

void check(const model::Record& record) {
  const model::Text& text = record.document.text;
  PROMISE(base::is_valid_utf8(text.utf8()));
  PROMISE(base::count_code_points(text.utf8()) == text.size());
  std::uint32_t end = 0;
  for (const model::Block& block : record.document.blocks) {
    PROMISE(inside(block.span, text) && block.span.begin >= end);
    PROMISE(block.span.contains(block.content));
    end = block.span.end;
  }
  end = 0;
  for (const model::Sentence& sentence : record.layers.sentences) {
    PROMISE(inside(sentence.span, text) && sentence.span.begin >= end);
    PROMISE(sentence.block < record.document.blocks.size());
    PROMISE(record.document.blocks[sentence.block].span.contains(sentence.span));
    end = sentence.span.end;
  }
  check_spans(record.layers.quantities, text);
  check_spans(record.layers.dates, text);
  check_spans(record.layers.names, text);
  check_facts(record.facts.recommendations, text);
  check_facts(record.facts.statuses, text);
  check_facts(record.facts.judgements, text);
  check_facts(record.facts.staffing, text);
  check_facts(record.facts.figures, text);
}

}  // namespace

void read_and_check(std::string_view bytes, std::string_view path, const ingest::Limits& limits) {
  pipeline::Options options;
  options.keep_layers = true;
  static const auto muster = pipeline::Muster::load(options);
  PROMISE(muster);
  ingest::open_bytes(bytes, path, {}, limits, [&](ingest::Opened&& opened) {
    if (!opened.error) check(muster->read(std::move(opened.source), options));
    return true;
  });
}
