#include "muster/facts/lexicon.hpp"

#include <atomic>
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

namespace {

// Made by whoever asks first. After that one look: this is asked of single words.
template <class T>
class Lazy {
 public:
  template <class Make>
  const T& get(const Make& make) {
    if (const T* const made = made_.load(std::memory_order_acquire)) return *made;
    std::call_once(once_, [&] {
      make(value_);
      made_.store(&*value_, std::memory_order_release);
    });
    return *value_;
  }
  template <class Source>
  const T& of(const Source& source) {
    return get([&](std::optional<T>& value) { value.emplace(source); });
  }

 private:
  std::once_flag once_;
  std::atomic<const T*> made_ = nullptr;
  std::optional<T> value_;
};

}   // namespace

struct Lexicon::Lists {
  const model::Vocab* vocab = nullptr;
  Lazy<ClaimWords> claim_words, claim_words_of_paid_care;
  Lazy<StatusWords> status_words;
  Lazy<WordKinds> word_kinds;
  Lazy<AskWords> ask_words;
  Lazy<SubjectWords> subject_words;
  Lazy<std::unordered_set<std::string_view>> authorities;
  std::vector<Lazy<VocabForms>> forms;   // of the vocabulary's lists, in their order
};

Lexicon::Lexicon(const model::Vocab& vocab) : lists_(std::make_unique<Lists>()) {
  lists_->vocab = &vocab;
  lists_->forms = std::vector<Lazy<VocabForms>>(vocab.lists.size());
}
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

const ClaimWords& Lexicon::claim_words() const { return lists_->claim_words.of(*lists_->vocab); }

const ClaimWords& Lexicon::claim_words_of_paid_care() const {
  return lists_->claim_words_of_paid_care.get([this](std::optional<ClaimWords>& words) {
    words.emplace(claim_words());
    words->staff.add(*lists_->vocab, "paid_carers");
  });
}

const StatusWords& Lexicon::status_words() const {
  return lists_->status_words.get(
      [this](std::optional<StatusWords>& words) { words.emplace(*lists_->vocab, word_kinds()); });
}

const WordKinds& Lexicon::word_kinds() const { return lists_->word_kinds.of(*lists_->vocab); }

const AskWords& Lexicon::ask_words() const { return lists_->ask_words.of(*lists_->vocab); }

const SubjectWords& Lexicon::subject_words() const { return lists_->subject_words.of(*lists_->vocab); }

const VocabForms* Lexicon::forms(std::string_view list) const {
  const model::VocabList* const found = lists_->vocab->find(list);
  if (found == nullptr) return nullptr;
  return &lists_->forms[static_cast<std::size_t>(found - lists_->vocab->lists.data())].of(*found);
}

const std::unordered_set<std::string_view>& Lexicon::authorities() const {
  return lists_->authorities.get([this](std::optional<std::unordered_set<std::string_view>>& names) {
    names.emplace();
    const model::VocabList* const places = lists_->vocab->find("places");
    if (places == nullptr) return;
    for (const model::VocabEntry& entry : places->entries)
      if (const auto kind = entry.fields.find("kind"); kind != entry.fields.end() && kind->second == "authority")
        names->insert(entry.forms.begin(), entry.forms.end());
  });
}

}  // namespace muster::facts
