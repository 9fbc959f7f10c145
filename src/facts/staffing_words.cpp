#include "staffing_words.hpp"

#include <algorithm>

namespace muster::facts {
namespace {

// "on the day of the lockdown", "since Christmas", "over the winter": the first phrase of time that begins in [first,
// last).
std::string time_phrase(const Words& words, const ClaimWords& lists, std::size_t first, std::size_t last) {
  constexpr std::size_t longest = 7;
  last = std::min(last, words.size());
  for (std::size_t k = first; k < last; ++k) {
    if (words.is(k, {"but", "although", "while", "whereas"})) return {};
    if (!words.is(k, {"on", "at", "in", "during", "over", "since", "by", "through", "throughout"})) continue;
    for (std::size_t j = k + 1; j < std::min(last, k + longest); ++j) {
      if (words[j].mark || lists.verbs.at(words, j) > 0 || lists.staff.at(words, j) > 0 ||
          words.is(j, {"their", "his", "her", "first", "second", "and", "less", "more", "than", "in", "at", "on", "for",
                       "a", "each", "every", "per"})) {
        if (!words.is(j, "a") || j > k + 1) break;
      }
      const std::size_t n = lists.time_heads.at(words, j);
      if (n == 0 || words.is(j, "years")) continue;   // "leads on early years"
      std::size_t end = j + n;
      if (words.is(end, "of") && words.is(end + 1, "the") &&
          !words.is(j, {"quarter", "quarters"}))   // "the day of the lockdown"
        for (end += 2;
             end < last && end < j + longest && !words[end].mark && lists.verbs.at(words, end) == 0 &&
             lists.staff.at(words, end) == 0 && !words.is(end, {"the", "there", "it", "in", "at", "on", "and"});
             ++end) {}
      else if (end < words.size() && !words[end].mark && lists.verbs.at(words, end) == 0 &&
               !words.is(end,
                         {"the", "it", "there", "we", "they", "a",   "an",   "one",     "only",  "just", "in",
                          "at",  "on", "for",   "to", "and",  "but", "with", "between", "about", "when", "that"}) &&
               !(words.folded(end).front() >= '0' && words.folded(end).front() <= '9') && end != last)
        break;
      return words.text_of(k, end);
    }
  }
  return {};
}

// A phrase with the words that belong to it on its left: "newly qualified", "permanent", "qualified".
std::size_t widened(const Words& words, std::size_t first, std::size_t floor) {
  while (first > floor && words.is(first - 1, WordKind::staff_attribute)) --first;
  return first;
}

}   // namespace

std::string group_words(const Words& words, const ClaimWords& lists, const Claim& claim, const Anchor& anchor,
                        std::size_t floor_before) {
  const auto said = [&](const Phrases::Found& f, std::size_t floor) {
    return words.text_of(widened(words, f.first, floor), f.last);
  };
  if (const Span named = anchor.match->group("group"); !named.empty())
    return words.text_of(words.ending_after(named.begin), words.beginning_at(named.end));
  if (words.is(claim.last, {"for", "among", "amongst"})) {   // "71% for medical staff and 89% for nurses"
    const Phrases::Found named = lists.staff.first_in(words, claim.last + 1, std::min(claim.last + 5, words.size()));
    if (!named.none() && lists.non_workforce.first_in(words, claim.last + 1, named.first).none())
      return said(named, claim.last + 1);
  }
  // "…, and for healthcare assistants 112%"
  for (std::size_t k = claim.first; k > floor_before && k + 7 > claim.first && floor_before > 0; --k) {
    if (!words.is(k - 1, {"for", "among", "amongst"})) continue;
    if (const auto named = lists.staff.first_in(words, k, claim.first); !named.none() && named.first <= k + 3)
      return said(named, k);
    break;
  }
  if (claim.kind == model::QuantityKind::count &&
      words.is(claim.last, {"are", "is", "were", "was"})) {   // "38 are inspectors", "seven are for senior auditors"
    std::size_t k = claim.last + 1;
    while (
        (words.is(k, WordKind::staff_attribute) || words.is(k, {"for", "now", "currently", "full", "time", "sworn"})) &&
        k < claim.last + 4)
      ++k;
    if (const std::size_t n = lists.staff.at(words, k); n > 0) return said({k, k + n}, claim.last + 1);
  }
  if (claim.kind == model::QuantityKind::count && words.is(claim.last + 1, {"which", "them", "these"}) &&
      words.is(claim.last + 3, {"for", "senior"})) {   // "seven of which are for auditors"
    const auto named = lists.staff.first_in(words, claim.last + 3, std::min(claim.last + 7, words.size()));
    if (!named.none()) return said(named, claim.last + 3);
  }
  if (claim.kind == model::QuantityKind::count) {
    const CountedNoun noun = counted_by(words, lists, claim);
    if (const auto f = lists.staff.last_in(words, noun.first, noun.last); !f.none()) {
      std::size_t first = noun.first;   // "dedicated school nurses", but not "additional"
      while (first < f.first && (words.is(first, {WordKind::additional_adjective, WordKind::full_time_unit}) ||
                                 words.is(first, {"of", "the", "its", "their", "these", "those", "our", "fewer",
                                                  "other", "key", "full", "whole", "time", "just", "only"})))
        ++first;
      for (std::size_t k = first; k < f.first; ++k)   // "nine of the wards' nurses"
        if (words.is_mark(k, '\'')) first = k + 1;
      return words.text_of(first, f.last);
    }
    if (noun.posts && noun.last > noun.first + 1) {   // "14 usher posts are vacant"
      std::size_t first = noun.first, last = noun.first;
      while ((words.is(first, {WordKind::additional_adjective, WordKind::full_time_unit, WordKind::funded_adjective,
                               WordKind::post_attribute}) ||
              words.is(first, {"of", "the", "its", "their", "these", "those", "our", "other", "key", "full", "whole",
                               "part", "time", "just", "only", "total", "such"})))
        ++first;
      for (std::size_t k = first; k + 1 < noun.last; ++k)   // "nine of the wards' nursing posts"
        if (words.is_mark(k, '\'') ||
            (words.folded(k).size() > 2 && words.folded(k).substr(words.folded(k).size() - 2) == "'s"))
          first = k + 1;
      last = first;
      while (last < noun.last && lists.posts.at(words, last) == 0) ++last;
      if (last > first && last - first < 4 && first < noun.last) return words.text_of(first, last);
    }
    if (noun.whose == Population::staff && !noun.posts && !noun.fte && noun.last > noun.first)
      return words.text_of(noun.first, noun.last);   // "five navigators"
  }
  if (claim.of_last > claim.of_first) {
    std::size_t head = claim.of_first;
    while (head < claim.of_last && !(head > claim.of_first && words.is(head, {"in", "at", "across", "within", "with",
                                                                              "who", "for", "on", "responsible"})))
      ++head;
    // "new nurses (4% of the workforce)": who stands before the bracket.
    const bool generic = head > claim.of_first && words.is(head - 1, WordKind::workforce_noun);
    if (claim.bracketed && generic && claim.of_first >= claim.last) {
      std::size_t open = claim.first;
      while (open > 0 && !words.is_mark(open, '(')) --open;
      if (const auto f = lists.staff.last_in(words, open > 6 ? open - 6 : 0, open); !f.none() && f.last == open)
        return said(f, 0);
    }
    // "a third of the posts are filled by newly qualified nurses": theirs.
    if (anchor.metric == "experience" && anchor.first > claim.last && words.is(anchor.first - 1, "by"))
      if (const auto f = lists.staff.last_in(words, anchor.first, anchor.last + 1); !f.none())
        return said(f, anchor.first);
    // "40% of the workforce is made up of agency workers": theirs.
    if (anchor.metric == "agency" && anchor.first >= claim.last && head > claim.of_first &&
        words.is(head - 1, {"workforce", "staff", "posts", "positions", "roles", "jobs", "shifts"}))
      if (const auto f = lists.staff.last_in(words, anchor.first, anchor.last);
          !f.none() &&
          lists.staff.last_in(words, claim.of_first, head).last -
                  lists.staff.last_in(words, claim.of_first, head).first <
              2 &&
          head - claim.of_first < 3)
        return said(f, anchor.first > 2 ? anchor.first - 2 : 0);
    if (const auto f = lists.staff.first_in(words, claim.of_first, head);
        !f.none() && claim.population == Population::staff &&
        (lists.occupying.first_in(words, std::min(anchor.last, claim.first), claim.first).none() ||
         anchor.first > claim.first))
      return said(f, claim.of_first);
  }
  // "staffing levels of community nurses": whose levels they are.
  if (words.is(anchor.last, {"of", "for", "among", "amongst"}))
    for (std::size_t k = anchor.last + 1; k < anchor.last + 4; ++k)
      if (const std::size_t n = lists.staff.at(words, k); n > 0) return said({k, k + n}, anchor.last + 1);
  if (const auto f = lists.staff.last_in(words, anchor.first, anchor.last); !f.none())
    return said(f, anchor.first > 2 ? anchor.first - 2 : 0);
  if (const auto f = lists.staff.first_in(words, claim.of_first, claim.of_last);
      !f.none() && claim.population == Population::staff)
    return said(f, claim.of_first);
  // "social worker vacancy rate", "turnover of staff", "vacancies among nurses".
  const std::size_t floor = anchor.first > 6 ? anchor.first - 6 : 0;
  for (std::size_t k = anchor.first; k > floor && !words[k - 1].mark; --k)
    if (const std::size_t n = lists.staff.at(words, k - 1); n > 0 && k - 1 + n <= anchor.first) {
      // The longest phrase that ends there.
      for (std::size_t j = k - 1; j > (k > 4 ? k - 4 : 0); --j)
        if (const std::size_t m = lists.staff.at(words, j - 1); m > 0 && j - 1 + m >= k - 1 + n)
          return words.text_of(j - 1, j - 1 + m);
      return words.text_of(widened(words, k - 1, floor), k - 1 + n);
    }
  const std::size_t top = std::min(anchor.last + 7, words.size());
  std::size_t end = anchor.last;
  while (end < top && !words[end].mark && !(claim.first > anchor.first && end >= claim.first)) ++end;
  if (const auto f = lists.staff.first_in(words, anchor.last, end); !f.none()) return said(f, anchor.last);
  // The last that were named before: "…, with many staff having 30 cases each".
  if (claim.population == Population::other) return {};
  if (const auto f =
          lists.staff.last_in(words, claim.first > 80 ? claim.first - 80 : 0, std::min(claim.first, words.size()));
      !f.none())
    return said(f, 0);
  // "With average caseloads of 16, probation officers have the time to …": who has them comes after.
  if (anchor.metric == "caseload" && claim.first < claim.last)
    if (const auto f = lists.staff.first_in(words, claim.last, words.size()); !f.none()) return said(f, claim.last);
  return {};
}

std::string pointed_at(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims,
                       std::size_t index) {
  const Claim& claim = claims[index];
  const auto whose = [&](std::size_t k) { return words.is(k, "of") && words.is(k + 1, {"whom", "which"}); };
  if (index > 0 &&
      (whose(claim.last) || (claim.first >= 2 && whose(claim.first - 2)))) {   // "60 nurses, of whom nine": of the 60
    const Claim& before = claims[index - 1];
    if (before.kind != model::QuantityKind::count) return {};
    const CountedNoun noun = counted_by(words, lists, before);
    return words.text_of(before.first, std::max(before.last, noun.last));
  }
  if (!words.is(claim.last, "of")) return {};
  const std::size_t first = claim.last + 1;
  if (words.is(first, "them")) return words.text_of(first, first + 1);
  if (words.is(first, "the") && words.is(first + 1, {"latter", "former", "rest"}))
    return words.text_of(first, first + 2);
  if (!words.is(first, {"these", "those"})) return {};
  std::size_t last = first + 1;
  while (last < first + 4 && last < words.size() && !words[last].mark && lists.verbs.at(words, last) == 0 &&
         !words.is(last, {"as", "in", "at", "on", "for", "by", "with", "and"}))
    ++last;
  return words.text_of(first, last);
}

std::string when_words(const Reading& reading, const Words& words, const ClaimWords& lists,
                       const std::vector<Claim>& claims, std::size_t index) {
  const Claim& claim = claims[index];
  const std::size_t next = index + 1 < claims.size() ? claims[index + 1].first : words.size();
  const std::size_t floor = index > 0 ? claims[index - 1].last : 0;
  const auto date_in = [&](std::size_t first, std::size_t last, bool nearest_end) -> std::string {
    const Span stretch = words.span_of(first, last);
    if (stretch.empty()) return {};
    const model::DateMention* best = nullptr;
    const auto& dates = reading.layers.dates;   // disjoint: their ends are in order too
    for (auto at = std::partition_point(dates.begin(), dates.end(),
                                        [&](const model::DateMention& d) { return d.span.end <= stretch.begin; });
         at != dates.end() && at->span.begin < stretch.end; ++at) {
      if (at->span.overlaps(claim.number)) continue;
      best = &*at;
      if (!nearest_end) break;
    }
    if (best == nullptr) return {};
    const Span value = best->deadline ? best->span : best->value;
    const std::size_t at = words.ending_after(value.begin);   // "fiscal year 2012"
    if (at > 1 && words.is(at - 1, "year") && words.is(at - 2, {"fiscal", "financial", "calendar"}))
      return reading.document.text.string(words.span_of(at - 2, at).join(value));
    return reading.document.text.string(value);
  };
  std::size_t stop = claim.last;   // a semicolon ends what belongs to the claim
  while (stop < next && !words.is_mark(stop, ';') &&
         !words.is(stop, {"compared", "compares", "against", "than", "whereas", "while"}))
    ++stop;
  if (std::string said = date_in(claim.last, stop, false); !said.empty()) return said;
  const auto moment_in = [&](std::size_t first, std::size_t last) -> std::string {
    const Phrases::Found f = lists.moments.last_in(words, first, last);
    if (f.none()) return {};
    const std::uint32_t at = words.span_of(f.first, f.last).begin;
    if (words.is(f.first, "to") && f.first > 0 && words.is(f.first - 1, "up")) return {};   // "up to date"
    return at > 0 && reading.document.text.folded()[at - 1] == '-' ? std::string()
                                                                   : words.text_of(f.first, f.last);   // "up-to-date"
  };
  if (std::string said = moment_in(claim.last, std::min(stop, claim.last + 12)); !said.empty()) return said;
  if (index + 1 < claims.size() && claim.kind == model::QuantityKind::count &&
      claims[index + 1].kind == model::QuantityKind::count && next - claim.last < 4 &&
      words.is(next - 1, {"for", "to"})) {   // "two nurses for 18 people at night"
    std::size_t end = claims[index + 1].last;
    while (end < words.size() && end < claims[index + 1].last + 8 && !words[end].mark) ++end;
    if (std::string said = moment_in(claims[index + 1].last, end); !said.empty()) return said;
  }
  if (claim.linked && claim.role != "current") {
    const std::size_t near = claim.first > floor + 10 ? claim.first - 10 : floor;
    return date_in(near, claim.first, true);
  }
  // "46 leavers in six months"
  if (stop == next && index + 1 < claims.size() && claims[index + 1].kind == model::QuantityKind::duration) {
    const Claim& lasting = claims[index + 1];
    if (lasting.first > claim.last && lasting.first - claim.last < 8 &&
        words.is(lasting.first - 1, {"in", "over", "within"}))
      return words.text_of(lasting.first - 1, lasting.last);
  }
  // The nearer of a moment and a date; else the only date of the sentence.
  Phrases::Found moment = lists.moments.last_in(words, floor, claim.first);
  if (!moment.none() && moment_in(moment.first, moment.last).empty())
    moment = {words.size(), words.size()};   // "up-to-date"
  const std::string date = date_in(moment.none() ? floor : moment.last, claim.first, true);
  if (!date.empty()) return date;
  if (!moment.none()) return words.text_of(moment.first, moment.last);
  if (claim.role != "current") return {};
  if (std::string said = date_in(moment.none() ? floor : moment.last, claim.first, true); !said.empty()) return said;
  if (index + 1 < claims.size() && claims.back().role == "current")
    if (std::string said = date_in(claims.back().last, words.size(), false); !said.empty()) return said;
  // A time that the sentence begins with holds for all of it: "In May the unit trained 40 officers and 12 clerks".
  const std::size_t head = std::min<std::size_t>(claims.front().first, 10);
  if (index > 0)
    if (const Phrases::Found f = lists.moments.first_in(words, 0, head); !f.none() && f.first < 3)
      return words.text_of(f.first, f.last);
  if (index > 0)
    if (std::string said = date_in(0, std::min<std::size_t>(head, 7), false); !said.empty()) return said;
  for (std::size_t k = claim.first; k > floor && k + 8 > claim.first; --k)   // "a current average of 16"
    if (words.is(k - 1, "current")) return words.text_of(k - 1, k);
  if (claim.linked && claim.role != "current") return {};
  if (std::string said = time_phrase(words, lists, claim.last, std::min(stop, claim.last + 16)); !said.empty())
    return said;
  if (std::string said = time_phrase(words, lists, floor, claim.first); !said.empty()) return said;
  return index > 0 ? time_phrase(words, lists, 0, head) : std::string();
}

}   // namespace muster::facts
