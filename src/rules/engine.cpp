#include "muster/rules/engine.hpp"

#include <algorithm>
#include <mutex>
#include <utility>

#include <fmt/format.h>

#include "rules/compiled_rule.hpp"
#include "rules/prepared.hpp"
#include "rules/reading.hpp"
#include "rules/waking.hpp"

namespace muster::rules {
namespace {

using base::Code;
using base::Span;

std::uint8_t kinds_of(const model::Rule& rule) {
  using enum model::BlockKind;
  const auto bit = [](model::BlockKind kind) { return 1U << static_cast<unsigned>(kind); };
  unsigned mask = 0;
  for (const std::string& in : rule.in) {
    if (in == "sentence") mask |= bit(paragraph) | bit(list_item) | bit(quote);
    else if (in == "any") mask |= 0x3F;
    else
      for (const model::BlockKind kind : {title, heading, paragraph, list_item, quote, table_row})
        if (in == to_text(kind)) mask |= bit(kind);
  }
  return static_cast<std::uint8_t>(mask);
}

// So many sentences go to the rules at once, rule by rule: a pattern that is at work stays near the processor. Short
// documents go together, each whole, so that what a document gets does not depend on its neighbours.
constexpr std::size_t most_at_once = 512;

}  // namespace

struct Engine::State {
  State(std::shared_ptr<const model::PackSet> set, const Limits& given)
      : packs(std::move(set)), limits(given), expander(packs->vocab) {}
  std::shared_ptr<const model::PackSet> packs;
  Limits limits;
  Expander expander;
  std::vector<std::unique_ptr<CompiledRule>> rules;   // by id
  std::string waking_bytes;                           // where they were not made beforehand
  Waking waking;
  std::once_flag words_once;                          // made when a reader wants to see what was tried
  std::string words_bytes;
  TriggerIndex by_words;

  std::mutex mutex;
  std::vector<std::unique_ptr<Scratch>> idle;         // as many as documents were ever read at once

  std::optional<base::Error> index();
  std::unique_ptr<Scratch> borrow();
  void give_back(std::unique_ptr<Scratch> scratch);
  void match(std::span<const Job> jobs, const model::Rule* only, std::vector<model::Trial>* trials);
  // Adds a sentence to scratch.seen and the rules that it wakes to scratch.awake.
  void see(Scratch& scratch, const Job& job, std::uint32_t document, std::uint32_t sentence,
           const model::Rule* only, bool by_its_words);
  // Adds to scratch.awake the rules that the last sentence of scratch.seen wakes.
  void wake(Scratch& scratch, model::BlockKind kind, const model::Rule* only) const;
  // The same for those who want to know of every rule of whose words the sentence holds one, and of which.
  void wake_by_words(Scratch& scratch, model::BlockKind kind, const model::Rule* only);
  // scratch.by_rule: scratch.awake by rule, then sentence.
  void sort_by_rule(Scratch& scratch) const;
};

void Engine::State::wake(Scratch& scratch, model::BlockKind block, const model::Rule* only) const {
  const Seen& seen = scratch.seen.back();
  const auto kind = static_cast<std::uint8_t>(1U << static_cast<unsigned>(block));
  const auto at = static_cast<std::uint32_t>(scratch.seen.size() - 1);
  waking.scan(seen.text, scratch.starts_at(at), scratch.waking, [&](std::uint32_t r, bool may_veto) {
    const CompiledRule& rule = *rules[r];
    if ((rule.kinds & kind) != 0 && (only == nullptr || rule.rule == only)) scratch.awake.push_back({r, at, {}, may_veto});
  });
}

void Engine::State::wake_by_words(Scratch& scratch, model::BlockKind block, const model::Rule* only) {
  std::call_once(words_once, [&] {
    std::vector<Trigger> words;
    const std::vector<PlacedRule> placed = rules_by_id(*packs);
    for (std::uint32_t r = 0; r < placed.size(); ++r)
      if (auto own = triggers_of(placed[r], r, expander))
        words.insert(words.end(), std::make_move_iterator(own->begin()), std::make_move_iterator(own->end()));
    words_bytes = TriggerIndex::flatten(std::move(words));
    by_words = TriggerIndex(words_bytes);
  });
  const Seen& seen = scratch.seen.back();
  const auto kind = static_cast<std::uint8_t>(1U << static_cast<unsigned>(block));
  const auto at = static_cast<std::uint32_t>(scratch.seen.size() - 1);
  const std::size_t first = scratch.awake.size();
  by_words.scan(seen.text, [&](std::uint32_t r, std::size_t from, std::size_t to) {
    const CompiledRule& rule = *rules[r];
    if ((rule.kinds & kind) == 0 || (only != nullptr && rule.rule != only)) return;
    if (std::none_of(scratch.awake.begin() + static_cast<std::ptrdiff_t>(first), scratch.awake.end(),
                     [&](const Awake& one) { return one.rule == r; }))
      scratch.awake.push_back({r, at, {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)}});
  });
}

void Engine::State::sort_by_rule(Scratch& scratch) const {
  scratch.first_of_rule.assign(rules.size() + 1, 0);
  for (const Awake& one : scratch.awake) ++scratch.first_of_rule[one.rule + 1];
  for (std::size_t r = 0; r < rules.size(); ++r) scratch.first_of_rule[r + 1] += scratch.first_of_rule[r];
  scratch.by_rule.resize(scratch.awake.size());
  for (const Awake& one : scratch.awake) scratch.by_rule[scratch.first_of_rule[one.rule]++] = one;
}

void Engine::State::see(Scratch& scratch, const Job& job, std::uint32_t document, std::uint32_t sentence,
                        const model::Rule* only, bool by_its_words) {
  Span span = job.layers->sentences[sentence].span;
  if (span.size() > limits.max_sentence) {
    job.diagnostics->warn_once(
        Code::text_sentence_length, {},
        fmt::format("a sentence of {} characters: rules saw only its first {}", span.size(), limits.max_sentence));
    span.end = span.begin + limits.max_sentence;
  }
  scratch.starts_known.resize(scratch.seen.size() + 1);
  scratch.starts_known.back() = false;
  scratch.seen.push_back({document, sentence, span.begin, job.document->text.folded(span)});
  const model::BlockKind kind = job.document->blocks[job.layers->sentences[sentence].block].kind;
  if (by_its_words) wake_by_words(scratch, kind, only);
  else wake(scratch, kind, only);
}

void Engine::State::match(std::span<const Job> jobs, const model::Rule* only, std::vector<model::Trial>* trials) {
  // Not given back when something is thrown: what it holds then is not known.
  std::unique_ptr<Scratch> scratch = borrow();
  const std::size_t first_trial = trials != nullptr ? trials->size() : 0;
  std::vector<Reading> readings;
  std::vector<std::size_t> sorted;   // of each document's matches, how many are in order
  for (std::size_t first = 0; first < jobs.size();) {
    // One document, or several short ones, each whole.
    std::size_t last = first + 1;
    std::size_t sentences = jobs[first].layers->sentences.size();
    while (last < jobs.size() && sentences + jobs[last].layers->sentences.size() <= most_at_once)
      sentences += jobs[last++].layers->sentences.size();
    const std::span<const Job> together = jobs.subspan(first, last - first);
    readings.clear();
    readings.reserve(together.size());
    for (const Job& job : together)
      readings.emplace_back(expander, *job.document, *job.diagnostics, *job.matches, *scratch, trials);
    std::size_t document = 0;
    std::uint32_t s = 0;
    while (document < together.size()) {
      scratch->seen.clear();
      scratch->awake.clear();
      sorted.clear();
      for (const Job& job : together) sorted.push_back(job.matches->size());
      while (document < together.size() && scratch->seen.size() < most_at_once) {
        if (s < together[document].layers->sentences.size())
          see(*scratch, together[document], static_cast<std::uint32_t>(document), s++, only, trials != nullptr);
        else ++document, s = 0;
      }
      sort_by_rule(*scratch);
      for (const Awake& one : scratch->by_rule) readings[scratch->seen[one.at].document].read(*rules[one.rule], one);
      // Matches of one place stay in order of their rules.
      for (std::size_t d = 0; d < together.size(); ++d)
        std::stable_sort(together[d].matches->begin() + static_cast<std::ptrdiff_t>(sorted[d]),
                         together[d].matches->end(), [](const model::Match& a, const model::Match& b) {
                           return std::pair(a.sentence, a.span.begin) < std::pair(b.sentence, b.span.begin);
                         });
    }
    first = last;
  }
  if (trials != nullptr)
    std::stable_sort(trials->begin() + static_cast<std::ptrdiff_t>(first_trial), trials->end(),
                     [](const model::Trial& a, const model::Trial& b) { return a.sentence < b.sentence; });
  give_back(std::move(scratch));
}

std::unique_ptr<Scratch> Engine::State::borrow() {
  {
    const std::scoped_lock lock(mutex);
    if (!idle.empty()) {
      std::unique_ptr<Scratch> last = std::move(idle.back());
      idle.pop_back();
      return last;
    }
  }
  return std::make_unique<Scratch>(rules.size());
}

void Engine::State::give_back(std::unique_ptr<Scratch> scratch) {
  const std::scoped_lock lock(mutex);
  idle.push_back(std::move(scratch));
}

std::optional<base::Error> Engine::State::index() {
  const std::vector<PlacedRule> placed = rules_by_id(*packs);
  const std::string_view bytes = packs->built_in ? prepared_rules() : std::string_view();
  const std::optional<Prepared> prepared = bytes.empty() ? std::nullopt : std::optional<Prepared>(bytes);
  for (std::size_t r = 0; r < placed.size(); ++r) {
    auto compiled = std::make_unique<CompiledRule>();
    compiled->rule = placed[r].rule;
    compiled->pack = placed[r].pack;
    compiled->kinds = kinds_of(*placed[r].rule);
    if (prepared) {
      Prepared::Rule made = prepared->rule(r);
      compiled->prepared = made.pattern;
      compiled->prepared_unless = made.unless;
      compiled->groups = std::move(made.groups);
    }
    rules.push_back(std::move(compiled));
  }
  if (!prepared) {
    auto made = Waking::flatten(placed, expander);
    if (!made) return std::move(made.error());
    waking_bytes = std::move(*made);
  }
  waking = Waking(prepared ? prepared->waking() : waking_bytes);
  return std::nullopt;
}

Engine::Engine() = default;
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

base::Result<Engine> Engine::compile(model::PackSet packs, bool eager, const Limits& limits) {
  return compile(std::make_shared<const model::PackSet>(std::move(packs)), eager, limits);
}

base::Result<Engine> Engine::compile(std::shared_ptr<const model::PackSet> packs, bool eager, const Limits& limits) {
  Engine engine;
  engine.state_ = std::make_unique<State>(std::move(packs), limits);
  std::vector<base::Error> problems;
  if (auto problem = engine.state_->index()) problems.push_back(std::move(*problem));
  if (eager)
    for (const auto& rule : engine.state_->rules) {
      rule->compile(engine.state_->expander);
      if (!rule->problem) rule->compile_unless(engine.state_->expander);
      if (rule->problem) problems.push_back(*rule->problem);
      else if (rule->unless_problem) problems.push_back(*rule->unless_problem);
    }
  if (!problems.empty()) {
    base::Error first = std::move(problems.front());
    first.more.assign(std::make_move_iterator(problems.begin() + 1), std::make_move_iterator(problems.end()));
    return base::fail(std::move(first));
  }
  return engine;
}

const model::PackSet& Engine::packs() const { return *state_->packs; }

const model::Rule* Engine::find(std::string_view rule_id) const {
  const auto& rules = state_->rules;
  const auto found = std::lower_bound(rules.begin(), rules.end(), rule_id,
                                      [](const auto& rule, std::string_view id) { return rule->rule->id < id; });
  return found != rules.end() && (*found)->rule->id == rule_id ? (*found)->rule : nullptr;
}

std::vector<model::Match> Engine::match(const model::Document& document, const model::Layers& layers,
                                        base::Diagnostics& diagnostics, const model::Rule* only,
                                        std::vector<model::Trial>* trials) const {
  std::vector<model::Match> matches;
  const Job job{&document, &layers, &diagnostics, &matches};
  state_->match({&job, 1}, only, trials);
  return matches;
}

void Engine::match(std::span<const Job> jobs) const { state_->match(jobs, nullptr, nullptr); }

}  // namespace muster::rules
