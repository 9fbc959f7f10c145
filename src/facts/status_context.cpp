// What a verdict speaks of: the request in its sentence, or one that the sentences before have named.
#include <algorithm>

#include "facts/status.hpp"

namespace muster::facts {
namespace {

using model::StatusValue;

bool number_word(std::string_view word) {
  return (word.front() >= '0' && word.front() <= '9') ||
         is_any(word, {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"});
}

bool closed_word(std::string_view word) {
  return number_word(word) ||
         is_any(word, {"the", "all", "of", "most", "some", "many", "our", "its", "their", "these", "those", "this", "that", "each", "every", "both", "any", "a", "an", "first", "second", "third", "fourth", "fifth", "last", "key", "main", "previous", "prior", "earlier",
                       "outstanding", "remaining", "majority", "number", "half", "only", "none", "on", "against", "with", "in", "towards", "addressing", "implementing", "meeting", "to", "safety", "audit", "audit's", "inspection", "inspection's", "inspectors'", "review's", "report's",
                       "few", "several", "almost", "nearly", "identified", "high-priority", "priority", "critical", "from", "for", "agreed", "accepted", "previously", "statutory", "made", "regarding", "such", "other", "past", "recent", "open", "delivering", "tackling", "relating", "since", "respect", "response",
                       "per", "cent", "percent", "another", "further", "just", "about", "over", "under", "paragraphs", "provisions", "terms", "paragraph", "had", "been", "has", "have", "was", "your", "more", "than", "less", "fewer", "quarters", "thirds", "good", "satisfactory", "better", "much", "specific", "formal", "requirements", "actions", "provisions", "tasks", "action", "work", "regulations", "corrective", "accordance", "line", "keeping", "outstanding", "new", "state", "national", "local"}) ||
         (word.size() > 2 && (word.substr(word.size() - 2) == "'s" || word.back() == '\''));
}

// Words that only lead into the sentence's subject.
bool leading_word(std::string_view word) {
  return is_any(word, {"however", "but", "and", "today", "although", "unfortunately", "so", "yet", "of", "now", "overall", "in", "total", "since", "then", "while", "also", "to", "date", "by"});
}

}  // namespace

bool linked(const Reading& reading, const Said& said, const RequestMention& request, const Verdict& verdict) {
  const std::string_view text = reading.document.text.folded();
  if (request.noun.begin >= verdict.phrase.end) {
    for (const Word& word : said.words)
      if (word.span.begin >= verdict.phrase.end && word.span.end <= request.noun.begin && !closed_word(word.text)) return false;
    const std::string_view gap = text.substr(verdict.phrase.end, request.noun.begin - verdict.phrase.end);
    return gap.size() < 110 && gap.find(';') == std::string_view::npos;
  }
  if (request.span.end > verdict.phrase.begin) return false;
  // The subject's verb must be the verdict's: no other clause in between.
  bool verb = false, relative = false, joint = false;
  std::size_t count = 0;
  for (const Word& word : said.words) {
    if (word.span.begin < request.span.end) continue;
    if (word.span.begin >= verdict.phrase.begin) break;
    if (++count > 32) return false;
    if (is_any(word.text, {"that", "which", "who"})) { relative = true; continue; }
    if (is_any(word.text, {"and", "but", "although", "while", "because", "so"})) { joint = verb; continue; }
    const bool auxiliary = is_any(word.text, {"has", "have", "had", "is", "are", "was", "were", "remain", "remains", "been", "being", "will", "not"});
    if (auxiliary) {
      if (!relative) verb = true;
      joint = false;
      relative = false;
      continue;
    }
    if (joint && !is_auxiliary(word.text) && !number_word(word.text) && !is_any(word.text, {"only", "partly", "partially", "fully", "largely", "others", "some", "another", "progress", "fewer", "less", "more", "than", "half", "most", "none", "about", "almost", "nearly", "just", "many"})) return false;
  }
  const std::string_view gap = text.substr(request.span.end, verdict.phrase.begin - request.span.end);
  if (!verdict.passive && !verb) {
    // "considers three of the nine recommendations resolved", "and we consider them closed"
    const auto held = [](std::string_view word) { return is_any(word, {"consider", "considers", "considered", "regard", "regards", "deem", "deems", "deemed", "found", "judged", "rated", "marked", "reported", "lists", "listed", "declared"}); };
    for (std::size_t i = 0; i + 1 < said.words.size() && said.words[i].span.begin < verdict.phrase.begin; ++i) {
      if (!held(said.words[i].text)) continue;
      if (said.words[i].span.begin < request.noun.begin && gap.size() <= 2) return true;
      if (is_any(said.words[i + 1].text, {"them", "these", "those", "it"}) && verdict.phrase.begin - said.words[i + 1].span.end <= 4) return true;
    }
    // "the inspectors' recommendations in progress": adjectives of the scale may stand bare, verbs not
    return verdict.value == StatusValue::in_progress || verdict.value == StatusValue::partly_met || verdict.value == StatusValue::not_met || gap.find("complete") != std::string_view::npos;
  }
  return true;
}

bool anaphoric(const Said& said) {
  if (said.words.empty()) return false;
  std::size_t i = 0;
  while (i < said.words.size() && leading_word(said.words[i].text)) ++i;
  if (i + 1 < said.words.size() && same_word(said.words[i].text, "that") && is_auxiliary(said.words[i + 1].text)) return true;
  // "good progress in this area"
  const std::size_t size = said.words.size();
  if (size >= 3 && is_any(said.words[size - 3].text, {"in", "on", "with", "towards"}) && is_any(said.words[size - 2].text, {"this", "these", "that", "those"}) && is_any(said.words[size - 1].text, {"area", "areas", "respect", "recommendation", "matter", "issue", "regard"})) return true;
  for (std::size_t k = i; k < said.words.size() && k < i + 4; ++k) {
    // "In some cases" goes on about nothing
    if (k > 0 && same_word(said.words[k - 1].text, "in") && is_any(said.words[k].text, {"some", "most", "all", "both"})) return false;
    if (is_any(said.words[k].text, {"this", "these", "they", "those", "it", "all", "both", "neither", "none", "most", "some", "others", "half", "only", "nothing"}))
      return true;
  }
  // "HMICFRS said the remaining two were …"
  for (std::size_t k = i; k < said.words.size() && k < i + 8; ++k)
    if (is_any(said.words[k].text, {"remaining", "others", "rest", "remainder"})) return true;
  for (std::size_t k = i; k + 1 < said.words.size() && k < i + 6; ++k) {
    const std::string_view next = said.words[k + 1].text;
    if (is_any(said.words[k].text, {"that", "said", "found"}) && is_any(next, {"these", "those", "all", "both", "none", "most", "some", "only", "they"})) return true;
  }
  return false;
}

bool ordinal_subject(const Said& said, const Verdict& verdict) {
  std::size_t i = 0;
  while (i < said.words.size() && leading_word(said.words[i].text)) ++i;
  const auto ordinal = [&](std::size_t k) {
    return k + 1 < said.words.size() && same_word(said.words[k].text, "the") && is_any(said.words[k + 1].text, {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last", "final", "other"});
  };
  // As the subject ("The third, that …, has been") or behind the verdict ("good progress with the first").
  const auto alone = [&](std::size_t k) {
    return k + 2 >= said.words.size() || said.words[k + 2].span.begin > said.words[k + 1].span.end + 1 || is_auxiliary(said.words[k + 2].text);
  };
  if (ordinal(i) && alone(i)) return true;
  for (std::size_t k = 0; k < said.words.size(); ++k)
    if (said.words[k].span.begin >= verdict.phrase.end) return k + 2 < said.words.size() && is_any(said.words[k].text, {"with", "on", "in", "against"}) && ordinal(k + 1) && alone(k + 1);
  return false;
}

bool heading_names_requests(const Reading& reading, const Said& said) {
  const std::int32_t at = reading.document.blocks[reading.layers.sentences[said.index].block].heading;
  if (at < 0) return false;
  for (const Word& word : words_of(reading.document, reading.document.blocks[static_cast<std::size_t>(at)].content)) {
    const model::VocabEntry* noun = entry_of(reading.vocab, "request_nouns", word.text);
    if (noun != nullptr && (field_of(noun, "kind") == "ask" || is_any(word.text, {"requirements", "actions"}))) return true;
    if (is_any(word.text, {"review", "audit", "inquiry", "follow-up"})) return true;
  }
  return false;
}

std::optional<Said> antecedent(const Reading& reading, const Said& said, std::size_t back) {
  const auto& sentences = reading.layers.sentences;
  for (std::size_t step = 1; step <= back && step <= said.index; ++step) {
    const std::uint32_t index = said.index - static_cast<std::uint32_t>(step);
    if (sentences[said.index].block > sentences[index].block + (back > 1 ? 2 : 1)) break;
    const model::BlockKind kind = reading.document.blocks[sentences[index].block].kind;
    if (kind == model::BlockKind::heading || kind == model::BlockKind::title) break;
    Said before = read_sentence(reading, index);
    const std::vector<RequestMention> mentions = requests_in(reading, before);
    // "a good understanding of the areas for improvement": nobody's request, unless an earlier look is named
    const bool earlier = speaks_of_earlier(before);
    if (std::any_of(mentions.begin(), mentions.end(), [&](const RequestMention& mention) {
          const std::string_view noun = reading.document.text.folded(mention.noun);
          return mention.strong && (earlier || noun.size() < 4 || !same_word(noun.substr(0, 4), "area"));
        })) {
      // what is asked now is no earlier request
      const bool now = std::any_of(before.words.begin(), before.words.end(), [](const Word& w) { return is_any(w.text, {"must", "should", "recommend", "recommends"}); });
      if (!now) return before;
    }
  }
  return std::nullopt;
}

std::string subject_of(const Reading& reading, const Said& said, const RequestMention& request, const Verdict& verdict) {
  const std::string_view text = reading.document.text.folded();
  std::uint32_t begin = request.noun.begin, end = request.noun.end;
  std::size_t at = 0;
  while (at < said.words.size() && said.words[at].span.begin < request.noun.begin) ++at;
  while (at > 0 && closed_word(said.words[at - 1].text) && !is_auxiliary(said.words[at - 1].text) && said.words[at - 1].span.begin >= (request.noun.begin > verdict.phrase.end ? verdict.phrase.end : said.span.begin) &&
         text.substr(said.words[at - 1].span.end, begin - said.words[at - 1].span.end).find(',') == std::string_view::npos) {
    begin = said.words[--at].span.begin;
  }
  const std::uint32_t limit = request.noun.end <= verdict.phrase.begin ? verdict.phrase.begin : said.span.end;
  for (const Word& word : said.words) {
    if (word.span.begin < request.noun.end) continue;
    if (word.span.begin >= limit) break;
    if (is_any(word.text, {"has", "have", "had", "is", "are", "was", "were", "remain", "remains", "been", "will", "and", "but"})) break;
    const std::string_view gap = text.substr(end, word.span.begin - end);
    if (gap.find(',') != std::string_view::npos || gap.find(';') != std::string_view::npos || gap.find('.') != std::string_view::npos) break;
    end = word.span.end;
  }
  return reading.document.text.string(trimmed(reading.document, {begin, end}, ",;."));
}

}  // namespace muster::facts
