// One document's reading by the rules that woke in its sentences; private to the engine.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "muster/base/diagnostics.hpp"
#include "muster/model/match.hpp"
#include "rules/compiled_rule.hpp"
#include "rules/sieve.hpp"
#include "rules/waking.hpp"

namespace muster::rules {

using base::Span;

// A rule that a sentence has woken.
struct Awake {
  std::uint32_t rule = 0;       // index in the engine
  std::uint32_t at = 0;         // the sentence in Scratch::seen
  Span trigger;                 // in the sentence; empty where nobody asks for it
  bool may_veto = true;         // whether what vetoes it could be in the sentence
};

// A sentence as rules see it.
struct Seen {
  std::uint32_t document = 0;   // which of those that are read together
  std::uint32_t index = 0;      // in its Layers::sentences
  std::uint32_t begin = 0;      // in the document
  std::string_view text;
};

// What reading a document needs beside the rules. Kept from document to document: the sieves' states are
// dear to make, and what they are depends on the rule alone.
struct Scratch {
  explicit Scratch(std::size_t rules) : sieves(rules), unless_sieves(rules) {}
  std::vector<Sieve::Memory> sieves, unless_sieves;
  std::vector<Seen> seen;                        // some sentences, and all that they have woken
  std::vector<Awake> awake, by_rule;
  std::vector<std::uint32_t> first_of_rule;
  WordNumbers numbers;
  Waking::Memory waking;
  std::vector<WordStarts> starts;                // of each of `seen`, as far as they were asked for
  std::vector<bool> starts_known;
  std::vector<Capture> captures;

  const WordStarts& starts_at(std::size_t at);
};

class Reading {
 public:
  Reading(const Expander& expander, const model::Document& document, base::Diagnostics& diagnostics,
          std::vector<model::Match>& matches, Scratch& scratch, std::vector<model::Trial>* trials)
      : expander_(expander),
        document_(document),
        diagnostics_(diagnostics),
        matches_(matches),
        scratch_(scratch),
        trials_(trials) {}

  // All that a rule finds in the sentence that woke it; compiles what is not yet compiled.
  void read(CompiledRule& rule, const Awake& awake);

 private:
  void apply(CompiledRule& compiled, const Awake& awake);
  // How often a rule was stopped in this document; seldom any.
  [[nodiscard]] std::uint8_t* stops_of(std::uint32_t rule);
  void add(const CompiledRule& compiled, const Seen& seen, Span span);
  void note(const CompiledRule& compiled, const Seen& seen, Span trigger, model::Outcome outcome, Span span);

  const Expander& expander_;
  const model::Document& document_;
  base::Diagnostics& diagnostics_;
  std::vector<model::Match>& matches_;
  Scratch& scratch_;
  std::vector<model::Trial>* trials_;
  std::vector<std::pair<std::uint32_t, std::uint8_t>> stops_;   // by rule
};

}  // namespace muster::rules
