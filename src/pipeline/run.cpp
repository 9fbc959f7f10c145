// Reads like the table of rooms, top to bottom.
#include "muster/pipeline/run.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <future>
#include <memory>

#include "muster/base/utf8.hpp"
#include "muster/ingest/sha256.hpp"
#include "muster/layout/blocks.hpp"
#include "muster/packs/load.hpp"
#include "muster/reconcile/reconcile.hpp"
#include "muster/text/layers.hpp"
#include "pipeline/conveyor.hpp"

namespace muster::pipeline {
namespace {

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
  muster.state_ = std::make_unique<State>(State{std::move(engine), std::move(lexicon), std::move(phrases), std::move(words)});
  return muster;
}

const rules::Engine& Muster::engine() const { return state_->engine; }

model::Record Muster::read(model::Source&& source, const Options& options, const model::Rule* only,
                           Explanation* explanation) const {
  const model::Vocab& vocab = state_->engine.packs().vocab;
  model::Record record;
  record.document = layout::lay_out(std::move(source), state_->phrases);
  text::mark_languages(record.document, state_->lexicon);
  record.layers = text::read_layers(record.document, state_->lexicon);
  base::Diagnostics diagnostics;
  if (!options.layers_only) {
    std::vector<model::Match> matches = state_->engine.match(record.document, record.layers, diagnostics, only,
                                                             explanation ? &explanation->trials : nullptr);
    const facts::Reading reading{record.document, record.layers, vocab, matches, state_->words};
    std::vector<facts::Refusal>* refusals = explanation ? &explanation->refusals : nullptr;
    facts::make_recommendations(reading, record.facts, refusals);
    facts::make_statuses(reading, record.facts, refusals);
    facts::make_responses(reading, record.facts, refusals);
    facts::make_judgements(reading, record.facts, refusals);
    facts::make_staffing(reading, record.facts, refusals);
    facts::make_figures(reading, record.facts, refusals);
    record.about = facts::describe(reading, record.facts);
    reconcile::reconcile(record);
    limit_facts(record.facts, options.max_facts, diagnostics);
    if (explanation) explanation->matches = std::move(matches);
  }
  record.warnings = std::move(record.document.warnings);
  record.warnings.insert(record.warnings.end(), diagnostics.warnings().begin(), diagnostics.warnings().end());
  if (!options.keep_layers) record.layers = {};
  return record;
}

std::string rules_digest(const Muster& muster) { return ingest::sha256_of(packs::canonical(muster.engine().packs())); }

// A path is any bytes; a record is UTF-8.
std::string printable(const std::string& path) {
  std::string out;
  for (std::size_t at = 0; at < path.size();) {
    const base::Step step = base::step(path, at);
    base::append(out, step.code_point);
    at += step.length;
  }
  return out;
}

namespace {

model::Record failed_record(model::SourceInfo info, const base::Error& error) {
  model::Record record;
  record.document.source = std::move(info);
  record.failed = true;
  record.warnings.push_back({error.code, error.text, std::nullopt});
  return record;
}

// A document's own trouble stays its own: whatever is thrown becomes its error.
model::Record read_one(const Muster& muster, const Options& options, ingest::Opened&& opened) {
  if (std::string& path = opened.source.info.path; !base::is_valid_utf8(path)) path = printable(path);
  if (std::optional<std::string>& member = opened.source.info.member; member && !base::is_valid_utf8(*member)) member = printable(*member);
  if (opened.error) {
    model::Record record = failed_record(std::move(opened.source.info), *opened.error);
    record.warnings.insert(record.warnings.end(), opened.source.warnings.begin(), opened.source.warnings.end());
    return record;
  }
  model::SourceInfo info = opened.source.info;
  try {
    return muster.read(std::move(opened.source), options);
  } catch (const std::exception& thrown) {
    return failed_record(std::move(info), {base::Code::internal, std::string("this document broke muster: ") + thrown.what(), {}, {}, {}});
  }
}

using Clock = std::chrono::steady_clock;

// Opens one task: numbers its documents, passes what is not asked for, and takes the time.
void open_task(const Task& task, std::uint64_t number, const Options& options, const ingest::Take& take, const Waiting& waiting) {
  if (options.after && number < options.after->input) return;
  const std::string& path = task.input.path;
  const bool whole = options.shard && (task.problem || whole_name(path));
  if (whole && !options.shard->has_file(path)) return;
  std::uint64_t index = 0;
  const auto wanted = [&](const model::SourceInfo& name) {
    if (options.after && Position{number, index} <= *options.after) return false;
    return !options.shard || whole || options.shard->has(name);
  };
  Clock::time_point begin = Clock::now();
  const auto numbered = [&](ingest::Opened&& opened) {
    const bool passed = opened.passed || !wanted(opened.source.info);
    opened.index = index++;
    if (passed) return !(options.stop && options.stop->load(std::memory_order_relaxed));
    opened.milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
    const bool go_on = take(std::move(opened));
    begin = Clock::now();
    return go_on;
  };
  const auto failed = [&](base::Error error) {
    ingest::Opened opened;
    opened.source.info.path = path;
    opened.error = std::move(error);
    numbered(std::move(opened));
  };
  if (task.problem) return failed(*task.problem);
  try {
    const bool all = !options.after && (!options.shard || whole);
    ingest::open_input(task.input, options.fields, options.limits, numbered, options.selection, waiting, all ? ingest::Want{} : wanted);
  } catch (const std::exception& thrown) {
    failed({base::Code::internal, std::string("opening it broke muster: ") + thrown.what(), {}, {}, {}});
  }
}

}  // namespace

std::vector<Task> list(const std::vector<std::string>& paths, const Options& options) {
  std::vector<Task> tasks;
  for (const std::string& path : paths) {   // one by one, so that a problem is reported in its place
    ingest::Listing listing = ingest::list_inputs({path}, options.selection, options.limits);
    for (ingest::Input& input : listing.inputs) tasks.push_back({std::move(input), std::nullopt});
    for (auto& [where, error] : listing.problems) tasks.push_back({{where}, std::move(error)});
  }
  return tasks;
}

Outcome run(const Muster& muster, const std::vector<std::string>& paths, const Options& options,
            const std::function<bool(model::Record&&)>& take, const std::function<void(const Progress&)>& progress) {
  return run(muster, list(paths, options), options, [&](model::Record&& record, const Taken&) { return take(std::move(record)); }, progress);
}

Outcome run(const Muster& muster, const std::vector<Task>& tasks, const Options& options, const TakeAt& take,
            const std::function<void(const Progress&)>& progress) {
  const Stages stages{
      [&](const Task& task, const ingest::Take& hand_over, const Waiting& waiting) {
        open_task(task, static_cast<std::uint64_t>(&task - tasks.data()), options, hand_over, waiting);
      },
      [&](ingest::Opened&& opened) { return read_one(muster, options, std::move(opened)); },
  };
  return convey(tasks, stages, {.threads = options.threads, .stop = options.stop, .interrupted = options.interrupted, .idle = options.idle,
                                .unordered = options.unordered}, take, progress);
}

}  // namespace muster::pipeline
