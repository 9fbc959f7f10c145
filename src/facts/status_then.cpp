// The clause that tells what an earlier look asked for or found: who looked, what they said of it, and when.
#include "facts/status_then.hpp"

#include <algorithm>

namespace muster::facts {
namespace {

bool clause_word(const Said& said, std::size_t i) { return said.is(i, {"but", "yet", "although", "though", "while", "whilst", "whereas", "however"}); }

// Marks between the word and the next one.
std::string_view gap_behind(const Reading& reading, const Said& said, std::size_t i) {
  if (i + 1 >= said.words.size()) return {};
  const std::uint32_t begin = said.words[i].span.end;
  return reading.document.text.folded().substr(begin, said.words[i + 1].span.begin - begin);
}

bool breaks(std::string_view gap) { return gap.find_first_of(";:") != std::string_view::npos || gap.find(" - ") != std::string_view::npos || gap.find("--") != std::string_view::npos; }

// "in 2018", "two years ago", "at the last visit": the words [first, last) say that it was then.
bool says_when(const Said& said, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last && i < said.words.size(); ++i) {
    if (a_year(said, i) || said.is(i, {"ago", "previously", "earlier"})) return true;
    if (said.is(i, {"last", "previous", "prior", "preceding", "earlier"}) && (said.is(i + 1, Role::look) || said.is(i + 2, Role::look) || said.is(i + 1, {"time", "year", "month", "week", "spring", "summer", "autumn", "winter", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}))) return true;
    if (said.is(i, {"last", "first", "previously"}) && i > 0 && said.is(i - 1, Role::looker)) return true;   // "when we last visited"
    if (said.is(i, {"years", "months", "year", "decade", "decades", "weeks"}) && (said.is(i + 1, {"on", "after", "later", "since", "before"}))) return true;
    if (said.is(i, {"that"}) && said.is(i + 1, {"time", "visit", "inspection"}) && i > 0 && said.is(i - 1, {"at", "on"})) return true;
    if (i > 0 && said.is(i, {"before"}) && said.is(i + 1, {"me", "us"}) && said.is(i - 1, Role::looker)) return true;   // "two coroners before me"
  }
  return false;
}

// The same of a clause with its verb at `verb`: said before the verb, with it ("had asked"), or right behind it; never by what was found.
bool dated(const Said& said, std::size_t verb) {
  if (verb > 0 && said.is(verb - 1, {"had", "first", "previously", "originally", "repeatedly", "twice", "long", "consistently"})) return true;
  if (verb > 1 && said.is(verb - 2, {"had"})) return true;
  constexpr std::size_t right_behind = 6;
  std::size_t until = verb + 1;
  while (until < said.words.size() && until < verb + right_behind && !said.is(until, {"that", "to", "how", "for", "whether"})) ++until;
  return says_when(said, 0, until);
}

// Whose asking is by itself earlier than what is written about it.
bool stands_apart(const Said& said, std::size_t i) {
  return said.is(i, {"coroner", "coroners", "ombudsman", "inquiry", "inquest", "watchdog", "regulator", "regulators", "commissioner", "commissioners", "comptroller", "jury", "tribunal", "auditors", "commission", "judge", "inspectorate", "protector", "rapporteur", "monitor", "ntsb", "maib", "raib", "aaib", "gao"});
}

// Where the noun phrase of who looked begins: "our last report", "the 2016 inquest", "an independent review".
std::size_t phrase_begin(const Said& said, std::size_t looker) {
  if (said.is(looker, {"we"})) return looker;
  for (std::size_t s = looker, steps = 0; s > 0 && steps < 5 && said.joined(s - 1); ++steps, --s) {
    if (said.is(s - 1, {"the", "our", "a", "an", "its", "their", "your", "two", "three"})) return s - 1;
    if (said.is(s - 1, Role::auxiliary) || said.is(s - 1, {"as", "that", "which", "what", "and", "but", "in", "of", "by", "to", "when"})) return s;
  }
  return looker;
}

// The word of who looked, before the verb at `verb` in its clause; words.size() if nobody did.
std::size_t looker_before(const Said& said, std::size_t verb) {
  for (std::size_t k = verb, steps = 0; k-- > 0 && steps < 8; ++steps) {
    if (!said.joined(k)) break;
    if (said.is(k, Role::looker) || said.is(k, Role::look)) {
      if (k > 0 && said.is(k - 1, {"this", "to", "told"})) break;   // "told inspectors", "this inspection"
      if (said.is(k, {"follow-up", "first", "i"})) continue;
      // "the chair of the board", "board members": somebody else
      if (said.is(k, {"board", "committee", "office", "panel", "court", "parliament", "bureau", "experts", "expert"}) && !(k > 0 && said.is(k - 1, {"the", "select", "accounts", "safety", "review", "monitoring", "investigation"}))) break;
      if (k > 0 && said.is(phrase_begin(said, k) - 1, {"of", "to", "with"}) && phrase_begin(said, k) > 1 && !said.is(phrase_begin(said, k) - 2, Role::look)) break;
      return k;
    }
    if (said.is(k, {"that", "which", "who", "and", "leaders", "managers", "staff", "children", "they", "he", "she"}) || clause_word(said, k)) break;
  }
  return said.words.size();
}

// A noun, or at least no word that only joins others.
bool noun_like(const Said& said, std::size_t i) {
  constexpr std::uint32_t joins = static_cast<std::uint32_t>(Role::auxiliary) | static_cast<std::uint32_t>(Role::negation) | static_cast<std::uint32_t>(Role::adverb) | static_cast<std::uint32_t>(Role::plan) | static_cast<std::uint32_t>(Role::lead) | static_cast<std::uint32_t>(Role::look) | static_cast<std::uint32_t>(Role::looker) | static_cast<std::uint32_t>(Role::number);
  return i < said.words.size() && said.words[i].text.size() > 3 && (said.roles[i] & joins) == 0 && !said.is(i, {"after", "since", "when", "because", "where", "until", "before", "although", "from", "with", "against", "that", "this", "these", "those", "their", "such", "other", "towards", "toward", "across", "under", "over", "about", "than", "more", "less", "then", "said", "says", "into", "following", "through", "during", "despite", "without", "within", "between", "like", "unlike", "also", "however", "early", "recent", "independent", "monitoring", "which", "whom", "while", "whilst"});
}

// "told us", "asked him to comment": asks for words, not for deeds
bool asks_for_words(const Said& said, std::size_t verb) {
  for (std::size_t k = verb + 1; k < verb + 36 && k + 1 < said.words.size(); ++k)
    if (said.is(k, {"to"}) && said.is(k + 1, {"consider", "explain", "comment", "describe", "look", "examine", "tell", "say", "confirm", "clarify", "attend", "identify", "rate", "estimate", "respond", "meet", "answer", "name"})) return true;
  return false;
}

bool initials(std::string_view word) { return word.size() > 1 && word.size() < 7 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }); }

// Who may be told what to do.
bool names_a_body(const Said& said, std::size_t until) {
  for (std::size_t k = 0; k < until; ++k)
    if (said.is(k, {"council", "trust", "home", "company", "school", "prison", "force", "department", "agency", "ministry", "provider", "service", "airline", "authority", "operator", "hospital", "college", "ministers", "minister", "government", "warden", "governor", "police", "railway", "airport", "port", "county", "city", "jail", "clinic", "charity", "university", "firm", "owner", "owners", "operators", "registrant", "licensee", "bureau", "state"})) return true;
  return false;
}

// "dismayed the inspectors", "so troubled us"
bool moves_looker(const Said& said, std::size_t verb) {
  for (std::size_t k = verb + 1; k < verb + 4; ++k)
    if (said.is(k, Role::looker) || said.is(k, {"us"})) return true;
  return false;
}

bool finite(const Said& said, std::size_t i) {
  return said.is(i, {"has", "have", "had", "is", "are", "was", "were", "remain", "remains", "remained", "continue", "continues", "continued", "persist", "persists", "still", "now", "do", "does", "did", "hasn't", "haven't", "hadn't", "isn't", "aren't", "wasn't", "weren't", "opened", "reopened", "began", "came", "stand", "stands", "hold", "holds"});
}

// Where the words end that belong to a relative clause or an "as we asked" with its verb at `verb`.
std::size_t aside_end(const Reading& reading, const Said& said, std::size_t verb, bool commas) {
  std::size_t k = verb + 1;
  bool infinitive = false;
  for (; k < said.words.size(); ++k) {
    const std::string_view gap = gap_behind(reading, said, k - 1);
    if (breaks(gap) || gap.find(',') != std::string_view::npos || gap.find(')') != std::string_view::npos) return k;
    infinitive = infinitive || said.is(k, {"to", "should"});
    if (!commas && k > verb + 1 && finite(said, k) && !(infinitive && said.is(k, {"do", "have"})) && !(said.is(k, {"had", "was", "were", "is", "are"}) && said.is(k - 1, {"it", "they", "which", "what", "that"}))) return k;
    if (clause_word(said, k)) return k;
  }
  return k;
}

// Where what is told as the sentence's own clause ends: at "but", a semicolon, ", and it …", or the comma of a clause in front.
std::size_t clause_end(const Reading& reading, const Said& said, std::size_t verb, bool in_front) {
  for (std::size_t k = verb + 1; k < said.words.size(); ++k) {
    const std::string_view gap = gap_behind(reading, said, k - 1);
    if (breaks(gap)) return k;
    const bool comma = gap.find(',') != std::string_view::npos;
    if (comma && in_front) return k;
    if (clause_word(said, k) && !said.is(k + 1, {"only", "not", "also"})) return k;
    if (comma && said.is(k, {"and"}) && said.is(k + 1, {"this", "these", "it", "they", "there", "none", "nothing", "now", "we", "still"})) return k;
    if (comma && said.is(k, {"none", "nothing", "this", "these"})) return k;
  }
  return said.words.size();
}

// "this", "it", "the matter": what stood in the sentence before
bool pronoun_object(const Said& said, std::size_t verb) {
  for (std::size_t k = verb + 1; k < verb + 4 && k < said.words.size(); ++k) {
    if (said.is(k, {"this", "it", "these", "them", "that"}) && (k + 1 >= said.words.size() || !said.joined(k) || said.is(k + 1, {"in", "at", "to", "with", "as", "last", "on", "before", "previously", "point", "issue", "matter", "problem", "practice", "concern", "several", "twice", "and", "every", "each", "during", "up", "when", "since"}))) return true;
    if (said.is(k, {"the"}) && said.is(k + 1, {"matter", "point", "issue", "problem", "subject"}) && !said.is(k + 2, {"of", "that"})) return true;
    if (!said.is(k, {"about", "to", "of", "for", "attention", "on", "concern", "concerns"})) break;
  }
  return false;
}

bool not_told(const Said& said, std::size_t verb) {
  return verb > 0 && said.is(verb - 1, {"to", "be", "being", "will", "should", "must", "would", "can", "could", "may", "is", "are", "not", "never"});
}

bool wants(const Said& said, std::size_t verb) {
  if (said.is(verb, {"called"})) return said.is(verb + 1, {"for", "on", "upon"}) || said.is(verb + 2, {"for"});
  if (said.is(verb, {"set"})) return said.is(verb + 2, Role::number) || said.is(verb + 3, Role::number) || said.is(verb + 1, {"out"});
  return true;
}

// "said that staff must be trained": a duty behind the verb of saying
bool duty_behind(const Said& said, std::size_t verb) {
  for (std::size_t k = verb + 1; k < verb + 12; ++k) {
    if (said.is(k, {"should", "must", "needed", "ought"}) || (said.is(k, {"had"}) && said.is(k + 1, {"to"}))) return true;
    if (said.is(k, {"but"})) return false;
  }
  return false;
}

// "was judged good overall"
bool judged_good(const StatusWords& lists, const Said& said, std::size_t verb) {
  for (std::size_t k = verb + 1; k < verb + 5 && k < said.words.size() && said.joined(k - 1); ++k) {
    if (said.is(k, Role::negation) || said.is(k, {"no", "that"})) return false;
    if (lists.state(said.words[k].text) == "good" || said.is(k, {"strengths", "progress", "improvement", "improvements", "positively", "favourably", "favorably", "approvingly"})) return true;
  }
  return false;
}

// "as at our previous visit", "in line with the Branch's recommendation", "contrary to our earlier findings"
std::optional<Then> by_phrase(const Reading& reading, const Said& said) {
  for (std::size_t i = 0; i + 3 < said.words.size(); ++i) {
    const bool as_then = said.is(i, {"as"}) && said.is(i + 1, {"at", "in", "during", "on", "with"}) && !(i > 0 && said.joined(i - 1) && !said.is(i - 1, {"just", "again", "exactly", "and", "but"}));
    const bool contrary = said.is(i, {"contrary"}) && said.is(i + 1, {"to"});
    if (!as_then && !contrary) continue;
    Then then;
    then.first = i;
    then.aside = true;
    bool look = false, before = false;
    std::size_t k = i + 2;
    for (; k < said.words.size() && k < i + 14; ++k) {
      look = look || said.is(k, Role::look) || said.is(k, Role::looker);
      before = before || (said.is(k, Role::earlier) && !said.is(k, {"by", "full", "recent"})) || said.is(k, {"time"});
      then.asked = then.asked || said.is(k, Role::demand) || said.is(k, {"recommendation", "recommendations", "advice", "requirements"});
      const std::string_view gap = gap_behind(reading, said, k);
      if (gap.find(',') != std::string_view::npos || breaks(gap)) { ++k; break; }
    }
    if (!look || !before) continue;
    then.last = k;
    then.contrary = contrary;
    then.likewise = as_then;
    return then;
  }
  return std::nullopt;
}

// "When we last visited, the school had no library": a look in front, and what was found
std::optional<Then> by_time(const Reading& reading, const Said& said) {
  std::size_t comma = said.words.size();
  for (std::size_t k = 2; k + 1 < said.words.size() && k < 14; ++k)
    if (gap_behind(reading, said, k).find(',') != std::string_view::npos) { comma = k; break; }
  if (comma + 3 > said.words.size()) return std::nullopt;
  bool look = false;
  const bool when = said.is(0, {"when"}) && (said.is(1, Role::looker)) && !said.is(1, {"board"});
  for (std::size_t k = 0; k <= comma; ++k) look = look || said.is(k, Role::look) || (when && said.is(k, {"visited", "inspected", "came", "looked", "reported", "audited", "examined", "called", "were", "went", "checked", "tested", "wrote", "reviewed"}));
  if (!look || !says_when(said, 0, comma + 1) || !(when || said.is(0, {"at", "during", "on", "in"}) || (said.is(0, {"the"}) && said.is(1, {"last"}) && said.is(2, {"time"})))) return std::nullopt;
  if (said.is(1, {"this"})) return std::nullopt;
  std::size_t had = comma + 1;
  while (had < said.words.size() && !said.is(had, {"was", "were", "had", "did", "found", "could", "wasn't", "weren't", "didn't"})) ++had;
  if (had >= said.words.size()) return std::nullopt;
  Then then;
  then.first = 0;
  then.last = clause_end(reading, said, had, false);
  // what was good then was not asked for
  Stance was;
  read_stance(reading.lexicon.status_words(), said, comma + 1, then.last, false, was);
  if (!was.bad && !was.lasting && !was.part) return std::nullopt;
  then.whole = then.last >= said.words.size();
  return then;
}

std::optional<Then> by_verb(const Reading& reading, const Said& said) {
  for (std::size_t i = 1; i < said.words.size(); ++i) {
    bool asked = said.is(i, Role::demand) && wants(said, i);
    const bool found = said.is(i, Role::fault), moved = said.is(i, Role::moved);
    if (!asked && !found && !moved) continue;
    if (not_told(said, i) || (!asked && said.is(i, {"called", "found", "saw", "set"}) && said.is(i + 1, {"at", "in", "on", "out", "off", "by", "round", "themselves", "themself"}))) continue;
    if (!asked && said.is(i, {"said", "stated", "found", "concluded", "ruled", "held"})) asked = duty_behind(said, i);
    else if (found && asked && said.is(i, {"called"})) asked = said.is(i + 1, {"for", "on", "upon"});
    // "the guards called for in the bulletin of 2012", "the fence demanded by the coroner"
    if (asked && !said.is(i, {"required", "suggested", "proposed", "expected", "set", "told"}) && said.joined(i - 1) && noun_like(said, i - 1)) {
      std::size_t in = i + 1;
      if (said.is(in, {"for", "on", "upon"})) ++in;
      if (said.is(in, {"in", "by", "at", "under", "after", "following"})) {
        bool paper = false;
        std::size_t k = in + 1;
        for (; k < in + 7 && k < said.words.size() && said.joined(k - 1) && !paper; ++k) paper = said.is(k, Role::look) || (said.is(k, Role::looker) && !said.is(k, {"we", "i", "board", "committee", "office", "court", "parliament"})) || said.is(k, {"bulletin", "directive", "letter", "notice", "circular", "decree", "order", "rule", "recommendation", "recommendations", "findings"});
        if (paper) {
          Then then;
          then.asked = then.aside = true;
          then.first = i;
          then.last = aside_end(reading, said, k - 1, false);
          return then;
        }
      }
    }
    const bool passive = said.is(i - 1, {"was", "were"}) || (said.is(i - 1, {"been", "also", "first", "then"}) && i > 1 && said.is(i - 2, {"had", "was", "were", "has", "have"}));
    std::size_t looker = looker_before(said, i);
    const bool strong = looker < said.words.size() && stands_apart(said, looker);
    bool ok = looker < said.words.size() && (dated(said, i) || (strong && !said.is(i, {"found", "said", "heard", "noted", "reported", "saw", "stated"})));
    // "inspectors have asked": now, unless it says when
    if (ok && said.is(i - 1, {"has", "have"}) && !dated(said, i)) ok = false;
    if (moved && moves_looker(said, i)) { ok = dated(said, i); looker = i; }
    bool by_looker = false;
    if (passive && said.is(i + 1, {"by", "at", "in", "during", "following", "after"}))
      for (std::size_t k = i + 2; k < i + 10 && !by_looker; ++k) by_looker = said.is(k, Role::look) || (said.is(k, Role::looker) && !said.is(k, {"i", "board", "we", "office", "experts", "court"}));
    bool negated = false;
    for (std::size_t k = i > 4 ? i - 4 : 0; k < i; ++k) negated = negated || said.is(k, Role::negation) || said.is(k, {"none", "no", "i", "we", "she", "he"});
    if (!ok && passive && !negated) {
      const bool to = said.is(i + 1, {"to"}) || said.is(i + 3, {"to"}) || (said.is(i + 1, {"in", "at", "last", "by", "during", "as"}) && !said.is(i + 2, {"mr", "ms", "mrs", "dr"}));
      ok = said.is(i, Role::demand) ? to && (said.is(i + 1, {"by"}) ? by_looker : dated(said, i) || (said.is(i, {"asked", "told", "ordered", "required", "urged", "instructed", "warned"}) && names_a_body(said, i))) : by_looker && dated(said, i);
      if (ok) looker = said.words.size();
    }
    if (ok && asked && asks_for_words(said, i)) ok = false;
    if (ok && said.is(i, {"proposed", "suggested", "expected", "set", "said"}) && looker < said.words.size() && initials(said.words[looker].text)) ok = false;
    if (!ok) continue;
    if (!asked && judged_good(reading.lexicon.status_words(), said, i)) continue;
    Then then;
    then.asked = asked;
    const std::size_t begin = looker < said.words.size() && looker != i ? phrase_begin(said, looker) : i;
    const bool lead = begin == 0 || !said.joined(begin - 1);
    // "as we asked", "what we recommended", "which we called squalid"
    std::size_t head = begin;
    if (looker == i)
      while (head > 0 && said.is(head - 1, {"so", "had", "have", "has", "most"})) --head;
    const bool as = head > 0 && said.is(head - 1, {"as", "than", "what"});
    const bool which = head > 0 && said.is(head - 1, {"that", "which", "whom"});
    const bool subject = said.is(begin, {"we", "the", "our", "a", "an", "its"}) || (looker < said.words.size() && begin == looker && said.is(looker, {"inspectors", "auditors", "investigators", "coroners", "reviewers", "regulators", "assessors", "evaluators", "examiners", "ombudsmen", "surveyors"}));
    const bool bare = !as && !which && !lead && subject && looker < said.words.size() && begin > 0 && noun_like(said, begin - 1) && said.joined(begin - 1);
    if (as || which || bare) {
      then.aside = true;
      then.first = as || which ? head - 1 : head;
      if (then.first > 0 && said.is(then.first - 1, {"of", "just", "about", "for", "on", "to"})) --then.first;
      if (then.first > 1 && said.is(then.first, {"to"}) && said.is(then.first - 1, {"contrary"})) { --then.first; then.contrary = true; }
      then.last = aside_end(reading, said, i, then.first > 0 && !said.joined(then.first - 1) && which);
      return then;
    }
    // "as it was told to in 2020", "as had been recommended"
    if (passive) {
      std::size_t k = i;
      while (k > 0 && said.is(k - 1, {"was", "were", "been", "had", "it", "they", "he", "she", "has", "have", "also", "first", "previously", "originally"})) --k;
      if (k > 0 && k < i && said.is(k - 1, {"as", "than", "what"})) {
        then.aside = true;
        then.first = k - 1;
        if (then.first > 0 && said.is(then.first - 1, {"to", "just", "of"})) --then.first;
        if (then.first > 0 && said.is(then.first - 1, {"contrary"})) { --then.first; then.contrary = true; }
        then.last = aside_end(reading, said, i, false);
        return then;
      }
    }
    // "criticised at the last inspection" behind its noun
    if (looker >= said.words.size() && !passive) continue;
    const bool front = said.is(0, {"although", "though", "while", "whilst", "despite", "since", "after", "when"}) || (said.is(0, Role::number) && said.is(2, {"after", "since"})) || (said.is(0, {"a", "an"}) && said.is(2, {"after", "since"})) || (said.is(1, {"years", "months"}) && said.is(2, {"after", "since"}));
    then.first = 0;
    then.points_back = pronoun_object(said, i) || (passive && said.is(0, {"this", "these", "it", "both"}));
    then.last = clause_end(reading, said, i, front);
    then.whole = then.last >= said.words.size();
    return then;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Then> then_in(const Reading& reading, const Said& said) {
  if (said.words.size() < 5) return std::nullopt;
  if (auto then = by_phrase(reading, said)) return then;
  if (auto then = by_time(reading, said)) return then;
  return by_verb(reading, said);
}

}  // namespace muster::facts
