#include "muster/model/notation.hpp"

#include <charconv>
#include <cmath>

namespace muster::model {
namespace {

std::string number(const std::optional<double>& value) { return value ? number_text(*value) : std::string(); }
std::string whole(const std::optional<int>& value) { return value ? std::to_string(*value) : std::string(); }

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : ",") + item;
  return out;
}

FactFields with_common(FactFields fields, const Fact& fact, const base::Text& text) {
  fields.emplace_back("id", fact.id);
  fields.emplace_back("confidence", to_text(fact.confidence));
  fields.emplace_back("quote", text.string(fact.evidence.quote));
  fields.emplace_back("page", whole(fact.evidence.page));
  fields.emplace_back("section", fact.evidence.section ? text.string(*fact.evidence.section) : std::string());
  fields.emplace_back("speaker", fact.evidence.speaker);
  fields.emplace_back("rule", fact.evidence.rule);
  return fields;
}

}  // namespace

std::string number_text(double value) {
  if (!std::isfinite(value)) return "";
  char buffer[400];   // the largest double has 309 digits
  const auto done = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed);
  return std::string(buffer, done.ptr);
}

FactFields fact_fields(const Recommendation& fact, const base::Text& text) {
  return with_common({{"text", fact.whole.empty() ? text.string(fact.text) : fact.whole},
                      {"form", std::string(to_text(fact.form))},
                      {"kind", std::string(to_text(fact.kind))},
                      {"strength", fact.strength},
                      {"number", fact.number},
                      {"label", fact.label},
                      {"level", fact.level},
                      {"issuer", fact.issuer},
                      {"addressee", fact.addressee},
                      {"deadline", fact.deadline ? fact.deadline->text : std::string()},
                      {"deadline_date", fact.deadline ? fact.deadline->date : std::string()},
                      {"themes", joined(fact.themes)},
                      {"status", fact.status ? std::string(to_text(fact.status->status)) : std::string()},
                      {"repeats", fact.repeats}},
                     fact, text);
}

FactFields fact_fields(const Status& fact, const base::Text& text) {
  return with_common({{"status", std::string(to_text(fact.status))},
                      {"phrase", fact.phrase},
                      {"subject", fact.subject},
                      {"count", number(fact.count)},
                      {"of", number(fact.of)},
                      {"share", std::string(to_text(fact.share))},
                      {"refers_to", joined(fact.refers_to)},
                      {"issuer", fact.issuer}},
                     fact, text);
}

FactFields fact_fields(const Response& fact, const base::Text& text) {
  return with_common({{"recommendation", fact.recommendation},
                      {"response", fact.response},
                      {"text", fact.text},
                      {"responder", fact.responder}},
                     fact, text);
}

FactFields fact_fields(const Judgement& fact, const base::Text& text) {
  return with_common({{"area", fact.area},
                      {"grade", fact.grade},
                      {"scale", fact.scale},
                      {"rank", whole(fact.rank)},
                      {"of_ranks", whole(fact.of_ranks)},
                      {"previous", fact.previous}},
                     fact, text);
}

FactFields fact_fields(const Staffing& fact, const base::Text& text) {
  return with_common({{"metric", fact.metric},
                      {"low", number(fact.low)},
                      {"high", number(fact.high)},
                      {"level", fact.level},
                      {"unit", fact.unit},
                      {"bound", std::string(to_text(fact.bound))},
                      {"role", fact.role},
                      {"group", fact.group},
                      {"place", fact.place},
                      {"when", fact.when},
                      {"of", fact.of},
                      {"pair", fact.pair}},
                     fact, text);
}

FactFields fact_fields(const Figure& fact, const base::Text& text) {
  return with_common({{"low", number_text(fact.low)},
                      {"high", number_text(fact.high)},
                      {"unit", "percent"},
                      {"bound", std::string(to_text(fact.bound))},
                      {"of", fact.of},
                      {"about", fact.about},
                      {"count", number(fact.count)},
                      {"total", number(fact.total)}},
                     fact, text);
}

}  // namespace muster::model
