#include "facts/clauses.hpp"

#include <algorithm>

namespace muster::facts {
namespace {

bool letter_or_digit(char c) {
  const auto u = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || u == 0x80 || u == 0x81 ||
         u == 0x83;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

}  // namespace

std::vector<Word> words_of(const model::Document& document, Span span) {
  const std::string_view text = document.text.folded();
  std::vector<Word> words;
  const std::uint32_t end = std::min<std::uint32_t>(span.end, document.text.size());
  std::uint32_t at = span.begin;
  while (at < end) {
    if (!letter_or_digit(text[at])) { ++at; continue; }
    std::uint32_t stop = at + 1;
    while (stop < end) {
      if (letter_or_digit(text[stop])) { ++stop; continue; }
      const bool joint =
          text[stop] == '\'' || text[stop] == '-' || text[stop] == '&' || text[stop] == '.' || text[stop] == ',';
      if (!joint || stop + 1 >= end || !letter_or_digit(text[stop + 1])) break;
      // "3.4" and "1,200" are words; "end.Next" is not one
      const auto digit = [&](std::uint32_t i) { return text[i] >= '0' && text[i] <= '9'; };
      if ((text[stop] == '.' || text[stop] == ',') && !(digit(stop - 1) && digit(stop + 1))) break;
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

const model::VocabEntry* entry_of(const model::Vocab& vocab, std::string_view list, std::string_view written) {
  const model::VocabList* found = vocab.find(list);
  if (found == nullptr) return nullptr;
  const std::string key = plain(written);
  for (const model::VocabEntry& entry : found->entries)
    for (const std::string& form : entry.forms)
      if (same_word(form, key)) return &entry;
  return nullptr;
}

std::string field_of(const model::VocabEntry* entry, std::string_view key) {
  if (entry == nullptr) return {};
  const auto found = entry->fields.find(std::string(key));
  return found == entry->fields.end() ? std::string{} : found->second;
}

std::size_t find_words(std::string_view text, std::string_view form, std::size_t from) {
  if (form.empty()) return std::string_view::npos;
  for (std::size_t at = from; at + form.size() <= text.size(); ++at) {
    if (lower(text[at]) != form.front() || (at > 0 && letter_or_digit(text[at - 1]))) continue;
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
  const bool gaps = document.text.folded(row).find_first_of("\t|") == std::string_view::npos;
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
