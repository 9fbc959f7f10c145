// Requests that no noun names: "what the commission asked for", "all we recommended", "the things it was
// told to do"; and a dated report, where something is delivered on it.
#include "facts/status.hpp"

namespace muster::facts {
namespace {

bool asks(const Said& said, std::size_t i) {
  return (said.is(i, WordKind::demand_verb) || said.is(i, {"criticised", "criticized"}));
}

// "Step 6 … has not begun": of a notice or a plan
bool numbered_step(const Said& said, std::size_t i) {
  return said.words[i].text.front() < 'a' && i + 1 < said.words.size() && said.words[i + 1].text.front() >= '0' &&
         said.words[i + 1].text.front() <= '9' && said.joined(i) &&
         said.is(i, {"step", "steps", "condition", "conditions", "item", "items", "measure", "undertaking"});
}

// The verb of asking of a clause that begins at `from`: "we had told", "the royal commission asked", "was recommended".
std::size_t verb_of_asking(const Said& said, std::size_t from) {
  constexpr std::size_t most = 7;
  for (std::size_t k = from; k < said.words.size() && k < from + most; ++k) {
    if (k > from && !said.joined(k - 1)) break;
    // "what we found amiss in 2017"
    const bool wanting = said.is(k, {"found"}) && said.is(k + 1, WordKind::found_wanting);
    if (!asks(said, k) && !wanting) continue;
    std::size_t before = k;
    bool passive = false;
    while (before > from && said.is(before - 1, {"had", "has", "have", "also", "previously", "been", "was", "were",
                                                 "first", "originally", "then"})) {
      passive = passive || said.is(before - 1, {"been", "was", "were"});
      --before;
    }
    const bool subject = before > from && (said.is(before - 1, Role::looker) || said.is(before - 1, Role::look));
    if (subject || passive) return k;
    return said.words.size();
  }
  return said.words.size();
}

// "the showers we condemned in 2018", "the fixes the auditor wanted", "every action the regulator set us": the
// verb of the clause behind the noun at `i`, where it says that a look asked for the thing or, dated, found it.
std::size_t relative_of(const Said& said, std::size_t i) {
  const std::size_t none = said.words.size();
  // Most words are no such noun by what stands right behind them.
  if (said.words[i].text.size() < 3) return none;
  if (const std::size_t k = i + 1;
      !said.is(k, Role::looker) && !said.is(k + 1, Role::looker) && !said.is(k, WordKind::demands_a_thing) &&
      !said.is(k, {"the", "a", "that", "it", "an", "they", "which", "was", "were", "we", "had", "our", "its", "i", "he",
                   "she", "been", "first", "asked", "required", "recommended", "originally", "inspectors", "auditors"}))
    return none;
  if (said.is(i, Role::auxiliary) || said.is(i, Role::pronoun) || said.is(i, Role::look) || said.is(i, Role::looker) ||
      said.is(
          i, {"that",    "which",    "as",      "and",     "but",   "when",  "where",  "than",      "so",     "if",
              "because", "although", "while",   "said",    "says",  "what",  "of",     "in",        "on",     "to",
              "for",     "at",       "by",      "with",    "since", "after", "before", "until",     "during", "from",
              "about",   "into",     "between", "through", "under", "over",  "within", "following", "told",   "asked"}))
    return none;
  if (i == 0 && said.is(i, Role::number)) return none;   // a paragraph's number
  // "accident investigators": who they are
  if ((said.is(i, WordKind::body_adjective) || said.is(i, {"the", "our", "two", "three"}))) return none;
  if (!said.joined(i) && !said.is(i + 1, {"which"})) return none;
  std::size_t k = i + 1;
  while (said.is(k, {"that", "which"})) ++k;
  // "the guidance called for in recommendation 4"
  if ((said.is(k, WordKind::demands_a_thing) || said.is(k, {"required", "asked"})) && k == i + 1) {
    std::size_t in = k + 1;
    if (said.is(in, {"for"})) ++in;
    if (said.is(in, {"in", "by", "under"}) && said.is(in + 1, {"recommendation", "recommendations"})) return in + 1;
    if (said.is(in, {"in", "by", "under"}) && said.is(in + 1, {"our", "the", "this"}) &&
        said.is(in + 2, {"recommendation", "recommendations"}))
      return in + 2;
  }
  // "the policy recommended two years ago", "the lamps that were recommended in 2019"
  std::size_t asked = k;
  while (said.is(asked, {"was", "were", "had", "been", "first", "originally"})) ++asked;
  if (said.is(asked, {"recommended"}) && said.joined(asked)) {
    std::size_t when = asked + 1;
    if (said.is(when, {"almost", "nearly", "more", "over", "than", "some", "back"})) ++when;
    const bool ago = said.is(when + 2, {"ago"}) && said.is(when + 1, WordKind::span_of_time);
    const bool year = said.is(when, {"in", "since"}) && a_year(said, when + 1);
    const bool last = said.is(when, {"last"}) && said.is(when + 1, WordKind::time_or_season);
    const std::size_t end = when + (ago ? 3U : 2U);
    if ((ago || year || last) && !said.is(end, {"that", "it", "they"})) return asked;
  }
  // "Fire doors, which the home was ordered to replace by August, have …": the gap behind the deed is the thing
  if (k > i + 1)
    for (std::size_t w = k + 1; w < k + 6 && said.joined(w - 1); ++w)
      if (said.is(w, {"was", "were"}) && said.is(w + 1, WordKind::ordered) && said.is(w + 2, {"to"}) &&
          w + 3 < said.words.size() &&
          (!said.joined(w + 3) || said.is(w + 4, Role::auxiliary) ||
           said.is(w + 4, {"in", "by", "at", "last", "after"})))
        return w + 3;
  // "the works that it promised more than a year ago", "the hotline it agreed to in 2021"
  if (said.is(k, {"it", "they", "he", "she"}) && said.joined(k)) {
    std::size_t promise = k + 1;
    while (said.is(promise, {"had", "has", "have", "first", "previously"})) ++promise;
    const bool gave = said.is(promise, {"gave", "made"}) &&
                      said.is(i, {"commitment", "commitments", "promise", "promises", "assurance", "assurances",
                                  "pledge", "pledges", "undertaking", "undertakings"});
    if (gave) return promise;
    if (said.is(promise, WordKind::promised_to) && !said.is(promise + 1, {"with", "that"})) {
      for (std::size_t w = promise + 1; w < promise + 8; ++w)
        if (a_year(said, w) || said.is(w, {"ago", "last", "earlier"}) || said.is(w, WordKind::month)) return promise;
      if (said.is(promise - 1, {"had"})) return promise;
    }
  }
  // the subject: "we", "the auditor", "the royal commission"
  std::size_t subject = none;
  if (said.is(k, {"we", "i", "inspectors", "auditors"})) subject = k;
  // "Inspectors saw good progress on the concerns they had raised"
  else if (said.is(k, {"they", "it", "he", "she"}) && said.is(k + 1, {"had"})) {
    for (std::size_t w = 0; w < i && w < 8 && subject == none; ++w)
      if (said.is(w, Role::looker)) subject = k;
  } else if (said.is(k, {"the", "our", "its", "a", "an"}))
    for (std::size_t w = k + 1; w < k + 5 && subject == none && !said.is(w, {"that", "which", "the", "a", "an"}); ++w)
      if ((said.is(w, Role::looker) || said.is(w, Role::look)) &&
          (!said.is(w, {"board", "committee", "we", "i"}) || (said.is(w, {"board"}) && said.is(w - 1, Role::look))) &&
          (said.is(w + 1, Role::raised) || said.is(w + 1, {"had", "has", "have", "previously", "first", "also"})))
        subject = w;
  // "the checks that accident investigators recommended"
  if (subject == none)
    for (std::size_t w = k; w < k + 2 && subject == none; ++w)
      if (said.is(w, Role::looker) && said.words[w].text.back() == 's' &&
          (said.is(w + 1, Role::raised) || said.is(w + 1, {"had", "have", "previously"})))
        subject = w;
  if (subject == none || !said.joined(subject)) return none;
  std::size_t verb = subject + 1;
  bool often = false;
  while (verb < subject + 9 && said.joined(verb - 1) && !said.is(verb, Role::raised) &&
         said.is(verb, {"had", "have", "has", "previously", "also", "first", "originally", "repeatedly", "consistently",
                        "long", "and", "the", "national", "audit", "office", "others"})) {
    often = often || said.is(verb, {"previously", "repeatedly", "consistently"});
    ++verb;
  }
  if (!said.is(verb, Role::raised) || said.is(verb, {"noted", "stated", "judged"})) return none;
  if (said.is(verb + 1, {"ourselves", "themselves", "itself", "myself"}))
    return none;   // "every target we set ourselves"
  const bool demand = asks(said, verb) || said.is(verb, WordKind::sets_a_duty) ||
                      (said.is(verb, {"laid", "spelt", "spelled"}) && said.is(verb + 1, {"down", "out"})) ||
                      (said.is(verb, {"pushed", "pressed"}) && said.is(verb + 1, {"for"}));
  // "the training that the coroner asked the trust to provide"
  if (said.is(verb, WordKind::tells_somebody) && said.is(verb + 1, {"the", "it", "them", "its"}))
    for (std::size_t to = verb + 2; to + 1 < said.words.size() && to < verb + 7; ++to)
      if (said.is(to, {"to"}) &&
          (to + 2 >= said.words.size() || !said.joined(to + 1) || said.is(to + 2, Role::auxiliary) ||
           said.is(to + 2, {"in", "by", "at", "for", "last"})))
        return to + 1;
  // a gap where the object would stand: "the fixes the auditor wanted at the board", not "told that"
  if (said.joined(verb) && said.is(verb + 1, {"that", "the", "a", "an", "this", "whether", "how"})) return none;
  if (said.is(verb, {"told", "asked"}) && said.joined(verb) &&
      !said.is(verb + 1, {"it", "them", "us", "him", "her", "for", "to", "in", "last"}))
    return none;
  // "the problems that the inquiry exposed"
  const bool defect =
      (said.is(i, WordKind::fault_noun) || said.is(i, {"concerns"})) && !said.is(subject, {"inspectors"});
  if (demand || often || defect) return verb;
  for (std::size_t w = verb + 1; w < verb + 7; ++w)
    if ((said.is(w, Role::earlier) && said.is(w, Role::number)) || said.is(w, {"ago", "previously", "repeatedly"}) ||
        (said.is(w, {"times"}) && (said.is(w - 1, Role::number) || said.is(w - 1, {"several", "many"}))) ||
        (said.is(w, {"last", "previous", "prior", "earlier"}) && said.joined(w)))
      return verb;
  return none;
}

// A letter for the kind of traffic, the year in two digits, a number: "R-12-31", "A19-02".
bool is_board_code(std::string_view word) {
  const auto digit = [&](std::size_t k) { return k < word.size() && word[k] >= '0' && word[k] <= '9'; };
  if (word.size() < 6 || word.size() > 9 || word.front() < 'A' || word.front() > 'Z') return false;
  std::size_t k = word[1] == '-' ? 2 : 1;
  if (!digit(k) || !digit(k + 1) || k + 2 >= word.size() || word[k + 2] != '-') return false;
  for (k += 3; digit(k); ++k) {}
  return k == word.size();
}

bool ends_in_ing(std::string_view word) { return word.size() > 4 && same_word(word.substr(word.size() - 3), "ing"); }

// "the order to repair the road", "its commitment to hire a nurse", "the requirements of the notice": a duty that
// somebody laid on somebody.
bool binds_to(const Said& said, std::size_t i) {
  if (!said.is(i, WordKind::binding_noun) || i == 0) return false;
  const bool paper = said.is(i, {"agreement", "decree", "settlement", "injunction", "notice", "notices"});
  if (!said.joined(i) && !said.is(i + 1, {"to"}) &&   // "a separate requirement, to close the ward, …"
      !(paper && said.is(i + 1, {"which"})))
    return false;
  bool article = false;
  for (std::size_t k = i > 2 ? i - 2 : 0; k < i; ++k)
    article = article || said.is(k, {"a", "an", "the", "its", "their", "his", "her", "our", "this", "that", "another"});
  if (!article) return false;
  // "complied with most of a 2020 agreement", "the conditions set after a review"
  if (paper) return true;
  if (said.is(i, {"requirement", "requirements", "order", "direction"}) &&
      said.is(i + 1, {"relating", "about", "concerning", "regarding", "that"}))
    return true;
  if (said.is(i, {"terms"}) && said.is(i + 1, {"of"})) return true;
  if (said.is(i, {"conditions", "terms"})) return said.is(i + 1, {"set", "imposed", "attached", "laid", "of"});
  // "the training section of the decree"
  if (said.is(i, {"section", "chapter", "part", "paragraph"}))
    return said.is(i + 1, {"of"}) && said.is(i + 2, {"the", "its"}) &&
           (said.is(i + 3, {"decree", "settlement", "agreement"}) ||
            said.is(i + 4, {"decree", "settlement", "agreement"}));
  if (said.is(i + 1, {"to"}))
    return i + 2 < said.words.size() &&
           !said.is(i + 2, {"the", "a", "an", "this", "its", "their", "be", "have", "do", "date"}) &&
           said.words[i + 2].text.size() > 2 && !ends_in_ing(said.words[i + 2].text) &&
           !(i > 1 && said.is(i - 2, {"in"}));   // not "in order to"
  const auto paper_at = [&](std::size_t k) {
    return said.is(k, WordKind::formal_notice) || said.is(k, {"settlement", "agreement"});
  };
  return said.is(i + 1, {"of"}) && said.is(i + 2, {"the", "that", "this", "our"}) &&
         (paper_at(i + 3) || paper_at(i + 4));
}

// The last word that a clause of relative_of may end with: behind it no noun has one. 0: there is none.
std::size_t last_verb_of_asking(const Said& said) {
  for (std::size_t i = said.words.size(); i-- > 0;)
    if (said.is(i, Role::raised) || said.is(i, {WordKind::demands_a_thing, WordKind::ordered, WordKind::promised_to}) ||
        said.is(i, {"required", "asked", "recommended", "gave", "made"}))
      return i;
  return 0;
}

// What only a clause says was asked for.
RequestMention thing_asked(Span words) {
  RequestMention mention;
  mention.noun = mention.span = words;
  mention.strong = mention.relative = true;
  return mention;
}

}   // namespace

void asked_things_in(const Said& said, std::vector<RequestMention>& mentions) {
  const std::size_t last_verb = last_verb_of_asking(said);
  // What a word may be only where some word of the sentence is of a kind: asked once, not of each.
  const bool binds = said.any(WordKind::binding_noun), things = said.any(WordKind::thing_asked_for),
             looks = said.any(WordKind::look_document),
             faults = said.any(WordKind::asked_or_faulted) || said.any(WordKind::found_wanting);
  for (std::size_t i = 0; i < said.words.size(); ++i) {
    if (i + 2 >= said.words.size() && !said.is(i, WordKind::look_document)) continue;
    if (numbered_step(said, i)) {
      RequestMention mention;
      mention.noun = said.words[i].span;
      mention.span = mention.noun.join(said.words[i + 1].span);
      mention.strong = mention.by_number = true;
      mentions.push_back(mention);
      continue;
    }
    // "The condition that no boat may sail at night has been lifted"
    if (i < 3 && said.is(i, {"condition"}) && said.is(i + 1, {"that"}) && i > 0 && said.is(i - 1, {"the", "a"}) &&
        said.has({"must", "may", "should", "shall", "cannot"})) {
      RequestMention mention;
      mention.noun = mention.span = said.words[i].span;
      mention.strong = true;
      mentions.push_back(mention);
      continue;
    }
    if (binds && binds_to(said, i)) {
      RequestMention mention;
      mention.noun = mention.span = said.words[i].span;
      mention.binding = true;
      mentions.push_back(mention);
      continue;
    }
    if (const std::size_t verb = i < last_verb ? relative_of(said, i) : said.words.size(); verb < said.words.size()) {
      mentions.push_back(thing_asked(Span{said.words[i].span.begin, said.words[verb].span.end}));
      i = verb;
      continue;
    }
    // "the delays criticised by the inspectorate"
    if (faults && said.roles[i] == 0 && said.words[i].text.size() > 3 && said.words[i].text.back() == 's' &&
        said.joined(i) && said.is(i + 1, WordKind::asked_or_faulted) && said.is(i + 2, {"by"})) {
      std::size_t by = i + 3;
      while (by < i + 6 && !said.is(by, Role::looker)) ++by;
      if (by < i + 6 && !(said.is(by, WordKind::weak_looker) || said.is(by, {"inspectors", "we", "i"}))) {
        mentions.push_back(thing_asked(said.words[i].span.join(said.words[by].span)));
        i = by;
        continue;
      }
    }
    // "Training, found wanting in 2018, …"; "Weekly checks, required by the last inspection, …"
    if (faults && i > 0 && !said.joined(i) &&
        (said.is(i + 1, WordKind::asked_or_faulted) ||
         (said.is(i + 1, {"found"}) && said.is(i + 2, WordKind::found_wanting)))) {
      bool then = false;
      std::size_t end = i + 1;
      for (; end < said.words.size() && end < i + 12; ++end) {
        then = then || (said.is(end, Role::earlier) &&
                        (said.is(end, Role::number) || said.is(end, {"last", "previous", "earlier"})));
        if (!said.joined(end)) break;
      }
      if (then && end + 1 < said.words.size()) {
        mentions.push_back(thing_asked(said.words[i].span.join(said.words[end].span)));
        i = end;
        continue;
      }
    }
    // "R-12-31", "A19-02": the number of an accident board's recommendation
    if (is_board_code(said.words[i].text) && !(i > 0 && said.is(i - 1, WordKind::request_word))) {
      RequestMention mention;
      mention.noun = mention.span = said.words[i].span;
      mention.strong = mention.by_number = true;
      mentions.push_back(mention);
      continue;
    }
    // "what the commission asked for", "all we recommended", "the 41 things we told it to do"
    if (things && said.is(i, WordKind::thing_asked_for)) {
      std::size_t from = i + 1;
      while (said.is(from, {"that", "which", "of"}) && !(said.is(from, {"of"}) && !said.is(from + 1, {"what"}))) ++from;
      if (said.is(from, {"what"})) ++from;
      const std::size_t verb = verb_of_asking(said, from);
      if (verb >= said.words.size()) continue;
      std::size_t last = verb;
      while (last + 1 < said.words.size() && last < verb + 4 &&
             said.is(last + 1, {"for", "it", "them", "of", "to", "do", "us", "him", "her"}))
        ++last;
      RequestMention mention;
      mention.noun = {said.words[i].span.begin, said.words[last].span.end};
      mention.span = mention.noun;
      mention.strong = true;
      mentions.push_back(mention);
      i = last;
      continue;
    }
    // "has largely delivered on the 2013 report", "never acted on our last review"
    if (looks && said.is(i, WordKind::look_document)) {
      bool then = false;
      for (std::size_t k = i, steps = 0; k-- > 0 && steps < 4 && !then; ++steps) {
        then = said.is(k, {"last", "previous", "earlier", "prior"}) ||
               (said.is(k, Role::earlier) && said.is(k, Role::number)) || (steps < 2 && said.is(k, {"our"})) ||
               (steps == 0 && said.is(k, Role::looker) &&
                (said.words[k].text.back() == '\'' ||
                 (said.words[k].text.size() > 3 &&
                  same_word(said.words[k].text.substr(said.words[k].text.size() - 2), "'s"))));
        then = then || (steps == 0 && said.is(k, {"that"}));
        if (said.is(k, {"this", "of", "to", "in"}) || said.is(k, Role::auxiliary)) break;
      }
      if (!then) continue;
      RequestMention mention;
      mention.noun = said.words[i].span;
      mention.span = mention.noun;
      mention.look = true;
      mentions.push_back(mention);
    }
  }
}

}   // namespace muster::facts
