// Small readings that the makers of requests, verdicts and grades share: the words of a stretch, the
// speech and the clause that a word stands in, an entry of a word list. All over folded text; no
// function keeps anything.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "muster/facts/make.hpp"

namespace muster::facts {

using base::Span;

struct Word {
  Span span;
  std::string_view text;   // folded, as written
};

// Letters, digits, and ' & - inside a word. Views are into the document's folded text.
[[nodiscard]] std::vector<Word> words_of(const model::Document& document, Span span);

// Case-blind for ASCII; `lower` must be lower case.
[[nodiscard]] bool same_word(std::string_view written, std::string_view lower);
// Asked of every word of a sentence, with lists that seldom hold it: length and first letter tell most apart.
[[nodiscard]] inline bool is_any(std::string_view written, std::initializer_list<std::string_view> lower) {
  for (const std::string_view want : lower)
    if (want.size() == written.size() && (want.empty() || ((want.front() ^ written.front()) & ~0x20) == 0) &&
        same_word(written, want))
      return true;
  return false;
}

// Lower case, with any run of white space as one space.
[[nodiscard]] std::string plain(std::string_view written);

// The entry that has `written` (any case, any spacing) among its forms, or nullptr.
[[nodiscard]] const model::VocabEntry* entry_of(const Reading& reading, std::string_view list,
                                                std::string_view written);
[[nodiscard]] std::string field_of(const model::VocabEntry* entry, std::string_view key);

// The text in [begin, end); empty where the end lies before the beginning (between two words that overlap).
[[nodiscard]] inline std::string_view between(std::string_view text, std::size_t begin, std::size_t end) {
  return begin < end && begin <= text.size() ? text.substr(begin, end - begin) : std::string_view{};
}

// Where `form` (lower case) stands in `text` as whole words, from `from` on; npos if nowhere.
[[nodiscard]] std::size_t find_words(std::string_view text, std::string_view form, std::size_t from = 0);

// find_words for many forms in one text: looks only where a word begins with the form's letter.
class WordPlaces {
 public:
  // The text must outlive this.
  explicit WordPlaces(std::string_view text);
  [[nodiscard]] std::size_t find(std::string_view form, std::size_t from = 0) const;
  [[nodiscard]] bool has(std::string_view form) const { return find(form) != std::string_view::npos; }

 private:
  std::string_view text_;
  std::string firsts_;                 // the first letter of every word, lower case
  std::vector<std::uint32_t> at_;
};

// Without white space, and without the given characters, at both ends.
[[nodiscard]] Span trimmed(const model::Document& document, Span span, std::string_view also = "");
// The cells of a table's row, between tabs or bars (in a row without either, between wide gaps), without the white
// space around them. O(row).
[[nodiscard]] std::vector<Span> cells_of(const model::Document& document, Span row);

// The speeches that may overlap a span, in order: those that begin before its end, without the many of a
// long document that ended long before.
[[nodiscard]] std::span<const model::Speech> speeches_near(const model::Layers& layers, Span span);

// The innermost speech that holds the position, or nullptr.
[[nodiscard]] const model::Speech* speech_at(const model::Layers& layers, std::uint32_t at);

// The value of a match's field, "{group}" filled in from the folded text.
[[nodiscard]] std::string made(const Reading& reading, const model::Match& match, std::string_view field);

[[nodiscard]] bool is_question(const model::Document& document, Span sentence);

// The text of a name in its speaker's words; the known name before another in [from, to).
[[nodiscard]] const model::Name* name_in(const model::Layers& layers, Span span,
                                         std::initializer_list<model::NameKind> kinds);

void refuse(std::vector<Refusal>* refusals, const model::Match& match, std::string_view why);

}  // namespace muster::facts
