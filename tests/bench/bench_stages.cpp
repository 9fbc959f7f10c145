// Bytes a second of each stage, over the .txt files of the folder MUSTER_BENCH_TEXTS; without it over the
// corpus's own texts: short documents, dense in facts.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "muster/layout/blocks.hpp"
#include "muster/output/write.hpp"
#include "muster/packs/load.hpp"
#include "muster/pipeline/run.hpp"
#include "muster/reconcile/reconcile.hpp"
#include "muster/text/layers.hpp"

namespace {

using namespace muster;

// Everything that the stages need and make, once.
struct World {
  std::vector<std::string> texts;
  std::vector<model::Source> sources;
  std::vector<model::Record> records;        // laid out, with layers and facts
  std::vector<std::vector<model::Match>> matches;
  rules::Engine engine;
  text::Lexicon lexicon;
  layout::Phrases phrases;
  facts::Lexicon words;
  std::int64_t bytes = 0;
};

model::Source open(const std::string& bytes) {
  model::Source source;
  ingest::open_bytes(bytes, "bench.txt", {}, {}, [&](ingest::Opened&& opened) {
    source = std::move(opened.source);
    return true;
  });
  return source;
}

void make_facts(const World& world, model::Record& record, const std::vector<model::Match>& matches) {
  const facts::Reading reading{record.document, record.layers, world.engine.packs().vocab, matches, world.words};
  record.facts = {};
  facts::make_recommendations(reading, record.facts);
  facts::make_statuses(reading, record.facts);
  facts::make_responses(reading, record.facts);
  facts::make_judgements(reading, record.facts);
  facts::make_staffing(reading, record.facts);
  facts::make_figures(reading, record.facts);
  record.about = facts::describe(reading, record.facts);
  reconcile::reconcile(record);
}

World& world() {
  static World made = [] {
    rules::Engine engine = std::move(*rules::Engine::compile(packs::load_embedded(false).set, false, {}));
    text::Lexicon lexicon(engine.packs().vocab);
    layout::Phrases phrases(engine.packs().vocab);
    facts::Lexicon words(engine.packs().vocab);
    World out{{}, {}, {}, {}, std::move(engine), std::move(lexicon), std::move(phrases), std::move(words), 0};
    std::vector<std::filesystem::path> paths;
    const char* const folder = std::getenv("MUSTER_BENCH_TEXTS");
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(folder != nullptr ? folder : MUSTER_ROOT "/corpus/texts"))
      if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    for (const auto& path : paths) {
      std::ifstream in(path, std::ios::binary);
      out.texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
      out.bytes += static_cast<std::int64_t>(out.texts.back().size());
      out.sources.push_back(open(out.texts.back()));
      model::Record record;
      record.document = layout::lay_out(model::Source(out.sources.back()), out.phrases);
      text::mark_languages(record.document, out.lexicon);
      record.layers = text::read_layers(record.document, out.lexicon);
      base::Diagnostics diagnostics;
      out.matches.push_back(out.engine.match(record.document, record.layers, diagnostics));
      make_facts(out, record, out.matches.back());
      out.records.push_back(std::move(record));
    }
    return out;
  }();
  return made;
}

template <class Work>
void measure(benchmark::State& state, Work work) {
  World& all = world();
  for (auto _ : state)
    for (std::size_t i = 0; i < all.texts.size(); ++i) work(all, i);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * all.bytes);
}

void ingest_text(benchmark::State& state) {
  measure(state, [](World& all, std::size_t i) { benchmark::DoNotOptimize(open(all.texts[i])); });
}
BENCHMARK(ingest_text);

void ingest_html(benchmark::State& state) {
  std::string page =
      "<!DOCTYPE html><html><head><title>A page</title></head><body><nav><a href=\"/\">Home</a></nav><article>";
  for (int i = 0; i < 200; ++i)
    page +=
        "<p>Inspectors found that <b>12%</b> of posts at the home &amp; its unit were vacant in May, and asked it to recruit.</p>\n";
  page += "</article><footer>Contact us</footer></body></html>";
  for (auto _ : state) benchmark::DoNotOptimize(open(page));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * page.size()));
}
BENCHMARK(ingest_html);

void layout_blocks(benchmark::State& state) {
  measure(state, [](World& all, std::size_t i) {
    benchmark::DoNotOptimize(layout::lay_out(model::Source(all.sources[i]), all.phrases));
  });
}
BENCHMARK(layout_blocks);

void languages(benchmark::State& state) {
  measure(state, [](World& all, std::size_t i) { text::mark_languages(all.records[i].document, all.lexicon); });
}
BENCHMARK(languages);

void layers(benchmark::State& state) {
  measure(state, [](World& all, std::size_t i) {
    benchmark::DoNotOptimize(text::read_layers(all.records[i].document, all.lexicon));
  });
}
BENCHMARK(layers);

void rules_match(benchmark::State& state) {
  measure(state, [](World& all, std::size_t i) {
    base::Diagnostics diagnostics;
    benchmark::DoNotOptimize(all.engine.match(all.records[i].document, all.records[i].layers, diagnostics));
  });
}
BENCHMARK(rules_match);

void facts_and_reconcile(benchmark::State& state) {
  measure(state, [](World& all, std::size_t i) { make_facts(all, all.records[i], all.matches[i]); });
}
BENCHMARK(facts_and_reconcile);

void output_json_lines(benchmark::State& state) {
  const auto writer = output::make_writer(output::Format::jsonl, {});
  measure(state, [&](World& all, std::size_t i) {
    std::string out;
    writer->write(all.records[i], out);
    benchmark::DoNotOptimize(out);
  });
}
BENCHMARK(output_json_lines);

void whole(benchmark::State& state) {
  const auto muster = pipeline::Muster::load({});
  const auto writer = output::make_writer(output::Format::jsonl, {});
  for (const std::string& text : world().texts)
    benchmark::DoNotOptimize(muster->read(open(text), {}));   // compiles patterns
  measure(state, [&](World& all, std::size_t i) {
    std::string out;
    writer->write(muster->read(open(all.texts[i]), {}), out);
    benchmark::DoNotOptimize(out);
  });
}
BENCHMARK(whole);

}  // namespace
