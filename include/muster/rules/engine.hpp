// Compiled packs, and what they find. One pass over the text wakes rules; only awake rules try a
// sentence; a pattern that explodes is stopped, reported once per rule and document.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "muster/base/diagnostics.hpp"
#include "muster/base/result.hpp"
#include "muster/model/match.hpp"

namespace muster::rules {

struct Limits {
  std::uint32_t max_sentence = 6000;   // code points of a sentence that a pattern sees; the rest is not matched
};

// A document to be matched, and where what is found goes.
struct Job {
  const model::Document* document;
  const model::Layers* layers;
  base::Diagnostics* diagnostics;
  std::vector<model::Match>* matches;   // appended to
};

class Engine {
 public:
  // Keeps `packs`, which others may read meanwhile. Patterns are compiled on first use unless `eager`, which compiles
  // all and returns every error (P003, P004). Immutable afterwards; safe to share between threads.
  [[nodiscard]] static base::Result<Engine> compile(std::shared_ptr<const model::PackSet> packs, bool eager,
                                                    const Limits& limits);
  [[nodiscard]] static base::Result<Engine> compile(model::PackSet packs, bool eager, const Limits& limits);
  ~Engine();
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  [[nodiscard]] const model::PackSet& packs() const;
  [[nodiscard]] const model::Rule* find(std::string_view rule_id) const;

  // Matches in order of sentence, then begin, then rule id. `only`: just this rule (examples).
  // `trials`: if given, also what happened to every rule that woke.
  [[nodiscard]] std::vector<model::Match> match(const model::Document&, const model::Layers&,
                                                base::Diagnostics&, const model::Rule* only = nullptr,
                                                std::vector<model::Trial>* trials = nullptr) const;
  // The same for several documents: each gets what it would get alone, and many short ones take less time together.
  // When it throws, what the jobs hold is not known.
  void match(std::span<const Job> jobs) const;

 private:
  Engine();
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace muster::rules
