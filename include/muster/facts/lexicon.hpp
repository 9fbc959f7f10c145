// The vocabulary as the makers of facts look it up, compiled once for all documents and all threads.
// Building is put off until a document needs it: a start costs nothing. Knows no document.
#pragma once

#include <memory>
#include <string_view>
#include <unordered_set>

#include "muster/model/pack.hpp"

namespace muster::facts {

struct ClaimWords;
class AskWords;
class StatusWords;
class SubjectWords;
class VocabForms;
class WordKinds;

class Lexicon {
 public:
  // `vocab` must outlive this.
  explicit Lexicon(const model::Vocab& vocab);
  ~Lexicon();
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;

  // What claims in figures are read with. Safe from any thread; the first call builds it.
  [[nodiscard]] const ClaimWords& claim_words() const;
  // The same where carers are paid, as in care homes: they are staff.
  [[nodiscard]] const ClaimWords& claim_words_of_paid_care() const;
  // What statements on earlier requests are read with; the same.
  [[nodiscard]] const StatusWords& status_words() const;
  // What kinds single words are of; the same.
  [[nodiscard]] const WordKinds& word_kinds() const;
  // What shows what a document speaks of; the same.
  [[nodiscard]] const SubjectWords& subject_words() const;
  // The forms of a list of the vocabulary; nullptr where there is no such list. The same.
  [[nodiscard]] const VocabForms* forms(std::string_view list) const;
  // What verbs of asking are read with; the same.
  [[nodiscard]] const AskWords& ask_words() const;
  // Every name of an authority among the places, as written; the same.
  [[nodiscard]] const std::unordered_set<std::string_view>& authorities() const;

 private:
  struct Lists;
  std::unique_ptr<Lists> lists_;
};

}  // namespace muster::facts
