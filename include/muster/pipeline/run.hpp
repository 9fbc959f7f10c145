// Options -> records, in order. The only room that names the stages.
#pragma once

#include <atomic>
#include <compare>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "muster/base/result.hpp"
#include "muster/facts/make.hpp"
#include "muster/ingest/open.hpp"
#include "muster/model/record.hpp"
#include "muster/pipeline/shard.hpp"
#include "muster/rules/engine.hpp"

namespace muster::pipeline {

// Where a document stands in a run: its input among all of them, and its place in that, both from 0. Records
// come in this order.
struct Position {
  std::uint64_t input = 0, document = 0;
  friend auto operator<=>(const Position&, const Position&) = default;
};

struct Options {
  std::vector<std::string> rules;       // --rules directories
  ingest::Selection selection;
  ingest::Fields fields;
  ingest::Limits limits;
  rules::Limits rule_limits;
  std::uint32_t max_facts = 100'000;    // of one kind in one document; the rest is left out, with a warning
  std::optional<Shard> shard;           // only the documents of this share
  std::optional<Position> after;        // documents up to this one are read past
  bool unordered = false;               // records as they are done
  unsigned threads = 0;                 // 0: all that the machine gives us
  bool with_examples = false;           // load the rules' examples too
  bool keep_layers = false;             // records keep their layers
  bool layers_only = false;             // stop before rules (`muster text`)
  const std::atomic<bool>* stop = nullptr;   // set by a signal: the run ends, what is done was handed over
  // Called on the calling thread when `stop` was seen, before the run waits for its threads, which may be
  // deep in a document or wait for a pipe: a program may end here.
  std::function<void()> interrupted;
  // Called on the calling thread when all records that are done were taken and the next one is not: what was
  // held back may go out. False ends the run, as `take` does.
  std::function<bool()> idle;
};

struct Explanation {                    // for `explain`
  std::vector<model::Match> matches;
  std::vector<model::Trial> trials;
  std::vector<facts::Refusal> refusals;
};

// A document that is read together with others.
struct OnItsWay {
  model::Source source;                 // taken by the reading
  model::Record record;
  base::Diagnostics diagnostics;
  std::vector<model::Match> matches;
  std::optional<std::string> broke;     // what was thrown over it: it has no record
  double milliseconds = 0;              // computing it took
};

// Loaded rules and lexicon. Immutable; safe to share between threads.
class Muster {
 public:
  [[nodiscard]] static base::Result<Muster> load(const Options&);   // further pack errors are in `more`
  ~Muster();
  Muster(Muster&&) noexcept;
  Muster& operator=(Muster&&) noexcept;

  [[nodiscard]] model::Record read(model::Source&&, const Options&, const model::Rule* only = nullptr,
                                   Explanation* = nullptr) const;
  // Some documents at once, stage by stage: the tables of a stage stay near the processor, so that a short document
  // costs no more for its length than a long one. Each record is what the document gives alone.
  void read(std::span<OnItsWay> documents, const Options&) const;
  [[nodiscard]] const rules::Engine& engine() const;

 private:
  Muster();
  // `only` and `explanation`: of one document.
  void read(std::span<OnItsWay> documents, const Options&, const model::Rule* only, Explanation*) const;
  [[nodiscard]] bool match_together(std::span<OnItsWay> documents) const;
  struct State;
  std::unique_ptr<State> state_;
};

// `done` and `failed` count documents; `total` counts files, `files` those that are finished.
struct Progress { std::uint64_t done = 0, failed = 0, files = 0, total = 0; std::string_view current; };

// `read`: documents that were read, `failed`: those that were not.
struct Outcome { std::uint64_t read = 0, failed = 0; bool interrupted = false; };

// A file to open, or the reason why there is none.
struct Task {
  ingest::Input input;
  std::optional<base::Error> problem;
};

// What the paths stand for, path after path.
[[nodiscard]] std::vector<Task> list(const std::vector<std::string>& paths, const Options&);

// What is known of a record beside itself. `milliseconds`: computing it took, opening its document included.
struct Taken {
  Position at;
  double milliseconds = 0;
};
using TakeAt = std::function<bool(model::Record&&, const Taken&)>;

// Of all rules and word lists that are loaded: 64 hex digits, the same for the same rules wherever they lie.
[[nodiscard]] std::string rules_digest(const Muster&);

// A name as UTF-8: what is none becomes U+FFFD.
[[nodiscard]] std::string printable(const std::string& path);

// Reads everything that the paths stand for; `take` gets records in input order on the calling thread
// and stops the run by returning false. A document that fails gives a record with `failed` set and its
// error among the warnings. What `take` gets does not depend on the number of threads. `progress` is
// called on the calling thread too, after each record and at least every 100 ms while waiting.
[[nodiscard]] Outcome run(const Muster&, const std::vector<std::string>& paths, const Options&,
                          const std::function<bool(model::Record&&)>& take,
                          const std::function<void(const Progress&)>& progress = {});
[[nodiscard]] Outcome run(const Muster&, const std::vector<Task>& tasks, const Options&, const TakeAt& take,
                          const std::function<void(const Progress&)>& progress = {});

}  // namespace muster::pipeline
