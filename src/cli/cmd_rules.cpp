// `muster rules`: what the rule packs hold, whether their examples hold, and the start of a new rule.
#include <unistd.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/exit_code.hpp"
#include "cli/meant.hpp"
#include "cli/parse.hpp"
#include "cli/terminal.hpp"
#include "muster/output/paint.hpp"
#include "muster/output/phrases.hpp"
#include "muster/output/terminal_text.hpp"
#include "muster/packs/load.hpp"
#include "muster/pipeline/examples.hpp"

namespace muster::cli {
namespace {

int wrong(const Typed& typed, std::string text, std::string help) {
  say_error({base::Code::usage, std::move(text), {}, {"help: " + std::move(help)}, {}}, typed.color);
  return exit_usage;
}

std::string where_text(const base::Where& where) {
  return where.line > 0 ? where.path + ':' + std::to_string(where.line) : where.path;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

std::string list_text(const model::PackSet& set, const output::Ink& ink) {
  std::string out;
  std::size_t rules = 0;
  for (const model::Pack& pack : set.packs) {
    if (pack.rules.empty()) continue;
    out += ink("1", pack.id) + "  " + pack.about + '\n';
    for (const model::Rule& rule : pack.rules) {
      const auto fact = rule.makes.find("fact");
      out += "  ";
      output::append_padded(out, rule.id, 36);
      out += "  ";
      output::append_padded(out, fact == rule.makes.end() ? "" : fact->second, 16);
      out += output::fit(joined(rule.when), 60);
      while (out.back() == ' ') out.pop_back();
      out += '\n';
      ++rules;
    }
  }
  return out + std::to_string(rules) + (rules == 1 ? " rule" : " rules") + " in " + std::to_string(set.packs.size()) +
         " packs, " + std::to_string(set.vocab.lists.size()) + " word lists\n";
}

void append_examples(std::string& out, std::string_view label, const std::vector<model::Example>& examples,
                     const output::Ink& ink) {
  for (const model::Example& example : examples) {
    out += "  " + ink("36", label) + "  " + output::sanitized(example.text) + '\n';
    std::string rest;
    for (const auto& [name, value] : example.fields) rest += (rest.empty() ? "" : " · ") + name + "=" + value;
    if (!example.why.empty()) rest += (rest.empty() ? "" : " · ") + example.why;
    if (!rest.empty()) out += "        " + ink("2", rest) + '\n';
  }
}

std::string rule_text(const model::Rule& rule, const output::Ink& ink) {
  std::string out = ink("1", rule.id) + "  " + where_text(rule.where) + '\n';
  const auto row = [&](std::string_view label, std::string_view text) {
    std::string head = "  ";
    output::append_padded(head, label, 9);
    for (const std::string& line : output::wrap(text, 88)) {
      out += ink("36", head) + line + '\n';
      head.assign(11, ' ');
    }
  };
  row("when", joined(rule.when));
  row("in", joined(rule.in));
  row("pattern", rule.pattern);
  row("unless", rule.unless);
  std::string makes;
  for (const auto& [name, value] : rule.makes) makes += (makes.empty() ? "" : " · ") + name + "=" + value;
  row("makes", makes);
  append_examples(out, "yes ", rule.yes, ink);
  append_examples(out, "no  ", rule.no, ink);
  append_examples(out, "todo", rule.todo, ink);
  return out;
}

int show(const Typed& typed, const model::PackSet& set, const std::string& id) {
  const output::Ink ink{wants_colour(STDOUT_FILENO, typed.color)};
  std::vector<std::string_view> ids;
  for (const model::Pack& pack : set.packs) {
    for (const model::Rule& rule : pack.rules) {
      if (rule.id == id) return print({}, rule_text(rule, ink));
      ids.push_back(rule.id);
    }
  }
  const std::string_view meant = nearest(id, ids);
  return wrong(typed, "there is no rule '" + id + "'",
               meant.empty() ? "muster rules list" : "did you mean " + std::string(meant) + "?");
}

int test(const Typed& typed, const pipeline::Options& options) {
  base::Result<pipeline::Muster> muster = pipeline::Muster::load(options);
  if (!muster) return end_with(muster.error(), typed);
  const pipeline::ExampleReport report = pipeline::check_examples(*muster);
  for (const base::Error& failure : report.failures) say_error(failure, typed.color);
  std::string out = output::counted(report.rules, "rule", "rules") + ", " +
                    output::counted(report.examples, "example", "examples") + ": ";
  out += report.failures.empty() ? std::string("all behave as they say\n")
                                 : output::counted(report.failures.size(), "failure", "failures") + '\n';
  if (const int ended = print({}, out); ended != exit_ok) return ended;
  return report.failures.empty() ? exit_ok : exit_differences;
}

}  // namespace

int cmd_rules(const Typed& typed) {
  const std::string& what = typed.words.front();
  const std::string rest = typed.words.size() > 1 ? typed.words[1] : std::string();
  pipeline::Options options = options_of(typed);
  options.with_examples = true;
  if (what == "new") {
    if (rest.empty()) return wrong(typed, "rules new needs an ID", "muster rules new staffing.rota");
    return print({}, packs::stub(rest));
  }
  if (what == "test") {
    if (!rest.empty()) options.rules.push_back(rest);
    return test(typed, options);
  }
  if (what != "list" && what != "show") {
    const std::string_view meant = nearest(what, {"list", "show", "test", "new"});
    return wrong(
        typed, "rules has no '" + what + "'",
        meant.empty() ? "rules knows list, show, test and new" : "did you mean rules " + std::string(meant) + "?");
  }
  if (what == "show" && rest.empty()) return wrong(typed, "rules show needs an ID", "muster rules list");
  base::Result<pipeline::Muster> muster = pipeline::Muster::load(options);
  if (!muster) return end_with(muster.error(), typed);
  const model::PackSet& set = muster->engine().packs();
  if (what == "show") return show(typed, set, rest);
  return print({}, list_text(set, {wants_colour(STDOUT_FILENO, typed.color)}));
}

}  // namespace muster::cli
