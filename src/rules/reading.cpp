#include "rules/reading.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

namespace muster::rules {
namespace {

using base::Code;

// After so many stops in one document a rule is not tried there any more: even a stop costs time.
constexpr std::uint8_t most_stops = 16;

}  // namespace

const WordStarts& Scratch::starts_at(std::size_t at) {
  if (starts.size() <= at) starts.resize(at + 1);
  if (!starts_known[at]) starts[at].find(seen[at].text, numbers);
  starts_known[at] = true;
  return starts[at];
}

std::uint8_t* Reading::stops_of(std::uint32_t rule) {
  const auto found = std::find_if(stops_.begin(), stops_.end(), [&](const auto& one) { return one.first == rule; });
  return found == stops_.end() ? nullptr : &found->second;
}

void Reading::read(CompiledRule& rule, const Awake& awake) {
  if (const std::uint8_t* const stops = stops_of(awake.rule); stops != nullptr && *stops >= most_stops) return;
  rule.compile(expander_);
  if (rule.problem) diagnostics_.warn_once(Code::rule_stopped, rule.rule->id, rule.problem->text);
  else apply(rule, awake);
}

void Reading::apply(CompiledRule& compiled, const Awake& awake) {
  const Seen& seen = scratch_.seen[awake.at];
  const std::string_view text = seen.text;
  std::size_t from = 0;
  const std::size_t first = matches_.size();
  bool checked = false;
  while (from <= text.size()) {
    Span span;
    Search result = compiled.pattern->search(text, from, text.size(), scratch_.starts_at(awake.at), scratch_.sieves[awake.rule],
                                             span, &scratch_.captures);
    if (result == Search::found && awake.may_veto) {
      compiled.compile_unless(expander_);
      if (compiled.unless_problem) {
        diagnostics_.warn_once(Code::rule_stopped, compiled.rule->id, compiled.unless_problem->text);
        return;
      }
    }
    if (result == Search::found && awake.may_veto && compiled.unless != nullptr) {
      const bool inside = compiled.rule->unless_in == "match";
      Span veto;
      Search vetoed = Search::nothing;
      const auto look = [&](std::size_t begin, std::size_t end) {
        return compiled.unless->search(text, begin, end, scratch_.starts_at(awake.at), scratch_.unless_sieves[awake.rule], veto,
                                       nullptr);
      };
      if (inside) vetoed = look(span.begin, span.end);
      else if (!checked) vetoed = look(0, text.size());
      checked = true;
      if (vetoed == Search::stopped) result = Search::stopped;
      if (vetoed == Search::found) {
        note(compiled, seen, awake.trigger, model::Outcome::vetoed, {seen.begin + veto.begin, seen.begin + veto.end});
        if (!inside) return;
        from = std::max<std::size_t>(span.end, from + 1);
        continue;
      }
    }
    if (result == Search::stopped) {
      if (std::uint8_t* const stops = stops_of(awake.rule)) ++*stops;
      else stops_.emplace_back(awake.rule, std::uint8_t{1});
      diagnostics_.warn_once(Code::rule_stopped, compiled.rule->id,
                             fmt::format("rule {} took too long on the sentence at {} and was given up there",
                                         compiled.rule->id, seen.begin));
      note(compiled, seen, awake.trigger, model::Outcome::stopped, {seen.begin, seen.begin});
      return;
    }
    if (result == Search::nothing) break;
    if (!span.empty()) add(compiled, seen, {seen.begin + span.begin, seen.begin + span.end});
    if (!span.empty()) note(compiled, seen, awake.trigger, model::Outcome::matched, matches_.back().span);
    from = span.empty() ? span.end + std::size_t{1} : span.end;
  }
  if (matches_.size() == first) note(compiled, seen, awake.trigger, model::Outcome::no_match, {seen.begin, seen.begin});
}

void Reading::add(const CompiledRule& compiled, const Seen& seen, Span span) {
  model::Match match;
  match.rule = compiled.rule;
  match.sentence = seen.index;
  match.span = span;
  for (const Group& group : compiled.groups)
    for (const Capture& capture : scratch_.captures)
      if (capture.number == group.number)
        match.groups.emplace_back(group.name, Span{seen.begin + capture.span.begin, seen.begin + capture.span.end});
  matches_.push_back(std::move(match));
}

void Reading::note(const CompiledRule& compiled, const Seen& seen, Span trigger, model::Outcome outcome, Span span) {
  if (trials_ == nullptr) return;
  trials_->push_back({compiled.rule, seen.index, outcome,
                      document_.text.string({seen.begin + trigger.begin, seen.begin + trigger.end}), span});
}

}  // namespace muster::rules
