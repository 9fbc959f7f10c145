// What a verdict speaks of where its sentence does not say: one that the sentences before, or the heading, have named.
#include <algorithm>

#include "facts/status_then.hpp"

namespace muster::facts {

using model::StatusValue;

namespace {

// Words that a pronoun may stand before and still speak of what was asked: "These two areas", "This concern".
bool matter(const Reading& reading, const Said& said, std::size_t i) {
  return i < said.words.size() &&
         (reading.lexicon.status_words().noun(said.words[i].text) != nullptr || said.is(i, WordKind::loose_request));
}

// A pronoun at `k` that stands for the requests, and not before a noun of another matter.
bool stands_for_requests(const Reading& reading, const Said& said, std::size_t k) {
  if (!said.is(k, Role::pronoun)) return false;
  // "In some cases" goes on about nothing
  if (k > 0 && said.is(k - 1, {"in"}) && said.is(k, {"some", "most", "all", "both", "many", "few"})) return false;
  if (said.is(k, {"it", "they"})) return true;
  std::size_t next = k + 1;
  if (said.is(next, {"of"}))
    return said.is(next + 1, {"these", "them", "those", "which"}) || matter(reading, said, next + 1) ||
           matter(reading, said, next + 2) || matter(reading, said, next + 3);
  while (said.is(next, Role::number) ||
         said.is(next, {"of", "about", "remaining", "main", "key", "other", "specific", "same", "the"}))
    ++next;
  if (next >= said.words.size() || said.is(next, Role::auxiliary) || said.is(next, Role::adverb) ||
      matter(reading, said, next))
    return true;
  if (said.is(k, {"nothing"})) return true;
  return next == k + 1 && said.is(next, WordKind::goes_on);
}

// "The remaining one, which asked for a hoist, has seen no action"
bool the_remaining_one(const Said& said, std::size_t k) {
  return said.is(k, {"the"}) && said.is(k + 1, {"remaining", "last", "other", "outstanding", "final"}) &&
         said.is(k + 2, {"one"}) && (!said.joined(k + 2) || said.is(k + 3, Role::auxiliary));
}

}   // namespace

bool anaphoric(const Reading& reading, const Said& said) {
  if (said.words.empty()) return false;
  std::size_t i = 0;
  while (i < said.words.size() && said.is(i, Role::lead)) ++i;
  if (said.is(i, {"that"}) && (said.is(i + 1, Role::auxiliary) || said.is(i + 1, {"never"}))) return true;
  // "Work on all of them has started"
  for (std::size_t k = 1; k < 6 && k < said.words.size(); ++k)
    if (said.is(k, {"of"}) && said.is(k + 1, {"them", "these", "those"}) &&
        (said.is(k + 2, Role::auxiliary) || k + 2 >= said.words.size()))
      return true;
  // "By May the port had put all of them into practice"
  for (std::size_t k = 1; k + 2 < said.words.size(); ++k)
    if (said.is(k, {"of"}) && said.is(k + 1, {"them", "these", "those"}) && said.is(k + 2, {"into"})) return true;
  // "has made good progress with most of them"
  const std::size_t size = said.words.size();
  if (size >= 3 && said.is(size - 1, {"them", "these", "those"}) && said.is(size - 2, {"of", "with", "on"}))
    return true;
  // "good progress in this area"
  if (size >= 3 && said.is(size - 3, {"in", "on", "with", "towards", "of", "against", "for", "both"}) &&
      said.is(size - 2, {"this", "these", "that", "those", "both"}) && said.is(size - 1, WordKind::point_noun))
    return true;
  for (std::size_t k = i; k < size && k < i + 2; ++k)
    if (stands_for_requests(reading, said, k)) return true;
  // "HMICFRS said the remaining two were …"
  for (std::size_t k = i; k < size && k < i + 8; ++k)
    if (said.is(k, {"remaining", "others", "rest", "remainder"})) return true;
  // "We found that these had …"; "At this inspection, this had …"
  for (std::size_t k = i; k + 1 < size && k < i + 8; ++k)
    if (((said.is(k, WordKind::telling_verb) || said.is(k, {"that", "confirmed"})) || !said.joined(k)) &&
        said.is(k + 1,
                {"this", "these", "those", "all", "both", "none", "most", "some", "only", "they", "it", "neither"}) &&
        stands_for_requests(reading, said, k + 1))
      return true;
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
    if (said.is(k, {"this", "these", "it", "they", "nothing", "which", "that", "neither", "none", "both"}) &&
        (said.is(k - 1, {"but", "and", "yet", "although", "though"}) || !said.joined(k - 1)))
      return said.is(k, {"which", "nothing"}) || stands_for_requests(reading, said, k);
    if (k > 0 && said.is(k - 1, {"this", "these", "that"}) && matter(reading, said, k))
      continue;   // "…, and this action has been completed"
    if (k < at && !said.is(k, Role::auxiliary) && !said.is(k, Role::adverb) && !said.is(k, Role::pronoun)) return false;
  }
  return false;
}

bool ordinal_subject(const Said& said, const Verdict& verdict) {
  std::size_t i = 0;
  while (i < said.words.size() && said.is(i, Role::lead)) ++i;
  const auto ordinal = [&](std::size_t k) {
    return said.is(k, {"the", "a"}) && said.is(k + 1, WordKind::ordinal_word) &&
           !(said.is(k, {"a"}) && (said.is(k + 1, {"one"}) || (k + 2 < said.words.size() && said.joined(k + 1))));
  };
  // As the subject ("The third, that …, has been"; "The one on …") or behind the verdict ("good progress with the
  // first").
  const auto alone = [&](std::size_t k) {
    return k + 2 >= said.words.size() || said.words[k + 2].span.begin > said.words[k + 1].span.end + 1 ||
           said.is(k + 2, Role::auxiliary) ||
           (said.is(k + 1, {"one"}) && said.is(k + 2, {"on", "about", "to", "concerning", "that", "for"}));
  };
  if (ordinal(i) && alone(i)) return true;
  if (the_remaining_one(said, i)) return true;
  // "Work on the second, a new rota, has begun": what is done about it
  if (said.is(i, WordKind::doing_noun) && said.is(i + 1, {"on", "with", "of", "against", "towards"}) &&
      ordinal(i + 2) && alone(i + 2))
    return true;
  // "good progress with the first", "no progress has been made on the third"
  std::size_t k = said.word_at(verdict.phrase.end);
  for (std::size_t steps = 0;
       verdict.noun && steps < 3 && (said.is(k, Role::auxiliary) || said.is(k, WordKind::made_of_progress)); ++steps)
    ++k;
  if (k > 0 && said.is(k - 1, {"with", "on", "in", "against"}) && ordinal(k) && alone(k))
    return true;   // "has taken no action on the sixth, which called for …": the verdict ends in it
  return said.is(k, {"with", "on", "in", "against"}) && ordinal(k + 1) && alone(k + 1);
}

bool one_meant(const Reading& reading, const Said& said, const Verdict& verdict, std::uint32_t from) {
  const auto one_request = [&](std::size_t k) {
    if (k >= said.words.size() || said.words[k].text.back() == 's') return false;
    const RequestNoun* noun = reading.lexicon.status_words().noun(said.words[k].text);
    return noun != nullptr && (noun->ask || noun->follows);
  };
  for (std::size_t k = said.word_at(from); k + 2 < said.words.size() && said.words[k].span.end < verdict.phrase.begin;
       ++k) {
    // "One of the calls on policing has been answered"
    if (said.is(k, {"one"}) && (k == 0 || !said.is(k - 1, {"not", "than", "at", "least"})) && said.is(k + 1, {"of"}) &&
        said.is(k + 2, {"the", "our", "its", "their", "those", "these"})) {
      std::size_t noun = k + 3;   // "one of the previous recommendations"
      while (said.is(noun, Role::earlier) && !said.is(noun, Role::number) && said.joined(noun)) ++noun;
      if (noun < said.words.size() && reading.lexicon.status_words().noun(said.words[noun].text) != nullptr)
        return true;
    }
    if (!said.is(k, {"the"})) continue;
    if (the_remaining_one(said, k)) return true;
    if (said.is(k + 1, {"remaining", "one", "other", "only", "sole", "outstanding"}))
      for (std::size_t noun = k + 2; noun < k + 5 && noun < said.words.size(); ++noun) {
        if (one_request(noun)) return true;
        if (!said.joined(noun) || said.is(noun, Role::auxiliary) || said.is(noun, {"of", "in", "on", "for", "to"}))
          break;
      }
    // "two of the three had been met, while the third, on medicines, had not"
    if (from > said.span.begin && said.is(k + 1, WordKind::ordinal_word) && !said.is(k + 1, {"one"}) &&
        (!said.joined(k + 1) || said.is(k + 2, Role::auxiliary)))
      return true;
  }
  const std::size_t behind = said.word_at(verdict.phrase.end);
  // "had not taken action on the fifth recommendation"
  for (std::size_t k = behind > 0 ? behind - 1 : 0; k < behind + 3; ++k)
    if (said.is(k, {"on", "with", "of"}) && said.is(k + 1, {"the", "our"}) && said.is(k + 2, WordKind::ordinal_word) &&
        !said.is(k + 2, {"one"}) && one_request(k + 3))
      return true;
  return !verdict.passive && said.is(behind, {"another"}) && (!said.joined(behind) || one_request(behind + 1));
}

bool heading_names_requests(const Reading& reading, const Said& said) {
  const std::int32_t at = reading.document.blocks[reading.layers.sentences[said.index].block].heading;
  if (at < 0) return false;
  const StatusWords& lists = reading.lexicon.status_words();
  bool look = false, earlier = false, implementation = false;
  for (const Word& word : words_of(reading.document, reading.document.blocks[static_cast<std::size_t>(at)].content)) {
    const RequestNoun* noun = lists.noun(word.text);
    if (noun != nullptr && (noun->ask || is_any(word.text, {"requirements", "actions"}))) return true;
    const std::uint32_t roles = lists.roles_of(word.text);
    if (is_any(word.text, {"follow-up", "serious"})) return true;   // "Serious case review: …"
    if (implementation && is_any(word.text, {"status", "progress"})) return true;   // "Implementation status"
    implementation = is_any(word.text, {"implementation"});
    look = look || (roles & static_cast<std::uint32_t>(Role::look)) != 0;
    earlier = earlier || (roles & static_cast<std::uint32_t>(Role::earlier)) != 0;
  }
  return look && earlier;
}

// "Inspectors set five areas for improvement in 2021": theirs, whatever else the sentence says
bool set_by_a_looker(const Said& said, const RequestMention& mention) {
  bool looker = false, raised = false;
  for (std::size_t i = 0; i < said.words.size() && said.words[i].span.begin < mention.noun.begin; ++i) {
    raised = raised || (looker && said.is(i, Role::raised));
    looker = looker || (said.is(i, Role::looker) && i < 8);
  }
  return raised;
}

// "18 areas for improvement identified in 2022"
bool dated_behind(const Said& said, const RequestMention& mention) {
  const std::size_t next = said.word_at(mention.noun.end);
  return says_when(said, next, next + 6);
}

// "A 2021 report into the outbreak set out ten improvements"
bool sets_out_things(const Said& said) {
  bool look = false, then = false;
  for (std::size_t i = 0; i + 2 < said.words.size(); ++i) {
    look = look || (said.is(i, Role::look) && i < 6 && !(i > 0 && said.is(i - 1, {"this"})));
    then = then || a_year(said, i) || said.is(i, {"last", "previous", "earlier", "prior", "original", "first"});
    if (!look || !then || !said.is(i, WordKind::lists_things)) continue;
    for (std::size_t k = i + 1; k < i + 4; ++k)
      if (said.is(k, Role::number) && k + 1 < said.words.size() && said.words[k + 1].text.back() == 's') return true;
  }
  return false;
}

// "The finding was first reported in 2019": by auditors, who look again
static bool first_reported(const Said& said) {
  for (std::size_t i = 2; i + 3 < said.words.size(); ++i)
    if (said.is(i, {"first", "initially", "originally", "previously"}) && said.is(i + 1, Role::raised) &&
        said.is(i + 2, {"in"}) && a_year(said, i + 3) && said.is(i - 1, {"was", "were"}) &&
        said.is(i - 2, {"finding", "findings", "deficiency", "condition", "weakness"}))
      return true;
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
    if (tells_what_was_asked(before) || sets_out_things(before)) return before;
    if (const auto then = then_in(reading, before); then && then->asked && !then->granted && !then->in_vain)
      return before;
    if (first_reported(before)) return before;
    // "Care was poor at the last inspection. This led to delay. This is no longer the case."
    if (back == 2 && earlier && before.has({"was", "were"}) &&
        std::any_of(before.words.begin(), before.words.end(),
                    [&](const Word& w) { return reading.lexicon.status_words().state(w.text) == "bad"; }))
      return before;
    if (std::any_of(mentions.begin(), mentions.end(), [&](const RequestMention& mention) {
          const std::string_view noun = reading.document.text.folded(mention.noun);
          return mention.strong && (earlier || dated_behind(before, mention) || set_by_a_looker(before, mention) ||
                                    mention.by_number || noun.size() < 4 || !same_word(noun.substr(0, 4), "area"));
        })) {
      // what is asked now is no earlier request
      // (but "The recommendation that doors should be locked had been achieved" is one)
      bool now = false, request = false;
      for (std::size_t i = 0; i < before.words.size() && !now; ++i) {
        request =
            request || before.is(i, {"recommendation", "recommendations", "requirement"}) ||
            (i < 5 && before.is(i, {"improvement"}) && before.is(i + 1, Role::number));   // "Area for improvement 2: …"
        now = before.is(i, {"recommend", "recommends"}) || (before.is(i, {"must", "should"}) && !request);
      }
      if (!now) return before;
    }
  }
  return std::nullopt;
}

std::string subject_of(const Reading& reading, const Said& said, const RequestMention& request,
                       const Verdict& verdict) {
  const std::string_view text = reading.document.text.folded();
  std::uint32_t begin = request.noun.begin, end = request.noun.end;
  std::size_t at = 0;
  while (at < said.words.size() && said.words[at].span.begin < request.noun.begin) ++at;
  while (at > 0 && (said.is(at - 1, Role::filler) || said.is(at - 1, Role::number)) &&
         !said.is(at - 1, Role::auxiliary) &&
         said.words[at - 1].span.begin >=
             (request.noun.begin > verdict.phrase.end ? verdict.phrase.end : said.span.begin) &&
         between(text, said.words[at - 1].span.end, begin).find(',') == std::string_view::npos) {
    begin = said.words[--at].span.begin;
  }
  // "of the royal commission's 147 recommendations": without the word that joins it to what stands before
  while (at + 1 < said.words.size() && said.words[at].span.begin < request.noun.begin &&
         said.is(at, {"of", "in", "on", "with", "from", "for", "against", "about", "by", "towards"}))
    begin = said.words[++at].span.begin;
  const std::uint32_t limit = request.noun.end <= verdict.phrase.begin ? verdict.phrase.begin : said.span.end;
  for (const Word& word : said.words) {
    if (word.span.begin < request.noun.end) continue;
    if (word.span.begin >= limit) break;
    if (is_any(word.text,
               {"has", "have", "had", "is", "are", "was", "were", "remain", "remains", "been", "will", "and", "but"}))
      break;
    const std::string_view gap = between(text, end, word.span.begin);
    if (gap.find(',') != std::string_view::npos || gap.find(';') != std::string_view::npos ||
        gap.find('.') != std::string_view::npos)
      break;
    end = word.span.end;
  }
  return reading.document.text.string(trimmed(reading.document, {begin, end}, ",;."));
}

}   // namespace muster::facts
