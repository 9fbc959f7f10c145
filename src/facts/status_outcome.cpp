// Learning, findings and weaknesses that a look has left, and what was made of them: the noun phrase with its look is
// one part of the sentence, the verb of using it and what turns that verb are the other.
#include "facts/status_outcome.hpp"

#include <algorithm>

namespace muster::facts {
namespace {

using model::StatusValue;

constexpr std::size_t reach = 14;   // words between the findings and what was made of them

// "learning from the audit", "weaknesses, identified through peer review": the words [first, last).
struct Findings {
  std::size_t first = 0, last = 0;
  bool of_one = false;   // of one look ("the peer review in March"), not of looks as such
};

bool mark_between(const Said& said, std::size_t i) { return i + 1 < said.words.size() && !said.joined(i); }

// The look behind `from`, in the same noun phrase; words.size() if there is none. "children's reviews", "this
// inspection" are no such looks.
std::size_t look_behind(const Said& said, std::size_t from) {
  const std::size_t none = said.words.size();
  for (std::size_t i = from; i < none && i < from + 8; ++i) {
    if (i > from && mark_between(said, i - 1)) return none;
    if (said.is(i, {"this", "these", "that"}) || said.is(i, Role::auxiliary)) return none;
    if (said.is(i, WordKind::look_at_people)) return none;
    if (said.is(i, Role::look) && !said.is(i, {"inspectors", "inspector"})) {
      // "audits and peer reviews of 2014"
      std::size_t last = i;
      while (last + 2 < none && last < i + 6 && said.joined(last) &&
             (said.is(last + 1, Role::look) ||
              (said.is(last + 1, {"and", "or", "of", "in"}) &&
               (said.is(last + 2, Role::look) || said.is(last + 3, Role::look) || a_year(said, last + 2)))))
        ++last;
      return last;
    }
  }
  return none;
}

// "a commissioned peer review", "the 2014 audit": of many looks a habit is told, of one what came of it.
bool one_look(const Said& said, std::size_t first, std::size_t look) {
  if (said.words[look].text.back() == 's' || said.is(look + 1, {"and", "activity", "work", "programme", "process"}))
    return false;
  for (std::size_t k = look, steps = 0; k > first && steps < 6; --k, ++steps)
    if (said.is(k - 1, {"a", "an", "the", "its", "our", "that"})) return true;
  return false;
}

std::optional<Findings> findings_in(const Said& said) {
  for (std::size_t i = 0; i + 2 < said.words.size(); ++i) {
    // "audit findings", "the review's recommendations"
    if (said.is(i, WordKind::outcome_noun) && i > 0 && said.joined(i - 1) && said.is(i - 1, Role::look) &&
        !said.is(i - 1, {"inspectors", "inspector"}) && !(i > 1 && said.is(i - 2, {"this", "these"})))
      return Findings{i - 1, i + 1, one_look(said, i > 5 ? i - 5 : 0, i - 1)};
    if (!said.is(i, {WordKind::outcome_noun, WordKind::fault_noun})) continue;
    std::size_t from = i + 1;
    // "learning points which audits identified" is read elsewhere; "learning, from audits, …" here
    if (said.is(from, {"arising", "stemming", "resulting", "gained", "taken", "drawn"})) ++from;
    const bool plain_origin = said.is(i, WordKind::outcome_noun) && said.is(from, {"from", "of", "in"});
    const bool identified = said.is(from, {"identified", "found", "highlighted", "raised", "revealed"}) &&
                            said.is(from + 1, {"by", "through", "in", "from", "during", "via", "at"});
    if (!plain_origin && !identified) continue;
    const std::size_t look = look_behind(said, from + (identified ? 2 : 1));
    if (look < said.words.size()) return Findings{i, look + 1, one_look(said, i, look)};
  }
  // "The peer review in March prompted …": the look itself, as the subject
  for (std::size_t i = 1; i < said.words.size() && i < 7; ++i)
    if (said.is(i, Role::look) && said.is(i - 1, WordKind::kind_of_look) &&
        (!said.joined(i) || said.is(i + 1, WordKind::outcome_verb) || said.is(i + 1, Role::auxiliary) ||
         said.is(i + 1, {"in", "of", "by", "on", "at"})))
      return Findings{i - 1, i + 1, one_look(said, 0, i)};
  return std::nullopt;
}

// What turns the verb at `verb`: from the words [first, verb).
struct Turn {
  bool denied = false, partly = false, happened = false, meant = false;
};

Turn turn_before(const Said& said, std::size_t first, std::size_t verb) {
  Turn turn;
  for (std::size_t k = first; k < verb; ++k) {
    if (said.is(k, Role::plan) && !said.is(k, {"due"})) turn.meant = true;
    turn.denied = turn.denied || said.is(k, Role::negation) || said.is(k, {"no", "nothing", "none", "never"}) ||
                  (said.is(k, {"yet"}) && said.is(k + 1, {"to"}));
    turn.happened = turn.happened || said.is(k, {"has", "have", "had", "was", "were"});
    turn.partly = turn.partly || said.is(k, Role::habit) || said.is(k, Role::fully) ||
                  said.is(k, {"well", "sufficiently", "yet", "effectively", "adequately", "enough"});
  }
  return turn;
}

// "little evidence that", "not possible to see how", "has not ensured that", "it is not clear how": before the findings
bool doubted(const Said& said, std::size_t first) {
  for (std::size_t k = 0; k + 1 < first; ++k) {
    if (said.is(k, {"evidence", "sign", "signs"}) && k > 0 &&
        said.is(k - 1, {"no", "little", "limited", "insufficient"}))
      return true;
    if (said.is(k, {"ensured", "ensure", "clear", "possible", "evident", "demonstrated", "shown"}))
      for (std::size_t n = k > 3 ? k - 3 : 0; n < k; ++n)
        if (said.is(n, Role::negation) || said.is(n, {"failed"})) return true;
    if (said.is(k, {"unclear", "failed", "fails"})) return true;
  }
  return false;
}

Reply reply(const Said& said, StatusValue value, std::size_t first, std::size_t last) {
  return {value, {said.words[first].span.begin, said.words[last].span.end}};
}

// "… has been used to", "… have yet to be acted upon": behind the findings
std::optional<Reply> made_of(const Said& said, const Findings& findings) {
  const std::size_t until = std::min(said.words.size(), findings.last + reach);
  for (std::size_t k = findings.last; k < until; ++k) {
    if (k > findings.last && said.is(k, {"but", "although", "though", "while", "that", "which", "who", "and"}) &&
        !said.is(k - 1, WordKind::outcome_verb))
      return std::nullopt;
    if (!said.is(k, WordKind::outcome_verb)) continue;
    if (said.is(k, {"led", "result", "lead", "resulted"}) && !said.is(k + 1, {"to", "in"})) continue;
    Turn turn = turn_before(said, findings.last, k);
    const bool doubt = doubted(said, findings.first);
    // "led to", "prompted", "informed" with nothing before it: told of then
    const bool past = k == findings.last || turn.happened || said.is(k, {"led", "resulted", "prompted"});
    if (turn.meant && !turn.denied) return std::nullopt;
    if (turn.denied || doubt)
      return reply(said, turn.denied && turn.partly && !said.is(k, {"considered"}) && !(turn.happened && !turn.partly)
                             ? StatusValue::partly_met
                             : StatusValue::not_met,
                   findings.last, k);
    if (!past || turn.partly || !findings.of_one) return std::nullopt;
    if (said.is(k, {"shared", "disseminated", "considered", "discussed"})) {
      // "were shared but have not changed practice"
      for (std::size_t n = k + 1; n < said.words.size(); ++n)
        if (said.is(n, {"but"}) || said.is(n, Role::negation)) return reply(said, StatusValue::partly_met, k, k);
      return std::nullopt;
    }
    return reply(said, StatusValue::in_progress, findings.last, k);
  }
  return std::nullopt;
}

// "have responded well to the outcome of", "Good use has been made of", "has taken on board": before the findings
std::optional<Reply> done_with(const Said& said, const Findings& findings) {
  for (std::size_t k = findings.first, steps = 0; k-- > 0 && steps < 12; ++steps) {
    if (k + 1 < findings.first && said.is(k, {"that", "which", "who", "but"}) && !said.is(k, {"that"}))
      return std::nullopt;
    if (mark_between(said, k)) return std::nullopt;
    if (!said.is(k, WordKind::acts_on_findings)) continue;
    // "Good use has been made of": the verb may stand behind
    Turn turn = turn_before(said, k > 6 ? k - 6 : 0, said.is(k, {"use"}) ? findings.first : k);
    if (said.is(k, {"board"}) && !(k > 1 && said.is(k - 1, {"on"}) && said.is(k - 2, {"taken", "take", "took"})))
      continue;
    bool failed = false;
    for (std::size_t n = k > 6 ? k - 6 : 0; n < k; ++n) failed = failed || said.is(n, {"failed", "fails", "unable"});
    if (failed) return reply(said, StatusValue::not_met, k, k);
    if (turn.meant) return std::nullopt;
    if (turn.denied) return reply(said, turn.partly ? StatusValue::partly_met : StatusValue::not_met, k, k);
    if (!turn.happened || !findings.of_one) return std::nullopt;
    return reply(said, StatusValue::in_progress, k, k);
  }
  return std::nullopt;
}

}   // namespace

std::optional<Reply> outcome_in(const Said& said) {
  if (said.words.size() < 6) return std::nullopt;
  const auto findings = findings_in(said);
  if (!findings) return std::nullopt;
  for (std::size_t k = 0; k < findings->last; ++k)   // what this report itself found
    if (said.is(k, {"this"}) && said.is(k + 1, Role::look)) return std::nullopt;
  if (auto made = made_of(said, *findings)) return made;
  return done_with(said, *findings);
}

void read_outcome(const Reading& reading, const model::Match& match, const std::vector<bool>& asked_now,
                  std::vector<bool>& told, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  if (told[match.sentence]) return refuse(refusals, match, "said already");
  const Said said = read_sentence(reading, match.sentence);
  if (asked_now[match.sentence] || is_question(reading.document, said.span))
    return refuse(refusals, match, "asked, not told");
  const auto outcome = outcome_in(said);
  if (!outcome) return refuse(refusals, match, "nothing says what came of the findings");
  model::Status status;
  status.evidence = evidence_of(reading, match.sentence, *match.rule);
  status.focus = outcome->phrase;
  status.status = outcome->value;
  status.phrase = reading.document.text.string(outcome->phrase);
  status.subject = reading.document.text.string(trimmed(reading.document, said.span, "."));
  status.confidence = model::Confidence::low;
  mark_told(reading, status.evidence.quote, told);
  drafts.statuses.push_back(std::move(status));
}

}   // namespace muster::facts
