// What a verdict speaks of: the request in its sentence, or one that the sentences before have named.
#include <algorithm>

#include "facts/status_then.hpp"

namespace muster::facts {
namespace {

using model::StatusValue;

// "the Tuckey review's 33", "Justice Hall's": part of the name of who asked
bool names_the_look(const Said& said, std::size_t i) {
  const auto owner = [&](std::size_t k) { return k < said.words.size() && said.words[k].text.size() > 2 && same_word(said.words[k].text.substr(said.words[k].text.size() - 2), "'s"); };
  for (std::size_t k = i; k < i + 4 && k < said.words.size(); ++k) {
    if (owner(k)) return true;
    if (!said.joined(k) || said.words[k].text.front() < 'A' || said.words[k].text.front() > 'Z') return k > i && said.is(k, Role::look);
  }
  return false;
}

// "the decree's 110 paragraphs", "our six earlier recommendations on": nothing between that is another matter
// (but for what kind of request it is: "its learning recommendations", "the fire safety requirements")
bool only_filler(const Said& said, std::uint32_t from, std::uint32_t until, bool kinds) {
  if (kinds) {
    const std::uint32_t noun = until;
    std::size_t i = said.word_at(until) > 0 ? said.word_at(until) - 1 : 0;
    for (std::size_t steps = 0; steps < 2 && i > 0 && said.words[i].span.begin >= from && said.roles[i] == 0 && said.joined(i) && said.joined(i - 1) && said.words[i - 1].span.begin >= from && (said.is(i - 1, {"the", "its", "our", "their", "all", "these", "those"}) || said.is(i - 1, Role::number) || said.roles[i - 1] == 0); ++steps) until = said.words[i--].span.begin;
    if (i < said.words.size() && said.words[i].span.begin >= from && said.words[i].span.end <= until && said.roles[i] == 0) return false;
    for (std::size_t k = said.word_at(from); noun != until && k < said.words.size() && said.words[k].span.end <= until; ++k)
      if (said.is(k, {"since"})) return false;   // "ongoing since the new notice": when, not what
  }
  for (std::size_t i = said.word_at(from); i < said.words.size() && said.words[i].span.end <= until; ++i)
    if (said.is(i, {"but", "bar", "except"}) && i > 0 && said.is(i - 1, {"all", "every"})) continue;   // "all but one of"
    else if (said.is(i, {"and"}) && i > 0 && (!said.joined(i - 1) || said.is(i + 1, {"its", "their", "his", "her", "our", "my", "has", "have"}))) return false;   // ", and …": another clause
    else if (!said.is(i, Role::filler) && !said.is(i, Role::number) && !said.is(i, Role::look) && !said.is(i, Role::adverb) && !names_the_look(said, i)) return false;
  return true;
}

// "…, the strategy remains incomplete": behind the last comma another thing is spoken of.
bool new_subject(const Said& said, std::uint32_t from, std::uint32_t until) {
  bool fresh = false, verb = false;
  for (std::size_t i = said.word_at(from); i < said.words.size() && said.words[i].span.end <= until; ++i) {
    if (i > 0 && !said.joined(i - 1) && said.words[i - 1].span.end >= from)
      fresh = !verb && ((said.is(i, {"and", "but", "so"}) && i + 1 < said.words.size() && (said.roles[i + 1] == 0 || said.is(i + 1, {"the", "a", "an", "its", "their"}))) || (said.is(i, WordKind::subject_noun) || said.is(i, {"the", "a", "an", "their", "its", "his", "her", "we"})));
    verb = verb || said.is(i, {"has", "have", "had", "is", "are", "was", "were", "remain", "remains"});
  }
  return fresh;
}

}  // namespace

bool linked(const Reading& reading, const Said& said, const RequestMention& request, const Verdict& verdict) {
  const std::string_view text = reading.document.text.folded();
  if (request.noun.begin >= verdict.phrase.end) {
    const RequestNoun* noun = reading.lexicon.status_words().noun(text.substr(request.noun.begin, request.noun.size()));
    if (!only_filler(said, verdict.phrase.end, request.noun.begin, noun != nullptr)) return false;
    const std::string_view gap = text.substr(verdict.phrase.end, request.noun.begin - verdict.phrase.end);
    // "As the prison closed in 2019, the recommendations …": the clause in front is about something else
    if (verdict.passive || !said.is(0, {"as", "since", "because", "when", "after", "although", "though", "while", "once"}) || gap.find(',') == std::string_view::npos) return gap.size() < 140 && gap.find(';') == std::string_view::npos;
    return false;
  }
  if (request.span.end > verdict.phrase.begin) return false;
  // The subject's verb must be the verdict's: no other clause in between.
  bool verb = false, relative = false, joint = false, of_look = false, inside = false;
  std::size_t count = 0;
  for (std::size_t i = said.word_at(request.span.end); i < said.words.size() && said.words[i].span.begin < verdict.phrase.begin; ++i) {
    if (++count > 32) return false;
    if (said.is(i, {"that", "which", "who"})) {
      relative = true;
      // by its number: "the audit which was", not "matters from our review that remain"
      of_look = i > 0 && said.is(i - 1, Role::look) && said.is(i + 1, said.words[i - 1].text.back() == 's' ? std::initializer_list<std::string_view>{"are", "were", "have", "remain"} : std::initializer_list<std::string_view>{"is", "was", "has", "remains"});
      continue;
    }
    // "was reviewed and assessed as met": one auxiliary for both
    const auto participle = [&](std::size_t k) { return k < said.words.size() && said.words[k].text.size() > 4 && same_word(said.words[k].text.substr(said.words[k].text.size() - 2), "ed"); };
    if (said.is(i, {"and"}) && verb && i > 0 && participle(i - 1) && participle(i + 1)) continue;
    if (said.is(i, {"and", "but", "although", "while", "because", "so"})) { joint = verb; continue; }
    if (said.is(i, {"has", "have", "had", "is", "are", "was", "were", "remain", "remains", "been", "being", "will", "not", "stay", "stays", "stand", "stands", "stood"})) {
      // "findings from the audit which was signed off": said of the audit, until the main verb comes
      inside = relative && of_look;
      if (!relative) verb = true;
      joint = relative = false;
      continue;
    }
    const bool goes_on = said.is(i, Role::auxiliary) || said.is(i, Role::number) || said.is(i, Role::partly) || said.is(i, Role::fully) || said.is(i, Role::almost) || said.is(i, Role::pronoun) ||
                         said.is(i, {"only", "progress", "fewer", "less", "more", "than", "about", "just", "a", "further"});
    if (joint && !goes_on) return false;
  }
  if (inside || new_subject(said, request.span.end, verdict.phrase.begin)) return false;
  // "have identified the areas for improvement and have addressed bullying": the verb has an object of its own
  const std::size_t behind = said.word_at(verdict.phrase.end);
  if (!verdict.passive && !verdict.noun && verb && behind < said.words.size() && said.words[behind].span.begin == verdict.phrase.end + 1 && (said.roles[behind] == 0 || said.is(behind, {"its", "their", "his", "her", "a", "an", "the"})) &&
      !said.is(behind, {"in", "on", "by", "within", "with", "for", "while", "but", "because", "or", "although", "despite", "through", "against", "without", "during", "under", "throughout", "enough", "quicker", "at", "after", "before", "until", "despite", "than"}))
    return false;
  const std::string_view gap = text.substr(request.span.end, verdict.phrase.begin - request.span.end);
  // "concurred with the recommendation, and in June the auditor closed it as implemented"
  if (!verdict.passive && (text.substr(verdict.phrase.begin, verdict.phrase.size()).find(" it as ") != std::string_view::npos || text.substr(verdict.phrase.begin, verdict.phrase.size()).find(" them as ") != std::string_view::npos)) return true;
  // "issued the revised rule; we have closed it"
  if (!verdict.passive && reading.lexicon.word_kinds().is(text.substr(verdict.phrase.begin, verdict.phrase.size()), WordKind::form_of_closing) && said.is(said.word_at(verdict.phrase.end), {"it", "them", "both"})) return true;
  // "an area of concern, which the council addressed quickly"
  if (!verdict.passive && relative) return !reading.lexicon.word_kinds().is(text.substr(verdict.phrase.begin, verdict.phrase.size()), WordKind::form_of_finishing);
  if (!verdict.passive && !verb) {
    // "considers three of the nine recommendations resolved", "and we consider them closed"
    for (std::size_t i = 0; i + 1 < said.words.size() && said.words[i].span.begin < verdict.phrase.begin; ++i) {
      if (!said.is(i, {WordKind::regards_as, WordKind::rates_as})) continue;
      if (said.words[i].span.begin < request.noun.begin && (gap.size() <= 2 || is_any(gap, {" now "}))) return true;
      if (said.is(i + 1, {"them", "these", "those", "it"}) && verdict.phrase.begin - said.words[i + 1].span.end <= 4) return true;
    }
    // "the inspectors' recommendations in progress": adjectives of the scale may stand bare, verbs not
    const std::string_view form = text.substr(verdict.phrase.begin, verdict.phrase.size());
    // "made it into the Act", "fell away": verbs of the request itself
    const std::string_view verb_of = form.substr(0, form.find(' '));
    if (verb_of.size() < form.size() && reading.lexicon.word_kinds().is(verb_of, WordKind::verb_of_another)) return true;
    if (is_any(form, {"lapsed"})) return true;
    const bool acts = form.size() > 3 && ((same_word(form.substr(form.size() - 2), "ed") && form.find(' ') == std::string_view::npos && !is_any(form, {"persisted", "recurred", "reappeared"})) || same_word(form.substr(form.size() - 3), " to") || same_word(form, "begun"));
    return (!acts && (verdict.value == StatusValue::in_progress || verdict.value == StatusValue::partly_met || verdict.value == StatusValue::not_met || (verdict.value == StatusValue::superseded && form.find("no longer") != std::string_view::npos))) || gap.find("complete") != std::string_view::npos;
  }
  return true;
}

namespace {

// Words that a pronoun may stand before and still speak of what was asked: "These two areas", "This concern".
bool matter(const Reading& reading, const Said& said, std::size_t i) {
  return i < said.words.size() && (reading.lexicon.status_words().noun(said.words[i].text) != nullptr || said.is(i, WordKind::loose_request));
}

// A pronoun at `k` that stands for the requests, and not before a noun of another matter.
bool stands_for_requests(const Reading& reading, const Said& said, std::size_t k) {
  if (!said.is(k, Role::pronoun)) return false;
  // "In some cases" goes on about nothing
  if (k > 0 && said.is(k - 1, {"in"}) && said.is(k, {"some", "most", "all", "both", "many", "few"})) return false;
  if (said.is(k, {"it", "they"})) return true;
  std::size_t next = k + 1;
  if (said.is(next, {"of"})) return said.is(next + 1, {"these", "them", "those", "which"}) || matter(reading, said, next + 1) || matter(reading, said, next + 2) || matter(reading, said, next + 3);
  while (said.is(next, Role::number) || said.is(next, {"of", "about", "remaining", "main", "key", "other", "specific", "same", "the"})) ++next;
  if (next >= said.words.size() || said.is(next, Role::auxiliary) || said.is(next, Role::adverb) || matter(reading, said, next)) return true;
  if (said.is(k, {"nothing"})) return true;
  return next == k + 1 && said.is(next, WordKind::goes_on);
}

}  // namespace

bool anaphoric(const Reading& reading, const Said& said) {
  if (said.words.empty()) return false;
  std::size_t i = 0;
  while (i < said.words.size() && said.is(i, Role::lead)) ++i;
  if (said.is(i, {"that"}) && said.is(i + 1, Role::auxiliary)) return true;
  // "Work on all of them has started"
  for (std::size_t k = 1; k < 6 && k < said.words.size(); ++k)
    if (said.is(k, {"of"}) && said.is(k + 1, {"them", "these", "those"}) && (said.is(k + 2, Role::auxiliary) || k + 2 >= said.words.size())) return true;
  // "good progress in this area"
  const std::size_t size = said.words.size();
  if (size >= 3 && said.is(size - 3, {"in", "on", "with", "towards", "of", "against", "for", "both"}) && said.is(size - 2, {"this", "these", "that", "those", "both"}) && said.is(size - 1, WordKind::point_noun)) return true;
  for (std::size_t k = i; k < size && k < i + 2; ++k)
    if (stands_for_requests(reading, said, k)) return true;
  // "HMICFRS said the remaining two were …"
  for (std::size_t k = i; k < size && k < i + 8; ++k)
    if (said.is(k, {"remaining", "others", "rest", "remainder"})) return true;
  // "We found that these had …"; "At this inspection, this had …"
  for (std::size_t k = i; k + 1 < size && k < i + 8; ++k)
    if (((said.is(k, WordKind::telling_verb) || said.is(k, {"that", "confirmed"})) || !said.joined(k)) && said.is(k + 1, {"this", "these", "those", "all", "both", "none", "most", "some", "only", "they", "it", "neither"}) && stands_for_requests(reading, said, k + 1)) return true;
  return false;
}

bool says_itself(const Reading& reading, const Said& said, const Verdict& verdict) {
  if (!tells_what_was_asked(said)) return false;
  const std::size_t at = said.word_at(verdict.phrase.begin);
  std::size_t asked = 0;
  while (asked < at && !said.is(asked, Role::asked)) ++asked;
  if (asked >= at) return false;
  // "…, and this has been remedied"; "…, and it has done so"; "…, nothing has changed"
  for (std::size_t k = at + 1; k-- > asked + 1;) {
    if (said.is(k, {"this", "these", "it", "they", "nothing", "which", "that", "neither", "none", "both"}) && (said.is(k - 1, {"but", "and", "yet", "although", "though"}) || !said.joined(k - 1))) return said.is(k, {"which", "nothing"}) || stands_for_requests(reading, said, k);
    if (k > 0 && said.is(k - 1, {"this", "these", "that"}) && matter(reading, said, k)) continue;   // "…, and this action has been completed"
    if (k < at && !said.is(k, Role::auxiliary) && !said.is(k, Role::adverb) && !said.is(k, Role::pronoun)) return false;
  }
  return false;
}

bool ordinal_subject(const Said& said, const Verdict& verdict) {
  std::size_t i = 0;
  while (i < said.words.size() && said.is(i, Role::lead)) ++i;
  const auto ordinal = [&](std::size_t k) {
    return said.is(k, {"the"}) && said.is(k + 1, WordKind::ordinal_word);
  };
  // As the subject ("The third, that …, has been"; "The one on …") or behind the verdict ("good progress with the first").
  const auto alone = [&](std::size_t k) {
    return k + 2 >= said.words.size() || said.words[k + 2].span.begin > said.words[k + 1].span.end + 1 || said.is(k + 2, Role::auxiliary) || (said.is(k + 1, {"one"}) && said.is(k + 2, {"on", "about", "to", "concerning", "that", "for"}));
  };
  if (ordinal(i) && alone(i)) return true;
  const std::size_t k = said.word_at(verdict.phrase.end);
  return said.is(k, {"with", "on", "in", "against"}) && ordinal(k + 1) && alone(k + 1);
}

bool heading_names_requests(const Reading& reading, const Said& said) {
  const std::int32_t at = reading.document.blocks[reading.layers.sentences[said.index].block].heading;
  if (at < 0) return false;
  const StatusWords& lists = reading.lexicon.status_words();
  bool look = false, earlier = false;
  for (const Word& word : words_of(reading.document, reading.document.blocks[static_cast<std::size_t>(at)].content)) {
    const RequestNoun* noun = lists.noun(word.text);
    if (noun != nullptr && (noun->ask || is_any(word.text, {"requirements", "actions"}))) return true;
    const std::uint32_t roles = lists.roles_of(word.text);
    if (is_any(word.text, {"follow-up", "serious"})) return true;   // "Serious case review: …"
    look = look || (roles & static_cast<std::uint32_t>(Role::look)) != 0;
    earlier = earlier || (roles & static_cast<std::uint32_t>(Role::earlier)) != 0;
  }
  return look && earlier;
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
    if (tells_what_was_asked(before)) return before;
    if (const auto then = then_in(reading, before); then && then->asked && !then->granted && !then->in_vain) return before;
    // "Care was poor at the last inspection. This led to delay. This is no longer the case."
    if (back == 2 && earlier && before.has({"was", "were"}) && std::any_of(before.words.begin(), before.words.end(), [&](const Word& w) { return reading.lexicon.status_words().state(w.text) == "bad"; })) return before;
    if (std::any_of(mentions.begin(), mentions.end(), [&](const RequestMention& mention) {
          const std::string_view noun = reading.document.text.folded(mention.noun);
          return mention.strong && (earlier || mention.by_number || noun.size() < 4 || !same_word(noun.substr(0, 4), "area"));
        })) {
      // what is asked now is no earlier request
      // (but "The recommendation that doors should be locked had been achieved" is one)
      bool now = false, request = false;
      for (std::size_t i = 0; i < before.words.size() && !now; ++i) {
        request = request || before.is(i, {"recommendation", "recommendations", "requirement"}) || (i < 5 && before.is(i, {"improvement"}) && before.is(i + 1, Role::number));   // "Area for improvement 2: …"
        now = before.is(i, {"recommend", "recommends"}) || (before.is(i, {"must", "should"}) && !request);
      }
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
  while (at > 0 && (said.is(at - 1, Role::filler) || said.is(at - 1, Role::number)) && !said.is(at - 1, Role::auxiliary) && said.words[at - 1].span.begin >= (request.noun.begin > verdict.phrase.end ? verdict.phrase.end : said.span.begin) &&
         text.substr(said.words[at - 1].span.end, begin - said.words[at - 1].span.end).find(',') == std::string_view::npos) {
    begin = said.words[--at].span.begin;
  }
  // "of the royal commission's 147 recommendations": without the word that joins it to what stands before
  while (at + 1 < said.words.size() && said.words[at].span.begin < request.noun.begin && said.is(at, {"of", "in", "on", "with", "from", "for", "against", "about", "by", "towards"})) begin = said.words[++at].span.begin;
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
