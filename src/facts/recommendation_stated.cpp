// Requests in prose: the clause that asks, who asks it of whom, and what only looks like asking.
#include <algorithm>
#include <array>

#include "facts/asking.hpp"
#include "facts/listed.hpp"

namespace muster::facts {
namespace {

using model::Asking;

model::Recommendation start(const Reading& reading, const model::Match& match) {
  model::Recommendation item;
  item.evidence = evidence_of(reading, match.sentence, *match.rule);
  item.form = model::Form::stated;
  item.strength = made(reading, match, "strength");
  return item;
}

std::string strength_of(const Reading& reading, std::string_view modal) {
  return field_of(entry_of(reading.vocab, "ask_modals", modal), "kind");
}

// Every numbered part of `span` as an item of its own; false if there are none.
bool add_enumerated(const Reading& reading, model::Drafts& drafts, const model::Recommendation& like, Span span) {
  const std::vector<Numbered> items = enumerated(reading.document, span);
  if (items.empty()) return false;
  for (const Numbered& part : items) {
    model::Recommendation item = like;
    item.number = part.number;
    add_stated(reading, drafts, std::move(item), part.text);
  }
  return true;
}

// "We recommend the smaller pan", "users are urged to upgrade": somebody is advised, and nobody who inspects is named.
bool only_advice(const Reading& reading, Span sentence, const model::Recommendation& item, bool told = false) {
  if (item.kind != Asking::recommendation || (!item.issuer.empty() && !told) || speaks_of_oversight(reading))
    return false;
  const std::vector<Word> words = words_of(reading.document, sentence);
  if (std::any_of(words.begin(), words.end(),
                  [&](const Word& word) { return official_noun(reading, word.text) && !same_word(word.text, "we"); }))
    return false;
  const std::vector<Word> asked = words_of(reading.document, trimmed(reading.document, item.evidence.quote));
  const auto acts = [&](const Word& word) {
    return !is_any(word.text, {"all", "everyone", "head", "person", "home", "homes", "group", "state", "practice",
                               "club", "team", "bank", "company"}) &&
           (entry_of(reading.vocab, "actors", word.text) != nullptr ||
            (word.text.back() == 's' &&
             entry_of(reading.vocab, "actors", word.text.substr(0, word.text.size() - 1)) != nullptr));
  };
  return std::none_of(asked.begin(), asked.end(), acts);
}

Asking asking_of(const Asker& asker) { return asker.official ? Asking::recommendation : Asking::call; }

// "… that the council fence the weir, and that the police patrol it": every clause that asks.
std::vector<Span> that_clauses(const Reading& reading, Span ask) {
  std::vector<Span> clauses;
  const std::vector<Word> words = words_of(reading.document, ask);
  const auto asks = [&](Span part) {
    if (!first_ask_verb(reading, part).empty()) return true;
    const std::vector<Word> of = words_of(reading.document, part);
    return std::any_of(of.begin(), of.end(), [](const Word& word) {
      return is_any(word.text, {"should", "must", "be"});
    });
  };
  std::uint32_t begin = ask.begin;
  for (std::size_t i = 1; i + 3 < words.size(); ++i) {
    if (!same_word(words[i].text, "that")) continue;
    const bool joined = same_word(words[i - 1].text, "and");
    const std::size_t before = joined ? i - 1 : i;
    const std::string_view gap =
        before > 0 ? reading.document.text.folded({words[before - 1].span.end, words[before].span.begin})
                   : std::string_view{};
    const bool series =
        gap.find(',') != std::string_view::npos &&
        find_words(reading.document.text.folded({words[i].span.end, ask.end}), "and that") != std::string_view::npos;
    if (before == 0 || !(joined || series || gap.find(';') != std::string_view::npos)) continue;
    const Span part = trimmed(reading.document, {begin, words[before - 1].span.end}, ",;");
    if (!asks({words[i].span.end, ask.end}) || !asks(part)) continue;
    clauses.push_back(part);
    begin = words[i].span.end;
  }
  clauses.push_back(trimmed(reading.document, {begin, ask.end}, ",;"));
  return clauses;
}

// "We recommend that CMS (1) refund …": the name ends where the base verb or the first number stands.
void make_that(const Reading& reading, const model::Match& match, Span ask, model::Drafts& drafts,
               std::vector<Refusal>* refusals) {
  const Span sentence = reading.layers.sentences[match.sentence].span;
  if (ask.empty() || reading.document.text.folded()[ask.end - 1] == ':') return;   // a lead-in: its items are listed
  model::Recommendation item = start(reading, match);
  item.confidence = model::Confidence::high;
  const Span lead{sentence.begin, match.group("verb").begin};
  const std::vector<Word> led = words_of(reading.document, lead);
  Asker asker = asker_before(reading, lead);
  // "He is now recommending that …"
  if (!led.empty() && led.size() < 5 && pronoun(led.front().text) && !is_any(led.front().text, {"we", "i"}))
    if (const Asker meant = behind_pronoun(reading, match.sentence, led.front().span); meant.known) asker = meant;
  item.issuer = asker.issuer;
  const Standing standing = standing_of(reading, {sentence.begin, match.group("verb").begin});
  const bool reviews = asker.official || !asker.known ||
                       (!standing.campaigner && speaks_of_oversight(reading) && can_act(reading, asker.issuer));
  item.kind = reviews ? Asking::recommendation : Asking::call;
  if (same_word(reading.document.text.folded({sentence.begin, std::min(sentence.end, sentence.begin + 3)}), "we "))
    item.kind = Asking::recommendation;
  // "Health officials recommend that everyone get a jab": advice to the public, in a text about nobody's oversight
  const std::vector<Word> asked = words_of(reading.document, {ask.begin, std::min(ask.end, ask.begin + 40)});
  if ((item.kind == Asking::call || !asker.official) && asker.known && !asked.empty() &&
      (!speaks_of_oversight(reading) || is_any(asked.front().text, {"everyone", "anyone", "people", "you", "adults",
                                                                    "residents", "drivers", "visitors", "parents"})))
    return refuse(refusals, match, "advice, not a request of who oversees");
  const Span verb = first_ask_verb(reading, ask);
  const std::vector<Numbered> parts = enumerated(reading.document, ask);
  const std::uint32_t name_end = [&] {
    std::uint32_t end = verb.empty() ? ask.begin : verb.begin;
    if (!parts.empty()) end = verb.empty() ? parts.front().text.begin : std::min(end, parts.front().text.begin);
    return end;
  }();
  Span who = trimmed(reading.document, {ask.begin, name_end}, ",:(");
  const std::vector<Word> words = words_of(reading.document, who);
  bool modal = false;
  for (const Word& word : words)
    if (is_any(word.text, {"should", "must"})) {
      who.end = word.span.begin;
      modal = true;
      break;
    }
  // the number of a list is no part of the name: "CMS (1)"
  if (!parts.empty()) {
    const std::size_t mark = reading.document.text.folded(who).rfind('(');
    const auto text_of = reading.document.text.folded(who);
    if (mark != std::string_view::npos && mark + 1 < text_of.size() && text_of.size() - mark <= 5 &&
        (text_of[mark + 1] == 'a' || (text_of[mark + 1] >= '0' && text_of[mark + 1] <= '9')))
      who.end = who.begin + static_cast<std::uint32_t>(mark);
  }
  who = trimmed(reading.document, who, ",:(");
  if (!who.empty() && (!verb.empty() || !parts.empty())) item.addressee = addressee_of(reading, who);
  if (item.addressee.empty() && !who.empty() && (!verb.empty() || !parts.empty()) && who.size() < 220)
    item.addressee = reading.document.text.string(who);
  // "…, and that it report yearly": whoever the clause before has named
  if (is_any(item.addressee, {"it", "they"})) {
    item.addressee.clear();
    if (!drafts.recommendations.empty() && drafts.recommendations.back().evidence.quote == item.evidence.quote)
      item.addressee = drafts.recommendations.back().addressee;
  }
  if (only_advice(reading, sentence, item)) return refuse(refusals, match, "advice, and nobody inspects");
  if (add_enumerated(reading, drafts, item, ask)) {
    // A list that goes on in paragraphs of its own: "(2) submit …,"
    for (std::size_t next = reading.layers.sentences[match.sentence].block + 1; next < reading.document.blocks.size();
         ++next) {
      const model::Block& block = reading.document.blocks[next];
      if (!block.readable() || block.kind == model::BlockKind::heading || block.kind == model::BlockKind::title) break;
      const std::string_view text = reading.document.text.folded(block.span);
      if (text.size() < 4 || text[0] != '(' || text[1] < '0' || text[1] > '9') break;
      if (!add_enumerated(reading, drafts, item, block.span)) break;
    }
    return;
  }
  Span text = verb.empty() || modal ? ask : Span{verb.begin, ask.end};
  // "continue to work with …, and to improve …": two requests of one verb
  if (!verb.empty() && same_word(reading.document.text.folded(verb), "continue")) {
    const std::vector<Word> all = words_of(reading.document, text);
    for (std::size_t i = 2; i + 2 < all.size(); ++i) {
      if (!same_word(all[i].text, "and") || !same_word(all[i + 1].text, "to") || !is_ask_verb(reading, all[i + 2].text))
        continue;
      add_stated(reading, drafts, item, trimmed(reading.document, {text.begin, all[i].span.begin}, ","));
      add_stated(reading, drafts, item, {all[i + 2].span.begin, text.end});
      return;
    }
  }
  for (const Span deed : verb.empty() || modal ? std::vector<Span>{text} : deeds_joined(reading, text))
    add_stated(reading, drafts, item, deed);
}

bool improvement_subject(const Reading& reading, Span subject) {
  const std::vector<Word> words = words_of(reading.document, subject);
  return !words.empty() &&
         !is_any(words.front().text,
                 {"they",     "he",         "she",   "it",      "you",      "i",        "this",      "that",
                  "these",    "those",      "who",   "which",   "people",   "parents",  "residents", "anyone",
                  "everyone", "applicants", "users", "readers", "visitors", "patients", "customers", "members"});
}

// "Managers should make sure that …" in a letter of inspectors: an instruction to who answers for the service.
bool instructs(const Reading& reading, const Author& author, Span sentence, const Clause& clause,
               std::string_view strength, const std::vector<Word>& after) {
  std::size_t i = 0;
  while (i < after.size() &&
         is_any(after[i].text, {"now", "also", "therefore", "urgently", "immediately", "further", "not"}))
    ++i;
  if (i >= after.size() || !is_ask_verb(reading, after[i].text)) return false;
  // "I believe that inspectors should": the author's own report
  const std::vector<Word> lead =
      words_of(reading.document, {sentence.begin, std::max(sentence.begin, clause.subject.begin)});
  if (clause.reported && (lead.empty() || !is_any(lead.front().text, {"i", "we"}))) return false;
  // what happens after the inspection is no request of it
  const std::string_view asked = reading.document.text.folded(clause.span);
  for (const std::string_view next : {"action plan", "written statement", "proposed action"})
    if (find_words(asked, next) != std::string_view::npos) return false;
  if (is_any(after[i].text, {"send", "submit", "contact", "call", "read", "refer", "note"}) ||
      (strength != "must" && strength != "should"))
    return false;
  const std::vector<Word> subject = words_of(reading.document, clause.subject);
  if (subject.empty() || subject.size() > 12 || !improvement_subject(reading, clause.subject)) return false;
  if (author.argues) return !is_any(subject.front().text, {"we", "one", "readers"});
  constexpr std::string_view responsible[] = {
      "provider",   "providers", "leaders",    "managers",     "governors", "trust",       "trusts",
      "council",    "authority", "force",      "service",      "board",     "partnership", "partners",
      "school",     "college",   "home",       "department",   "agency",    "governor",    "director",
      "trustees",   "company",   "operator",   "constabulary", "manager",   "person",      "hospital",
      "university", "ministry",  "government", "office",       "prison",    "leadership"};
  return std::any_of(std::begin(responsible), std::end(responsible), [&](std::string_view word) {
    return std::any_of(subject.begin(), subject.end(), [&](const Word& w) { return same_word(w.text, word); });
  });
}

// "Under the notice", "Under a settlement with inspectors": by what who inspects has laid down.
bool under_an_order(const Reading& reading, Span lead) {
  const std::vector<Word> words = words_of(reading.document, lead);
  if (words.empty() || !is_any(words.front().text, {"under", "the"})) return false;
  for (std::size_t i = 1; i < words.size() && i < 6; ++i)
    if (is_any(words[i].text, {"notice", "order", "decree", "settlement", "direction", "undertaking"}))
      return same_word(words.front().text, "under");
  return false;
}

// "ensure that:", "the Chief of Ferries:": nothing is asked before the list below begins.
bool leads_on(const Reading& reading, Span ask) {
  if (reading.document.text.folded()[ask.end - 1] != ':') return false;
  const std::vector<Word> words = words_of(reading.document, ask);
  return words.empty() || is_any(words.back().text, {"that", "to", "should", "must", "shall", "following", "below"}) ||
         first_ask_verb(reading, ask).empty();
}

void make_modal(const Reading& reading, const model::Match& match, const Author& author, model::Drafts& drafts,
                std::vector<Refusal>* refusals) {
  const model::Sentence& said = reading.layers.sentences[match.sentence];
  const Span modal = match.group("modal");
  if (said.span.end > modal.end && leads_on(reading, {modal.end, said.span.end}))
    return refuse(refusals, match, "a lead-in: its items stand below");
  if (is_question(reading.document, said.span)) return refuse(refusals, match, "a question");
  Clause clause = clause_around(reading, said.span, modal);
  if (clause.subordinate) return refuse(refusals, match, "the modal stands in a subordinate clause");
  // "The report said the home needed to …": past only because it is told of someone who asks; else a finding
  if (match.makes("past") == "yes" && (!clause.asker.official || !clause.reported))
    return refuse(refusals, match, "what was needed, asked by nobody");
  if (clause.subject.empty()) return refuse(refusals, match, "no subject before the modal");
  // "Staffing remains a worry and this must improve": what "this" is stands in the words before
  if (const std::vector<Word> named = words_of(reading.document, clause.subject);
      named.size() == 1 && is_any(named.front().text, {"this", "that", "it", "these"}) &&
      clause.span.begin > said.span.begin) {
    const model::Speech* speech = speech_at(reading.layers, modal.begin);
    const std::uint32_t from = speech != nullptr ? std::max(said.span.begin, speech->said.begin) : said.span.begin;
    if (speech != nullptr && speech->quoted && from < clause.span.begin)
      clause.span = trimmed(reading.document, {from, clause.span.end}, "\"");
  }
  model::Recommendation item = start(reading, match);
  item.strength = strength_of(reading, reading.document.text.folded(modal));
  const std::vector<Word> after = words_of(reading.document, {modal.end, std::min(said.span.end, modal.end + 60)});
  const bool passive = !after.empty() && is_any(after.front().text, {"be", "not"});
  const bool strong = item.strength == "must" || item.strength == "should";

  // "Specifically, CMS should (1) …": an auditor's list, whoever says it
  const std::vector<Numbered> parts = enumerated(reading.document, {modal.end, said.span.end});
  if (parts.size() >= 2 && parts.front().text.begin - modal.end < 40) {
    item.addressee = addressee_of(reading, clause.subject);
    item.issuer = clause.asker.issuer;
    item.kind = clause.asker.known ? asking_of(clause.asker) : Asking::recommendation;
    item.confidence = model::Confidence::high;
    add_enumerated(reading, drafts, item, {modal.end, said.span.end});
    return;
  }
  const std::vector<Word> subject = words_of(reading.document, clause.subject);
  if (clause.promised) {
    item.kind = Asking::commitment;
    const std::vector<Word> before = words_of(reading.document, {said.span.begin, clause.span.begin});
    // "Having read it the board agreed": the name before the verb
    for (std::size_t i = before.size(); i-- > 1;)
      if (promises(before[i].text)) {
        std::size_t from = i;
        while (from > 0 && i - from < 6 && !is_any(before[from].text, {"the", "a"})) --from;
        item.addressee = reading.document.text.string({before[from].span.begin, before[i - 1].span.end});
        break;
      }
    item.issuer = item.addressee;
    add_stated(reading, drafts, std::move(item), clause.span);
    return;
  }
  if (!clause.asker.known) {
    // The author's own voice: only right after someone's words, and only a plain "must".
    const std::uint32_t n = match.sentence;
    const model::Speech* before = nullptr;
    if (n > 0) {
      const Span last = reading.layers.sentences[n - 1].span;
      for (const model::Speech& speech : speeches_near(reading.layers, last)) {
        if (speech.said.overlaps(last) && speech.quoted && !speech.speaker_name.empty()) before = &speech;
      }
    }
    // "The regulator said the yard must …. It must also …": the same asker goes on
    const bool same = subject.size() <= 3 && is_any(subject.front().text, {"it", "they"});
    const bool other = strong && subject.size() <= 8 && !passive && improvement_subject(reading, clause.subject) &&
                       can_act(reading, addressee_of(reading, clause.subject));
    if (n > 0 && (same || other) && reading.layers.sentences[n - 1].block == said.block &&
        !drafts.recommendations.empty() &&
        reading.layers.sentences[n - 1].span.overlaps(drafts.recommendations.back().text) &&
        drafts.recommendations.back().kind == Asking::recommendation && !after.empty() &&
        (passive || is_ask_verb(reading, after.front().text) || is_any(after.front().text, {"also", "now"}))) {
      const model::Recommendation& last = drafts.recommendations.back();
      item.kind = last.kind;
      item.issuer = last.issuer;
      item.addressee = same ? last.addressee : addressee_of(reading, clause.subject);
      item.confidence = same ? model::Confidence::medium : model::Confidence::low;
      return add_stated(reading, drafts, std::move(item), clause.span);
    }
    // "Under the notice, the yard must …"
    if (strong && speaks_of_oversight(reading) && under_an_order(reading, {said.span.begin, modal.begin})) {
      item.kind = Asking::recommendation;
      item.addressee = addressee_of(reading, clause.subject);
      for (const Span deed : deeds_joined(reading, clause.span)) add_stated(reading, drafts, item, deed);
      return;
    }
    if ((author.inspects || (author.argues && speaks_of_services(reading)) ||
         (speaks_of_oversight(reading) && writes_as_overseer(reading))) &&
        instructs(reading, author, said.span, clause, item.strength, after)) {
      item.kind = Asking::recommendation;
      item.issuer = author.issuer;
      item.addressee = addressee_of(reading, clause.subject);
      return add_stated(reading, drafts, std::move(item), clause.span);
    }
    if (before == nullptr || item.strength != "must" || passive || !improvement_subject(reading, clause.subject) ||
        !speaks_of_oversight(reading))
      return refuse(refusals, match, "nobody is said to ask this");
    clause.asker = {before->issuer.empty() ? before->speaker_name : before->issuer, before->official, true};
    item.confidence = model::Confidence::low;
  }
  if (!clause.asker.official) {
    if (!speaks_of_failings(reading)) return refuse(refusals, match, "the document is not about inspection or inquiry");
    if (!strong &&
        !is_any(subject.front().text, {"the", "all", "every", "each", "ministers", "councils", "government", "there"}))
      return refuse(refusals, match, "a weak word of someone who does not inspect");
    if (!improvement_subject(reading, clause.subject)) return refuse(refusals, match, "no one is asked");
  } else if (is_any(subject.front().text, {"i", "you", "he", "she"})) {
    return refuse(refusals, match, "no one is asked");
  }
  item.kind = asking_of(clause.asker);
  if (item.kind == Asking::call && author.inspects) return refuse(refusals, match, "a remark that inspectors retell");
  item.issuer = clause.asker.issuer;
  if (clause.span.begin != said.span.begin && clause.reported)
    clause.span = trimmed(reading.document, clause.span, ".");
  if (!passive) item.addressee = addressee_of(reading, clause.told.empty() ? clause.subject : clause.told);
  for (const Span deed : deeds_joined(reading, clause.span)) add_stated(reading, drafts, item, deed);
}

// The words between the quotation marks around a place of the sentence, or all of it.
Span between_quotes(const model::Document& document, Span sentence, std::uint32_t at) {
  const std::string_view text = document.text.folded();
  std::uint32_t open = 0, marks = 0;
  for (std::uint32_t i = sentence.begin; i < at + 1 && i < sentence.end; ++i)
    if (text[i] == '"') {
      open = i;
      ++marks;
    }
  if (marks % 2 == 0) return sentence;
  const std::size_t close = text.substr(0, sentence.end).find('"', at + 1);
  return {open + 1, close == std::string_view::npos ? sentence.end : static_cast<std::uint32_t>(close)};
}

// "It also urges …": the report or the watchdog that the sentence before is about.
Asker named_by_pronoun(const Reading& reading, std::uint32_t sentence, Span before) {
  const std::vector<Word> words = words_of(reading.document, before);
  if (sentence == 0 || words.empty() || words.size() > 3 || !is_any(words.front().text, {"it", "they"})) return {};
  const model::Sentence& last = reading.layers.sentences[sentence - 1];
  if (last.block + 1 < reading.layers.sentences[sentence].block) return {};
  const std::vector<Word> named = words_of(reading.document, last.span);
  constexpr std::size_t subject = 7;   // words; whoever is named later is no subject
  for (std::size_t i = 0; i < named.size() && i < subject; ++i)
    if (official_noun(reading, named[i].text) && !same_word(named[i].text, "we"))
      return asker_before(reading, {last.span.begin, named[i].span.end});
  return {};
}

// The rest: the rule names the stretch ("ask"), who asks stands before or around it.
void make_named(const Reading& reading, const model::Match& match, const Author& author, model::Drafts& drafts,
                std::vector<Refusal>* refusals) {
  const Span sentence = reading.layers.sentences[match.sentence].span;
  if (is_question(reading.document, sentence)) return refuse(refusals, match, "a question");
  const Span group = match.group("ask");
  Span ask = without_tail(reading, trimmed(reading.document, group.empty() ? match.span : group, "\"'"));
  const bool whole = match.makes("text") == "sentence";
  const model::Speech* speech = speech_at(reading.layers, ask.begin);
  if (speech != nullptr && speech->said.end > ask.begin + 10) ask.end = std::min(ask.end, speech->said.end);
  if (whole) {
    ask = speech != nullptr && speech->quoted
              ? Span{std::max(sentence.begin, speech->said.begin), std::min(sentence.end, speech->said.end)}
              : between_quotes(reading.document, sentence, match.span.begin);
    ask = trimmed(reading.document, ask, "\"',");
  } else {
    ask = trimmed(reading.document, ask, ".,;");
  }
  if (words_of(reading.document, ask).size() < 3) return refuse(refusals, match, "too short to be a request");
  model::Recommendation item = start(reading, match);
  const Span by = match.group("by");
  Asker asker = asker_at(reading, sentence, by.empty() ? match.span.begin + (match.span.size() > 0 ? 1 : 0) : by.end);
  if (!by.empty()) {
    const bool we = is_any(reading.document.text.folded(trimmed(reading.document, by)), {"we", "i"});
    const Asker named = we && asker.known ? asker : asker_before(reading, by);
    if (named.known) asker = named;
  } else if (!asker.known && match.span.begin > sentence.begin) {
    asker = asker_before(reading, {sentence.begin, match.span.begin});
    if (!asker.known) asker = named_by_pronoun(reading, match.sentence, {sentence.begin, match.span.begin});
  }
  // "It also urged the creation of …": whoever the sentence before was about
  if (by.empty() && !asker.official && match.span.begin > sentence.begin) {
    const std::vector<Word> lead = words_of(reading.document, {sentence.begin, match.span.begin});
    if (!lead.empty() && lead.size() <= 3 && is_any(lead.front().text, {"it", "they"}))
      if (const Asker meant = behind_pronoun(reading, match.sentence, lead.front().span); meant.official) asker = meant;
  }
  const std::string kind = made(reading, match, "kind");
  if (match.makes("body") == "yes") {
    // only who answers for the body can promise: its chief executive, its spokesman, the body itself
    const std::string who = speech == nullptr ? std::string{} : plain(speech->speaker_name + " " + speech->issuer);
    if (!answers_for_body(who) || speech->official)
      return refuse(refusals, match, "the speaker does not answer for the body");
  }
  if (match.makes("official") == "yes" && !asker.official)
    return refuse(refusals, match, "no one who inspects says so");
  if (match.makes("oversight") == "yes" && !speaks_of_oversight(reading) && !standing_of(reading, sentence).overseer)
    return refuse(refusals, match, "the document is not about inspection or inquiry");
  // "We made four recommendations, including that …", over the list of all four
  if (match.makes("clause") == "yes" &&
      std::any_of(drafts.recommendations.begin(), drafts.recommendations.end(),
                  [](const model::Recommendation& one) { return one.form == model::Form::listed; }))
    return refuse(refusals, match, "the list of them stands elsewhere");
  // "The yard was told it must …": by inspectors only where the text is about them
  if (match.rule->id == "recommendation.told-it-must" && !speaks_of_oversight(reading))
    return refuse(refusals, match, "the document is not about inspection or inquiry");
  if (kind == "commitment") {
    item.kind = Asking::commitment;
  } else if (kind == "recommendation" || asker.official) {
    item.kind = Asking::recommendation;
  } else if (kind == "call" || asker.known) {
    item.kind = Asking::call;
  } else {
    return refuse(refusals, match, "nobody is said to ask this");
  }
  if (item.kind == Asking::call && author.inspects) return refuse(refusals, match, "a remark that inspectors retell");
  if (item.kind != Asking::recommendation && !speaks_of_failings(reading))
    return refuse(refusals, match, "the document is not about inspection or inquiry");
  item.issuer = asker.issuer;
  if (only_advice(reading, sentence, item, match.rule->id == "recommendation.told-to" && !asker.official))
    return refuse(refusals, match, "advice, and nobody inspects");
  if (const Span who = match.group("who"); !who.empty()) item.addressee = addressee_of(reading, who);
  // "including that the port hire a clerk": whom, and the deed
  if (const Span verb = match.makes("clause") == "yes" ? first_ask_verb(reading, ask) : Span{};
      !verb.empty() && verb.begin > ask.begin) {
    item.addressee = addressee_of(reading, {ask.begin, verb.begin});
    bool first = true;
    for (Span deed : deeds_joined(reading, {verb.begin, ask.end})) {
      if (first) deed.begin = ask.begin;
      first = false;
      add_stated(reading, drafts, item, deed);
    }
    return;
  }
  for (const Span deed : whole ? std::vector<Span>{ask} : deeds_joined(reading, ask))
    add_stated(reading, drafts, item, deed);
}

}   // namespace

void make_stated(const Reading& reading, const model::Match& match, const Author& author, model::Drafts& drafts,
                 std::vector<Refusal>* refusals) {
  const std::string_view how = match.makes("how");
  if (how == "that") {
    const Span ask = without_tail(reading, trimmed(reading.document, match.group("ask"), ".\"'"));
    if (!enumerated(reading.document, ask).empty()) return make_that(reading, match, ask, drafts, refusals);
    for (const Span clause : that_clauses(reading, ask)) make_that(reading, match, clause, drafts, refusals);
    return;
  }
  if (how == "modal") return make_modal(reading, match, author, drafts, refusals);
  if (const Span ask = match.group("ask"); !ask.empty() && leads_on(reading, ask))
    return refuse(refusals, match, "a lead-in: its items stand below");
  make_named(reading, match, author, drafts, refusals);
}

}   // namespace muster::facts
