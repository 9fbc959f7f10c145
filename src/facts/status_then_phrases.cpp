// Clauses that tell of an earlier look by a phrase ("as at our previous visit") or a time ("when we last visited").
#include "facts/status_then.hpp"

namespace muster::facts {

namespace {

// A name within the words [first, last): "the Branch's recommendation"
bool capital(const Said& said, std::size_t first, std::size_t last) {
  for (std::size_t k = first + 1; k < last && k < said.words.size(); ++k)
    if (said.words[k].text.front() >= 'A' && said.words[k].text.front() <= 'Z') return true;
  return false;
}

// "as at our previous visit", "in line with the Branch's recommendation", "contrary to our earlier findings", "thanks
// to the inquiry"
std::optional<Then> by_phrase(const Reading& reading, const Said& said) {
  for (std::size_t i = 0; i + 3 < said.words.size(); ++i) {
    const bool as_then = said.is(i, {"as"}) && said.is(i + 1, {"at", "in", "during", "on", "with"}) &&
                         !(i > 0 && said.joined(i - 1) && !said.is(i - 1, {"just", "again", "exactly", "and", "but"}));
    const bool contrary = (said.is(i, {"contrary"}) && said.is(i + 1, {"to"})) ||
                          (said.is(i, {"unlike"}) && said.is(i + 1, {"at", "on", "in", "during"}));
    const bool despite = said.is(i, {"despite", "notwithstanding"}) ||
                         (said.is(i, {"in"}) && said.is(i + 1, {"spite"}) && said.is(i + 2, {"of"}));
    const bool in_line =
        (said.is(i, {"in"}) && said.is(i + 1, {"line", "accordance", "keeping"}) && said.is(i + 2, {"with"})) ||
        (said.is(i, {"in"}) && said.is(i + 1, {"response", "answer"}) && said.is(i + 2, {"to"}) && i > 3) ||
        (said.is(i, {"on", "at", "upon"}) && said.is(i + 1, {"the"}) &&
         said.is(i + 2, {"advice", "recommendation", "insistence", "urging"}) && said.is(i + 3, {"of"}));
    // "Five months after the regulator's deadline the firm has yet to"
    if (said.is(i, WordKind::span_of_time) && said.is(i + 1, {"after", "since"})) {
      std::size_t k = i + 2;
      bool who = false;
      for (; k < i + 8 && !who; ++k) who = said.is(k, Role::looker) || said.is(k, Role::look);
      if (who && (said.is(k, {WordKind::order_noun, WordKind::advice_noun}) ||
                  said.is(k, {"request", "call", "calls", "notice"}))) {
        Then then;
        then.asked = then.aside = then.in_vain = true;
        then.first = i;
        then.last = k + 1;
        return then;
      }
    }
    // "Nobody has cleaned the drains, seven years after the state said to"
    if (said.is(i, WordKind::span_of_time) && said.is(i + 1, {"after", "since"}) && i > 2)
      for (std::size_t verb = i + 3; verb < i + 8 && verb < said.words.size() && said.joined(verb - 1); ++verb) {
        if (!said.is(verb, Role::demand) && !said.is(verb, {"said"})) continue;
        const bool ends = verb + 2 >= said.words.size() || !said.joined(verb) || !said.joined(verb + 1);
        if (!ends || !(said.is(verb + 1, {"to", "it", "that", "so", "them"}) || verb + 1 >= said.words.size())) break;
        Then then;
        then.asked = then.aside = true;
        then.first = i > 0 && said.is(i - 1, Role::number) ? i - 1 : i;
        then.last = std::min(verb + 2, said.words.size());
        return then;
      }
    // ", another of the panel's requirements, was appointed", ", the subject of a recommendation, are now switched on"
    if (i > 1 && !said.joined(i - 1) &&
        ((said.is(i, {"another", "one", "two", "both"}) && said.is(i + 1, {"of"})) ||
         (said.is(i, {"the"}) && said.is(i + 1, {"subject"}) && said.is(i + 2, {"of"}))))
      for (std::size_t noun = i + 2; noun < i + 9 && noun + 1 < said.words.size(); ++noun) {
        if (!said.joined(noun - 1) || said.is(noun, Role::auxiliary)) break;
        if (!(said.is(noun, {WordKind::request_word, WordKind::asking_noun}) ||
              said.is(noun, {"proposals", "proposal", "suggestions", "demands", "conditions", "calls"})) ||
            said.is(noun, {"action", "actions"}))
          continue;
        Then then;
        then.aside = then.asked = true;
        then.first = i;
        for (then.last = noun + 1; then.last < said.words.size() && said.joined(then.last - 1); ++then.last) {}
        return then;
      }
    // ", a requirement of the last registration visit": what it was then
    if (i > 1 && !said.joined(i - 1) && said.is(i, {"a", "an", "another", "one"})) {
      std::size_t noun = i + 1;
      while (noun < i + 4 && !said.is(noun, WordKind::finding_noun)) ++noun;
      if (noun < i + 4 && said.is(noun + 1, {"of", "from", "at", "in", "made", "raised", "identified", "set", "by",
                                             "noted", "flagged", "highlighted", "criticised", "criticized", "listed",
                                             "recommended", "recorded", "picked"})) {
        std::size_t k = noun + 2;
        bool who = false;
        for (; k < said.words.size() && k < noun + 12; ++k) {
          who = who || said.is(k, Role::look) || (said.is(k, Role::looker) && !said.is(k, {"we", "i", "board"}));
          if (k + 1 >= said.words.size() || !said.joined(k)) {
            ++k;
            break;
          }
        }
        if (who && says_when(said, noun, k)) {
          Then then;
          then.aside = true;
          then.asked = said.is(noun, WordKind::asking_noun);
          then.first = i;
          then.last = k;
          return then;
        }
      }
    }
    // "as rushed as it was when we last inspected", "just as they did at our last visit", ", which had not been so on
    // our previous visit"
    if (i > 1 && said.is(i, {"when", "at", "on", "during", "in"}) &&
        (said.is(i, {"when"})
             ? said.is(i + 1, Role::looker) && (said.is(i + 2, {"last", "first", "previously"}) ||
                                                (said.is(i + 2, WordKind::visit_verb) && says_when(said, i, i + 6)))
             : said.is(i + 1, {"our", "the", "its"}) && says_when(said, i, i + 7) &&
                   (said.is(i + 2, Role::look) || said.is(i + 3, Role::look) || said.is(i + 4, Role::look) ||
                    (said.is(i + 2, {"time"}) && (said.is(i + 5, Role::look) || said.is(i + 6, Role::look)))))) {
      std::size_t k = i;
      bool not_so = false;
      while (k > 0 && k + 6 > i && said.joined(k - 1) &&
             (said.is(k - 1, {"it", "they", "he", "she", "was", "were", "did", "do", "doing", "have", "had", "been",
                              "so", "the", "case", "true", "done"}) ||
              said.is(k - 1, Role::negation))) {
        --k;
        not_so = not_so || said.is(k, Role::negation);
      }
      const bool as = k > 0 && k < i && said.is(k - 1, {"as", "than"}),
                 which = k > 1 && k < i && said.is(k - 1, {"which", "something"});
      if (as || which) {
        Then then;
        then.aside = true;
        then.likewise = as && said.is(k - 1, {"as"});
        then.contrary = which && not_so;
        then.first = k - 1;
        then.last = said.words.size();
        for (std::size_t w = i; w + 1 < said.words.size(); ++w)
          if (gap_behind(reading, said, w).find(',') != std::string_view::npos ||
              breaks(gap_behind(reading, said, w))) {
            then.last = w + 1;
            break;
          }
        return then;
      }
    }
    // "After two critical reports, the pool is still shut"
    if (said.is(i, {"after", "since", "following", "despite"}))
      for (std::size_t k = i + 1; k < i + 6; ++k)
        if (said.is(k, WordKind::harsh_adjective) && (said.is(k + 1, Role::look) || said.is(k + 2, Role::look))) {
          Then then;
          then.aside = true;
          then.first = i;
          then.last = k + (said.is(k + 1, Role::look) ? 2 : 3);
          while (then.last < said.words.size() && said.joined(then.last - 1) &&
                 (said.is(then.last, {"in", "of", "by", "from", "last", "year", "month", "the", "on", "into"}) ||
                  a_year(said, then.last) || said.is(then.last, Role::look) || said.is(then.last, Role::looker)))
            ++then.last;
          return then;
        }
    // "the pool that failed its inspection in May"
    if (said.is(i, {"failed"}) && i > 1 && said.is(i - 1, {"that", "which"}) &&
        said.is(i + 1, {"its", "an", "the", "a"}) &&
        (said.is(i + 2, Role::look) || said.is(i + 3, Role::look) || said.is(i + 2, {"test"}))) {
      Then then;
      then.aside = true;
      then.first = i - 1;
      then.last = i + (said.is(i + 2, Role::look) || said.is(i + 2, {"test"}) ? 3 : 4);
      while (then.last < said.words.size() &&
             (said.is(then.last, {"in", "last", "year", "month", "on"}) || a_year(said, then.last) ||
              (said.is(then.last - 1, {"in", "last"}) && said.words[then.last].text.front() >= 'A' &&
               said.words[then.last].text.front() <= 'Z')))
        ++then.last;
      return then;
    }
    // ", whereas at our last visit some had waited a month"
    if (i > 2 && said.is(i, {"whereas", "when", "while"}) && !said.joined(i - 1) &&
        said.is(i + 1, {"at", "on", "in", "during"}) && says_when(said, i + 1, i + 6)) {
      bool who = false;
      for (std::size_t k = i + 2; k < i + 7 && !who; ++k) who = said.is(k, Role::look);
      if (who) {
        Then then;
        then.aside = true;
        then.first = i;
        then.last = said.words.size();
        return then;
      }
    }
    // "Books, seldom marked at the time of the last inspection, are now"
    if (i > 0 && !said.joined(i - 1) && gap_behind(reading, said, i - 1) == ", ") {
      std::size_t k = i;
      bool look = false, bad = false, verb = false;
      for (; k < said.words.size() && k < i + 14; ++k) {
        look = look || said.is(k, Role::look);
        bad = bad || reading.lexicon.status_words().state(said.words[k].text) == "bad" || said.is(k, Role::negation) ||
              said.is(k, {"no", "without", "seldom", "rarely"});
        verb = verb ||
               said.is(k, {"is", "are", "was", "were", "has", "have", "had", "and", "but", "which", "who", "that"});
        if (!said.joined(k)) {
          ++k;
          break;
        }
      }
      if (look && bad && !verb && k < said.words.size() && gap_behind(reading, said, k - 1) == ", " &&
          says_when(said, i, k) &&
          said.is(k, {"is", "are", "was", "were", "has", "have", "had", "now", "still", "remain", "remains"})) {
        Then then;
        then.aside = true;
        then.first = i;
        then.last = k;
        return then;
      }
    }
    // "since the ombudsman's ruling", "within a year of the regulator's order"
    if (said.is(i, {"since", "after", "of", "following"}) && said.is(i + 1, {"the", "our", "a", "an"}) &&
        (!said.is(i, {"of"}) || (i > 2 && (said.is(i - 3, {"within", "in"}) || said.is(i - 2, {"within", "in"}))))) {
      std::size_t k = i + 2;
      bool who = false;
      for (; k < i + 6 && !who; ++k) who = said.is(k, Role::looker) || said.is(k, Role::look);
      if (who && k < said.words.size() && said.words[k - 1].text.size() > 2 &&
          (said.words[k - 1].text.back() == 's' || said.words[k - 1].text.back() == '\'') &&
          said.is(k, WordKind::order_noun)) {
        Then then;
        then.asked = then.aside = true;
        then.first = said.is(i, {"of"}) ? (said.is(i - 3, {"within", "in"}) ? i - 3 : i - 2) : i;
        then.last = k + 1;
        return then;
      }
    }
    // "stung by the criticism in the last report": what it made them do
    const bool spurred = (said.is(i, {"mindful", "conscious"}) && said.is(i + 1, {"of"})) ||
                         (said.is(i, WordKind::spurred_by) && (said.is(i + 1, {"by"}) || said.is(i + 2, {"by"}))) ||
                         (said.is(i, {"responding", "reacting"}) && said.is(i + 1, {"to"})) ||
                         (said.is(i, {"acting"}) && said.is(i + 1, {"on"}));
    const bool thanks = said.is(i, {"thanks"}) && said.is(i + 1, {"to"});
    if (!as_then && !contrary && !despite && !in_line && !thanks && !spurred) continue;
    Then then;
    then.first = i;
    then.aside = true;
    then.contrary = contrary;
    then.likewise = as_then;
    then.in_vain = despite;
    then.granted = in_line || thanks;
    // "despite our raising this last time"
    const bool ours = despite && said.is(i + 1, {"our", "us", "my"});
    bool look = ours, before = false, request = false;
    std::size_t k = i + 1;
    for (; k < said.words.size() && k < i + 16; ++k) {
      look = look || said.is(k, Role::look) || said.is(k, Role::looker);
      before = before || (said.is(k, Role::earlier) && !said.is(k, {"by", "full", "recent"})) ||
               said.is(k, WordKind::repeated_adjective) || said.is(k, Role::number);
      request = request || said.is(k, Role::demand) || said.is(k, WordKind::prompting_noun) ||
                (ours && said.is(k, WordKind::raising_ing)) ||
                (despite && look && said.is(k - 1, {"had", "have", "that", "which"}) &&
                 (said.is(k, Role::raised) || said.is(k, {"indicated", "shown", "suggested"})));
      then.asked = then.asked || said.is(k, Role::demand) || said.is(k, WordKind::advice_noun);
      const std::string_view gap = gap_behind(reading, said, k);
      if (gap.find(',') != std::string_view::npos || breaks(gap)) {
        ++k;
        break;
      }
    }
    then.last = k;
    if (as_then    ? look && before
        : contrary ? (look || request) && before
        : despite  ? request && ((before && !said.is(k > 1 ? k - 1 : 0, {"findings", "finding"})) || look)
        : in_line
            ? request && (before || !said.is(i + 1, {"response", "answer"}) || said.is(i + 3, {"our"})) &&
                  !said.is(k > 1 ? k - 1 : 0, {"requirements", "requirement"}) && (look || capital(said, i + 1, k))
        : spurred ? request && look && before
                  : look) {
      then.asked = then.asked || in_line || thanks || despite || spurred;
      return then;
    }
  }
  return std::nullopt;
}

// "When we last visited, the school had no library": a look in front, and what was found
std::optional<Then> by_time(const Reading& reading, const Said& said) {
  std::size_t comma = said.words.size();
  for (std::size_t k = 2; k + 1 < said.words.size() && k < 14; ++k)
    if (gap_behind(reading, said, k).find(',') != std::string_view::npos) {
      comma = k;
      break;
    }
  if (comma + 3 > said.words.size()) return std::nullopt;
  bool look = false;
  const bool when = said.is(0, {"when"}) && (said.is(1, Role::looker)) && !said.is(1, {"board"});
  for (std::size_t k = 0; k <= comma; ++k)
    look = look || said.is(k, Role::look) || (when && (said.is(k, WordKind::visit_verb) || said.is(k, {"were"})));
  if (!look || !says_when(said, 0, comma + 1) ||
      !(when || said.is(0, {"at", "during", "on", "in"}) ||
        (said.is(0, {"the"}) && said.is(1, {"last"}) && said.is(2, {"time"}))))
    return std::nullopt;
  if (said.is(1, {"this"})) return std::nullopt;
  std::size_t had = comma + 1;
  while (had < said.words.size() &&
         !said.is(had, {"was", "were", "had", "did", "found", "could", "wasn't", "weren't", "didn't"}))
    ++had;
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

}   // namespace

std::optional<Then> then_by_phrase(const Reading& reading, const Said& said) {
  if (auto then = by_phrase(reading, said)) return then;
  return by_time(reading, said);
}

}   // namespace muster::facts
