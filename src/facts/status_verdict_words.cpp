// What a verdict's own words say, and the words right behind them.
#include "facts/status_turns.hpp"

namespace muster::facts {

using model::StatusValue;

// "dealt effectively with" is "dealt with"
StatusValue verdict_value(const Reading& reading, std::string_view form) {
  const StatusWords& lists = reading.lexicon.status_words();
  if (const auto value = lists.verdict(form)) return *value;
  for (const std::string_view denial : {"not yet ", "not "})   // "Not implemented: 2"
    if (form.size() > denial.size() && same_word(form.substr(0, denial.size()), denial))
      return lists.verdict(form.substr(denial.size())).value_or(StatusValue::met) == StatusValue::superseded
                 ? StatusValue::superseded
                 : StatusValue::not_met;
  // "responded quickly enough to": what stands between the first word and the last one or two
  const std::size_t first = form.find(' ');
  if (first == std::string_view::npos) return StatusValue::met;
  for (std::size_t next = form.find(' ', first + 1); next != std::string_view::npos; next = form.find(' ', next + 1))
    if (const auto value = lists.verdict(std::string(form.substr(0, first)) + std::string(form.substr(next))))
      return *value;
  return StatusValue::met;
}

bool with_a_noun_behind(const Said& said, std::size_t next, std::uint32_t end) {
  return next < said.words.size() && said.words[next].span.begin <= end + 1 && !said.is(next, Role::auxiliary) &&
         !said.is(next, {"and",    "but",  "while",   "or",   "as",      "after",  "according", "with",   "at",
                         "he",     "she",  "because", "past", "pending", "beyond", "since",     "until",  "for",
                         "more",   "in",   "on",      "to",   "by",      "from",   "against",   "though", "although",
                         "whilst", "they", "during",  "this", "despite", "today",  "following", "within"});
}

// "resulting in most of these being addressed": they have been
bool brought_about(const Said& said, std::size_t at) {
  for (std::size_t k = at > 10 ? at - 10 : 0; k < at; ++k)
    if (said.is(k, {"resulting", "resulted", "led"}) && said.is(k + 1, {"in", "to"})) return true;
  return false;
}

// "in 2023", "last year", "at the last visit": behind the word at `i`
bool says_a_time(const Said& said, std::size_t i) {
  if (said.is(i, {"last", "previously", "earlier"})) return true;
  if (!said.is(i, {"in", "at", "during"})) return false;
  for (std::size_t k = i + 1; k < i + 4; ++k)
    if (a_year(said, k) || said.is(k, {"last", "previous", "earlier", "first"}) || said.is(k, WordKind::month))
      return true;
  return false;
}

// "have not been tackled quickly enough", "were not addressed in a timely way": done, but late or by halves
bool too_late(const Said& said, std::size_t behind) {
  if (said.is(behind, WordKind::manner_adverb))
    return said.is(behind + 1, {"enough"}) || said.is(behind, WordKind::thorough_adverb);
  if (said.is(behind, WordKind::whole_adverb)) return true;
  if (!said.is(behind, {"in", "with", "at"})) return false;
  for (std::size_t k = behind + 1; k < behind + 5; ++k)
    if (said.is(k, WordKind::thorough_manner)) return true;
  return false;
}

// Nothing but a mark, "and" or the end stands behind: "22 overdue, 13 not yet due".
bool elliptic(const Said& said, std::size_t at, std::uint32_t end, std::string_view text) {
  if (end >= said.span.end ||
      std::string_view(",;.)|").find(
          text[end + (text[end] == ' ' && end + 1 < said.span.end && text[end + 1] == '|' ? 1U : 0U)]) !=
          std::string_view::npos)
    return true;
  const std::size_t behind = said.word_at(end);
  return at > 0 && behind < said.words.size() && said.is(behind, {"and", "but", "with", "while"});
}

}   // namespace muster::facts
