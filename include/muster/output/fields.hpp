// The fields of every kind of fact, once, in the order of the contract. JSON, CSV, tables and `explain`
// are sinks of this walk, so that none of them can forget a field.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muster/model/record.hpp"

namespace muster::output {

// Gets a fact's fields. An empty string, an empty optional is null.
class FieldSink {
 public:
  virtual ~FieldSink() = default;
  virtual void words(std::string_view name, std::string_view value) = 0;
  virtual void list(std::string_view name, const std::vector<std::string>& values) = 0;
  virtual void number(std::string_view name, std::optional<double> value) = 0;
  virtual void truth(std::string_view name, std::optional<bool> value) = 0;
  virtual void deadline(const std::optional<model::Deadline>& value) = 0;
  virtual void given_status(const std::optional<model::GivenStatus>& value) = 0;
  virtual void by_status(const std::map<model::StatusValue, double>& value) = 0;
};

// The kinds, in the order of the record.
inline constexpr std::array<std::string_view, 7> kinds = {"recommendations", "statuses", "tallies", "responses",
                                                          "judgements", "staffing", "figures"};
// Whether `only` (empty: everything) asks for a kind.
[[nodiscard]] bool wanted(const std::vector<std::string>& only, std::string_view kind);

// Everything but id, confidence and evidence. `text` is the document's.
void visit(const model::Recommendation& fact, const model::Text& text, FieldSink& sink);
void visit(const model::Status& fact, const model::Text& text, FieldSink& sink);
void visit(const model::Tally& fact, const model::Text& text, FieldSink& sink);
void visit(const model::Response& fact, const model::Text& text, FieldSink& sink);
void visit(const model::Judgement& fact, const model::Text& text, FieldSink& sink);
void visit(const model::Staffing& fact, const model::Text& text, FieldSink& sink);
void visit(const model::Figure& fact, const model::Text& text, FieldSink& sink);

// Calls take(kind, facts) for each kind asked for, in order.
template <class Take>
void each_kind(const model::Drafts& facts, const std::vector<std::string>& only, Take&& take) {
  if (wanted(only, kinds[0])) take(kinds[0], facts.recommendations);
  if (wanted(only, kinds[1])) take(kinds[1], facts.statuses);
  if (wanted(only, kinds[2])) take(kinds[2], facts.tallies);
  if (wanted(only, kinds[3])) take(kinds[3], facts.responses);
  if (wanted(only, kinds[4])) take(kinds[4], facts.judgements);
  if (wanted(only, kinds[5])) take(kinds[5], facts.staffing);
  if (wanted(only, kinds[6])) take(kinds[6], facts.figures);
}

// The evidence of a fact: one, or for a tally several.
[[nodiscard]] inline const model::Evidence* evidence_of(const model::Fact& fact) { return &fact.evidence; }
[[nodiscard]] inline const model::Evidence* evidence_of(const model::Tally& fact) {
  return fact.evidence.empty() ? nullptr : &fact.evidence.front();
}

}  // namespace muster::output
