// Whose figure it is by grammar: the subject of the verb of having that a figure is the object of ("the coroner
// heard that Corran Infirmary has 40 porters"), and the owner of what is counted ("two of the clinic's five jobs").
#include <algorithm>

#include "place_reader.hpp"

namespace muster::facts {
namespace {

constexpr std::size_t longest_object = 12;   // words from the verb to the figure
constexpr std::size_t longest_subject = 9;   // words
constexpr std::size_t longest_aside = 14;   // words between two commas

bool determiner(const Words& words, std::size_t k) {
  return words.is(k, {"the", "our", "its", "their", "his", "her", "this", "each", "every", "a", "an"});
}

// What a subject cannot reach over.
bool parts_clauses(const Words& words, std::size_t k) {
  if (words[k].mark)
    return !words.is_mark(k, '\'') && !words.is_mark(k, '-') && !words.is_mark(k, '&') &&
           !(words.is_mark(k, '.') && k > 0 && words.folded(k - 1).size() <= 3);
  return words.is(k, WordKind::clause_opener);
}

}   // namespace

// The verb before `limit` that has the figure for its object, or size(): "has", "employs", "was short of", "is budgeted
// for".
std::size_t PlaceReader::having_before(std::size_t limit) const {
  for (std::size_t k = limit; k > 0 && limit - k < longest_object; --k) {
    const std::size_t at = k - 1;
    if (words_.is_mark(at, ';') || words_.is_mark(at, ':') || words_.is_mark(at, ',')) break;
    if (words_.is(at, WordKind::having_verb)) return at;
    if (!words_.is(at, {"is", "are", "was", "were", "been"})) continue;
    for (std::size_t j = at + 1; j < limit + 6 && j < words_.size() && !words_[j].mark; ++j)
      if (words_.is(j, WordKind::short_of_hands)) return at;
    return words_.size();
  }
  return words_.size();
}

std::string PlaceReader::holder(std::size_t claim) const {
  std::size_t end = claim;
  if (claim > 1 && words_.is(claim - 1, {"with", "some", "about", "around", "nearly",
                                         "over"})) {   // "The Corran Board, with some 900 staff, has …"
    const std::size_t with = words_.is(claim - 1, "with") ? claim - 1 : claim - 2;
    if (with > 0 && words_.is(with, "with") && words_.is_mark(with - 1, ',')) return named_before(with - 1);
  }
  std::size_t det = claim;   // "which left the ward two nurses short", "strikes cost the depot a fifth of its shifts"
  while (det > 0 && claim - det < 5 && !parts_clauses(words_, det - 1) && !determiner(words_, det - 1)) --det;
  if (det > 1 && determiner(words_, det - 1) &&
      words_.is(det - 2, {"left", "leaves", "leaving", "leave", "cost", "costs", "costing", "gave", "gives", "giving"}))
    return named_before(claim);
  if (words_.is(1, "of") && determiner(words_, 2) &&
      lists_.staff.at(words_, 0) > 0) {   // "Staff of the Ministry took 9 days …"
    std::size_t verb = 3;
    while (verb < claim && verb < 3 + longest_subject && lists_.verbs.at(words_, verb) == 0 && !words_[verb].mark)
      ++verb;
    if (lists_.verbs.at(words_, verb) > 0) return named_before(verb);
  }
  for (int verbs = 0; verbs < 3; ++verbs) {
    const std::size_t verb = having_before(end);
    if (verb >= words_.size()) return {};
    end = verb;
    while (end > 0 && words_.is(end - 1, WordKind::beside_a_verb)) --end;
    if (end > 0 && words_.is_mark(end - 1, ',')) {   // an aside: "The unit, set up in 2011, has …"
      std::size_t open = end - 1;
      while (open > 0 && end - open < longest_aside && !words_.is_mark(open - 1, ',')) --open;
      if (open == 0 || !words_.is_mark(open - 1, ',')) return {};
      end = open - 1;
    }
    if (end == 0 || !words_.is(end - 1, {"and", "but", "yet"}))
      return named_before(end);   // "needs 60 and has 41": one subject
    --end;
  }
  return {};
}

bool PlaceReader::name_by_itself(std::size_t k) const {
  const std::string_view word = words_.folded(k);
  if (word.size() < 4) return letters_only(word);
  for (const std::string_view tail :
       {"s",    "ment", "tion",  "sion", "ness", "ing", "ity", "nce",  "ship", "ly", "age", "over", "ed", "work",
        "load", "care", "staff", "th",   "le",   "ow",  "gh",  "ough", "ent",  "er", "ism", "ime",  "ck"})
    if (word.size() > tail.size() && word.substr(word.size() - tail.size()) == tail) return false;
  return !words_.is(k, WordKind::sentence_opener);
}

bool PlaceReader::opens(std::size_t k) const {
  while (k > 0 && (words_[k - 1].mark || digits(words_, k - 1))) --k;
  return k == 0;
}

std::string PlaceReader::of_whom(std::size_t first, std::size_t last) const {
  last = std::min(last, words_.size());
  if (first >= last || opens(first)) return {};
  std::size_t end = first;   // a name and then whose they are: "of Corran ambulance crews"
  while (end < last && capital(words_, end) && !dated(end) && lists_.staff.at(words_, end) == 0) ++end;
  if (end > first && end < last &&
      !(end == first + 1 && letters_only(words_.folded(first)) && words_.folded(first).size() < 3)) {
    if (!genitive(end - 1)) return words_.text_of(first, end);
    std::string said = words_.text_of(first, end);
    return said.substr(0, said.rfind('s') - (said.size() > 3 && said[said.size() - 2] == '\'' ? 1U : 3U));
  }
  const bool team = determiner(words_, first) && last - first > 2 && lists_.teams.at(words_, last - 1) > 0 &&
                    lists_.staff.last_in(words_, first, last).none();
  return team && !general(words_, last - 1) ? words_.text_of(first, last) : std::string();
}

bool PlaceReader::employs(std::size_t k) const {
  return lists_.teams.at(words_, k) > 0 || words_.is(k, WordKind::body_that_employs);
}

std::string PlaceReader::owner(std::size_t from, std::size_t to) const {
  for (std::size_t k = from; k + 1 < std::min(to, words_.size()); ++k) {
    if (!words_.is(k, "the")) continue;
    for (std::size_t whose = k + 1; whose < k + 4 && whose < words_.size() && !words_[whose].mark; ++whose) {
      if (!genitive(whose)) continue;
      std::string_view word = words_.folded(whose);
      word.remove_suffix(2);
      if (!employs(whose) && lists_.teams.at(words_, whose) == 0) break;
      return words_.text_of(k, whose) + " " + std::string(word);
    }
  }
  return {};
}

std::string PlaceReader::named_before(std::size_t end) const {
  if (end == 0) return {};
  std::size_t first = end, det = end;
  while (first > 0 && end - first < longest_subject && !parts_clauses(words_, first - 1) && det == end) {
    --first;
    if (determiner(words_, first) && !(first > 0 && words_.is(first - 1, {"of", "for", "at", "in"}) && first > 1 &&
                                       lists_.teams.at(words_, first - 2) > 0))
      det = first;
    if (words_.is(first, WordKind::pronoun_subject)) return {};
    if (first + 1 < end && lists_.verbs.at(words_, first) > 0 && !capital(words_, first)) return {};
  }
  if (first == end) return {};
  if (det == end) {   // a name: from its first capital on
    while (first < end && (!capital(words_, first) || dated(first))) ++first;
    const bool preposition = first > 0 && words_.is(first - 1, {"of", "in", "at", "for", "by"}) && first + 1 < end;
    if (first == end || preposition || !capital(words_, end - 1)) {
      if (first == end || !employs(end - 1) || preposition) return {};
    }
    if (dated(first) || counted(first) || words_.is(first, WordKind::title_of_a_person) ||
        (end == first + 1 && words_.folded(first).size() < 4))
      return {};
    if (end == first + 1 && opens(first) && !name_by_itself(first)) return {};   // any word has a capital there
  } else {
    first = det;
    if (words_.is(det, {"his", "her", "a", "an", "each", "every"})) return {};
    std::size_t head = end - 1;   // "the department of buildings": the department
    for (std::size_t k = det + 1; k + 1 < end; ++k)
      if (words_.is(k, {"of", "at", "for", "in"})) {
        head = k - 1;
        break;
      }
    const bool body = lists_.teams.at(words_, head) > 0 || (head > det + 1 && lists_.teams.at(words_, head - 1) > 1) ||
                      words_.is(head, WordKind::body_that_employs) || (capital(words_, head) && head == end - 1);
    if (!body || head == det || words_.is(det + 1, WordKind::title_of_a_person) ||
        words_.is(head, WordKind::title_of_a_person))
      return {};
    if (head > 0 && words_.is(head, "area")) return {};
  }
  if (!lists_.staff.last_in(words_, end - 1, end).none() || !lists_.posts.last_in(words_, end - 1, end).none())
    return {};
  if (words_.is(end - 1, WordKind::no_holder)) return {};
  return words_.text_of(first, end);
}

}   // namespace muster::facts
