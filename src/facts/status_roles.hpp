// What single words do in a statement on earlier requests ("not", "almost", "inspectors"), the nouns for
// requests, and how much progress an adjective says, compiled once from the word lists. Private to facts.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "facts/caseless_map.hpp"
#include "facts/clauses.hpp"
#include "facts/word_kinds.hpp"
#include "muster/model/facts.hpp"
#include "muster/model/pack.hpp"

namespace muster::facts {

// The entries of the list `status_roles`; a word may play several.
enum class Role : std::uint32_t {
  look = 1U << 0U,
  looker = 1U << 1U,
  earlier = 1U << 2U,
  raised = 1U << 3U,
  asked = 1U << 4U,
  auxiliary = 1U << 5U,
  negation = 1U << 6U,
  fully = 1U << 7U,
  almost = 1U << 8U,
  partly = 1U << 9U,
  plan = 1U << 10U,
  supposes = 1U << 11U,
  adverb = 1U << 12U,
  habit = 1U << 13U,
  number = 1U << 14U,
  pronoun = 1U << 15U,
  lead = 1U << 16U,
  filler = 1U << 17U,
  demand = 1U << 18U,
  fault = 1U << 19U,
  moved = 1U << 20U,
};

struct RequestNoun {
  std::string form;
  bool ask = false;   // a request by itself
  bool follows = false;   // may stand for requests that the sentences before have named
  bool owned = false;   // only behind its owner or an article, else a verb
  bool defect = false;   // what is called not put right was found before
};

class StatusWords {
 public:
  // `kinds` must outlive this.
  StatusWords(const model::Vocab& vocab, const WordKinds& kinds);

  // All that the readers ask of a word, found by one look-up.
  struct WordFacts {
    std::uint32_t roles = 0;   // a set of Role bits; digits are numbers
    const WordKindSet* kinds = nullptr;   // nullptr: of none
    const std::vector<RequestNoun>* nouns = nullptr;   // those that begin with it, the longest first; nullptr: none
  };
  // O(its letters); any case.
  [[nodiscard]] WordFacts of(std::string_view word) const;
  [[nodiscard]] std::uint32_t roles_of(std::string_view word) const { return of(word).roles; }
  [[nodiscard]] const RequestNoun* noun(std::string_view form) const;   // any case and spacing

  // "implemented" -> met; "slow" (of progress) -> partly_met. Any case and spacing.
  [[nodiscard]] std::optional<model::StatusValue> verdict(std::string_view form) const;
  // Only after "is", "remains": "forgotten", "on the way".
  [[nodiscard]] bool only_predicate(std::string_view form) const { return predicates_.contains(plain_form(form)); }
  // What "not" makes of it where that is not not_met: "not embedded" is done in part.
  [[nodiscard]] std::optional<model::StatusValue> negated(std::string_view form) const;
  [[nodiscard]] std::optional<model::StatusValue> degree(std::string_view form) const;
  [[nodiscard]] std::optional<model::StatusValue> scale(std::string_view form) const;
  // "failed" (to …) -> not_met; the inner value is none for what is only meant ("agreed"), the outer for a word that
  // governs nothing.
  [[nodiscard]] std::optional<std::optional<model::StatusValue>> governor(std::string_view word) const;
  // "better", "good", "bad", "lasting" or "".
  [[nodiscard]] std::string state(std::string_view word) const;
  // How things stand now, of the list `now_words`: "good", "begun", "part", … or "".
  [[nodiscard]] std::string now(std::string_view word) const;
  [[nodiscard]] std::pair<std::size_t, std::string_view> now_phrase(std::span<const Word> words,
                                                                    std::size_t i) const;
  // The longest state of several words that begins at word `i` ("up to date"): its length in words and its kind.
  [[nodiscard]] std::pair<std::size_t, std::string_view> state_phrase(std::span<const Word> words,
                                                                      std::size_t i) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  template <class Value>
  using Table = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;
  CaselessMap<WordFacts> words_;
  Table<std::vector<RequestNoun>> nouns_;
  Table<RequestNoun> noun_forms_;
  [[nodiscard]] static std::string plain_form(std::string_view form);
  std::unordered_set<std::string> predicates_;
  Table<model::StatusValue> verdicts_, negated_, degrees_, scales_;
  Table<std::string> states_;
  using Phrases = Table<std::vector<std::pair<std::string, std::string>>>;   // by their first word
  Table<std::string> now_;
  Phrases state_phrases_, now_phrases_;
  [[nodiscard]] static std::pair<std::size_t, std::string_view> longest(const Phrases& phrases,
                                                                        std::span<const Word> words, std::size_t i);
  Table<std::optional<model::StatusValue>> governors_;
};

}   // namespace muster::facts
