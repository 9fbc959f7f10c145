#include "counted.hpp"

#include <algorithm>

namespace muster::facts {
namespace {

// "two participation and inclusion officers", "two information, advice and guidance workers": the words
// after [i] lead to a noun of staff. Returns how many words to go on, 0 for none.
std::size_t joined_on(const Words& words, const ClaimWords& lists, std::size_t i) {
  bool joined = words.is(i, "and");
  for (std::size_t k = i + 1; k < i + 6 && k < words.size(); ++k) {
    if (joined && lists.staff.at(words, k) > 0) return k - i;
    if (words.is_mark(k, ',') && !joined) continue;
    if (words.is(k, "and") && !joined) {
      joined = true;
      continue;
    }
    if (words[k].mark || lists.verbs.at(words, k) > 0 || lists.non_workforce.at(words, k) > 0 ||
        (joined && k > i + 3) || (words.folded(k).front() >= '0' && words.folded(k).front() <= '9'))
      return 0;
  }
  return 0;
}

// "three professional «disciplines»": the noun of staff was but the first part of another.
bool heads_on(const Words& words, std::size_t i) {
  if (i == 0 || words[i].mark) return false;
  if (words.is(i, WordKind::offshoot_noun)) return true;
  const std::string_view before = words.folded(i - 1), word = words.folded(i);
  const bool many = before.back() == 's' || words.is(i - 1, WordKind::collective_noun);
  return !many && word.size() > 4 && word.back() == 's' && word[word.size() - 2] != 's' &&
         !words.is(i, WordKind::lookalike_verb);
}

bool ends_in(std::string_view word, std::string_view end) {
  return word.size() > end.size() + 2 && word.substr(word.size() - end.size()) == end;
}

}   // namespace

bool occupation(const Words& words, const ClaimWords& lists, std::size_t i, bool many) {
  if (i >= words.size() || words[i].mark || lists.no_occupations.at(words, i) > 0 || lists.teams.at(words, i) > 0)
    return false;
  std::string_view word = words.folded(i);
  if (word.front() >= 'A' && word.front() <= 'Z') return false;
  if (many) {
    if (word.size() < 6 || word.back() != 's') return false;
    word.remove_suffix(1);
  }
  return ends_in(word, "er") || ends_in(word, "or") || ends_in(word, "ist") || ends_in(word, "ant") ||
         ends_in(word, "ian") || ends_in(word, "eer");
}

namespace {

// Where the workers begin that stand behind "children's rights", "patient safety"; 0 if none do.
std::size_t whom_they_serve(const Words& words, const ClaimWords& lists, std::size_t from) {
  constexpr std::size_t near = 4;
  std::size_t k = from;
  const std::string_view last = words.folded(from - 1);
  const bool owned = words.is_mark(k, '\'') || (last.size() > 2 && last.substr(last.size() - 2) == "'s");
  if (!owned && (last.back() == 's' || words.is(from - 1, {"children", "people", "men", "women"}))) return 0;
  while (words.is_mark(k, '\'')) ++k;
  for (const std::size_t end = std::min(words.size(), from + near); k < end; ++k) {
    if (words[k].mark || words.is(k, WordKind::noun_end) || lists.verbs.at(words, k) > 0) return 0;
    if (lists.staff.at(words, k) > 0 || lists.posts.at(words, k) > 0) return k;
  }
  return 0;
}

}   // namespace

CountedNoun counted_by(const Words& words, const ClaimWords& lists, const Claim& claim) {
  const auto employed_before = [&]() {
    const std::size_t begin = claim.first > 3 ? claim.first - 3 : 0;
    for (std::size_t k = claim.first; k > begin && !words[k - 1].mark; --k)
      for (std::size_t b = k - 1 > 2 ? k - 3 : 0; b < k; ++b)
        if (lists.employing.at(words, b) > 0 && b + lists.employing.at(words, b) == k) return true;
    return false;
  };
  const auto had_before = [&]() {   // "the district has only 88 drivers"
    for (std::size_t k = claim.first; k > 0 && k + 4 > claim.first && !words[k - 1].mark; --k)
      if (words.is(k - 1, {"has", "had", "have"})) return true;
    return false;
  };
  CountedNoun out;
  out.fte = claim.unit == "fte";
  if (words.is_mark(claim.last, '(') &&
      (words.is(claim.last + 1, {"fte", "wte"}) || words.is(claim.last + 3, "equivalent") ||
       words.is(claim.last + 3, "equivalents")))
    out.fte = true;   // "1,214 (full-time equivalent)"
  std::size_t i = claim.last;
  out.first = out.last = i;
  std::size_t named = 0;
  // "two of the posts"
  if (claim.low > 1 && words.is(i, "of") && words.is(i + 1, {"the", "its", "their", "these", "those", "our"}) &&
      !words.is(i + 2, {"latter", "former"}))
    i += 2;
  for (std::size_t seen = 0; i < words.size() && seen < 6; ++seen) {
    if (named == 0 && i > claim.last && (words.is_mark(i, ',') || words.is(i, "and")))
      if (const std::size_t on = joined_on(words, lists, i); on > 0) {
        i += on;
        continue;
      }
    // "nursing and midwifery posts"
    if (named > 0 && words.is(i, "and") && !out.posts)
      if (const std::size_t n = lists.staff.at(words, i + 1); n > 0 && lists.posts.at(words, i + 1 + n) > 0) {
        ++i;
        continue;
      }
    if (words[i].mark) {
      if (words.is_mark(i, '\'') || words.is_mark(i, '"')) {
        ++i;
        continue;
      }
      break;
    }
    if (words.is(i, "and") && i > claim.last && words.is(i - 1, {"low", "medium", "high"}) &&
        i + 1 < words.size()) {   // "medium and high risk offenders"
      ++i;
      continue;
    }
    if (i > claim.last && words.is(i, {"several", "some", "many", "most", "few"})) break;   // "in two teams several workers"
    if (words.is(i, WordKind::noun_end) && !(words.is(i, "on") && words.hyphen_before(i + 1)))
      break;   // but "on-road paramedics"
    if (i == claim.last && lists.times.at(words, i) > 0 &&
        !words.is(i, "second")) {   // "five terms, and of nine teachers": a time
      out.whose = Population::other;
      out.last = named = i + 1;
      break;
    }
    if (words.is(i, {"fte", "wte", "ftes", "wtes"}) ||
        (words.is(i, {"full", "whole"}) && words.is(i + 1, "time") && words.is(i + 2, "equivalent")))
      out.fte = true;
    const std::size_t staff = lists.staff.at(words, i), posts = lists.posts.at(words, i),
                      other = lists.non_workforce.at(words, i);
    if (named > 0 && i + 1 < words.size() && lists.posts.at(words, i) == 0 &&
        lists.posts.at(words, i + 1) > 0) {   // "director «level» posts"
      ++i;
      continue;
    }
    if (staff == 0 && posts == 0 && other == 0) {
      if (named > 0) {   // "29 school nurses «cover» 210 schools"
        if (claim.low > 1 && heads_on(words, i)) out.whose = Population::other;
        break;
      }
      if (i > claim.last && lists.verbs.at(words, i) > 0) break;
      if (i == claim.last && lists.verbs.at(words, i) > 0) break;
      ++i;
      out.last = i;
      continue;
    }
    // "two children's rights officers", "four patient safety leads": for whom they work
    if (other > 0 && staff < other && posts < other && named == 0)
      if (const std::size_t on = whom_they_serve(words, lists, i + other); on > i) {
        i = on;
        out.last = i;
        continue;
      }
    const std::size_t n = std::max({staff, posts, other});
    out.whose = n == other && staff < n && posts < n ? Population::other : Population::staff;
    if (out.whose == Population::other && words.is(i, {"inspector", "inspectors"}) &&
        (employed_before() || had_before()))
      out.whose = Population::staff;   // a ministry's own
    out.posts = posts == n && n > staff;
    i += n;
    out.last = named = i;
  }
  if (named == 0 && out.last > out.first) {   // "employs three benefit assessors"
    const bool employed = employed_before(), had = had_before();
    for (std::size_t k = out.first; (employed || had) && k < std::min(out.last, out.first + 5); ++k)
      if ((employed && occupation(words, lists, k, claim.high != 1)) || words.is(k, WordKind::worker_if_had)) {
        out.whose = Population::staff;
        named = k + 1;
        break;
      }
  }
  if (named > 0) out.last = named;   // "eight workers «left the service»"
  for (std::size_t k = out.first; k < out.last; ++k)
    out.cases = out.cases || lists.cases.at(words, k) > 0 || words.is(k, {"caseload", "cases'"});
  // "two carers on duty overnight": the paid ones
  if (named > 0 && out.whose == Population::other && words.is(named - 1, {"carer", "carers"}) &&
      (words.is(named, {"employed", "rostered", "working"}) ||
       (words.is(named, "on") && words.is(named + 1, {"duty", "shift", "nights", "shifts"})) ||
       (words.is(named, {"were", "was"}) && words.is(named + 1, "on") && words.is(named + 2, {"duty", "shift"}))))
    out.whose = Population::staff;
  // "two temporary social work «teams»", "five nursing homes"
  if (named > 0 && out.whose == Population::staff && !out.posts && named < words.size() && !words[named].mark &&
      lists.teams.at(words, named) > 0) {
    out.teams = true;
    out.whose = Population::other;
  }
  if (out.fte && out.whose == Population::unknown) out.whose = Population::staff;
  return out;
}

bool only_told_of(const Words& words, const ClaimWords& lists, const Claim& claim, const CountedNoun& noun) {
  // Behind their noun, up to the next mark: "three officers on the wing told us".
  const std::size_t end = std::min(noun.last + 6, words.size());
  if (words.is(noun.last, "could") && !words.is(noun.last + 1, "be")) return true;   // "two clerks could see it"
  for (std::size_t k = noun.last; k < end && !words[k].mark; ++k) {
    if (lists.told_after.at(words, k) > 0) return true;
    if (words.is(k, "and") ? k > noun.last
                           : words.is(k, {"but", "because", "while", "when", "where", "though", "although", "as"}))
      break;
  }
  // Before their number: "interviews with all 12 nurses".
  const std::size_t begin = claim.first > 8 ? claim.first - 8 : 0;
  std::size_t near =
      claim.first;   // where the list begins that the number stands in: "«a social worker and» three managers"
  while (near > begin && !words[near - 1].mark &&
         (lists.staff.at(words, near - 1) > 0 || words.is(near - 1, {"a", "an", "and", "the", "worker", "of"})))
    --near;
  for (std::size_t k = claim.first; k > begin && !words[k - 1].mark; --k) {
    const std::size_t asked = lists.told_before.at(words, k - 1);
    if (asked > 0 && k - 1 + asked <= claim.first && (claim.first - (k - 1 + asked) <= 2 || k - 1 + asked >= near))
      return true;
    const std::size_t person = lists.told_person.at(words, k - 1);
    // "the school has had four principals" is of no person.
    if (person > 0 && k > 1 &&
        (words.is(k - 2, "it") || (lists.teams.at(words, k - 2) > 0 && lists.non_workforce.at(words, k - 2) <= 1)))
      continue;
    if (person > 0 && k - 1 + person <= claim.first && claim.first - (k - 1 + person) <= 3) return true;
  }
  // "five officers in three months": one after the other.
  return false;
}

}   // namespace muster::facts
