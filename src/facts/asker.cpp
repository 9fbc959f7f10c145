// Who asks: the speaker of the words, or the subject of a verb before them, and whether they inspect.
#include <algorithm>
#include <array>

#include "facts/phrases.hpp"
#include "facts/recommendation.hpp"

namespace muster::facts {
namespace {

// The first of the few speeches before this one that are looked at.
std::size_t first_near(const std::vector<model::Speech>& speeches, const model::Speech& speech) {
  constexpr std::size_t most = 48;
  const auto at = static_cast<std::size_t>(
      std::lower_bound(speeches.begin(), speeches.end(), speech.said.begin,
                       [](const model::Speech& other, std::uint32_t key) { return other.said.begin < key; }) -
      speeches.begin());
  return at > most ? at - most : 0;
}

// "She said": the speaker named before; "Steinmetz said": the one whose title was given.
const model::Speech* named_before(const Reading& reading, const model::Speech& speech) {
  const auto& speeches = reading.layers.speeches;
  const std::string name = plain(speech.speaker_name);
  const bool pronoun = is_any(name, {"he", "she", "it", "they", "i", "we", ""});
  const model::Speech* best = nullptr;
  for (std::size_t i = first_near(speeches, speech); i < speeches.size(); ++i) {
    const model::Speech& other = speeches[i];
    if (other.said.begin >= speech.said.begin) break;
    const std::string before = plain(other.speaker_name);
    if (is_any(before, {"he", "she", "it", "they", "i", "we", ""})) continue;
    if (pronoun || (before.size() > name.size() && find_words(before, name) != std::string::npos)) best = &other;
  }
  return best;
}

// "The agency said", after "The Aged Care Quality Agency found": the short name of one that inspects.
const model::Speech* full_name_before(const Reading& reading, const model::Speech& speech) {
  const std::vector<Word> name = words_of(reading.document, speech.speaker);
  if (name.size() != 2 || !same_word(name.front().text, "the")) return nullptr;
  const auto& speeches = reading.layers.speeches;
  for (std::size_t i = first_near(speeches, speech); i < speeches.size(); ++i) {
    const model::Speech& other = speeches[i];
    if (other.said.begin >= speech.said.begin) break;
    const std::vector<Word> full = words_of(reading.document, other.speaker);
    if (full.size() < 4 || !same_word(full.back().text, plain(name.back().text)) || full.back().text.front() < 'A' ||
        full.back().text.front() > 'Z')
      continue;
    const std::string_view verb = other.speaker.end < other.said.begin
                                      ? reading.document.text.folded({other.speaker.end, other.said.begin})
                                      : std::string_view{};
    if (other.official || find_words(verb, "found") != std::string_view::npos) return &other;
  }
  return nullptr;
}

// "The ministry praised it, but the guild is": the last subject; "Hale, who has": the name before the comma.
Span last_clause(const Reading& reading, Span before) {
  const std::vector<Word> words = words_of(reading.document, before);
  const std::string_view text = reading.document.text.folded();
  for (std::size_t i = words.size(); i-- > 1;) {
    const bool comma = between(text, words[i - 1].span.end, words[i].span.begin).find(',') !=
                       std::string_view::npos;
    if (comma && same_word(words[i].text, "who")) return {before.begin, words[i - 1].span.end};
    if (i + 2 >= words.size() ||
        !(is_any(words[i].text, {"but", "while"}) || (comma && same_word(words[i].text, "and"))))
      continue;
    const char first = words[i + 1].text.front();
    if (is_any(words[i + 1].text, {"the", "a", "an", "its", "their"}) || (first >= 'A' && first <= 'Z'))
      return {words[i + 1].span.begin, before.end};
  }
  return before;
}

// "the area coroner for Wick, Ann Cole": what the words right before a name call its bearer.
bool titled_before(const Reading& reading, Span name) {
  if (name_in(reading.layers, name, {model::NameKind::person}) == nullptr) return false;
  constexpr std::uint32_t reach = 60;
  const Span left{name.begin > reach ? name.begin - reach : 0, name.begin};
  const std::vector<Word> words = words_of(reading.document, left);
  const std::string_view text = reading.document.text.folded();
  std::uint32_t from = name.begin;
  for (std::size_t i = words.size(); i-- > 0;) {
    const std::string_view gap = between(text, words[i].span.end, from);
    if (gap.find_first_of(".;:\"()") != std::string_view::npos ||
        (gap.find(',') != std::string_view::npos && i + 1 < words.size()))
      break;
    if (finite(reading, words[i].text) ||
        is_any(words[i].text, {"by", "to", "with", "from", "that", "and", "after", "when"}))
      break;
    from = words[i].span.begin;
  }
  return from < name.begin && official_title(between(text, from, name.begin));
}

// Words between quotation marks in a paragraph whose speaker stands outside them: 'Ann Cole, head of
// inspection, said: "…. The provider must act."', '"…," said the guild's president. "Boards should …."'
Asker asker_of_quotation(const Reading& reading, std::uint32_t at) {
  const auto& blocks = reading.document.blocks;
  const auto after =
      std::upper_bound(blocks.begin(), blocks.end(), at,
                       [](std::uint32_t key, const model::Block& block) { return key < block.span.begin; });
  if (after == blocks.begin()) return {};
  const Span block = std::prev(after)->span;
  if (at - block.begin > 6000) return {};
  const std::string_view text = reading.document.text.folded();
  bool open = false;
  std::uint32_t outside = block.begin;
  Span last{block.begin, block.begin};   // the last stretch outside the marks
  for (std::uint32_t i = block.begin; i < at && i < block.end; ++i) {
    if (text[i] != '"') continue;
    if (!open) last = {outside, i};
    else outside = i + 1;
    open = !open;
  }
  if (!open) return {};
  const bool leads = last.begin == block.begin;   // 'Ann Cole said: "…': the verb next to the mark counts
  if (leads)
    if (const std::size_t stop = reading.document.text.folded(last).rfind(". "); stop != std::string_view::npos)
      last.begin += static_cast<std::uint32_t>(stop) + 2;
  const std::vector<Word> words = words_of(reading.document, last);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!reports(reading, words[i].text) || is_any(words[i].text, {"found", "clear", "agreed", "identified"})) continue;
    const Span who =
        i + 2 < words.size() && !leads ? Span{words[i].span.end, last.end} : Span{last.begin, words[i].span.begin};
    Asker asker = asker_before(reading, trimmed(reading.document, who, ",.:;\"'"));
    asker.official |= official_title(reading.document.text.folded(who));
    return asker;
  }
  return {};
}

// "The agency concurred", "Commissioner Hale disputed it": whoever answers for what was looked at, whatever the title.
bool answers_a_look(const Words& words, Span subject) {
  constexpr std::size_t reach = 7;   // "told members that he agreed"
  const std::size_t first = words.beginning_at(subject.end);
  for (std::size_t i = first; i < words.size() && i < first + reach && !words[i].mark; ++i)
    if (words.is(i, {"agreed", "agrees", "concurred", "concurs", "accepted", "accepts", "disputed", "disputes",
                     "disagreed", "disagrees", "apologised", "apologized"}))
      return true;
  return false;
}

// "Fire Chief Boyd told members that he agreed. He said …": whom the sentence before is about.
Asker introduced_before(const Reading& reading, const model::Speech& speech) {
  const std::string_view written = reading.document.text.folded(speech.speaker);
  const std::string spoken = plain(pronoun(written) ? written : std::string_view(speech.speaker_name));
  const bool unresolved = spoken == plain(speech.speaker_name);
  const bool person = is_any(spoken, {"he", "she"});
  if (!person && !is_any(spoken, {"it", "they"})) return {};
  const auto& sentences = reading.layers.sentences;
  const std::uint32_t at = std::min(speech.said.begin, speech.speaker.begin);
  const auto here =
      std::upper_bound(sentences.begin(), sentences.end(), at,
                       [](std::uint32_t key, const model::Sentence& one) { return key < one.span.begin; });
  if (here == sentences.begin() || here - 1 == sentences.begin()) return {};
  const model::Sentence& last = *(here - 2);
  if (last.block != (here - 1)->block) return {};
  const Words words(reading.document.text, Words::head_of(last.span), reading.lexicon.word_kinds());
  const Span subject = main_subject(words, words.size());
  if (subject.empty() || words_of(reading.document, subject).size() > 12 ||
      pronoun(reading.document.text.folded(subject)) ||
      reading.document.text.folded(subject).find('"') != std::string_view::npos)
    return {};
  const std::string who = reading.document.text.string(subject);
  const model::Name* name = name_in(reading.layers, subject, {model::NameKind::person});
  if (answers_a_look(words, subject) && (answers_for_body(who) || name != nullptr || !person))
    return {who, false, true};
  if (!unresolved) return {};
  const Standing standing = standing_of(reading, subject);
  const bool official = official_title(who) || (standing.overseer && !standing.campaigner);
  // "The Ombudsman of Victoria": as the lists write it
  const auto canonical = [&] {
    const model::Name* office = name_in(reading.layers, subject, {model::NameKind::inspectorate});
    if (office == nullptr) return who;
    const bool named =
        !office->canonical.empty() && office->canonical.front() >= 'A' && office->canonical.front() <= 'Z';
    return named ? office->canonical : reading.document.text.string(office->span);
  };
  if (person && name == nullptr && official) return {canonical(), true, true};
  if (person) {
    if (name == nullptr && !official && !answers_for_body(who)) return {};
    const bool titled = name != nullptr && official_by_titles(reading, reading.document.text.folded(name->span),
                                                              name->span.begin);
    return {who, official || titled, true};
  }
  if (name != nullptr || !(official || answers_for_body(who))) return {};
  return {canonical(), official, true};
}

}   // namespace

Asker asker_before(const Reading& reading, Span before) {
  Asker asker;
  // The subject stands after an adverbial: "After the report, the union called for …".
  const std::string_view written = reading.document.text.folded(trimmed(reading.document, before));
  const std::size_t comma = written.rfind(", ");
  const std::vector<Word> first = words_of(reading.document, {before.begin, std::min(before.end, before.begin + 14)});
  if (comma != std::string_view::npos && !first.empty() &&
      is_any(first.front().text,
             {"after",     "following", "in",          "at",    "on",       "as",         "when",
              "while",     "although",  "despite",     "but",   "speaking", "responding", "pointing",
              "meanwhile", "however",   "furthermore", "under", "by",       "with",       "to",
              "for",       "last",      "earlier",     "today", "yesterday"}))
    before.begin = trimmed(reading.document, before).begin + static_cast<std::uint32_t>(comma) + 2;
  before = last_clause(reading, before);
  // The nearest name wins; a generic one ("inspectors") is official by its noun.
  const auto& names = reading.layers.names;
  const model::Name* best = nullptr;
  for (auto at = std::lower_bound(names.begin(), names.end(), before.begin,
                                  [](const model::Name&name, std::uint32_t key) { return name.span.begin < key; });
       at != names.end() && at->span.begin < before.end; ++at) {
    const model::Name& name = *at;
    if (!before.contains(name.span) || name.kind == model::NameKind::place || name.kind == model::NameKind::law)
      continue;
    if (best == nullptr || !(best->kind == model::NameKind::inspectorate && !best->generic)) best = &name;
  }
  const std::vector<Word> words = words_of(reading.document, before);
  const bool noun =
      std::any_of(words.begin(), words.end(), [&](const Word& word) { return official_noun(reading, word.text); });
  // "After the inspectors' report the teachers' union": who asks stands last
  if (words.size() > 2 &&
      is_any(words.back().text, {"union", "unions", "charity", "charities", "campaigners", "guild", "federation",
                                 "league", "opposition", "mp", "mps", "residents", "families"})) {
    std::size_t from = words.size() - 1;
    while (from > 0 && words.size() - from < 6 && !is_any(words[from].text, {"the", "a"})) --from;
    asker.known = true;
    asker.issuer = reading.document.text.string({words[from].span.begin, words.back().span.end});
    return asker;
  }
  if (best != nullptr) {
    asker.known = true;
    asker.official = noun || best->kind == model::NameKind::inspectorate;
    asker.issuer = best->canonical.empty() ? reading.document.text.string(best->span) : best->canonical;
  } else if (noun) {
    asker.known = asker.official = true;
  } else if (!words.empty() && words.size() <= 12 && !is_any(words.back().text, {"who", "which", "that", "not"})) {
    // "The union", "Ministers": a subject without a name
    std::size_t last = words.size();
    while (last > 1 &&
           is_any(words[last - 1].text, {"today", "yesterday", "tonight", "also",      "again",    "now",   "has",
                                         "have",  "had",       "is",      "are",       "was",      "were",  "later",
                                         "then",  "monday",    "tuesday", "wednesday", "thursday", "friday"}))
      --last;
    const std::size_t from = last > 7 ? last - 4 : 0;
    if (!is_any(words.front().text, {"under", "in", "on", "at", "by", "for", "with", "to", "as", "if"}) &&
        !is_any(words.back().text, {"he", "she", "it", "they", "i", "you", "some", "many", "people"})) {
      asker.known = true;
      asker.issuer = reading.document.text.string({words[from].span.begin, words[last - 1].span.end});
    }
  }
  return asker;
}

Asker asker_at(const Reading& reading, Span sentence, std::uint32_t at) {
  if (const model::Speech* speech = speech_at(reading.layers, at); speech != nullptr) {
    if (speech->quoted &&
        speech->speaker.end + 300 <
            speech->said.begin)   // named far above: the paragraph's own "…," she said. "…" comes first
      if (Asker quoted = asker_of_quotation(reading, at); quoted.known) return quoted;
    Asker asker;
    asker.official = speech->official;
    asker.issuer = speech->issuer.empty() ? speech->speaker_name : speech->issuer;
    asker.known = !asker.issuer.empty() || speech->official;
    asker.official |=
        official_title(speech->speaker_name) || (!speech->speaker.empty() && titled_before(reading, speech->speaker));
    if (!asker.official && !speech->speaker.empty()) {
      const Standing standing = standing_of(reading, speech->speaker);
      asker.official = standing.overseer && !standing.campaigner;
      asker.known |= asker.official;
    }
    // "A report has said": nobody is named, but in a text about oversight it is no one else's
    if (!asker.known && speaks_of_oversight(reading))
      if (const std::vector<Word> who = words_of(reading.document, speech->speaker);
          !who.empty() && who.size() < 7 &&
          is_any(who.back().text, {"report", "review", "inquiry", "audit", "inquest", "investigation"}))
        asker.known = asker.official = true;
    if (const model::Speech* named = named_before(reading, *speech); named != nullptr && !asker.official) {
      asker.official = named->official || official_title(named->speaker_name);
      asker.issuer = named->issuer.empty() ? named->speaker_name : named->issuer;
      asker.known = true;
    }
    const Asker introduced = introduced_before(reading, *speech);
    if (introduced.known) asker = introduced;
    if (!asker.official)
      if (const model::Speech* full = full_name_before(reading, *speech); full != nullptr)
        asker = {full->speaker_name, true, true};
    if (is_any(plain(speech->speaker_name), {"he", "she"}) && is_any(plain(asker.issuer), {"he", "she", ""}))
      if (const Asker person = person_before(reading, speech->speaker.begin); person.known) asker = person;
    // "The Prison Reform League" is no prison
    if (const std::vector<Word> named = words_of(reading.document, speech->speaker);
        !asker.official && named.size() > 2 && named.size() < 8 && asker.issuer == plain(asker.issuer) &&
        std::all_of(named.begin() + 1, named.end(), [](const Word& word) {
          return (word.text.front() >= 'A' && word.text.front() <= 'Z') ||
                 is_any(word.text, {"of", "for", "and", "the"});
        }))
      asker.issuer = speech->speaker_name;
    if (!asker.official && !introduced.known && !speech->speaker.empty())
      asker.official = official_by_titles(reading, speech->issuer.empty() ? speech->speaker_name : speech->issuer,
                                          speech->speaker.begin);
    if (!asker.official && asker.known && !standing_of(reading, speech->speaker).campaigner)
      asker.official = recommends_in_text(reading, asker.issuer, sentence.end);
    // "The ministry should act, it adds": whoever spoke before, not the one who is asked
    if (!speech->quoted && speech->speaker.begin > speech->said.begin && !asker.official &&
        is_any(reading.document.text.folded(speech->speaker), {"it", "they"}) &&
        find_words(reading.document.text.folded(speech->said), plain(speech->speaker_name)) != std::string_view::npos) {
      const auto& sentences = reading.layers.sentences;
      const auto here = std::partition_point(sentences.begin(), sentences.end(), [&](const model::Sentence& one) {
        return one.span.begin < sentence.begin;
      });
      if (const Asker meant =
              behind_pronoun(reading, static_cast<std::uint32_t>(here - sentences.begin()), speech->speaker);
          meant.official)
        return meant;
    }
    if (asker.known) return asker;
  }
  if (Asker quoted = asker_of_quotation(reading, at); quoted.known) return quoted;
  // "…, the CQC said" without a layer that says so: the reporting verb before, else the one after.
  const std::vector<Word> words = words_of(reading.document, sentence);
  const Word* verb = nullptr;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].span.begin >= at) break;
    if (i > 0 && same_word(words[i].text, "told") && is_any(words[i - 1].text, {"was", "were", "been", "being"}))
      continue;   // who is told asks for nothing
    if (reports(reading, words[i].text) && !is_any(words[i].text, {"clear", "found"})) verb = &words[i];
  }
  if (verb != nullptr) {
    if (verb > words.data() && same_word((verb - 1)->text, "and")) {
      const Words all(reading.document.text, Words::head_of(sentence), reading.lexicon.word_kinds());
      if (const Span subject = main_subject(all, all.beginning_at(verb->span.begin)); !subject.empty())
        return asker_before(reading, subject);
    }
    return asker_before(reading, {sentence.begin, verb->span.begin});
  }
  return {};
}

}   // namespace muster::facts
