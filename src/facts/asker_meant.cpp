// Who a pronoun stands for where somebody asks: "She wants …", "It also urges …".
#include <algorithm>

#include "facts/recommendation.hpp"

namespace muster::facts {
namespace {

// "area coroner Ann Cole", "Ann Cole, who chairs …, head of the inquiry, said": the words beside a name that say what
// its bearer is.
std::string title_beside(const Reading& reading, Span name) {
  const std::string_view text = reading.document.text.folded();
  constexpr std::uint32_t reach = 70;
  const Span left{name.begin > reach ? name.begin - reach : 0, name.begin};
  const Words before(reading.document.text, left, reading.lexicon.word_kinds());
  std::size_t first = before.size();
  while (first > 0 && before.size() - first < 8) {
    const std::size_t i = first - 1;
    if (before[i].mark && !(before.is_mark(i, ',') && first == before.size()) && !before.is_mark(i, '\'') &&
        !before.is_mark(i, '-'))
      break;
    if (before.is(i, WordKind::finite_verb) || before.is(i, WordKind::reporting_verb) ||
        before.is(i, {"by", "to", "with", "from", "that", "and", "after", "when", "as"}))
      break;
    first = i;
  }
  std::string title = before.text_of(first, before.size());
  if (name.end < text.size() && text[name.end] == ',') {
    const Words behind(
        reading.document.text,
        {name.end + 1, std::min<std::uint32_t>(name.end + 1 + reach, static_cast<std::uint32_t>(text.size()))},
        reading.lexicon.word_kinds());
    std::size_t end = 0;
    while (end < behind.size() && !behind[end].mark && !behind.is(end, {"who", "whose", "which"}) &&
           !behind.is(end, WordKind::reporting_verb))
      ++end;
    title += " " + behind.text_of(0, end);
  }
  return title;
}

// "The review, led by retired judge Ann Cole": whoever leads a look.
bool leads_a_look(const Reading& reading, std::uint32_t name) {
  constexpr std::uint32_t reach = 90;
  const std::uint32_t from = name > reach ? name - reach : 0;
  std::string_view left = between(reading.document.text.folded(), from, name);
  if (const std::size_t stop = left.rfind(". "); stop != std::string_view::npos) left.remove_prefix(stop);
  for (const std::string_view by : {"led by ", "chaired by ", "headed by ", "conducted by ", "written by "}) {
    const std::size_t place = left.rfind(by);
    if (place == std::string_view::npos || left.find(" and ", place) != std::string_view::npos) continue;
    for (const std::string_view look : {"review", "inquiry", "investigation", "audit", "panel", "commission"})
      if (find_words(left.substr(0, place), look) != std::string_view::npos) return true;
  }
  return false;
}

// "Cole recommends": whoever does so has been asked to look.
bool recommends_behind(const Reading& reading, std::uint32_t at) {
  const std::string_view text = reading.document.text.folded();
  const std::string_view behind = text.substr(at, 30);
  for (const std::string_view verb :
       {" recommend", " also recommend", " has recommended", " is recommending", " has also recommended", "'s inquiry",
        " published her report", " published his report", ", who led the review", ", who led the inquiry",
        ", who chaired the inquiry", ", who wrote the report"})
    if (behind.starts_with(verb)) return true;
  return false;
}

}   // namespace

bool recommends_in_text(const Reading& reading, std::string_view who, std::uint32_t at) {
  constexpr std::uint32_t most = 6000;   // characters looked back at
  const std::uint32_t from = at > most ? at - most : 0;
  const std::string_view text = between(reading.document.text.folded(), from, at);
  if (who.size() < 4) return false;
  const std::string name = plain(who);
  for (std::size_t place = find_words(text, name); place != std::string_view::npos;
       place = find_words(text, name, place + 1))
    if (recommends_behind(reading, from + static_cast<std::uint32_t>(place + name.size()))) return true;
  return false;
}

namespace {

// "assistant coroner Guy Fenwick", whose first name is on no list: the titles beside each "Guy Fenwick" before `at`.
std::string titles_by_surname(const Reading& reading, std::string_view surname, std::uint32_t at) {
  constexpr std::uint32_t most = 6000;   // characters looked back at
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const std::uint32_t from = at > most ? at - most : 0;
  const std::string_view text = reading.document.text.folded();
  std::string titles;
  for (std::size_t place = text.find(surname, from); place != std::string_view::npos && place < at;
       place = text.find(surname, place + 1)) {
    const std::size_t end = place + surname.size();
    if (place < 3 || text[place - 1] != ' ' || (end < text.size() && letter(text[end])))
      continue;
    std::size_t first = place - 1;   // the first name's begin
    while (first > 0 && letter(text[first - 1])) --first;
    const std::string_view given = text.substr(first, place - 1 - first);
    if (given.size() < 2 || given.front() < 'A' || given.front() > 'Z' ||
        is_any(given, {"mr", "ms", "mrs", "miss", "dr", "the"}))
      continue;
    const Span name{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end)};
    titles += title_beside(reading, name) + (recommends_behind(reading, name.end) ? " inspector; " : "; ");
  }
  return titles;
}

}   // namespace

std::string titles_of(const Reading& reading, std::string_view person, std::uint32_t at) {
  const std::size_t blank = person.rfind(' ');
  const std::string_view surname = blank == std::string_view::npos ? person : person.substr(blank + 1);
  if (surname.size() < 2 || surname.front() < 'A' || surname.front() > 'Z') return {};
  const auto& names = reading.layers.names;
  constexpr std::ptrdiff_t most = 300;   // names looked back at
  auto it = std::lower_bound(names.begin(), names.end(), at,
                             [](const model::Name& name, std::uint32_t key) { return name.span.begin < key; });
  it = it == names.end() ? it : it + 1;
  std::string titles;
  for (auto one = it - std::min(most, it - names.begin()); one != it; ++one)
    if (one->kind == model::NameKind::person && reading.document.text.folded(one->span).ends_with(surname))
      titles += title_beside(reading, one->span) + (recommends_behind(reading, one->span.end) || leads_a_look(reading, one->span.begin) ? " inspector; "
                                                                                               : "; ");
  if (titles.find_first_not_of("; ") == std::string::npos) titles += titles_by_surname(reading, surname, at);
  return titles;
}

bool official_by_titles(const Reading& reading, std::string_view person, std::uint32_t at) {
  const std::string titles = titles_of(reading, person, at);
  if (titles.empty()) return false;
  if (official_title(titles)) return true;
  const std::string low = plain(titles);
  for (const std::string_view of :
       {"inquiry", "review", "audit", "commission", "investigation", "panel", "comptroller"})
    for (const std::string_view head :
         {"chair of the", "chairs the", "head of the", "chaired the", "led the", "author of the", "leader of the",
          "chairman of the", "chairwoman of the", "chair of"})
      if (const std::size_t place = low.find(head);
          place != std::string::npos && find_words(low, of, place) != std::string::npos)
        return true;
  return find_words(low, "comptroller") != std::string::npos || find_words(low, "inquiry chair") != std::string::npos ||
         find_words(low, "inspector general") != std::string::npos;
}

// "She said": the person last named, with the titles that stand beside the name.
Asker person_before(const Reading& reading, std::uint32_t at) {
  const auto& names = reading.layers.names;
  auto it = std::lower_bound(names.begin(), names.end(), at,
                             [](const model::Name& name, std::uint32_t key) { return name.span.begin < key; });
  while (it != names.begin()) {
    --it;
    if (it->span.begin + 600 < at) break;
    if (it->kind == model::NameKind::inspectorate && official_title(reading.document.text.folded(it->span)) &&
        !reading.document.text.folded(it->span).ends_with('s'))
      return {reading.document.text.string(it->span), true, true};   // "the Ombudsman"
    if (it->kind != model::NameKind::person && it->kind != model::NameKind::role) continue;
    const Span around{it->span.begin > 40 ? it->span.begin - 40 : 0, std::min(it->span.end + 40, at)};
    const std::string name = reading.document.text.string(it->span);
    return {name, official_title(reading.document.text.folded(around)) || official_by_titles(reading, name, at), true};
  }
  return {};
}

// The subject of the sentence's main clause: before its first comma or verb, behind "After the report, …".
Span main_subject(const Words& words, std::size_t before) {
  std::size_t first = 0;
  const bool adverbial = words.is(0, WordKind::adverbial_opener);
  if (adverbial) {
    std::size_t verb = 1;
    while (verb < before && !words[verb].mark && !words.is(verb, WordKind::reporting_verb)) ++verb;
    if (verb < before && !words[verb].mark) return words.span_of(1, verb);   // "In its report the panel recommends …"
    while (first < before && !words.is_mark(first, ',')) ++first;
    first = first < before ? first + 1 : 1;   // "In its report the panel recommends": all before the verb
  }
  if (first >= before) return {};
  std::size_t end = first;
  while (end < before && !words[end].mark && !words.is(end, WordKind::finite_verb) &&
         !words.is(end, {"said", "says", "found", "who", "which", "that"}) &&
         !(end > first && words.folded(end).ends_with("ed")) &&
         !(end > first && words.is(end, WordKind::reporting_verb)))
    ++end;
  return words.span_of(first, end);
}

bool pronoun(std::string_view name) {
  return is_any(name.substr(0, name.find('\'')), {"it", "they", "he", "she", "we", "i"});   // "we're"
}

Asker behind_pronoun(const Reading& reading, std::uint32_t sentence, Span who) {
  std::string_view written = reading.document.text.folded(who);
  written = written.substr(0, written.find('\''));
  if (is_any(written, {"we", "i"})) return asker_at(reading, reading.layers.sentences[sentence].span, who.begin);
  if (is_any(written, {"he", "she"})) return person_before(reading, who.begin);
  constexpr std::uint32_t most = 3;   // sentences back, items of a list apart
  std::size_t from = reading.layers.sentences[sentence].block;
  for (std::uint32_t back = 1, seen = 1; seen <= most && back <= sentence; ++back) {
    const model::Sentence& last = reading.layers.sentences[sentence - back];
    if (last.block + 1 < from) break;
    from = last.block;
    if (reading.document.blocks[last.block].kind == model::BlockKind::list_item) continue;
    ++seen;
    const Words words(reading.document.text, Words::head_of(last.span), reading.lexicon.word_kinds());
    const Span subject = main_subject(words, words.size());
    if (subject.empty() || pronoun(reading.document.text.folded(subject))) continue;
    Asker asker = asker_before(reading, subject);
    const Standing standing = standing_of(reading, subject);
    const bool overseer = (standing.overseer && !standing.campaigner) ||
                          find_words(reading.document.text.folded(subject), "recommendation") != std::string_view::npos;
    if (!asker.official && overseer) asker = {reading.document.text.string(subject), true, true};
    if (standing.campaigner) asker = {reading.document.text.string(subject), false, true};
    if (!asker.official && !standing.campaigner && seen <= most) {
      // "Inspectors said …. The ward was cold. They urge …"
      const Asker said = asker_at(reading, last.span, last.span.begin + last.span.size() / 2);
      if (said.official) return said;
      continue;
    }
    return asker;
  }
  return {};
}

}   // namespace muster::facts
