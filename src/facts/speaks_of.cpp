#include "facts/speaks_of.hpp"

#include "facts/subject_words.hpp"

namespace muster::facts {
namespace {

using Subjects = Reading::Remembered::Subjects;

const Subjects& subjects(const Reading& reading) {
  std::optional<Subjects>& known = reading.remembered.subjects;
  if (!known) known = reading.lexicon.subject_words().count(reading.document.text.folded());
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
