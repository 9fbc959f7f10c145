// Who asks by a verb of asking, and the request that is made of it.
#include "facts/asking.hpp"

#include <algorithm>

#include "facts/listed.hpp"

namespace muster::facts {
namespace {

// The words around the verb as it stands: where the group begins ("has also been told"), and what it is.
struct VerbGroup {
  std::size_t begin = 0;
  bool passive = false;
  const char* refused = nullptr;   // why it asks for nothing
};

VerbGroup group_before(const Words& words, std::size_t verb, std::string_view written) {
  VerbGroup group;
  group.begin = verb;
  const bool ing = written.find("ing") != std::string_view::npos,
             past = !ing && (written.find("ed") != std::string_view::npos || same_word(written, "told"));
  bool be = false, have = false, did = false;
  const bool base = !ing && !past && !written.ends_with("s") && !same_word(written, "would");   // "we recommend"
  while (group.begin > 0) {
    const std::size_t i = group.begin - 1;
    if (words.is(i, {"not", "never", "cannot", "can't", "didn't", "doesn't", "don't", "hasn't", "haven't", "isn't",
                     "wasn't", "nor"}))
      group.refused = "denied";
    else if (words.is(i, {"could", "might", "may", "should", "must", "will", "can", "if", "whether", "to"}))
      group.refused = "what may be asked, not what is";
    else if (words.is(i, "would"))
      group.refused =
          words.is(i - 1, {"i", "we"}) || words.is(verb, {"would", "like"}) ? nullptr : "what would be asked";
    else if (words.is(i, "had")) group.refused = "asked for earlier";
    else if (words.is(i, {"the", "a", "an", "its", "their", "his", "her", "of", "these", "those", "no", "any"}) &&
             i + 1 == verb)
      group.refused = "a noun";
    else if (words.is(i, {"is", "are", "was", "were", "be", "been", "being"})) be = true;
    else if (words.is(i, {"has", "have"})) have = true;
    else if (base && words.is(i, {"did", "does", "do"})) did = true;   // "did suggest that", "does ask the crew to"
    else if (!(words.is(i, {"also", "now", "again", "since", "therefore", "both", "further", "itself", "himself",
                            "herself", "today", "yesterday", "now"}) ||
               (!words[i].mark && words.folded(i).size() > 4 && words.folded(i).ends_with("ly"))))
      break;
    if (group.refused != nullptr) break;
    --group.begin;
  }
  group.passive = be && past;
  if (base && !did && group.refused == nullptr &&
      !(group.begin > 0 &&
        (words.is(group.begin - 1, {"we", "they", "i", "who", "i'd", "we'd"}) ||
         (words.folded(group.begin - 1).ends_with("s") &&
          (words.is(group.begin - 1, WordKind::overseer) || words.is(group.begin - 1, WordKind::campaigner))))))
    group.refused = "nobody does so";
  if (group.begin == verb && verb > 0 && words.is(verb, "calls") &&
      (words.is(verb - 1, {"and", "by", "to", "of", "for", "with", "amid", "despite", "many", "growing", "fresh", "new",
                           "after", "from", "over"}) ||
       words.folded(verb - 1).ends_with("ed") || words.folded(verb - 1).ends_with("ing")))
    group.refused = "a noun";
  if (group.begin > 1 && words.is(group.begin - 2, {"if", "whether", "unless", "where", "when", "what", "whatever"}))
    group.refused = "what may be asked, not what is";
  if (ing && !be &&
      !(verb > 0 && (words.folded(verb - 1).ends_with("'re") || words.folded(verb - 1).ends_with("'m"))) &&
      group.begin == verb && verb > 0 && !words[verb - 1].mark &&
      !words.is(verb - 1, {"in", "and", "by", "before", "while", "without"}))
    group.refused = "what others are like";
  if (have && !past && !ing && !be) group.refused = "a noun";
  return group;
}

// Where the words of the deed end: at the end of the quotation it stands in, at a tail ("…, she said"), before
// another verb of asking or a clause of its own.
Span deed_ended(const Reading& reading, const Words& words, Span deed) {
  if (const model::Speech* speech = speech_at(reading.layers, deed.begin); speech != nullptr && speech->quoted)
    deed.end = std::min(deed.end, speech->said.end);
  for (std::size_t i = words.beginning_at(deed.begin); i + 1 < words.size() && words[i].span.begin < deed.end; ++i) {
    const bool joint = words.is(i, {"and", "but", "while"}) || words.is_mark(i, ',') || words.is_mark(i, ';');
    std::size_t next = i + 1;
    while (next < words.size() && words.is(next, {"and", "also", "but", "it", "he", "she", "they", "has", "have"}))
      ++next;
    if (!joint || next >= words.size() || words[next].mark || words[i].span.begin < deed.begin + 12) continue;
    for (const std::size_t many : {std::size_t{1}, std::size_t{2}}) {
      const Span verb = words.span_of(next, next + many);
      if (next + many > words.size() || reading.lexicon.ask_words().verb(reading.document.text.folded(verb)) == nullptr)
        continue;
      if (reading.document.text.folded(verb).find("ed") == std::string_view::npos &&
          !words.is(next, {"calls", "wants", "urges", "recommends", "called", "told"}))
        continue;
      return trimmed(reading.document, {deed.begin, words[i].span.begin}, ",;\"");
    }
  }
  return trimmed(reading.document, without_tail(reading, deed), ".,;\"");
}

bool already_read(const model::Drafts& drafts, Span deed, Span sentence) {
  return std::any_of(
      drafts.recommendations.begin(), drafts.recommendations.end(), [&](const model::Recommendation& item) {
        return item.text.overlaps(deed) || (item.text.begin >= sentence.begin && item.text.end <= sentence.end &&
                                            item.text.begin > deed.begin && item.text.begin < deed.end);
      });
}

bool year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) && word[2] >= '0' && word[2] <= '9' &&
         word[3] >= '0' && word[3] <= '9';
}

// "In 2018 inspectors asked …", "…, and it has done so": an older request, told for what became of it.
bool told_of_long_ago(const Words& words, std::size_t verb, bool plain_asking) {
  for (std::size_t i = 0; i < verb; ++i)
    if (!words[i].mark && year(words.folded(i)) && (i < 5 || (i + 4 > verb && !words.is_mark(verb - 1, ','))) &&
        (plain_asking || words.is(0, "in")))
      return true;
  // "At the last inspection, leaders were asked to", "The earlier report also asked"
  for (std::size_t i = 0; i + 1 < verb; ++i)
    if (words.is(i, {"last", "previous", "earlier"}) && words.is(i + 1, {"inspection", "report", "visit", "review", "audit"}) &&
        i < 4)
      return true;
  for (std::size_t i = verb; i + 3 < words.size(); ++i)
    if (words.is(i, "and") && words.is(i + 1, {"it", "this", "they", "these"}) &&
        words.is(i + 2, {"has", "have", "had", "did", "was", "were"}))
      return true;
  return false;
}

// "We told the home to lock its doors. This had not been done.": an earlier request with its answer.
bool answered_next(const Reading& reading, std::uint32_t sentence) {
  if (sentence + 1 >= reading.layers.sentences.size()) return false;
  const model::Sentence& next = reading.layers.sentences[sentence + 1];
  if (next.block != reading.layers.sentences[sentence].block) return false;
  const Words words(reading.document.text, {next.span.begin, std::min(next.span.end, next.span.begin + 80)},
                    reading.lexicon.word_kinds());
  for (std::size_t i = 1; i < words.size() && i < 5; ++i) {
    if (words.is(i, "yet") && words.is(i + 1, "to")) return true;
    if (i <= 2 && words.is(0, {"this", "these", "they", "it", "that", "neither", "both", "none", "all"}) &&
        words.is(i, {"had", "has", "have", "was", "were", "now"}))
      return true;
  }
  return false;
}

// "make three improvements", "meet five conditions": which ones is said elsewhere.
bool only_counts(const Words& words, std::size_t deed) {
  for (std::size_t i = deed + 1; i < words.size() && i < deed + 5; ++i)
    if (words.is(i, {"improvements", "changes", "recommendations", "conditions", "things", "requirements"}) &&
        i + 2 >= words.size())
      return true;
  return false;
}

}   // namespace

void make_asking(const Reading& reading, const model::Match& match, const Author& author, model::Drafts& drafts,
                 std::vector<Refusal>* refusals) {
  const Span sentence = reading.layers.sentences[match.sentence].span;
  const Span written = match.group("verb");
  const AskingVerb* const verb = reading.lexicon.ask_words().verb(reading.document.text.folded(written));
  if (verb == nullptr) return refuse(refusals, match, "no verb of asking");
  if (is_question(reading.document, sentence)) return refuse(refusals, match, "a question");
  const Words words(reading.document.text, Words::head_of(sentence), reading.lexicon.word_kinds());
  const std::size_t at = words.beginning_at(written.begin), behind = words.beginning_at(written.end);
  if (at >= words.size() || behind >= words.size()) return refuse(refusals, match, "nothing behind the verb");
  const VerbGroup group = group_before(words, at, reading.document.text.folded(words[at].span));
  if (group.refused != nullptr) return refuse(refusals, match, group.refused);
  Asked asked = read_asked(reading, words, behind, *verb, group.passive);
  if (asked.deed.empty()) return refuse(refusals, match, "nothing is asked for");
  if (told_of_long_ago(words, at, verb->force == Force::tells || verb->force == Force::wants))
    return refuse(refusals, match, "asked for earlier");
  if (answered_next(reading, match.sentence)) return refuse(refusals, match, "asked for earlier, and answered");
  if (only_counts(words, words.beginning_at(asked.deed.begin)))
    return refuse(refusals, match, "how many things are asked for");
  asked.deed = deed_ended(reading, words, asked.deed);
  if (already_read(drafts, asked.deed, sentence)) return refuse(refusals, match, "read already");

  // what inspectors write of others' asking is a finding; only their own counts
  const Span subject = subject_of_asking(reading, words, group.begin, group.passive);
  if ((author.inspects || author.reports) && !is_any(reading.document.text.folded(subject), {"we", "i"}))
    return refuse(refusals, match, "what inspectors saw others ask");
  AskedBy by =
      group.passive ? asked_of_subject(reading, subject) : asked_by(reading, match.sentence, subject, *verb, asked);
  if (by.refused != nullptr) return refuse(refusals, match, by.refused);
  if (group.passive) asked.whom = subject;
  const Asker& asker = by.asker;
  model::Recommendation item;
  item.evidence = evidence_of(reading, match.sentence, *match.rule);
  item.form = model::Form::stated;
  item.strength = asked.strength.empty() ? verb->strength : asked.strength;
  item.kind = asker.official ? model::Asking::recommendation : model::Asking::call;
  item.issuer = asker.issuer;
  if (item.kind == model::Asking::call && author.inspects)
    return refuse(refusals, match, "a remark that inspectors retell");
  if (!speaks_of_oversight(reading) && !by.shown && !(item.kind == model::Asking::call && speaks_of_failings(reading)))
    return refuse(refusals, match, "the document is not about inspection or inquiry");
  if (!asked.whom.empty()) item.addressee = addressee_of(reading, asked.whom);
  add_stated(reading, drafts, std::move(item), asked.deed);
}

}   // namespace muster::facts
