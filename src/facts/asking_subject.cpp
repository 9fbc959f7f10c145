// Who asks by a verb of asking: the noun phrase before it, or the sentence's subject, or whom a pronoun stands for.
#include <algorithm>

#include "facts/asking.hpp"
#include "facts/listed.hpp"

namespace muster::facts {
namespace {

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

// "Renfrow": the surname of somebody whom the text names in full.
bool surname(const Reading& reading, std::string_view word) {
  if (word.find(' ') != std::string_view::npos || word.size() < 3 || word.front() < 'A' || word.front() > 'Z')
    return false;
  const auto& names = reading.layers.names;
  constexpr std::size_t most = 400;
  return std::any_of(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(most, names.size())),
                     [&](const model::Name& name) {
                       return name.kind != model::NameKind::place && name.kind != model::NameKind::law &&
                              name.span.size() > word.size() && reading.document.text.folded(name.span).ends_with(word);
                     });
}

bool asked_of_the_public(const Reading& reading, Span whom) {
  const Words words(reading.document.text, whom, reading.lexicon.word_kinds());
  if (words.size() == 0) return false;
  std::size_t head = 0;   // the last word before "of", "in", "who"
  while (head + 1 < words.size() && !words[head + 1].mark &&
         !words.is(head + 1, {"of", "in", "who", "at", "on", "from", "with", "which", "and"}))
    ++head;
  return words.is(head, WordKind::the_public) || words.is(0, {"anyone", "people", "everyone", "members"});
}

}   // namespace

// A text in the first person of those who look: "our audit", "we inspected".
bool writes_as_overseer(const Reading& reading) {
  std::optional<bool>& known = reading.remembered.own_look;
  if (known) return *known;
  known = false;
  const model::VocabList* const own = reading.vocab.find("own_looks");
  if (own == nullptr) return false;
  constexpr std::uint32_t most = 20000;   // characters: a text says so early
  const auto end = std::min<std::uint32_t>(most, static_cast<std::uint32_t>(reading.document.text.size()));
  const WordPlaces places(reading.document.text.folded({0, end}));
  for (const model::VocabEntry& entry : own->entries)
    for (const std::string& form : entry.forms)
      if (places.has(form)) return *(known = true);
  return false;
}

Span subject_of_asking(const Reading& reading, const Words& words, std::size_t group, bool passive) {
  Span subject = phrase_before(words, group);
  const std::vector<Word> led = words_of(reading.document, subject);
  if (led.size() > 1 && is_any(led.front().text, {"and", "but", "so", "also", "then"}))
    subject.begin = led[1].span.begin;
  if (!subject.empty()) return subject;
  // "The provider, Fern Care, has been told": the name in the apposition, else what stands before it
  if (passive) {
    if (group == 0 || !words.is_mark(group - 1, ',')) return subject;
    std::size_t first = group - 1;
    while (first > 0 && !words[first - 1].mark) --first;
    const std::string_view name = first + 1 < group ? words.folded(first) : std::string_view{};
    return first > 0 && !name.empty() && name.front() >= 'A' && name.front() <= 'Z' ? words.span_of(first, group - 1)
                                                                                    : main_subject(words, group);
  }
  // "Its leader, Ann Hale, wants …": the name in the apposition
  constexpr std::uint32_t most = 120;
  if (group > 0 && words.is_mark(group - 1, ','))
    if (const Span all = words.span_of(0, group - 1);
        all.size() < most && name_in(reading.layers, all, {model::NameKind::person}) != nullptr)
      return all;
  return main_subject(words, group);
}

AskedBy asked_of_subject(const Reading& reading, Span subject) {
  const std::string_view name = reading.document.text.folded(subject);
  if (subject.empty() || pronoun(name) || asked_of_the_public(reading, subject) ||
      standing_of(reading, subject).overseer || !can_act(reading, name))
    return {{}, false, "no one is asked"};
  if (!speaks_of_oversight(reading)) return {{}, false, "the document is not about inspection or inquiry"};
  return {{{}, true, true}, false, nullptr};   // whoever it was: in a text about oversight
}

AskedBy asked_by(const Reading& reading, std::uint32_t sentence, Span subject, const AskingVerb& verb,
                 const Asked& asked) {
  constexpr const char* nobody = "nobody is said to ask this";
  constexpr const char* no_overseer = "no one who inspects says so";
  if (asked_of_the_public(reading, asked.whom)) return {{}, false, "advice to the public"};
  if (subject.empty()) return {{}, false, nobody};
  const std::string_view name = reading.document.text.folded(subject);
  const bool of_a_body = !asked.whom.empty() && can_act(reading, reading.document.text.string(asked.whom));
  if (pronoun(name)) {
    Asker asker = behind_pronoun(reading, sentence, subject);
    if (!asker.known && is_any(name, {"we"}) && verb.force != Force::wants && writes_as_overseer(reading))
      asker = {{}, true, true};
    if (!asker.known) return {{}, false, nobody};
    // "It ordered the yard to mend its cranes": whoever may order
    if (!asker.official && verb.passive && verb.force == Force::tells && of_a_body && speaks_of_oversight(reading) &&
        verb.that)
      asker.official = true;
    if (!asker.official && verb.force == Force::tells) return {{}, false, no_overseer};
    return {asker, false, nullptr};
  }
  Asker asker = asker_before(reading, subject);
  const Standing standing = standing_of(reading, subject);
  const bool person = name_in(reading.layers, subject, {model::NameKind::person, model::NameKind::role}) != nullptr ||
                      surname(reading, name);
  const bool named =
      person || name_in(reading.layers, subject, {model::NameKind::inspectorate, model::NameKind::body}) != nullptr;
  if (!standing.campaigner && !standing.overseer && !named &&
      !(verb.force == Force::recommends && can_act(reading, name)))
    return {{}, false, "nobody who could ask for it"};
  if (person && !asker.official && !standing.campaigner)
    asker.official =
        official_by_titles(reading, asker.issuer.empty() ? name : std::string_view(asker.issuer), subject.begin);
  if (standing.campaigner) asker.official = false, asker.known = true;
  else if (standing.overseer) asker.official = asker.known = true;
  else if (verb.force == Force::recommends && speaks_of_oversight(reading)) asker.official = asker.known = true;
  if (asker.issuer.empty() || (standing.overseer && asker.issuer == plain(asker.issuer)))
    asker.issuer = addressee_of(reading, subject);
  if (!asker.official && verb.force == Force::tells) return {{}, false, no_overseer};
  if (!asker.official && verb.force == Force::wants && !standing.campaigner && !(person || (named && of_a_body)))
    return {{}, false, no_overseer};
  if (!asker.known) return {{}, false, nobody};
  return {asker,
          standing.overseer && !standing.campaigner && verb.force == Force::recommends && speaks_of_failings(reading),
          nullptr};
}

}   // namespace muster::facts
