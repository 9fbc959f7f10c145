#include "facts/clauses.hpp"

#include <algorithm>
#include <array>

#include "facts/vocab_forms.hpp"

namespace muster::facts {
namespace {

// What a character is to words: a part of one, a digit, or what may join two parts.
enum : std::uint8_t { part = 1, digit = 2, joint = 4, number_joint = 8 };

constexpr std::array<std::uint8_t, 256> classes = [] {
  std::array<std::uint8_t, 256> out{};
  for (int c = 'a'; c <= 'z'; ++c) out[static_cast<std::size_t>(c)] = out[static_cast<std::size_t>(c - 32)] = part;
  for (int c = '0'; c <= '9'; ++c) out[static_cast<std::size_t>(c)] = part | digit;
  out[0x80] = out[0x81] = out[0x83] = part;   // letters of other scripts
  for (const char c : {'\'', '-', '&'}) out[static_cast<std::size_t>(c)] = joint;
  for (const char c : {'.', ','}) out[static_cast<std::size_t>(c)] = number_joint;
  return out;
}();

std::uint8_t class_of(char c) { return classes[static_cast<unsigned char>(c)]; }
bool letter_or_digit(char c) { return (class_of(c) & part) != 0; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

}  // namespace

std::vector<Word> words_of(const model::Document& document, Span span) {
  constexpr std::uint32_t letters_a_word = 5;   // with its space; more words than that are seldom
  const std::string_view text = document.text.folded();
  std::vector<Word> words;
  const std::uint32_t end = std::min<std::uint32_t>(span.end, document.text.size());
  std::uint32_t at = span.begin;
  if (at < end) words.reserve((end - at) / letters_a_word + 1);
  while (at < end) {
    if (!letter_or_digit(text[at])) {
      ++at;
      continue;
    }
    std::uint32_t stop = at + 1;
    while (true) {
      while (stop < end && letter_or_digit(text[stop])) ++stop;
      if (stop + 1 >= end || !letter_or_digit(text[stop + 1])) break;
      // "3.4" and "1,200" are words; "end.Next" is not one
      const std::uint8_t mark = class_of(text[stop]);
      const bool in_number = (class_of(text[stop - 1]) & class_of(text[stop + 1]) & digit) != 0;
      if (mark != joint && !(mark == number_joint && in_number)) break;
      stop += 2;
    }
    words.push_back({{at, stop}, between(text, at, stop)});
    at = stop;
  }
  return words;
}

bool same_word(std::string_view written, std::string_view want) {
  return written.size() == want.size() &&
         std::equal(written.begin(), written.end(), want.begin(), [](char a, char b) { return lower(a) == b; });
}

std::string plain(std::string_view written) {
  std::string out;
  out.reserve(written.size());
  for (const char c : written) {
    if (!space(c)) out.push_back(lower(c));
    else if (!out.empty() && out.back() != ' ') out.push_back(' ');
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

const model::VocabEntry* entry_of(const Reading& reading, std::string_view list, std::string_view written) {
  const VocabForms* const forms = reading.lexicon.forms(list);
  return forms == nullptr ? nullptr : forms->find(written);
}

std::string field_of(const model::VocabEntry* entry, std::string_view key) {
  if (entry == nullptr) return {};
  const auto found = entry->fields.find(std::string(key));
  return found == entry->fields.end() ? std::string{} : found->second;
}

std::size_t find_words(std::string_view text, std::string_view form, std::size_t from) {
  if (form.empty()) return std::string_view::npos;
  if (form.size() > text.size()) return std::string_view::npos;
  const std::size_t last = text.size() - form.size();
  for (std::size_t at = from; at <= last; ++at) {
    while (at <= last && lower(text[at]) != form.front()) ++at;
    if (at > last) break;
    if (at > 0 && letter_or_digit(text[at - 1])) continue;
    const std::size_t end = at + form.size();
    if (end < text.size() && letter_or_digit(text[end])) continue;
    if (same_word(text.substr(at, form.size()), form)) return at;
  }
  return std::string_view::npos;
}

WordPlaces::WordPlaces(std::string_view text) : text_(text) {
  bool inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool in = letter_or_digit(text[i]);
    if (in && !inside) {
      firsts_.push_back(lower(text[i]));
      at_.push_back(static_cast<std::uint32_t>(i));
    }
    inside = in;
  }
}

std::size_t WordPlaces::find(std::string_view form, std::size_t from) const {
  if (form.empty()) return std::string_view::npos;
  if (!letter_or_digit(form.front())) return find_words(text_, form, from);
  std::size_t word =
      from == 0 ? 0 : static_cast<std::size_t>(std::lower_bound(at_.begin(), at_.end(), from) - at_.begin());
  for (word = firsts_.find(form.front(), word); word != std::string::npos;
       word = firsts_.find(form.front(), word + 1)) {
    const std::size_t at = at_[word], end = at + form.size();
    if (end > text_.size()) break;
    if (end < text_.size() && letter_or_digit(text_[end])) continue;
    if (same_word(text_.substr(at, form.size()), form)) return at;
  }
  return std::string_view::npos;
}

Span trimmed(const model::Document& document, Span span, std::string_view also) {
  const std::string_view text = document.text.folded();
  const auto drop = [&](char c) { return space(c) || also.find(c) != std::string_view::npos; };
  while (span.begin < span.end && drop(text[span.begin])) ++span.begin;
  while (span.begin < span.end && drop(text[span.end - 1])) --span.end;
  return span;
}

std::vector<Span> cells_of(const model::Document& document, Span row) {
  std::vector<Span> cells;
  const std::string_view text = document.text.folded();
  std::uint32_t begin = row.begin;
  // Without either, columns are what wide gaps keep apart.
  const std::string_view whole = document.text.folded(row);
  const bool gaps = whole.find('\t') == std::string_view::npos && whole.find('|') == std::string_view::npos;
  for (std::uint32_t at = row.begin; at <= row.end; ++at) {
    if (gaps && at < row.end && text[at] == ' ' && at + 1 < row.end && text[at + 1] == ' ') {
      if (at > begin) cells.push_back(trimmed(document, {begin, at}));
      while (at + 1 < row.end && text[at + 1] == ' ') ++at;
      begin = at + 1;
      continue;
    }
    if (at < row.end && text[at] != '\t' && text[at] != '|') continue;
    // A bar at the row's begin or end encloses no cell.
    if (!((at == row.begin && text[at] == '|') || (at == row.end && begin == row.end)))
      cells.push_back(trimmed(document, {begin, at}));
    begin = at + 1;
  }
  return cells;
}

std::span<const model::Speech> speeches_near(const model::Layers& layers, Span span) {
  const auto& speeches = layers.speeches;
  const auto place = [&](std::uint32_t at) {
    return static_cast<std::size_t>(
        std::lower_bound(speeches.begin(), speeches.end(), at,
                         [](const model::Speech& speech, std::uint32_t key) { return speech.said.begin < key; }) -
        speeches.begin());
  };
  constexpr std::size_t most = 256;   // no speech holds so many others
  const std::size_t first = place(span.begin);
  const std::size_t from = first > most ? first - most : 0;
  return std::span(speeches).subspan(from, place(span.end) - from);
}

const model::Speech* speech_at(const model::Layers& layers, std::uint32_t at) {
  const model::Speech* best = nullptr;
  for (const model::Speech& speech : speeches_near(layers, {at, at + 1}))
    if (speech.said.contains(at) && (best == nullptr || speech.said.size() <= best->said.size())) best = &speech;
  return best;
}

std::string made(const Reading& reading, const model::Match& match, std::string_view field) {
  const std::string_view value = match.makes(field);
  if (value.size() > 2 && value.front() == '{' && value.back() == '}') {
    const Span group = match.group(value.substr(1, value.size() - 2));
    return group.empty() ? std::string{} : reading.document.text.string(group);
  }
  return std::string(value);
}

bool is_question(const model::Document& document, Span sentence) {
  const Span bare = trimmed(document, sentence, "\"')");
  return !bare.empty() && document.text.folded_at(bare.end - 1) == '?';
}

const model::Name* name_in(const model::Layers& layers, Span span, std::initializer_list<model::NameKind> kinds) {
  const auto from = std::lower_bound(layers.names.begin(), layers.names.end(), span.begin,
                                     [](const model::Name& name, std::uint32_t key) { return name.span.begin < key; });
  for (auto it = from; it != layers.names.end() && it->span.begin < span.end; ++it)
    if (std::find(kinds.begin(), kinds.end(), it->kind) != kinds.end() && span.contains(it->span)) return &*it;
  return nullptr;
}

void refuse(std::vector<Refusal>* refusals, const model::Match& match, std::string_view why) {
  if (refusals != nullptr) refusals->push_back({&match, std::string(why)});
}

}  // namespace muster::facts
