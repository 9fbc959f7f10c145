// The sentence that answers what the one before says was asked or found: "It has yet to do so.", "Netting was
// fitted in March.", "This practice continues."
#include <algorithm>

#include "facts/status.hpp"

namespace muster::facts {
namespace {

using model::StatusValue;

bool meant(const Said& said) {
  for (std::size_t i = 0; i < said.words.size(); ++i)
    if (said.is(i, WordKind::not_told_as_done) && said.words[i].text != "May") return true;
  return false;
}

std::size_t behind_lead(const Said& said) {
  std::size_t i = 0;
  while (said.is(i, Role::lead) && !said.is(i, {"of", "in", "to", "by"})) ++i;
  return i;
}

bool participle(const Said& said, std::size_t i) {
  if (i >= said.words.size()) return false;
  const std::string_view w = said.words[i].text;
  return (w.size() > 4 && same_word(w.substr(w.size() - 2), "ed")) ||
         (said.is(i, WordKind::irregular_participle) || said.is(i, {"set", "cut"}));
}

// Words of more than three letters that both sentences have; those of the answer's first words count double.
std::size_t shared_words(const Said& before, const Said& said) {
  std::size_t shared = 0;
  for (std::size_t i = 0; i < said.words.size() && i < 12; ++i) {
    const std::string_view word = said.words[i].text;
    if (word.size() < 4 || said.roles[i] != 0) continue;
    constexpr std::size_t stem = 5;   // "apologise" is taken up by "apologised"
    const std::string key = plain(word.substr(0, std::max(stem, word.size() > stem + 2 ? word.size() - 3 : stem)));
    for (const Word& other : before.words)
      if (other.text.size() >= key.size() && same_word(other.text.substr(0, key.size()), key)) {
        shared += i < 4 ? 2 : 1;
        break;
      }
  }
  return shared;
}

// "… asked it to review all plans. Half of the plans had been reviewed": the verb that was asked for, in the passive,
// and how many it is said of
// ("… found that keys were not logged. We tested 40, and 27 were logged": the verb that was denied then)
std::optional<Reply> deed_again(const Said& before, const Said& said, bool denied_then) {
  constexpr std::size_t shortest = 3, near = 16;
  for (std::size_t k = 0; k < said.words.size(); ++k)
    if (said.is(k, WordKind::not_told_as_done) && !said.is(k, {"plans", "said", "says", "may"})) return std::nullopt;
  for (std::size_t i = 2; i < said.words.size() && i < near + 6; ++i) {
    if (!participle(said, i)) continue;
    std::size_t first = i;
    bool no = false, being = false, only = false;
    while (first > 0 && (said.is(first - 1, Role::auxiliary) || said.is(first - 1, Role::adverb) ||
                         said.is(first - 1, Role::negation) || said.is(first - 1, {"been", "being", "fully"}))) {
      --first;
      no = no || said.is(first, Role::negation);
      being = being || said.is(first, {"being"});
    }
    if (first == i || first == 0 || said.is(first, {"to"}) ||
        !(said.is(i - 1, {"been", "being", "was", "were", "now", "all"}) || said.is(i - 1, Role::adverb) ||
          said.is(i - 1, Role::negation)))
      continue;
    const std::string_view word = said.words[i].text;
    const std::string stem = plain(word.substr(0, word.size() > shortest + 2 ? word.size() - 2 : shortest));
    bool asked = false;
    for (std::size_t k = 1; k + 1 < before.words.size() && !asked; ++k)
      asked = denied_then ? before.is(k, Role::negation) && same_word(before.words[k + 1].text, plain(word))
                          : before.is(k, {"to", "and"}) && before.words[k + 1].text.size() >= stem.size() &&
                                before.words[k + 1].text.size() <= word.size() &&
                                same_word(before.words[k + 1].text.substr(0, stem.size()), stem);
    bool same_thing = false;   // "the plans we looked at"
    for (std::size_t k = 0; k < first && !same_thing; ++k)
      if (said.words[k].text.size() > shortest && !said.is(k, Role::auxiliary) && !said.is(k, Role::pronoun) &&
          !said.is(k, Role::lead) && !said.is(k, Role::adverb))
        for (const Word& other : before.words)
          same_thing = same_thing || same_word(other.text, plain(said.words[k].text));
    if (!asked || !same_thing || (denied_then && !said.has(WordKind::samples, first))) continue;
    bool some = denied_then && said.is(first - 1, Role::number) && said.has(WordKind::samples, first);
    for (std::size_t k = 0; k < first; ++k) {
      no = no || said.is(k, {"none", "no", "neither"});
      only = only || said.is(k, {"only", "just"});
      some = some || said.is(k, {"half", "some", "most", "several", "many", "few", "third", "quarter", "majority"}) ||
             (said.is(k, Role::number) && said.is(k + 1, {"of"}) && !said.is(0, {"of"}));
    }
    const StatusValue value = no             ? StatusValue::not_met
                              : some || only ? StatusValue::partly_met
                              : being        ? StatusValue::in_progress
                                             : StatusValue::met;
    return Reply{value, said.words[first].span.join(said.words[i].span)};
  }
  return std::nullopt;
}

// "We saw no such reports.", "The board now gets a report.", "The first report is due in June.": the thing that was
// asked for, there or on its way
std::optional<Reply> the_thing(const Said& before, const Said& said) {
  constexpr std::size_t brief = 14;
  const std::size_t size = said.words.size(), lead = behind_lead(said);
  if (size > brief || size < 3) return std::nullopt;
  const auto reply = [&](StatusValue value, std::size_t first, std::size_t last) {
    return Reply{value, {said.words[first].span.begin, said.words[std::min(last, size - 1)].span.end}};
  };
  if (said.is(lead, {"this", "that"}) && said.is(lead + 1, {"is", "was"}))   // "This was not happening."
    for (std::size_t i = lead + 2; i < lead + 5 && i < size; ++i)
      if (said.is(i, {"happening", "occurring"}))
        return reply(said.is(i - 1, Role::negation) || said.is(lead + 2, Role::negation) ? StatusValue::not_met
                                                                                         : StatusValue::met,
                     lead + 1, i);
  constexpr std::size_t stem = 5;   // "be reported": "no such reports"
  bool shared = false;
  for (std::size_t i = 0; i < size && !shared; ++i)
    if (said.words[i].text.size() >= stem && !said.is(i, Role::auxiliary))
      for (const Word& other : before.words)
        shared = shared || (other.text.size() >= stem &&
                            same_word(other.text.substr(0, stem), plain(said.words[i].text.substr(0, stem))));
  if (!shared) return std::nullopt;
  for (std::size_t i = lead; i + 2 < size; ++i) {
    if (said.is(i, {"but", "although", "though", "while"})) return std::nullopt;
    if (said.is(i, {"saw", "found", "received", "seen"}) && said.is(i + 1, {"no"}) &&
        (said.is(i + 2, {"such"}) || said.is(size - 1, {"since"})))
      return reply(StatusValue::not_met, i, i + 2);
    if (said.is(i, {"is", "are", "was", "were"}) && said.is(i + 1, {"due"}) &&
        said.is(i + 2, {"in", "by", "on", "next", "this"}))
      return reply(StatusValue::in_progress, i, i + 1);
    const std::string_view next = said.words[i + 1].text;
    if (i > lead && i < lead + 5 && said.is(i, {"now"}) && next.size() > 3 && next.back() == 's' &&
        !said.is(i + 1, Role::auxiliary) && !said.is(i + 1, Role::negation) && !said.has(Role::negation) &&
        !said.has({"no", "only", "plans", "hopes", "intends", "faces", "lacks", "needs"}))
      return reply(StatusValue::met, i, i + 1);
    if (said.is(i, {"is", "are"}) && next.size() > 5 && same_word(next.substr(next.size() - 3), "ing") &&
        said.is(i + 1, WordKind::begins_a_thing))
      return reply(StatusValue::in_progress, i, i + 1);
  }
  return std::nullopt;
}

// "They do now.", "It has yet to do so.", "Minutes show that they still do not.", "None has been fitted."
std::optional<Reply> pro_form(const Said& said) {
  const std::size_t size = said.words.size(), lead = behind_lead(said);
  if (size < 2 || lead >= size) return std::nullopt;
  const auto reply = [&](StatusValue value, std::size_t first, std::size_t last) {
    return Reply{value, {said.words[first].span.begin, said.words[std::min(last, size - 1)].span.end}};
  };
  const bool pronoun =
      said.is(lead, {"it", "they", "he", "she", "this", "that", "these", "none", "neither", "nothing", "both", "all"});
  constexpr std::size_t brief = 14;
  for (std::size_t i = 1; i < size && size <= brief + 10; ++i)
    if ((said.is(i, {"so"}) || (said.is(i, {"this", "that"}) && said.is(i - 2, {"now"}) && i > 1)) &&
        said.is(i - 1, {"did", "done", "do", "does", "doing"})) {
      bool no = false;
      for (std::size_t k = i > 6 ? i - 6 : 0; k < i; ++k)
        no = no || said.is(k, Role::negation) || said.is(k, {"yet", "failed", "refused", "declined"});
      // "It now does so for those on main roads but not for those on lanes"
      bool some = false;
      for (std::size_t k = i + 1; k + 1 < size; ++k) some = some || (said.is(k, {"but"}) && said.is(k + 1, {"not"}));
      return reply(no ? StatusValue::not_met : some ? StatusValue::partly_met : StatusValue::met, i - 1, i);
    }
  // "The practice has not stopped."
  if (size <= brief && said.is(lead, {"the", "this", "that"}) && said.is(lead + 1, {"practice", "problem", "habit"}) &&
      said.is(lead + 2, Role::auxiliary))
    for (std::size_t i = lead + 3; i < size; ++i)
      if (said.is(i, {"stopped", "ceased", "ended", "changed"}))
        return reply(said.is(i - 1, Role::negation) || said.is(lead + 3, Role::negation) ? StatusValue::not_met
                                                                                         : StatusValue::met,
                     lead + 2, i);
  if (size <= brief && said.is(size - 1, {"not"}) &&
      said.is(size - 2, {"do", "does", "did", "has", "have", "had", "is", "are", "was", "were"}))
    return reply(StatusValue::not_met, size - 2, size - 1);
  if (size <= brief && said.is(size - 1, {"now"}) && pronoun &&
      said.is(size - 2, {"do", "does", "are", "is", "has", "have"}))
    return reply(StatusValue::met, size - 2, size - 1);
  if (said.is(lead, {"none", "neither", "nothing"}) &&
      (said.is(lead + 1, {"has", "have", "had", "was", "were", "is", "are"}) || said.is(lead + 1, {"of"})))
    return reply(StatusValue::not_met, lead, lead + 1);
  if (pronoun && size <= lead + 6 && said.is(lead + 1, {"refused", "declined"}))
    return reply(StatusValue::not_met, lead + 1, lead + 1);
  // "This practice has stopped", "This continues"
  if (said.is(lead, {"this", "these", "that", "the", "it"}))
    for (std::size_t i = lead + 1; i < size && i < lead + 7; ++i) {
      if (said.is(i, {"stopped", "ceased", "ended"}) && said.is(i - 1, {"has", "have", "had", "now", "since"}))
        return reply(StatusValue::met, i, i);
      if (said.is(lead, {"this", "these", "it", "that"}) && said.is(i, WordKind::as_it_was))
        return reply(StatusValue::not_met, i, i);
      if (said.is(lead, {"the"}) && said.is(lead + 1, {"situation", "position", "picture"}) &&
          said.is(i, WordKind::no_better))
        return reply(StatusValue::not_met, i, i);
      if (said.is(lead, {"the"}) && said.is(lead + 1, {"situation", "position", "picture"}) &&
          said.is(i, {"improved", "better"}))
        return reply(StatusValue::in_progress, i, i);
    }
  for (std::size_t i = 0; i + 1 < size && size <= brief + 6; ++i) {
    // "Too little has changed", "… and we have closed it"
    if ((said.is(i, {"little", "nothing"}) || (said.is(i, {"enough"}) && i > 0 && said.is(i - 1, {"not"}))) &&
        said.is(i + 1, {"has", "had"}) && said.is(i + 2, {"changed", "improved", "happened", "altered"}))
      return reply(StatusValue::not_met, i, i + 2);
    if (i > 0 && said.is(i, {"closed", "discharged"}) && said.is(i + 1, {"it", "this", "them"}) &&
        said.is(i - 1, {"have", "has", "now", "therefore"}))
      return reply(StatusValue::met, i, i + 1);
    // "The service has drawn up a detailed plan"
    if (i > 0 && said.is(i, {"drawn", "developed", "produced", "agreed"}) && said.is(i - 1, {"has", "have", "had"}))
      for (std::size_t k = i + 1; k < i + 6 && k < size; ++k)
        if (said.is(k, {"plan", "strategy"})) return reply(StatusValue::in_progress, i, k);
  }
  // "Work to revise them has begun"
  for (std::size_t i = lead + 1; i < size && size <= brief; ++i)
    if (said.is(i, {"begun", "started", "underway", "way"}) &&
        said.is(lead, {"work", "this", "it", "they", "action"}) && !said.has({"not", "yet", "no"}) &&
        (said.is(i - 1, {"has", "have", "had", "is", "was", "now"}) ||
         (said.is(i, {"way"}) && said.is(i - 1, {"under"}))))
      return reply(StatusValue::in_progress, i, i);
  // "We found the same at this inspection"
  for (std::size_t i = lead; i + 1 < size && i < lead + 6; ++i)
    if (said.is(i, {"found", "saw"}) && said.is(i + 1, {"the"}) && said.is(i + 2, {"same"}))
      return reply(StatusValue::not_met, i, i + 2);
  return std::nullopt;
}

}   // namespace

Told told_in(const Said& said) {
  const bool dated = tells_what_was_asked(said);
  if (dated && said.has({"wrote"})) return Told::asked;
  for (std::size_t i = 1; i < said.words.size(); ++i) {
    const bool demand = said.is(i, WordKind::demand_verb);
    const bool finding = said.is(i, WordKind::finding_verb);
    if (!demand && !finding) continue;
    if (said.is(i - 1, {"to", "be", "being", "will", "should", "must", "is", "are", "would"})) continue;
    if (said.is(i + 1, {"inspectors", "us", "me"})) continue;   // told to those who look
    bool looks = false;
    for (std::size_t k = i, steps = 0; k-- > 0 && steps < 8 && !looks; ++steps) {
      if (steps > 0 && !said.joined(k)) break;
      looks = said.is(k, Role::looker) || said.is(k, Role::look);
      if (looks && said.is(k, {"inspectors", "inspector", "we", "i", "inspection"}) && !dated &&
          !speaks_of_earlier(said))
        looks = false;   // of now
      if (said.is(k, {"we"}) && k + 1 == i && said.is(i, {"recommended"}) && said.is(i + 1, {"that", "the", "a"}))
        looks = true;   // whatever the next sentence says was done since
      if (looks && ((k > 0 && said.is(k - 1, {"this"})) || said.is(k, {"board"}))) looks = false;
    }
    // "It also told the company to …" goes on from the sentence before
    if (!looks && demand && i > 1 && said.is(i - 1, {"also"}) && said.is(i - 2, {"it", "they", "he", "she"}))
      return Told::asked;
    if (!looks) continue;
    if (demand) return Told::asked;
    bool then = dated || speaks_of_earlier(said);
    for (std::size_t k = 0; k < i; ++k)
      then = then || (said.is(k, Role::earlier) && said.is(k, Role::number)) || said.is(k, {"previously", "earlier"});
    if (then) return Told::found;
  }
  return Told::nothing;
}

std::optional<Reply> reply_of(const Said& before, Told told, const Said& said) {
  if (told != Told::nothing)
    if (const auto reply = deed_again(before, said, told == Told::found)) return reply;
  if (told == Told::asked)
    if (const auto reply = the_thing(before, said)) return reply;
  if (told == Told::nothing || meant(said)) return std::nullopt;
  if (const auto reply = pro_form(said)) return reply;
  const std::size_t size = said.words.size(), lead = behind_lead(said);
  const std::size_t shared = shared_words(before, said);
  const bool pronoun = said.is(lead, {"it", "they", "this", "these"});
  // "Netting was fitted in March", "It apologised within a week", "Since then the trust has recruited 60 nurses"
  for (std::size_t i = lead; i < size && i < lead + 12; ++i) {
    if (said.is(i, WordKind::reply_after)) break;   // the look itself goes on
    const bool perfect = said.is(i, {"has", "have", "had"}), passive = said.is(i, {"was", "were"});
    if (perfect || passive) {
      std::size_t deed = i + 1;
      bool no = false, been = passive;
      while (deed < size && (said.is(deed, Role::adverb) || said.is(deed, Role::negation) ||
                             said.is(deed, {"been", "now", "since", "got"}))) {
        no = no || said.is(deed, Role::negation);
        been = been || said.is(deed, {"been"});
        ++deed;
      }
      if (!participle(said, deed) || said.is(deed, WordKind::no_deed)) return std::nullopt;
      const Span phrase{said.words[i].span.begin, said.words[deed].span.end};
      const bool takes_up = shared >= 2;
      // "A model has been drafted": begun
      const bool begun = said.is(deed, WordKind::begun_deed);
      // "has been reduced but it has not been cleared"
      bool short_of = false;
      for (std::size_t k = deed + 1; k + 1 < size && !no; ++k)
        if (said.is(k, {"but", "although", "though"}))
          for (std::size_t w = k + 1; w < size; ++w) short_of = short_of || said.is(w, Role::negation);
      if (takes_up && told == Told::asked && been && short_of) return Reply{StatusValue::partly_met, phrase};
      if (takes_up && told == Told::asked && been)
        return Reply{no ? StatusValue::not_met : begun ? StatusValue::in_progress : StatusValue::met, phrase};
      // "It has apologised and paid"
      if (takes_up && told == Told::asked && perfect && pronoun && i == lead + 1)
        return Reply{no ? StatusValue::not_met : begun ? StatusValue::in_progress : StatusValue::met, phrase};
      bool since = false;   // not "since last May", which only dates the deed
      for (std::size_t k = 0; k < size; ++k)
        since =
            since || (said.is(k, {"since"}) && !(k > i && (said.is(k + 1, {"last", "early", "late"}) ||
                                                           a_year(said, k + 1) || said.is(k + 1, WordKind::month))));
      // "The north gate has since been mended, but the south gate was still off its hinges"
      bool other_half = false;
      for (std::size_t k = deed + 1; k + 1 < size; ++k)
        if (said.is(k, {"but", "although", "though", "while"}) && !said.joined(k - 1))
          for (std::size_t w = k + 1; w < size; ++w)
            other_half = other_half || said.is(w, {"still", "remained", "remains"}) || said.is(w, Role::negation);
      if (perfect && since && been && !no && takes_up && other_half) return Reply{StatusValue::partly_met, phrase};
      if (perfect && since && !no && (takes_up || said.is(lead > 0 ? lead - 1 : 0, {"then"}) || said.is(1, {"then"})))
        return Reply{StatusValue::in_progress, phrase};
      break;
    }
    // the verb that was asked for: "to apologise. It apologised"
    if (told == Told::asked && pronoun && i == lead + 1 && participle(said, i) && shared >= 2)
      return Reply{StatusValue::met, said.words[i].span};
  }
  // "charts were not signed. At this inspection we found that charts were now signed"
  if (shared >= 2 && std::none_of(said.words.begin(), said.words.end(), [](const Word& w) {
        return is_any(w.text, {"not", "no", "still", "never", "none", "only", "yet", "too", "nor"});
      }))
    for (std::size_t i = 1; i < size; ++i)
      if (said.is(i, {"now"}) && said.is(i - 1, {"is", "are", "was", "were"}))
        return Reply{StatusValue::met, said.words[i - 1].span.join(said.words[i].span)};
  return std::nullopt;
}

bool acted_first(const Said& said) {
  bool acted = false;
  for (std::size_t i = 1; i < said.words.size(); ++i) {
    if (said.is(i, Role::negation) && !acted) return false;
    if (said.is(i - 1, {"has", "have", "had"})) {
      std::size_t deed = i;
      while (said.is(deed, Role::adverb)) ++deed;
      acted = acted || said.is(deed, WordKind::effort_verb) || (said.is(deed, {"taken"}) && [&] {
                for (std::size_t k = deed + 1; k < deed + 5; ++k)
                  if (said.is(k, {"action", "steps", "measures"})) return true;
                return false;
              }());
    }
    if (acted && said.is(i, {"but", "although", "though", "yet", "however"}) && !said.joined(i - 1)) return true;
  }
  return false;
}

}   // namespace muster::facts
