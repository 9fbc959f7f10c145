#include "muster/output/fields.hpp"

#include <algorithm>

namespace muster::output {
namespace {

std::optional<double> real(const std::optional<int>& value) {
  return value ? std::optional<double>(*value) : std::nullopt;
}

}  // namespace

bool wanted(const std::vector<std::string>& only, std::string_view kind) {
  return only.empty() || std::find(only.begin(), only.end(), kind) != only.end();
}

void visit(const model::Recommendation& fact, const model::Text& text, FieldSink& sink) {
  sink.words("text", fact.whole.empty() ? text.utf8(fact.text) : std::string_view(fact.whole));
  sink.words("form", to_text(fact.form));
  sink.words("kind", to_text(fact.kind));
  sink.words("strength", fact.strength);
  sink.words("number", fact.number);
  sink.words("label", fact.label);
  sink.words("level", fact.level);
  sink.words("issuer", fact.issuer);
  sink.words("addressee", fact.addressee);
  sink.deadline(fact.deadline);
  sink.list("themes", fact.themes);
  sink.given_status(fact.status);
  sink.words("repeats", fact.repeats);
}

void visit(const model::Status& fact, const model::Text&, FieldSink& sink) {
  sink.words("status", to_text(fact.status));
  sink.words("phrase", fact.phrase);
  sink.words("subject", fact.subject);
  sink.number("count", fact.count);
  sink.number("of", fact.of);
  sink.words("share", to_text(fact.share));
  sink.list("refers_to", fact.refers_to);
}

void visit(const model::Tally& fact, const model::Text&, FieldSink& sink) {
  sink.words("issuer", fact.issuer);
  sink.number("made", fact.made);
  sink.by_status(fact.by_status);
  sink.number("accounted", fact.accounted);
  sink.truth("consistent", fact.consistent);
}

void visit(const model::Response& fact, const model::Text&, FieldSink& sink) {
  sink.words("recommendation", fact.recommendation);
  sink.words("response", fact.response);
  sink.words("text", fact.text);
  sink.words("responder", fact.responder);
}

void visit(const model::Judgement& fact, const model::Text&, FieldSink& sink) {
  sink.words("area", fact.area);
  sink.words("grade", fact.grade);
  sink.words("scale", fact.scale);
  sink.number("rank", real(fact.rank));
  sink.number("of_ranks", real(fact.of_ranks));
  sink.words("previous", fact.previous);
}

void visit(const model::Staffing& fact, const model::Text&, FieldSink& sink) {
  sink.words("metric", fact.metric);
  sink.number("low", fact.low);
  sink.number("high", fact.high);
  sink.words("level", fact.level);
  sink.words("unit", fact.unit);
  sink.words("bound", to_text(fact.bound));
  sink.words("role", fact.role);
  sink.words("group", fact.group);
  sink.words("place", fact.place);
  sink.words("when", fact.when);
  sink.words("of", fact.of);
  sink.words("pair", fact.pair);
}

void visit(const model::Figure& fact, const model::Text&, FieldSink& sink) {
  sink.number("low", fact.low);
  sink.number("high", fact.high);
  sink.words("unit", "percent");
  sink.words("bound", to_text(fact.bound));
  sink.words("of", fact.of);
  sink.words("about", fact.about);
  sink.number("count", fact.count);
  sink.number("total", fact.total);
}

}  // namespace muster::output
