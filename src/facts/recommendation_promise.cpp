// What the inspected body says that it will do: "we will publish …", "the council said it would recruit …",
// "the board agreed that the police would share …". A forecast, or another's plan, is none.
#include <algorithm>

#include "facts/asking.hpp"

namespace muster::facts {
namespace {

bool names_body(const Reading& reading, Span subject) {
  const std::vector<Word> words = words_of(reading.document, subject);
  if (words.empty() || words.size() > 8 ||
      is_any(words.front().text, {"this", "that", "these", "another", "each", "any", "no"}))
    return false;
  return reading.lexicon.word_kinds().is(words.back().text, WordKind::promising_body);
}

// "by June", "within 90 days", "before the end of the year", "next month", "in July": what has a day is promised.
bool has_a_day(const Words& words, std::size_t first) {
  constexpr std::size_t reach = 24;
  const auto time = [&](std::size_t k) {
    return words.is(k, WordKind::month) || words.is(k, WordKind::time_or_season) || words.is(k, WordKind::span_of_time) ||
           words.is(k, {"easter", "christmas", "weekend", "monday", "tuesday", "wednesday", "thursday", "friday", "week",
                        "quarter", "deadline", "term"}) ||
           (k < words.size() && !words[k].mark && words.folded(k).size() == 4 && words.folded(k).starts_with("20"));
  };
  for (std::size_t k = first; k + 1 < words.size() && k < first + reach; ++k) {
    if (words.is_mark(k, ';')) return false;
    if (words.is(k, {"by", "before", "until", "within", "in", "over", "from", "during", "between"}))
      for (std::size_t w = k + 1; w < k + 6 && w < words.size() && !words[w].mark; ++w)
        if (time(w) && !words.is(k + 1, {"any", "some", "recent"})) return true;
    if (words.is(k, {"next", "this"}) && time(k + 1)) return true;
  }
  return false;
}

// How firmly the words behind the modal bind: `body` only where a body speaks of itself ("will meet families"),
// `speaker` in the words of whoever answers for it ("checks will be made"), `none` not at all ("will be sad").
enum class Bond : std::uint8_t { none, speaker, body };

Bond bond_behind(const Reading& reading, const Words& words, std::size_t first, std::string_view modal) {
  const AskWords& known = reading.lexicon.ask_words();
  std::size_t i = first;
  while (i < words.size() &&
         (words.is(i, {"now", "also", "immediately", "urgently", "then", "all", "soon", "therefore", "both", "now",
                       "all", "continue", "begin", "start", "to", "work"}) ||
          (!words[i].mark && words.folded(i).size() > 4 && words.folded(i).ends_with("ly"))) &&
         !(words.is(i, "work") && words.is(i + 1, "with")))
    ++i;
  if (i >= words.size() || words[i].mark) return Bond::none;
  const bool committed = modal.ends_with("committed to");
  if (i > first && words.is(i - 1, {"begin", "start"}) && words.folded(i).ends_with("ing")) return Bond::speaker;
  // "would begin the calls on 1 July"; "inspections would begin in the spring"
  if (i > first && words.is(i - 1, {"begin", "start"}) && !known.deed(words.folded(i)))
    return words.is(i, {"in", "on", "by", "next", "this", "from", "within", "at"}) ? Bond::speaker : Bond::body;
  if (committed)
    return known.deed_in_ing(words.folded(i)) && !words.is(i, {"putting", "improving", "making", "working", "ensuring",
                                                               "providing", "delivering", "supporting"})
               ? Bond::body
               : Bond::none;
  // "will publish its report in June": no improvement
  if (words.is(i, "publish"))
    for (std::size_t k = i + 1; k < words.size() && k < i + 5; ++k)
      if (words.is(k, {"report", "findings", "response", "results", "reports"})) return Bond::none;
  if (known.pledges().at(words, i) > 0) return Bond::body;
  if (words.is(i, "be") && i > 1 && (words.is(i - 2, "there") || words.is(i - 3, "there")))
    return Bond::speaker;   // "there will be two officers"
  if (modal.starts_with("expect") && words.is(i, "have")) return Bond::body;   // "expects to have a new system by May"
  if (words.is(i, {"be", "have"})) {
    std::size_t next = i + 1;
    if (words.is(next, {"compulsory", "mandatory", "available", "ready", "operational", "sorted", "filled"}))
      return Bond::speaker;
    while (next < words.size() && (words.is(next, {"now", "also", "soon", "all", "given"}) ||
                                   (!words[next].mark && words.folded(next).ends_with("ly"))))
      ++next;
    if (words.is(i, "be") && known.deed_in_ing(words.folded(next)) &&
        !words.is(next, {"asking", "calling", "looking", "considering"}))
      return Bond::body;
    if (words.is(next, {"discussed", "considered", "debated", "asked", "told", "called", "required", "examined",
                        "determined", "decided", "answered", "heard", "moved", "closed"}))
      return Bond::none;
    if (words.is(i, "be") &&
        (known.deed_done(words.folded(next)) || words.is(next, WordKind::deed_done) || words.is(next, "rolled")))
      return Bond::speaker;
    if (words.is(i, "be") && words.is(next, "in") && words.is(next + 1, {"place", "post"})) return Bond::speaker;
    // "a contractor would be chosen by the end of the month", "the job would be complete by May"
    if (words.is(i, "be") && next < words.size() && !words[next].mark && has_a_day(words, next + 1) &&
        (words.is(next, {"complete", "over", "under", "chosen", "drawn", "sent", "brought"}) ||
         words.is(next, WordKind::irregular_participle) ||
         (words.folded(next).ends_with("ed") && words.folded(next).size() > 4 &&
          !words.is(next, {"sentenced", "expected", "needed", "published", "released", "buried", "charged"}))))
      return Bond::speaker;
    if (words.is(i, "have") && has_a_day(words, i + 1)) return Bond::speaker;   // "will have 40 pilots by June"
    if (words.is(i, "be") && words.is(next, {"at", "on", "in", "fully"}) && has_a_day(words, next)) return Bond::speaker;
    return Bond::none;
  }
  if (!words.is(i, WordKind::no_pledge) && known.deed(words.folded(i))) return Bond::body;
  // "will take on 20 guards", "will hold three fairs", "will cut waiting times": of who answers for the body
  const bool something =
      i + 1 < words.size() && !words[i + 1].mark && !words.is(i + 1, {"it", "place", "time", "that", "sure", "a"});
  return words.is(i, {"take", "hold", "open", "trial", "bring", "run", "stop", "end", "report", "cut", "reduce", "meet",
                      "raise", "keep", "move", "close"}) &&
                 something
             ? Bond::speaker
         : !words.is(i, WordKind::no_pledge) && !words.is(i, WordKind::foretold) && has_a_day(words, i + 1) ? Bond::speaker
                                                                                                   : Bond::none;
}

// "The director said more nurses were coming. The unit would also try new rotas.": what is told goes on.
Asker told_before(const Reading& reading, std::uint32_t sentence) {
  if (sentence == 0) return {};
  const model::Sentence& last = reading.layers.sentences[sentence - 1];
  if (last.block != reading.layers.sentences[sentence].block) return {};
  for (const model::Speech& speech : speeches_near(reading.layers, last.span))
    if (!speech.quoted && speech.said.overlaps(last.span) && !speech.official && answers_for_body(speech.speaker_name))
      return {speech.issuer.empty() ? speech.speaker_name : speech.issuer, false, true};
  return {};
}

// "Cedar Falls", "Under the plan, Cedar Falls": every word a capital's.
bool proper_name(const Reading& reading, Span subject) {
  const std::string_view written = reading.document.text.folded(subject);
  if (const std::size_t comma = written.rfind(", "); comma != std::string_view::npos)
    subject.begin += static_cast<std::uint32_t>(comma) + 2;
  const std::vector<Word> words = words_of(reading.document, subject);
  if (words.empty() || words.size() > 5 || pronoun(words.front().text)) return false;
  if (name_in(reading.layers, subject,
              {model::NameKind::person, model::NameKind::role, model::NameKind::inspectorate}) != nullptr)
    return false;
  return words.size() > 1 && std::all_of(words.begin(), words.end(), [](const Word& word) {
           return (word.text.front() >= 'A' && word.text.front() <= 'Z') ||
                  is_any(word.text, {"of", "and", "for", "the"});
         });
}

}   // namespace

void make_promise(const Reading& reading, const model::Match& match, const Author& author, model::Drafts& drafts,
                  std::vector<Refusal>* refusals) {
  const Span sentence = reading.layers.sentences[match.sentence].span;
  const Span modal = match.group("modal");
  if (is_question(reading.document, sentence)) return refuse(refusals, match, "a question");
  Clause clause = clause_around(reading, sentence, modal);
  // "said it accepted the findings and would roster": the second verb of one subject
  if (const std::vector<Word> before = words_of(reading.document, clause.subject);
      !before.empty() && is_any(before.back().text, {"and", "but"})) {
    clause.subject = {modal.begin, modal.begin};
    clause.span.begin = modal.begin;
  }
  if (clause.subordinate) return refuse(refusals, match, "a subordinate clause");
  if (!clause.asker.known && same_word(reading.document.text.folded(modal), "would"))
    clause.asker = told_before(reading, match.sentence);
  const model::Speech* const said = speech_at(reading.layers, modal.begin);
  // "Commissioner Ann Cole said the board would …": commissioners head what is inspected, or sit on its board
  const std::string who =
      plain(clause.asker.issuer) + " " + (said == nullptr ? std::string{} : plain(said->speaker_name));
  const bool commands = find_words(who, "commissioner") != std::string::npos;
  if (clause.asker.official && !commands) return refuse(refusals, match, "inspectors' own plans, or their forecast");
  const Words words(reading.document.text, Words::head_of(sentence), reading.lexicon.word_kinds());
  const Bond bond = bond_behind(reading, words, words.beginning_at(modal.end), reading.document.text.folded(modal));
  const bool plans = !is_any(reading.document.text.folded(modal), {"will", "would", "'ll", "'d"});
  if (plans && (author.inspects || author.reports)) return refuse(refusals, match, "inspectors tell of plans");
  if (plans && find_words(reading.document.text.folded({modal.end, clause.span.end}), "recommendations") !=
                   std::string_view::npos)
    return refuse(refusals, match, "what became of requests");
  const std::size_t at = words.beginning_at(modal.begin);
  if (at > 0 && words.is(at - 1, {"not", "don't", "doesn't", "didn't", "never", "no", "nor"}))
    return refuse(refusals, match, "denied");
  if (bond == Bond::none) return refuse(refusals, match, "nothing that binds");
  if (words.is(at + 1, "determined") && find_words(reading.document.text.folded(clause.span), "things right") !=
                                            std::string_view::npos)
    return refuse(refusals, match, "a frame of mind");
  const std::vector<Word> subject = words_of(reading.document, clause.subject);
  const bool itself =
      subject.empty() || (subject.size() <= 2 && is_any(subject.front().text, {"it", "they", "we", "he", "she"}));
  const bool we = !subject.empty() && same_word(subject.front().text, "we");
  const model::Speech* speech = speech_at(reading.layers, modal.begin);
  // "Ann Cole met the crews. She promised to …": whom the pronoun stands for
  if (plans && !clause.asker.known && subject.size() == 1 && is_any(subject.front().text, {"he", "she"}))
    if (const Asker person = person_before(reading, clause.subject.begin); person.known && !person.official)
      clause.asker = person;
  // "Director Hale concurred, and said …": no speech is read there, the title stands beside the name
  const bool answers =
      answers_for_body(clause.asker.issuer) || clause.promised ||
      (speech == nullptr && clause.asker.known && !clause.asker.official &&
       answers_for_body(titles_of(reading, clause.asker.issuer, modal.begin)));
  // "Dr Orla Keane said", whom the text has called the board's chief executive
  const bool speaker =
      speech != nullptr &&
      (answers_for_body(speech->speaker_name) ||
       answers_for_body(
           titles_of(reading, speech->issuer.empty() ? speech->speaker_name : speech->issuer, speech->speaker.begin)));
  // "The director said monthly audits would resume in May": the body's own, not a look at it
  const bool own_checks = !subject.empty() && (answers || speaker) &&
                          is_any(subject.back().text, {"audits", "inspections", "checks", "reviews"});
  if (!own_checks && standing_of(reading, clause.subject).overseer) return refuse(refusals, match, "what a look will do");
  const bool name =
      bond == Bond::body && !plans && proper_name(reading, clause.subject);   // "Under the plan, Cedar Falls will hire"
  if (itself) {
    if (!clause.asker.known && !clause.promised) return refuse(refusals, match, "nobody is said to promise this");
    if (we && speech != nullptr && !speech->quoted) return refuse(refusals, match, "the writer's own plans");
    if (!answers && !speaker) return refuse(refusals, match, "the speaker does not answer for the body");
  } else {
    const bool told = (answers || speaker) && clause.asker.known;   // "new staff would be trained, the governor said"
    if (!names_body(reading, clause.subject) && !told && !name) return refuse(refusals, match, "no body binds itself");
    if (bond == Bond::speaker && !told) return refuse(refusals, match, "what will be, not what is promised");
    if (clause.asker.known && !answers && !speaker) return refuse(refusals, match, "a forecast of someone else");
    if (!clause.asker.known && !clause.promised && same_word(reading.document.text.folded(modal), "would"))
      return refuse(refusals, match, "what would be, not what is promised");
  }
  if (!speaks_of_failings(reading)) return refuse(refusals, match, "the document is not about inspection or inquiry");
  model::Recommendation item;
  item.evidence = evidence_of(reading, match.sentence, *match.rule);
  item.form = model::Form::stated;
  item.kind = model::Asking::commitment;
  item.issuer = clause.asker.issuer;
  if (!itself) item.addressee = addressee_of(reading, clause.subject);
  if (item.issuer.empty()) item.issuer = item.addressee;
  if (!itself && !clause.asker.known) item.confidence = model::Confidence::low;
  add_stated(reading, drafts, std::move(item), trimmed(reading.document, clause.span, ",.\"'"));
}

}   // namespace muster::facts
