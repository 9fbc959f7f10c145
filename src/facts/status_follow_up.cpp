// What has been done, is being done and has yet to be done, in texts that follow earlier requests up.
#include "facts/memory.hpp"
#include "facts/status_follow_up.hpp"

#include <algorithm>

namespace muster::facts {
namespace {

using model::StatusValue;

constexpr std::size_t longest_text = 150;   // sentences; a longer text tells of much else
constexpr std::uint32_t nearby = 2;   // sentences between a statement and the deed beside it

// Behind "Inspectors said that", "According to the report,": where what is told begins.
std::size_t told_from(const Said& said) {
  std::size_t from = 0;
  for (std::size_t k = 1; k < said.words.size() && k < 12; ++k) {
    if (said.is(k - 1, Role::auxiliary) && !said.is(k - 1, {"that"})) break;   // the clause has its verb
    if (!said.is(k, WordKind::reporting_verb) && !said.is(k, WordKind::telling_verb)) continue;
    if (said.is(k - 1, Role::auxiliary) || said.is(k - 1, {"to"})) continue;
    if (said.is(k, {"found", "saw"})) return said.words.size();   // what is found now
    from = said.is(k + 1, {"that"}) ? k + 2 : said.is(k + 2, {"that"}) ? k + 3 : k + 1;
    break;
  }
  return from;
}

// Who or what the clause is about: people do and suffer, those who look have looked; neither is a thing that was asked
// for.
bool about_a_thing(const Said& said, std::size_t first, std::size_t verb) {
  std::size_t i = first;
  while (i < verb && (said.is(i, Role::lead) || said.is(i, Role::adverb) || said.is(i, {"also", "but", "and"}))) ++i;
  if (i >= verb) return false;
  if (said.is(i, {"he", "she", "i", "we", "you", "who", "there", "nobody", "someone"})) return false;
  const std::size_t head = std::min(verb, i + 5);
  for (std::size_t k = i; k < head; ++k) {
    if (said.is(k, {"of", "to", "for", "in", "on", "that", "which"})) break;
    if (said.is(k, Role::look) || said.is(k, Role::looker)) return false;
    if (said.is(k, WordKind::acted_upon)) return false;
  }
  return true;
}

bool participle_of_doing(const Said& said, std::size_t k) {
  return said.is(k, WordKind::put_in_place) || said.is(k, WordKind::deed_done) || said.is(k, WordKind::begun_deed);
}

struct Step {
  std::optional<StatusValue> value;
  std::size_t first = 0, last = 0;
};

// The auxiliary at `i` and what hangs on it: "has not yet been fitted", "is being drafted", "has yet to introduce".
Step step_at(const Said& said, std::size_t first, std::size_t i) {
  Step step;
  step.first = i;
  const bool be = said.is(i, {"is", "are", "was", "were"}), have = said.is(i, {"has", "have", "had"});
  if (!be && !have) return step;
  bool no = false, being = false, been = false, begun = false;
  std::size_t k = i + 1;
  for (; k < said.words.size() && k < i + 6; ++k) {
    if (said.is(k, Role::negation)) no = true;
    else if (said.is(k, {"being"})) being = true;
    else if (said.is(k, {"been"})) been = true;
    else if (said.is(k, {"still", "now", "since", "all", "both", "yet", "already", "also", "finally", "largely",
                         "partly", "fully", "only", "even"}) ||
             said.is(k, Role::adverb)) {
      if (said.is(k, {"yet"}) && said.is(k + 1, {"to"})) {
        // "has yet to introduce", "is yet to be built"
        step.last = std::min(k + 2, said.words.size() - 1);
        if (k + 2 < said.words.size() &&
            !said.is(k + 2, {"see", "hear", "say", "decide", "come", "comment", "respond", "be"}))
          step.value = StatusValue::not_met;
        if (said.is(k + 2, {"be"}) && participle_of_doing(said, k + 3)) step.value = StatusValue::not_met;
        return step;
      }
    } else break;
  }
  if (k >= said.words.size()) return step;
  step.last = k;
  // "is under way", "are in progress", "has begun"
  begun = (said.is(k, {"under"}) && said.is(k + 1, {"way"})) || said.is(k, {"underway", "begun", "started"}) ||
          (said.is(k, {"in"}) && said.is(k + 1, {"progress", "hand", "train"}));
  if (said.is(k, {"under", "in"})) step.last = k + 1;
  if (begun) {
    step.value = no ? StatusValue::not_met : StatusValue::in_progress;
    if (have && !no && !said.is(k, {"begun", "started"})) step.value.reset();
    return step;
  }
  if (!participle_of_doing(said, k)) return step;
  // "was finished in January", "has been built", "has introduced", "have not bought"
  if (no) step.value = StatusValue::not_met;
  else if (being) step.value = StatusValue::in_progress;
  else if (said.is(k, WordKind::begun_deed)) step.value = StatusValue::in_progress;
  else if (been || have || (be && said.is(i, {"was", "were"}))) step.value = StatusValue::met;
  else if (be && said.is(i + 1, {"now", "all"})) step.value = StatusValue::met;
  static_cast<void>(first);
  return step;
}

// "…, but only at three ports", "…, although those upstairs had not been touched": short of all
bool falls_short(const Said& said, std::size_t from) {
  for (std::size_t k = from; k < said.words.size(); ++k) {
    if (!said.is(k, {"but", "although", "though", "while"})) continue;
    for (std::size_t w = k + 1; w < said.words.size(); ++w)
      if (said.is(w, Role::negation) || said.is(w, {"only", "no", "still", "yet"})) return true;
    return false;
  }
  return false;
}

// "The promised scanner has not been installed", "has yet to set up the hotline it agreed to in 2021"
bool promised_here(const Reading& reading, const Said& said) {
  for (std::size_t i = 1; i + 1 < said.words.size(); ++i)
    if (said.is(i, {"promised", "long-promised", "pledged"}) && said.is(i - 1, {"the", "its", "their", "a"}) &&
        said.joined(i) && !said.is(i + 1, Role::auxiliary) && !said.is(i + 1, {"to", "by", "that", "in"}))
      return true;
  if (!said.has(WordKind::promised_to)) return false;
  const std::vector<RequestMention> mentions = requests_in(reading, said);
  return std::any_of(mentions.begin(), mentions.end(), [](const RequestMention& m) { return m.relative; });
}

// "The agency", "It", "Management": whoever was asked is the subject
bool by_the_body(const Said& said) {
  if (said.is(0, {"it", "they", "management", "officials"})) return true;
  for (std::size_t k = 1; k < 5 && k < said.words.size() && said.is(0, {"the"}); ++k)
    if (said.is(k, WordKind::inspected_body)) return true;
  return false;
}

}   // namespace

std::optional<Reply> deed_in(const Said& said) {
  if (said.words.size() < 5) return std::nullopt;
  if (said.is(0, {"where", "if", "when", "while", "as", "until", "once", "in", "at"}) || said.is(0, Role::number))
    return std::nullopt;
  const std::size_t first = told_from(said);
  for (std::size_t i = first; i < said.words.size() && i < first + 22; ++i) {
    if (said.is(i, Role::plan) && said.words[i].text != "May" && !said.is(i, {"due", "plan", "plans"}))
      return std::nullopt;
    if (said.is(i, {"if", "whether", "unless", "until", "when", "before", "because", "after"}) && i > first)
      return std::nullopt;
    if (said.is(i, {"who", "which", "that"}) && i > first) continue;
    Step step = step_at(said, first, i);
    // "The agency completed a pilot in two states but has not extended it"
    if (!step.value && i > 1 && i < 6 && said.is(i, WordKind::put_in_place) && by_the_body(said) &&
        !said.is(i - 1, Role::auxiliary) && !said.is(i - 1, {"to", "not", "never"}) && i + 1 < said.words.size() &&
        said.joined(i) && !said.is(i + 1, {"by", "in", "at", "with"})) {
      step.value = StatusValue::met;
      step.first = step.last = i;
    }
    if (!step.value) continue;
    if (i > 0 && said.is(i - 1, {"who", "which", "that"})) continue;   // beside what the sentence tells
    if (!about_a_thing(said, first, i)) return std::nullopt;
    StatusValue value = *step.value;
    if ((value == StatusValue::met || value == StatusValue::in_progress) && falls_short(said, step.last + 1))
      value = StatusValue::partly_met;
    return Reply{value, {said.words[step.first].span.begin, said.words[step.last].span.end}};
  }
  return std::nullopt;
}

void read_follow_up(const Reading& reading, const std::vector<bool>& asked_now, std::vector<bool>& told,
                    model::Drafts& drafts, std::vector<Refusal>* refusals) {
  const auto& sentences = reading.layers.sentences;
  if (sentences.size() > longest_text) return;
  const auto beside = [&](std::uint32_t at) {
    for (std::uint32_t step = 1; step <= nearby; ++step) {
      if (at >= step && told[at - step] && sentences[at].block <= sentences[at - step].block + (step == 1 ? 1 : 0))
        return true;
      if (step == 1 && at + 1 < told.size() && told[at + 1] && sentences[at].block == sentences[at + 1].block)
        return true;
    }
    return false;
  };
  // "In 2019 the auditor asked the port for a second crane. It has yet to buy one."
  const auto asked_before = [&](std::uint32_t at) {
    if (at == 0 || sentences[at].block != sentences[at - 1].block) return false;
    const Said before = read_sentence(reading, at - 1);
    return tells_what_was_asked(before) || told_in(before) == Told::asked;
  };
  std::uint32_t last = static_cast<std::uint32_t>(sentences.size());
  for (const Made& made : matches_for(reading, Fact::status)) {
    const model::Match& match = *made.match;
    if (made.how != "follow-up" || match.sentence == last) continue;
    last = match.sentence;
    if (told[match.sentence] || asked_now[match.sentence] ||
        is_question(reading.document, sentences[match.sentence].span))
      continue;
    const Said said = read_sentence(reading, match.sentence);
    const bool answers = asked_before(match.sentence) && !told[match.sentence - 1];
    if (!answers && !beside(match.sentence) && !asked_before(match.sentence) && !promised_here(reading, said)) {
      refuse(refusals, match, "no earlier request is followed up here");
      continue;
    }
    const auto deed = deed_in(said);
    // what has been done may be told of anything; what has not, is told because it was asked for
    // (but the body that was asked answers with it: "We recommended a form. The agency has issued one.")
    if (!deed || (deed->value == StatusValue::met && !(answers && by_the_body(said)))) {
      refuse(refusals, match, "tells of no deed");
      continue;
    }
    model::Status status;
    status.evidence = evidence_of(reading, match.sentence, *match.rule);
    if (answers) status.evidence.quote = sentences[match.sentence - 1].span.join(said.span);
    status.focus = deed->phrase;
    status.status = deed->value;
    status.phrase = reading.document.text.string(deed->phrase);
    status.subject =
        reading.document.text.string(trimmed(reading.document, {said.span.begin, deed->phrase.begin}, ",;."));
    status.confidence = model::Confidence::low;
    mark_told(reading, status.evidence.quote, told);
    drafts.statuses.push_back(std::move(status));
  }
}

}   // namespace muster::facts
