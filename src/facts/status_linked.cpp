// Whether a verdict speaks of a request of its sentence: what lies between them, and which of them comes first.
#include <algorithm>

#include "facts/status.hpp"

namespace muster::facts {

namespace {

using model::StatusValue;

// "the Tuckey review's 33", "Justice Hall's": part of the name of who asked
bool names_the_look(const Said& said, std::size_t i) {
  const auto owner = [&](std::size_t k) {
    return k < said.words.size() && said.words[k].text.size() > 2 &&
           same_word(said.words[k].text.substr(said.words[k].text.size() - 2), "'s");
  };
  for (std::size_t k = i; k < i + 4 && k < said.words.size(); ++k) {
    if (owner(k)) return true;
    if (!said.joined(k) || said.words[k].text.front() < 'A' || said.words[k].text.front() > 'Z')
      return k > i && said.is(k, Role::look);
  }
  return false;
}

// "the decree's 110 paragraphs", "our six earlier recommendations on": nothing between that is another matter
// (but for what kind of request it is: "its learning recommendations", "the fire safety requirements")
bool only_filler(const Said& said, std::uint32_t from, std::uint32_t until, bool kinds) {
  if (kinds) {
    const std::uint32_t noun = until;
    std::size_t i = said.word_at(until) > 0 ? said.word_at(until) - 1 : 0;
    for (std::size_t steps = 0; steps < 2 && i > 0 && said.words[i].span.begin >= from && said.roles[i] == 0 &&
                                said.joined(i) && said.joined(i - 1) && said.words[i - 1].span.begin >= from &&
                                (said.is(i - 1, {"the", "its", "our", "their", "all", "these", "those"}) ||
                                 said.is(i - 1, Role::number) || said.roles[i - 1] == 0);
         ++steps)
      until = said.words[i--].span.begin;
    if (i < said.words.size() && said.words[i].span.begin >= from && said.words[i].span.end <= until &&
        said.roles[i] == 0)
      return false;
    for (std::size_t k = said.word_at(from); noun != until && k < said.words.size() && said.words[k].span.end <= until;
         ++k)
      if (said.is(k, {"since"})) return false;   // "ongoing since the new notice": when, not what
  }
  for (std::size_t i = said.word_at(from); i < said.words.size() && said.words[i].span.end <= until; ++i)
    if (said.is(i, {"but", "bar", "except"}) && i > 0 && said.is(i - 1, {"all", "every"}))
      continue;   // "all but one of"
    else if (said.is(i, {"but"}) && said.is(i + 1, {"not"}) && said.is(i + 2, {"all"})) ++i;   // "some but not all of"
    else if (said.is(i, {"and"}) && i > 0 &&
             (!said.joined(i - 1) || said.is(i + 1, {"its", "their", "his", "her", "our", "my", "has", "have"})))
      return false;   // ", and …": another clause
    else if (!said.is(i, Role::filler) && !said.is(i, Role::number) && !said.is(i, Role::look) &&
             !said.is(i, Role::adverb) && !names_the_look(said, i))
      return false;
  return true;
}

// "…, the strategy remains incomplete": behind the last comma another thing is spoken of.
bool new_subject(const Said& said, std::uint32_t from, std::uint32_t until) {
  bool fresh = false, verb = false;
  // ", the majority of which": the same thing again
  const auto of_which = [&](std::size_t i) {
    for (std::size_t k = i + 1; k < i + 5; ++k)
      if (said.is(k, {"of"}) && said.is(k + 1, {"which"})) return said.is(i, {"the", "a"});
    return false;
  };
  for (std::size_t i = said.word_at(from); i < said.words.size() && said.words[i].span.end <= until; ++i) {
    if (i > 0 && !said.joined(i - 1) && said.words[i - 1].span.end >= from)
      fresh =
          !verb && !of_which(i) &&
          ((said.is(i, {"and", "but", "so"}) && i + 1 < said.words.size() &&
            (said.roles[i + 1] == 0 || said.is(i + 1, {"the", "a", "an", "its", "their"}))) ||
           (said.is(i, WordKind::subject_noun) || said.is(i, {"the", "a", "an", "their", "its", "his", "her", "we"})));
    verb = verb || said.is(i, {"has", "have", "had", "is", "are", "was", "were", "remain", "remains"});
  }
  return fresh;
}

}   // namespace

namespace {

// "has dealt with the shortage of pilots, an area for improvement that we named": what the object is
bool is_the_object(const Said& said, const RequestMention& request, const Verdict& verdict) {
  constexpr std::size_t longest = 12;
  if (verdict.passive) return false;
  const std::size_t object = said.word_at(verdict.phrase.end), noun = said.word_at(request.noun.begin);
  std::size_t article = noun;
  while (article > object && article + 4 > noun && said.joined(article - 1)) --article;
  if (article <= object || said.joined(article - 1) || article > object + longest ||
      !said.is(article, {"a", "an", "another", "one", "both", "two", "which"}))
    return false;
  if (said.is(article, {"which"}) && !said.is(article + 1, {"was", "were", "had"})) return false;
  for (std::size_t k = object; k + 1 < article; ++k)
    if (!said.joined(k) || said.is(k, Role::auxiliary) || said.is(k, {"that", "which", "who", "because", "when"}))
      return false;
  return true;
}

}   // namespace

bool linked(const Reading& reading, const Said& said, const RequestMention& request, const Verdict& verdict) {
  const std::string_view text = reading.document.text.folded();
  if (request.noun.begin >= verdict.phrase.end) {
    if (is_the_object(said, request, verdict)) return true;
    const RequestNoun* noun = reading.lexicon.status_words().noun(text.substr(request.noun.begin, request.noun.size()));
    // "failed to complete fire safety works that it promised"
    const std::size_t object = said.word_at(verdict.phrase.end), thing = said.word_at(request.noun.begin);
    bool bare = request.relative && thing <= object + 3;
    for (std::size_t k = object; bare && k < thing; ++k) bare = said.roles[k] == 0 && said.joined(k);
    if (!bare && !only_filler(said, verdict.phrase.end, request.noun.begin,
                              noun != nullptr || request.relative || request.binding))
      return false;
    const std::string_view gap = between(text, verdict.phrase.end, request.noun.begin);
    // "As the prison closed in 2019, the recommendations …": the clause in front is about something else
    if (verdict.passive ||
        !said.is(0, {"as", "since", "because", "when", "after", "although", "though", "while", "once"}) ||
        gap.find(',') == std::string_view::npos)
      return gap.size() < 140 && gap.find(';') == std::string_view::npos;
    return false;
  }
  if (request.span.end > verdict.phrase.begin) return false;
  // The subject's verb must be the verdict's: no other clause in between.
  bool verb = false, relative = false, joint = false, of_look = false, inside = false;
  std::size_t count = 0;
  for (std::size_t i = said.word_at(request.span.end);
       i < said.words.size() && said.words[i].span.begin < verdict.phrase.begin; ++i) {
    if (++count > 32) return false;
    if (said.is(i, {"whose"})) return false;   // "two ports whose files had been open for months": the files
    if (said.is(i, {"that", "which", "who"})) {
      relative = true;
      // by its number: "the audit which was", not "matters from our review that remain"
      of_look = i > 0 && said.is(i - 1, Role::look) &&
                said.is(i + 1, said.words[i - 1].text.back() == 's'
                                   ? std::initializer_list<std::string_view>{"are", "were", "have", "remain"}
                                   : std::initializer_list<std::string_view>{"is", "was", "has", "remains"});
      continue;
    }
    // "was reviewed and assessed as met": one auxiliary for both
    const auto participle = [&](std::size_t k) {
      return k < said.words.size() && said.words[k].text.size() > 4 &&
             same_word(said.words[k].text.substr(said.words[k].text.size() - 2), "ed");
    };
    if (said.is(i, {"and"}) && verb && i > 0 && participle(i - 1) && participle(i + 1)) continue;
    if (said.is(i, {"and", "but", "although", "while", "because", "so"})) {
      joint = verb;
      continue;
    }
    if (said.is(i, {"has", "have", "had", "is", "are", "was", "were", "remain", "remains", "been", "being", "will",
                    "not", "stay", "stays", "stand", "stands", "stood"})) {
      // "findings from the audit which was signed off": said of the audit, until the main verb comes
      inside = relative && of_look;
      if (!relative) verb = true;
      joint = relative = false;
      continue;
    }
    const bool goes_on =
        said.is(i, Role::auxiliary) || said.is(i, Role::number) || said.is(i, Role::partly) ||
        said.is(i, Role::fully) || said.is(i, Role::almost) || said.is(i, Role::pronoun) ||
        said.is(i, {"only", "progress", "fewer", "less", "more", "than", "about", "just", "a", "further"});
    if (joint && !goes_on) return false;
  }
  if (inside || new_subject(said, request.span.end, verdict.phrase.begin)) return false;
  // "have identified the areas for improvement and have addressed bullying": the verb has an object of its own
  const std::size_t behind = said.word_at(verdict.phrase.end);
  if (!verdict.passive && !verdict.noun && verb && behind < said.words.size() &&
      said.words[behind].span.begin == verdict.phrase.end + 1 &&
      (said.roles[behind] == 0 || said.is(behind, {"its", "their", "his", "her", "a", "an", "the"})) &&
      !said.is(behind,
               {"in",     "on",       "by",      "within",  "with",    "for",     "while",   "but",   "because",
                "or",     "although", "despite", "through", "against", "without", "during",  "under", "throughout",
                "enough", "quicker",  "at",      "after",   "before",  "until",   "despite", "than"}))
    return false;
  const std::string_view gap = between(text, request.span.end, verdict.phrase.begin);
  // "concurred with the recommendation, and in June the auditor closed it as implemented"
  if (!verdict.passive &&
      (text.substr(verdict.phrase.begin, verdict.phrase.size()).find(" it as ") != std::string_view::npos ||
       text.substr(verdict.phrase.begin, verdict.phrase.size()).find(" them as ") != std::string_view::npos))
    return true;
  // "issued the revised rule; we have closed it"
  if (!verdict.passive &&
      reading.lexicon.word_kinds().is(text.substr(verdict.phrase.begin, verdict.phrase.size()),
                                      WordKind::form_of_closing) &&
      said.is(said.word_at(verdict.phrase.end), {"it", "them", "both"}))
    return true;
  // "an area of concern, which the council addressed quickly"
  if (!verdict.passive && relative)
    return !reading.lexicon.word_kinds().is(text.substr(verdict.phrase.begin, verdict.phrase.size()),
                                            WordKind::form_of_finishing);
  if (!verdict.passive && !verb) {
    // "considers three of the nine recommendations resolved", "and we consider them closed"
    for (std::size_t i = 0; i + 1 < said.words.size() && said.words[i].span.begin < verdict.phrase.begin; ++i) {
      if (!said.is(i, {WordKind::regards_as, WordKind::rates_as})) continue;
      if (said.words[i].span.begin < request.noun.begin && (gap.size() <= 2 || is_any(gap, {" now "}))) return true;
      if (said.is(i + 1, {"them", "these", "those", "it"}) && verdict.phrase.begin - said.words[i + 1].span.end <= 4)
        return true;
    }
    // "the inspectors' recommendations in progress": adjectives of the scale may stand bare, verbs not
    const std::string_view form = text.substr(verdict.phrase.begin, verdict.phrase.size());
    // "made it into the Act", "fell away": verbs of the request itself
    const std::string_view verb_of = form.substr(0, form.find(' '));
    if (verb_of.size() < form.size() && reading.lexicon.word_kinds().is(verb_of, WordKind::verb_of_another))
      return true;
    if (is_any(form, {"lapsed"})) return true;
    const bool acts = form.size() > 3 &&
                      ((same_word(form.substr(form.size() - 2), "ed") && form.find(' ') == std::string_view::npos &&
                        !is_any(form, {"persisted", "recurred", "reappeared"})) ||
                       same_word(form.substr(form.size() - 3), " to") || same_word(form, "begun"));
    return (!acts &&
            (verdict.value == StatusValue::in_progress || verdict.value == StatusValue::partly_met ||
             verdict.value == StatusValue::not_met ||
             (verdict.value == StatusValue::superseded && form.find("no longer") != std::string_view::npos))) ||
           gap.find("complete") != std::string_view::npos;
  }
  return true;
}

}   // namespace muster::facts
