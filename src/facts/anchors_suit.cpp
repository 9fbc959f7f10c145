// Whether a claim may belong to a metric word at all: its kind, whose it is, and what it counts.
#include "anchors_suit.hpp"

#include <algorithm>

namespace muster::facts {
namespace {

using model::QuantityKind;

constexpr double most_cases = 5000;   // that one worker may have

bool takes(const Anchor& anchor, std::string_view kind) { return anchor.takes.find(kind) != std::string_view::npos; }

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

}   // namespace

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
  if (anchor.metric == "vacancy" && words.is(anchor.last - 1, {"strength", "complement"}))
    return true;   // "was 18 below strength"
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

}   // namespace muster::facts
