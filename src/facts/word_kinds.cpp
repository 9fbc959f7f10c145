#include "facts/word_kinds.hpp"

#include <algorithm>
#include <array>

#include "facts/clauses.hpp"

namespace muster::facts {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(WordKind::count_of_kinds)> names = {
#define MUSTER_WORD_KIND(name) #name,
#include "facts/word_kinds.def"
#undef MUSTER_WORD_KIND
};

constexpr std::size_t longest_word = 32;   // letters of a word that any kind could hold

}   // namespace

WordKinds::WordKinds(const model::Vocab& vocab) {
  const model::VocabList* const list = vocab.find("word_kinds");
  if (list == nullptr) return;
  for (const model::VocabEntry& entry : list->entries) {
    const auto name = std::find(names.begin(), names.end(), entry.name);
    if (name == names.end()) continue;
    for (const std::string& form : entry.forms) kinds_[plain(form)].set(static_cast<std::size_t>(name - names.begin()));
  }
}

const WordKindSet* WordKinds::of(std::string_view written) const {
  if (written.empty() || written.size() > longest_word) return nullptr;
  std::array<char, longest_word> lower{};
  std::transform(written.begin(), written.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto found = kinds_.find(std::string_view(lower.data(), written.size()));
  return found == kinds_.end() ? nullptr : &found->second;
}

bool WordKinds::is(std::string_view written, WordKind kind) const { return is_kind(of(written), kind); }

std::string_view WordKinds::name(WordKind kind) {
  return kind < WordKind::count_of_kinds ? names[static_cast<std::size_t>(kind)] : std::string_view();
}

}   // namespace muster::facts
