// Which recommendation is answered: numbers named in the sentence, or standing above it.
#include <algorithm>

#include "facts/response.hpp"
#include "facts/word_kinds.hpp"

namespace muster::facts {
namespace {

using model::Block;
using model::BlockKind;

bool digit(char c) { return c >= '0' && c <= '9'; }

bool is_number(std::string_view word) {
  if (word.empty() || word.size() > 12) return false;
  std::size_t digits = 0, letters = 0;
  for (const char c : word) {
    if (digit(c)) ++digits;
    else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) ++letters;
    else if (c != '.' && c != '-' && c != '/') return false;
  }
  return digits > 0 && digits <= 8 && letters <= 4 &&
         (digit(word.front()) || (word.front() >= 'A' && word.front() <= 'Z'));
}

int value_of(std::string_view word) {
  int value = 0;
  for (const char c : word) {
    if (!digit(c)) return 0;
    value = value * 10 + (c - '0');
    if (value > 999) return 0;
  }
  return value;
}

}   // namespace

std::vector<std::string> numbers_named(const Reading& reading, Span span) {
  constexpr int widest_range = 60;
  const std::vector<Word> words = words_of(reading.document, span);
  const std::string_view text = reading.document.text.folded();
  std::vector<std::string> numbers;
  for (std::size_t i = 0; i < words.size() && numbers.empty(); ++i) {
    if (!is_any(words[i].text, {"recommendation", "recommendations", "requirement", "requirements"})) continue;
    // "our second recommendation", "recommendation two"
    for (const std::size_t at : {i - 1, i + 1}) {
      if (at >= words.size()) continue;
      const model::VocabEntry* ordinal = at < i ? entry_of(reading, "ordinals", words[at].text)
                                                : entry_of(reading, "number_words", words[at].text);
      if (std::string value = field_of(ordinal, "value"); !value.empty() && value != "-1" && value_of(value) > 0)
        numbers.push_back(std::move(value));
      if (!numbers.empty()) break;
    }
    if (!numbers.empty()) break;
    std::size_t k = i + 1;
    if (k < words.size() && is_any(words[k].text, {"no", "nos", "number", "numbers"})) ++k;
    bool range = false;
    for (; k < words.size(); ++k) {
      const std::string_view gap_text = between(text, words[k - 1].span.end, words[k].span.begin);
      if (gap_text.find_first_of(".;:|\t") != std::string_view::npos && !numbers.empty()) break;
      if (is_any(words[k].text, {"and", "recommendation", "recommendations"})) continue;
      if (is_any(words[k].text, {"to", "through"})) {
        range = true;
        continue;
      }
      if (!is_number(words[k].text)) break;
      // "recommendation 12 months ago": a number of something
      if (numbers.empty() && k + 1 < words.size() &&
          reading.lexicon.word_kinds().is(words[k + 1].text, WordKind::counted_unit))
        break;
      if (!numbers.empty() && gap_text.find('-') != std::string_view::npos) range = true;
      const int from = range && !numbers.empty() ? value_of(numbers.back()) : 0, until = value_of(words[k].text);
      if (range && from > 0 && until > from && until - from <= widest_range)
        for (int n = from + 1; n < until; ++n) numbers.push_back(std::to_string(n));
      range = false;
      numbers.push_back(reading.document.text.string(words[k].span));
    }
  }
  return numbers;
}

NumbersAbove::NumbersAbove(const Reading& reading, const model::Drafts& drafts) {
  for (const Block& block : reading.document.blocks) {
    if (block.content.empty()) continue;
    const std::vector<Word> words =
        words_of(reading.document, {block.content.begin, std::min(block.content.end, block.content.begin + 120)});
    std::size_t at = 0;
    if (!words.empty() && reading.lexicon.word_kinds().is(words[0].text, WordKind::request_adjective)) at = 1;
    if (words.size() > at + 1 && is_any(words[at].text, {"to"})) ++at;
    if (words.size() <= at || !is_any(words[at].text, {"recommendation", "recommendations"})) continue;
    const Span head{words[at].span.begin, words.back().span.end};
    if (std::vector<std::string> numbers = numbers_named(reading, head); !numbers.empty())
      marks_.emplace_back(block.content.begin, std::move(numbers));
  }
  for (const model::Recommendation& item : drafts.recommendations)
    if (item.form == model::Form::listed && !item.number.empty())
      marks_.emplace_back(item.text.begin, std::vector<std::string>{item.number});
  std::sort(marks_.begin(), marks_.end());
}

std::vector<std::string> NumbersAbove::before(std::uint32_t at) const {
  constexpr std::uint32_t far = 12000;   // code points: an answer runs over some pages, not over a chapter
  const auto after = std::upper_bound(marks_.begin(), marks_.end(), at,
                                      [](std::uint32_t key, const auto& mark) { return key < mark.first; });
  if (after == marks_.begin() || at - std::prev(after)->first > far) return {};
  return std::prev(after)->second;
}

}   // namespace muster::facts
