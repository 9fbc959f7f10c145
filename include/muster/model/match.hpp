// What the rules engine hands to facts: a rule's pattern found in a sentence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "muster/model/layers.hpp"
#include "muster/model/pack.hpp"

namespace muster::model {

struct Match {
  const Rule* rule = nullptr;              // lives as long as the engine
  std::uint32_t sentence = 0;              // index in Layers::sentences
  Span span;                               // the whole match
  std::vector<std::pair<std::string_view, Span>> groups;  // named groups that took part; names live in the rule

  // The group's span, or an empty one.
  [[nodiscard]] Span group(std::string_view name) const {
    for (const auto& [key, span_of] : groups)
      if (key == name) return span_of;
    return {};
  }
  // The value of a field of `makes`, "{group}" not yet filled in; "" if the rule does not give it.
  [[nodiscard]] std::string_view makes(std::string_view field) const;
};

// What happened to a rule that woke in a sentence: for `explain` only.
enum class Outcome : std::uint8_t { matched, no_match, vetoed, stopped };
struct Trial {
  const Rule* rule = nullptr;
  std::uint32_t sentence = 0;
  Outcome outcome = Outcome::no_match;
  std::string trigger;                     // the word that woke it
  Span span;                               // of the match, or of the veto
};

}  // namespace muster::model
