// Where the words of a sentence begin and which they are, found once for all rules.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace muster::rules {

// Words met so far, as small numbers in order of their first coming: the commonest are the smallest.
// A word is letters, digits and underscores, without regard to case.
class WordNumbers {
 public:
  static constexpr std::uint16_t none = 0xFFFF;
  WordNumbers();
  // A word: sixteen bytes, lower case, filled up with zeros. none: there are too many already.
  [[nodiscard]] std::uint16_t number_of(std::uint64_t low, std::uint64_t high);

 private:
  struct Slot {
    std::uint64_t low = 0, high = 0;   // a word's first eight bytes and the others; low is 0 in an empty one
    std::uint64_t number = 0;
  };
  // Where the word stands, or would.
  [[nodiscard]] std::size_t place_of(std::uint64_t low, std::uint64_t high) const;
  std::vector<Slot> slots_;            // a power of two
  std::uint16_t used_ = 0;
};

// Where words begin in a sentence, and which: found once for all patterns that are tried on it.
class WordStarts {
 public:
  void find(std::string_view text, WordNumbers& numbers);
  [[nodiscard]] const std::vector<std::uint32_t>& at() const { return at_; }
  // Where the word that begins at at()[i] ends.
  [[nodiscard]] std::uint32_t end(std::size_t i) const { return end_[i]; }
  // The number of the word that begins at at()[i]; none: a long one, one with an underscore, or one too many.
  [[nodiscard]] std::uint16_t number(std::size_t i) const { return number_[i]; }
  // Bit n: a word begins with the byte of kind n.
  [[nodiscard]] std::uint64_t bits() const { return bits_; }

  static constexpr std::uint8_t other = 37;   // no letter, digit or underscore
  [[nodiscard]] static constexpr std::uint8_t kind_of(char c) {
    if (c >= 'a' && c <= 'z') return static_cast<std::uint8_t>(c - 'a');
    if (c >= 'A' && c <= 'Z') return static_cast<std::uint8_t>(c - 'A');
    if (c >= '0' && c <= '9') return static_cast<std::uint8_t>(c - '0' + 26);
    return c == '_' ? 36 : other;
  }

 private:
  std::vector<std::uint32_t> at_, end_;
  std::vector<std::uint16_t> number_;
  std::uint64_t bits_ = 0;
};

}  // namespace muster::rules
