// Gazetteers, compiled: names of inspectorates, bodies, roles and places as a trie of word hashes in one
// flat table; small words by which names are told as bits; the commonest words of languages.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "muster/model/layers.hpp"
#include "muster/model/pack.hpp"
#include "text/name_tokens.hpp"

namespace muster::text {

// What a single word can do (lists name_words, speech_verbs, first_names).
namespace name_word {
inline constexpr std::uint32_t title = 1U << 0, body_head = 1U << 1, office_head = 1U << 2, of_head = 1U << 3,
                               month = 1U << 4, connector = 1U << 5, place_word = 1U << 6, article = 1U << 7,
                               person_pronoun = 1U << 8, thing_pronoun = 1U << 9, common = 1U << 10,
                               first_name = 1U << 11, say = 1U << 12, find = 1U << 13, ambiguous = 1U << 14,
                               auxiliary = 1U << 15, plain = 1U << 16, judge = 1U << 17;
}  // namespace name_word

// What stands behind an entry of the gazetteers.
enum class NameUse : std::uint8_t { proper, generic, report, official, minister, manager, spokesperson, other };

struct NameEntry {
  std::string canonical;
  model::NameKind kind = model::NameKind::body;
  NameUse use = NameUse::proper;
};

class NameTable {
 public:
  explicit NameTable(const model::Vocab& vocab);

  struct Found {
    std::size_t length = 0;            // in tokens; 0: nothing
    const NameEntry* entry = nullptr;  // good as long as the table
  };
  // The longest name that begins at `at`. Words that a list writes with a capital need one in the text.
  [[nodiscard]] Found longest(const std::vector<NameToken>& tokens, std::size_t at) const;
  [[nodiscard]] std::uint32_t flags(std::uint64_t word) const;
  // Bit i is set when the word is common in languages()[i].
  [[nodiscard]] std::uint32_t languages_of(std::uint64_t word) const;
  [[nodiscard]] const std::vector<std::string>& languages() const { return languages_; }

 private:
  struct Node {
    std::int32_t entry = -1;
    std::uint32_t capitals = 0;        // which words need a capital
    bool acronym = false;              // … and the first one all capitals
    bool more = false;                 // longer names go on from here
  };
  struct Slot { std::uint64_t key = 0; std::uint32_t value = 0; };
  struct Flat {                        // open addressing, built once
    std::vector<Slot> slots;
    std::size_t used = 0;
    [[nodiscard]] const Slot* find(std::uint64_t key) const;
    std::uint32_t& at(std::uint64_t key);
  };

  void add_list(const model::Vocab&, std::string_view id, model::NameKind kind);
  void add_form(std::string_view form, std::int32_t entry, std::vector<NameToken>& scratch);
  void flag(std::uint64_t word, std::uint32_t bit);
  void add_words(const model::Vocab&, std::string_view id);

  // Sixteen bits of a word's hash: which words begin names, have flags, are common in a language. Most
  // words of a text do neither and need not be looked up.
  [[nodiscard]] static std::size_t filter_of(std::uint64_t word) { return (word >> 24U) & 0xFFFFU; }
  std::bitset<65536> begins_, flagged_, spoken_;

  Flat children_;                      // (node, word) -> node
  Flat words_;                         // word -> flags
  Flat language_words_;
  std::vector<Node> nodes_;
  std::vector<NameEntry> entries_;
  std::vector<std::string> languages_;
};

}  // namespace muster::text
