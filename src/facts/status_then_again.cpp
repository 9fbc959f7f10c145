// Whether what was told of then is spoken of again: by its own words, or by words that stand for it.
#include <algorithm>

#include "facts/status_then_again.hpp"

namespace muster::facts {

using model::StatusValue;

// How many words of the matter both have, by their first letters; those in the subject count double.
std::size_t shared_words(const Said& then, const Said& now) {
  constexpr std::size_t stem = 5;
  std::size_t shared = 0;
  for (std::size_t i = 0; i < now.words.size() && i < 20; ++i) {
    std::string_view word = now.words[i].text;
    if (word.size() > 5 && same_word(word.substr(0, 2), "un")) word.remove_prefix(2);   // "unpaid", "paid"
    if (word.size() < 4 || now.is(i, Role::look) || now.is(i, Role::looker) || now.is(i, Role::auxiliary) ||
        now.is(i, Role::negation) || now.is(i, Role::demand) || now.is(i, Role::fault) || now.is(i, Role::pronoun))
      continue;
    const std::string key =
        plain(word.substr(0, std::max<std::size_t>(4, std::min(word.size() - (word.size() > 4 ? 1 : 0), stem))));
    for (const Word& other : then.words)
      if ((other.text.size() >= key.size() && same_word(other.text.substr(0, key.size()), key)) ||
          (other.text.size() > key.size() + 1 && same_word(other.text.substr(0, 2), "un") &&
           same_word(other.text.substr(2, key.size()), key))) {
        shared += i < 5 ? 2 : 1;
        break;
      }
  }
  return shared;
}

namespace {

bool past_tense(const Said& said, std::size_t i) {
  const std::string_view word = said.words[i].text;
  return (word.size() > 4 && same_word(word.substr(word.size() - 2), "ed")) || said.is(i, WordKind::irregular_past);
}

}   // namespace

// Behind "Six years on", "More than four years later, ": where the clause itself begins.
std::size_t behind_the_time(const Said& said, std::size_t first) {
  for (std::size_t k = first; k + 1 < said.words.size() && k < first + 6; ++k) {
    if (said.is(k, WordKind::span_of_time) && said.is(k + 1, {"on", "later", "after", "since"})) return k + 2;
    if (!said.is(k, Role::number) && !said.is(k, {"more", "than", "over", "nearly", "almost", "some", "about", "a"}))
      break;
  }
  return first;
}

// "It has one now", "There are still none", "Of nine, not one had been", "The second half": words that stand for the
// thing
bool stands_for(const Said& said) {
  std::size_t lead = 0;
  while (said.is(lead, Role::lead) && !said.is(lead, {"of", "in", "to", "by"})) ++lead;
  lead = behind_the_time(said, lead);
  // "The department agreed, but the new boiler is still in a yard"
  for (std::size_t i = lead + 1; i + 2 < said.words.size() && i < lead + 7; ++i)
    if (said.is(i, {"agreed", "accepted", "consented", "promised"}) && !said.joined(i) &&
        said.is(i + 1, {"but", "yet"}))
      return true;
  // "The last of them was taken out in May"
  for (std::size_t k = lead + 1; k + 2 < said.words.size() && k < lead + 5; ++k)
    if (said.is(k, {"of"}) && said.is(k + 1, {"them", "these", "those"})) return true;
  // "The ministry has hired 12."
  constexpr std::size_t curt = 8;
  if (const std::size_t end = said.words.size();
      end > 2 && end < curt && said.is(end - 1, Role::number) && !a_year(said, end - 1) && past_tense(said, end - 2))
    return true;
  // "Two were hired in June"
  if (said.is(lead, Role::number) && said.is(lead + 1, Role::auxiliary)) return true;
  // "The ministry told us that it has not yet begun"
  for (std::size_t i = lead; i + 3 < said.words.size() && i < lead + 9; ++i)
    if (said.is(i, WordKind::reporting_verb))
      for (std::size_t k = i + 1; k < i + 5; ++k)
        if (said.is(k, {"this", "that", "it", "these", "they", "none", "nothing", "both"}) &&
            said.is(k + 1, Role::auxiliary))
          return true;
  if (said.is(lead, {"it", "this", "these", "they", "none", "neither", "nothing", "both", "all", "some", "most", "half",
                     "one"}))
    return true;
  for (std::size_t i = lead; i + 2 < said.words.size(); ++i)
    if (said.is(i, {"said", "says"}) && said.is(i + 1, {"that", "it", "this", "these", "they"}) &&
        said.is(i + 2, {"has", "have", "had"}))
      return true;
  for (std::size_t i = lead; i + 1 < said.words.size(); ++i)
    if (said.is(i, {"such"}) && said.is(i + 1, {"a", "an"})) return true;
  if (said.is(lead, {"there"}) && said.is(lead + 1, {"is", "are", "was", "were"}) &&
      (said.is(lead + 2, {"one", "none", "still", "now", "no"})))
    return true;
  for (std::size_t k = 0; k + 1 < said.words.size() && k < 6; ++k)   // "At 31 each, they are"
    if (!said.joined(k) && said.is(k + 1, {"it", "they", "these", "this", "none"})) return true;
  for (std::size_t i = 1; i < said.words.size(); ++i) {
    if (said.is(i, {"none", "ones"}) || (said.is(i, {"one"}) && (i + 1 >= said.words.size() || !said.joined(i) ||
                                                                 said.is(i + 1, {"now", "had", "has", "yet"}))))
      return true;
    if (said.is(i, {"it", "them"}) && past_tense(said, i - 1)) return true;   // "The owners fitted them in May"
    if (said.is(i, {"it", "them", "this"}) && (i + 1 >= said.words.size() || !said.joined(i))) return true;
    if (said.is(i, {"so"}) && said.is(i - 1, {"do", "does", "did", "done"})) return true;
  }
  return false;
}

// "they are higher than they were", "the same", "as before": then and now are compared
bool compares(const Said& said) {
  for (std::size_t i = 0; i < said.words.size(); ++i) {
    if (said.is(i, {"than"}) &&
        (said.is(i + 1, {"they", "it", "then", "before", "in", "at", "when"}) || a_year(said, i + 1)))
      return true;
    if (said.is(i, {"unchanged", "since", "still", "now", "again"})) return true;
    if (said.is(i, {"same", "before", "then"})) return true;
  }
  return false;
}

// "this time", "on this occasion", "at this visit": the look that is written about answers the one before
bool at_this_time(const Said& said) {
  for (std::size_t i = 0; i + 1 < said.words.size(); ++i) {
    if (said.is(i, {"day"}) && i > 0 && said.is(i - 1, {"the"}) && said.is(i + 1, {"of"}))
      return true;   // "On the day of our visit"
    if (said.is(i, {"when"}) && said.is(i + 1, {"we"}) && said.is(i + 2, WordKind::visit_verb)) return true;
    if (said.is(i, {"when"}) && said.is(i + 1, {"inspectors", "auditors", "it", "they"}) &&
        (said.is(i + 2, {"returned", "revisited"}) ||
         (said.is(i + 2, {"came", "went", "called"}) && said.is(i + 3, {"back", "again"}))))
      return true;
    if (said.is(i, {"this"}) && (said.is(i + 1, {"time", "occasion"}) ||
                                 (said.is(i + 1, Role::look) && i > 0 && said.is(i - 1, {"at", "on", "during"}))))
      return true;
  }
  return false;
}

// Where the words begin that name the thing a relative clause at `first` is about: "was" in "Gone was the broken lift
// that we reported". What they say of it is of then.
std::size_t thing_begin(const Said& said, std::size_t first) {
  std::size_t k = first;
  while (k > 0 && said.joined(k - 1) && k + 9 > first) {
    if (said.is(k - 1, {"has",    "have",    "had",       "is",       "are", "was",  "were",  "still",
                        "remain", "remains", "continues", "continue", "now", "no",   "not",   "none",
                        "of",     "some",    "most",      "many",     "all", "each", "every", "few"}) ||
        said.is(k - 1, Role::negation))
      break;
    --k;
    if (said.is(k, {"the", "a", "an", "these", "those", "its", "their"})) break;
  }
  return k;
}

// "called for a crossing": "the crossing opened"
bool the_thing_again(const Said& said, const Then& then, const Said& next) {
  if (!then.asked) return false;
  constexpr std::size_t subject = 9;
  for (std::size_t k = 0; k + 1 < next.words.size() && k < subject; ++k) {
    if (!next.is(k, {"the", "its", "their", "these", "those"}) || next.words[k + 1].text.size() < 4 ||
        next.is(k + 1, Role::look) || next.is(k + 1, Role::looker))
      continue;
    for (std::size_t w = then.first + 1; w < then.last && w < said.words.size(); ++w)
      if (same_word(said.words[w].text, plain(next.words[k + 1].text)))
        for (std::size_t article = w > 3 ? w - 3 : 0; article < w; ++article)
          if (said.is(article, {"a", "an", "new", "more"}) || said.is(article, Role::number)) return true;
  }
  return false;
}

// "Figures show that they have not: …": that is all that is asked
std::optional<Span> denies(const Said& next) {
  // "No such target has been set."
  if (next.is(0, {"no"}) && next.is(1, {"such"}))
    for (std::size_t k = 2; k + 1 < next.words.size() && k < 8 && next.joined(k - 1); ++k)
      if (next.is(k, Role::auxiliary)) return next.words[0].span.join(next.words[k + 1].span);
  for (std::size_t i = 0; i + 2 < next.words.size() && i < 10; ++i)
    if (next.is(i, {"it", "they", "he", "she"}) &&
        next.is(i + 1, {"has", "have", "had", "did", "do", "does", "is", "are", "was", "were"}) &&
        next.is(i + 2, {"not"}) && (i + 3 >= next.words.size() || !next.joined(i + 2)))
      return next.words[i + 1].span.join(next.words[i + 2].span);
  return std::nullopt;
}

}   // namespace muster::facts
