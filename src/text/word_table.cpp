#include "text/word_table.hpp"

#include <algorithm>
#include <charconv>

#include "muster/base/text.hpp"
#include "text/tokens.hpp"

namespace muster::text {
namespace {

constexpr std::size_t most_words = 4000;   // words_ never moves: tokens point into it

std::string_view field(const model::VocabEntry& entry, std::string_view name) {
  const auto found = entry.fields.find(std::string(name));
  return found == entry.fields.end() ? std::string_view{} : std::string_view(found->second);
}

double number_of(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// Every form of every entry of a list; nothing happens when there is no such list.
template <class Take>
void for_each_form(const model::Vocab& vocab, std::string_view id, Take take) {
  const model::VocabList* list = vocab.find(id);
  if (list == nullptr) return;
  for (const model::VocabEntry& entry : list->entries)
    for (const std::string& form : entry.forms) take(entry, form);
}

struct Named { std::string_view name; std::uint32_t role; };

constexpr Named kinds[] = {
    {"unit", role::unit}, {"ten", role::ten}, {"hundred", role::hundred}, {"scale", role::scale},
    {"dozen", role::dozen}, {"ordinal", role::ordinal}, {"part", role::part}, {"month", role::month},
    {"weekday", role::weekday}, {"season", role::season}, {"always", role::reference}, {"capital",
    role::reference_capital},
    {"follows", role::follows_part}, {"not_half", role::not_half}, {"ordinal_before", role::before_ordinal},
    {"rising", role::rising}, {"ranging", role::ranging}, {"prefix", role::currency_prefix},
    {"opener", role::opener}, {"asking", role::asking}, {"labelled", role::labelled}};

std::uint32_t role_of(std::string_view kind) {
  for (const Named& named : kinds)
    if (named.name == kind) return named.role;
  return 0;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

model::Bound bound_of(std::string_view text) {
  using model::Bound;
  for (const Bound bound : {Bound::about, Bound::over, Bound::under, Bound::up_to, Bound::at_least})
    if (model::to_text(bound) == text) return bound;
  return Bound::exact;
}

std::uint8_t index_in(std::vector<std::string>& values, std::string_view value) {
  const auto found = std::find(values.begin(), values.end(), value);
  if (found != values.end()) return static_cast<std::uint8_t>(found - values.begin());
  if (values.size() > 250) return 0;
  values.emplace_back(value);
  return static_cast<std::uint8_t>(values.size() - 1);
}

}  // namespace

const Word WordTable::nothing{};

WordTable::WordTable(const model::Vocab& vocab) : mask_(8191), slots_(8192) {
  words_.reserve(most_words);
  read_values(vocab);
  read_phrases(vocab);
  read_abbreviations(vocab);
  for (std::size_t i = 0; i < words_.size(); ++i)
    if (words_[i].is(role::values)) may_be_value_.set(key_of(texts_[i]));
}

Word* WordTable::add(std::string_view text) {
  const std::string key = lower(text);
  if (key.empty() || key.size() > longest) return nullptr;
  if (const Word* known = find(key); known != &nothing) return &words_[static_cast<std::size_t>(known - words_.data())];
  if (words_.size() == most_words) return nullptr;
  std::array<std::uint64_t, 2> letters{};
  Slot& slot = slots_[slot_of(key, letters)];
  slot.letters = letters;
  slot.word = static_cast<std::int16_t>(words_.size());
  slot.length = static_cast<std::uint8_t>(key.size());
  may_be_known_.set(key_of(key));
  texts_.push_back(key);
  return &words_.emplace_back();
}

void WordTable::read_values(const model::Vocab& vocab) {
  const auto add_list = [&](std::string_view id) {
    for_each_form(vocab, id, [&](const model::VocabEntry& entry, const std::string& form) {
      Word* word = add(form);
      if (word == nullptr) return;
      word->roles |= role_of(field(entry, "kind"));
      if (const auto value = field(entry, "value"); !value.empty()) word->value = number_of(value);
    });
  };
  for (const std::string_view id :
       {"number_words", "ordinals", "months", "seasons", "reference_words", "proportions", "sentence_words"})
    add_list(id);
  // "third" to "tenth" are parts of a whole too.
  for (const std::string_view text :
       {"third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "twentieth"})
    if (Word* word = add(text)) word->roles |= role::part;
  for (const std::string_view text :
       {"the",  "a",        "an",        "within", "end",  "start",  "beginning", "middle", "close",
        "turn", "early",    "late",      "mid",    "year", "months", "quarter",   "q",      "last",
        "past", "previous", "preceding", "first",  "next", "coming", "following", "few",    "couple"})
    if (Word* word = add(text)) word->roles |= role::dating;
  for_each_form(vocab, "time_units", [&](const model::VocabEntry& entry, const std::string& form) {
    Word* word = add(form);
    if (word == nullptr) return;
    word->roles |= role::time_unit;
    word->time_unit = index_in(time_units_, field(entry, "unit"));
  });
  for_each_form(vocab, "currencies", [&](const model::VocabEntry& entry, const std::string& form) {
    Word* word = add(form);
    if (word == nullptr) return;
    word->roles |= field(entry, "kind") == "prefix" ? role::currency_prefix : role::currency_after;
    word->currency = index_in(currencies_, field(entry, "code"));
  });
}

void WordTable::add_phrase(std::string_view text, Phrase phrase) {
  // The parts must be words of the table before they are read as tokens.
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end == i) { ++i; continue; }
    if (add(text.substr(i, end - i)) == nullptr) return;
    i = end;
  }
  std::vector<Token> tokens;
  tokenise(text, {0, static_cast<std::uint32_t>(text.size())}, *this, tokens);
  if (tokens.empty() || phrases_.size() > 30000) return;
  for (const Token& token : tokens) {
    if (token.kind == Token::Kind::word) phrase.parts.push_back({token.word, '\0'});
    else if (token.kind == Token::Kind::symbol) phrase.parts.push_back({nullptr, token.symbol});
    else return;
  }
  if (const Word* last = phrase.parts.back().word; last != nullptr && phrase.use == PhraseUse::relative)
    words_[static_cast<std::size_t>(last - words_.data())].roles |= role::ends_relative;
  const bool from_end = phrase.use == PhraseUse::before;
  const Phrase::Part& key = from_end ? phrase.parts.back() : phrase.parts.front();
  const Phrase::Part* anchor = &key;
  // "c." ends in a symbol: it is kept under its word.
  if (from_end && key.word == nullptr && phrase.parts.size() > 1) anchor = &phrase.parts[phrase.parts.size() - 2];
  if (anchor->word == nullptr) return;
  Word& word = words_[static_cast<std::size_t>(anchor->word - words_.data())];
  std::int16_t* link = from_end ? &word.last_of : &word.first_of;
  while (*link >= 0 && phrases_[static_cast<std::size_t>(*link)].parts.size() >= phrase.parts.size())
    link = &phrases_[static_cast<std::size_t>(*link)].next;
  phrase.next = *link;
  *link = static_cast<std::int16_t>(phrases_.size());
  phrases_.push_back(std::move(phrase));
}

void WordTable::read_phrases(const model::Vocab& vocab) {
  for_each_form(vocab, "approximators", [&](const model::VocabEntry& entry, const std::string& form) {
    Phrase phrase;
    phrase.use = field(entry, "side") == "after" ? PhraseUse::after : PhraseUse::before;
    phrase.bound = bound_of(field(entry, "bound"));
    add_phrase(form, std::move(phrase));
  });
  for_each_form(vocab, "percent_signs", [&](const model::VocabEntry& entry, const std::string& form) {
    Phrase phrase;
    phrase.use = field(entry, "kind") == "points" ? PhraseUse::points : PhraseUse::percent;
    add_phrase(form, std::move(phrase));
  });
  for_each_form(vocab, "relative_dates", [&](const model::VocabEntry& entry, const std::string& form) {
    Phrase phrase;
    phrase.use = PhraseUse::relative;
    phrase.deadline = field(entry, "deadline") == "yes";
    add_phrase(form, std::move(phrase));
  });
  for_each_form(vocab, "full_time", [&](const model::VocabEntry&, const std::string& form) {
    Phrase phrase;
    phrase.use = PhraseUse::full_time;
    add_phrase(form, std::move(phrase));
  });
}

void WordTable::read_abbreviations(const model::Vocab& vocab) {
  for_each_form(vocab, "abbreviations", [&](const model::VocabEntry& entry, const std::string& form) {
    const auto kind = field(entry, "kind");
    const Abbreviation value = kind == "title"    ? Abbreviation::title
                               : kind == "number" ? Abbreviation::number
                               : kind == "date"   ? Abbreviation::date
                               : kind == "last"   ? Abbreviation::last
                                                  : Abbreviation::inner;
    abbreviations_.push_back({form, value});
  });
  std::stable_sort(abbreviations_.begin(), abbreviations_.end(),
                   [](const Short& a, const Short& b) { return a.text < b.text; });
}

Abbreviation WordTable::abbreviation(std::string_view word) const {
  const auto look = [&](std::string_view key) {
    const auto found = std::lower_bound(abbreviations_.begin(), abbreviations_.end(), key,
                                        [](const Short& entry, std::string_view text) { return entry.text < text; });
    return found != abbreviations_.end() && found->text == key ? found->kind : Abbreviation::none;
  };
  if (word.empty() || word.size() > longest) return Abbreviation::none;
  if (const auto kind = look(word); kind != Abbreviation::none) return kind;
  // A form in small letters is also one at the beginning of a sentence, or in capitals.
  if (const auto kind = look(lower(word)); kind != Abbreviation::none) return kind;
  std::string capital = lower(word);
  if (!is_upper(word[0])) return Abbreviation::none;
  capital[0] = word[0];
  return look(capital);
}

}  // namespace muster::text
