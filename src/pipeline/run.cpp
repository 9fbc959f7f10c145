// Inputs -> documents -> records, in order.
#include "muster/pipeline/run.hpp"

#include <algorithm>
#include <chrono>
#include <exception>

#include "muster/base/utf8.hpp"
#include "muster/ingest/sha256.hpp"
#include "muster/packs/load.hpp"
#include "pipeline/conveyor.hpp"

namespace muster::pipeline {

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
std::vector<Finished> read_batch(const Muster& muster, const Options& options, std::vector<ingest::Opened>&& batch) {
  std::vector<Finished> finished(batch.size());
  std::vector<OnItsWay> documents;
  std::vector<std::pair<std::size_t, model::SourceInfo>> whose;   // of each of them: its place in the batch, its name
  for (std::size_t i = 0; i < batch.size(); ++i) {
    model::Source& source = batch[i].source;
    if (!base::is_valid_utf8(source.info.path)) source.info.path = printable(source.info.path);
    if (std::optional<std::string>& member = source.info.member; member && !base::is_valid_utf8(*member))
      member = printable(*member);
    if (batch[i].error) {
      finished[i].record = failed_record(std::move(source.info), *batch[i].error);
      finished[i].record.warnings.insert(finished[i].record.warnings.end(), source.warnings.begin(),
                                         source.warnings.end());
      continue;
    }
    whose.emplace_back(i, source.info);
    documents.emplace_back().source = std::move(source);
  }
  muster.read(documents, options);
  for (std::size_t d = 0; d < documents.size(); ++d) {
    Finished& one = finished[whose[d].first];
    one.milliseconds = documents[d].milliseconds;
    if (documents[d].broke)
      one.record =
          failed_record(std::move(whose[d].second),
                        {base::Code::internal, "this document broke muster: " + *documents[d].broke, {}, {}, {}});
    else one.record = std::move(documents[d].record);
  }
  return finished;
}

using Clock = std::chrono::steady_clock;

// Opens one task: numbers its documents, passes what is not asked for, and takes the time.
void open_task(const Task& task, std::uint64_t number, const Options& options, const ingest::Take& take,
               const Waiting& waiting) {
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
    ingest::open_input(task.input, options.fields, options.limits, numbered, options.selection, waiting,
                       all ? ingest::Want{} : wanted);
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
  return run(
      muster, list(paths, options), options,
      [&](model::Record&& record, const Taken&) { return take(std::move(record)); }, progress);
}

Outcome run(const Muster& muster, const std::vector<Task>& tasks, const Options& options, const TakeAt& take,
            const std::function<void(const Progress&)>& progress) {
  const Stages stages{
      [&](const Task& task, const ingest::Take& hand_over, const Waiting& waiting) {
        open_task(task, static_cast<std::uint64_t>(&task - tasks.data()), options, hand_over, waiting);
      },
      [&](std::vector<ingest::Opened>&& batch) { return read_batch(muster, options, std::move(batch)); },
  };
  return convey(tasks, stages,
                {.threads = options.threads,
                 .stop = options.stop,
                 .interrupted = options.interrupted,
                 .idle = options.idle,
                 .unordered = options.unordered},
                take, progress);
}

}  // namespace muster::pipeline
