#include "phrases.hpp"

#include <algorithm>

namespace muster::facts {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == base::fold::letter || c == base::fold::upper;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

// Calls `take(begin, end, mark)` for every word and mark.
template <class Take>
void cut(std::string_view text, Take take) {
  std::size_t i = 0;
  while (i < text.size()) {
    const char c = text[i];
    if (c == ' ' || c == '\n' || c == '\t') {
      ++i;
      continue;
    }
    if (!letter(c) && !digit(c)) {
      // A hyphen inside a word joins two words; it is no mark.
      const bool inner = c == '-' && i > 0 && i + 1 < text.size() && (letter(text[i - 1]) || digit(text[i - 1])) &&
                         letter(text[i + 1]);
      if (!inner) take(i, i + 1, true);
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < text.size()) {
      const char e = text[end];
      const bool next_digit = end + 1 < text.size() && digit(text[end + 1]);
      const bool next_letter = end + 1 < text.size() && letter(text[end + 1]);
      if (letter(e) || digit(e) || ((e == '.' || e == ',') && digit(text[end - 1]) && next_digit) ||
          (e == '\'' && next_letter))
        ++end;
      else break;
    }
    take(i, end, false);
    i = end;
  }
}

// A word of any case without its plural or genitive s.
std::string_view singular(std::string_view word) {
  if (word.size() < 3 || lower(word.back()) != 's') return word;
  const char before = lower(word[word.size() - 2]);
  return before == 's' ? word : word.substr(0, word.size() - (before == '\'' ? 2 : 1));
}

}  // namespace

bool same_caseless(std::string_view text, std::string_view wanted) {
  return text.size() == wanted.size() &&
         std::equal(text.begin(), text.end(), wanted.begin(), [](char a, char b) { return lower(a) == b; });
}

Words::Words(const base::Text& text, Span stretch, const WordKinds& kinds) : text_(&text) {
  constexpr std::size_t letters_a_word = 5;   // with its space
  const std::string_view said = text.folded(stretch);
  words_.reserve(said.size() / letters_a_word + 1);
  cut(said, [&](std::size_t begin, std::size_t end, bool mark) {
    const Span span{stretch.begin + static_cast<std::uint32_t>(begin), stretch.begin + static_cast<std::uint32_t>(end)};
    const std::string_view word = said.substr(begin, end - begin);
    words_.push_back({span, word, mark ? nullptr : kinds.of(word), Phrases::pair_of(word), mark});
  });
}

bool Words::is(std::size_t i, std::string_view wanted) const { return i < size() && same_caseless(folded(i), wanted); }

bool Words::is_mark(std::size_t i, char mark) const {
  return i < size() && words_[i].mark && folded(i).front() == mark;
}

bool Words::hyphen_before(std::size_t i) const {
  const std::uint32_t at = i < words_.size() ? words_[i].span.begin : 0;
  return at > 0 && text_->folded_at(at - 1) == '-';
}

std::size_t Words::ending_after(std::uint32_t at) const {
  const auto it =
      std::partition_point(words_.begin(), words_.end(), [&](const SpokenWord& w) { return w.span.end <= at; });
  return static_cast<std::size_t>(it - words_.begin());
}

std::size_t Words::beginning_at(std::uint32_t at) const {
  const auto it =
      std::partition_point(words_.begin(), words_.end(), [&](const SpokenWord& w) { return w.span.begin < at; });
  return static_cast<std::size_t>(it - words_.begin());
}

Span Words::span_of(std::size_t first, std::size_t last) const {
  if (first >= last || first >= size()) return {};
  return {words_[first].span.begin, words_[std::min(last, size()) - 1].span.end};
}

std::string Words::text_of(std::size_t first, std::size_t last) const {
  const Span span = span_of(first, last);
  return span.empty() ? std::string() : text_->string(span);
}

Phrases::Phrases(const model::Vocab& vocab, std::string_view list, std::string_view kind, bool plurals)
    : plurals_(plurals) {
  add(vocab, list, kind);
}

void Phrases::add(const model::Vocab& vocab, std::string_view list, std::string_view kind) {
  const model::VocabList* found = vocab.find(list);
  if (found == nullptr) return;
  for (const model::VocabEntry& entry : found->entries) {
    const auto of_kind = entry.fields.find("kind");
    if (!kind.empty() && (of_kind == entry.fields.end() || of_kind->second != kind)) continue;
    for (const std::string& form : entry.forms) {
      Phrase phrase;
      cut(form, [&](std::size_t begin, std::size_t end, bool mark) {
        if (!mark) phrase.words.push_back(lowered(std::string_view(form).substr(begin, end - begin)));
      });
      if (phrase.words.empty()) continue;
      // A one-word form may stand in the text with its s; the key is the bare word.
      const std::string key(plurals_ ? singular(phrase.words.front()) : std::string_view(phrase.words.front()));
      pairs_.set(pair_of(key));
      std::vector<Phrase>* const phrases = by_first_.make(key);
      if (phrases == nullptr) continue;   // no text has such a word
      // The longest first, those of one length in the order of the list.
      const auto at = std::upper_bound(phrases->begin(), phrases->end(), phrase, [](const Phrase& a, const Phrase& b) {
        return a.words.size() > b.words.size();
      });
      phrases->insert(at, std::move(phrase));
    }
  }
}

bool Phrases::fits(const Phrase& phrase, const Words& words, std::size_t i) const {
  if (i + phrase.words.size() > words.size()) return false;
  for (std::size_t k = 0; k < phrase.words.size(); ++k) {
    if (words[i + k].mark) return false;
    const std::string_view text = words.folded(i + k);
    if (same_caseless(text, phrase.words[k])) continue;
    const bool last = k + 1 == phrase.words.size();
    if (!plurals_ || !last) return false;
    if (!same_caseless(singular(text), phrase.words[k])) return false;
  }
  return true;
}

std::size_t Phrases::longest_at(const Words& words, std::size_t i) const {
  const std::string_view written = words.folded(i);
  const std::vector<Phrase>* const phrases = by_first_.find(plurals_ ? singular(written) : written);
  if (phrases == nullptr) return 0;
  for (const Phrase& phrase : *phrases)
    if (fits(phrase, words, i)) return phrase.words.size();
  return 0;
}

Phrases::Found Phrases::first_in(const Words& words, std::size_t first, std::size_t last) const {
  last = std::min(last, words.size());
  for (std::size_t i = first; i < last; ++i)
    if (const std::size_t n = at(words, i); n > 0 && i + n <= last) return {i, i + n};
  return {last, last};
}

Phrases::Found Phrases::last_in(const Words& words, std::size_t first, std::size_t last) const {
  last = std::min(last, words.size());
  Found best{last, last};
  for (std::size_t i = first; i < last; ++i) {
    const std::size_t n = at(words, i);
    if (n == 0 || i + n > last) continue;
    best = {i, i + n};
    i += n - 1;
  }
  return best;
}

}  // namespace muster::facts
