// What an earlier look asked for or found, told in a clause of a sentence ("the hall, which we called squalid in
// 2017, …"), and how the rest says that things stand. Private to status_*.cpp.
#pragma once

#include "facts/status.hpp"

namespace muster::facts {

// The words [first, last) that tell what was asked or found then.
struct Then {
  std::size_t first = 0, last = 0;
  bool asked = false;   // asked for; else found wanting
  bool aside = false;   // a relative clause or "as we asked": the words around it say how things stand
  bool as_asked = false;   // "as we had suggested"
  bool contrary = false;   // "contrary to what we recommended"
  bool likewise = false;   // "as at the last visit": how it was then
  bool in_vain = false;   // "despite two warnings"
  bool granted = false;   // "in line with its recommendation", "thanks to the inquiry"
  bool points_back = false;   // "We raised this in 2015": what, the sentence before says
  bool numbered = false;   // "Recommendation 5 called for": what comes next is about it
  bool whole = false;   // the sentence tells nothing else
};
// Linear in the sentence's words.
[[nodiscard]] std::optional<Then> then_in(const Reading& reading, const Said& said);

[[nodiscard]] std::optional<Then> then_by_phrase(const Reading& reading, const Said& said);
// The marks between the word and the next one, and whether they end a clause.
[[nodiscard]] std::string_view gap_behind(const Reading& reading, const Said& said, std::size_t i);
[[nodiscard]] bool breaks(std::string_view gap);
[[nodiscard]] bool clause_word(const Said& said, std::size_t i);
[[nodiscard]] std::size_t clause_end(const Reading& reading, const Said& said, std::size_t verb, bool in_front);
[[nodiscard]] bool says_when(const Said& said, std::size_t first, std::size_t last);
[[nodiscard]] bool dated(const Said& said, std::size_t verb);

// What the words say of how things stand now.
struct Stance {
  bool good = false, better = false, bad = false, lasting = false, part = false, begun = false;
  bool almost = false;   // good but for a little: "all but achieved"
  bool moot = false;   // what was asked for has no place any more: "has been demolished"
  bool none = false;   // bad by "none" alone
  bool short_of = false;   // "well short of its target": too few, however many
  Span phrase;   // the first words that say so
  [[nodiscard]] std::optional<model::StatusValue> value() const;
};
// Adds what the words [first, last) say. `burden`: what is spoken of is better when there is less of it.
// `deeds`: whatever was done counts as good ("has been painted"), not only what was done since.
void read_stance(const StatusWords& lists, const Said& said, std::size_t first, std::size_t last, bool burden,
                 Stance& stance, bool deeds = false);
// Whether the words name something of which less is better ("caseloads", "waits").
[[nodiscard]] bool names_burden(const StatusWords& lists, const Said& said, std::size_t first, std::size_t last);

// What was asked or found then and how it stands now, in one sentence or in two. Adds a statement where both are told.
bool read_then_and_now(const Reading& reading, const model::Match& match, const std::vector<bool>& asked_now,
                       std::vector<bool>& told, model::Drafts& drafts);

}   // namespace muster::facts
