// Whose a claim is in time and among others: current, previous, a target, somebody else's; and the bound that its
// clause gives it.
#include "claim_parts.hpp"

#include <algorithm>

#include "counted.hpp"

namespace muster::facts {
namespace {

using model::QuantityKind;

bool compares(const Words& words, std::size_t first, std::size_t last) {
  for (std::size_t k = first; k < last; ++k)
    if (words.is(k, WordKind::comparing_word) || words.is(k, {"close", "similar"})) return true;
  return false;
}

bool ends_at(const Phrases& phrases, const Words& words, std::size_t first, std::size_t last);
bool begins_in(const Phrases& phrases, const Words& words, std::size_t first, std::size_t last);

// "the 20 that their agreement permits", "short of the 90 per cent it had set itself": laid down behind the figure.
bool laid_down(const Words& words, const ClaimWords& lists, const Claim& claim, std::size_t end) {
  constexpr std::size_t clause = 9;
  if (claim.first == 0 || !words.is(claim.first - 1, {"the", "its", "their", "of"})) return false;
  for (std::size_t k = claim.last;
       k < std::min(end, claim.last + clause) && !words[k].mark && !words.is(k, {"and", "but", "who", "while"}); ++k)
    if (const std::size_t n = lists.prescribing.at(words, k); n > 0 && !words.is(k + n, "to") && (k > claim.last || n > 1))
      return true;
  return false;
}

// "six social workers were meant to sit here": behind the noun of the number.
bool aimed_behind(const Words& words, const ClaimWords& lists, const Claim& claim) {
  if (claim.kind != QuantityKind::count) return false;
  const CountedNoun counted = counted_by(words, lists, claim);
  const std::size_t noun = counted.last;
  if (counted.whose == Population::staff && !counted.posts)   // "should open with eight officers"
    for (std::size_t k = claim.first; k > 0 && k + 4 > claim.first && !words[k - 1].mark; --k)
      if (words.is(k - 1, {"should", "ought"}) && !words.is(k, {"be", "make", "ensure"})) return true;
  return noun > claim.last && words.is(noun, {"were", "was", "are", "is"}) &&
         words.is(noun + 1, {"meant", "supposed"}) && words.is(noun + 2, "to");
}

// "when five were needed", "six officers are required".
bool needed_behind(const Words& words, const ClaimWords& lists, const Claim& claim) {
  if (claim.kind != QuantityKind::count) return false;
  const std::size_t verb = counted_by(words, lists, claim).last;
  return words.is(verb, {"were", "are", "was", "is"}) &&
         (words.is(verb + 1, WordKind::needed_adjective) ||
          words.is(verb + 1, {"authorised", "authorized", "budgeted"})) &&
         !words.is(verb + 2, "to");
}

// "double the council-wide figure of 7", "twice the 5% seen elsewhere": somebody else's.
bool measured_by(const Words& words, const Claim& claim, std::size_t floor, bool comparing) {
  const std::size_t from = back(claim.first, 9, floor);
  std::size_t by = claim.first;
  for (std::size_t k = from; k < claim.first; ++k)
    if (words.is(k, {WordKind::multiple_word, WordKind::comparing_word})) by = k;
  if (by == claim.first) return false;
  for (std::size_t k = by + 1; k < claim.first; ++k) {
    if (words.is(k, "that") && words.is(k + 1, "of")) return true;   // "double that of the region (8%)"
    if (words.is(k, WordKind::average_noun) && (words.is(k + 1, "of") || k + 1 == claim.first)) return true;
  }
  if (!comparing && !words.is(by, WordKind::multiple_word)) return false;
  if (words.is(claim.last, {"rate", "average", "figure"})) return true;   // "more than twice the 14 percent rate for …"
  return words.is(claim.last, WordKind::observed_word) && claim.last + 1 < words.size() &&
         !words.is(claim.last + 1, "by");
}

// "the fleet average was 4%": the average of a whole that is named.
bool average_of(const Words& words, const Claim& claim, std::size_t floor) {
  for (std::size_t k = back(claim.first, 3, floor); k < claim.first; ++k) {
    if (!words.is(k, "average") || k < 2 ||
        !(k + 1 == claim.first || words.is(k + 1, {"was", "is", "of", "being", "stood"})))
      continue;
    return !words[k - 1].mark &&
           !(words.is(k - 1, {WordKind::average_qualifier, WordKind::interval_adverb}) ||
             words.is(k - 1, {"the", "an", "on", "its", "their", "our", "this"})) &&
           (words.is(k - 2, {"the", "our", "its", "their", "an"}) ||
            (k > 2 && !words[k - 2].mark && words.is(k - 3, {"the", "our", "its", "their"})));   // "the North West average"
  }
  return false;
}

// "nobody had fewer than 50", "never above 80": the other way round.
void turn_bound(const Words& words, const ClaimWords& lists, Claim& claim, std::size_t floor, std::size_t end) {
  constexpr std::size_t reach = 9;
  if (claim.bound == model::Bound::over || claim.bound == model::Bound::under)
    for (std::size_t k = claim.first; k > back(claim.first, reach, floor) && !words[k - 1].mark; --k)
      if (words.is(k - 1, {"nobody", "none", "never", "nowhere", "neither"}) ||
          (words.is(k - 1, "no") && (words.is(k, "one") || lists.staff.at(words, k) > 0))) {
        claim.bound = claim.bound == model::Bound::over ? model::Bound::up_to : model::Bound::at_least;
        return;
      }
  if (claim.bound != model::Bound::exact || claim.low != claim.high) return;
  const auto says = [&](const Phrases& list) {
    return ends_at(list, words, back(claim.first, 6, floor), claim.first) || list.at(words, claim.last) > 0;
  };
  bool permitted = false;   // "the 20 that their agreement permits"
  for (std::size_t k = claim.last; k < std::min(end, claim.last + reach) && !words[k].mark && claim.role == "target";
       ++k)
    permitted = permitted || words.is(k, WordKind::permitting_verb);
  if (permitted || (says(lists.caps) && claim.role != "previous" && claim.role != "comparator"))
    claim.bound = model::Bound::up_to;
  else if (claim.role == "target" && begins_in(lists.caps, words, back(claim.first, 8, floor), claim.first) &&
           lists.floors.first_in(words, back(claim.first, 8, floor), claim.first).none())
    claim.bound = model::Bound::up_to;   // "the maximum agreed with the union is 16"
  else if (claim.role == "target" && says(lists.floors)) claim.bound = model::Bound::at_least;
}

bool has(const Words& words, std::size_t first, std::size_t last, std::string_view word) {
  for (std::size_t k = first; k < last; ++k)
    if (words.is(k, word)) return true;
  return false;
}

// A phrase that begins in [first, last), wherever it ends: "a recommended «maximum of 50»".
bool begins_in(const Phrases& phrases, const Words& words, std::size_t first, std::size_t last) {
  for (std::size_t k = first; k < last; ++k)
    if (const std::size_t n = phrases.at(words, k); n > 0 && !words.is(k + n, "improvement"))
      return true;   // "requires improvement" is a grade
  return false;
}

// A phrase that ends right there: "«caps it at» 400".
bool ends_at(const Phrases& phrases, const Words& words, std::size_t first, std::size_t last) {
  const Phrases::Found found = phrases.last_in(words, first, last);
  return !found.none() && found.last == last;
}

// "in the previous 12 months": up to now, not before.
bool months_up_to_now(const Words& words, const Phrases::Found& found) {
  if (found.none() || found.last >= words.size() || !words.is(found.last - 1, "previous")) return false;
  const char first = words.folded(found.last).front();
  return ((first >= '0' && first <= '9') || words.is(found.last, {"two", "three", "four", "five", "six", "twelve"})) &&
         words.is(found.last + 1, {"weeks", "months", "quarters", "years"});
}

// "a year earlier" says when; "up from" only leads to the next figure. "Last year" alone is the time of the report,
// unless compared.
bool dates_back(const Phrases::Found& found, const Words& words, bool comparing) {
  return !found.none() && !months_up_to_now(words, found) && !words.is(found.last - 1, {"from", "of"}) &&
         (!(words.is(found.last - 1, "year") &&
            (words.is(found.first, "last") || (found.first > 1 && words.is(found.first - 1, "the") &&
                                               words.is(found.first - 2, {"in", "over", "during"})))) ||
          comparing);
}

// An earlier time is named in front of the figure. `alone`: no later figure stands beside it, and then "last year" only
// says when.
bool said_before(const Words& words, const ClaimWords& lists, std::size_t first, std::size_t last, bool alone) {
  const Phrases::Found found = lists.previous.first_in(words, first, last);
  if (found.none() || months_up_to_now(words, found) || (found.first > 0 && words.is(found.first - 1, "since")))
    return false;   // "since the last inspection"
  for (std::size_t k = found.last; k + 1 < last; ++k)   // "… in the previous year and has recruited 27"
    if (words.is(k, "and") && lists.verbs.at(words, k + 1) > 0) return false;
  if (words.is(found.last - 1, "ago")) return !alone && !has(words, found.last, last, "now");
  if (!words.is(found.first, "last") || !words.is(found.last - 1, "year")) return true;
  if (words.is(found.last, "when") || (words.is_mark(found.last, ',') && words.is(found.last + 1, "when")))
    return true;   // "a change from last year, when nine …"
  return !alone && !(found.first > 0 && words.is(found.first - 1, {"the", "this"}));   // "in the last year"
}

// A date among the words that follow, before the next mark or claim.
bool dated(const model::Layers& layers, const Words& words, std::size_t first, std::size_t last) {
  const Span after = words.span_of(first, last);
  if (after.empty()) return false;
  const auto it = std::partition_point(layers.dates.begin(), layers.dates.end(),
                                       [&](const model::DateMention& d) { return d.span.end <= after.begin; });
  return it != layers.dates.end() && it->span.begin < after.end;
}

// The figure of someone else is introduced in [first, last): not by "6% nationally, but 13% in …", nor by
// "Nationally, 211 of …", which says where.
bool compared_in(const Words& words, const ClaimWords& lists, std::size_t first, std::size_t last, std::size_t claim) {
  const Phrases::Found found = lists.comparator.last_in(words, first, last);
  if (found.none()) return false;
  for (std::size_t k = found.last; k < last; ++k)
    if (words.is_mark(k, ';')) return false;   // "13.9, against 13.2 nationally; probationers hold 62"
  const auto upper = [&](std::size_t k) { return words.folded(k).front() >= 'A' && words.folded(k).front() <= 'Z'; };
  if (found.last - found.first == 1 && found.first > 0 && upper(found.first) && !words[found.first - 1].mark &&
      upper(found.first - 1) && !words.is(found.first - 1, "the"))
    return false;   // "New England"
  if (claim == 0 && found.first <= 1 && words.is(found.last - 1, {"sector", "england", "uk", "scotland"}))
    return false;   // "The sector had 11,400 …": what the sentence is about
  if (found.last == last && found.last - found.first == 2 && words.is(found.first, {"service", "force"}))
    return false;   // "Caseloads in the assessment service average 15"
  const std::string_view word = words.folded(found.last - 1);
  // "Police Scotland had 16,600 officers": a name, and no comparison.
  if (claim == 0 && words.is(found.first, {"england", "scotland", "uk"}) && !compares(words, 0, last) &&
      !has(words, found.last, last, "average") && !has(words, found.last, last, "rate"))
    return false;
  const bool adverb =
      found.last - found.first == 1 &&
      (word.size() > 4 && (word.substr(word.size() - 2) == "ly" || word.substr(word.size() - 4) == "wide"));
  if (!adverb) return true;
  if (claim == 0 && found.first == 0) return false;
  return !(words.is_mark(found.last, ',') && words.is(found.last + 1, {"but", "and", "while", "although", "though"}));
}

// "…; today there are", "…, and by the time it closed there were": the next figure is of later.
bool then_comes_now(const Words& words, std::size_t first, std::size_t last) {
  if (last - first < 12)
    for (std::size_t k = first; k < last; ++k)
      if (words.is(k, {"now", "today", "currently"})) return true;
  for (std::size_t k = first; k + 3 < last; ++k)
    if ((words[k].mark || words.is(k, "and")) && words.is(k + 1, "by") && words.is(k + 2, "the") &&
        words.is(k + 3, {"time", "end", "close"}))
      return true;
  return false;
}

// "worse than the state's 54% and the nation's 52%"
bool of_the_whole(const Words& words, const std::vector<Claim>& claims, std::size_t i, bool comparing) {
  if (i == 0 || claims[i].first < 2 || !words.is(claims[i].first - 1, WordKind::whole_genitive)) return false;
  return comparing || (claims[i - 1].role == "comparator" && words.is(claims[i].first - 2, "the"));
}

// "aspires to reduce caseloads to 20", but not "which enabled it to cut vacancies to 20".
bool aims_at(const Words& words, const Claim& claim) {
  const std::size_t to = words.is(claim.first, "to")                          ? claim.first
                         : claim.first > 1 && words.is(claim.first - 1, "to") ? claim.first - 1
                         : claim.first > 2 && words.is(claim.first - 2, "to") ? claim.first - 2
                                                                              : 0;
  for (std::size_t k = to; k > 1 && k + 6 > to && !words[k - 1].mark; --k) {
    if (!words.is(k - 1, WordKind::aimed_change_verb)) continue;
    const std::size_t lead = words.is(k - 2, {"further"}) && k > 2 ? k - 3 : k - 2;
    return words.is(lead, "to") && !(lead > 0 && (words.is(lead - 1, WordKind::enabling_word) ||
                                                  words.is(lead - 1, {"it", "them", "leaders"})));
  }
  return false;
}

// "has risen to 87, or 14% of posts, from 52": the last is the earlier value.
bool risen_to(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims, std::size_t i) {
  const std::size_t from = words.is(claims[i].first, "from") ? claims[i].first : claims[i].first - 1;
  std::size_t said = claims[i - 1].last;   // "sunk to 2.9 years «last year» from 8"
  if (const std::size_t n = lists.moments.at(words, said); n > 0) said += n;
  if (!words.is_mark(from - 1, ',') && from > said + 1) return false;
  for (std::size_t k = i; k > 0; --k) {
    const Claim& claim = claims[k - 1];
    const std::size_t to = words.is(claim.first, "to")                          ? claim.first
                           : claim.first > 0 && words.is(claim.first - 1, "to") ? claim.first - 1
                                                                                : 0;
    if (claim.kind == claims[i].kind && to > 0 && lists.change_verbs.at(words, to - 1) > 0) return true;
  }
  return false;
}

}  // namespace

bool in_date(const model::Layers& layers, Span number) {
  const auto it = std::partition_point(layers.dates.begin(), layers.dates.end(),
                                       [&](const model::DateMention& d) { return d.span.end <= number.begin; });
  return it != layers.dates.end() && it->span.overlaps(number) && it->kind != model::DateKind::relative;
}

bool in_time(const model::Layers& layers, Span number) {
  const auto it = std::partition_point(layers.dates.begin(), layers.dates.end(),
                                       [&](const model::DateMention& d) { return d.span.end <= number.begin; });
  return it != layers.dates.end() && it->span.overlaps(number);
}

void read_roles(const model::Layers& layers, const Words& words, const ClaimWords& lists, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    Claim& claim = claims[i];
    const std::size_t floor = i == 0 ? 0 : claims[i - 1].last;
    const std::size_t end = i + 1 < claims.size() ? claims[i + 1].first : words.size();
    const auto before = [&](std::size_t steps) { return back(claim.first, steps, floor); };
    const bool from = words.is(claim.first, "from") || (claim.first > 0 && words.is(claim.first - 1, "from"));
    if (claim.role == "previous" || claim.linked) continue;   // split from one quantity
    if (from && lists.ranging.first_in(words, before(8), claim.first).none()) {
      const std::size_t moved = words.is(claim.first, "from")
                                    ? claim.first - 1
                                    : claim.first - 2;   // "down from 40", "an improvement from 12%"
      const bool back_from =
          claim.first >= 2 && (lists.change_verbs.at(words, moved) > 0 || lists.change_nouns.at(words, moved) > 0);
      bool to = false;
      if (i + 1 < claims.size()) {
        const Claim& next = claims[i + 1];
        for (std::size_t k = claim.last; k <= next.first && k < words.size(); ++k) to = to || words.is(k, "to");
        to = to && next.first - claim.last < 16;
      }
      if (to && (claims[i + 1].kind == claim.kind || claims[i + 1].kind != QuantityKind::duration)) {
        claim.role = "previous";
        claims[i + 1].linked = true;
        if (has(words, claim.last, claims[i + 1].first, "projected") ||
            has(words, claim.last, claims[i + 1].first, "target"))
          claims[i + 1].role = "target";
      } else if (i > 0 && (back_from || risen_to(words, lists, claims, i))) {
        claim.role = "previous";
        claim.linked = true;
      }
      continue;
    }
    std::size_t inside =
        claim.first;   // what stands outside the brackets is said of something else: "above the advised level (91)"
    while (claim.bracketed && inside > floor && !words.is_mark(inside, '(')) --inside;
    std::size_t from_target = claim.bracketed ? inside : before(7);
    for (std::size_t k = from_target; k < claim.first; ++k)
      if (words.is_mark(k, ';')) from_target = k + 1;
    for (std::size_t k = from_target; k + 1 < claim.first;
         ++k)   // "… what it needs, and a third are …": said of the other
      if (words.is_mark(k, ',') && words.is(k + 1, {"and", "but", "while", "whereas"})) from_target = k + 1;
    const bool stated_at = claim.first > 0 && words.is(claim.first - 1, "at") && !words.is(claim.first, "least");
    const std::size_t after = std::min(claim.last + 4, end);
    const bool comparing = compares(words, before(14), claim.first);
    const bool authorized = claim.kind == QuantityKind::count && words.is(claim.last, {WordKind::funded_adjective,
        WordKind::needed_adjective}) &&
                            (claim.last + 1 >= words.size() || words[claim.last + 1].mark || words.is(claim.last + 1,
                                {"and", "but", "with", "in", "at", "for", "while"}));
    const bool instead = i > 0 && (has(words, before(4), claim.first, "rather") || has(words, before(4), claim.first,
        "instead"));
    const bool establishment = claim.kind == QuantityKind::count && has(words, std::max(before(3), from_target),
        claim.first, "establishment");
    const bool allowed = claim.kind == QuantityKind::count && claim.first > 1 && words.is(claim.first - 1,
        {"authorized", "authorised", "budgeted"}) && words.is(claim.first - 2, {"was", "were", "is", "are", "been"});
    // "Ward clerks: funded 42, in post 29": a terse list.
    const bool terse = claim.kind == QuantityKind::count && claim.first > 1 &&
                       (words.is(claim.first - 1, WordKind::funded_adjective) || words.is(claim.first - 1, "cadre")) &&
                       (words[claim.first - 2].mark || words.is(claim.first - 2, "approved"));
    // "against its strength the state lacked 9 nurses": so many are missing.
    const bool lacking = has(words, before(3), claim.first, "lacked") || has(words, before(3), claim.first, "lacks") ||
                         has(words, before(3), claim.first, "short");
    const bool bounded = i > 0 && has(words, before(3), claim.first, "against") &&
                         (has(words, claim.first, claim.last, "minimum") ||
                          has(words, claim.first, claim.last, "maximum"));   // "14 on shift against a minimum of 20"
    const bool prescribed = i > 0 && laid_down(words, lists, claim, end);
    const bool paid_for =
        i > 0 && claim.kind == QuantityKind::count && claim.first > 1 && words.is(claim.first - 1, "for") &&
        words.is(claim.first - 2, {"funding", "money", "budget", "room"}) &&
        (claim.last >= words.size() || words[claim.last].mark);   // "has six clerks and funding for ten"
    // "had 104 nurses against 121": so many there should be.
    const bool set_against = i > 0 && claim.kind == QuantityKind::count && claims[i - 1].kind == QuantityKind::count &&
                             claims[i - 1].role == "current" && words.is(claim.first - 1, "against") &&
                             claim.first - claims[i - 1].last < 7 &&
                             (claim.last >= words.size() || words[claim.last].mark) &&
                             counted_by(words, lists, claims[i - 1]).whose == Population::staff;
    const bool in_force = claim.first > 2 && words.is(claim.first - 1, "at") && words.is(claim.first - 2,
        "capped") && words.is(claim.first - 3, {"are", "is", "were",
        "was"});   // "caseloads are capped at 12": as they are
    if (!lacking && !in_force && (prescribed || paid_for || set_against || needed_behind(words, lists,
        claim) || bounded || authorized || allowed || terse || establishment || instead || lists.target.at(words,
        claim.last) > 0 || aimed_behind(words, lists, claim) || (!stated_at && begins_in(lists.target, words,
        from_target, claim.first)) || (stated_at && ends_at(lists.target, words, from_target, claim.first)))) {
      claim.role = "target";
    } else if (!stated_at && (compared_in(words, lists, before(7), claim.first, i) ||
                              (comparing && has(words, before(8), claim.first, "average")) ||
                              of_the_whole(words, claims, i, comparing))) {
      claim.role = "comparator";
    } else if (i > 0 && claim.bracketed && claim.first > 1 && words.is_mark(claim.first - 1, ':') &&
               words.is(claim.first - 2, WordKind::comparator_label)) {
      claim.role = "comparator";   // "17% (trust: 12%)"
    } else if (i == 0 && words.is(0, "the") && claim.first < 7 &&
               (claim.last >= words.size() || words[claim.last].mark || words.is(claim.last, "and")) &&
               average_of(words, claim, floor)) {
      claim.role = "comparator";   // "The trust average was 7%."
    } else if ((i > 0 || claim.bracketed) &&
               (average_of(words, claim, floor) || measured_by(words, claim, floor, comparing))) {
      claim.role = "comparator";
    } else if (i > 0 && !lists.comparator.first_in(words, claim.last, after).none()) {
      claim.role = "comparator";
    } else if (said_before(words, lists, before(has(words, before(4), claim.first, "when") ? 10 : 5), claim.first,
        i == 0 && (i + 1 == claims.size() || claims[i + 1].role != "current" || has(words, claim.last,
        claims[i + 1].first, "and"))) ||
               (claims.size() > 1 && dates_back(lists.previous.first_in(words, claim.last, words.is_mark(claim.last,
                   '(') && end < words.size() ? claim.last : std::min(claim.last + 6, end)), words, comparing))) {
      claim.role = "previous";
    } else if (i > 0 && comparing && dated(layers, words, claim.last, end)) {
      claim.role = "previous";
    } else if (has(words, before(4), claim.first, "when") && claim.first > 1 &&
               words.is(claim.first - 1, {"were", "was", "had"}) &&
               words.is(claim.first - 2, {"there", "it", "they"}) && dated(layers, words, 0, claim.first)) {
      claim.role = "previous";   // "… since 2010, when there were 46"
    } else if (i + 1 < claims.size() && claims[i + 1].kind == claim.kind && claim.first > 1 &&
               words.is(claim.first - 1, "been") && words.is(claim.first - 2, "had") &&
               has(words, claim.last, claims[i + 1].first, "now")) {
      claim.role = "previous";   // "which had been 30%, is now 12%"
    } else if (i + 1 < claims.size() && claims[i + 1].kind == claim.kind &&
               (has(words, before(4), claim.first, "began") || has(words, before(4), claim.first, "started") ||
                has(words, before(4), claim.first, "opened")) &&
               (has(words, claim.last, claims[i + 1].first, "closed") ||
                has(words, claim.last, claims[i + 1].first, "ended") ||
                has(words, claim.last, claims[i + 1].first, "finished"))) {
      claim.role = "previous";   // "began the year with 58 and ended it with 40"
    } else if (i + 1 < claims.size() && claims[i + 1].kind == claim.kind && claim.first > 0 &&
               words.is(claim.first - 1, {"had", "was", "were", "numbered"}) &&
               then_comes_now(words, claim.last, claims[i + 1].first)) {
      claim.role =
          "previous";   // "had eight in January and now has 21", "when I began we had 60, and today we have 44"
    } else if (aims_at(words, claim)) {
      claim.role = "target";
    } else if (i > 0 &&
               has(words, before(3), claim.first, "opposed")) {   // "above what is advised (91 as opposed to 75)"
      claim.role = begins_in(lists.target, words, 0, claims[i - 1].first) ? "target" : "comparator";
    } else if (i > 0 &&
               (has(words, before(3), claim.first, "compared") || has(words, before(2), claim.first, "against"))) {
      claim.role = "comparator";
    }
    if (claim.role == "previous" && i > 0 && i + 1 == claims.size() && claims[i - 1].role == "current" &&
        claims[i - 1].kind == claim.kind && claim.first > 3 && has(words, claims[i - 1].last, claim.first, "last") &&
        has(words, claims[i - 1].last, claim.first, "year") && !has(words, claims[i - 1].last, claim.first, "than") &&
        !has(words, claims[i - 1].last, claim.first, "from") &&
        dated(layers, words, claims[i - 1].last, std::min(claims[i - 1].last + 3, claim.first))) {
      claim.role = "current";   // "It was 29% in 2017; last year it was 13%."
      claims[i - 1].role = "previous";
      claim.linked = true;
    }
    if (i > 0 && claim.role != "current") claim.linked = true;
    turn_bound(words, lists, claim, floor, end);
  }
  // "The minimum is two sergeants and four officers": both
  for (std::size_t i = 1; i < claims.size(); ++i)
    if (claims[i - 1].role == "target" && claims[i].role == "current" && !claims[i].linked &&
        counted_beside(words, lists, claims, i))
      claims[i].role = "target";
}

}  // namespace muster::facts
