// Why: a fact's sentence, what lies on it, where its bytes are, the rule that made it; and for a
// sentence, what every rule that woke made of it. Text for a person, sanitized.
#pragma once

#include <string>
#include <string_view>

#include "muster/output/paint.hpp"
#include "muster/pipeline/run.hpp"

namespace muster::cli {

struct Explainer {
  const model::Record& record;                  // with its layers
  const pipeline::Explanation& explanation;
  const rules::Engine& engine;
  output::Ink ink;

  // Appends the explanation of each fact (of that id; "": all). False if there is none.
  bool facts(std::string& out, std::string_view id) const;
  // Appends what happened in every sentence that woke a rule, or (`all`) in every sentence.
  void sentences(std::string& out, bool all) const;

 private:
  void place(std::string& out, const model::Evidence& evidence) const;
  void layers(std::string& out, model::Span span) const;
  void rule(std::string& out, const model::Evidence& evidence, model::Span focus) const;
  [[nodiscard]] std::string quoted(model::Span span) const;
  void row(std::string& out, std::string_view label, std::string_view text) const;
};

}  // namespace muster::cli
