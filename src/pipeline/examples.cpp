#include "muster/pipeline/examples.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "muster/base/utf8.hpp"
#include "muster/model/notation.hpp"

namespace muster::pipeline {
namespace {

using base::Code;
using base::Span;

// An example's text without « », and where they stood.
struct Marked {
  std::string text;
  std::vector<Span> spans;
};

Marked unmark(std::string_view marked) {
  Marked out;
  std::uint32_t at = 0;
  std::uint32_t open = 0;
  for (std::size_t i = 0; i < marked.size();) {
    const base::Step step = base::step(marked, i);
    if (step.code_point == U'«') {
      open = at;
    } else if (step.code_point == U'»') {
      out.spans.push_back({open, at});
    } else {
      out.text += marked.substr(i, step.length);
      ++at;
    }
    i += step.length;
  }
  return out;
}

// What layout would see: one run of the kind that the rule reads.
model::Source source_of(const model::Rule& rule, std::string text) {
  const auto reads = [&](std::string_view kind) {
    return std::find(rule.in.begin(), rule.in.end(), kind) != rule.in.end();
  };
  model::Run run;
  run.role = model::RunRole::paragraph;
  if (!reads("sentence") && !reads("paragraph") && !reads("any")) {
    if (reads("list_item")) run.role = model::RunRole::list_item;
    else if (reads("table_row")) run.role = model::RunRole::table_row;
    else if (reads("quote")) run.role = model::RunRole::quote;
    else if (reads("heading")) run.role = model::RunRole::heading;
    else if (reads("title")) run.role = model::RunRole::title;
  }
  if (run.role == model::RunRole::heading) run.level = 2;
  if (run.role == model::RunRole::list_item) run.level = 1;
  model::Source source;
  source.info.path = "example";
  source.info.media_type = "text/plain";
  source.info.bytes = text.size();
  source.hints.language = "en";
  source.text = model::Text(std::move(text));
  run.span = source.text.whole();
  const std::string_view folded = source.text.folded();
  if (folded.find('\n') == std::string_view::npos) {
    source.runs.push_back(std::move(run));
    return source;
  }
  // Several lines are a small document: what each line is, layout finds out.
  for (std::uint32_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find('\n', at), folded.size());
    model::Run line;
    line.span = {at, static_cast<std::uint32_t>(end)};
    if (!line.span.empty()) source.runs.push_back(std::move(line));
    at = static_cast<std::uint32_t>(end) + 1;
  }
  return source;
}

struct Found {
  Span focus;
  model::FactFields fields;
};

template <class Fact>
std::vector<Found> facts_of(const std::vector<Fact>& facts, const model::Rule& rule, const model::Text& text) {
  std::vector<Found> out;
  for (const Fact& fact : facts)
    if (fact.evidence.rule == rule.id) out.push_back({fact.focus, model::fact_fields(fact, text)});
  return out;
}

// The facts of the rule's kind that the rule made. Kinds that are no facts of their own (vetoes, …)
// show as their matches, with the groups for fields.
std::vector<Found> found_by(const model::Rule& rule, const model::Record& record, const Explanation& explanation) {
  const auto made = rule.makes.find("fact");
  const std::string_view kind = made == rule.makes.end() ? std::string_view{} : std::string_view(made->second);
  const model::Text& text = record.document.text;
  if (kind == "recommendation") {
    std::vector<Found> out = facts_of(record.facts.recommendations, rule, text);
    std::size_t i = 0;   // its evidence is the item
    for (const model::Recommendation& fact : record.facts.recommendations)
      if (fact.evidence.rule == rule.id) out[i++].focus = fact.text;
    return out;
  }
  if (kind == "status") return facts_of(record.facts.statuses, rule, text);
  if (kind == "response") return facts_of(record.facts.responses, rule, text);
  if (kind == "judgement") return facts_of(record.facts.judgements, rule, text);
  if (kind == "staffing") return facts_of(record.facts.staffing, rule, text);
  if (kind == "figure") return facts_of(record.facts.figures, rule, text);
  std::vector<Found> out;
  for (const model::Match& match : explanation.matches) {
    if (match.rule != &rule) continue;
    Found found{match.span, {}};
    for (const auto& [name, span] : match.groups) found.fields.emplace_back(name, text.string(span));
    for (const auto& [name, value] : rule.makes) found.fields.emplace_back(name, value);
    out.push_back(std::move(found));
  }
  return out;
}

// Equal as text; or both numbers, and equal to as many decimals as the expected one has (if it has any).
bool same(std::string_view expected, std::string_view found) {
  if (expected == found) return true;
  double a = 0;
  double b = 0;
  const auto read = [](std::string_view text, double& value) {
    const auto done = std::from_chars(text.data(), text.data() + text.size(), value);
    return done.ec == std::errc() && done.ptr == text.data() + text.size();
  };
  if (!read(expected, a) || !read(found, b)) return false;
  const std::size_t point = expected.find('.');
  if (point == std::string_view::npos) return a == b;
  return std::abs(a - b) <= 0.5000001 * std::pow(10.0, -static_cast<double>(expected.size() - point - 1));
}

// Why there is no fact, in words.
std::string reason(const model::Rule& rule, const model::Text& text, const Explanation& explanation) {
  std::string vetoed, unfound, stopped;
  for (const model::Trial& trial : explanation.trials) {
    if (trial.rule != &rule) continue;
    if (trial.outcome == model::Outcome::vetoed) vetoed = fmt::format("vetoed by `{}`", text.utf8(trial.span));
    if (trial.outcome == model::Outcome::no_match)
      unfound = fmt::format("woken by `{}`, but the pattern is not in the sentence", trial.trigger);
    if (trial.outcome == model::Outcome::stopped) stopped = "stopped: the pattern took too long";
  }
  for (const model::Match& match : explanation.matches) {
    if (match.rule != &rule) continue;
    std::string why = "no fact was made of it";
    for (const facts::Refusal& refusal : explanation.refusals)
      if (refusal.match == &match || (refusal.match != nullptr && refusal.match->rule == &rule)) why = refusal.why;
    return fmt::format("matched `{}`, but {}", text.utf8(match.span), why);
  }
  for (const std::string& said : {stopped, vetoed, unfound})
    if (!said.empty()) return said;
  return "asleep: none of its `when` stands in a sentence of a kind that it reads";
}

class Checker {
 public:
  Checker(const Muster& muster, const model::Rule& rule, ExampleReport& report)
      : muster_(muster), rule_(rule), report_(report) {}

  void check() {
    ++report_.rules;
    bool near = false;
    for (const model::Example& example : rule_.yes) {
      bool woke = false;
      if (auto problem = differs(example, woke)) fail(Code::pack_example_failed, example, std::move(*problem));
    }
    for (const model::Example& example : rule_.no) {
      bool woke = false;
      if (auto problem = makes_something(example, woke)) fail(Code::pack_example_failed, example, std::move(*problem));
      near = near || woke;
    }
    for (const model::Example& example : rule_.todo) {
      bool woke = false;
      if (!differs(example, woke))
        fail(Code::pack_todo_passes, example,
             {fmt::format("rule `{}`: this `todo` passes", rule_.id), {"help: promote it to `yes`"}});
    }
    set_checks(near);
  }

 private:
  struct Problem {
    std::string text;
    std::vector<std::string> notes;
  };

  void set_checks(bool near) {
    const auto complain = [&](std::string text) {
      report_.failures.push_back(
          {Code::pack_examples, fmt::format("rule `{}` {}", rule_.id, text), rule_.where, {}, {}});
    };
    if (rule_.yes.size() < 2) complain(fmt::format("has {} `yes` (at least 2)", rule_.yes.size()));
    if (rule_.no.size() < 2) complain(fmt::format("has {} `no` (at least 2)", rule_.no.size()));
    if (!rule_.no.empty() && !near) complain("has no near miss: no `no` holds a word of its `when`");
  }

  void fail(Code code, const model::Example& example, Problem problem) {
    base::Error error{code, std::move(problem.text), example.where, {}, {}};
    error.notes.push_back("text:     " + example.text);
    error.notes.insert(error.notes.end(), problem.notes.begin(), problem.notes.end());
    report_.failures.push_back(std::move(error));
  }

  struct Result {
    Marked marked;
    Explanation explanation;
    model::Record record;
    std::vector<Found> found;
  };
  Result read(const model::Example& example, bool& woke) {
    ++report_.examples;
    Result out;
    out.marked = unmark(example.text);
    out.record = muster_.read(source_of(rule_, out.marked.text), Options{}, &rule_, &out.explanation);
    out.found = found_by(rule_, out.record, out.explanation);
    woke = std::any_of(out.explanation.trials.begin(), out.explanation.trials.end(),
                       [&](const model::Trial& trial) { return trial.rule == &rule_; });
    return out;
  }

  static std::string shown(const Result& result) {
    std::string out;
    for (const Found& found : result.found)
      out += (out.empty() ? "«" : ", «") + result.record.document.text.string(found.focus) + "»";
    return out.empty() ? "nothing" : out;
  }

  // What is not as a `yes` says; nothing if all is.
  std::optional<Problem> differs(const model::Example& example, bool& woke) {
    const Result result = read(example, woke);
    std::size_t wanted = 1;
    if (const auto count = example.fields.find("facts"); count != example.fields.end())
      std::from_chars(count->second.data(), count->second.data() + count->second.size(), wanted);
    if (result.found.empty() && wanted > 0)
      return Problem{fmt::format("rule `{}`: this `yes` makes no fact", rule_.id),
                     {"because:  " + reason(rule_, result.record.document.text, result.explanation)}};
    if (result.found.size() != wanted)
      return Problem{fmt::format("rule `{}`: this `yes` makes {} facts, not {}", rule_.id, result.found.size(), wanted),
                     {"found:    " + shown(result)}};
    Problem problem{fmt::format("rule `{}`: this `yes` makes another fact", rule_.id), {}};
    for (std::size_t i = 0; i < std::min(result.marked.spans.size(), result.found.size()); ++i) {
      if (result.found[i].focus == result.marked.spans[i]) continue;
      const model::Text& text = result.record.document.text;
      problem.notes.push_back(fmt::format("evidence: expected «{}»", text.utf8(result.marked.spans[i])));
      problem.notes.push_back(fmt::format("             found «{}»", text.utf8(result.found[i].focus)));
    }
    for (const auto& [name, expected] : example.fields) {
      if (name == "facts") continue;
      const model::FactFields& fields = result.found.front().fields;
      const auto field =
          std::find_if(fields.begin(), fields.end(), [&key = name](const auto& f) { return f.first == key; });
      if (field == fields.end())
        problem.notes.push_back(fmt::format("{}: such a fact has no field of this name", name));
      else if (!same(expected, field->second))
        problem.notes.push_back(fmt::format("{}: expected `{}`, found `{}`", name, expected, field->second));
    }
    if (problem.notes.empty()) return std::nullopt;
    return problem;
  }

  std::optional<Problem> makes_something(const model::Example& example, bool& woke) {
    const Result result = read(example, woke);
    if (result.found.empty()) return std::nullopt;
    Problem problem{fmt::format("rule `{}`: this `no` makes a fact", rule_.id), {"found:    " + shown(result)}};
    if (!example.why.empty()) problem.notes.push_back("but:      " + example.why);
    return problem;
  }

  const Muster& muster_;
  const model::Rule& rule_;
  ExampleReport& report_;
};

}  // namespace

ExampleReport check_examples(const Muster& muster, const model::Rule& rule) {
  ExampleReport report;
  Checker(muster, rule, report).check();
  return report;
}

ExampleReport check_examples(const Muster& muster) {
  ExampleReport report;
  for (const model::Pack& pack : muster.engine().packs().packs)
    for (const model::Rule& rule : pack.rules) Checker(muster, rule, report).check();
  return report;
}

}  // namespace muster::pipeline
