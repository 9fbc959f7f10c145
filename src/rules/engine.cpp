#include "muster/rules/engine.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>

#include <fmt/format.h>

#include "rules/expand.hpp"
#include "rules/narrow.hpp"
#include "rules/regex.hpp"
#include "rules/trigger.hpp"

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

// After so many stops in one document a rule is not tried there any more: even a stop costs time.
constexpr std::uint8_t most_stops = 16;

// A rule that has been compiled for so many sentences will be met again: it is compiled whole. And a
// pattern that a sentence makes shorter by fewer forms than that is compiled whole at once.
constexpr std::uint32_t most_narrow = 4;
constexpr std::size_t worth_narrowing = 40;
// Only in sentences of ordinary length, where no pattern comes near the step limit: which form of a
// pattern a sentence meets depends on what other threads have read, and must never show.
constexpr std::size_t longest_narrow = 400;

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

// A rule and what is made of it on first use.
struct CompiledRule {
  const model::Rule* rule = nullptr;
  const model::Pack* pack = nullptr;
  std::uint8_t kinds = 0;
  std::once_flag once, once_unless, once_groups;
  std::unique_ptr<Regex> pattern, unless;
  std::vector<Group> groups;   // the same whatever the lists hold
  std::optional<base::Error> problem, unless_problem, group_problem;

  std::atomic<bool> whole{false};           // `pattern` or `problem` is there
  std::atomic<std::uint32_t> narrowed{0};   // times compiled for one sentence

  void compile(const Expander& expander);
  // The pattern for the sentence of `narrow` only; nullptr: compile the whole one.
  std::unique_ptr<Regex> compile_narrow(const Expander& expander, Narrowing& narrow);
  void compile_unless(const Expander& expander);   // apart: most patterns that are tried find nothing to veto

 private:
  std::unique_ptr<Regex> compile_one(const Expander& expander, const std::string& written, std::string_view field);
  void find_groups(const std::string& expanded);
  void check_groups();
};

struct Engine::State {
  State(model::PackSet&& set, const Limits& given) : packs(std::move(set)), limits(given), expander(packs.vocab) {}
  model::PackSet packs;
  Limits limits;
  Expander expander;
  std::vector<std::unique_ptr<CompiledRule>> rules;   // by id
  TriggerIndex triggers;
  std::vector<std::vector<std::uint32_t>> woken_by;   // rules of each trigger group

  std::optional<base::Error> index();
};

std::unique_ptr<Regex> CompiledRule::compile_one(const Expander& expander, const std::string& written, std::string_view field) {
  const auto fail = [&](Code code, std::string text) {
    (field == "unless" ? unless_problem : problem) = base::Error{code, fmt::format("rule `{}`: `{}`: {}", rule->id, field, text),
                                                                 field == "unless" ? rule->unless_where : rule->pattern_where, {}, {}};
    return nullptr;
  };
  if (!is_ascii(written))
    return fail(Code::pack_pattern, "holds a character beyond ASCII (texts are folded: write ' \" - e for ’ “ – é)");
  auto expanded = expander.expand(written, *pack);
  if (!expanded) return fail(expanded.error().code, expanded.error().text);
  Regex::Problem why;
  std::unique_ptr<Regex> regex = Regex::compile(*expanded, why);
  if (regex == nullptr) {
    const std::size_t from = why.at > 20 ? why.at - 20 : 0;
    return fail(Code::pack_pattern, fmt::format("{} (near `{}`)", why.text, expanded->substr(from, 40)));
  }
  if (field == "pattern") find_groups(*expanded);
  return regex;
}

void CompiledRule::find_groups(const std::string& expanded) {
  std::call_once(once_groups, [&] {
    groups = named_groups(expanded);
    check_groups();
  });
}

void CompiledRule::check_groups() {
  for (const auto& [field, value] : rule->makes) {
    for (std::size_t open = value.find('{'); open != std::string::npos; open = value.find('{', open + 1)) {
      const std::size_t close = value.find('}', open);
      if (close == std::string::npos) break;
      const std::string_view name = std::string_view(value).substr(open + 1, close - open - 1);
      if (std::any_of(groups.begin(), groups.end(), [&](const Group& group) { return group.name == name; })) continue;
      group_problem = base::Error{Code::pack_name, fmt::format("rule `{}`: `makes.{}` names {{{}}}, which is no group of the pattern", rule->id, field, name),
                                  rule->pattern_where, {}, {}};
      return;
    }
  }
}

void CompiledRule::compile(const Expander& expander) {
  std::call_once(once, [&] {
    pattern = compile_one(expander, rule->pattern, "pattern");
    if (!problem) problem = group_problem;
    whole.store(true, std::memory_order_release);
  });
}

std::unique_ptr<Regex> CompiledRule::compile_narrow(const Expander& expander, Narrowing& narrow) {
  if (!is_ascii(rule->pattern)) return nullptr;
  narrow.count_anew();
  const auto expanded = expander.expand(rule->pattern, *pack, &narrow);
  if (!expanded || narrow.dropped() < worth_narrowing) return nullptr;
  Regex::Problem why;
  find_groups(*expanded);
  if (group_problem) return nullptr;
  return Regex::compile(*expanded, why, Regex::Use::once);
}

void CompiledRule::compile_unless(const Expander& expander) {
  if (rule->unless.empty()) return;
  std::call_once(once_unless, [&] { unless = compile_one(expander, rule->unless, "unless"); });
}

std::optional<base::Error> Engine::State::index() {
  for (const model::Pack& pack : packs.packs)
    for (const model::Rule& rule : pack.rules) {
      auto compiled = std::make_unique<CompiledRule>();
      compiled->rule = &rule;
      compiled->pack = &pack;
      compiled->kinds = kinds_of(rule);
      rules.push_back(std::move(compiled));
    }
  std::sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) { return a->rule->id < b->rule->id; });

  // Words that several rules wait for stand in the index once.
  std::map<std::string_view, std::uint32_t> groups;
  std::vector<Trigger> wanted;
  for (std::uint32_t r = 0; r < rules.size(); ++r)
    for (const std::string& when : rules[r]->rule->when) {
      const auto [found, fresh] = groups.emplace(when, static_cast<std::uint32_t>(groups.size()));
      if (fresh) {
        woken_by.emplace_back();
        auto words = expander.triggers(when);
        if (!words) {
          words.error().where = rules[r]->rule->where;
          return words.error();
        }
        for (const std::string& word : *words) wanted.push_back(make_trigger(word, found->second));
      }
      if (woken_by[found->second].empty() || woken_by[found->second].back() != r) woken_by[found->second].push_back(r);
    }
  triggers = TriggerIndex(std::move(wanted));
  return std::nullopt;
}

Engine::Engine() = default;
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

base::Result<Engine> Engine::compile(model::PackSet packs, bool eager, const Limits& limits) {
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

const model::PackSet& Engine::packs() const { return state_->packs; }

const model::Rule* Engine::find(std::string_view rule_id) const {
  const auto& rules = state_->rules;
  const auto found = std::lower_bound(rules.begin(), rules.end(), rule_id,
                                      [](const auto& rule, std::string_view id) { return rule->rule->id < id; });
  return found != rules.end() && (*found)->rule->id == rule_id ? (*found)->rule : nullptr;
}

namespace {

struct Awake {
  std::uint32_t rule;
  Span trigger;   // in the sentence
};

// One document's reading: the state that goes from sentence to sentence.
class Reading {
 public:
  Reading(const Expander& expander, const model::Document& document, base::Diagnostics& diagnostics, std::vector<model::Match>& matches,
          std::vector<model::Trial>* trials)
      : expander_(expander), document_(document), diagnostics_(diagnostics), matches_(matches), trials_(trials) {}

  // All that one awake rule finds in the sentence `text`, which begins at `begin` of the document.
  void apply(CompiledRule& compiled, const Regex& pattern, std::uint8_t& stops, std::uint32_t sentence, std::string_view text,
             std::uint32_t begin, Span trigger) {
    std::size_t from = 0;
    const std::size_t first = matches_.size();
    bool checked = false;
    while (from <= text.size()) {
      Span span;
      Search result = pattern.search(text, from, text.size(), span, &captures_);
      if (result == Search::found) {
        compiled.compile_unless(expander_);
        if (compiled.unless_problem) {
          diagnostics_.warn_once(Code::rule_stopped, compiled.rule->id, compiled.unless_problem->text);
          return;
        }
      }
      if (result == Search::found && compiled.unless != nullptr) {
        const bool inside = compiled.rule->unless_in == "match";
        Span veto;
        Search vetoed = Search::nothing;
        if (inside) vetoed = compiled.unless->search(text, span.begin, span.end, veto, nullptr);
        else if (!checked) vetoed = compiled.unless->search(text, 0, text.size(), veto, nullptr);
        checked = true;
        if (vetoed == Search::stopped) result = Search::stopped;
        if (vetoed == Search::found) {
          note(compiled, sentence, text, trigger, model::Outcome::vetoed, {begin + veto.begin, begin + veto.end}, begin);
          if (!inside) return;
          from = std::max<std::size_t>(span.end, from + 1);
          continue;
        }
      }
      if (result == Search::stopped) {
        ++stops;
        diagnostics_.warn_once(Code::rule_stopped, compiled.rule->id,
                               fmt::format("rule {} took too long on the sentence at {} and was given up there", compiled.rule->id, begin));
        note(compiled, sentence, text, trigger, model::Outcome::stopped, {begin, begin}, begin);
        return;
      }
      if (result == Search::nothing) break;
      if (!span.empty()) add(compiled, sentence, {begin + span.begin, begin + span.end}, begin);
      if (!span.empty()) note(compiled, sentence, text, trigger, model::Outcome::matched, matches_.back().span, begin);
      from = span.empty() ? span.end + std::size_t{1} : span.end;
    }
    if (matches_.size() == first) note(compiled, sentence, text, trigger, model::Outcome::no_match, {begin, begin}, begin);
  }

 private:
  void add(const CompiledRule& compiled, std::uint32_t sentence, Span span, std::uint32_t begin) {
    model::Match match;
    match.rule = compiled.rule;
    match.sentence = sentence;
    match.span = span;
    for (const Group& group : compiled.groups)
      for (const Capture& capture : captures_)
        if (capture.number == group.number)
          match.groups.emplace_back(group.name, Span{begin + capture.span.begin, begin + capture.span.end});
    matches_.push_back(std::move(match));
  }

  void note(const CompiledRule& compiled, std::uint32_t sentence, std::string_view, Span trigger, model::Outcome outcome,
            Span span, std::uint32_t begin) {
    if (trials_ == nullptr) return;
    trials_->push_back({compiled.rule, sentence, outcome, document_.text.string({begin + trigger.begin, begin + trigger.end}), span});
  }

  const Expander& expander_;
  const model::Document& document_;
  base::Diagnostics& diagnostics_;
  std::vector<model::Match>& matches_;
  std::vector<model::Trial>* trials_;
  std::vector<Capture> captures_;
};

}  // namespace

std::vector<model::Match> Engine::match(const model::Document& document, const model::Layers& layers,
                                        base::Diagnostics& diagnostics, const model::Rule* only,
                                        std::vector<model::Trial>* trials) const {
  const State& state = *state_;
  std::vector<model::Match> matches;
  Reading reading(state.expander, document, diagnostics, matches, trials);
  std::vector<std::uint32_t> seen(state.rules.size(), 0);    // the sentence (+1) that last woke the rule
  std::vector<std::uint8_t> stops(state.rules.size(), 0);
  std::vector<Awake> awake;
  const auto narrow = std::make_unique<Narrowing>();
  std::uint32_t narrow_to = 0;                               // the sentence (+1) that it knows
  for (std::uint32_t s = 0; s < layers.sentences.size(); ++s) {
    const model::Sentence& sentence = layers.sentences[s];
    const auto kind = static_cast<std::uint8_t>(1U << static_cast<unsigned>(document.blocks[sentence.block].kind));
    Span span = sentence.span;
    if (span.size() > state.limits.max_sentence) {
      diagnostics.warn_once(Code::text_sentence_length, {},
                            fmt::format("a sentence of {} characters: rules saw only its first {}", span.size(), state.limits.max_sentence));
      span.end = span.begin + state.limits.max_sentence;
    }
    const std::string_view text = document.text.folded(span);
    awake.clear();
    state.triggers.scan(text, [&](std::uint32_t group, std::size_t from, std::size_t to) {
      for (const std::uint32_t r : state.woken_by[group]) {
        if (seen[r] == s + 1) continue;
        seen[r] = s + 1;
        const CompiledRule& rule = *state.rules[r];
        if ((rule.kinds & kind) == 0 || (only != nullptr && rule.rule != only)) continue;
        awake.push_back({r, {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)}});
      }
    });
    if (awake.empty()) continue;
    std::sort(awake.begin(), awake.end(), [](const Awake& a, const Awake& b) { return a.rule < b.rule; });
    const auto first = static_cast<std::ptrdiff_t>(matches.size());
    for (const Awake& one : awake) {
      CompiledRule& rule = *state.rules[one.rule];
      if (stops[one.rule] >= most_stops) continue;
      if (text.size() <= longest_narrow && !rule.whole.load(std::memory_order_acquire) && rule.narrowed.load(std::memory_order_relaxed) < most_narrow) {
        if (narrow_to != s + 1) narrow->begin(text);
        narrow_to = s + 1;
        if (const auto pattern = rule.compile_narrow(state.expander, *narrow)) {
          rule.narrowed.fetch_add(1, std::memory_order_relaxed);
          reading.apply(rule, *pattern, stops[one.rule], s, text, span.begin, one.trigger);
          continue;
        }
      }
      rule.compile(state.expander);
      if (rule.problem) {
        diagnostics.warn_once(Code::rule_stopped, rule.rule->id, rule.problem->text);
        continue;
      }
      reading.apply(rule, *rule.pattern, stops[one.rule], s, text, span.begin, one.trigger);
    }
    std::stable_sort(matches.begin() + first, matches.end(),
                     [](const model::Match& a, const model::Match& b) { return a.span.begin < b.span.begin; });
  }
  return matches;
}

}  // namespace muster::rules
