// How the words of a clause say that things stand now.
#include <algorithm>

#include "facts/status_stance.hpp"

namespace muster::facts {

void read_stance(const StatusWords& lists, const Said& said, std::size_t first, std::size_t last, bool burden,
                 Stance& stance, bool deeds) {
  last = std::min(last, said.words.size());
  const auto note = [&](bool& what, std::size_t from, std::size_t to) {
    what = true;
    if (stance.phrase.empty())
      stance.phrase = {said.words[from].span.begin, said.words[std::min(to, last - 1)].span.end};
  };
  const auto denied = [&](std::size_t i) {
    for (std::size_t k = i > first + 4 ? i - 4 : first; k < i; ++k)
      if ((said.is(k, Role::negation) && !said.is(k + 1, {"only"})) ||
          said.is(k, {"no", "none", "nothing", "nobody", "few", "little", "lack", "insufficiently", "far"}) ||
          (said.is(k, {"yet"}) && said.is(k + 1, {"to"})))
        return true;
    return false;
  };
  // "Not one cent of it has been spent": the deed is denied with its subject
  const bool nobody = said.is(first, {"none", "nothing", "neither"}) ||
                      (said.is(first, {"not"}) &&
                       (said.is(first + 1, {"one"}) || (said.is(first + 1, {"a"}) && said.is(first + 2, {"single"}))));
  deeds = deeds && !nobody;
  for (std::size_t i = first; i < last; ++i) {
    // "a fault that we did not meet again"
    if (said.is(i, Role::negation) && said.is(i + 1, WordKind::come_across))
      if (std::size_t again = i + 2; said.is(again, {"again"}) || said.is(++again, {"again"})) {
        note(stance.good, i, again);
        i = again;
        continue;
      }
    // "all but achieved"
    if (((said.is(i, {"all"}) && said.is(i + 1, {"but"})) ||
         (said.is(i, Role::almost) && !said.is(i, {"generally", "mainly"}))) &&
        i + 2 < last) {
      std::size_t done = i + (said.is(i, {"all"}) ? 2U : 1U);
      while (done + 1 < last && said.is(done, {"been"})) ++done;
      if (past_participle(said, done) && is_any(kind_of(lists, said, done), {"", "good"}) && !denied(i)) {
        stance.almost = true;
        note(stance.good, i, done);
        i = done;
        continue;
      }
    }
    if (said.is(i, {"bar", "save"}) && (said.is(i + 1, {"one", "two", "a", "an", "the"}))) stance.almost = true;
    const auto is = [&](std::initializer_list<std::string_view> words) { return said.is(i, words); };
    // Words of several.
    if (auto [words, kind] = lists.now_phrase(said.words, i);
        words > 1 && i + words <= last &&
        !(said.is(i + words - 1, {"more"}) && kind == "gone" && i + words < said.words.size() &&
          said.joined(i + words - 1))) {   // "is no more", not "is no more helpful"
      const bool no = kind != "bad" && kind != "lasting" && denied(i);
      if (kind == "moot") {
        note(stance.moot, i, i + words - 1);
        i += words - 1;
        continue;
      }
      // "only 63% had been fitted, well short of its target": too few
      for (std::size_t k = i; k + 1 < i + words; ++k)
        stance.short_of = stance.short_of || (said.is(k, {"short"}) && said.is(k + 1, {"of"}));
      if (kind == "gone" && !no) stance.bad = false;
      note(no || kind == "bad" ? stance.bad
           : kind == "lasting" ? stance.lasting
           : kind == "begun"   ? stance.begun
           : kind == "part"    ? stance.part
           : kind == "better"  ? stance.better
                               : stance.good,
           i, i + words - 1);
      i += words - 1;
      continue;
    }
    if (is({"no"}) && said.is(i + 1, {"more"}) && i + 2 < last) {
      note(stance.bad, i, i + 1);
      ++i;
      continue;
    }   // "no more often than they were"
    if (is({"no"}) && said.is(i + 1, {"longer"}) && i + 2 < last) {
      std::size_t k = i + 2;
      while (k < last && (said.is(k, Role::adverb) || said.is(k, {"be", "been", "being"}))) ++k;
      const std::string kind = k < last ? kind_of(lists, said, k) : std::string{};
      note(kind == "good" && !said.is(i + 1, {"more"}) ? stance.bad : stance.good, i, k);
      i = k;
      continue;
    }
    // "It does, but there are gaps": what was asked for, by a word that stands for it
    if (i == first + 1 && is({"does", "do", "is", "are", "has", "have"}) &&
        said.is(first, {"it", "they", "he", "she", "this"}) && (i + 1 >= last || !said.joined(i))) {
      note(stance.good, i, i);
      continue;
    }
    if (is({"no", "not", "without", "nobody", "none", "no-one", "few", "hardly"}) &&
        takes_away_bad(lists, said, i, last)) {
      note(stance.good, i, i + 1);
      ++i;
      while (i + 1 < last && kind_of(lists, said, i).empty()) ++i;
      continue;
    }
    if (said.is(i, Role::negation) && said.is(i + 1, WordKind::whole_word)) {
      note(stance.part, i, i + 1);
      ++i;
      continue;
    }
    // "has not been tackled quickly enough": done, but late or by halves
    if (said.is(i, Role::negation))
      for (std::size_t k = i + 2; k + 1 < last && k < i + 6; ++k)
        if (said.is(k + 1, {"enough"}) && said.is(k, WordKind::manner_adverb)) {
          note(stance.part, i, k + 1);
          i = k + 1;
          break;
        }
    // "has not got past the planning stage", "have yet to move beyond design": on its way all the same
    if (said.is(i, Role::negation) || (is({"yet"}) && said.is(i + 1, {"to"})) || is({"barely", "hardly", "scarcely"})) {
      std::size_t k = is({"yet"}) ? i + 2 : i + 1;
      while (said.is(k, {"yet", "really", "been", "be", "even"})) ++k;
      if (said.is(k, WordKind::moves_past) && said.is(k + 1, {"past", "beyond", "further", "off"})) {
        bool stage = false;
        std::size_t last_word = k + 2;
        for (; last_word < k + 7 && last_word < last && !stage; ++last_word)
          stage = said.is(last_word, WordKind::first_stage);
        if (stage) {
          note(stance.begun, i, last_word - 1);
          i = last_word;
          while (i < last && said.is(i, {"stage", "stages", "phase", "board"})) ++i;
          if (i > 0) --i;
          continue;
        }
      }
    }
    if (said.is(i, {"enough"})) continue;
    // "hired one the same year": when, not how it is
    if (said.is(i, {"same"}) && said.is(i + 1, {WordKind::span_of_time, WordKind::time_or_season})) {
      ++i;
      continue;
    }
    if (said.is(i, Role::negation) && said.is(i + 1, {"only"})) continue;
    if (said.is(i, Role::negation) || is({"no", "none", "nobody", "nothing", "nowhere", "neither", "no-one", "nor"})) {
      if (is({"no"}) && said.is(i + 1, {"doubt", "question", "matter"})) continue;
      if (is({"not"}) && said.is(i + 1, {"least"})) continue;
      if (is({"none"}) || (is({"no"}) && i + 2 >= last)) stance.none = !stance.bad;
      // "not been trained": the deed is denied with it
      const std::size_t no = i;
      while (i + 1 < last && ((said.is(i + 1, Role::adverb) && !said.is(i + 1, {"yet"})) ||
                              said.is(i + 1, {"been", "being", "be", "have", "had"}) || past_participle(said, i + 1)))
        ++i;
      note(stance.bad, no, i);
      continue;
    }
    // "two of the five lamps work"
    if (said.is(i, Role::number) && said.is(i + 1, {"of"})) {
      const std::size_t whole = said.is(i + 2, {"the", "its", "our", "their", "these"}) ? i + 3 : i + 2;
      if (whole < last && said.is(whole, Role::number) &&
          !same_word(said.words[i].text, plain(said.words[whole].text)) && !a_year(said, whole)) {
        bool no = false;   // "two of the five sets did not work": that much is wrong
        for (std::size_t k = whole + 1; k < last && k < whole + 5; ++k)
          no = no || said.is(k, Role::negation) || kind_of(lists, said, k) == "bad";
        if (no) continue;
        note(stance.part, i, whole);
        i = whole;
        continue;
      }
    }
    if (is({"hardly", "barely", "scarcely", "few", "little"}) && !(i > 0 && said.is(i - 1, {"a"}))) {
      note(stance.bad, i, i);
      continue;
    }
    if (is({"yet"}) && said.is(i + 1, {"to"})) {
      note(stance.bad, i, i + 1);
      i += 2;
      continue;
    }
    if (is({"failed", "fails", "refused", "declined"}) && said.is(i + 1, {"to"})) {
      note(stance.bad, i, i + 1);
      i += 2;
      continue;
    }
    if (is({"too"}) && i + 1 < last && !said.is(i + 1, {"and"})) {
      note(stance.bad, i, i + 1);
      ++i;
      continue;
    }
    if (is({"only", "just"}) && i + 1 < last &&
        (said.is(i + 1, Role::number) ||
         said.is(i + 1, {"in", "on", "for", "half", "some", "part", "partly", "a", "at"})) &&
        !(said.is(i, {"just"}) && said.is(i + 1, {"in", "on", "as", "at"}))) {
      note(stance.part, i, i + 1);
      continue;
    }
    // "higher than they were"
    if (is({"more"}) && i > 0 && said.is(i - 1, {"or", "and", "once"})) continue;
    if (const auto [which, words] = compared(said, first, i, last, burden); which != nullptr) {
      note(stance.*which, i, i + words - 1);
      continue;
    }
    if (is({"being"}) && past_participle(said, i + 1)) {
      note(stance.begun, i, i + 1);
      ++i;
      continue;
    }
    if (is({"due"}) && said.is(i + 1, {"to"}) && said.is(i + 2, WordKind::to_come_verb)) {
      note(stance.begun, i, i + 2);
      i += 2;
      continue;
    }
    if (said.is(i, Role::fault) && !said.is(i, WordKind::uneasy)) continue;   // told of then
    const std::string kind = kind_of(lists, said, i);
    if (kind == "part") {
      note(stance.part, i, i);
      continue;
    }
    if (kind == "begun") {
      note(denied(i) ? stance.bad : stance.begun, i, i);
      continue;
    }
    if (kind == "gone") {
      // "Gone are the filthy kitchens": what was bad of them is told of then
      if (denied(i)) {
        note(stance.bad, i, i);
        continue;
      }
      stance.bad = false;
      stance.phrase = {};
      note(stance.good, i, i);
      while (i + 1 < last && said.joined(i) && !said.is(i + 1, {"but", "yet", "although", "though", "while", "and"}))
        ++i;
      continue;
    }
    // "are writing a plan"
    if (deeds && is({"is", "are", "was", "were"})) {
      std::size_t k = i + 1;
      while (k < last && (said.is(k, Role::adverb) || said.is(k, {"now"}))) ++k;
      const std::string_view w = k < last ? said.words[k].text : std::string_view{};
      if (w.size() > 5 && same_word(w.substr(w.size() - 3), "ing") && kind_of(lists, said, k).empty() &&
          !said.is(k, WordKind::no_doing)) {
        note(stance.begun, i, k);
        i = k;
        continue;
      }
    }
    if (kind == "lasting") {
      bool fine = false;
      for (std::size_t k = i + 1; k < i + 5 && k < last; ++k)
        fine = fine ||
               (kind_of(lists, said, k) == "good" && !denied(k) &&
                !said.is(k, {"routinely", "consistently", "regular"})) ||
               said.is(k, {"improve", "strengthen", "benefit"});
      if (!fine) note(stance.lasting, i, i);
      continue;
    }
    if (kind == "bad") {
      note(stance.bad, i, i);
      continue;
    }
    // "put them up", "built one"
    if (deeds && i > first && past_participle(said, i) && said.is(i + 1, {"it", "them", "one", "both", "these"}) &&
        !said.is(i - 1, Role::auxiliary) && !said.is(i - 1, {"to", "not", "and"}) && !said.is(i, Role::demand) &&
        !said.is(i, Role::fault) && !said.is(i, WordKind::no_remedy)) {
      note(stance.good, i, i + 1);
      ++i;
      continue;
    }
    // "which opened in May", "It arrived last spring"
    if (deeds && i <= first + 4 && said.is(i, WordKind::came_about) && !denied(i) && !said.is(i - 1, Role::auxiliary)) {
      note(stance.good, i, i);
      continue;
    }
    // a deed: "has been resurfaced", "have since recruited", "is now met"
    if (deeds && is({"was", "were"}) && past_participle(said, i + 1) && !denied(i + 2) &&
        lists.now_phrase(said.words, i + 1).second != "bad" && kind_of(lists, said, i + 1).empty() &&
        !said.is(i + 1, WordKind::no_deed_participle)) {
      note(stance.good, i, i + 1);
      ++i;
      continue;
    }
    if (is({"has", "have", "had", "hasn't"}) || (is({"is", "are", "was", "were"}) && said.is(i + 1, {"now", "all"}))) {
      std::size_t k = i + 1;
      bool since = deeds;
      for (std::size_t w = first; w < last && w < i + 6 && !since; ++w)
        since = said.is(w, {"since", "now", "finally", "recently", "meanwhile"});
      while (k < last && (said.is(k, Role::adverb) || said.is(k, Role::fully) ||
                          said.is(k, {"been", "now", "since", "also", "all", "both", "already", "recently"})))
        ++k;
      if (since && k < last && past_participle(said, k) && !said.is(k, WordKind::no_remedy_told) &&
          lists.now_phrase(said.words, k).second != "bad" && kind_of(lists, said, k) != "bad" &&
          kind_of(lists, said, k) != "lasting" && kind_of(lists, said, k) != "begun" &&
          kind_of(lists, said, k) != "gone" && !denied(k)) {
        const std::string what = kind_of(lists, said, k);
        note(what == "better" && !said.is(k - 1, {"been"}) ? stance.better : stance.good, i, k);
        i = k;
        // "has cleared its overdue reviews", "had replaced the broken lamps": what was bad of them is mended
        if (said.joined(k) && said.is(k + 1, {"its", "their", "the", "all", "those", "these", "every"}))
          while (i + 2 < last && said.joined(i + 1) &&
                 (i == k || kind_of(lists, said, i + 1) == "bad" || kind_of(lists, said, i + 1) == "burden") &&
                 (kind_of(lists, said, i + 2) == "bad" || (i > k && kind_of(lists, said, i + 1) == "bad")))
            ++i;
        continue;
      }
    }
    if (is({"now", "today", "nowadays"}) && !denied(i)) {
      // "there is one now", "is now done": good unless what follows says otherwise
      if (is({"now"}) && said.is(i + 1, Role::number) && said.is(i + 2, WordKind::span_of_time))
        continue;   // "now two years since"
      bool otherwise = false;
      for (std::size_t k = i + 1; k < last && k < i + 5; ++k) {
        const std::string next = kind_of(lists, said, k);
        otherwise = otherwise || next == "bad" || next == "begun" || next == "part" || next == "lasting" ||
                    said.is(k, Role::negation) || said.is(k, {"no", "being", "higher", "lower", "longer", "too", "up"});
      }
      if (!otherwise) note(stance.good, i, i);
      continue;
    }
    if (kind == "good" && !denied(i)) {
      note(stance.good, i, i);
      continue;
    }
    if (kind == "good") {
      note(stance.bad, i, i);
      continue;
    }
    if (kind == "better" && !(i > first && said.is(i - 1, {"to", "further"})))
      note(denied(i) ? stance.bad : stance.better, i, i);
  }
}

}   // namespace muster::facts
