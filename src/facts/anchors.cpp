#include "anchors.hpp"

#include <algorithm>

namespace muster::facts {
namespace {

using model::QuantityKind;

constexpr int too_far = 30;
constexpr double most_cases = 5000;   // that one worker may have
constexpr std::size_t out_of_reach = 60;   // words; the way may begin behind a noun of up to 16

bool takes(const Anchor& anchor, std::string_view kind) { return anchor.takes.find(kind) != std::string_view::npos; }

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

// Whom the words nearest to [first, last) name, when the claim itself does not say.
bool staff_nearby(const Words& words, const ClaimWords& lists, std::size_t first, std::size_t last,
                  const Anchor& anchor) {
  for (std::size_t k = std::min(last, words.size()); k > first; --k) {
    if (lists.staff.at(words, k - 1) > 0 || lists.posts.at(words, k - 1) > 0) return true;
    if (anchor.metric == "caseload" &&
        (words.is(k - 1, {"inspector", "inspectors"}) || (k == 1 && words.is(0, WordKind::worker_if_had))))
      return true;
    if (k > first + 1 && words.is(k - 1, {"visit", "review", "inspection"}) &&
        words.is(k - 2, {"last", "our", "previous", "this", "first"}))
      continue;
    if (k - 1 >= anchor.first && k - 1 < anchor.last) continue;   // "years' service" names nobody
    // "workers across the adult services": where, not who.
    bool place = false;
    for (std::size_t p = k - 1;
         lists.teams.at(words, k - 1) > 0 && p > first && p + 6 > k && !words[p - 1].mark && !place; --p)
      place = words.is(p - 1, WordKind::place_preposition);
    if (place || lists.non_workforce.at(words, k - 1) == 0) continue;
    bool longer = false;   // "fire safety «inspectors»"
    for (std::size_t p = k - 1; p > first && p + 4 > k && !longer; --p)
      longer = p - 1 + lists.staff.at(words, p - 1) >= k;
    if (!longer) return false;
  }
  return false;
}

bool overlaps(std::size_t a, std::size_t b, std::size_t c, std::size_t d) { return a < d && c < b; }

// A plain number is a figure of this anchor only if it counts what the anchor speaks of, or follows it
// without a noun of its own ("an average caseload of 15").
bool counts(const Words& words, const ClaimWords& lists, const Claim& claim, const Anchor& anchor) {
  if (claim.first < anchor.last && !anchor.match->makes("object").empty()) return false;   // who has them is not had
  const CountedNoun noun = counted_by(words, lists, claim);
  const bool caseload = anchor.metric == "caseload";
  if (caseload && noun.whose == Population::staff && !noun.cases && anchor.first < noun.last + 1 &&
      anchor.first >= noun.first)
    return false;   // "one «nurse is responsible for» 14"
  if (noun.first < noun.last && !anchor.match->makes("people").empty() && words.is(noun.first, {"people", "persons"}))
    return anchor.first <= noun.last + 4 && claim.first <= anchor.last + 6;
  if (anchor.metric == "training" && anchor.first > 1 && words.is(anchor.first - 1, {"their", "basic", "academy"}) &&
      words.is(anchor.first - 2, {"start", "begin", "started", "starting", "began"}))
    return false;   // "34 recruits will start their training"
  // "four trained coordinators": how many there are.
  if (anchor.metric == "training" && noun.whose == Population::staff && anchor.first >= noun.first &&
      anchor.last < noun.last && words.is(anchor.first, WordKind::qualified_participle))
    return false;
  if (noun.first < noun.last && anchor.metric == "other" && anchor.unit == "ratio" && anchor.first < noun.last &&
      claim.last <= anchor.first)
    return false;   // "four managers each oversee …": not how many they are
  if (noun.first == noun.last && anchor.metric == "vacancy" && anchor.first < claim.first && claim.last < anchor.last)
    return true;   // "«was 38 short»"
  if (noun.first < noun.last && overlaps(noun.first, noun.last, anchor.first, anchor.last))
    return (!caseload && noun.whose != Population::other) || (caseload && (claim.last >= anchor.first || noun.cases));
  // "four who had caseloads" that were too high: four people.
  if (caseload && claim.last < anchor.first && noun.first == noun.last) return false;
  // "240 cases" far before the word is how many there are, not how many each has.
  if (caseload && claim.last <= anchor.first && anchor.first > noun.last + 2) return false;
  // "each «is meant to look after» 28 women": whatever they are.
  if (!anchor.match->makes("each").empty() && anchor.last <= claim.first && claim.first - anchor.last <= 1)
    return noun.whose != Population::staff || noun.posts;
  if (caseload)
    return noun.first == noun.last || noun.cases ||
           (noun.whose == Population::other && anchor.last == claim.first &&
            words.is(anchor.last - 1, WordKind::carrying_verb)) ||
           (noun.whose == Population::other && words.is(noun.last, {"each", "per"}));
  if (noun.first < noun.last && !anchor.match->makes("people").empty() &&
      words.is(noun.last - 1, WordKind::delegate_noun))
    return true;
  const bool the_team = words.is(claim.last + 1, {"the", "its", "their", "this"}) &&   // "nine of the current team"
                        (words.is(claim.last + 2, WordKind::workforce_noun) ||
                         words.is(claim.last + 3, WordKind::workforce_noun));
  const bool pointed = words.is(claim.last, "of") && (the_team || words.is(claim.last + 1, {"these", "those"})) &&
                       noun.whose == Population::unknown && anchor.first > claim.last;
  if (noun.first < noun.last && !pointed) return noun.whose == Population::staff;
  // "… has been cut by a fifth since 2012, to 6,400"
  if (anchor.last <= claim.first && words.is(claim.first - 1, "to") && claim.first - anchor.last <= 14 &&
      !lists.change_verbs.first_in(words, anchor.last, claim.first).none())
    return true;
  if (anchor.first >= claim.last) {   // "…, of whom nine «are fully qualified»"
    if (anchor.first == claim.last && anchor.last > anchor.first + 1) return true;   // "36 «short of» what it needs"
    std::size_t said = claim.last;   // "12 of whom had started in …", "nine of the latter on leave", "6 of those posts
                                     // had locums in them"
    if (words.is(said, "of") && words.is(said + 1, WordKind::pointing_pronoun)) said += 2;
    if (words.is(claim.last, "of") && words.is(claim.last + 1, "the") && words.is(claim.last + 2, {"latter", "former"}))
      said += 3;
    if (said == claim.last + 2 && words.is(claim.last + 1, {"these", "those"}) && lists.verbs.at(words, said + 1) > 0)
      ++said;
    if (anchor.first > said + 5 || lists.verbs.at(words, said) == 0) return anchor.first == said && said > claim.last;
    for (std::size_t k = claim.last; k < anchor.first; ++k)
      if (words[k].mark || lists.non_workforce.at(words, k) > 0) return false;
    return anchor.metric != "headcount";
  }
  const bool moves = claim.role == "previous" || claim.linked;   // "the number of agency staff, from 40 to 26"
  for (std::size_t k = anchor.last; k < claim.first; ++k)
    if (words[k].mark && !words.is_mark(k, ':') && !words.is_mark(k, '(') && !words.is_mark(k, ')') &&
        !(moves && words.is_mark(k, ',')))
      return false;
  return claim.first - anchor.last <= 8;
}

// Who is counted but employs nobody: children, tenants and beds, not hospitals and forces.
bool names_others(const Words& words, const ClaimWords& lists, std::size_t first, std::size_t last) {
  return lists.non_workforce.at(words, first) == last - first && lists.teams.at(words, last - 1) == 0 &&
         !words.is(last - 1, WordKind::attributive_noun);
}

// "foster carer «turnover»", "the «vacancy rate» for council houses": of somebody or something else.
bool of_others(const Words& words, const ClaimWords& lists, const Anchor& anchor) {
  if (anchor.metric == "caseload" || anchor.metric == "training" || anchor.metric == "headcount" ||
      anchor.metric == "staffing_level" || anchor.metric == "other")
    return false;
  for (std::size_t n = 1; n <= 3 && n <= anchor.first && lists.verbs.at(words, anchor.first) == 0; ++n)
    if (names_others(words, lists, anchor.first - n, anchor.first)) return true;
  if (!words.is(anchor.last, {"of", "for", "among", "amongst"})) return false;
  // To the head of the noun: "of children's social workers" is of staff.
  std::size_t last = anchor.last + 1;
  if (words.is(last, {"the", "its"})) ++last;
  if (words.is(anchor.last, {"among", "amongst"}) && words.is(last, {"children", "adults", "men", "women"}))
    return true;
  bool others = false;
  for (; last < words.size() && last < anchor.last + 7 && !words[last].mark && lists.verbs.at(words, last) == 0 &&
         !words.is(last, {"in", "at", "on", "of", "for", "and", "to", "with", "who", "was"});
       ++last) {
    if (lists.staff.at(words, last) > 0 || lists.posts.at(words, last) > 0) return false;
    const std::size_t n = lists.non_workforce.at(words, last);
    if (n > 0) others = names_others(words, lists, last, last + n), last += n - 1;
    else others = false;
  }
  return others;
}

// "nine of the 40 signallers", "four of them": a word shaped like an occupation, or one that points back at staff.
bool likely_staff(const Words& words, const ClaimWords& lists, std::size_t first, std::size_t last) {
  for (std::size_t k = first; k < last; ++k)
    if (occupation(words, lists, k, true) || words.is(k, WordKind::pointing_pronoun)) return true;
  return false;
}

// "a third of the intake", "9% of that year's class", "6% of hours": of people after all, or of their time.
bool a_whole(const Words& words, const ClaimWords& lists, const Claim& claim) {
  for (std::size_t k = claim.of_first; k < claim.of_last; ++k)
    if (lists.teams.at(words, k) > 0 || lists.posts.at(words, k) > 0 || words.is(k, WordKind::whole_noun)) return true;
  return false;
}

bool denied(const Words& words, const Claim& claim) {
  for (std::size_t k = 0; k < claim.first; ++k)
    if (words.is(k, {"none", "nobody", "neither"})) return true;
  return false;
}

// "110% of the expected workload", "four fifths of capacity".
bool weighed(const Words& words, const Claim& claim) {
  for (std::size_t k = claim.of_first; k < claim.of_last; ++k)
    if (words.is(k, WordKind::norm_adjective)) return true;
  return false;
}

// "over the last two years" says when.
bool is_period(const Words& words, const Claim& claim) {
  return (words.is(claim.first, WordKind::period_adjective) ||
          words.is(claim.first, {"over", "in", "for", "within", "during"}))
             ? !words.is(claim.last, {"experience", "service", "of"})
             : claim.first > 0 && (words.is(claim.first - 1, WordKind::period_adjective) ||
                                   words.is(claim.first - 1, {"every", "first"}));
}

bool suits(const Words& words, const ClaimWords& lists, const Claim& claim, const Anchor& anchor) {
  if (of_others(words, lists, anchor)) return false;
  switch (claim.kind) {
    case QuantityKind::percent:
    case QuantityKind::fraction:
    case QuantityKind::share:
      if (!takes(anchor, "percent") || (claim.population == Population::other && anchor.match->makes("any").empty()))
        return false;
      // "40 of its 328 ports … to assess staffing": of something else.
      if (claim.total && claim.population == Population::unknown && claim.of_last > claim.of_first &&
          (anchor.metric == "staffing_level" || anchor.metric == "headcount" ||
           (anchor.metric == "vacancy" && !likely_staff(words, lists, claim.of_first, claim.of_last))) &&
          anchor.needs_staff &&
          !overlaps(claim.of_first, claim.of_last + (anchor.metric == "vacancy" ? 0U : 1U), anchor.first, anchor.last))
        return false;
      // "60% of vacancies are in nursing": a share of them is no rate.
      if (anchor.metric == "vacancy" && claim.of_first >= claim.last &&
          words.is(claim.of_first, {"vacancies", "vacant"}) && anchor.first >= claim.of_first &&
          anchor.first < claim.of_last)
        return false;
      if (anchor.metric == "turnover" && claim.of_first >= claim.last &&
          words.is(claim.of_first, {"leavers", "departures", "resignations"}) && anchor.first >= claim.of_first &&
          anchor.first < claim.of_last)
        return false;   // "58% of leavers had served …"
      if (anchor.metric == "turnover" && claim.of_first >= claim.last && words.is(claim.of_first, "turnover"))
        return false;   // "9% of turnover" is money
      if (anchor.metric == "training" && claim.total && claim.population == Population::unknown &&
          claim.of_last > claim.of_first && anchor.first >= claim.of_last &&
          !likely_staff(words, lists, claim.of_first, claim.of_last))
        return false;   // "seven of 25 doors had lapsed certificates"
      // "lost 11 per cent of its value and its manager resigned": of something else.
      if ((anchor.metric == "turnover" || anchor.metric == "retention" || anchor.metric == "experience") &&
          claim.population == Population::unknown && words.is(claim.last, "of") && claim.of_first == claim.last + 1 &&
          claim.of_last > claim.of_first && anchor.first >= claim.of_last &&
          !likely_staff(words, lists, claim.of_first, claim.of_last) && !a_whole(words, lists, claim))
        return false;
      // "…, and a fifth of classes were …": of something else.
      if (anchor.last <= claim.first && claim.population == Population::unknown && claim.of_first >= claim.last &&
          claim.of_last > claim.of_first && lists.occupying.first_in(words, anchor.last, claim.first).none())
        for (std::size_t k = anchor.last; k < claim.first; ++k)
          if (words.is(k, "and") || words.is_mark(k, ';')) return false;
      // A share of what is no caseload itself: of the staff who have one.
      if (anchor.metric == "caseload" && claim.population != Population::staff && claim.of_first >= claim.last &&
          anchor.first >= claim.of_first && anchor.last <= claim.of_last && !weighed(words, claim))
        return false;   // "36% of the caseload" is of the cases
      if (anchor.metric == "caseload" && claim.population != Population::staff &&
          !(claim.of_first >= claim.last && anchor.first >= claim.of_first && anchor.last <= claim.of_last))
        return false;   // but "110% of the expected workload"
      break;
    case QuantityKind::count:
      if (words.is(claim.last, "strong") && anchor.metric != "headcount")
        return false;   // "of a 3,500-strong workforce"
      if (anchor.metric == "experience" && words.is(claim.last, "vacancies")) return false;
      // "a quarter of posts are vacant, and the two officers cover the coast"
      if (anchor.metric == "vacancy" && anchor.last < claim.first && claim.first > 1 &&
          words.is(claim.first - 1, "the") && counted_by(words, lists, claim).whose == Population::staff &&
          !counted_by(words, lists, claim).posts)
        return false;
      if (anchor.metric == "caseload" && claim.low > most_cases) return false;   // nobody's: a court's or a service's
      if ((anchor.metric == "caseload" || !anchor.match->makes("each").empty()) && claim.first >= anchor.first &&
          claim.last <= anchor.last)
        return false;   // «one nurse looked after» 14
      if (!(takes(anchor, "count") && counts(words, lists, claim, anchor)) &&
          !(claim.unit == "fte" && takes(anchor, "count")))
        return false;
      break;
    case QuantityKind::duration:
      if (!takes(anchor, "duration") || claim.bracketed) return false;
      if (claim.first > 0 && words.is(claim.first - 1, {"his", "her", "my", "any"}))
        return false;   // of one person; "on any one day"
      if (anchor.metric == "experience" && (claim.bound == model::Bound::up_to || claim.bound == model::Bound::over) &&
          denied(words, claim))
        return false;   // "none of them has more than three years' service"
      if (anchor.metric == "experience" &&
          (claim.unit.substr(0, 4) == "week" || claim.unit.substr(0, 3) == "day" || is_period(words, claim)))
        return false;
      if (anchor.metric == "sickness" && claim.unit.substr(0, 3) != "day") return false;
      break;
    case QuantityKind::ratio:
      if (!takes(anchor, "ratio")) return false;
      break;
    default: return false;
  }
  // "two nurses short on 41 of the 90 shifts": when, not how many
  if (anchor.metric == "vacancy" && claim.kind != QuantityKind::duration && claim.first > 0 &&
      words.is(claim.first - 1, "on"))
    for (std::size_t k = claim.last; k < claim.last + 4 && k < words.size() && !words[k].mark; ++k)
      if (words.is(k, {"shifts", "days", "nights", "occasions", "weekends"})) return false;
  // What they think of it is no figure of it: "58% of staff thought their workload fair".
  if (claim.proportion() && claim.population == Population::staff && anchor.metric != "other" &&
      anchor.metric != "training" && anchor.first >= claim.last &&
      !lists.opinion
           .first_in(words, std::max(claim.last, claim.of_last),
                     std::min(std::max(claim.last, claim.of_last) + 2, anchor.first))
           .none())
    return false;
  if (anchor.metric == "other" && claim.proportion() && claim.population != Population::staff && anchor.needs_staff)
    return false;
  if (!anchor.needs_staff || claim.population == Population::staff) return true;
  if (claim.kind == QuantityKind::count && counted_by(words, lists, claim).whose == Population::staff) return true;
  if ((claim.proportion() || claim.kind == QuantityKind::ratio) &&
      !lists.staff.first_in(words, anchor.first, anchor.last).none())
    return true;   // "staffing levels"
  if (claim.kind == QuantityKind::ratio && words.is(anchor.first, {"adult", "adults"}))
    return true;   // "one adult for every four"
  if (words.is(anchor.first, {"headcount", "workforce"}) || (claim.proportion() && words.is(anchor.first, "staffed")))
    return true;
  const std::size_t first = std::min(anchor.first, claim.first), last = std::max(anchor.last, claim.last);
  // "short of its complement of nurses", "71% for medical staff"
  if ((words.is(anchor.last - 1, "of") || words.is(anchor.last, "of") || words.is(claim.last, {"for", "among"})) &&
      !lists.staff.first_in(words, last, last + 7).none())
    return true;
  return staff_nearby(words, lists, first > 14 ? first - 14 : 0, anchor.weak ? first : last, anchor);
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
