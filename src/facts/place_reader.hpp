// Names of teams, services and places in one sentence, and where they stand to its figures. Private to facts.
#pragma once

#include <string>
#include <string_view>

#include "anchors.hpp"
#include "claims.hpp"

namespace muster::facts {

// Looks up words of one sentence; all three must outlive it. Every answer is a copy of the text's words, "" for none.
class PlaceReader {
 public:
  PlaceReader(const Reading& reading, const Words& words, const ClaimWords& lists)
      : reading_(reading), words_(words), lists_(lists) {}

  // "in the safeguarding teams", "at St Ann's, Haringey", "on Ward 7", "nationally"; the first in [from, to).
  [[nodiscard]] std::string within(std::size_t from, std::size_t to) const;

  // "A specialist team of four officers": the team before "of".
  [[nodiscard]] std::string team_of(std::size_t claim) const;

  // "Night crews carry heavy lists, …", "Healthcare was short of …": whom the sentence is about.
  [[nodiscard]] std::string subject(std::size_t limit) const;

  [[nodiscard]] std::string subject_from(std::size_t start, std::size_t limit) const;

  // "the capacity of the night team has grown by three workers", "to expand the Tay team with two nurses".
  [[nodiscard]] std::string enlarged(std::size_t from, std::size_t to) const;

  // "Langley Ward: 22% vacancies", "by region: North 12%, South 8%": the label that the figure stands behind.
  [[nodiscard]] std::string label(std::size_t claim, const Anchor& anchor) const;

  // "Corran was running with …", "HMP Leven had …": the name that the sentence begins with.
  [[nodiscard]] std::string named_subject(std::size_t limit) const;

  // "The department began the year with …", "The council's planning office has …": whose figure it is, if only by its
  // kind.
  [[nodiscard]] std::string general_subject(std::size_t limit) const;
  // "a third of the district's nurses": whose they are.
  [[nodiscard]] std::string owner(std::size_t from, std::size_t to) const;

  // "31% of the intake team", "one in five of Leven's nurses", "staff of the Corran Board": whose they are, in the
  // words [first, last).
  [[nodiscard]] std::string of_whom(std::size_t first, std::size_t last) const;

  // "…, the coroner heard, and Corran Infirmary has 40 porters": the subject of the verb that has the figure for its
  // object.
  [[nodiscard]] std::string holder(std::size_t claim) const;

  // The last team, ward or short name of one that a sentence names: "the sickness rate in the Intake Team", "in the
  // CRC".
  [[nodiscard]] std::string last_team(std::size_t limit) const;

  [[nodiscard]] bool dated(std::size_t k) const;

 private:
  // The one word with a capital that a sentence begins with may be a name: a common noun there is a plural, or has an
  // ending that names seldom have, or is one of the words that begin sentences.
  [[nodiscard]] bool name_by_itself(std::size_t k) const;

  // Nothing but the paragraph's number stands before word `k`.
  [[nodiscard]] bool opens(std::size_t k) const;

  [[nodiscard]] std::size_t having_before(std::size_t limit) const;

  // The name of a body or a place that ends before `end`: "the department of buildings", "Fort Corran".
  [[nodiscard]] std::string named_before(std::size_t end) const;

  // A word that stands for one body or place of work, maybe as an owner: "department", "the county's".
  [[nodiscard]] bool employs(std::size_t k) const;

  [[nodiscard]] bool genitive(std::size_t k) const;

  [[nodiscard]] bool counted(std::size_t k) const;

  [[nodiscard]] bool leads(std::size_t k) const;

  // Where the name of a place that begins at `first` ends; `first` if none does. `team`: a team or ward it must be;
  // `whole`: "across the service" says enough.
  [[nodiscard]] std::size_t named(std::size_t first, std::size_t to, bool team, bool whole) const;

  const Reading& reading_;
  const Words& words_;
  const ClaimWords& lists_;
};

// The first letter is a capital; false for marks and past the end.
[[nodiscard]] bool capital(const Words& words, std::size_t i);
[[nodiscard]] bool digits(const Words& words, std::size_t i);
// What the inspected body itself is called, or where everybody is: no team within it.
[[nodiscard]] bool general(const Words& words, std::size_t k);
[[nodiscard]] bool letters_only(std::string_view word);   // "CRC"

}   // namespace muster::facts
