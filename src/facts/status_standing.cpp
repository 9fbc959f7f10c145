// How things stand, in words: better, good, bad, lasting; and what became of a thing that was asked for.
#include <algorithm>

#include "facts/status_state.hpp"

namespace muster::facts {

using model::StatusValue;

// How things stand in the words [first, last).
State state_of(const StatusWords& lists, const Said& said, std::size_t first, std::size_t last) {
  State out;
  const auto denied = [&](std::size_t i, bool bad = false) {
    for (std::size_t k = i > first + 4 ? i - 4 : first; k < i; ++k)
      if ((said.is(k, Role::negation) && !said.is(k + 1, {"only"})) ||
          said.is(k, {"no", "lack", "less", "insufficiently", "unlikely"}) ||
          (said.is(k, {"yet"}) && said.is(k + 1, {"to"})) || (!bad && said.is(k, WordKind::need_word)))
        return true;
    return false;
  };
  const auto note = [&](bool& what, std::size_t i) {
    what = true;
    if (!out.word) out.word = i;
  };
  for (std::size_t i = first; i < last && i < said.words.size(); ++i) {
    const std::string kind = lists.state(said.words[i].text);
    if (const auto [words, phrase] = lists.state_phrase(said.words, i); words > 1) {
      if (i > 0 && said.is(i, {"put"}) && said.is(i - 1, {"to"})) {   // "asked it to put in place a check"
        i += words - 1;
        continue;
      }
      const bool no = denied(i);
      note(phrase == "bad" || no ? out.bad
           : phrase == "lasting" ? out.lasting
           : phrase == "better"  ? out.better
                                 : out.good,
           i);
      i += words - 1;
      continue;
    }
    out.now = out.now || said.is(i, {"now", "currently", "fully"});
    if (said.is(i, {"no"}) &&
        (said.is(i + 1, {"longer"}) || (said.is(i + 1, {"more"}) && i + 2 >= said.words.size()))) {
      note(out.better, i);
      ++i;
      continue;
    }
    // "are not consistently robust": so in part
    if (said.is(i, Role::negation) &&
        (said.is(i + 1, {"consistently", "always", "universally", "uniformly"}) ||
         (said.is(i + 1, {"yet", "all"}) && said.is(i + 2, {"consistently", "sufficiently"})))) {
      note(out.bad, i);
      out.better = true;
      ++i;
      continue;
    }
    if ((said.is(i, Role::negation) && !said.is(i + 1, {"only"})) ||
        (said.is(i, {"no"}) && !said.is(i + 1, Role::number)) ||
        (said.is(i, {"too"}) && said.is(i + 1, {"many", "much", "slow", "long", "few", "often", "little", "late"})) ||
        said.is(i, {"nor"}) ||
        (said.is(i, {"needs", "need", "requires", "require"}) && said.is(i + 1, {"to", "further", "more"}))) {
      note(out.bad, i);
      continue;
    }
    if (said.is(i, {"yet"}) && said.is(i + 1, {"to"})) {
      note(out.bad, i);
      continue;
    }
    if (kind.empty()) continue;
    if (said.is(i, {"improvement"}) && i > 0 && said.is(i - 1, {"requires", "require", "requiring", "required"}))
      continue;   // a grade
    if (kind == "better" && i > 0 && said.is(i - 1, {"to", "further"})) continue;   // what it is for
    if (kind == "lasting") {
      // "remain strong", "continue to benefit": lasting good is good
      bool fine = said.is(i, {"evident", "again"});
      for (std::size_t k = i + 1; k < i + 5 && k < said.words.size(); ++k)
        fine = fine ||
               (!said.is(k, {"routinely", "consistently", "regular"}) && lists.state(said.words[k].text) == "good" &&
                (said.words[k].text.size() < 3 ||
                 !same_word(said.words[k].text.substr(said.words[k].text.size() - 2), "ed"))) ||
               said.is(k, WordKind::could_do_better);
      if (!fine) note(out.lasting, i);
      continue;
    }
    const bool no = denied(i, kind == "bad");
    if (kind == "bad" && !no && said.is(i, WordKind::slow_adjective)) {
      note(out.bad, i);
      out.better = true;
    }   // so in part
    else if (kind == "bad")
      note(no ? out.better : out.bad, i);
    else if (no) note(out.bad, i);
    else if (kind == "better") note(out.better, i);
    else note(out.good, i);
  }
  return out;
}

// "has not paid the sum we recommended", "has bought the boats we asked for": what the clause before the thing does
// with it.
std::optional<StatusValue> done_before(const Said& said, std::size_t until, Span& phrase) {
  for (std::size_t i = until; i-- > 0 && i + 9 > until;) {
    if (said.is(i, {"will", "would", "should", "must", "to", "could", "may", "if", "whether"})) return std::nullopt;
    if (said.is(i, {"nothing"}) && i > 0 && said.is(i - 1, {"done"})) {
      phrase = said.words[i].span;
      return StatusValue::not_met;
    }
    if (said.is(i, {"is", "are", "was", "were"}) && i + 1 < until && said.words[i + 1].text.size() > 5 &&
        same_word(said.words[i + 1].text.substr(said.words[i + 1].text.size() - 3), "ing")) {
      phrase = said.words[i].span.join(said.words[i + 1].span);
      return StatusValue::in_progress;
    }
    if (!said.is(i, {"has", "have", "had", "hasn't", "haven't", "hadn't"})) continue;
    // "have still not had the training": the deed, not the auxiliary
    if (said.is(i, {"had"}) &&
        ((i > 0 && said.is(i - 1, {"not", "has", "have", "now"})) || (i > 1 && said.is(i - 2, {"has", "have"}))))
      continue;
    bool denied = said.words[i].text.size() > 4, deed = false, part = false;
    for (std::size_t k = i + 1; k < until; ++k) {
      if (said.is(k, {"not"}) && said.is(k + 1, {"all", "every"})) {
        part = true;
        ++k;
        continue;
      }
      part = part || said.is(k, {"part", "some", "half", "several", "partly", "partially"});
      if (said.is(k, {"allowed", "let", "ignored", "neglected"})) denied = true;
      denied = denied || said.is(k, Role::negation) || said.is(k, {"failed", "yet"});
      if (said.is(k, {"nothing"})) {
        phrase = said.words[k].span;
        return StatusValue::not_met;
      }
      const std::string_view w = said.words[k].text;
      deed = deed || (w.size() > 3 && ((said.is(k, WordKind::irregular_participle) || said.is(k, {"had"})) ||
                                       same_word(w.substr(w.size() - 2), "ed")));
    }
    if (!denied && !deed) return std::nullopt;
    phrase = {said.words[i].span.begin, said.words[std::min(i + 2, until - 1)].span.end};
    return denied ? StatusValue::not_met : part ? StatusValue::partly_met : StatusValue::met;
  }
  return std::nullopt;
}

// "… has been overhauled", "… is being overhauled", "… has not opened", "…, opened in April": what became of the thing.
std::optional<StatusValue> done_after(const Said& said, std::size_t from, Span& phrase) {
  for (std::size_t i = from; i < said.words.size() && i < from + 4; ++i) {
    const bool simple = i == from && said.is(i, WordKind::simple_turn);
    if (!simple && !said.is(i, {"has", "have", "had", "is", "are", "was", "were"})) continue;
    bool denied = false, being = false;
    std::size_t deed = simple ? i : i + 1;
    for (; !simple && deed < said.words.size() &&
           (said.is(deed, Role::adverb) || said.is(deed, Role::negation) ||
            said.is(deed, {"been", "being", "since", "now", "hardly", "largely", "partly"}));
         ++deed) {
      denied = denied || said.is(deed, Role::negation);
      being = being || said.is(deed, {"being"});
    }
    if (deed >= said.words.size()) return std::nullopt;
    const std::string_view w = said.words[deed].text;
    if (!(w.size() > 4 && same_word(w.substr(w.size() - 2), "ed")) && !said.is(deed, WordKind::done_participle))
      return std::nullopt;
    if (said.is(deed, WordKind::no_deed_participle)) return std::nullopt;
    phrase = said.words[i].span.join(said.words[deed].span);
    if (!denied &&
        (said.is(deed + 1, {"again", "repeated", "anew"}) ||
         (said.is(deed + 1, {"once"}) && said.is(deed + 2, {"more", "again"}))) &&
        is_any(w, {"made", "repeated", "seen", "found"}))
      return StatusValue::not_met;   // "were made again"
    // "introduced on two of the four units"
    if (!denied && said.is(deed + 1, {"on", "in", "at", "for"}) && said.is(deed + 2, Role::number) &&
        said.is(deed + 3, {"of"}))
      return StatusValue::partly_met;
    return denied ? StatusValue::not_met : being ? StatusValue::in_progress : StatusValue::met;
  }
  return std::nullopt;
}

}   // namespace muster::facts
