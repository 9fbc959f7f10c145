// Says where in a sentence a match of a pattern could begin, at a few processor cycles a word: the
// pattern's coarse form as a deterministic automaton, made as far as texts need it. "No" is certain,
// "maybe" is for the pattern itself to say; neither depends on what was asked before.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/coarse.hpp"

namespace muster::rules {

// Where words begin in a sentence, and with what: found once for all patterns that are tried on it.
class WordStarts {
 public:
  void find(std::string_view text);
  [[nodiscard]] const std::vector<std::uint32_t>& at() const { return at_; }
  // Bit of the first byte of the word `i`, and of all words.
  [[nodiscard]] std::uint64_t bit(std::size_t i) const { return std::uint64_t{1} << first_[i]; }
  [[nodiscard]] std::uint64_t bits() const { return bits_; }
  // The bit's number of a letter, a digit or an underscore.
  [[nodiscard]] static std::uint8_t bit_of(char c);

 private:
  std::vector<std::uint32_t> at_;
  std::vector<std::uint8_t> first_;
  std::uint64_t bits_ = 0;
};

class Sieve {
 public:
  // nullptr: the pattern holds syntax that its coarse form does not know, or matches nothing at all.
  [[nodiscard]] static std::unique_ptr<const Sieve> make(std::string_view pattern);

  // The states made so far. Not to be shared between threads; belongs to one sieve.
  struct Memory {
    struct State {
      std::vector<std::uint32_t> nodes;                // sorted
      bool after_word = false;
    };
    std::vector<std::int32_t> next;                    // by state and class
    std::vector<State> states;
    std::unordered_map<std::string, std::int32_t> found;
    std::vector<std::uint32_t> seen;                   // nodes, by the round in which they were met
    std::uint32_t round = 0;
    std::vector<std::uint32_t> stack, here, after;     // at work
  };

  // The first place in text[from, …) where a match could begin; text.size() + 1 if there is none.
  // `starts`: those of a text that begins like this one; it may go on. `patience`: characters that it may
  // look at; is lessened by what it took, and when it is used up every place is one where a match could begin.
  [[nodiscard]] std::size_t first(std::string_view text, std::size_t from, const WordStarts& starts, Memory& memory, std::size_t& patience) const;

 private:
  Sieve() = default;

  // What is known of the place that an automaton stands at.
  struct Place {
    bool known = false;                                // false: whether a word ends or begins here is not yet known
    bool edge = false, begin = false, end = false;
  };
  // Adds to `out` the nodes that wait for a byte (or to know more) from `from` on; true: a match.
  bool follow(std::uint32_t from, Place place, std::vector<std::uint32_t>& out, Memory& memory) const;
  // Makes memory.after what the nodes of a state become by one byte; true: a match.
  bool advance(std::int32_t state, std::uint32_t byte_class, Memory& memory) const;
  std::int32_t step(std::int32_t state, std::uint32_t byte_class, Memory& memory) const;
  std::int32_t state_of(bool after_word, Memory& memory) const;
  void start_over(Memory& memory) const;
  void find_starts();
  [[nodiscard]] bool maybe(std::string_view text, std::size_t at, Memory& memory, std::size_t& patience) const;

  Coarse coarse_;
  std::array<std::uint8_t, 256> class_of_{};
  std::vector<std::uint8_t> byte_of_;            // one byte of each class
  std::vector<bool> word_class_;                 // the last class is the end of the text
  std::uint32_t stride_ = 0;
  bool only_words_ = false;                      // a match begins where a word does …
  std::uint64_t first_bits_ = 0;                 // … with one of these
  bool only_begin_ = false;                      // a match begins where the text does
};

}  // namespace muster::rules
