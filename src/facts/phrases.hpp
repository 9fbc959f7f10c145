// A sentence as words, and phrases of the vocabulary found among them. What the makers of staffing and
// figures read with; private to facts. Knows nothing of figures or metrics.
#pragma once

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "facts/caseless_map.hpp"
#include "facts/word_kinds.hpp"
#include "muster/base/text.hpp"
#include "muster/model/pack.hpp"

namespace muster::facts {

using base::Span;

// One word ("full-time" is two, "15.6" and "nurse's" are one) or one mark of punctuation.
struct SpokenWord {
  Span span;
  std::string_view text;   // folded, as written
  const WordKindSet* kinds = nullptr;   // nullptr: of none
  std::uint16_t pair = 0;   // of its first two letters, see Phrases
  bool mark = false;
};

[[nodiscard]] bool same_caseless(std::string_view text, std::string_view lower);

// The words of one stretch of text, over its folded copy. The text and the kinds must outlive this.
class Words {
 public:
  // Readers look at no more of a sentence: the work on one grows faster than its length.
  static constexpr std::uint32_t most = 6000;
  [[nodiscard]] static Span head_of(Span sentence) {
    return {sentence.begin, std::min(sentence.end, sentence.begin + most)};
  }

  Words(const base::Text& text, Span stretch, const WordKinds& kinds);

  [[nodiscard]] std::size_t size() const { return words_.size(); }
  // Past the end a mark, and a blank: readers look ahead.
  [[nodiscard]] const SpokenWord& operator[](std::size_t i) const { return i < words_.size() ? words_[i] : past_the_end; }
  [[nodiscard]] std::string_view folded(std::size_t i) const { return (*this)[i].text; }
  // Caseless; false past the end.
  [[nodiscard]] bool is(std::size_t i, std::string_view lower) const;
  [[nodiscard]] bool is(std::size_t i, WordKind kind) const { return i < size() && is_kind(words_[i].kinds, kind); }
  [[nodiscard]] bool is(std::size_t i, std::initializer_list<WordKind> any) const {
    return std::any_of(any.begin(), any.end(), [&](WordKind kind) { return is(i, kind); });
  }
  // Any of them; for the few words of grammar. What could grow is a WordKind.
  [[nodiscard]] bool is(std::size_t i, std::initializer_list<std::string_view> lower) const {
    if (i >= size()) return false;
    const std::string_view text = words_[i].text;
    for (const std::string_view want : lower)   // length and first letter tell most apart
      if (want.size() == text.size() && ((want.front() ^ text.front()) & ~0x20) == 0 && same_caseless(text, want))
        return true;
    return false;
  }
  [[nodiscard]] bool is_mark(std::size_t i, char mark) const;
  // The word is the second part of one with a hyphen ("re-referral").
  [[nodiscard]] bool hyphen_before(std::size_t i) const;
  // The first word that ends after `at`, and the first that begins at or after it; size() if none.
  [[nodiscard]] std::size_t ending_after(std::uint32_t at) const;
  [[nodiscard]] std::size_t beginning_at(std::uint32_t at) const;
  [[nodiscard]] Span span_of(std::size_t first, std::size_t last) const;   // [first, last)
  [[nodiscard]] std::string text_of(std::size_t first, std::size_t last) const;

 private:
  static constexpr SpokenWord past_the_end{{}, " ", nullptr, 0, true};
  const base::Text* text_;
  std::vector<SpokenWord> words_;
};

// The forms of a vocabulary list (of one `kind`, if given), to be found at a word. A plural or genitive
// s at the end of a form is understood where `plurals` says so. A list that is missing is empty.
class Phrases {
 public:
  Phrases() = default;
  Phrases(const model::Vocab& vocab, std::string_view list, std::string_view kind = {}, bool plurals = true);

  // The forms of one more list. O(all forms).
  void add(const model::Vocab& vocab, std::string_view list, std::string_view kind = {});

  // How many words the longest phrase that begins at word `i` takes; 0: none begins there.
  [[nodiscard]] std::size_t at(const Words& words, std::size_t i) const {
    const SpokenWord& word = words[i];
    // Without their s all but "a's" keep their first two letters: most words are told by these.
    if (word.mark || (!pairs_[word.pair] && !(word.text.size() == 3 && word.text[1] == '\''))) return 0;
    return longest_at(words, i);
  }
  // The first word of the last phrase that lies in [first, last); last if there is none.
  struct Found { std::size_t first, last; [[nodiscard]] bool none() const { return first == last; } };
  [[nodiscard]] Found first_in(const Words& words, std::size_t first, std::size_t last) const;
  [[nodiscard]] Found last_in(const Words& words, std::size_t first, std::size_t last) const;

  // Two letters without their case as one number.
  static std::uint16_t pair_of(std::string_view word) {
    return static_cast<std::uint16_t>((static_cast<unsigned char>(word[0]) & 31U) << 5U |
                                      (word.size() > 1 ? static_cast<unsigned char>(word[1]) & 31U : 0U));
  }

 private:
  [[nodiscard]] std::size_t longest_at(const Words& words, std::size_t i) const;
  struct Phrase { std::vector<std::string> words; };
  [[nodiscard]] bool fits(const Phrase& phrase, const Words& words, std::size_t i) const;
  CaselessMap<std::vector<Phrase>> by_first_;
  std::bitset<1024> pairs_;   // what their first words begin with: most words of a text are told by that
  bool plurals_ = true;
};

}  // namespace muster::facts
