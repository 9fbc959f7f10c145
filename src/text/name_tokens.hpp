// The words of a sentence as the name finders see them: a possessive "'s" is a token of its own,
// every symbol is one, and each word carries its hash (of its lower-case bytes) and what the name
// lists say of it. Tokens go into a vector that the caller keeps: nothing is allocated per token.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "muster/base/span.hpp"

namespace muster::text {

class NameTable;

struct NameToken {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint64_t hash = 0;      // of a word or number; 0 for a symbol
  std::uint32_t flags = 0;     // name_word bits
  char first = '\0';           // first byte; for a symbol the symbol
  bool word = false;
  bool capital = false;        // begins with a capital
  bool upper = false;          // two or more letters, all capitals
  bool space = false;          // white space stands before it

  [[nodiscard]] bool is(std::uint32_t bits) const { return (flags & bits) != 0; }
  [[nodiscard]] bool symbol(char c) const { return !word && first == c; }
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

// Hash of the lower-case bytes; never 0.
[[nodiscard]] std::uint64_t hash_word(std::string_view folded);

// Replaces `out` by the tokens of `span`.
void tokenise_names(std::string_view folded, base::Span span, const NameTable& table, std::vector<NameToken>& out);

}  // namespace muster::text
