// Who looked, and what kind of asking or finding the verb tells of.
#include "facts/status_then_who.hpp"

#include <algorithm>

namespace muster::facts {

// Whose asking is by itself earlier than what is written about it.
bool stands_apart(const Said& said, std::size_t i) {
  return said.is(i, WordKind::sure_looker) ||
         (said.is(i, {"audit"}) && i + 1 < said.words.size() && said.words[i].text.front() == 'A' && said.joined(i) &&
          said.words[i + 1].text.front() >= 'A' && said.words[i + 1].text.front() <= 'Z');
}

// Where the noun phrase of who looked begins: "our last report", "the 2016 inquest", "an independent review".
std::size_t phrase_begin(const Said& said, std::size_t looker) {
  if (said.is(looker, {"we"})) return looker;
  for (std::size_t s = looker, steps = 0; s > 0 && steps < 5 && said.joined(s - 1); ++steps, --s) {
    // "federal monitors", behind "a step": no more than what kind they are
    if (said.is(s - 1, WordKind::body_adjective) && said.words[looker].text.back() == 's' && s - 1 > 0 &&
        !said.is(s - 2, {"the", "our", "its", "two", "three"}))
      return s - 1;
    if (said.is(s - 1, {"the", "our", "my", "a", "an", "its", "their", "your", "two", "three"})) return s - 1;
    if (said.is(s - 1, Role::auxiliary) ||
        said.is(s - 1, {"as", "that", "which", "what", "and", "but", "in", "of", "by", "to", "when"}))
      return s;
  }
  return looker;
}

// The word of who looked, before the verb at `verb` in its clause; words.size() if nobody did.
std::size_t looker_before(const Said& said, std::size_t verb) {
  // "A jury that sat on another case in 2015 asked": the subject, with a clause about it
  for (std::size_t k = 1; k + 3 < verb && k < 4; ++k)
    if (said.is(k, WordKind::sure_looker) && said.is(k - 1, {"a", "an", "the", "another", "earlier", "previous"}) &&
        said.is(k + 1, {"that", "which", "who", "sitting", "looking", "examining", "investigating", "into"}) &&
        !said.is(verb - 1, Role::auxiliary)) {
      bool one_clause = true;
      for (std::size_t w = k + 2; w < verb && one_clause; ++w)
        one_clause = !clause_word(said, w) && !said.is(w, {"and", "that", "which", "who"}) && said.joined(w - 1);
      if (one_clause && verb < k + 16) return k;
    }
  for (std::size_t k = verb, steps = 0; k-- > 0 && steps < 8; ++steps) {
    if (!said.joined(k)) break;
    if ((said.is(k, Role::looker) || said.is(k, Role::look) ||
         (said.is(k, {"study"}) && said.is(verb, WordKind::demands_a_thing))) &&
        !said.is(k, {"survey"})) {
      if (k > 0 && (said.is(k - 1, {"this", "to", "told"}) ||
                    (k > 1 && said.is(k - 1, {"the"}) && said.is(k - 2, {"to", "told"}))))
        break;   // "told inspectors", "this inspection"
      if (said.is(k, {"follow-up", "first", "i"})) continue;
      // "the chair of the board", "board members": somebody else
      if (said.is(k, WordKind::weak_looker) &&
          !(k > 0 && (said.is(k - 1, WordKind::committee_name) || said.is(k - 1, {"the"}))))
        break;
      if (k > 0 && said.is(phrase_begin(said, k) - 1, {"of", "to", "with"}) && phrase_begin(said, k) > 1 &&
          !said.is(phrase_begin(said, k) - 2, Role::look))
        break;
      return k;
    }
    // "The inspector who visited in 2020 asked for"
    if (k > 0 && said.is(k, {"who", "which"}) && !(k > 2 && said.is(k - 3, {"told", "to"})) &&
        ((said.is(k - 1, WordKind::look_or_looker) ||
          said.is(k - 1, {"inspector", "inspectors", "auditor", "auditors", "team", "report"}))))
      return k - 1;
    if (said.is(k, {"that", "which", "who", "and", "leaders", "managers", "staff", "children", "they", "he", "she"}) ||
        clause_word(said, k))
      break;
  }
  return said.words.size();
}

// A noun, or at least no word that only joins others.
bool noun_like(const Said& said, std::size_t i) {
  constexpr std::uint32_t joins = static_cast<std::uint32_t>(Role::auxiliary) |
                                  static_cast<std::uint32_t>(Role::negation) |
                                  static_cast<std::uint32_t>(Role::adverb) | static_cast<std::uint32_t>(Role::plan) |
                                  static_cast<std::uint32_t>(Role::lead) | static_cast<std::uint32_t>(Role::look) |
                                  static_cast<std::uint32_t>(Role::looker) | static_cast<std::uint32_t>(Role::number);
  return i < said.words.size() && said.words[i].text.size() > 3 && (said.roles[i] & joins) == 0 &&
         !said.is(i, {"after",   "since",   "when",    "because", "where",       "until",      "before", "although",
                      "from",    "with",    "against", "that",    "this",        "these",      "those",  "their",
                      "such",    "other",   "towards", "toward",  "across",      "under",      "over",   "about",
                      "than",    "more",    "less",    "then",    "said",        "says",       "into",   "following",
                      "through", "during",  "despite", "without", "within",      "between",    "like",   "unlike",
                      "also",    "however", "early",   "recent",  "independent", "monitoring", "which",  "whom",
                      "while",   "whilst"});
}

// "We recommended a nurse and there still isn't one": it was then
bool still_behind(const Said& said, std::size_t verb) {
  for (std::size_t k = verb + 2; k < said.words.size(); ++k)
    if (said.is(k, {"still"}) && (said.is(k - 1, {"there", "it", "they", "is", "are", "has", "have"}))) return true;
  return false;
}

// "told us", "asked him to comment": asks for words, not for deeds
bool asks_for_words(const Said& said, std::size_t verb) {
  for (std::size_t k = verb + 1; k < verb + 7; ++k)
    if (said.is(k, {"for"}))
      for (std::size_t w = k + 1; w < k + 4; ++w)
        if (said.is(w, WordKind::thing_handed_over)) return true;
  for (std::size_t k = verb + 1; k < verb + 36 && k + 1 < said.words.size(); ++k)
    if (said.is(k, {"to"}) && said.is(k + 1, WordKind::answering_verb)) return true;
  return false;
}

bool initials(std::string_view word) {
  return word.size() > 1 && word.size() < 7 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Who may be told what to do.
bool names_a_body(const Said& said, std::size_t until) {
  for (std::size_t k = 0; k < until; ++k)
    if (said.is(k, WordKind::inspected_body)) return true;
  return false;
}

// "dismayed the inspectors", "so troubled us"
bool moves_looker(const Said& said, std::size_t verb) {
  for (std::size_t k = verb + 1; k < verb + 4; ++k)
    if (said.is(k, Role::looker) || said.is(k, {"us"})) return true;
  return false;
}

bool not_told(const Said& said, std::size_t verb) {
  return verb > 0 && said.is(verb - 1, {"to", "be", "being", "will", "should", "must", "would", "can", "could", "may",
                                        "is", "are", "not", "never"});
}

bool wants(const Said& said, std::size_t verb) {
  if (said.is(verb, {"called"})) return said.is(verb + 1, {"for", "on", "upon"}) || said.is(verb + 2, {"for"});
  // "was given until June to …", "was given three weeks to …"
  if (said.is(verb, {"given"}))
    return said.is(verb + 1, {"until", "notice"}) ||
           (said.is(verb + 1, Role::number) && said.is(verb + 2, {"days", "weeks", "months", "years"}) &&
            said.is(verb + 3, {"to"}));
  if (said.is(verb, {"served"}))
    return said.is(verb + 1, {"with"}) || said.is(verb + 2, {"with"}) || said.is(verb + 2, {"notice"}) ||
           said.is(verb + 3, {"notice"});
  if (said.is(verb, {"set"}))
    return said.is(verb + 2, Role::number) || said.is(verb + 3, Role::number) || said.is(verb + 1, {"out"});
  return true;
}

// "said that staff must be trained": a duty behind the verb of saying
bool duty_behind(const Said& said, std::size_t verb) {
  for (std::size_t k = verb + 1; k < verb + 12; ++k) {
    if (said.is(k, {"should", "must", "needed", "ought"}) || (said.is(k, {"had"}) && said.is(k + 1, {"to"})))
      return true;
    if (said.is(k, {"but"})) return false;
  }
  return false;
}

// "was judged good overall"
bool judged_good(const StatusWords& lists, const Said& said, std::size_t verb) {
  for (std::size_t k = verb + 1; k < verb + 5 && k < said.words.size() && said.joined(k - 1); ++k) {
    if (said.is(k, Role::negation) || said.is(k, {"no", "that"})) return false;
    if (lists.state(said.words[k].text) == "good" || said.is(k, WordKind::praise_word)) return true;
  }
  return false;
}

// "the protocol it called for", where the sentence before names a look
bool it_asked(const Said& said, std::size_t verb) {
  if (verb < 2 || !said.is(verb, Role::demand) || !said.is(verb - 1, {"it", "they", "he", "she"}) ||
      !noun_like(said, verb - 2))
    return false;
  return said.is(verb, WordKind::demands_a_thing) || said.is(verb + 1, {"for"});
}

// What is said of it is bad, or stands for what was said before.
bool says_bad(const StatusWords& lists, const Said& said, std::size_t verb, bool passive) {
  for (std::size_t k = passive ? 0 : verb + 1; k < said.words.size(); ++k) {
    const std::string now = lists.now(said.words[k].text), state = lists.state(said.words[k].text);
    if (said.is(k, Role::negation) ||
        said.is(k, {"no", "none", "without", "this", "these", "it", "them", "so", "same", "much", "only", "less",
                    "fewer", "several", "should", "must", "needed", "overdue"}) ||
        now == "bad" || state == "bad" || now == "gone")
      return true;
    if (k > verb && lists.now_phrase(said.words, k).first > 1 && lists.now_phrase(said.words, k).second == "bad")
      return true;
  }
  return false;
}

}   // namespace muster::facts
