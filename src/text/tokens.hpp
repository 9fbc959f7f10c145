// A sentence as tokens: words, numbers and single symbols, with what the word table knows of each.
// Made into a vector that the caller keeps, so a document costs a handful of allocations.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "muster/base/span.hpp"
#include "text/word_table.hpp"

namespace muster::text {

[[nodiscard]] inline bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
[[nodiscard]] inline bool is_upper(char c) { return (c >= 'A' && c <= 'Z') || c == '\x81'; }
[[nodiscard]] inline bool is_letter(char c) { return is_lower(c) || is_upper(c) || c == '\x80'; }
[[nodiscard]] inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] inline bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

struct Token {
  enum class Kind : std::uint8_t { word, number, symbol };
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Kind kind = Kind::symbol;
  char symbol = '\0';              // symbol: its byte
  bool space = false;              // white space stands before it
  bool capital = false;            // word: begins with a capital
  bool upper = false;              // word: all capitals
  bool decimal = false;            // number: has a decimal point
  bool dotted = false;             // number: "1.2.3", no value
  bool comma = false;              // number: "1,200"
  std::uint8_t digits = 0;         // number: digits before the point
  const Word* word = &WordTable::nothing;
  double value = 0;                // number

  [[nodiscard]] bool is(std::uint32_t roles) const { return word->is(roles); }
  [[nodiscard]] bool is_symbol(char c) const { return kind == Kind::symbol && symbol == c; }
  [[nodiscard]] bool is_word() const { return kind == Kind::word; }
  [[nodiscard]] bool is_number() const { return kind == Kind::number; }
};

// False: nothing in the span is a number or a date. Quicker than tokenise.
[[nodiscard]] bool may_hold_values(std::string_view folded, base::Span span, const WordTable& words);

// Replaces `out`. Returns whether anything in it can be a number or a date.
bool tokenise(std::string_view folded, base::Span span, const WordTable& words, std::vector<Token>& out);

}  // namespace muster::text
