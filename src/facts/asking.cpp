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
  const char* refused = nullptr;  // why it asks for nothing
};

VerbGroup group_before(const Words& words, std::size_t verb, std::string_view written) {
  VerbGroup group;
  group.begin = verb;
  const bool ing = written.find("ing") != std::string_view::npos,
             past = !ing && (written.find("ed") != std::string_view::npos || same_word(written, "told"));
  bool be = false, have = false;
  const bool base = !ing && !past && !written.ends_with("s") && !same_word(written, "would");  // "we recommend"
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
    else if (words.is(i, "had"))
      group.refused = "asked for earlier";
    else if (words.is(i, {"the", "a", "an", "its", "their", "his", "her", "of", "these", "those", "no", "any"}) &&
             i + 1 == verb)
      group.refused = "a noun";
    else if (words.is(i, {"is", "are", "was", "were", "be", "been", "being"}))
      be = true;
    else if (words.is(i, {"has", "have"}))
      have = true;
    else if (!(words.is(i, {"also", "now", "again", "since", "therefore", "both", "further", "itself", "himself",
                            "herself", "today", "yesterday", "now"}) ||
               (!words[i].mark && words.folded(i).size() > 4 && words.folded(i).ends_with("ly"))))
      break;
    if (group.refused != nullptr) break;
    --group.begin;
  }
  group.passive = be && past;
  if (base && group.refused == nullptr &&
      !(group.begin > 0 &&
        (words.is(group.begin - 1, {"we", "they", "i", "who"}) ||
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
  if (ing && !be && group.begin == verb && verb > 0 && !words[verb - 1].mark &&
      !words.is(verb - 1, {"in", "and", "by", "before", "while", "without"}))
    group.refused = "what others are like";
  if (have && !past && !ing && !be) group.refused = "a noun";
  return group;
}

// The noun phrase that ends right before word `end`; empty where the subject stands further before ("…, and urged").
Span phrase_before(const Words& words, std::size_t end) {
  std::size_t first = end;
  while (first > 0) {
    const std::size_t i = first - 1;
    if (words[i].mark && !words.is_mark(i, '\'') && !words.is_mark(i, '(') && !words.is_mark(i, ')') &&
        !words.is_mark(i, '-') && !words.is_mark(i, '.') && !words.is_mark(i, '&'))
      break;
    if (words.is(i, {"that", "but", "while", "which", "who", "as", "when", "after", "because", "although", "said",
                     "says", "is", "are", "was", "were", "has", "have", "had"}))
      break;
    // "the union and the council urged": one subject; "praised the staff and urged": the verb of another
    if (words.is(i, "and") && i + 1 == end) break;
    first = i;
  }
  return words.span_of(first, end);
}

// The subject of the sentence's main clause: before its first comma or verb, behind "After the report, …".
Span main_subject(const Words& words, std::size_t before) {
  std::size_t first = 0;
  const bool adverbial = words.is(
      0, {"after", "following", "in",   "at",  "on",   "as",      "when",      "while",   "although", "despite",
          "under", "by",        "with", "for", "last", "earlier", "meanwhile", "however", "but",      "and"});
  if (adverbial)
    while (first < before && !words.is_mark(first, ',')) ++first;
  if (first >= before) return {};
  if (adverbial) ++first;
  std::size_t end = first;
  while (end < before && !words[end].mark &&
         !words.is(end, {"is", "are", "was", "were", "has", "have", "had", "said", "says", "found", "who", "which",
                         "that", "will", "would"}) &&
         !(end > first && words.folded(end).ends_with("ed")))
    ++end;
  return words.span_of(first, end);
}

bool pronoun(std::string_view name) { return is_any(name, {"it", "they", "he", "she", "we", "i"}); }

// "It also urges …", "They want …": whoever the sentence before has spoken of.
Asker behind_pronoun(const Reading& reading, std::uint32_t sentence, Span who) {
  const std::string_view written = reading.document.text.folded(who);
  if (is_any(written, {"we", "i"})) return asker_at(reading, reading.layers.sentences[sentence].span, who.begin);
  for (std::uint32_t back = 1; back <= 2 && back <= sentence; ++back) {
    const model::Sentence& last = reading.layers.sentences[sentence - back];
    if (last.block + 1 < reading.layers.sentences[sentence].block) break;
    const Words words(reading.document.text, Words::head_of(last.span), reading.lexicon.word_kinds());
    const Span subject = main_subject(words, words.size());
    if (subject.empty() || pronoun(reading.document.text.folded(subject))) continue;
    Asker asker = asker_before(reading, subject);
    const Standing standing = standing_of(reading, subject);
    asker.official |= (standing.overseer && !standing.campaigner) ||
                      find_words(reading.document.text.folded(subject), "recommendation") != std::string_view::npos;
    if (asker.official || standing.campaigner) asker.known = true;
    if (is_any(written, {"he", "she"}) && !asker.official) continue;
    return asker;
  }
  if (is_any(written, {"he", "she"})) {
    const Asker person = asker_at(reading, reading.layers.sentences[sentence].span, who.begin);
    return person.official ? person : Asker{};
  }
  for (const model::Speech& speech :
       speeches_near(reading.layers, reading.layers.sentences[sentence > 0 ? sentence - 1 : 0].span))
    if (speech.official && !speech.speaker_name.empty())
      return {speech.issuer.empty() ? speech.speaker_name : speech.issuer, true, true};
  return {};
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

bool asked_of_the_public(const Reading& reading, Span whom) {
  const Words words(reading.document.text, whom, reading.lexicon.word_kinds());
  if (words.size() == 0) return false;
  std::size_t head = 0;  // the last word before "of", "in", "who"
  while (head + 1 < words.size() && !words[head + 1].mark &&
         !words.is(head + 1, {"of", "in", "who", "at", "on", "from", "with", "which", "and"}))
    ++head;
  return words.is(head, WordKind::the_public) || words.is(0, {"anyone", "people", "everyone", "members"});
}

bool year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) && word[2] >= '0' && word[2] <= '9' &&
         word[3] >= '0' && word[3] <= '9';
}

// "In 2018 inspectors asked …", "…, and it has done so": an older request, told for what became of it.
bool told_of_long_ago(const Words& words, std::size_t verb, bool plain_asking) {
  for (std::size_t i = 0; i < verb; ++i)
    if (!words[i].mark && year(words.folded(i)) && (plain_asking || words.is(0, "in"))) return true;
  for (std::size_t i = verb; i + 3 < words.size(); ++i)
    if (words.is(i, "and") && words.is(i + 1, {"it", "this", "they", "these"}) &&
        words.is(i + 2, {"has", "have", "had", "did", "was", "were"}))
      return true;
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

}  // namespace

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
  if (only_counts(words, words.beginning_at(asked.deed.begin)))
    return refuse(refusals, match, "how many things are asked for");
  asked.deed = deed_ended(reading, words, asked.deed);
  if (already_read(drafts, asked.deed, sentence)) return refuse(refusals, match, "read already");
  if (asked_of_the_public(reading, asked.whom)) return refuse(refusals, match, "advice to the public");

  Span subject = phrase_before(words, group.begin);
  // what inspectors write of others' asking is a finding; only their own counts
  if ((author.inspects || author.reports) &&
      !(subject.size() < 4 && is_any(reading.document.text.folded(subject), {"we", "i"})))
    return refuse(refusals, match, "what inspectors saw others ask");
  Asker asker;
  if (group.passive) {
    asked.whom = subject;
    if (subject.empty() || asked_of_the_public(reading, subject) || pronoun(reading.document.text.folded(subject)) ||
        standing_of(reading, subject).overseer || !can_act(reading, reading.document.text.string(subject)))
      return refuse(refusals, match, "no one is asked");
    asker = {{}, true, true};  // whoever it was: in a text about oversight
    if (!speaks_of_oversight(reading))
      return refuse(refusals, match, "the document is not about inspection or inquiry");
  } else {
    if (subject.empty()) subject = main_subject(words, group.begin);
    if (subject.empty()) return refuse(refusals, match, "nobody is said to ask this");
    if (pronoun(reading.document.text.folded(subject))) {
      asker = behind_pronoun(reading, match.sentence, subject);
      if (!asker.known && author.inspects && is_any(reading.document.text.folded(subject), {"we", "i"}))
        asker = {author.issuer, true, true};
    } else {
      asker = asker_before(reading, subject);
      const Standing standing = standing_of(reading, subject);
      const bool named = name_in(reading.layers, subject,
                                 {model::NameKind::inspectorate, model::NameKind::person, model::NameKind::body,
                                  model::NameKind::role}) != nullptr;
      if (!standing.campaigner && !standing.overseer && !named &&
          !(verb->force == Force::recommends && can_act(reading, reading.document.text.string(subject))))
        return refuse(refusals, match, "nobody who could ask for it");
      if (standing.campaigner)
        asker.official = false, asker.known = true;
      else if (standing.overseer)
        asker.official = asker.known = true;
      else if (verb->force == Force::recommends && asker.known && speaks_of_oversight(reading))
        asker.official = true;
      if (!asker.official && !standing.campaigner && (verb->force == Force::tells || verb->force == Force::wants))
        return refuse(refusals, match, "no one who inspects says so");
    }
  }
  if (!asker.known) return refuse(refusals, match, "nobody is said to ask this");
  if (!asker.official && verb->force == Force::tells) return refuse(refusals, match, "no one who inspects says so");
  model::Recommendation item;
  item.evidence = evidence_of(reading, match.sentence, *match.rule);
  item.form = model::Form::stated;
  item.strength = asked.strength.empty() ? verb->strength : asked.strength;
  item.kind = asker.official ? model::Asking::recommendation : model::Asking::call;
  item.issuer = asker.issuer;
  if (item.kind == model::Asking::call && author.inspects)
    return refuse(refusals, match, "a remark that inspectors retell");
  if (!speaks_of_oversight(reading) && !(item.kind == model::Asking::call && speaks_of_staffing(reading)))
    return refuse(refusals, match, "the document is not about inspection or inquiry");
  if (!asked.whom.empty()) item.addressee = addressee_of(reading, asked.whom);
  add_stated(reading, drafts, std::move(item), asked.deed);
}

}  // namespace muster::facts
