#include "facts/word_kinds.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "facts/clauses.hpp"

namespace muster::facts {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(WordKind::count_of_kinds)> names = {
#define MUSTER_WORD_KIND(name) #name,
#include "facts/word_kinds.def"
#undef MUSTER_WORD_KIND
};

}   // namespace

WordKinds::WordKinds(const model::Vocab& vocab) {
  const model::VocabList* const list = vocab.find("word_kinds");
  if (list == nullptr) return;
  for (const model::VocabEntry& entry : list->entries) {
    const auto name = std::find(names.begin(), names.end(), entry.name);
    if (name == names.end()) continue;
    for (const std::string& form : entry.forms)
      if (WordKindSet* const kinds = kinds_.make(plain(form)))
        kinds->set(static_cast<std::size_t>(name - names.begin()));
  }
}

const WordKindSet* WordKinds::of(std::string_view written) const { return kinds_.find(written); }

bool WordKinds::is(std::string_view written, WordKind kind) const { return is_kind(of(written), kind); }

std::string_view WordKinds::name(WordKind kind) {
  return kind < WordKind::count_of_kinds ? names[static_cast<std::size_t>(kind)] : std::string_view();
}

}   // namespace muster::facts
