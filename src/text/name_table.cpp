#include "text/name_table.hpp"

#include <utility>

#include "muster/base/text.hpp"

namespace muster::text {
namespace {

constexpr std::pair<std::string_view, std::uint32_t> word_kinds[] = {
    {"title", name_word::title},          {"body_head", name_word::body_head},
    {"office_head", name_word::office_head}, {"of_head", name_word::of_head},
    {"month", name_word::month},          {"connector", name_word::connector},
    {"place_word", name_word::place_word}, {"article", name_word::article},
    {"person_pronoun", name_word::person_pronoun}, {"thing_pronoun", name_word::thing_pronoun},
    {"common", name_word::common},        {"say", name_word::say},
    {"find", name_word::find}, {"judge", name_word::judge},            {"ambiguous", name_word::ambiguous},
    {"auxiliary", name_word::auxiliary},  {"plain", name_word::plain},
};

NameUse use_of(std::string_view kind) {
  if (kind == "generic") return NameUse::generic;
  if (kind == "report") return NameUse::report;
  if (kind == "official") return NameUse::official;
  if (kind == "minister") return NameUse::minister;
  if (kind == "manager") return NameUse::manager;
  if (kind == "spokesperson") return NameUse::spokesperson;
  if (kind == "other") return NameUse::other;
  return NameUse::proper;
}

std::string_view field(const model::VocabEntry& entry, const char* name) {
  const auto at = entry.fields.find(name);
  return at == entry.fields.end() ? std::string_view() : std::string_view(at->second);
}

std::uint64_t mix(std::uint64_t node, std::uint64_t word) {
  std::uint64_t x = word ^ (node * 0x9E3779B97F4A7C15ULL);
  x ^= x >> 29;
  x *= 0xBF58476D1CE4E5B9ULL;
  x ^= x >> 32;
  return x | 1U;
}

}  // namespace

const NameTable::Slot* NameTable::Flat::find(std::uint64_t key) const {
  if (slots.empty()) return nullptr;
  const std::size_t mask = slots.size() - 1;
  for (std::size_t at = (key ^ (key >> 21)) & mask;; at = (at + 1) & mask) {
    if (slots[at].key == key) return &slots[at];
    if (slots[at].key == 0) return nullptr;
  }
}

std::uint32_t& NameTable::Flat::at(std::uint64_t key) {
  if (slots.size() < (used + 1) * 2) {
    std::vector<Slot> old(slots.empty() ? 1024 : slots.size() * 2);
    std::swap(old, slots);
    used = 0;
    for (const Slot& slot : old)
      if (slot.key != 0) at(slot.key) = slot.value;
  }
  const std::size_t mask = slots.size() - 1;
  std::size_t at = (key ^ (key >> 21)) & mask;
  while (slots[at].key != 0 && slots[at].key != key) at = (at + 1) & mask;
  if (slots[at].key == 0) {
    slots[at].key = key;
    ++used;
  }
  return slots[at].value;
}

NameTable::NameTable(const model::Vocab& vocab) : nodes_(1) {
  add_words(vocab, "name_words");
  add_words(vocab, "speech_verbs");
  if (const model::VocabList* list = vocab.find("first_names"))
    for (const model::VocabEntry& entry : list->entries)
      for (const std::string& form : entry.forms) flag(hash_word(base::Text(form).folded()), name_word::first_name);
  // The earlier list wins where two hold the same words.
  add_list(vocab, "inspectorates", model::NameKind::inspectorate);
  add_list(vocab, "bodies", model::NameKind::body);
  add_list(vocab, "roles", model::NameKind::role);
  add_list(vocab, "places", model::NameKind::place);
  if (const model::VocabList* list = vocab.find("languages"))
    for (const model::VocabEntry& entry : list->entries) {
      if (languages_.size() == 32) break;
      for (const std::string& form : entry.forms) {
        const std::uint64_t word = hash_word(base::Text(form).folded());
        language_words_.at(word) |= 1U << languages_.size();
        spoken_.set(filter_of(word));
      }
      languages_.push_back(entry.name);
    }
}

void NameTable::flag(std::uint64_t word, std::uint32_t bit) {
  words_.at(word) |= bit;
  flagged_.set(filter_of(word));
}

void NameTable::add_words(const model::Vocab& vocab, std::string_view id) {
  const model::VocabList* list = vocab.find(id);
  if (list == nullptr) return;
  for (const model::VocabEntry& entry : list->entries)
    for (const auto& [kind, bit] : word_kinds)
      if (field(entry, "kind") == kind)
        for (const std::string& form : entry.forms) flag(hash_word(base::Text(form).folded()), bit);
}

void NameTable::add_list(const model::Vocab& vocab, std::string_view id, model::NameKind kind) {
  const model::VocabList* list = vocab.find(id);
  if (list == nullptr) return;
  std::vector<NameToken> scratch;
  for (const model::VocabEntry& entry : list->entries) {
    const NameUse use = use_of(field(entry, "kind"));
    // An entry whose name is only a label ("bare = false") gathers names that stand for themselves.
    const bool own = entry.forms.empty() || entry.forms.front() != entry.name;
    if (!own) entries_.push_back({entry.name, kind, use});
    for (const std::string& form : entry.forms) {
      if (own) entries_.push_back({form, kind, use});
      add_form(form, static_cast<std::int32_t>(entries_.size()) - 1, scratch);
    }
  }
}

void NameTable::add_form(std::string_view form, std::int32_t entry, std::vector<NameToken>& scratch) {
  const base::Text text{std::string(form)};
  tokenise_names(text.folded(), text.whole(), *this, scratch);
  if (scratch.empty() || scratch.size() > 24) return;
  std::uint32_t node = 0;
  std::uint32_t capitals = 0;
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    const NameToken& token = scratch[i];
    if (token.capital) capitals |= 1U << i;
    nodes_[node].more = true;
    const std::uint64_t word = token.hash != 0 ? token.hash : static_cast<unsigned char>(token.first);
    if (i == 0) begins_.set(filter_of(word));
    std::uint32_t& next = children_.at(mix(node, word));
    if (next == 0) {
      next = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
    }
    node = next;
  }
  Node& last = nodes_[node];
  if (last.entry < 0) {
    last.entry = entry;
    last.capitals = capitals;
    last.acronym = scratch.size() == 1 && scratch[0].upper;
  } else if (last.entry == entry || capitals == 0) {   // the laxer spelling
    last.capitals &= capitals;
    last.acronym = last.acronym && capitals != 0;
  }
}

NameTable::Found NameTable::longest(const std::vector<NameToken>& tokens, std::size_t at) const {
  Found found;
  std::uint32_t node = 0;
  std::uint32_t capitals = 0;
  for (std::size_t i = at; i < tokens.size() && i - at < 24; ++i) {
    const NameToken& token = tokens[i];
    const std::uint64_t word = token.hash != 0 ? token.hash : static_cast<unsigned char>(token.first);
    if (i == at && !begins_[filter_of(word)]) break;
    const Slot* slot = children_.find(mix(node, word));
    if (slot == nullptr) break;
    node = slot->value;
    if (token.capital) capitals |= 1U << (i - at);
    const Node& here = nodes_[node];
    if (here.entry >= 0 && (here.capitals & ~capitals) == 0 && (!here.acronym || tokens[at].upper))
      found = {i - at + 1, &entries_[static_cast<std::size_t>(here.entry)]};
    if (!here.more) break;
  }
  return found;
}

std::uint32_t NameTable::flags(std::uint64_t word) const {
  if (!flagged_[filter_of(word)]) return 0;
  const Slot* slot = words_.find(word);
  return slot == nullptr ? 0 : slot->value;
}

std::uint32_t NameTable::languages_of(std::uint64_t word) const {
  if (!spoken_[filter_of(word)]) return 0;
  const Slot* slot = language_words_.find(word);
  return slot == nullptr ? 0 : slot->value;
}

}  // namespace muster::text
