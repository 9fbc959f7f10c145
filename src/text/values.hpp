// One sentence's tokens, and what reads values out of them. Dates are read first: the numbers that they
// use are marked, so that a year or a day of the month is never taken for a quantity.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "muster/model/layers.hpp"
#include "text/tokens.hpp"

namespace muster::text {

// How a document writes its days: what decides "03/02/2023" once all of it is read.
struct DateOrder {
  int day_first = 0;                     // "4 July", "13/02/2023"
  int month_first = 0;                   // "July 4", "02/13/2023"
  std::vector<std::uint32_t> doubtful;   // dates that could be either, read with the day first
};

struct Values {
  Values(std::string_view folded, const WordTable& table) : text(folded), words(table) {}
  std::string_view text;                // the document, folded
  const WordTable& words;
  std::vector<Token> tokens;
  std::vector<std::uint8_t> used;       // per token: 1 when a date has it
  DateOrder order;

  [[nodiscard]] std::size_t size() const { return tokens.size(); }
  // Tokens past either end read as an empty symbol, so that looking around needs no checks.
  [[nodiscard]] const Token& at(std::size_t i) const { return i < tokens.size() ? tokens[i] : end_; }
  [[nodiscard]] const Token& before(std::size_t i, std::size_t n = 1) const { return i >= n ? tokens[i - n] : end_; }
  [[nodiscard]] std::string_view spelled(const Token& token) const { return text.substr(token.begin, token.end - token.begin); }
  // Whether the word is `lower` (which must be in small letters), whatever its case.
  [[nodiscard]] bool says(std::size_t i, std::string_view lower) const {
    if (i >= tokens.size() || !tokens[i].is_word()) return false;
    const std::string_view word = spelled(tokens[i]);
    if (word.size() != lower.size()) return false;
    for (std::size_t k = 0; k < word.size(); ++k)
      if (static_cast<char>(word[k] | 0x20) != lower[k]) return false;
    return true;
  }
  [[nodiscard]] bool says_any(std::size_t i, std::initializer_list<std::string_view> words_of) const {
    for (const std::string_view word : words_of)
      if (says(i, word)) return true;
    return false;
  }
  [[nodiscard]] bool glued(std::size_t i) const { return i < tokens.size() && !tokens[i].space; }
  [[nodiscard]] bool symbol(std::size_t i, char c) const { return i < tokens.size() && tokens[i].is_symbol(c); }
  // Tokens that a phrase starting at `i` covers; 0 if none of that use does.
  [[nodiscard]] std::size_t phrase_at(std::size_t i, PhraseUse use, const Phrase** found = nullptr) const;

 private:
  Token end_{};
};

void read_dates(Values&, std::vector<model::DateMention>& out);
void read_quantities(Values&, std::vector<model::Quantity>& out);

// --- number phrases -------------------------------------------------------------------------------

// A number in digits or words: tokens [begin, end).
struct Amount {
  double value = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool in_words = false;
  bool part = false;      // a fraction: value is in percent
  bool whole = true;      // no decimals, no "and a half"
};

// "400", "1,200", "twelve", "one hundred and five", "a dozen", "2.5 million", "two and a half".
[[nodiscard]] std::optional<Amount> read_amount(const Values&, std::size_t at);
// "a third", "three-quarters", "half", "½": where a share of something is meant.
[[nodiscard]] std::optional<Amount> read_part(const Values&, std::size_t at);

struct Leaning {
  model::Bound bound = model::Bound::exact;
  std::size_t edge = 0;   // before: first token of the words; after: one past their last
};
[[nodiscard]] Leaning lean_before(const Values&, std::size_t at);
[[nodiscard]] Leaning lean_after(const Values&, std::size_t at);

}  // namespace muster::text
