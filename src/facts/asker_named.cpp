// The name behind the words that say who asks.
#include <algorithm>

#include "facts/asker_named.hpp"
#include "facts/asking.hpp"

namespace muster::facts {
namespace {

using model::Name;
using model::NameKind;

constexpr std::size_t sentences_report = 24;   // who wrote "the report" may stand further above

// "Chief Ombudsman", "ombudsman".
bool same_caseless_end(std::string_view name, std::string_view word) {
  return name.size() >= word.size() && same_word(name.substr(name.size() - word.size()), plain(word));
}

}   // namespace

Namer::Namer(const Reading& reading) : reading_(reading), names_(reading.layers.names) {
  for (const Name& name : names_)
    if (name.kind == NameKind::inspectorate && name.known && !name.generic && capital(name.canonical))
      offices_.insert(name.canonical);
}

bool Namer::poor(std::string_view name) const {
  if (name.empty() || pronoun(name)) return true;
  if (name.find(' ') == std::string_view::npos && is_of(reading_, name, WordKind::overseer)) return true;
  for (const std::string_view article : {"The ", "A ", "An ", "Her ", "His ", "Its ", "Their "})
    if (name.starts_with(article)) {
      name.remove_prefix(article.size());
      break;
    }
  return std::none_of(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; });
}

Words Namer::words_in(Span span) const {
  return {reading_.document.text, Words::head_of(span), reading_.lexicon.word_kinds()};
}

std::size_t Namer::sentence_at(std::uint32_t at) const {
  const auto& all = reading_.layers.sentences;
  const auto after =
      std::partition_point(all.begin(), all.end(), [&](const model::Sentence& s) { return s.span.begin <= at; });
  return after == all.begin() ? 0 : static_cast<std::size_t>(after - all.begin()) - 1;
}

std::size_t Namer::first_name(std::uint32_t at) const {
  return static_cast<std::size_t>(
      std::partition_point(names_.begin(), names_.end(), [&](const Name& n) { return n.span.begin < at; }) -
      names_.begin());
}

bool Namer::prose(const model::Sentence& sentence) const {
  const model::BlockKind kind = reading_.document.blocks[sentence.block].kind;
  return kind != model::BlockKind::heading && kind != model::BlockKind::title;
}

bool Namer::in_quotation(std::uint32_t at) const {
  const model::Speech* const speech = speech_at(reading_.layers, at);
  return speech != nullptr && speech->quoted;
}

// "the report": whoever has spoken last before it as one who looks.
std::string Namer::writer_before(std::uint32_t at, int depth) const {
  constexpr int once = 3;   // what is found on the way is not looked for from there again
  if (depth >= once) return {};
  const auto& all = reading_.layers.sentences;
  std::string someone;   // "inspectors": where nobody further above has a name
  const std::size_t here = sentence_at(at);
  for (std::size_t back = 1; back <= sentences_report && back <= here; ++back) {
    const model::Sentence& one = all[here - back];
    if (!prose(one)) break;
    // "…," Auditor Ann Hale said: who speaks in it, if they look at others' work
    for (const model::Speech& speech : speeches_near(reading_.layers, one.span)) {
      if (!one.span.contains(speech.speaker) || speech.speaker.empty()) continue;
      const Standing standing = standing_of(reading_, speech.speaker);
      const Name* const person = name_in(reading_.layers, speech.speaker, {NameKind::person});
      const bool looks = (standing.overseer && !standing.campaigner) ||
                         (person != nullptr && official_by_titles(reading_, folded(person->span), speech.speaker.end));
      if (!looks) continue;
      if (std::string name = behind(speech.speaker, depth + once); !poor(name)) return name;
      else if (someone.empty()) someone = std::move(name);
    }
    const Words words = words_in(one.span);
    const Span subject = subject_of(words);
    // "In a report to councillors, Ann Hale said …"
    bool in_report = false;
    for (std::size_t i = 0; i < words.size() && words[i].span.begin < subject.begin; ++i)
      in_report |= words.is(i, WordKind::asking_paper);
    if (subject.empty()) continue;
    const Standing standing = standing_of(reading_, subject);
    if (!(in_report || (standing.overseer && !standing.campaigner))) continue;
    if (std::string name = behind(subject, depth + once); !poor(name)) return name;
    else if (someone.empty()) someone = std::move(name);
  }
  return someone;
}

std::string Namer::with_article(Span name) const {
  const std::uint32_t before = name.begin > 4 ? name.begin - 4 : 0;
  return text({same_word(folded({before, name.begin}), "the ") ? before : name.begin, name.end});
}

// "the commission", after "the Ferry Accident Commission": its full name, where the text has written it before.
std::string Namer::full_body(std::string_view noun, std::uint32_t at) const {
  constexpr std::size_t most = 200;
  std::size_t i = first_name(at);
  for (std::size_t steps = 0; i-- > 0 && steps < most; ++steps) {
    const Name& other = names_[i];
    if ((other.kind != NameKind::body && other.kind != NameKind::inspectorate) || other.generic) continue;
    const std::string_view full = folded(other.span);
    const std::size_t last = full.rfind(' ');
    if (last == std::string_view::npos || !capital(full) || !same_word(full.substr(last + 1), plain(noun)) ||
        !capital(full.substr(last + 1)))
      continue;
    if (!prose(reading_.layers.sentences[sentence_at(other.span.begin)]))
      continue;   // "Border Watchdog Urges Checks": no name
    return with_article(other.span);
  }
  return {};
}

// "The probation inspectorate" says what it is: the name of a known one only where the text writes that too.
std::string Namer::described(const Name& name, Span phrase) const {
  constexpr std::ptrdiff_t most = 2000;   // names that are looked at
  const bool written =
      std::any_of(names_.begin(), names_.begin() + std::min(most, std::ssize(names_)), [&](const Name& other) {
        return other.canonical == name.canonical && !folded(other.span).ends_with("nspectorate");
      });
  return written ? name.canonical : text(phrase);
}

// "a report by the board", "the watchdog's annual report", "their review", "the report": whose it is.
std::string Namer::writer_of(const Words& words, std::size_t first, std::size_t head, std::size_t end,
                             int depth) const {
  const std::uint32_t at = words[first].span.begin;
  for (std::size_t i = head + 1; i + 1 < end; ++i)
    if (words.is(i, {"by", "from"})) return behind(words.span_of(i + 1, end), depth + 1);
  if (words.is(first, {"her", "his"})) return person_before(at, depth);
  if (words.is(first, {"its", "their"})) {
    std::string name = body_before(at, depth);
    return name.empty() ? writer_before(at, depth) : name;
  }
  for (std::size_t i = head; i-- > first;)
    if (const std::string_view owner = words.folded(i);
        owner.size() > 3 && (owner.ends_with("'s") || owner.ends_with("s'")))
      return behind({at, words[i].span.end - (owner.ends_with("'s") ? 2U : 1U)}, depth + 1);
  return writer_before(at, depth);
}

std::string Namer::behind(Span who, int depth) const {
  constexpr int deepest = 6;
  who = trimmed(reading_.document, who, ",.:;\"");
  if (who.empty() || depth > deepest) return {};
  const std::string_view written = folded(who);
  if (is_any(written, {"he", "she"})) return person_before(who.begin, depth);
  if (is_any(written, {"it", "they"})) return body_before(who.begin, depth);
  if (pronoun(written)) return {};
  if (const Name* person = person_as_subject(who)) {
    // "Disability Justice Group lawyer Thora Quill": the last of one phrase
    for (const Name* next = person; next != nullptr; next = person_as_subject({person->span.end, who.end})) {
      const std::string_view gap = folded({person->span.end, std::max(person->span.end, next->span.begin)});
      if (next != person &&
          (gap.find_first_of(",.;") != std::string_view::npos || find_words(gap, "and") != std::string_view::npos))
        break;
      person = next;
    }
    return full_person(*person);
  }
  const Words words = words_in(who);
  if (words.size() == 0) return {};
  // the head: "the report by the board", "the inspectorate of schools", "the panel, which met in May"
  std::size_t first = 0, end = words.size();
  while (first + 1 < end &&
         (words[first].mark || (words.folded(first).front() >= '0' && words.folded(first).front() <= '9')))
    ++first;   // "6.10. The board"
  // "In its final report the commission": the last noun phrase
  if (words.is(first, WordKind::adverbial_opener))
    for (std::size_t i = first + 1; i < end; ++i)
      if (words.is(i, {"the", "a", "an", "its", "their", "his", "her"}) || (words[i - 1].mark && !words[i].mark))
        first = i;
  // "its report the committee": a second article, and nothing that governs it, begins who asks
  for (std::size_t i = first + 2; i < end && !words.is_mark(i, ','); ++i)
    if (words.is(i, {"the", "its", "their"}) && !(words[i - 1].mark && !words.is_mark(i - 1, '\'')) &&
        !words.is(i - 1, WordKind::adverbial_opener) && !words.is(i - 1, {"of", "from", "into", "or", "over", "about"}))
      first = i;
  for (std::size_t i = first + 1; i < end; ++i)
    if (words.is_mark(i, ',') ||
        words.is(i, {"who", "which", "that", "published", "released", "has", "have", "also"})) {
      end = i;
      break;
    }
  std::size_t head = end - 1;
  for (std::size_t i = first + 1; i < end; ++i)
    if (words.is(i, {"by", "from", "of", "into", "on", "for", "in", "at", "to"})) {
      head = i - 1;
      break;
    }
  if (words.folded(head).starts_with("spokes") && words.is(head + 1, {"for", "of"}) && head + 2 < end)
    return behind(words.span_of(head + 2, end), depth + 1);
  // "a civil rights group, Open Lanes,": its name stands behind it
  if (end + 1 < words.size() && words.is_mark(end, ',') && !capital(words.folded(head))) {
    std::size_t to = end + 1;
    while (to < words.size() && !words[to].mark && (capital(words.folded(to)) || words.is(to, {"of", "and", "for"})))
      ++to;
    if (to > end + 1 && (to == words.size() || words.is_mark(to, ','))) return text(words.span_of(end + 1, to));
  }
  if (words.is(first, {"her", "his"}) && words.is(head, {"office", "spokesman", "spokeswoman"}))
    return person_before(who.begin, depth);
  if (words.is(head, WordKind::asking_paper)) {
    std::string name = writer_of(words, first, head, end, depth);
    if (!name.empty() || end - first == 1 || words.is(first, {"our", "my"})) return name;
    return text(words.span_of(first, end));
  }
  // a name that the text writes out
  const Span phrase = words.span_of(first, end);
  const Name* named = nullptr;
  for (std::size_t i = first_name(phrase.begin); i < names_.size() && names_[i].span.begin < phrase.end; ++i)
    if (const Name& name = names_[i]; (name.kind == NameKind::inspectorate || name.kind == NameKind::body) &&
                                      !name.generic && phrase.contains(name.span))
      named = &name;
  if (named != nullptr && named->span.end >= words[head].span.end) {
    // "the Chief Ombudsman": a person, though the office has the name
    if (words.is(head, WordKind::looking_person) && !same_caseless_end(named->canonical, words.folded(head)))
      return text(phrase);
    const bool own =
        !(named->known && named->kind == NameKind::inspectorate) || !folded(named->span).ends_with("nspectorate");
    return own && named->known && capital(named->canonical) ? named->canonical
           : !own                                           ? described(*named, phrase)
           : named->known                                   ? text(phrase)
                                                            : with_article(named->span);
  }
  if (words.is(first, "the") && head == first + 1)
    if (std::string full = full_body(words.folded(head), who.begin); !full.empty()) return full;
  if (words.is(first, {"our", "my"})) return {};
  // one word is somebody only where it can be: "Inspectors", "Kestrel", not "Such"
  if (end - first == 1 && !words.is(first, WordKind::overseer) && !words.is(first, WordKind::campaigner) &&
      name_in(reading_.layers, phrase, {NameKind::body, NameKind::inspectorate, NameKind::role}) == nullptr &&
      !(capital(words.folded(first)) && phrase.begin > reading_.layers.sentences[sentence_at(phrase.begin)].span.begin))
    return {};
  constexpr std::size_t longest = 12;
  if (end - first > longest) return {};
  return text(phrase);
}

}   // namespace muster::facts
