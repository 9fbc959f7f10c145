#include "facts/status_roles.hpp"

#include <algorithm>
#include <array>

#include "facts/clauses.hpp"

namespace muster::facts {
namespace {

constexpr std::array<std::string_view, 21> role_names = {
    "look",     "looker", "earlier", "raised", "asked",   "auxiliary", "negation", "fully",  "almost", "partly", "plan",
    "supposes", "adverb", "habit",   "number", "pronoun", "lead",      "filler",   "demand", "fault",  "moved"};

bool digit(char c) { return c >= '0' && c <= '9'; }

bool a_year(std::string_view word) {
  return (word.size() == 4 || (word.size() > 5 && word[4] == '-')) &&
         (word.substr(0, 2) == "19" || word.substr(0, 2) == "20") && digit(word[2]) && digit(word[3]);
}

}   // namespace

StatusWords::StatusWords(const model::Vocab& vocab, const WordKinds& kinds) {
  if (const model::VocabList* list = vocab.find("status_roles"); list != nullptr)
    for (const model::VocabEntry& entry : list->entries) {
      const auto name = std::find(role_names.begin(), role_names.end(), entry.name);
      if (name == role_names.end()) continue;
      for (const std::string& form : entry.forms)
        if (WordFacts* const known = words_.make(plain(form)))
          known->roles |= 1U << static_cast<unsigned>(name - role_names.begin());
    }
  if (const model::VocabList* list = vocab.find("request_nouns"); list != nullptr)
    for (const model::VocabEntry& entry : list->entries)
      for (const std::string& form : entry.forms) {
        RequestNoun noun{plain(form), field_of(&entry, "kind") == "ask", field_of(&entry, "follows") == "yes",
                         field_of(&entry, "owned") == "yes", field_of(&entry, "defect") == "yes"};
        nouns_[noun.form.substr(0, noun.form.find(' '))].push_back(noun);
        noun_forms_.emplace(noun.form, noun);
      }
  for (auto& [first, nouns] : nouns_)
    std::stable_sort(nouns.begin(), nouns.end(),
                     [](const RequestNoun& a, const RequestNoun& b) { return a.form.size() > b.form.size(); });
  for (const auto& [first, nouns] : nouns_)
    if (WordFacts* const known = words_.make(first)) known->nouns = &nouns;
  if (const model::VocabList* list = vocab.find("word_kinds"); list != nullptr)
    for (const model::VocabEntry& entry : list->entries)
      for (const std::string& form : entry.forms)
        if (WordFacts* const known = words_.make(plain(form))) known->kinds = kinds.of(plain(form));
  const auto values = [&](std::string_view id, Table<model::StatusValue>& table, std::string_view field = "value") {
    const model::VocabList* list = vocab.find(id);
    if (list == nullptr) return;
    for (const model::VocabEntry& entry : list->entries)
      if (const auto value = model::status_of(field_of(&entry, field)))
        for (const std::string& form : entry.forms) table.emplace(plain(form), *value);
  };
  values("status_verdicts", verdicts_);
  values("status_verdicts", negated_, "negated");
  values("progress_degrees", degrees_);
  values("progress_predicates", degrees_);
  values("status_scales", scales_);
  if (const model::VocabList* list = vocab.find("status_verdicts"); list != nullptr)
    for (const model::VocabEntry& entry : list->entries)
      if (field_of(&entry, "predicate") == "yes")
        for (const std::string& form : entry.forms) predicates_.insert(plain(form));
  if (const model::VocabList* list = vocab.find("status_governors"); list != nullptr)
    for (const model::VocabEntry& entry : list->entries)
      for (const std::string& form : entry.forms)
        governors_.emplace(plain(form), model::status_of(field_of(&entry, "value")));
  const auto in_kinds = [&](std::string_view id, Table<std::string>& singles, Phrases& phrases) {
    const model::VocabList* list = vocab.find(id);
    if (list == nullptr) return;
    for (const model::VocabEntry& entry : list->entries)
      for (const std::string& form : entry.forms) {
        const std::string key = plain(form);
        if (const std::size_t space = key.find(' '); space == std::string::npos)
          singles.emplace(key, field_of(&entry, "kind"));
        else phrases[key.substr(0, space)].emplace_back(key, field_of(&entry, "kind"));
      }
  };
  in_kinds("state_words", states_, state_phrases_);
  in_kinds("now_words", now_, now_phrases_);
}

std::string StatusWords::plain_form(std::string_view form) { return plain(form); }

StatusWords::WordFacts StatusWords::of(std::string_view word) const {
  if (word.empty()) return {};
  const WordFacts* const found = words_.find(word);
  WordFacts facts = found == nullptr ? WordFacts{} : *found;
  if (digit(word.front())) {
    facts.roles = word.size() > CaselessKey::longest
                      ? 0
                      : static_cast<std::uint32_t>(Role::number) | static_cast<std::uint32_t>(Role::filler) |
                            (a_year(word) ? static_cast<std::uint32_t>(Role::earlier) : 0U);
    return facts;
  }
  // "the audit's recommendations": whose they are
  const bool s = word.size() > 2 && word[word.size() - 2] == '\'' && (word.back() == 's' || word.back() == 'S');
  if (word.size() > 2 && word.size() <= CaselessKey::longest && (word.back() == '\'' || s)) {
    word.remove_suffix(s ? 2 : 1);
    if (const WordFacts* const bare = words_.find(word))
      facts.roles |= bare->roles & (static_cast<std::uint32_t>(Role::look) | static_cast<std::uint32_t>(Role::looker));
    facts.roles |= static_cast<std::uint32_t>(Role::filler);
  }
  return facts;
}

const RequestNoun* StatusWords::noun(std::string_view form) const {
  const auto found = noun_forms_.find(plain(form));
  return found == noun_forms_.end() ? nullptr : &found->second;
}

std::optional<model::StatusValue> StatusWords::verdict(std::string_view form) const {
  const auto found = verdicts_.find(plain(form));
  return found == verdicts_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<model::StatusValue> StatusWords::negated(std::string_view form) const {
  const auto found = negated_.find(plain(form));
  return found == negated_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<model::StatusValue> StatusWords::degree(std::string_view form) const {
  const auto found = degrees_.find(plain(form));
  return found == degrees_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<model::StatusValue> StatusWords::scale(std::string_view form) const {
  const auto found = scales_.find(plain(form));
  return found == scales_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::optional<model::StatusValue>> StatusWords::governor(std::string_view word) const {
  const auto found = governors_.find(plain(word));
  if (found == governors_.end()) return std::nullopt;
  return std::make_optional(found->second);
}

std::string StatusWords::state(std::string_view word) const {
  const auto found = states_.find(plain(word));
  return found == states_.end() ? std::string{} : found->second;
}

std::string StatusWords::now(std::string_view word) const {
  const auto found = now_.find(plain(word));
  return found == now_.end() ? std::string{} : found->second;
}

std::pair<std::size_t, std::string_view> StatusWords::state_phrase(std::span<const Word> words,
                                                                   std::size_t i) const {
  return longest(state_phrases_, words, i);
}

std::pair<std::size_t, std::string_view> StatusWords::now_phrase(std::span<const Word> words, std::size_t i) const {
  return longest(now_phrases_, words, i);
}

std::pair<std::size_t, std::string_view> StatusWords::longest(const Phrases& phrases, std::span<const Word> words,
                                                              std::size_t i) {
  std::pair<std::size_t, std::string_view> best{0, {}};
  const auto found = phrases.find(plain(words[i].text));
  if (found == phrases.end()) return best;
  for (const auto& [form, kind] : found->second) {
    std::size_t k = i, from = 0;
    while (from <= form.size() && k < words.size()) {
      const std::size_t space = std::min(form.find(' ', from), form.size());
      if (!same_word(words[k].text, std::string_view(form).substr(from, space - from))) break;
      from = space + 1;
      ++k;
    }
    if (from > form.size() && k - i > best.first) best = {k - i, kind};
  }
  return best;
}

}   // namespace muster::facts
