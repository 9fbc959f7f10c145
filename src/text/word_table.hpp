// Abbreviations, number words, months, approximators and the like, compiled: one hash table of single
// words with the roles they can play, and phrases of several words indexed by their last or first word.
// Looking a word up allocates nothing and looks at each of its bytes once.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "muster/base/caseless.hpp"
#include "muster/model/layers.hpp"
#include "muster/model/pack.hpp"

namespace muster::text {

// What a word can be; a set of bits.
namespace role {
inline constexpr std::uint32_t unit = 1U << 0;        // zero … nineteen
inline constexpr std::uint32_t ten = 1U << 1;         // twenty … ninety
inline constexpr std::uint32_t hundred = 1U << 2;
inline constexpr std::uint32_t scale = 1U << 3;       // thousand, million …
inline constexpr std::uint32_t dozen = 1U << 4;
inline constexpr std::uint32_t ordinal = 1U << 5;
inline constexpr std::uint32_t part = 1U << 6;        // half, quarter(s), thirds …
inline constexpr std::uint32_t month = 1U << 7;
inline constexpr std::uint32_t weekday = 1U << 8;
inline constexpr std::uint32_t time_unit = 1U << 9;
inline constexpr std::uint32_t reference = 1U << 10;          // a number after it is a name
inline constexpr std::uint32_t reference_capital = 1U << 11;  // … when it has a capital
inline constexpr std::uint32_t follows_part = 1U << 12;
inline constexpr std::uint32_t not_half = 1U << 13;
inline constexpr std::uint32_t before_ordinal = 1U << 14;
inline constexpr std::uint32_t rising = 1U << 15;
inline constexpr std::uint32_t ranging = 1U << 16;
inline constexpr std::uint32_t currency_after = 1U << 17;
inline constexpr std::uint32_t currency_prefix = 1U << 18;
inline constexpr std::uint32_t opener = 1U << 19;     // opens sentences
inline constexpr std::uint32_t asking = 1U << 20;     // said, asked …
inline constexpr std::uint32_t labelled = 1U << 21;   // "Appendix A."
inline constexpr std::uint32_t season = 1U << 22;
inline constexpr std::uint32_t dating = 1U << 23;     // may begin the words of a date: "the end of 2014"
inline constexpr std::uint32_t ends_relative = 1U << 24;   // the last word of "with immediate effect", "last year"
// A sentence without any of these, without a digit and without a sign of money holds no date and no quantity.
inline constexpr std::uint32_t values = unit | ten | hundred | scale | dozen | part | month | time_unit | ordinal | season | ends_relative;
inline constexpr std::uint32_t number = unit | ten | hundred | scale | dozen;
}  // namespace role

enum class Abbreviation : std::uint8_t { none, title, inner, number, date, last };

struct Word {
  std::uint32_t roles = 0;
  double value = 0;               // of the number, ordinal, month …
  std::uint8_t time_unit = 0;     // index into WordTable::time_units
  std::uint8_t currency = 0;      // index into WordTable::currencies
  std::int16_t last_of = -1;      // first of the phrases that end with this word, in WordTable::before()
  std::int16_t first_of = -1;     // first of the phrases that begin with it, in WordTable::after()
  [[nodiscard]] bool is(std::uint32_t wanted) const { return (roles & wanted) != 0; }
};

enum class PhraseUse : std::uint8_t { before, after, percent, points, relative, full_time };

// Several words with one meaning. `parts` are words or single symbols.
struct Phrase {
  struct Part { const Word* word; char symbol; };
  std::vector<Part> parts;
  PhraseUse use = PhraseUse::before;
  model::Bound bound = model::Bound::exact;
  bool deadline = false;
  std::int16_t next = -1;         // the next phrase of the same word, shorter or equal
};

class WordTable {
 public:
  explicit WordTable(const model::Vocab& vocab);
  WordTable(const WordTable&) = delete;
  WordTable& operator=(const WordTable&) = delete;

  // The word without regard to case; `nothing` for one that is not in any list.
  [[nodiscard]] const Word* find(std::string_view folded) const {
    if (folded.size() > longest || folded.empty() || !may_be_known_[key_of(folded)]) return &nothing;
    const Slot& slot = slots_[slot_of(folded)];
    return slot.word < 0 ? &nothing : &words_[static_cast<std::size_t>(slot.word)];
  }

  // False: the word (letters only, not empty) has none of role::values. Looks at its length and its first two letters.
  [[nodiscard]] bool may_be_value(std::string_view folded) const { return may_be_value_[key_of(folded)]; }

  // What a word before a full stop is ("e.g", "Mr", "No"). A form with a capital needs one in the text.
  [[nodiscard]] Abbreviation abbreviation(std::string_view word) const;

  [[nodiscard]] const Phrase& phrase(std::int16_t at) const { return phrases_[static_cast<std::size_t>(at)]; }
  [[nodiscard]] std::string_view time_unit(std::uint8_t at) const { return time_units_[at]; }
  [[nodiscard]] std::string_view currency(std::uint8_t at) const { return currencies_[at]; }

  static const Word nothing;

 private:
  static constexpr std::size_t longest = 16;
  struct Slot {
    std::array<std::uint64_t, 2> letters{};   // in lower case
    std::int16_t word = -1;
    std::uint8_t length = 0;
  };
  struct Short { std::string text; Abbreviation kind; };

  // Where the word stands, or would stand. `letters`: what it is told by.
  [[nodiscard]] std::size_t slot_of(std::string_view word, std::array<std::uint64_t, 2>& letters) const {
    std::size_t at = base::hash_letters(word, [&](std::size_t i, std::uint64_t eight) { letters[i] = eight; }) & mask_;
    const auto other = [&](const Slot& slot) {
      return (slot.letters[0] ^ letters[0]) | (slot.letters[1] ^ letters[1]) | (slot.length ^ word.size());
    };
    while (slots_[at].word >= 0 && other(slots_[at]) != 0) at = (at + 1) & mask_;
    return at;
  }
  [[nodiscard]] std::size_t slot_of(std::string_view word) const {
    std::array<std::uint64_t, 2> letters{};
    return slot_of(word, letters);
  }

  static std::size_t key_of(std::string_view word) {
    const auto low = [](char c) { return static_cast<unsigned char>(c) & 31U; };   // letters without their case
    return (low(word[0]) << 9U | low(word.size() > 1 ? word[1] : '\0') << 4U | (word.size() < 15 ? word.size() : 15U));
  }

  Word* add(std::string_view text);   // nullptr when it is too long or there are too many
  void add_phrase(std::string_view text, Phrase phrase);
  void read_values(const model::Vocab&);
  void read_phrases(const model::Vocab&);
  void read_abbreviations(const model::Vocab&);

  std::size_t mask_ = 0;
  std::vector<Slot> slots_;
  std::bitset<16384> may_be_value_, may_be_known_;   // by key_of
  std::vector<std::string> texts_;   // of the words
  std::vector<Word> words_;          // reserved once: tokens and phrases point into it
  std::vector<Phrase> phrases_;
  std::vector<Short> abbreviations_; // sorted by text
  std::vector<std::string> time_units_{""};
  std::vector<std::string> currencies_{""};
};

}  // namespace muster::text
