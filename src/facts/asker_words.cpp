// What single words and titles say of who asks: that they inspect, or only campaign.
#include <algorithm>
#include <array>

#include "facts/recommendation.hpp"

namespace muster::facts {

// "The monitor, Ruth Pell", "Ann Cole, head of hospital inspection": the title says for whom they speak.
bool official_title(std::string_view name) {
  const std::string title = plain(name);
  if (find_words(title, "union") != std::string::npos || find_words(title, "police inspector") != std::string::npos)
    return false;
  constexpr std::array<std::string_view, 22> words = {"monitor",
                                                      "comptroller",
                                                      "correctional investigator",
                                                      "public protector",
                                                      "child advocate",
                                                      "children's advocate",
                                                      "children's commissioner",
                                                      "inquiry chair",
                                                      "coroner",
                                                      "auditor",
                                                      "auditor general",
                                                      "auditor-general",
                                                      "ombudsman",
                                                      "ombudsperson",
                                                      "inspectors",
                                                      "inspector",
                                                      "reviewers",
                                                      "watchdog",
                                                      "regulator",
                                                      "head of inspection",
                                                      "inspectorate",
                                                      "inspections"};
  if (std::any_of(words.begin(), words.end(),
                  [&](std::string_view word) { return find_words(title, word) != std::string::npos; }))
    return true;
  return find_words(title, "inspection") != std::string::npos &&
         (find_words(title, "head") != std::string::npos || find_words(title, "director") != std::string::npos);
}

bool finite(const Reading& reading, std::string_view word) {
  return is_of(reading, word, WordKind::finite_verb) || reports(reading, word);
}

bool official_noun(const Reading& reading, std::string_view word) {
  return is_of(reading, word, WordKind::overseer) || same_word(word, "we");
}

Standing standing_of(const Reading& reading, Span who) {
  const Words words(reading.document.text, who, reading.lexicon.word_kinds());
  Standing out;
  bool lawmakers = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words.is(i, {"who", "which", "whose"})) break;
    if (words.is(i, {"mps", "mp", "lawmakers", "senators", "councillors"})) lawmakers = true;
    out.overseer |= words.is(i, WordKind::overseer);
    if (const std::string_view word = words.folded(i); word.ends_with("'s"))
      out.overseer |= is_of(reading, word.substr(0, word.size() - 2), WordKind::overseer);   // "the panel's"
    out.campaigner |= !out.overseer && words.is(i, WordKind::campaigner);
    // "a report by the union": the union's
    if (words.is(i, WordKind::campaigner) && out.overseer && i > 1 &&
        (words.is(i - 1, {"by", "from"}) || words.is(i - 2, {"by", "from"})))
      return {false, true};
    if (lawmakers && words.is(i, {"committee", "inquiry"})) out.campaigner = false;   // "MPs on the committee"
  }
  return out;
}

bool reports(const Reading& reading, std::string_view word) {
  return !word.empty() && word.front() >= 'a' && is_of(reading, word, WordKind::reporting_verb);   // "States" is a noun
}

}   // namespace muster::facts
