// What stands before a verdict and turns it (not, almost, partly, being, no evidence that) or makes it a hypothesis.
#include "facts/status_turns.hpp"

#include <algorithm>

namespace muster::facts {

bool ends_in(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view end) {
    return word.size() > end.size() && same_word(word.substr(word.size() - end.size()), end);
  });
}

// "has not ensured that recommendations are implemented"
bool not_ensured(const Said& said, std::size_t at) {
  for (std::size_t i = 1; i + 1 < at; ++i)
    if (said.is(i, {"ensured", "ensure"}) && said.is(i + 1, {"that"}) &&
        (said.is(i - 1, Role::negation) || (i > 1 && said.is(i - 1, Role::adverb) && said.is(i - 2, Role::negation)) ||
         (i > 1 && said.is(i - 1, {"to"}) && said.is(i - 2, {"failed"}))))
      return true;
  return false;
}

Before read_before(const Reading& reading, const Said& said, Span phrase, std::size_t at, bool noun) {
  const std::string_view text = reading.document.text.folded();
  Before out;
  out.begin = phrase.begin;
  bool aux = false;
  for (std::size_t i = at, steps = 0; i-- > 0 && steps < 9; ++steps) {
    const Word& word = said.words[i];
    const std::uint32_t next = i + 1 < said.words.size() ? said.words[i + 1].span.begin : phrase.begin;
    const std::string_view gap = text.substr(word.span.end, std::min(next, phrase.begin) - word.span.end);
    if (gap.find(';') != std::string_view::npos || gap.find(':') != std::string_view::npos ||
        (gap.find(',') != std::string_view::npos && aux))
      break;
    const std::string_view w = word.text;
    if (same_word(w, "longer") && i > 0 && said.is(i - 1, {"no"})) {
      out.gone = true;
      out.begin = said.words[i - 1].span.begin;
      --i;
      continue;
    }
    if (said.is(i, Role::negation)) {
      out.negative = true;
      aux = true;
      out.begin = word.span.begin;
      continue;
    }
    if (said.is(i, Role::fully)) {
      out.full = true;
      if (!same_word(w, "all")) out.begin = word.span.begin;
      continue;
    }
    if (said.is(i, Role::almost)) {
      out.almost = true;
      out.habit = out.habit || same_word(w, "generally");
      out.begin = word.span.begin;
      continue;
    }
    if (same_word(w, "but") && i > 0 && said.is(i - 1, {"all"})) {   // "has all but been dealt with"
      out.almost = true;
      out.begin = said.words[i - 1].span.begin;
      --i;
      continue;
    }
    if (same_word(w, "part") && i > 0 && said.is(i - 1, {"most", "greater", "large"})) break;   // "for the most part"
    if (said.is(i, Role::partly)) {
      out.partly = true;
      out.begin = word.span.begin;
      continue;
    }
    if (same_word(w, "being")) {
      out.being = true;
      aux = true;
      out.passive = true;
      out.begin = word.span.begin;
      continue;
    }
    if (same_word(w, "be")) out.plan = true;   // "will be", "to be", "that it be": not yet
    if (said.is(i, {"been", "was", "were", "is", "are", "be", "remain", "remains", "remained", "get", "got", "stay",
                    "stays", "stayed", "stand", "stands", "stood"})) {
      out.passive = aux = true;
      out.present = out.present || (!out.finite && said.is(i, {"is", "are"}) && !(i > 0 && said.is(i - 1, {"now"})));
      out.finite = out.finite || !said.is(i, {"been", "be"});
      continue;
    }
    if (said.is(i, {"has", "have", "had", "did", "do", "does"})) {
      aux = out.finite = true;
      continue;
    }
    if (same_word(w, "yet")) {
      out.failing = out.failing || said.is(i + 1, {"to"});
      out.negative = out.negative || out.failing;
      continue;
    }
    // "was found to have implemented", "seems to have been picked up": done, as far as one can see
    if (same_word(w, "to") && said.is(i + 1, {"have"}) && i > 0) {
      bool regarded = said.is(i - 1, WordKind::seems_to_be);   // "We consider recommendation 9 to have been met"
      for (std::size_t k = i > 7 ? i - 7 : 0; k < i; ++k)
        regarded = regarded || (said.is(k, {WordKind::regards_as, WordKind::rates_as}) && k > 0 &&
                                (said.is(k - 1, Role::looker) || said.is(k - 1, {"now", "therefore"})));
      if (regarded) {
        aux = true;
        continue;
      }
    }
    if (same_word(w, "date") && i > 0 && said.is(i - 1, {"to"})) break;   // "to bring plans up to date had been met"
    if (same_word(w, "to")) {
      out.plan = aux = true;
      continue;
    }
    if (said.is(i, WordKind::fails_to) && out.plan) {
      out.failing = out.negative = true;
      out.begin = word.span.begin;
      break;
    }
    if (said.is(i, {"still", "has", "remains", "remain", "remained"}) && out.plan) {
      out.failing = out.negative = true;
      continue;
    }
    if (w == "May") break;
    // "the quality of plans have": a noun
    if (said.is(i, WordKind::plan_noun_verb) && !said.is(i + 1, {"to"})) break;
    if (said.is(i, Role::plan)) {
      out.plan = aux = true;
      if (said.is(i, {"expected", "due", "if", "whether", "until", "unless", "once"})) break;
      continue;
    }
    // "not yet been agreed or implemented", "have been accepted and acted on": one auxiliary for both
    if (said.is(i, {"or", "and"}) && i > 1 && ends_in(said.words[i - 1].text, {"ed", "en", "wn"}) &&
        (said.is(i - 2, Role::auxiliary) || said.is(i - 2, Role::adverb) || said.is(i - 2, Role::fully))) {
      --i;
      continue;
    }
    // "has not progressed the plans or addressed the deficits": the denial is of both
    if (same_word(w, "or"))
      for (std::size_t k = i, more = 0; k-- > 0 && more < 7 && said.joined(k); ++more)
        if (said.is(k, Role::negation)) {
          out.negative = true;
          break;
        }
    // "has not made sufficient progress"
    if (noun && said.is(i, WordKind::made_of_progress)) {
      if (!same_word(w, "been")) aux = true;
      continue;
    }
    if (w.size() > 4 && same_word(w.substr(w.size() - 2), "ly")) {
      out.habit = out.habit || said.is(i, Role::habit);
      continue;
    }
    if (said.is(i, Role::adverb)) {
      out.habit = out.habit || said.is(i, Role::habit);
      continue;
    }
    break;
  }
  return out;
}

// "If the recommendations are implemented, …": everything up to the comma is supposed.
// "asked why the repairs remained outstanding": who asks why takes it for a fact
static bool asks_why(const Said& said, std::size_t why, std::size_t verdict) {
  if (!said.is(why, {"why"})) return false;
  for (std::size_t k = 0; k < verdict; ++k)
    if (said.is(k, {"any", "must", "should", "if", "whether", "where", "when", "shall"})) return false;
  for (std::size_t k = why + 1; k <= verdict && k < said.words.size(); ++k)
    if (said.is(k, {"had", "has", "have", "was", "were", "remained", "remains", "remain"})) return true;
  return false;
}

bool supposed(const Reading& reading, const Said& said, Span phrase, std::size_t at, bool finite_passive,
              bool falls_short) {
  const std::string_view text = reading.document.text.folded();
  // "The recommendations to ensure that … when they return have not been met": what was asked is not supposed
  const std::size_t verdict_at = at;
  if (finite_passive)
    for (std::size_t i = at; i-- > 0;)
      if (said.is(i + 1, {"to", "that", "on", "about", "for", "which", "regarding", "including"}) &&
          (said.is(i, WordKind::request_word) || said.is(i, {"improvement"}))) {
        at = i;
        break;
      }
  for (std::size_t i = at; i-- > 0;) {
    const std::uint32_t next = i + 1 < said.words.size() ? said.words[i + 1].span.begin : phrase.begin;
    const std::string_view gap =
        next > said.words[i].span.end ? between(text, said.words[i].span.end, next) : std::string_view{};
    if (gap.find_first_of(",;:") != std::string_view::npos) break;
    // "The recommendation that doors should be locked had been achieved": the duty is another verb's.
    if (said.is(i, {"would", "should", "must"}) && !finite_passive) return true;
    if (said.is(i, {"could", "can"}) && said.is(i + 1, {"find", "see", "identify", "locate"}))
      continue;   // "could find no evidence that"
    if ((said.is(i, {"cannot"}) && said.is(i + 1, {"show", "demonstrate", "prove"})) ||
        (said.is(i, {"could", "can"}) && said.is(i + 1, {"not"}) && said.is(i + 2, {"show", "demonstrate", "prove"})))
      continue;   // "could not show us that it had"
    if (falls_short && asks_why(said, i, verdict_at)) continue;
    if (!said.is(i, Role::supposes) || said.words[i].text == "May" || (said.is(i, {"ensure"}) && not_ensured(said, at)))
      continue;
    if (said.is(i, {"monitor"}) && i + 1 < said.words.size() && said.words[i + 1].text.front() >= 'A' &&
        said.words[i + 1].text.front() <= 'Z')
      continue;   // "monitor Alan Cole"
    if (i > 0 && said.is(i, {"assess"}) && said.is(i - 1, {"we", "i"})) continue;   // "We assess four as met."
    if (i > 0 && said.is(i, {"monitor", "test", "check"}) &&
        said.is(i - 1, {"the", "a", "an", "court", "federal", "independent", "our"}))
      continue;   // somebody, or a thing
    // "what the commission asked for": what was asked, not a question
    if (said.is(i, {"what"})) {
      bool asked = false;
      for (std::size_t k = i + 1; k < verdict_at && k < i + 8; ++k)
        asked = asked || said.is(k, Role::asked) || said.is(k, {"wanted"});
      if (asked) continue;
    }
    if (said.is(i, {"wanted", "urged"}) && i > 0 && said.is(i - 1, Role::looker))
      continue;   // "the fixes the auditor wanted"
    // "Many crucial recommendations", "an important action": an adjective of the noun
    if (said.is(i, WordKind::vital_adjective) && !said.is(i + 1, {"that", "to", "for"})) continue;
    return true;
  }
  bool first = true;   // but for a paragraph's number
  for (std::size_t i = 0; i < at; ++i) {
    if (said.is(i, {"whether"}) ||
        (said.is(i, {"why"}) && i > 0 && said.is(i - 1, {"explain", "explained", "asked"}) &&
         !(falls_short && asks_why(said, i, verdict_at))) ||
        (said.is(i, {"denied", "denies", "deny"}) && said.is(i + 1, {"that", "the", "it"})) ||
        (first && said.is(i, {"had"})))
      return true;
    first = first && said.is(i, Role::number) && !said.joined(i);
  }
  // "has not been assured that", "it is not clear that"
  for (std::size_t i = 1; i + 1 < verdict_at; ++i)
    if (said.is(i, {"clear", "convinced", "confirmed"}) && said.is(i + 1, {"that"}))
      for (std::size_t k = i > 4 ? i - 4 : 0; k < i; ++k)
        if (said.is(k, Role::negation) || said.is(k, {"no", "little", "yet"})) return true;
  return false;
}

// "There is no evidence that the recommendation has been acted on": as good as not.
bool no_evidence(const Said& said, std::size_t at) {
  for (std::size_t i = 1; i + 1 < at; ++i)
    if (said.is(i, {"evidence", "sign", "indication"}) && said.is(i + 1, {"that"}) &&
        (said.is(i - 1, {"no", "little", "insufficient", "any"}) || (i > 1 && said.is(i - 2, {"no", "little"}))))
      return true;
  for (std::size_t i = 0; i + 3 < at; ++i)
    if (said.is(i, {"nothing"}) && said.is(i + 1, {"to"}) &&
        said.is(i + 2, {"show", "suggest", "indicate", "demonstrate"}) && said.is(i + 3, {"that"}))
      return true;
  // "has not been assured that": nobody has shown it
  for (std::size_t i = 2; i + 1 < at; ++i)
    if (said.is(i, {"assured", "demonstrated", "shown", "satisfied"}) && said.is(i + 1, {"that"}) &&
        (said.is(i - 1, Role::negation) || said.is(i - 2, Role::negation)))
      return true;
  // "could not show us that recommendation 3 had been carried out"
  for (std::size_t i = 1; i + 1 < at; ++i)
    if (said.is(i, {"show", "demonstrate", "prove", "evidence"}) &&
        (said.is(i + 1, {"that"}) ||
         (said.is(i + 1, {"us", "inspectors", "auditors", "me"}) && said.is(i + 2, {"that"}))) &&
        (said.is(i - 1, Role::negation) || (said.is(i - 1, {"to"}) && i > 1 && said.is(i - 2, {"unable", "failed"}))))
      return true;
  // "has not provided any evidence that it has": the same of papers
  for (std::size_t i = 2; i + 1 < at; ++i)
    if (said.is(i, WordKind::proof_noun) && said.is(i + 1, WordKind::proving))
      for (std::size_t k = i > 7 ? i - 7 : 0; k + 1 < i; ++k)
        if ((said.is(k, Role::negation) || said.is(k, {"failed", "unable"})) && (said.is(k + 1, WordKind::handed_over)))
          return true;
  return not_ensured(said, at);
}

// "has not consistently ensured that": in part
bool ensured_in_part(const Said& said, std::size_t at) {
  for (std::size_t i = 2; i + 1 < at; ++i)
    if (said.is(i, {"ensured", "ensure"}) && said.is(i + 1, {"that"}) &&
        said.is(i - 1, {"consistently", "always", "fully"}) && said.is(i - 2, Role::negation))
      return true;
  return false;
}

// "has, in the main, been met", "has for the most part been done", "in most respects"
bool in_the_main(const Said& said, std::size_t at, std::size_t behind) {
  const auto phrase = [&](std::size_t k) {
    return (said.is(k, {"in"}) &&
            ((said.is(k + 1, {"the"}) && said.is(k + 2, {"main"})) ||
             (said.is(k + 1, {"large", "great"}) && said.is(k + 2, {"part", "measure"})) ||
             (said.is(k + 1, {"most", "nearly", "almost"}) && said.is(k + 2, {"respects", "ways", "all"})) ||
             (said.is(k + 1, {"all"}) && said.is(k + 2, {"but"}) && said.is(k + 3, {"name"})))) ||
           (said.is(k, {"for"}) && said.is(k + 1, {"the"}) && said.is(k + 2, {"most", "greater"}) &&
            said.is(k + 3, {"part"})) ||
           (said.is(k, {"by"}) && said.is(k + 1, {"and"}) && said.is(k + 2, {"large"}));
  };
  for (std::size_t k = at > 7 ? at - 7 : 0; k < at; ++k)
    if (phrase(k)) return true;
  return phrase(behind);
}

// "Visits in 2017 reported that progress was slow": what was found then is no word on today.
bool found_then(const Said& said, std::size_t at) {
  for (std::size_t i = 1; i + 1 < at; ++i) {
    if (!(said.is(i, {WordKind::telling_verb, WordKind::result_verb}) ||
          said.is(i, {"identified", "judged", "highlighted"})) ||
        !(said.is(i + 1, WordKind::slow_adjective) || said.is(i + 1, {"that", "progress", "poor", "insufficient"})))
      continue;
    bool look = false, then = false, again = false;
    std::size_t subject = i;   // "made after the inspection, in 2018, the service said": not the look
    while (subject > 0 && subject + 7 > i && said.joined(subject - 1)) --subject;
    for (std::size_t k = subject; k < i; ++k) {
      look = look || said.is(k, Role::look);
      again = again || said.is(k, WordKind::follow_up_adjective);   // "a follow-up review in 2020": the later look
      then = then || said.is(k, {"early", "initial"}) ||
             (said.is(k, Role::earlier) && !said.is(k, {"by", "full", "recent", "follow-up"}));
    }
    if (look && then && !again) return true;
  }
  return false;
}

bool more_to_do(const Said& said, std::size_t behind) {
  const std::size_t lead = said.is(0, Role::number) ? 1 : 0;
  bool but = said.is(lead, {"although", "though", "while", "whilst"});
  for (std::size_t k = behind; k < said.words.size(); ++k) {
    but = but || said.is(k, {"but", "however", "although", "though", "yet", "while", "whilst"});
    if (but && said.is(k, {"not"}) && said.is(k + 1, {"enough"})) return true;
    if (!but || !said.is(k, {"more", "further", "much", "considerable", "significant", "substantial", "lot"})) continue;
    for (std::size_t w = k; w < k + 6 && w < said.words.size(); ++w) {
      if (said.is(w, {"do"}) || (w > k + 1 && said.is(w, {"done"}) && said.is(w - 1, {"be"}) && said.is(w - 2, {"to"})))
        return true;   // "more to do", "much remains to be done"
      if (said.is(w, {"work", "progress", "improvement", "improvements", "action"}) &&
          (said.is(w + 1, {"remains", "remained", "needed", "required"}) ||
           (said.is(w + 1, {"is", "was", "are", "were"}) && (said.is(w + 2, {"needed", "required", "necessary"}) ||
                                                             said.is(w + 3, {"needed", "required", "necessary"})))))
        return true;   // "further work is needed"
      if (w > k && !said.joined(w - 1)) break;
    }
    if (said.is(k, {"more"}) && k > 0 && said.is(k - 1, {"do"})) return true;
  }
  return false;
}

}   // namespace muster::facts
