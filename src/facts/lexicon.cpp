#include "muster/facts/lexicon.hpp"

#include <mutex>
#include <optional>
#include <vector>

#include "facts/asking.hpp"
#include "facts/claims.hpp"
#include "facts/status_roles.hpp"
#include "facts/subject_words.hpp"
#include "facts/vocab_forms.hpp"
#include "facts/word_kinds.hpp"

namespace muster::facts {

struct Lexicon::Lists {
  const model::Vocab* vocab = nullptr;
  std::once_flag once, paid_once, status_once, kinds_once, ask_once, authorities_once, subjects_once;
  std::optional<ClaimWords> claim_words, claim_words_of_paid_care;
  std::optional<StatusWords> status_words;
  std::optional<WordKinds> word_kinds;
  std::optional<AskWords> ask_words;
  std::optional<SubjectWords> subject_words;
  struct Forms {
    std::once_flag once;
    std::optional<VocabForms> forms;
  };
  std::vector<Forms> forms;   // of the vocabulary's lists, in their order; each made when it is asked for
  std::unordered_set<std::string_view> authorities;
};

Lexicon::Lexicon(const model::Vocab& vocab) : lists_(std::make_unique<Lists>()) {
  lists_->vocab = &vocab;
  lists_->forms = std::vector<Lists::Forms>(vocab.lists.size());
}
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

const ClaimWords& Lexicon::claim_words() const {
  std::call_once(lists_->once, [this] { lists_->claim_words.emplace(*lists_->vocab); });
  return *lists_->claim_words;
}

const ClaimWords& Lexicon::claim_words_of_paid_care() const {
  std::call_once(lists_->paid_once, [this] {
    lists_->claim_words_of_paid_care.emplace(claim_words());
    lists_->claim_words_of_paid_care->staff.add(*lists_->vocab, "paid_carers");
  });
  return *lists_->claim_words_of_paid_care;
}

const StatusWords& Lexicon::status_words() const {
  std::call_once(lists_->status_once, [this] { lists_->status_words.emplace(*lists_->vocab, word_kinds()); });
  return *lists_->status_words;
}

const WordKinds& Lexicon::word_kinds() const {
  std::call_once(lists_->kinds_once, [this] { lists_->word_kinds.emplace(*lists_->vocab); });
  return *lists_->word_kinds;
}

const SubjectWords& Lexicon::subject_words() const {
  std::call_once(lists_->subjects_once, [this] { lists_->subject_words.emplace(*lists_->vocab); });
  return *lists_->subject_words;
}

const VocabForms* Lexicon::forms(std::string_view list) const {
  const model::VocabList* const found = lists_->vocab->find(list);
  if (found == nullptr) return nullptr;
  Lists::Forms& of = lists_->forms[static_cast<std::size_t>(found - lists_->vocab->lists.data())];
  std::call_once(of.once, [&] { of.forms.emplace(*found); });
  return &*of.forms;
}

const AskWords& Lexicon::ask_words() const {
  std::call_once(lists_->ask_once, [this] { lists_->ask_words.emplace(*lists_->vocab); });
  return *lists_->ask_words;
}

const std::unordered_set<std::string_view>& Lexicon::authorities() const {
  std::call_once(lists_->authorities_once, [this] {
    const model::VocabList* const places = lists_->vocab->find("places");
    if (places == nullptr) return;
    for (const model::VocabEntry& entry : places->entries)
      if (const auto kind = entry.fields.find("kind"); kind != entry.fields.end() && kind->second == "authority")
        lists_->authorities.insert(entry.forms.begin(), entry.forms.end());
  });
  return lists_->authorities;
}

}  // namespace muster::facts
