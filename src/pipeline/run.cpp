// Reads like the table of rooms, top to bottom.
#include "muster/pipeline/run.hpp"

#include "muster/layout/blocks.hpp"
#include "muster/packs/load.hpp"
#include "muster/reconcile/reconcile.hpp"
#include "muster/text/layers.hpp"

namespace muster::pipeline {

struct Muster::State {
  rules::Engine engine;
  text::Lexicon lexicon;
};

Muster::Muster() = default;
Muster::~Muster() = default;
Muster::Muster(Muster&&) noexcept = default;
Muster& Muster::operator=(Muster&&) noexcept = default;

base::Result<Muster> Muster::load(const Options& options) {
  packs::Loaded loaded = options.rules.empty() ? packs::load_embedded(options.with_examples)
                                               : packs::load(options.rules, options.with_examples);
  if (!loaded.errors.empty()) {
    base::Error error = std::move(loaded.errors.front());
    for (std::size_t i = 1; i < loaded.errors.size(); ++i) error.more.push_back(std::move(loaded.errors[i]));
    return base::fail(std::move(error));
  }
  MUSTER_TRY_ASSIGN(engine, rules::Engine::compile(std::move(loaded.set), !options.rules.empty(), options.rule_limits));
  Muster muster;
  text::Lexicon lexicon(engine.packs().vocab);
  muster.state_ = std::make_unique<State>(State{std::move(engine), std::move(lexicon)});
  return muster;
}

const rules::Engine& Muster::engine() const { return state_->engine; }

model::Record Muster::read(model::Source&& source, const Options& options, const model::Rule* only,
                           Explanation* explanation) const {
  const model::Vocab& vocab = state_->engine.packs().vocab;
  model::Record record;
  record.document = layout::lay_out(std::move(source), vocab);
  text::mark_languages(record.document, state_->lexicon);
  record.layers = text::read_layers(record.document, state_->lexicon);
  base::Diagnostics diagnostics;
  if (!options.layers_only) {
    std::vector<model::Match> matches = state_->engine.match(record.document, record.layers, diagnostics, only,
                                                             explanation ? &explanation->trials : nullptr);
    const facts::Reading reading{record.document, record.layers, vocab, matches};
    std::vector<facts::Refusal>* refusals = explanation ? &explanation->refusals : nullptr;
    facts::make_recommendations(reading, record.facts, refusals);
    facts::make_statuses(reading, record.facts, refusals);
    facts::make_judgements(reading, record.facts, refusals);
    facts::make_staffing(reading, record.facts, refusals);
    facts::make_figures(reading, record.facts, refusals);
    record.about = facts::describe(reading, record.facts);
    reconcile::reconcile(record);
    if (explanation) explanation->matches = std::move(matches);
  }
  record.warnings = std::move(record.document.warnings);
  record.warnings.insert(record.warnings.end(), diagnostics.warnings().begin(), diagnostics.warnings().end());
  if (!options.keep_layers) record.layers = {};
  return record;
}

Outcome run(const Muster& muster, const std::vector<std::string>& paths, const Options& options,
            const std::function<bool(model::Record&&)>& take, const std::function<void(const Progress&)>& progress) {
  Outcome outcome;
  (void)progress;
  const ingest::Listing listing = ingest::list_inputs(paths, options.selection, options.limits);
  for (const ingest::Input& input : listing.inputs) {
    ingest::open_input(input, options.fields, options.limits, [&](ingest::Opened&& opened) {
      ++outcome.read;
      return take(muster.read(std::move(opened.source), options));
    });
  }
  return outcome;
}

}  // namespace muster::pipeline
