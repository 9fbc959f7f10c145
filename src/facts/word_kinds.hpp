// What kinds of word a single word is ("in" leads to a place, "increase" is a change of an amount): one table
// over the vocabulary's list `word_kinds`, asked once for a word and then by bits. A new word for something that
// the readers know already is a line of that list. Private to facts.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "facts/caseless_map.hpp"
#include "muster/model/pack.hpp"

namespace muster::facts {

enum class WordKind : std::uint16_t {
#define MUSTER_WORD_KIND(name) name,
#include "facts/word_kinds.def"
#undef MUSTER_WORD_KIND
  count_of_kinds
};

using WordKindSet = std::bitset<static_cast<std::size_t>(WordKind::count_of_kinds)>;

class WordKinds {
 public:
  // Entries whose name is no kind are left out. O(all forms).
  explicit WordKinds(const model::Vocab& vocab);

  // The kinds of a word as it is written, any case; nullptr: none. O(its letters); lives as long as this.
  [[nodiscard]] const WordKindSet* of(std::string_view written) const;

  // The same for words that no sentence was read of, and for short phrases ("put in place").
  [[nodiscard]] bool is(std::string_view written, WordKind kind) const;

  // "place_prepositions"; empty for count_of_kinds.
  [[nodiscard]] static std::string_view name(WordKind kind);

 private:
  CaselessMap<WordKindSet> kinds_;
};

// Whether a word of which `kinds` was told is of this kind.
[[nodiscard]] inline bool is_kind(const WordKindSet* kinds, WordKind kind) {
  return kinds != nullptr && kinds->test(static_cast<std::size_t>(kind));
}

}   // namespace muster::facts
