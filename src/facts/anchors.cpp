#include "anchors.hpp"

#include <algorithm>

#include "anchors_suit.hpp"

namespace muster::facts {
namespace {

using model::QuantityKind;

constexpr int too_far = 30;
constexpr std::size_t out_of_reach = 60;   // words; the way may begin behind a noun of up to 16

// What stands between two places: the further and the more broken, the dearer.
int way(const Words& words, std::size_t first, std::size_t last) {
  int cost = 0;
  for (std::size_t k = first; k < last; ++k) {
    if (words[k].mark) {
      cost += words.is_mark(k, ';')   ? 40
              : words.is_mark(k, ',') ? 3
              : words.is_mark(k, '-') ? 4
              : words.is_mark(k, ':') ? 0
                                      : 1;
    } else if (words.is(k, {"while", "whereas", "but", "although", "though", "however", "despite"})) {
      cost += 12;
    } else if (words.is(k, "and")) {
      cost += words.is(k + 1, "that") ? 12 : 4;
    } else {
      cost += 1;
    }
  }
  return cost;
}
int price(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims, std::size_t index,
          const Anchor& anchor) {
  const Claim& claim = claims[index];
  int cost = 0;
  const std::size_t behind =
      claim.last + (words.is(claim.last, "of") && words.is(claim.last + 1, WordKind::pointing_pronoun) ? 2U : 0U);
  const bool bare =
      claim.kind == QuantityKind::count && lists.verbs.at(words, behind) > 0;   // "six «were covered by locums»"
  if (anchor.last <= claim.first) {
    cost = way(words, anchor.last, claim.first) + (bare ? 12 : 0);
    for (std::size_t i = 0; i < index; ++i)
      if (claims[i].first >= anchor.last)
        cost += claims[i].kind == claim.kind && claims[i + 1].first == claims[i].last + 1
                    ? 1
                    : 6;   // "23, 6 and 9 per cent": a row
    // "50% of social workers are locums": what is said of them follows.
    const bool held = !lists.occupying.first_in(words, anchor.last, claim.first).none();
    if (claim.population == Population::staff && claim.of_first >= claim.last && !held) cost += 5;
  } else if (claim.last <= anchor.first) {
    const CountedNoun noun = claim.kind == QuantityKind::count ? counted_by(words, lists, claim) : CountedNoun();
    const bool staff_counted =
        noun.whose == Population::staff && noun.last <= anchor.first;   // "300 staff have been trained"
    const bool of_staff = claim.population == Population::staff;
    std::size_t said =
        noun.last;   // "300 staff «across the adult services» have been trained": the way begins at the verb
    if (staff_counted && (words.is(said, WordKind::place_preposition) || words.is(said, "from")))
      for (std::size_t k = said + 1; k < anchor.first && k < said + 10 && !words[k].mark; ++k)
        if (lists.verbs.at(words, k) > 0) {
          said = k;
          break;
        }
    const std::size_t from = staff_counted ? said
                             : of_staff    ? std::min(std::max(claim.last, claim.of_last), anchor.first)
                                           : claim.last;
    // "from 38 nurse vacancies": what is counted is the metric itself.
    if (noun.first < noun.last && overlaps(noun.first, noun.last, anchor.first, anchor.last) &&
        words.is(noun.last - 1, WordKind::metric_plural))
      return 1;
    cost = way(words, from, anchor.first) + (from - claim.last > 6 ? 2 : 0);
    if (staff_counted && from < anchor.first) {
      bool verb = words.is(from, {"who", "also", "all", "currently", "received", "undertook"});
      for (std::size_t k = from; k < anchor.first; ++k) {
        verb = verb || lists.verbs.at(words, k) > 0;
        if (words.is(k, "and") || words[k].mark) cost += 5;
      }
      if (!verb || anchor.first - from > 6) cost += 6;
    }
    if (anchor.first - claim.last > 1 && !of_staff && !staff_counted && !bare) cost += 6;
    for (std::size_t i = index + 1; i < claims.size(); ++i)
      if (claims[i].last <= anchor.first)
        cost += claims[i].proportion() && lists.verbs.at(words, claims[i].last) > 0 &&
                        claims[i].first > claims[index].last + 2
                    ? 15
                    : 9;   // the other says it of itself
    if (claim.of_last > claim.of_first && overlaps(claim.of_first, claim.of_last, anchor.first, anchor.last))
      cost += anchor.last > claim.of_last                                ? 1
              : anchor.metric == "other" || anchor.metric == "headcount" ? 5
                                                                         : 12;   // "of «posts were filled»"
  } else if (claim.of_last > claim.of_first && overlaps(claim.of_first, claim.of_last, anchor.first, anchor.last)) {
    cost += 5;
  }
  return cost;
}

}  // namespace

std::vector<Anchor> anchors_of(const std::vector<const model::Match*>& matches, const Words& words) {
  std::vector<Anchor> out;
  for (const model::Match* match : matches) {
    Anchor anchor;
    anchor.match = match;
    anchor.first = words.ending_after(match->span.begin);
    anchor.last = std::max(anchor.first + 1, words.beginning_at(match->span.end));
    anchor.metric = match->makes("metric");
    anchor.unit = match->makes("unit");
    anchor.takes = match->makes("takes");
    if (anchor.takes.empty()) anchor.takes = "percent";
    anchor.needs_staff = match->makes("needs") == "staff";
    anchor.weak = !match->makes("weak").empty();
    anchor.states = !match->makes("level").empty();
    for (std::size_t k = anchor.first; k < anchor.last && k < words.size(); ++k) {
      anchor.fte = anchor.fte || words.is(k, WordKind::full_time_unit);
      anchor.ratio = anchor.ratio || words.is(k, {"ratio", "ratios"});
    }
    out.push_back(anchor);
  }
  // "retention of newly qualified teachers", "newly qualified nurse turnover": whose it is, no metric of its own.
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (out[i].metric != "experience") continue;
    for (const Anchor& other : out) {
      if (other.metric == "experience" || other.metric == "headcount" || other.metric == "other" ||
          other.metric == "training")
        continue;
      bool within = false;   // "attrition within the first year of service"
      for (std::size_t k = other.last; k < out[i].first && out[i].first < other.last + 6; ++k)
        within = within || words.is(k, {"within", "during", "after"});
      if (within && (other.metric == "turnover" || other.metric == "retention")) out[i].weak = true;
      const std::size_t end = other.last + (words.is(other.last, {"rate", "rates", "level", "levels"}) ? 1U : 0U);
      const bool behind = out[i].first == end + 1 && words.is(end, {"of", "for", "among", "amongst"});
      if (behind || out[i].last == other.first) out[i].weak = true;
    }
  }
  return out;
}

bool said_of_it(const Words& words, const ClaimWords& lists, const Claim& claim, const Anchor& anchor) {
  constexpr std::size_t reach = 7;   // words between: "(FTE) positions were still"
  if ((claim.kind != QuantityKind::count && !claim.proportion()) || anchor.metric == "headcount" ||
      anchor.metric == "other" || anchor.weak || anchor.first < claim.last)
    return false;
  if (claim.proportion() && claim.population != Population::staff) return false;
  const std::size_t end = !claim.proportion()              ? counted_by(words, lists, claim).last
                          : claim.of_first < claim.of_last ? std::max(claim.last, claim.of_last)
                                                           : end_of_noun(words, lists, claim.last, claim.last + 5);
  std::size_t k = end;
  while (k < end + reach && k < words.size()) {
    if (words.is_mark(k, '(') && words.is_mark(k + 2, ')')) {
      k += 3;
      for (std::size_t words_between = 1; words_between < 3; ++words_between)   // "(FTE) «nurse» positions"
        if (lists.posts.at(words, k + words_between) > 0) {
          k += words_between;
          break;
        }
    } else if (k == end && words.is_mark(k, '-')) {   // "58 workers - a third of the workforce - left"
      std::size_t close = k + 1;
      while (close < k + 12 && close < words.size() && !words[close].mark) ++close;
      return words.is_mark(close, '-') && anchor.first == close + 1;
    } else if (const std::size_t posts = lists.posts.at(words, k); posts > 0) k += posts;
    else if (words.is(k, {"was",       "were", "is", "are",   "has", "have", "had",  "been",  "still", "now",
                          "currently", "in",   "on", "their", "a",   "day",  "each", "every", "week",  "month"}))
      ++k;
    else break;
  }
  // "7.6 full-time equivalent (FTE) nursing vacancies"
  const bool unit = k > end && words.is_mark(k - 1, ')');
  return anchor.first <= k + (unit ? 2 : 0) && anchor.last > end;
}

const Anchor* anchor_for(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims,
                         std::size_t index, const std::vector<Anchor>& anchors) {
  const Anchor* best = nullptr;
  int lowest = too_far;
  for (const Anchor& anchor : anchors) {
    const std::size_t gap = anchor.last <= claims[index].first  ? claims[index].first - anchor.last
                            : anchor.first > claims[index].last ? anchor.first - claims[index].last
                                                                : 0;
    if (gap > out_of_reach) continue;   // every word costs: no price could be low enough
    if (anchor.states || !suits(words, lists, claims[index], anchor)) continue;
    const int cost = said_of_it(words, lists, claims[index], anchor)
                         ? 0
                         : price(words, lists, claims, index, anchor) + (anchor.needs_staff ? 1 : 0) +
                               (anchor.metric == "headcount" ? 8
                                : anchor.metric == "other"   ? (claims[index].kind == QuantityKind::count ? 4
                                                                : anchor.match->makes("own").empty()      ? 20
                                                                                                          : 0)
                                : anchor.weak                ? 12
                                                             : 0);
    if (cost >= lowest) continue;
    lowest = cost;
    best = &anchor;
  }
  return best;
}

}  // namespace muster::facts
