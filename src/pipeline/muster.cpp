// Reads like the table of rooms, top to bottom.
#include <algorithm>
#include <array>
#include <chrono>
#include <exception>
#include <future>
#include <memory>
#include <stdexcept>

#include "muster/layout/blocks.hpp"
#include "muster/packs/load.hpp"
#include "muster/pipeline/run.hpp"
#include "muster/reconcile/reconcile.hpp"
#include "muster/text/layers.hpp"

namespace muster::pipeline {
namespace {

using Clock = std::chrono::steady_clock;

// Cuts a kind to `limit` facts and forgets links to what went.
template <class Facts>
bool cut(Facts& facts, std::uint32_t limit) {
  if (facts.size() <= limit) return false;
  facts.erase(facts.begin() + static_cast<std::ptrdiff_t>(limit), facts.end());
  return true;
}

bool has(const auto& facts, const std::string& id) {
  return std::any_of(facts.begin(), facts.end(), [&](const auto& fact) { return fact.id == id; });
}

void limit_facts(model::Drafts& facts, std::uint32_t limit, base::Diagnostics& diagnostics) {
  const bool recommendations = cut(facts.recommendations, limit);
  const bool staffing = cut(facts.staffing, limit);
  bool any = recommendations || staffing;
  any |= cut(facts.statuses, limit);
  any |= cut(facts.responses, limit);
  any |= cut(facts.judgements, limit);
  any |= cut(facts.figures, limit);
  if (!any) return;
  diagnostics.warn(base::Code::facts_limit, "more than " + std::to_string(limit) +
                                                " facts of one kind: the rest was left out (--max-facts)");
  if (recommendations) {
    for (model::Recommendation& fact : facts.recommendations)
      if (!has(facts.recommendations, fact.repeats)) fact.repeats.clear();
    for (model::Status& fact : facts.statuses)
      std::erase_if(fact.refers_to, [&](const std::string& id) { return !has(facts.recommendations, id); });
  }
  if (staffing)
    for (model::Staffing& fact : facts.staffing)
      if (!has(facts.staffing, fact.pair)) fact.pair.clear();
}

}  // namespace

struct Muster::State {
  rules::Engine engine;
  text::Lexicon lexicon;
  layout::Phrases phrases;
  facts::Lexicon words;
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
  const auto packs = std::make_shared<const model::PackSet>(std::move(loaded.set));
  // Two tables of words at once: half of what a start costs is making them.
  auto indexed = std::async([&] { return rules::Engine::compile(packs, !options.rules.empty(), options.rule_limits); });
  text::Lexicon lexicon(packs->vocab);
  layout::Phrases phrases(packs->vocab);
  facts::Lexicon words(packs->vocab);
  MUSTER_TRY_ASSIGN(engine, indexed.get());
  Muster muster;
  muster.state_ =
      std::make_unique<State>(State{std::move(engine), std::move(lexicon), std::move(phrases), std::move(words)});
  return muster;
}

const rules::Engine& Muster::engine() const { return state_->engine; }

namespace {

// The steps of facts, in their order: each reads what those before have made.
using Make = void (*)(const facts::Reading&, model::Drafts&, std::vector<facts::Refusal>*);
constexpr std::array<Make, 6> makers = {facts::make_recommendations, facts::make_statuses, facts::make_responses,
                                        facts::make_judgements, facts::make_staffing, facts::make_figures};

void finish_facts(OnItsWay& document, const facts::Reading& reading, const Options& options) {
  model::Record& record = document.record;
  record.about = facts::describe(reading, record.facts);
  reconcile::reconcile(record);
  limit_facts(record.facts, options.max_facts, document.diagnostics);
}

void close(OnItsWay& document, const Options& options) {
  model::Record& record = document.record;
  record.warnings = std::move(record.document.warnings);
  record.warnings.insert(record.warnings.end(), document.diagnostics.warnings().begin(),
                         document.diagnostics.warnings().end());
  if (!options.keep_layers) record.layers = {};
}

}  // namespace

model::Record Muster::read(model::Source&& source, const Options& options, const model::Rule* only,
                           Explanation* explanation) const {
  OnItsWay document;
  document.source = std::move(source);
  read({&document, 1}, options, only, explanation);
  if (document.broke) throw std::runtime_error(*document.broke);
  return std::move(document.record);
}

void Muster::read(std::span<OnItsWay> documents, const Options& options) const {
  read(documents, options, nullptr, nullptr);
}

void Muster::read(std::span<OnItsWay> documents, const Options& options, const model::Rule* only,
                  Explanation* explanation) const {
  // Does one step for every document; what is thrown over one is that one's trouble.
  const auto each = [&](auto step) {
    for (OnItsWay& document : documents) {
      if (document.broke) continue;
      const auto begin = Clock::now();
      try {
        step(document);
      } catch (const std::exception& thrown) {
        document.broke = thrown.what();
      }
      document.milliseconds += std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
    }
  };
  each([&](OnItsWay& document) {
    document.record.document = layout::lay_out(std::move(document.source), state_->phrases);
  });
  each([&](OnItsWay& document) { text::mark_languages(document.record.document, state_->lexicon); });
  each([&](OnItsWay& document) {
    document.record.layers = text::read_layers(document.record.document, state_->lexicon);
  });
  if (!options.layers_only) {
    if (documents.size() < 2 || !match_together(documents))
      each([&](OnItsWay& document) {
        document.matches = state_->engine.match(document.record.document, document.record.layers, document.diagnostics,
                                                only, explanation ? &explanation->trials : nullptr);
      });
    std::vector<facts::Reading> readings;
    readings.reserve(documents.size());
    for (const OnItsWay& document : documents)
      readings.push_back({document.record.document, document.record.layers, state_->engine.packs().vocab,
                          document.matches, state_->words});
    const auto reading = [&](const OnItsWay& document) -> const facts::Reading& {
      return readings[static_cast<std::size_t>(&document - documents.data())];
    };
    std::vector<facts::Refusal>* const refusals = explanation ? &explanation->refusals : nullptr;
    for (const Make make : makers)
      each([&](OnItsWay& document) { make(reading(document), document.record.facts, refusals); });
    each([&](OnItsWay& document) { finish_facts(document, reading(document), options); });
    if (explanation) explanation->matches = std::move(documents.front().matches);
  }
  each([&](OnItsWay& document) { close(document, options); });
}

// False: something was thrown over one of them, and nothing is matched.
bool Muster::match_together(std::span<OnItsWay> documents) const {
  std::vector<rules::Job> jobs;
  std::size_t letters = 0;
  for (OnItsWay& document : documents) {
    if (document.broke) continue;
    jobs.push_back({&document.record.document, &document.record.layers, &document.diagnostics, &document.matches});
    letters += document.record.document.text.size();
  }
  const auto begin = Clock::now();
  try {
    state_->engine.match(jobs);
  } catch (const std::exception&) {
    for (OnItsWay& document : documents) document.matches.clear(), document.diagnostics = {};
    return false;
  }
  // Each has its share of the time.
  const double took = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
  for (OnItsWay& document : documents)
    if (!document.broke)
      document.milliseconds += took * static_cast<double>(document.record.document.text.size()) /
                               static_cast<double>(std::max<std::size_t>(letters, 1));
  return true;
}

}  // namespace muster::pipeline
