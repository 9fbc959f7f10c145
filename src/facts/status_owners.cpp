// Whose a request is: an inspector's, by its owner, by what left it or by who was told; or people's own.
#include "facts/status_owners.hpp"

#include <algorithm>

namespace muster::facts {
namespace {

// "the Inspector of Mines's", "the chief adviser on flood's": an office that a longer name ends
bool office(const Said& said, std::size_t k) {
  for (std::size_t i = k, steps = 0; i-- > 0 && steps < 4 && said.joined(i); ++steps) {
    if (said.is(i, {"of", "for"}))
      return i > 0 && (said.is(i - 1, Role::looker) || said.is(i - 1, Role::look)) &&
             !said.is(i - 1, WordKind::look_before_owner);
    if (said.words[i].text.front() >= 'a' && said.words[i].text.front() <= 'z' && !said.is(i, {"and"})) return false;
  }
  return false;
}

// "Mr Justice Hall's", "Dame Mary Orr's": one who is asked to judge
bool titled(const Said& said, std::size_t k) {
  for (std::size_t i = k, steps = 0; i-- > 0 && steps < 3 && said.joined(i); ++steps) {
    if (said.is(i, WordKind::judge_title))
      return said.words[i].text.front() >= 'A' && said.words[i].text.front() <= 'Z';
    if (said.words[i].text.front() < 'A' || said.words[i].text.front() > 'Z') return false;
  }
  return false;
}

}   // namespace

// "the regulator's requirements", "the previous requirement": whose or when says that it was asked for.
bool whose(const Said& said, std::size_t noun) {
  for (std::size_t k = noun, steps = 0; k-- > 0 && steps < 3; ++steps) {
    const std::string_view w = said.words[k].text;
    if (said.is(k, {"previous", "earlier", "prior"})) return steps == 0;
    if (said.is(k, {"year's", "month's"}) && k > 0 && said.is(k - 1, {"last", "previous"})) return true;
    if (w.size() > 2 && (w.back() == '\'' || w.substr(w.size() - 2) == "'s"))
      return said.is(k, Role::look) || said.is(k, Role::looker) || office(said, k) || is_any(w, {"authority's"}) ||
             (is_any(w, {"general's"}) && said.is(k - 1, {"auditor", "inspector", "comptroller"})) || titled(said, k);
    if (said.is(k, {"of", "the", "a", "to", "in", "on"})) return false;
  }
  return false;
}

// "The CAG said its warnings …": the words are theirs
bool their_own_words(const Said& said, std::size_t noun) {
  // "… failed to act on warnings about its doors, the regulator said"
  if (said.is(noun, {"warnings", "warning", "criticism", "criticisms"}))
    for (std::size_t k = said.words.size() > 5 ? said.words.size() - 5 : 0; k + 1 < said.words.size(); ++k)
      if ((said.is(k, {"said", "says"}) &&
           (said.is(k + 1, {"inspectors", "auditors"}) || said.is(k + 2, Role::looker))) ||
          (said.is(k, Role::looker) && said.is(k + 1, {"said", "says"}) && k > 0 && said.is(k - 1, {"the"})))
        return true;
  if (noun > 1 && said.is(noun - 1, {"earlier", "previous", "prior", "last"}) && said.is(noun - 2, {"our"}))
    return true;
  while (noun > 1 && said.is(noun - 1, Role::number) && !a_year(said, noun - 1)) --noun;   // "his six concerns"
  if (noun == 0 || !said.is(noun - 1, {"its", "their", "his", "her", "earlier", "previous", "repeated", "our"}))
    return false;
  if (said.is(noun - 1, {"our"})) return said.is(noun, WordKind::criticism_noun);
  // "The regulator lifted the ban after finding that its concerns …"
  if (said.is(noun, {"concerns", "warnings", "demands", "criticisms"}))
    for (std::size_t k = 0; k + 1 < noun && k < 4; ++k)
      if ((said.is(k, WordKind::sure_looker) || said.is(k, {"inspectors", "auditor"}))) return true;
  for (std::size_t k = 0; k + 1 < noun && k < 6; ++k)
    if ((said.is(k + 1, WordKind::finding_verb) || said.is(k + 1, {"says", "regretted", "lamented"})) &&
        (said.is(k, Role::looker) || said.is(k, Role::look) ||
         (said.words[k].text.size() > 1 && said.words[k].text.size() < 8 &&
          std::all_of(said.words[k].text.begin(), said.words[k].text.end(),
                      [](char c) { return c >= 'A' && c <= 'Z'; }))))
      return true;
  return false;
}

// "findings from the prior audit", "requirements of the previous inspection"
bool left_by(const Said& said, std::size_t next) {
  if (said.is(next, {"learnt", "learned"})) ++next;   // "lessons learnt from the 2014 audits"
  if (said.is(next, {"pointed"}) && said.is(next + 1, {"out"}))
    next += 2;   // "shortcomings pointed out by the auditor"
  if (said.is(next, {"that", "which"}) && said.is(next + 1, WordKind::arising_verb))
    return left_by(said, next + 1) || said.is(next + 1, {"followed"});
  if ((said.is(next, WordKind::found_verb) || said.is(next, {"agreed", "generated"})) &&
      !(said.is(next + 1, {"by"}) && (said.is(next + 2, {"inspectors"}) || said.is(next + 3, {"inspectors"}))))
    ++next;
  if (said.is(next, WordKind::drawn_up)) next += said.is(next + 1, {"up"}) ? 2 : 1;
  if (said.is(next, {"as"}) && said.is(next + 1, {"a"}) && said.is(next + 2, {"result"}) && said.is(next + 3, {"of"}))
    next += 3;
  if ((said.is(next, WordKind::arising_verb) ||
       said.is(next, {"made", "set", "issued", "included", "contained", "listed", "reported", "noted"})))
    ++next;
  if (said.is(next, {"in"}) && said.is(next + 1, {"relation"}) && said.is(next + 2, {"to"})) next += 2;
  else if (!said.is(next, {"from", "of", "at", "in", "after", "following", "by", "through"})) return false;
  for (std::size_t k = next + 1; k < said.words.size() && k < next + 8; ++k) {
    if (said.is(k, WordKind::ruling_noun) &&
        (said.is(k - 1, {"our", "my"}) || (said.is(k - 1, Role::earlier) && said.is(k - 2, {"our", "my"}))))
      return true;
    if (said.is(k, Role::look)) return !said.is(k - 1, {"this"});
    // "the previous fire risk assessment"
    if (said.is(k, {"assessment", "exercise", "appraisal"}))
      for (std::size_t b = next; b < k; ++b)
        if (said.is(b, {"previous", "last", "earlier"})) return true;
    if (said.is(k, Role::auxiliary) || said.is(k, {"since", "for"})) return false;
  }
  return false;
}

bool of_a_dated_paper(const Said& said, std::size_t next) {
  if (!said.is(next, {"in", "of", "from"}) || !said.is(next + 1, {"my", "our", "the", "its"})) return false;
  for (std::size_t k = next + 2; k < next + 8 && k < said.words.size() && said.joined(k - 1); ++k)
    if (a_year(said, k)) return true;
  return false;
}

// "actions relating to fire safety from the previous report"
bool from_a_look(const Said& said, std::size_t next) {
  for (std::size_t k = next; k < next + 8; ++k) {
    if (said.is(k, Role::auxiliary)) return false;
    if (said.is(k, {"from"})) return left_by(said, k);
  }
  return false;
}

bool left_by_one(const Said& said, std::size_t next) {
  if (!left_by(said, next)) return false;
  if (said.is(next, {"learnt", "learned"})) ++next;
  for (std::size_t k = next + 1; k < said.words.size() && k < next + 8; ++k)
    if (said.is(k, Role::look))
      return said.words[k].text.back() != 's' ||
             (said.is(next + 1, {"local", "these", "those", "recent", "two", "three", "previous"}) &&
              said.is(k, {"reviews"})) ||
             (said.is(next + 1, {"the"}) && a_year(said, next + 2));   // named ones
  return false;
}

// "We asked the school to make three improvements": a number of things that someone was told to do.
bool told_to(const Said& said, std::size_t i) {
  if (i < 3 || !(said.is(i - 1, Role::number) || said.is(i - 1, {"these", "several"}))) return false;
  bool to = false;
  for (std::size_t k = i - 1, steps = 0; k-- > 0 && steps < 9; ++steps) {
    to = to || said.is(k, {"to", "gave", "set"});
    if (to && (said.is(k, WordKind::tells_somebody) || said.is(k, {"gave", "set"})))
      return k > 0 && !said.is(k - 1, {"has", "have", "is", "are"});
  }
  return false;
}

// "the improvements sought by the coroner"
bool asked_by(const Said& said, std::size_t next) {
  // "the concerns we raised", "the points that we had made"
  for (std::size_t k = next; k < next + 4; ++k)   // "the weaknesses in music that we reported"
    if (said.is(k, {"that", "which"}) && said.is(k + 1, {"we"}) &&
        (said.is(k + 2, Role::raised) ||
         (said.is(k + 2, {"had", "previously", "first"}) && said.is(k + 3, Role::raised))))
      return k < next + 1 || std::none_of(said.words.begin() + static_cast<std::ptrdiff_t>(next),
                                          said.words.begin() + static_cast<std::ptrdiff_t>(k), [](const Word& w) {
                                            return is_any(w.text, {"is", "are", "was", "were", "has", "have", "had"});
                                          });
  std::size_t we = next;
  while (said.is(we, {"that", "which"}) || (we == next && said.is(we, {"where"}))) ++we;
  if (said.is(we, {"we", "i"}) &&
      (said.is(we + 1, Role::raised) ||
       (said.is(we + 1, {"had", "have", "previously", "first"}) && said.is(we + 2, Role::raised))))
    return true;
  if (!said.is(next, Role::raised) || !said.is(next + 1, {"by"})) return false;
  for (std::size_t k = next + 2; k < next + 5; ++k)
    if ((said.is(k, Role::looker) || said.is(k, Role::look)) && !said.is(k, {"inspectors", "return"}))
      return true;   // inspectors: maybe those of now
  return false;
}

// "the changes promised by the county after a critical review", "measures agreed in response to the audit"
bool promised_after(const Said& said, std::size_t next) {
  constexpr std::size_t far = 9;
  if (said.is(next, {"it", "they", "he", "she"})) ++next;
  if (!said.is(next, WordKind::promised_thing)) return false;
  for (std::size_t k = next + 1; k < next + far && said.joined(k - 1) && !said.is(k, Role::auxiliary); ++k) {
    const bool after = said.is(k, {"after", "following"}) ||
                       (said.is(k, {"in"}) && said.is(k + 1, {"response"}) && said.is(k + 2, {"to"})) ||
                       (said.is(k, {"in"}) && said.is(k + 1, {"the"}) && said.is(k + 2, {"wake"}));
    if (!after) continue;
    for (std::size_t look = k + 1; look < k + 8 && said.joined(look - 1) && !said.is(look, Role::auxiliary); ++look)
      if (said.is(look, Role::look)) return !said.is(look - 1, {"this"});
    return false;
  }
  return false;
}

// "the failings that led inspectors to call it unsafe", "the gaps which prompted the regulator to step in"
bool made_them_judge(const Said& said, std::size_t next) {
  if (!said.is(next, {"that", "which"}) || !said.is(next + 1, WordKind::prompts_a_look)) return false;
  for (std::size_t k = next + 2; k < next + 7 && said.joined(k - 1); ++k)
    if (said.is(k, Role::looker) && !said.is(k, {"we", "i", "board"})) {
      for (std::size_t to = k + 1; to < k + 4; ++to)
        if (said.is(to, {"to"})) return true;
      return false;
    }
  return false;
}

// "the commitments it made to this committee", "the assurances they gave us"
bool promised_to(const Said& said, std::size_t next) {
  // "her pledge to the inquiry"
  if (said.is(next, {"to"}) && next > 0 && said.is(next - 1, WordKind::pledge_noun))
    for (std::size_t k = next + 1; k < next + 4; ++k)
      if (said.is(k, Role::look) || (said.is(k, Role::looker) && !said.is(k, {"board", "committee", "we", "i"})))
        return true;
  if (said.is(next, {"given", "made"}) && said.is(next + 1, {"to"}))
    for (std::size_t k = next + 2; k < next + 6; ++k)
      if (said.is(k, Role::look) || said.is(k, Role::looker) || said.is(k, {"us"})) return true;
  if (!said.is(next, {"it", "they", "he", "she"}) || !said.is(next + 1, {"made", "gave", "had", "has"})) return false;
  for (std::size_t k = next + 2; k < next + 8; ++k)
    if (said.is(k, Role::look) || said.is(k, Role::looker) || said.is(k, {"us"})) return true;
  return false;
}

// "gaps that were cited in the prior audit", "points made in our last report": raised right behind the noun.
bool raised_behind(const Said& said, std::size_t next) {
  // "areas of the service that were judged to be weak in previous inspections"
  constexpr std::size_t far = 7;
  if (said.is(next, {"of", "in"}))
    for (std::size_t m = next + 1; m < next + far && said.joined(m - 1) && !said.is(m, Role::auxiliary); ++m)
      if (said.is(m, {"that", "which"})) {
        next = m;
        break;
      }
  std::size_t k = next;
  while (k < next + 5 && (said.is(k, {"that", "which", "were", "was", "had", "been", "have", "has", "previously",
                                      "first", "also", "we", "it", "i", "originally", "both", "all"}) ||
                          said.is(k, Role::looker) || said.is(k, {"the"})))
    ++k;
  if (!said.is(k, Role::raised) || !said.joined(k - 1)) return false;
  std::size_t behind = k + 1;   // "as weak", "to be inadequate"
  if (said.is(behind, {"as"}) || (said.is(behind, {"to"}) && said.is(behind + 1, {"be"})))
    while (behind < k + 6 && !said.is(behind, {"in", "at", "by", "during", "following"}) && said.joined(behind))
      ++behind;
  return left_by(said, behind) || left_by(said, k + 1) ||
         (k > next && (said.is(k - 1, Role::looker) || said.is(k - 1, {"previously"}))) ||
         said.is(k + 1, {"previously", "earlier", "then"}) || (said.is(k + 1, {"in"}) && a_year(said, k + 2));
}

// "Leaders have identified the areas for development": nobody asked them.
bool found_by_themselves(const Said& said, std::size_t noun) {
  for (std::size_t k = noun, steps = 0; k-- > 0 && steps < 11; ++steps) {
    if (!said.is(k, WordKind::knows)) continue;
    if (said.is(k, {"understanding", "insight", "knowledge"})) return true;
    for (std::size_t b = k, more = 0; b-- > 0 && more < 5; ++more)
      if ((said.is(b, {WordKind::inspected_body, WordKind::inspected_people}) ||
           said.is(b, {"they", "board", "has", "have", "are", "is"})))
        return !said.is(b, Role::look);
      else if (said.is(b, {"which", "that"})) return false;
    return false;
  }
  return false;
}

// "the coroner's call", "five of its asks", "the one 'should do'": a noun; "the coroner calls", "it asks": a verb.
bool owned(const Said& said, std::size_t i) {
  if (i == 0 || (!said.joined(i - 1) && !said.is(i, {"must", "should"}))) return false;   // "'must do' actions"
  // "A third instruction from that inspection"
  if (said.is(i - 1, WordKind::ordinal_word) && said.is(i + 1, {"from", "in", "of"}) &&
      said.is(i + 2, {"that", "the", "our", "its"}))
    for (std::size_t k = i + 3; k < i + 6 && said.joined(k - 1); ++k)
      if (said.is(k, Role::look)) return true;
  // "a plea from inspectors"
  if (said.is(i - 1, {"a", "an", "the", "repeated"}) && said.is(i + 1, {"from", "by"}))
    for (std::size_t k = i + 2; k < i + 5; ++k)
      if (said.is(k, Role::looker) && !said.is(k, {"i", "we", "board", "office"})) return true;
  if (i > 1 && (a_year(said, i - 1) ||
                (said.is(i - 1, Role::number) && !said.is(i, {"must", "should", "must-do", "should-do"}))))
    return owned(said, i - 1);   // "the panel's 2015 call", "the judge's 17 demands"
  if (said.is(i - 1, Role::number) && said.is(i, {"must", "should", "must-do", "should-do"})) return true;
  const std::string_view before = said.words[i - 1].text;
  if (said.is(i - 1, {"its", "their", "our", "these", "those", "all", "key", "earlier", "previous", "outstanding",
                      "remaining", "repeated", "his", "her"}) ||
      (before.size() > 2 && (before.back() == '\'' || before.substr(before.size() - 2) == "'s")))
    return true;
  if (i == 1 && said.is(0, {"the"}) && said.is(i, {"demand"}) && said.is(i + 1, {"for"}))
    return true;   // not "to meet the demand"
  return said.is(i - 1, {"the"}) && said.is(i, WordKind::duty_noun) && !said.is(i + 1, Role::auxiliary);
}

// "plans are not monitored, although work is under way to rectify this shortfall": what the sentence itself has just
// found
bool found_here(const Said& said, std::size_t noun) {
  if (noun < 4 || !said.is(noun - 1, {"this", "these"})) return false;
  for (std::size_t k = noun - 1; k-- > 0;)
    if (said.is(k, {"last", "previous", "earlier", "prior"}) || a_year(said, k)) return false;
  bool clause = false, verb = false, own = false;
  for (std::size_t k = noun - 1; k-- > 0;) {
    clause = clause || (!said.joined(k) && k + 1 < noun);
    verb = verb ||
           (clause && (said.is(k, {"is", "are", "does", "do", "has", "have", "isn't", "aren't", "doesn't", "don't"}) ||
                       said.is(k, Role::negation)));
    own = own || (said.is(k, {"own"}) && said.is(k + 1, Role::look));
  }
  bool aside = false;   // "although", "but": the beginning that is made of it
  for (std::size_t k = 0; k < noun; ++k) aside = aside || said.is(k, {"although", "though", "but", "while", "whilst"});
  return aside && clause && (verb || own);
}

}   // namespace muster::facts
