#include "claim_parts.hpp"

#include <algorithm>

namespace muster::facts {
using model::QuantityKind;

std::size_t end_of_noun(const Words& words, const ClaimWords& lists, std::size_t first, std::size_t limit) {
  constexpr std::size_t longest = 24;   // words: "children who wait less than 18 months between …"
  limit = std::min({limit, words.size(), first + longest});
  std::size_t i = first;
  bool relative = false;
  for (; i < limit; ++i) {
    if (words.is_mark(i, '-') && i > first && i + 1 < limit && words.is(i + 1, "and"))
      continue;   // "16- and 17-year-olds"
    if (words[i].mark && !words.is_mark(i, '\'') && !words.is_mark(i, '"')) break;
    if (const std::size_t n = lists.non_workforce.at(words, i); n > 1 && i + n <= limit) {   // "children looked after"
      i += n - 1;
      continue;
    }
    if (i > first && words.is(i + 1, "by") && words.is(i, WordKind::deed_participle)) {
      ++i;
      continue;
    }
    if (words.is(i, {"who", "that", "which"}) && i > first && !words.is(i - 1, "of")) {   // but "teachers of that year"
      relative = true;
      continue;
    }
    if (i > first && lists.verbs.at(words, i) > 0 && !words.is(i, "experience")) {
      if (!relative) break;
      while (i + 1 < limit && lists.verbs.at(words, i + 1) > 0) ++i;   // "who are currently"
      relative = false;
      continue;
    }
    if (i > first && words.folded(i).size() > 3 && !relative) {
      const std::string_view word = words.folded(i);
      const std::string_view before = words.folded(i - 1);
      const bool past = word.substr(word.size() - 2) == "ed";
      const bool many = before.size() > 3 && before.back() == 's' && before[before.size() - 2] != 's';
      const bool plural = many || words.is(i - 1, WordKind::collective_noun);
      if (past && plural) break;
    }
    if (i > first &&
        words.is(i, {"while", "whereas", "but", "although", "compared", "because", "when", "against", "during", "whose"}))
      break;
    if (i > first && words.is(i, "as") && !words.is(i + 1, "a") && !words.is(i - 1, {"such", "well", "as", "and"}))
      break;   // "40 of its 328 ports as …"
    if (i > first && words.is(i, "and") &&
        words.is(i + 1, {"as", "so", "this", "that", "it", "they", "some", "many", "most", "others", "in", "its", "his",
                         "her", "these", "is", "are", "was", "were"}))
      break;
    if (i > first && words.is(i, "in") && words.is(i + 1, "the") &&
        words.is(i + 2, {"same", "last", "past", "previous", "year", "first"}))
      break;
  }
  // A joining word before the next claim belongs to nobody.
  while (i > first && words.is(i - 1, {"and", "or", "with", "to", "in", "at", "of", "for", "the", "a", "by", "just",
                                       "only", "from"}))
    --i;
  return i;
}

Population population_of(const Words& words, const ClaimWords& lists, std::size_t first, std::size_t last) {
  std::size_t head = first;
  // "on-call", "in-house" lead to no other noun.
  while (head < last &&
         !(head > first && !words.hyphen_before(head + 1) &&
           !(words.is(head, "of") && words.is(head - 1, WordKind::number_noun)) &&
           words.is(head, {"in",    "at",   "of",      "for",       "with",     "who",      "that",
                           "which", "from", "across",  "within",    "on",       "aged",     "responsible",
                           "to",    "we",   "visited", "inspected", "examined", "reviewed", "sampled"})))
    ++head;
  const Phrases::Found staff = lists.staff.last_in(words, first, head);
  const Phrases::Found posts = lists.posts.last_in(words, first, head);
  const Phrases::Found other = lists.non_workforce.last_in(words, first, head);
  const auto reach = [](const Phrases::Found& f) { return f.none() ? 0 : f.last; };
  const std::size_t ours = std::max(reach(staff), reach(posts));
  if (ours == 0 && reach(other) == 2 + first && head == first + 2 && words.is(first + 1, "force") &&
      words.is(first, {"the", "its"}))
    return Population::staff;
  // "nine of the ten wings": of places, not of people.
  if (ours == 0 && reach(other) == 0 && head > first && lists.teams.at(words, head - 1) > 0 &&
      words.folded(head - 1).back() == 's' && !words.is(head - 1, {"services", "social"}))
    return Population::other;
  if (ours == 0 && reach(other) == 0)
    return head > first && words.is(head - 1, {"team", "crew", "squad"}) ? Population::staff : Population::unknown;
  // "37 carers employed at the home"
  if (reach(other) > ours && words.is(other.last, {"employed", "rostered", "deployed"})) return Population::staff;
  return ours >= reach(other) && ours > 0 ? Population::staff : Population::other;
}

void read_populations(const Words& words, const ClaimWords& lists, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    Claim& claim = claims[i];
    if (!claim.proportion()) continue;
    const std::size_t limit = i + 1 < claims.size() ? claims[i + 1].first : words.size();
    std::size_t begin = claim.last;
    if (claim.bracketed && words.is_mark(begin, ')')) ++begin;
    if (words.is_mark(begin, '-') && words.is(begin + 1, "of")) ++begin;
    bool found = words.is(begin, "of");
    if (found) ++begin;
    if (!found && (claim.total || (claim.kind == QuantityKind::fraction &&
                                   words.is(claim.first, "of")))) {   // "of every ten recruits, four …"
      for (std::size_t k = claim.first; k < claim.last; ++k)
        if (words.is(k, "of")) begin = k + 1, found = true;
    }
    if (!found && (claim.kind == QuantityKind::fraction || !claim.bracketed)) {
      if (claim.last > 0 && words.is(claim.last - 1, "of")) found = true;
      else if (claim.kind == QuantityKind::fraction && begin == claim.last && begin < words.size() &&
               !words[begin].mark && (lists.verbs.at(words, begin) == 0 || lists.staff.at(words, begin) > 1) &&
               !(words.is(begin, WordKind::unfilled_adjective) ||
                 words.is(begin, {"in", "at", "on", "and", "or", "to", "by", "as", "with", "for", "across", "who"})))
        found = true;
    }
    // "over 30% of the 62 nursing posts": the next number is part of what the share is said of.
    std::size_t reach = claim.total ? std::max(limit, claim.last) : limit;
    if (found && i + 1 < claims.size() && claims[i + 1].kind == QuantityKind::count &&
        claims[i + 1].first <= begin + 2 &&
        (claims[i + 1].first == begin ||
         words.folded(claims[i + 1].first - 1)
                 .substr(std::max<std::size_t>(words.folded(claims[i + 1].first - 1).size(), 2) - 2) == "'s" ||
         words.is(claims[i + 1].first - 1, {"the", "its", "their", "all", "these", "those", "our"})))
      reach = i + 2 < claims.size() ? claims[i + 2].first : words.size();
    std::size_t end = found ? end_of_noun(words, lists, begin, reach) : begin;
    const auto whole_of = [&](std::size_t from, std::size_t to) {
      // The last "proportion of", "majority of" before the claim.
      for (std::size_t k = to; k > from; --k) {
        if (!words.is(k - 1, "of") || k < 2 || lists.whole.at(words, k - 2) == 0) continue;
        begin = k;
        end = end_of_noun(words, lists, k, to);
        return end > begin;
      }
      return false;
    };
    std::size_t nearest = i;   // the claim before it that is no mere time: "children who wait less than a year …"
    while (nearest > 0 && claims[nearest - 1].kind == QuantityKind::duration) --nearest;
    const std::size_t floor = nearest == 0 ? 0 : claims[nearest - 1].last;
    if (!found && !claim.total && !claim.bracketed && claim.first > 2 &&
        words.is_mark(claim.first - 1, ',')) {   // "Of those who left, 52% …"
      for (std::size_t k = claim.first - 1; k > floor && k + 16 > claim.first && !found; --k)
        if (words.is(k - 1, "of") && (k == 1 || words[k - 2].mark || words.is(k - 2, {"and", "but", "that"})))
          begin = k, end = claim.first - 1, found = true;
    }
    if (!found || end == begin) {
      std::size_t open = claim.first;
      while (claim.bracketed && open > floor && !words.is_mark(open, '(')) --open;
      if (!whole_of(back(open, claim.bracketed ? 14 : 25, floor), open)) {
        begin = end = open;
        if (claim.bracketed) {
          while (begin > back(open, 4, floor) && !words[begin - 1].mark && lists.verbs.at(words, begin - 1) == 0 &&
                 !words.is(begin - 1, {"of", "and", "the", "with", "in", "by", "for", "to", "from", "a", "majority",
                                       "proportion"}))
            --begin;
          if (open > begin && lists.whole.at(words, open - 1) > 0)
            begin = open;   // "the service's sickness rate (9%)" is of nobody named
        } else if (i > 0 && claims[i - 1].proportion() && (claim.linked || lists.verbs.at(words, claim.last) > 0) &&
                   !(claims[i - 1].population == Population::other &&
                     !lists.staff.first_in(words, claims[i - 1].last, claim.first).none())) {
          claim.of_first = claims[i - 1].of_first;
          claim.of_last = claims[i - 1].of_last;
          claim.population = claims[i - 1].population;
          continue;
        }
      }
    }
    claim.of_first = begin;
    claim.of_last = std::max(begin, end);
    claim.population = population_of(words, lists, begin, end);
    if (end == begin + 1 && words.is(begin, {"plan", "target", "requirement"}))
      claim.population = Population::unknown;   // "78% of plan": of what there should be
    // "short at 94 percent of them": at so many places.
    if (claim.population == Population::unknown && claim.first > 0 && words.is(claim.first - 1, {"at", "in", "on"}) &&
        end == begin + 1 && words.is(begin, {"them", "these", "those", "sites", "facilities"}))
      claim.population = Population::other;
    // "eight staff out of 57": the noun stands before.
    if (claim.population == Population::unknown && claim.total)
      claim.population = population_of(words, lists, claim.first, claim.last);
  }
}

// "23, 6 and 9 per cent of its nurses, porters and cooks": of the same as the last of the row.
void share_population(const Words& words, std::vector<Claim>& claims) {
  for (std::size_t i = claims.size(); i > 1; --i) {
    Claim& claim = claims[i - 2];
    const Claim& next = claims[i - 1];
    if (!claim.proportion() || claim.kind != next.kind || claim.population != Population::unknown ||
        claim.of_first < claim.of_last || next.of_first < next.last)
      continue;
    if (next.first != claim.last + 1 || !(words.is_mark(claim.last, ',') || words.is(claim.last, "and"))) continue;
    claim.of_first = next.of_first;
    claim.of_last = next.of_last;
    claim.population = next.population;
  }
}

bool counted_beside(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims, std::size_t i) {
  if (i == 0 || claims[i].kind != QuantityKind::count || claims[i - 1].kind != QuantityKind::count) return false;
  return claims[i].first > claims[i - 1].last && words.is(claims[i].first - 1, "and") &&
         counted_by(words, lists, claims[i - 1]).last + 1 == claims[i].first &&
         counted_by(words, lists, claims[i]).whose == Population::staff;
}

}   // namespace muster::facts
