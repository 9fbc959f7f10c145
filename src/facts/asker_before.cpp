// Whom a pronoun or a surname stands for: the person or the body of the sentences before.
#include <algorithm>

#include "facts/asker_named.hpp"
#include "facts/asking.hpp"

namespace muster::facts {

using model::Name;
using model::NameKind;

namespace {

constexpr std::size_t sentences_back = 5;   // a pronoun stands for nobody further away

}   // namespace

// A verb of asking of one or two words begins there.
bool Namer::asks(const Words& words, std::size_t i) const {
  const AskWords& known = reading_.lexicon.ask_words();
  return i < words.size() && (known.verb(words.folded(i)) != nullptr ||
                              known.verb(folded(words.span_of(i, std::min(i + 2, words.size())))) != nullptr);
}

// The main subject, up to a verb of asking: "The board wants the crew to …".
Span Namer::subject_of(const Words& words) const {
  const Span subject = main_subject(words, words.size());
  if (subject.empty()) return {};
  std::size_t first = words.beginning_at(subject.begin), end = first;
  while (first < words.size() && !words[first].mark && words.folded(first).front() >= '0' &&
         words.folded(first).front() <= '9' && words[first].span.begin < subject.end)
    end = ++first;   // "2.16 The board"
  if (words.is(first, {"of", "one", "there", "this", "these", "that"})) return {};
  while (end < words.size() && words[end].span.begin < subject.end && !(end > first && asks(words, end))) ++end;
  return words.span_of(first, end);
}

// "Sir Desmond", "Renfrow": as the text names them in full before.
std::string Namer::full_person(const Name& name) const {
  const std::string_view written = folded(name.span);
  constexpr std::size_t most = 300;   // names looked back at
  std::size_t i = first_name(name.span.begin);
  std::string best = name.canonical.empty() ? text(name.span) : name.canonical;
  for (std::size_t steps = 0; i-- > 0 && steps < most; ++steps) {
    const Name& other = names_[i];
    if (other.kind != NameKind::person || other.span.size() <= 4) continue;
    const std::string_view full = folded(other.span);
    const bool same =
        full.size() > written.size() && ((full.ends_with(written) && full[full.size() - written.size() - 1] == ' ') ||
                                         (full.starts_with(written) && full[written.size()] == ' '));
    if (same && full.size() > best.size()) return text(other.span);
    // "Dr Marsh" after "Ann Marsh"
    const std::size_t last = written.rfind(' ');
    if (last != std::string_view::npos && last < 6 && full.ends_with(written.substr(last))) return text(other.span);
  }
  return best;
}

// The person that a stretch is about: not one who is told, or in whose name another acts.
const Name* Namer::person_as_subject(Span span) const {
  for (std::size_t i = first_name(span.begin); i < names_.size() && names_[i].span.begin < span.end; ++i) {
    const Name& name = names_[i];
    if (name.kind != NameKind::person || !span.contains(name.span) || in_quotation(name.span.begin)) continue;
    const Words before = words_in({span.begin, name.span.begin});
    if (before.size() > 0 &&
        before.is(before.size() - 1, {"by", "to", "with", "of", "for", "from", "told", "against", "about", "like"}))
      continue;
    if (folded({name.span.end, std::min(name.span.end + 2, span.end)}) == "'s") continue;
    return &name;
  }
  return nullptr;
}

// "She": the person of the sentences before.
std::string Namer::person_before(std::uint32_t at, int depth) const {
  const auto& all = reading_.layers.sentences;
  const std::size_t here = sentence_at(at);
  for (std::size_t back = 0; back <= sentences_back && back <= here; ++back) {
    const model::Sentence& one = all[here - back];
    if (one.block + 3 < all[here].block || !prose(one)) break;
    const Span span = back == 0 ? Span{one.span.begin, std::max(one.span.begin, std::min(one.span.end, at))} : one.span;
    if (const Name* const person = person_as_subject(span)) return full_person(*person);
    if (back == 0 || in_quotation(span.begin)) continue;
    // "The coroner said": nobody's name
    const Words words = words_in(span);
    const Span subject = subject_of(words);
    if (subject.empty() || pronoun(folded(subject))) continue;
    const Words of = words_in(subject);
    const Name* const role = name_in(reading_.layers, subject, {NameKind::role});
    if (role != nullptr) {
      // "A spokesman for the inspectorate", "The Director of Harbours agrees": the noun phrase alone
      std::size_t end = of.beginning_at(role->span.end);
      if (of.is(end, {"for", "of"})) {
        end += of.is(end + 1, {"the", "a", "its"}) ? 3U : 2U;
        while (end < of.size() && capital(of.folded(end))) ++end;
      }
      return behind(of.span_of(0, std::min(end, of.size())), depth + 1);
    }
    if (of.size() > 0 && of.is(of.size() - 1, WordKind::looking_person)) return behind(subject, depth + 1);
  }
  return {};
}

// "It", "They": the body of the sentences before.
std::string Namer::body_before(std::uint32_t at, int depth) const {
  const auto& all = reading_.layers.sentences;
  const std::size_t here = sentence_at(at);
  std::size_t block = all.empty() ? 0 : all[here].block;
  for (std::size_t back = 1; back <= sentences_back && back <= here; ++back) {
    const model::Sentence& one = all[here - back];
    if (one.block + 1 < block || !prose(one)) break;
    block = one.block;
    if (in_quotation(one.span.begin)) continue;
    const Words words = words_in(one.span);
    const Span subject = subject_of(words);
    if (subject.empty() || pronoun(folded(subject))) continue;
    const Standing standing = standing_of(reading_, subject);
    const Words of = words_in(subject);
    // "Holm Advice, the consultant, was hired": a name of capitals
    bool named = of.size() > 1;
    for (std::size_t i = 0; i < of.size(); ++i)
      named &= !of[i].mark && (capital(of.folded(i)) || of.is(i, {"of", "and", "for", "the"}));
    if (standing.overseer || standing.campaigner || named || asks(words, words.beginning_at(subject.end)))
      return behind(subject, depth + 1);
  }
  return {};
}

}   // namespace muster::facts
