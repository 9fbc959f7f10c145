#include "facts/speaks_of.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace muster::facts {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// The stems of one subject, by their first letter.
class Stems {
 public:
  void add(const model::Vocab& vocab, std::string_view subject) {
    const model::VocabList* list = vocab.find("subject_words");
    if (list == nullptr) return;
    for (const model::VocabEntry& entry : list->entries)
      if (entry.name == subject)
        for (const std::string& form : entry.forms)
          if (!form.empty() && form.front() >= 'a' && form.front() <= 'z')
            by_letter_[static_cast<std::size_t>(form.front() - 'a')].push_back(form);
  }
  [[nodiscard]] bool begin(std::string_view word) const {
    const char first = lower(word.front());
    if (first < 'a' || first > 'z') return false;
    for (const std::string_view stem : by_letter_[static_cast<std::size_t>(first - 'a')]) {
      std::size_t i = 0;
      while (i < stem.size() && i < word.size() && lower(word[i]) == stem[i]) ++i;
      if (i == stem.size()) return true;
    }
    return false;
  }

 private:
  std::array<std::vector<std::string_view>, 26> by_letter_;
};

using Subjects = Reading::Remembered::Subjects;

Subjects count(const Reading& reading) {
  Stems strong, weak, staffing, services, failings, paid_care, unpaid_care;
  strong.add(reading.vocab, "oversight");
  weak.add(reading.vocab, "oversight, perhaps");
  staffing.add(reading.vocab, "staffing");
  services.add(reading.vocab, "services");
  failings.add(reading.vocab, "failings");
  paid_care.add(reading.vocab, "paid care");
  unpaid_care.add(reading.vocab, "unpaid care");
  Subjects out;
  const std::string_view text = reading.document.text.folded();
  bool inside = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = lower(text[at]);
    const bool letter = c >= 'a' && c <= 'z';
    if (letter && !inside) {
      const std::string_view word = text.substr(at);
      ++out.words;
      if (strong.begin(word)) ++out.strong;
      else if (weak.begin(word)) ++out.weak;
      if (staffing.begin(word)) ++out.staffing;
      if (services.begin(word)) ++out.services;
      if (failings.begin(word)) ++out.failings;
      if (paid_care.begin(word)) ++out.paid_care;
      if (unpaid_care.begin(word)) ++out.unpaid_care;
    }
    inside = letter;
  }
  return out;
}

const Subjects& subjects(const Reading& reading) {
  std::optional<Subjects>& known = reading.remembered.subjects;
  if (!known) known = count(reading);
  return *known;
}

}   // namespace

bool speaks_of_oversight(const Reading& reading) {
  const Subjects& told = subjects(reading);
  constexpr std::uint32_t apart = 400;   // words; a long text about something else has such a word here and there
  return (told.strong >= 2 || (told.strong == 1 && told.weak >= 1)) &&
         2 * told.strong + told.weak >= told.words / apart;
}

bool mentions_oversight(const Reading& reading) { return subjects(reading).strong + subjects(reading).weak > 0; }

bool speaks_of_staffing(const Reading& reading) { return subjects(reading).staffing >= 3; }

bool speaks_of_failings(const Reading& reading) {
  if (speaks_of_oversight(reading) || speaks_of_staffing(reading)) return true;
  const Subjects& told = subjects(reading);
  constexpr std::uint32_t apart = 60, sparse = 250, least = 2;
  return told.failings >= least && told.failings >= told.words / sparse && told.services >= least &&
         told.services >= told.words / apart;
}

bool speaks_of_services(const Reading& reading) {
  const Subjects& told = subjects(reading);
  constexpr std::uint32_t apart = 150, few = 60;   // a few words show nothing
  if (told.words < few) return true;
  const std::uint32_t all = told.strong + told.staffing + told.services;
  return all > 0 && all >= told.words / apart;
}

bool pays_carers(const Reading& reading) {
  const Subjects& told = subjects(reading);
  return told.paid_care > 0 && told.unpaid_care == 0;
}

const ClaimWords& claim_words(const Reading& reading) {
  return pays_carers(reading) ? reading.lexicon.claim_words_of_paid_care() : reading.lexicon.claim_words();
}

}   // namespace muster::facts
