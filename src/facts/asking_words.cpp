// The vocabulary of asking, compiled once, and what stands behind a verb of asking.
#include <algorithm>

#include "facts/asking.hpp"
#include "facts/listed.hpp"

namespace muster::facts {
namespace {

Force force_of(const std::string& name) {
  return name == "recommends" ? Force::recommends
         : name == "tells"    ? Force::tells
         : name == "wants"    ? Force::wants
                              : Force::calls;
}

constexpr std::size_t reach = 16;   // words from the verb to the deed

bool capital(std::string_view word) { return !word.empty() && word.front() >= 'A' && word.front() <= 'Z'; }
bool small_letter(std::string_view word) { return !word.empty() && word.front() >= 'a' && word.front() <= 'z'; }

std::size_t past_adverbs(const Words& words, std::size_t i) {
  while (i < words.size() &&
         (words.is(i, {"also", "now", "again", "urgently", "immediately", "further", "therefore", "either", "both",
                       "not", "quickly"}) ||
          (!words[i].mark && words.folded(i).size() > 4 && words.folded(i).ends_with("ly")) || words.is_mark(i, '"')))
    ++i;
  return i;
}

// A finite verb: what stands before it is a clause of its own, and nobody's name.
bool finite(const Words& words, std::size_t i) {
  return words.is(i, {"is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might",
                      "did", "does", "said", "says"});
}

bool article(const Words& words, std::size_t i) {
  return words.is(i, {"the", "a",  "an",  "its", "their", "his", "her", "our",  "this", "that", "these", "of", "for",
                      "in",  "to", "and", "or",  "with",  "on",  "by",  "from", "at",   "as",   "more",  "no"});
}

}   // namespace

AskWords::AskWords(const model::Vocab& vocab)
    : nouns_(vocab, "remedies", "word"),
      degrees_(vocab, "remedies", "degree", false),
      pledges_(vocab, "pledge_verbs", {}, false) {
  if (const model::VocabList* const list = vocab.find("asking_verbs"))
    for (const model::VocabEntry& entry : list->entries) {
      AskingVerb verb;
      verb.force = force_of(field_of(&entry, "force"));
      verb.strength = field_of(&entry, "strength");
      const std::string takes = field_of(&entry, "takes");
      verb.to = find_words(takes, "to") != std::string::npos;
      verb.that = find_words(takes, "that") != std::string::npos;
      verb.bare = find_words(takes, "bare") != std::string::npos;
      verb.ing = find_words(takes, "ing") != std::string::npos;
      verb.thing = find_words(takes, "thing") != std::string::npos;
      verb.passive = field_of(&entry, "passive") == "yes";
      for (const std::string& form : entry.forms) verbs_.emplace(plain(form), verb);
    }
  if (const model::VocabList* const list = vocab.find("ask_verbs"))
    for (const model::VocabEntry& entry : list->entries)
      for (const std::string& form : entry.forms) deeds_.insert(plain(form));
}

const AskingVerb* AskWords::verb(std::string_view written) const {
  const auto found = verbs_.find(plain(written));
  return found == verbs_.end() ? nullptr : &found->second;
}

bool AskWords::deed(std::string_view word) const { return deeds_.contains(plain(word)); }

bool AskWords::deed_in_ing(std::string_view word) const {
  if (word.size() < 6 || !word.ends_with("ing")) return false;
  std::string stem = plain(word.substr(0, word.size() - 3));
  if (deeds_.contains(stem) || deeds_.contains(stem + "e")) return true;
  const bool doubled = stem.size() > 2 && stem.back() == stem[stem.size() - 2];   // "setting"
  if (!doubled) return false;
  stem.pop_back();
  return deeds_.contains(stem);
}

bool AskWords::deed_done(std::string_view word) const {
  const std::string done = plain(word);
  if (done.size() < 5 || !done.ends_with("ed")) return false;
  std::string stem = done.substr(0, done.size() - 2);
  if (deeds_.contains(stem) || deeds_.contains(stem + "e")) return true;
  if (stem.ends_with('i')) return deeds_.contains(stem.substr(0, stem.size() - 1) + "y");   // "carried"
  if (stem.size() < 3 || stem.back() != stem[stem.size() - 2]) return false;
  stem.pop_back();
  return deeds_.contains(stem);
}

bool AskWords::one_word(const Words& words, std::size_t i) const { return nouns_.at(words, i) > 0; }

bool AskWords::remedy_at(const Words& words, std::size_t first) const {
  constexpr std::size_t most = 7;   // words of a noun phrase before what it is for
  for (std::size_t i = first; i < words.size() && i < first + most; ++i) {
    if (words.is_mark(i, '"') || words.is_mark(i, '\'')) continue;
    if (words[i].mark || finite(words, i) || words.is(i, {"that", "which", "who", "when", "if", "from"})) return false;
    if (nouns_.at(words, i) > 0) return true;
    if (degrees_.at(words, i) > 0 && i <= first + 2 && i + 1 < words.size() && !words[i + 1].mark &&
        !words.is(i + 1, {"than", "of"}))
      return true;
  }
  return false;
}

namespace {

// "the council to publish", "Rail, which runs the line, to publish": whom, and the deed behind "to".
Asked to_do(const Reading& reading, const Words& words, std::size_t first, bool passive, bool weak) {
  const AskWords& known = reading.lexicon.ask_words();
  if (!passive && words.is(first, "to")) return {};   // "recommended to the board that", "asked to be heard"
  for (std::size_t i = past_adverbs(words, first); i < words.size() && i < first + reach; ++i) {
    if (words.is_mark(i, ';') || words.is_mark(i, ':') || (finite(words, i) && !words.is(i - 1, {"which", "who"})) ||
        words.is(i, {"that", "if", "whether"}))
      return {};
    if (passive && i > first && !words.is(first, "by")) return {};
    if (!words.is(i, "to")) continue;
    const std::size_t deed = past_adverbs(words, i + 1);
    if (deed >= words.size() || words[deed].mark || !small_letter(words.folded(deed))) continue;
    const bool refrain = words.is(i - 1, "not") || words.is(i + 1, "not");   // "not to lose momentum"
    if (words.is(deed, WordKind::no_request) && !refrain) return {};
    const bool acts = known.deed(words.folded(deed)) || words.is(deed, {"do", "come", "go", "get"}) ||
                      (words.is(deed, {"be", "have"}) && !weak);
    if (!acts) {
      if (words.is(deed, {"the", "a", "an", "its", "their", "be", "have"})) continue;
      if ((weak && !refrain) || article(words, deed)) return {};
    }
    return {{words[deed].span.begin, words[words.size() - 1].span.end}, passive ? Span{} : words.span_of(first, i), {}};
  }
  return {};
}

// "the council review", "each yard fit": a name, and a deed in its base form. `modal`: "should" will do as well.
Asked clause(const Reading& reading, const Words& words, std::size_t first, bool evidence) {
  if (words.is(first, {"no", "nothing", "nobody", "neither"})) return {};   // "recommended that no charges be laid"
  const AskWords& known = reading.lexicon.ask_words();
  for (std::size_t i = first + 1; i < words.size() && i < first + reach; ++i) {
    if (words.is_mark(i, ';') || words.is_mark(i, ':')) return {};
    if (words.is(i, {"should", "must", "shall", "ought"}) || (words.is(i, {"needs", "need"}) && words.is(i + 1, "to")))
      return {{words[first].span.begin, words[words.size() - 1].span.end},
              words.span_of(first, i),
              words.is(i, "must") || words.is(i, "shall") ? "must"
              : words.is(i, {"needs", "need"})            ? "need"
                                                          : "should"};
    if (words.is(i, "be") && !words.is(i - 1, {"to", "will", "would", "may", "might", "could", "can"}))
      return {{words[first].span.begin, words[words.size() - 1].span.end}, {}, {}};
    if (finite(words, i) || words.is(i, {"who", "which", "that", "not"})) return {};
    if (words[i].mark || !small_letter(words.folded(i)) || article(words, i - 1) || words.hyphen_before(i)) continue;
    if (!known.deed(words.folded(i)) || words.is(i, WordKind::no_request)) continue;
    // "support services", "the review panel": a noun goes on where no article follows
    const bool object = i + 1 < words.size() && !words[i + 1].mark &&
                        (article(words, i + 1) || capital(words.folded(i + 1)) ||
                         words.is(i + 1, {"how", "what", "all", "any", "whether", "new", "better", "stronger", "out",
                                          "up", "or", "every", "each"}) ||
                         words.folded(i + 1).ends_with("s") || words.folded(i + 1).ends_with("ing") ||
                         reading.lexicon.ask_words().remedy_at(words, i + 1));
    if (!object) continue;
    const std::string_view before = words.folded(i - 1);
    // "suggested that owners consider fitting rails": no finding says so
    if (words.is(i, "consider") && i > first && (words.folded(i + 1).ends_with("ing") || article(words, i + 1)))
      return {{words[i].span.begin, words[words.size() - 1].span.end}, words.span_of(first, i), {}, true};
    if (evidence && before.ends_with("s") && !before.ends_with("ss"))
      continue;   // "suggests that schools report fewer falls"
    const Span whom = words.span_of(first, i);
    // "the yard hire": one thing, and no -s on its verb
    const bool subjunctive = words.is(first, {"the", "a", "each", "every", "its"}) && !before.ends_with("s");
    if (!subjunctive && !can_act(reading, reading.document.text.string(whom)) && !capital(before)) continue;
    return {{words[i].span.begin, words[words.size() - 1].span.end}, whom, {}, true};
  }
  return {};
}

// "recommended last year that", "urged at the time that": over when it was asked.
std::size_t past_time(const Reading& reading, const Words& words, std::size_t first) {
  if (first >= words.size()) return first;
  if (words.is(first, "at") && words.is(first + 1, "the") && words.is(first + 2, "time")) return first + 3;
  if (words.is(first, {"today", "yesterday"}) || (!words[first].mark && words.folded(first).ends_with("day")))
    return first + 1;
  const auto& dates = reading.layers.dates;
  const auto when =
      std::lower_bound(dates.begin(), dates.end(), words[first].span.begin,
                       [](const model::DateMention& date, std::uint32_t at) { return date.span.begin < at; });
  if (when == dates.end() || when->span.begin != words[first].span.begin) return first;
  if (when->kind == model::DateKind::year || when->kind == model::DateKind::period)
    return first;   // "recommended in 2019 that": long ago
  const std::size_t behind = words.beginning_at(when->span.end);
  return words.is(behind, {"that", "to"}) ? behind : first;
}

// "The audit suggests that …": what a paper shows; a person proposes.
bool shows_only(const Words& words, std::size_t first) {
  for (std::size_t i = 0; i < first; ++i)
    if (words.is(i, {"report", "audit", "review", "study", "data", "figures", "evidence", "evaluation", "survey",
                     "results", "findings", "analysis", "research", "this", "that"}))
      return true;
  return false;
}

}   // namespace

Asked read_asked(const Reading& reading, const Words& words, std::size_t first, const AskingVerb& verb, bool passive) {
  std::size_t i = past_adverbs(words, past_time(reading, words, first));
  if (i >= words.size()) return {};
  const bool weak = verb.force == Force::tells || verb.force == Force::wants;
  if (passive) return verb.to && verb.passive ? to_do(reading, words, first, true, weak) : Asked{};
  // what only tells, and what only seems to show something
  const bool evidence =
      verb.bare && verb.ing && !verb.thing && verb.force == Force::recommends && shows_only(words, first);
  if (verb.that && words.is(i, "that")) return clause(reading, words, i + 1, evidence);
  if (verb.to)
    if (const Asked asked = to_do(reading, words, i, false, weak); !asked.deed.empty()) return asked;
  const AskWords& known = reading.lexicon.ask_words();
  if (verb.ing && known.deed_in_ing(words.folded(i)) && i + 1 < words.size() && !words[i + 1].mark)
    return {words.span_of(i, words.size()), {}, {}};
  if (verb.bare)
    if (const Asked asked = clause(reading, words, i, evidence); !asked.deed.empty()) return asked;
  // "asked the county for a new pump": whom, and the thing behind "for"
  if (verb.force == Force::wants && verb.to && words.is(first - 1, {"asked", "asks", "asking", "ask"}))
    for (std::size_t k = i + 1; k < words.size() && k < i + reach && !words[k].mark && !finite(words, k); ++k)
      if (words.is(k, "for") && known.remedy_at(words, k + 1))
        return {words.span_of(k + 1, words.size()), words.span_of(i, k), {}};
  const bool vague = verb.force == Force::wants && i + 1 < words.size() && known.one_word(words, i);   // "want change"
  if (verb.thing && !vague &&
      !words.is(i,
                {"no", "against", "it", "this", "that", "them", "him", "her", "for", "by", "to", "in", "on", "at"}) &&
      known.remedy_at(words, i))
    return {words.span_of(i, words.size()), {}, {}};
  return {};
}

}   // namespace muster::facts
