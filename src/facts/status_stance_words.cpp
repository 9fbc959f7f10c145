// What single words, and words of comparing, say of how things stand.
#include "facts/status_stance.hpp"

namespace muster::facts {

using model::StatusValue;

std::string kind_of(const StatusWords& lists, const Said& said, std::size_t i) {
  std::string kind = lists.now(said.words[i].text);
  return kind.empty() ? lists.state(said.words[i].text) : kind;
}

bool past_participle(const Said& said, std::size_t i) {
  if (i >= said.words.size()) return false;
  const std::string_view w = said.words[i].text;
  return (w.size() > 4 && same_word(w.substr(w.size() - 2), "ed")) ||
         (said.is(i, WordKind::irregular_participle) || said.is(i, {"set", "cut", "had", "got", "found"}));
}

// "is, in two cases, not"; "no delays": what a word of absence takes away
bool takes_away_bad(const StatusWords& lists, const Said& said, std::size_t i, std::size_t last) {
  for (std::size_t k = i + 1; k < last && k < i + 4; ++k) {
    const std::string kind = kind_of(lists, said, k);
    if (kind == "bad" || kind == "burden" || kind == "gone") return true;
    if (said.is(k, WordKind::comparative) || !said.joined(k - 1)) return false;
  }
  return false;
}

// "than they were", "than in 2018", "than before"
bool than_then(const Said& said, std::size_t i, std::size_t last) {
  // (the words of then, which stand behind `last`, begin with "than")
  for (std::size_t k = i + 1;
       k < said.words.size() && k < i + 4 + (said.is(i, {"fewer", "more", "less"}) ? 4U : 0U) && (k <= last); ++k)
    if (said.is(k, {"than", "still"}))
      return said.is(k + 1, {"they", "it", "then", "before", "in", "at", "when", "ever", "last"}) ||
             a_year(said, k + 1) || said.is(k, {"still"});
  return i + 1 >= said.words.size();
}

bool names_burden(const StatusWords& lists, const Said& said, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last && i < said.words.size(); ++i)
    if (lists.now(said.words[i].text) == "burden") return true;
  return false;
}

std::optional<StatusValue> Stance::value() const {
  const bool up = good || better, down = bad || lasting;
  if (short_of && (part || !up)) return StatusValue::not_met;
  if (part || (up && down)) return StatusValue::partly_met;
  if (begun && bad && !lasting) return StatusValue::in_progress;   // "has drafted, but not issued, the policy"
  if (down) return StatusValue::not_met;
  if (begun) return StatusValue::in_progress;
  if (good) return almost ? StatusValue::almost_met : StatusValue::met;
  if (better) return StatusValue::in_progress;
  return std::nullopt;
}

std::pair<bool Stance::*, std::size_t> compared(const Said& said, std::size_t first, std::size_t i, std::size_t last,
                                                bool burden) {
  if (said.is(i, WordKind::more_comparative) && than_then(said, i, last))
    return {burden ? &Stance::bad : &Stance::good, 2};
  if (said.is(i, WordKind::less_comparative) && than_then(said, i, last))
    return {!burden ? &Stance::bad : said.is(i, {"fewer", "less"}) ? &Stance::better : &Stance::good, 2};
  if (!burden) return {nullptr, 0};
  if (said.is(i, {"half"}) && said.is(i + 1, {"what", "of", "that"}) &&
      (said.is(i + 1, {"what"}) || said.is(i + 2, {"what"})))
    return {&Stance::good, 2};
  if (said.is(i, WordKind::fallen) || said.is(i, {"down", "shorter"})) return {&Stance::better, 1};
  if ((said.is(i, WordKind::risen) || said.is(i, {"up"})) && i > first &&
      said.is(i - 1, {"has", "have", "had", "are", "is"}))
    return {&Stance::bad, 1};
  return {nullptr, 0};
}

}   // namespace muster::facts
