// Says where in a sentence a match of a pattern could begin, at a few processor cycles a word: the
// pattern's coarse form as a deterministic automaton, made as far as texts need it. "No" is certain,
// "maybe" is for the pattern itself to say; neither depends on what was asked before.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rules/coarse.hpp"
#include "rules/word_starts.hpp"

namespace muster::rules {

class Sieve {
 public:
  // nullptr: the pattern holds syntax that its coarse form does not know, or matches nothing at all.
  [[nodiscard]] static std::unique_ptr<const Sieve> make(std::string_view pattern);

  // The same in two steps: as bytes, empty where make gives nullptr; and of such bytes, which must outlive it.
  [[nodiscard]] static std::string flatten(std::string_view pattern);
  [[nodiscard]] static std::unique_ptr<const Sieve> over(std::string_view flat);
  // The bytes of one that make gave.
  [[nodiscard]] std::string_view flat() const { return owned_; }

  // The states made so far. Not to be shared between threads; belongs to one sieve.
  struct Memory {
    struct State {
      std::uint32_t first = 0, count = 0;              // in `nodes`, sorted
      std::uint64_t hash = 0;
      bool after_word = false;
    };
    std::vector<std::int16_t> next;                    // by state and class: small, because this is what is waited for
    std::vector<State> states;
    std::vector<std::uint32_t> nodes;                  // of all states
    std::vector<std::int32_t> slots;                   // states by their hash, -1: none; a power of two, half empty
    std::vector<std::uint32_t> seen;                   // nodes, by the round in which they were met
    std::uint32_t round = 0;
    std::vector<std::uint32_t> stack, here, after;     // at work
    std::vector<std::uint64_t> words;                  // by number, two bits each: known, and may begin a match
  };

  // The first place in text[from, …) where a match could begin; text.size() + 1 if there is none.
  // `starts`: those of a text that begins like this one; it may go on. `patience`: characters that it may
  // look at; is lessened by what it took, and when it is used up every place is one where a match could begin.
  [[nodiscard]] std::size_t first(std::string_view text, std::size_t from, const WordStarts& starts, Memory& memory,
                                  std::size_t& patience) const;

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
  std::int32_t next(std::int32_t state, std::uint32_t byte_class, Memory& memory) const;
  std::int32_t state_of(bool word_before, Memory& memory) const;
  void add_state(bool word_before, std::uint64_t hash, Memory& memory) const;
  void start_over(Memory& memory) const;
  void find_starts();
  void read(std::string_view flat);
  [[nodiscard]] bool may_begin(std::uint16_t number, std::string_view text, std::size_t at, Memory& memory) const;
  [[nodiscard]] bool maybe(std::string_view text, std::size_t at, Memory& memory, std::size_t& patience) const;

  // A node as it lies in the bytes: its kind and where it goes, and the set of a byte or the other way.
  struct Node {
    std::uint32_t next_and_kind;
    std::uint32_t other;
    [[nodiscard]] Coarse::Kind kind() const { return static_cast<Coarse::Kind>(next_and_kind & 7U); }
    [[nodiscard]] std::uint32_t next() const { return next_and_kind >> 3U; }
  };
  // What the bytes begin with; classes, sets and nodes follow.
  struct Head {
    std::uint64_t first_bits = 0;                // a match that begins with words begins with one of these
    std::uint32_t stride = 0, start = 0, nodes = 0, sets = 0;
    std::uint32_t mask = 0;                      // bytes of a set: one bit a class
    std::uint16_t only_words = 0, only_begin = 0;   // a match begins where a word does; where the text does
    std::array<std::uint8_t, 256> class_of{};
    std::array<std::uint8_t, 256> begins{};      // bytes that may begin a match: 1 behind other signs, 2 inside a word
    std::array<std::uint8_t, 40>
        word_class{};   // one bit a class; the last class, the end of the text, is none of a word
  };
  [[nodiscard]] bool word_class(std::uint32_t c) const { return (head_.word_class[c / 8] >> (c % 8) & 1U) != 0; }
  [[nodiscard]] bool in_set(std::uint32_t set, std::uint32_t c) const {
    return (static_cast<unsigned char>(sets_[set * std::size_t{head_.mask} + c / 8]) >> (c % 8) & 1U) != 0;
  }
  [[nodiscard]] static std::string bytes_of(const Coarse& coarse);

  Head head_;
  const char* sets_ = nullptr;
  const char* nodes_ = nullptr;
  std::string owned_;                            // the bytes, where nobody else keeps them
};

}  // namespace muster::rules
