#include "muster/facts/lexicon.hpp"

#include <mutex>
#include <optional>

#include "facts/claims.hpp"

namespace muster::facts {

struct Lexicon::Lists {
  const model::Vocab* vocab = nullptr;
  std::once_flag once;
  std::optional<ClaimWords> claim_words;
};

Lexicon::Lexicon(const model::Vocab& vocab) : lists_(std::make_unique<Lists>()) { lists_->vocab = &vocab; }
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

const ClaimWords& Lexicon::claim_words() const {
  std::call_once(lists_->once, [this] { lists_->claim_words.emplace(*lists_->vocab); });
  return *lists_->claim_words;
}

}  // namespace muster::facts
