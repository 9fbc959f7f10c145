// Bytes a second of the text room's steps, over a megabyte of invented report prose, or over the file that the
// environment's MUSTER_BENCH_TEXT names: paragraphs with a blank line between, so that others can be measured on the
// same bytes.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "muster/packs/load.hpp"
#include "text/lexicon.hpp"
#include "text/steps.hpp"

namespace {

using namespace muster;

const text::Lexicon& lexicon() {
  static const text::Lexicon made(packs::load_embedded(false).set.vocab);
  return made;
}

// A document of one block a paragraph.
model::Document of_paragraphs(const std::string& all) {
  model::Document document;
  document.text = base::Text(all);
  const std::string_view text = document.text.folded();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", at), text.size());
    model::Block block;
    block.span = block.content = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    if (end > at) document.blocks.push_back(block);
    at = end + 2;
  }
  return document;
}

const model::Document& prose() {
  static const model::Document made = [] {
    std::string all;
    if (const char* path = std::getenv("MUSTER_BENCH_TEXT")) {
      std::ostringstream read;
      read << std::ifstream(path).rdbuf();
      return of_paragraphs(read.str());
    }
    const std::string paragraph =
        "Leaders have a clear plan for the service, and most of the people who work in it know what is expected of them. "
        "At the time of the visit, 14 of the 57 posts were vacant, and almost a third of visits were late. "
        "Mr. Reed, the manager, said: “We have asked for more staff since March 2014. We are still waiting.” "
        "The number of complaints fell from 11.3% in March 2018 to 9% a year later, which is better than in the region. "
        "Records are kept in good order, but their quality varies, e.g. when a case moves from one team to another. ";
    while (all.size() < (1U << 20)) all += paragraph + "\n\n";
    return of_paragraphs(all);
  }();
  return made;
}

void sentences(benchmark::State& state) {
  for (auto _ : state) {
    model::Layers layers;
    text::split_sentences(prose(), lexicon().lists(), layers);
    benchmark::DoNotOptimize(layers);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * prose().text.size());
}
BENCHMARK(sentences);

void sentences_and_values(benchmark::State& state) {
  for (auto _ : state) {
    model::Layers layers;
    text::split_sentences(prose(), lexicon().lists(), layers);
    text::find_values(prose(), lexicon().lists(), layers);
    benchmark::DoNotOptimize(layers);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * prose().text.size());
}
BENCHMARK(sentences_and_values);

void all_layers(benchmark::State& state) {
  for (auto _ : state) {
    model::Layers layers = text::read_layers(prose(), lexicon());
    benchmark::DoNotOptimize(layers);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * prose().text.size());
}
BENCHMARK(all_layers);

}  // namespace
