// Which words say who asks for a request that has been read, and the name that it is given by them.
#include <algorithm>

#include "facts/asker_named.hpp"
#include "facts/asking.hpp"

namespace muster::facts {
namespace {

// The words of the one who asks by a verb before word `to`; empty where there is no such verb.
struct Subject {
  Span span;
  bool passive = false, found = false;
  std::size_t group = 0;   // the word that the verb begins at, with its helpers
};

Subject subject_before(const Reading& reading, const Words& words, std::size_t from, std::size_t to) {
  constexpr std::size_t longest = 3;   // words of a verb of asking
  for (std::size_t i = std::min(to, words.size()); i-- > from;) {
    if (words[i].mark) continue;
    for (std::size_t many = longest; many > 0; --many) {
      if (i + many > to ||
          reading.lexicon.ask_words().verb(reading.document.text.folded(words.span_of(i, i + many))) == nullptr)
        continue;
      std::size_t group = i;
      bool be = false;
      while (
          group > from &&
          (words.is(group - 1,
                    {"has",  "have", "had",   "is",   "are",       "was",   "were", "be",      "been",  "being",
                     "also", "now",  "again", "then", "therefore", "would", "not",  "earlier", "today", "yesterday"}) ||
           (!words[group - 1].mark && words.folded(group - 1).size() > 4 && words.folded(group - 1).ends_with("ly")))) {
        be |= words.is(group - 1, {"is", "are", "was", "were", "be", "been", "being"});
        --group;
      }
      const bool ing = words.folded(i).ends_with("ing"), ed = words.folded(i).ends_with("ed") || words.is(i, "told");
      const bool plural =
          group > 0 && (words.is(group - 1, {"we", "they", "i"}) || words.folded(group - 1).ends_with("s"));
      if (!ing && !ed && !words.folded(i).ends_with("s") && !plural) continue;   // "must ask", not who asks
      if (ing && group == i &&
          !(group > 0 && (words.folded(group - 1).ends_with("'re") || words.folded(group - 1).ends_with("'m"))))
        continue;
      return {subject_of_asking(reading, words, group, be && ed), be && ed, true, group};
    }
  }
  return {};
}

// "we", "At our last visit we": the writers, who are named elsewhere or nowhere.
bool first_person(const Reading& reading, Span who) {
  const std::vector<Word> words = words_of(reading.document, who);
  return !words.empty() && is_any(words.back().text, {"we", "i", "we're", "i'm"});
}

void rename(const Reading& reading, const Namer& namer, std::string& issuer, Span who) {
  std::string name = namer.behind(who);
  if (name.empty() || name == issuer || pronoun(name)) return;
  // the gazetteer's short name stays, but "the county auditor" is no office of that name where a person bears it
  if (namer.known_office(issuer) && !name.ends_with("nspectorate")) {
    const std::size_t last = issuer.rfind(' ');
    const std::string_view noun = std::string_view(issuer).substr(last == std::string::npos ? 0 : last + 1);
    if (namer.poor(name) || !is_of(reading, noun, WordKind::looking_person)) return;
  }
  if (!namer.poor(issuer) && (issuer == "The " + name || issuer == "the " + name)) return;
  // "The previous audit" says less than who made it
  const auto paper = [&](std::string_view who_asks) {
    return is_of(reading, who_asks.substr(who_asks.rfind(' ') + 1), WordKind::asking_paper);
  };
  if (!issuer.empty() && !pronoun(issuer) && paper(name) && !paper(issuer)) return;
  issuer = std::move(name);
}

// "We recommended that the yard …": what follows is the writers' own.
bool writers_ask(const Reading& reading, const Words& words, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i + 1 < to && i + 1 < words.size(); ++i) {
    if (!words.is(i, {"we", "i"})) continue;
    std::size_t verb = i + 1;
    while (words.is(verb, {"have", "also", "therefore", "now", "again", "had"})) ++verb;
    if (words.is(verb, WordKind::asks_again) ||
        (verb < words.size() && reading.lexicon.ask_words().verb(words.folded(verb)) != nullptr))
      return true;
  }
  return false;
}

// "The yard has been told to mend …" as one request: where its "to" stands; `from` where no passive begins there.
std::size_t passive_to(const Reading& reading, const Words& words, std::size_t from) {
  constexpr std::size_t longest = 14;
  bool be = false;
  for (std::size_t i = from; i < words.size() && i < from + longest; ++i) {
    be |= words.is(i, {"been", "was", "were", "is", "are", "being"});
    if (words.is(i, "to"))
      return be && i > from && reading.lexicon.ask_words().verb(words.folded(i - 1)) != nullptr ? i : from;
  }
  return from;
}

// "The provider, Holm Care, has been told to": who is asked.
std::string whom_before(const Reading& reading, const Namer& namer, const Words& words, const Subject& subject) {
  if (!subject.span.empty())
    return words.is(0, WordKind::adverbial_opener) ? namer.behind(subject.span) : addressee_of(reading, subject.span);
  return subject.group > 1 && words.is_mark(subject.group - 1, ',') ? namer.behind(words.span_of(0, subject.group - 1))
                                                                    : std::string{};
}

void name_asker(const Reading& reading, const Namer& namer, model::Recommendation& item) {
  const Words words(reading.document.text, Words::head_of(item.evidence.quote), reading.lexicon.word_kinds());
  const std::size_t to = words.beginning_at(item.text.begin);
  const model::Speech* const speech = speech_at(reading.layers, item.focus.begin);
  const bool here = speech != nullptr && speech->said.begin > item.evidence.quote.begin;
  const std::size_t from = here ? words.beginning_at(speech->said.begin) : 0;
  if (item.kind != model::Asking::commitment && !writers_ask(reading, words, from, to)) {
    const Subject subject = subject_before(reading, words, from, passive_to(reading, words, to));
    if (subject.passive) {
      if (subject.span.empty() || words.is(0, WordKind::adverbial_opener) ||
          is_any(item.addressee, {"has", "have", "had"}))
        item.addressee = whom_before(reading, namer, words, subject);
      if (!item.issuer.empty() && find_words(plain(reading.document.text.folded(words.span_of(0, subject.group))),
                                             plain(item.issuer)) != std::string_view::npos)
        item.issuer.clear();   // who is asked
      return;
    }
    if (subject.found && !subject.span.empty() && !first_person(reading, subject.span)) {
      // "A group, Open Lanes, called for": with the name beside it
      const bool beside = subject.group > 1 && words.is_mark(subject.group - 1, ',') &&
                          subject.span.end < words[subject.group - 1].span.begin;
      return rename(reading, namer, item.issuer,
                    beside ? subject.span.join(words[subject.group - 2].span) : subject.span);
    }
  }
  if (speech == nullptr) {
    // "School leaders should …", below what the reviewers say: they go on
    if (item.issuer.empty()) return;
    const auto& sentences = reading.layers.sentences;
    const auto next = std::partition_point(sentences.begin(), sentences.end(), [&](const model::Sentence& one) {
      return one.span.begin < item.evidence.quote.begin;
    });
    if (next == sentences.begin() || next == sentences.end() ||
        std::prev(next)->block + 1 < next->block)
      return;
    for (const model::Speech& before : speeches_near(reading.layers, std::prev(next)->span))
      if (!before.speaker.empty() && std::prev(next)->span.contains(before.speaker) &&
          (before.issuer == item.issuer || before.speaker_name == item.issuer))
        return rename(reading, namer, item.issuer, before.speaker);
    return;
  }
  if (speech->speaker.empty()) return;
  rename(reading, namer, item.issuer, speech->speaker);
  if (pronoun(reading.document.text.folded(speech->speaker)) && !namer.poor(item.issuer) &&
      namer.poor(item.evidence.speaker))
    item.evidence.speaker = item.issuer;
}

}   // namespace

void name_askers(const Reading& reading, model::Drafts& drafts, std::size_t first, Span lead) {
  if (first >= drafts.recommendations.size()) return;
  const Namer namer(reading);
  if (lead.empty()) {
    for (std::size_t i = first; i < drafts.recommendations.size(); ++i)
      if (model::Recommendation& item = drafts.recommendations[i]; item.form == model::Form::stated)
        name_asker(reading, namer, item);
    return;
  }
  const Words words(reading.document.text, Words::head_of(lead), reading.lexicon.word_kinds());
  Subject subject = subject_before(reading, words, 0, words.size());
  // "Among the report's recommendations", "The board's requirements are that"
  for (std::size_t i = 1; i < words.size() && !subject.found; ++i)
    if (words.is(i, WordKind::request_word) && words.folded(i - 1).find('\'') != std::string_view::npos) {
      std::size_t begin = i;
      while (begin > 0 && !words[begin - 1].mark && !words.is(begin - 1, WordKind::adverbial_opener)) --begin;
      subject = {{words[begin].span.begin,
                  words[i - 1].span.begin + static_cast<std::uint32_t>(words.folded(i - 1).rfind('\''))},
                 false,
                 true,
                 begin};
    }
  if (!subject.found || subject.passive || subject.span.empty() || first_person(reading, subject.span)) return;
  const std::string name = namer.behind(subject.span);
  if (name.empty() || pronoun(name)) return;
  for (std::size_t i = first; i < drafts.recommendations.size(); ++i)
    if (drafts.recommendations[i].issuer.empty()) drafts.recommendations[i].issuer = name;
}

void name_issuers(const Reading& reading, model::Drafts& drafts) {
  if (drafts.statuses.empty()) return;
  const Namer namer(reading);
  for (model::Status& status : drafts.statuses)
    if (const model::Speech* const speech = speech_at(reading.layers, status.focus.begin);
        speech != nullptr && !speech->speaker.empty() && !status.issuer.empty() && speech->issuer == status.issuer)
      rename(reading, namer, status.issuer, speech->speaker);
}

}   // namespace muster::facts
