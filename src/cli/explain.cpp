#include "cli/explain.hpp"

#include <algorithm>
#include <set>

#include "muster/output/fields.hpp"
#include "muster/output/phrases.hpp"
#include "muster/output/terminal_text.hpp"

namespace muster::cli {
namespace {

constexpr int label_width = 12;

// The fields of a fact that are known, as "metric=vacancy · low=14".
class Shown final : public output::FieldSink {
 public:
  std::string text;
  void words(std::string_view name, std::string_view value) override {
    if (!value.empty() && name != "text") add(name, output::fit(output::one_line(value), 60));
  }
  void list(std::string_view name, const std::vector<std::string>& values) override {
    std::string all;
    for (const std::string& value : values) all += (all.empty() ? "" : ", ") + value;
    if (!all.empty()) add(name, all);
  }
  void number(std::string_view name, std::optional<double> value) override {
    if (value) add(name, output::amount(value, value, "", model::Bound::exact));
  }
  void truth(std::string_view name, std::optional<bool> value) override {
    if (value) add(name, *value ? "true" : "false");
  }
  void deadline(const std::optional<model::Deadline>& value) override {
    if (value) add("deadline", value->date.empty() ? value->text : value->text + " (" + value->date + ")");
  }
  void given_status(const std::optional<model::GivenStatus>& value) override {
    if (value) add("status", to_text(value->status));
  }
  void by_status(const std::map<model::StatusValue, double>& value) override {
    for (const auto& [status, count] : value) number(to_text(status), count);
  }

 private:
  void add(std::string_view name, std::string_view value) {
    if (!text.empty()) text += " · ";
    ((text += name) += '=') += value;
  }
};

model::Span focus_of(const model::Fact& fact) { return fact.focus; }
model::Span focus_of(const model::Tally&) { return {}; }

std::string_view words_of(model::Outcome outcome) {
  switch (outcome) {
    case model::Outcome::matched: return "matched";
    case model::Outcome::no_match: return "woke, did not match";
    case model::Outcome::vetoed: return "vetoed";
    case model::Outcome::stopped: return "stopped: it took too long";
  }
  return "";
}

std::string where_text(const base::Where& where) {
  if (where.path.empty()) return {};
  return where.line > 0 ? where.path + ':' + std::to_string(where.line) : where.path;
}

}  // namespace

std::string Explainer::quoted(model::Span span) const {
  return "“" + output::sanitized(output::one_line(record.document.text.utf8(span))) + "”";
}

void Explainer::row(std::string& out, std::string_view label, std::string_view text) const {
  std::string head = "  ";
  output::append_padded(head, label, label_width - 2);
  for (const std::string& line : output::wrap(text, 100 - label_width)) {
    ((out += ink("36", head)) += line) += '\n';
    head.assign(label_width, ' ');
  }
}

void Explainer::place(std::string& out, const model::Evidence& evidence) const {
  const auto [begin, end] = record.document.map.source_of(evidence.quote, record.document.text);
  std::string text = "characters " + std::to_string(evidence.quote.begin) + "–" + std::to_string(evidence.quote.end) +
                     " of the text · bytes " + std::to_string(begin) + "–" + std::to_string(end) + " of " +
                     output::sanitized(output::place_of(record.document.source));
  if (evidence.page) text += " · page " + std::to_string(*evidence.page);
  row(out, "where", text);
  if (evidence.section) row(out, "section", quoted(*evidence.section));
  if (!evidence.speaker.empty()) row(out, "speaker", output::sanitized(evidence.speaker));
}

void Explainer::layers(std::string& out, model::Span span) const {
  for (const model::Quantity& q : record.layers.quantities) {
    if (!q.span.overlaps(span)) continue;
    row(out, "number",
        quoted(q.span) + " " + std::string(to_text(q.kind)) + " " + output::amount(q.low, q.high, q.unit, q.bound) +
            (q.unit.empty() || q.unit == "percent" ? "" : " [" + q.unit + "]"));
  }
  for (const model::DateMention& d : record.layers.dates) {
    if (!d.span.overlaps(span)) continue;
    row(out, "date",
        quoted(d.span) + " " + std::string(to_text(d.kind)) + " " + d.from + (d.to != d.from ? " to " + d.to : "") +
            (d.deadline ? ", a deadline" : ""));
  }
  for (const model::Name& n : record.layers.names) {
    if (!n.span.overlaps(span)) continue;
    row(out, "name",
        quoted(n.span) + " " + std::string(to_text(n.kind)) + ": " + output::sanitized(n.canonical) +
            (n.known ? ", from a word list" : ", from its shape"));
  }
  for (const model::Speech& s : record.layers.speeches) {
    if (!s.said.overlaps(span)) continue;
    row(out, "speech",
        (s.speaker_name.empty() ? std::string("someone") : output::sanitized(s.speaker_name)) +
            (s.quoted ? " says in quotation marks: " : " says: ") + output::fit(quoted(s.said), 120) +
            (s.official ? " (official)" : ""));
  }
}

void Explainer::rule(std::string& out, const model::Evidence& evidence, model::Span focus) const {
  const model::Rule* made_by = engine.find(evidence.rule);
  row(out, "rule", evidence.rule + (made_by ? "  " + where_text(made_by->where) : ""));
  for (const model::Match& match : explanation.matches) {
    const bool this_one =
        match.rule->id == evidence.rule && (focus.empty() ? evidence.quote.contains(match.span) : match.span == focus);
    if (!this_one) continue;
    row(out, "matched", quoted(match.span));
    std::string groups;
    for (const auto& [name, span] : match.groups)
      groups += (groups.empty() ? "" : " · ") + std::string(name) + "=" + quoted(span);
    if (!groups.empty()) row(out, "groups", groups);
    for (const model::Trial& trial : explanation.trials) {
      if (trial.rule != match.rule || trial.sentence != match.sentence || trial.trigger.empty()) continue;
      row(out, "woken by", "“" + output::sanitized(trial.trigger) + "”");
      break;
    }
    break;
  }
  if (!made_by) return;
  row(out, "pattern", output::one_line(made_by->pattern));
  for (const model::Pack& pack : engine.packs().packs) {   // the parts that the pattern names
    if (pack.id != made_by->pack) continue;
    for (const auto& [name, part] : pack.parts)
      if (made_by->pattern.find('{' + name + '}') != std::string::npos)
        row(out, "", "{" + name + "} = " + output::fit(output::one_line(part), 200));
  }
  if (!made_by->unless.empty()) row(out, "unless", output::one_line(made_by->unless));
}

bool Explainer::facts(std::string& out, std::string_view id) const {
  bool any = false;
  output::each_kind(record.facts, {}, [&](std::string_view, const auto& list) {
    for (const auto& fact : list) {
      if (!id.empty() && fact.id != id) continue;
      if (any) out += '\n';
      any = true;
      const output::Phrase said = output::phrase(fact, record.document.text);
      out += ink("1", fact.id + "  " + output::sanitized(said.label)) +
             ink("2", "  confidence " + std::string(to_text(fact.confidence))) + '\n';
      Shown fields;
      output::visit(fact, record.document.text, fields);
      const model::Evidence* evidence = output::evidence_of(fact);
      if (evidence) row(out, "says", quoted(evidence->quote));
      row(out, "fields", output::sanitized(fields.text));
      if (!evidence) continue;
      place(out, *evidence);
      layers(out, evidence->quote);
      rule(out, *evidence, focus_of(fact));
    }
  });
  return any;
}

void Explainer::sentences(std::string& out, bool all) const {
  const auto& list = record.layers.sentences;
  bool any = false;
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    std::vector<const model::Trial*> trials;
    for (const model::Trial& trial : explanation.trials)
      if (trial.sentence == i) trials.push_back(&trial);
    if (trials.empty() && !all) continue;
    if (any) out += '\n';
    any = true;
    out += ink("1", quoted(list[i].span)) + '\n';
    layers(out, list[i].span);
    if (trials.empty()) row(out, "rules", "none woke: no trigger word of any rule stands here");
    for (const model::Trial* trial : trials) {
      std::string text = trial->rule->id + ": ";
      if (trial->outcome == model::Outcome::matched) {
        text += "matched " + quoted(trial->span);
      } else if (trial->outcome == model::Outcome::vetoed) {
        text += "vetoed by " + quoted(trial->span);
      } else {
        text += words_of(trial->outcome);
      }
      if (!trial->trigger.empty()) text += "  (woken by “" + output::sanitized(trial->trigger) + "”)";
      row(out, "rule", text);
    }
    for (const facts::Refusal& refusal : explanation.refusals)
      if (refusal.match && refusal.match->sentence == i)
        row(out, "refused", refusal.match->rule->id + ": " + output::sanitized(refusal.why));
    bool made = false;
    output::each_kind(record.facts, {}, [&](std::string_view, const auto& of_kind) {
      for (const auto& fact : of_kind) {
        const model::Evidence* evidence = output::evidence_of(fact);
        if (!evidence || !evidence->quote.overlaps(list[i].span)) continue;
        const output::Phrase said = output::phrase(fact, record.document.text);
        row(out, "fact", fact.id + "  " + output::sanitized(said.label + ": " + said.text));
        made = true;
      }
    });
    if (!made) row(out, "fact", "none");
  }
  if (!any) out += "no rule woke in any sentence\n";
}

}  // namespace muster::cli
