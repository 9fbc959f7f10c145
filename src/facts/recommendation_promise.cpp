// What the inspected body says that it will do: "we will publish …", "the council said it would recruit …",
// "the board agreed that the police would share …". A forecast, or another's plan, is none.
#include <algorithm>

#include "facts/recommendation.hpp"

namespace muster::facts {
namespace {

bool names_body(const Reading& reading, Span subject) {
  constexpr std::string_view bodies[] = {"council", "trust", "authority", "borough", "hospital", "police", "force", "constabulary", "company", "operator", "provider", "agency", "department", "ministry", "government", "board", "prison",
                                         "school", "college", "university", "service", "home", "organisation", "organization", "city", "county", "state", "province", "association", "states", "administration", "district", "owner", "owners"};
  const std::vector<Word> words = words_of(reading.document, subject);
  if (words.empty() || words.size() > 8 || is_any(words.front().text, {"this", "that", "these", "another", "each", "any", "no"})) return false;
  return std::any_of(std::begin(bodies), std::end(bodies), [&](std::string_view body) { return same_word(words.back().text, body); });
}

}  // namespace

void make_promise(const Reading& reading, const model::Match& match, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  const Span sentence = reading.layers.sentences[match.sentence].span;
  const Span modal = match.group("modal");
  if (is_question(reading.document, sentence)) return refuse(refusals, match, "a question");
  Clause clause = clause_around(reading, sentence, modal);
  // "said it accepted the findings and would roster": the second verb of one subject
  if (const std::vector<Word> before = words_of(reading.document, clause.subject); !before.empty() && is_any(before.back().text, {"and", "but"})) {
    clause.subject = {modal.begin, modal.begin};
    clause.span.begin = modal.begin;
  }
  if (clause.subordinate) return refuse(refusals, match, "a subordinate clause");
  const bool commands = is_any(plain(clause.asker.issuer), {"garda commissioner", "police commissioner", "fire commissioner", "corrections commissioner"});   // they head what is inspected
  if (clause.asker.official && !commands) return refuse(refusals, match, "inspectors' own plans, or their forecast");
  const std::vector<Word> subject = words_of(reading.document, clause.subject);
  const bool itself = subject.empty() || (subject.size() <= 2 && is_any(subject.front().text, {"it", "they", "we", "he", "she"}));
  const bool we = !subject.empty() && same_word(subject.front().text, "we");
  const bool answers = answers_for_body(clause.asker.issuer) || clause.promised;
  const model::Speech* speech = speech_at(reading.layers, modal.begin);
  const bool speaker = speech != nullptr && answers_for_body(speech->speaker_name);
  if (itself) {
    if (!clause.asker.known && !clause.promised) return refuse(refusals, match, "nobody is said to promise this");
    if (we && speech != nullptr && !speech->quoted) return refuse(refusals, match, "the writer's own plans");
    if (!answers && !speaker) return refuse(refusals, match, "the speaker does not answer for the body");
  } else {
    if (!names_body(reading, clause.subject)) return refuse(refusals, match, "no body binds itself");
    if (clause.asker.known && !answers && !speaker) return refuse(refusals, match, "a forecast of someone else");
    if (!clause.asker.known && !clause.promised && !same_word(reading.document.text.folded(modal), "will")) return refuse(refusals, match, "what would be, not what is promised");
  }
  if (!speaks_of_oversight(reading)) return refuse(refusals, match, "the document is not about inspection or inquiry");
  model::Recommendation item;
  item.evidence = evidence_of(reading, match.sentence, *match.rule);
  item.form = model::Form::stated;
  item.kind = model::Asking::commitment;
  item.issuer = clause.asker.issuer;
  if (!itself) item.addressee = addressee_of(reading, clause.subject);
  if (item.issuer.empty()) item.issuer = item.addressee;
  if (!itself && !clause.asker.known) item.confidence = model::Confidence::low;
  add_stated(reading, drafts, std::move(item), trimmed(reading.document, clause.span, ",.\"'"));
}

}  // namespace muster::facts
