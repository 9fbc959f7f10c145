// Matches and layers -> typed facts with evidence. One function per kind of fact; each reads only
// matches whose rule `makes` its kind. None knows of TOML or regular expressions.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "muster/facts/lexicon.hpp"
#include "muster/model/facts.hpp"
#include "muster/model/match.hpp"
#include "muster/model/record.hpp"

namespace muster::facts {

struct Memory;   // private to facts

// Everything that a maker may look at. References must outlive the call.
struct Reading {
  const model::Document& document;
  const model::Layers& layers;
  const model::Vocab& vocab;
  const std::vector<model::Match>& matches;   // all kinds, sorted
  const Lexicon& lexicon;

  // What was asked of the whole document, answered once. A reading belongs to one thread.
  struct Remembered {
    struct Subjects {
      std::uint32_t words = 0, strong = 0, weak = 0, staffing = 0, services = 0, failings = 0;
      std::uint32_t paid_care = 0, unpaid_care = 0;
    };   // words that begin as `subject_words` do
    std::optional<Subjects> subjects;
    std::optional<bool> own_look;   // those who look write it themselves
    std::optional<std::unordered_set<std::string_view>> named;   // every canonical name in it
    std::shared_ptr<Memory> memory;   // of its sentences, as they are asked for
  };
  mutable Remembered remembered = {};
};

// A match that made no fact, and why: for `explain`.
struct Refusal { const model::Match* match; std::string why; };

void make_recommendations(const Reading&, model::Drafts&, std::vector<Refusal>* = nullptr);
void make_statuses(const Reading&, model::Drafts&, std::vector<Refusal>* = nullptr);
// Reads the numbers of `drafts`' recommendations: make those first.
void make_responses(const Reading&, model::Drafts&, std::vector<Refusal>* = nullptr);
void make_judgements(const Reading&, model::Drafts&, std::vector<Refusal>* = nullptr);
void make_staffing(const Reading&, model::Drafts&, std::vector<Refusal>* = nullptr);
void make_figures(const Reading&, model::Drafts&, std::vector<Refusal>* = nullptr);
// kind, title, inspectorates, body, dates
[[nodiscard]] model::About describe(const Reading&, const model::Drafts&);

// The evidence of a fact that stands in a sentence (or in two neighbours).
[[nodiscard]] model::Evidence evidence_of(const Reading&, std::uint32_t sentence, const model::Rule& rule);

}  // namespace muster::facts
