#include "facts/vocab_forms.hpp"

#include "facts/clauses.hpp"

namespace muster::facts {
namespace {

// White space that `plain` would change.
bool oddly_spaced(std::string_view written) {
  if (written.empty() || written.front() == ' ' || written.back() == ' ') return true;
  for (std::size_t i = 0; i < written.size(); ++i)
    if ((written[i] >= '\t' && written[i] <= '\r') || (written[i] == ' ' && written[i + 1] == ' ')) return true;
  return false;
}

}   // namespace

VocabForms::VocabForms(const model::VocabList& list) {
  for (const model::VocabEntry& entry : list.entries)
    for (const std::string& form : entry.forms) {
      first_words_.make(std::string_view(form).substr(0, form.find(' ')));
      if (form.size() > CaselessKey::longest) longer_.emplace_back(form, &entry);
      else if (const model::VocabEntry** const known = entries_.make(form); known != nullptr && *known == nullptr)
        *known = &entry;
    }
}

const model::VocabEntry* VocabForms::find(std::string_view written) const {
  if (oddly_spaced(written)) {
    const std::string spaced = plain(written);
    return spaced.empty() ? nullptr : find(spaced);
  }
  if (written.size() > CaselessKey::longest) {
    for (const auto& [form, entry] : longer_)
      if (form.size() == written.size() && same_word(form, plain(written))) return entry;
    return nullptr;
  }
  const model::VocabEntry* const* const entry = entries_.find(written);
  return entry == nullptr ? nullptr : *entry;
}

}   // namespace muster::facts
