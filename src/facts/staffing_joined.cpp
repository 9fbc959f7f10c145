#include "staffing_joined.hpp"

#include <algorithm>

namespace muster::facts {
namespace {

using model::QuantityKind;

constexpr std::size_t longest_row = 8;   // of metrics: there are no more

// "A third of constables have under three years' service": the years say which, the third is the figure.
void leave_out_criteria(const std::vector<Claim>& claims, std::vector<Attached>& held) {
  const bool shared = std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
    const Anchor* anchor = held[static_cast<std::size_t>(&claim - claims.data())].anchor;
    return (claim.proportion() || claim.population == Population::staff ||
            held[static_cast<std::size_t>(&claim - claims.data())].unit == "people") &&
           claim.kind != QuantityKind::duration && anchor != nullptr && anchor->metric == "experience";
  });
  if (!shared) return;
  for (std::size_t i = 0; i < claims.size(); ++i)
    if (claims[i].kind == QuantityKind::duration && held[i].anchor != nullptr && held[i].anchor->metric == "experience")
      held[i] = Attached();
}

}   // namespace

// Staff who were only asked, or whom something befell, are no number of the workforce.
void leave_out_told(const Words& words, const ClaimWords& lists, std::vector<Claim>& claims) {
  std::size_t told = words.size();   // behind the noun of the last that was told of: "24 nurses and 11 doctors"
  claims.erase(std::remove_if(claims.begin(), claims.end(),
                              [&](const Claim& claim) {
                                if (claim.kind != QuantityKind::count) return false;
                                if (claim.low == 1 && claim.high == 1 && claim.bound == model::Bound::at_least)
                                  return true;   // "each had at least one vacancy"
                                const CountedNoun noun = counted_by(words, lists, claim);
                                if (noun.first == noun.last && noun.whose == Population::unknown && claim.first > 0 &&
                                    lists.told_before.at(words, claim.first - 1) == 1)
                                  return true;   // "and injured 12"
                                if (noun.whose != Population::staff) {
                                  if (noun.whose == Population::other && noun.last > noun.first &&
                                      only_told_of(words, lists, claim, noun))
                                    told = noun.last;   // "spoke to 31 residents «and 12 staff»"
                                  return false;
                                }
                                const bool next =
                                    claim.first == told + 1 && (words.is(told, "and") || words.is_mark(told, ','));
                                if (!next && !only_told_of(words, lists, claim, noun)) return false;
                                told = noun.last;
                                return true;
                              }),
               claims.end());
}

void say_whose(const Words& words, const ClaimWords& lists, std::vector<Claim>& claims) {
  if (claims.empty()) return;
  // "In a staff survey 71% of respondents …"
  std::size_t asked = 0;
  while (asked < words.size() && !words.is(asked, {"survey", "surveyed", "questionnaire", "surveys"})) ++asked;
  for (Claim& claim : claims) {
    if (!claim.proportion() || claim.first <= asked || claim.population == Population::staff) continue;
    const bool answered =
        claim.of_first < claim.of_last && words.is(claim.of_last - 1, {"respondents", "responses", "those", "them"});
    if ((claim.population == Population::unknown && claim.of_first == claim.of_last) || answered)
      if (!lists.staff.first_in(words, asked > 2 ? asked - 2 : 0, claim.first).none() &&
          lists.non_workforce.first_in(words, asked, claim.first).none())
        claim.population = Population::staff;
  }
  for (std::size_t i = 1; i < claims.size(); ++i) {
    Claim& claim = claims[i];
    const Claim& before = claims[i - 1];
    if (claim.kind != QuantityKind::count || before.kind != QuantityKind::count ||
        lists.verbs.at(words, claim.last) == 0 || !words.is(claim.first - 1, {"and", "while", "but", "only"}))
      continue;
    if (before.population == Population::staff || counted_by(words, lists, before).whose == Population::staff)
      claim.population = Population::staff;
  }
}

void share_what_is_said(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims,
                        std::vector<Attached>& held) {
  // "grown from three to seven workers": the first takes after the second.
  for (std::size_t i = 0; i + 1 < claims.size(); ++i)
    if (held[i].anchor == nullptr && claims[i].role == "previous" && claims[i + 1].linked &&
        claims[i].kind == claims[i + 1].kind &&
        !(claims[i].kind == QuantityKind::count && counted_by(words, lists, claims[i]).whose == Population::other))
      held[i] = held[i + 1];
  // "five managers and 11 officers have left": what is said of the last is said of all.
  for (std::size_t i = claims.size(); i > 1; --i) {
    const Attached& next = held[i - 1];
    Attached& here = held[i - 2];
    if (next.anchor == nullptr || here.anchor == nullptr || here.anchor->metric != "headcount" ||
        next.anchor->metric == "headcount" || here.unit != next.unit)
      continue;
    const std::size_t end = counted_by(words, lists, claims[i - 2]).last;
    const CountedNoun named = counted_by(words, lists, claims[i - 1]);
    if (claims[i - 2].role == "current" && named.first < named.last && next.anchor->first >= claims[i - 1].last &&
        claims[i - 1].first == end + 1 && (words.is(end, "and") || words.is_mark(end, ',')))
      here = next;
  }
  // "were short 60 nurses and 22 therapists": what is said of the first is said of the next.
  for (std::size_t i = 1; i < claims.size(); ++i) {
    const Attached& here = held[i - 1];
    if (here.anchor == nullptr || held[i].anchor == nullptr || held[i].anchor->metric != "headcount" ||
        here.anchor->metric == "headcount" || here.anchor->metric == "caseload" || here.unit != held[i].unit ||
        here.anchor->first >= claims[i - 1].first)
      continue;
    const std::size_t end = counted_by(words, lists, claims[i - 1]).last;
    if (claims[i - 1].kind == QuantityKind::count && claims[i].kind == QuantityKind::count &&
        claims[i].first == end + 1 && (words.is(end, "and") || words.is_mark(end, ',')))
      held[i] = here;
  }
  // "28, 24 or 19 days"
  for (std::size_t i = claims.size(); i > 1; --i)
    if (held[i - 2].anchor == nullptr && held[i - 1].anchor != nullptr &&
        claims[i - 2].kind == QuantityKind::duration && claims[i - 1].kind == QuantityKind::duration &&
        claims[i - 1].first == claims[i - 2].last + 1)
      held[i - 2] = held[i - 1];
  leave_out_criteria(claims, held);
}

void join_alternatives(const Words& words, const std::vector<Claim>& claims, const std::vector<Anchor>& anchors,
                       std::vector<Attached>& held) {
  constexpr std::size_t reach = 10;   // words between the two kinds
  const auto of_people = [](std::string_view metric) { return metric == "agency" || metric == "experience"; };
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (held[i].anchor == nullptr || !claims[i].proportion() || !of_people(held[i].metric())) continue;
    const std::size_t end = i + 1 < claims.size() && claims[i + 1].proportion() ? claims[i + 1].first : words.size();
    std::size_t before = 0;   // where the words of the kind named first end
    std::string_view metric;
    for (const Anchor& anchor : anchors) {
      if (anchor.first < claims[i].last || anchor.last > end || !of_people(anchor.metric)) continue;
      if (before != 0 && anchor.metric != metric && anchor.first >= before && anchor.first <= before + reach)
        for (std::size_t k = before; k < anchor.first; ++k)
          if (words.is(k, "or")) held[i].said = "other";
      before = anchor.last;
      metric = anchor.metric;
    }
  }
}

void match_rows(const Words& words, std::vector<Claim>& claims, std::vector<Attached>& held) {
  for (std::size_t a = 2; a + 1 < claims.size(); ++a) {
    if (claims[a].role == "current") continue;
    std::size_t end = a + 1;   // the row: joined by marks and "and" alone
    while (end < claims.size() && claims[end].kind == claims[a].kind && claims[end].first <= claims[end - 1].last + 2 &&
           (words.is_mark(claims[end - 1].last, ',') || words.is(claims[end - 1].last, "and")))
      ++end;
    const std::size_t row = end - a;
    if (row < 2 || row > a || row > longest_row) continue;
    bool distinct = true;
    for (std::size_t i = a - row; i < a; ++i) {
      distinct =
          distinct && held[i].anchor != nullptr && claims[i].role == "current" && claims[i].kind == claims[a].kind;
      for (std::size_t j = a - row; j < i && distinct; ++j) distinct = held[j].anchor->metric != held[i].anchor->metric;
    }
    if (!distinct) continue;
    for (std::size_t i = 0; i < row; ++i) {
      held[a + i] = held[a - row + i];
      held[a + i].sibling = static_cast<std::ptrdiff_t>(a - row + i);
      claims[a + i].role = claims[a].role;
    }
    a = end - 1;
  }
}

}   // namespace muster::facts
