// Which rules a sentence wakes: those of whose words it holds one, and one of each list of words without which their
// patterns match nowhere (needs.hpp). All words of all rules are looked for in one pass; the lists that a word stands in
// are a row of bits. Made of the rules, or read where it was made beforehand.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "muster/base/result.hpp"
#include "rules/expand.hpp"
#include "rules/word_starts.hpp"
#include "rules/trigger.hpp"

namespace muster::rules {

// A rule and the pack that it stands in.
struct PlacedRule {
  const model::Pack* pack = nullptr;
  const model::Rule* rule = nullptr;
};
// All rules of a set by id: the order in which they are numbered.
[[nodiscard]] std::vector<PlacedRule> rules_by_id(const model::PackSet& packs);

// The words that a rule waits for. P004 where it names a list that is not there.
[[nodiscard]] base::Result<std::vector<Trigger>> triggers_of(const PlacedRule& rule, std::uint32_t group,
                                                             const Expander& expander);

class Waking {
 public:
  Waking() = default;
  // Of what flatten gave, which must outlive it.
  explicit Waking(std::string_view flat);

  // P004 where a rule waits for a list that is not there.
  [[nodiscard]] static base::Result<std::string> flatten(const std::vector<PlacedRule>& rules,
                                                         const Expander& expander);

  // What is known of the words met so far and of the text at hand. Not to be shared between threads; belongs to one
  // Waking and one WordNumbers.
  struct Memory {
    struct Bits {
      std::uint64_t bits = 0;
      std::uint64_t at = 0;                  // which step of a row
    };
    struct Word {
      bool known = false;
      std::uint32_t first = 0, count = 0;    // its lists, in `bits`
      TriggerIndex::Onward onward;
    };
    std::vector<Word> words;                 // by number
    std::vector<Bits> bits;
    std::vector<std::uint64_t> row;          // at work
    std::vector<std::uint64_t> held;         // the lists of which the text holds a word
  };

  // Calls hit(rule, may_veto) once for every rule that a folded text wakes, in no order that means anything; may_veto:
  // whether the rule's veto could be in the text. `starts`: those of the text.
  template <class Hit>
  void scan(std::string_view text, const WordStarts& starts, Memory& memory, Hit&& hit) const {
    hold(text, starts, memory);
    const std::vector<std::uint64_t>& held = memory.held;
    for (std::uint32_t w = 0; w < head_.width; ++w)
      for (std::uint64_t bits = held[w] & flat::at<std::uint64_t>(keys_, w); bits != 0; bits &= bits - 1) {
        const std::uint32_t list = w * 64 + static_cast<std::uint32_t>(__builtin_ctzll(bits));
        const auto to = flat::at<std::uint32_t>(first_, list + std::size_t{1});
        for (auto i = flat::at<std::uint32_t>(first_, list); i < to; ++i)
          if (const auto waiting = flat::at<Waiting>(waiting_, i); holds(held, waiting)) hit(waiting.rule, (held[waiting.veto / 64] >> (waiting.veto % 64) & 1U) != 0);
      }
  }

 private:
  static constexpr std::size_t most_lists = 8;
  // A rule and the other lists that it waits for; what is not used repeats its first.
  struct Waiting {
    std::uint32_t rule = 0;
    std::uint32_t veto = 0;                         // the list that its veto waits for; list 0 is always held
    std::array<std::uint16_t, most_lists> lists{};
  };
  struct Head {
    flat::Part words, rows, keys, first, waiting;   // `first`: of each list those who wait for it first, and one more
    std::uint32_t width = 0, unused = 0;            // of a row, in steps of 64 bits
  };
  // Makes memory.held.
  void hold(std::string_view text, const WordStarts& starts, Memory& memory) const;
  void add_row(std::uint32_t row, std::vector<std::uint64_t>& lists) const;
  // Adds the lists of the words that begin at `begin`.
  void add(std::string_view text, std::size_t begin, std::vector<std::uint64_t>& lists) const;
  void learn(Memory::Word& word, std::string_view text, Memory& memory) const;
  [[nodiscard]] static bool holds(const std::vector<std::uint64_t>& held, const Waiting& waiting) {
    for (const std::uint16_t list : waiting.lists)
      if ((held[list / 64] >> (list % 64) & 1U) == 0) return false;
    return true;
  }

  Head head_;
  TriggerIndex words_;
  const char* rows_ = nullptr;
  const char* keys_ = nullptr;
  const char* first_ = nullptr;
  const char* waiting_ = nullptr;
  std::array<bool, 256> signs_{};            // bytes of no word that one of the words begins with
  bool has_signs_ = false;
};

}  // namespace muster::rules
