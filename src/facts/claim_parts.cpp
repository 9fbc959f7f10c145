#include "claim_parts.hpp"

#include <algorithm>

namespace muster::facts {
namespace {

using model::QuantityKind;

bool one_of(const Words& words, std::size_t i, std::initializer_list<std::string_view> any) {
  return std::any_of(any.begin(), any.end(), [&](std::string_view w) { return words.is(i, w); });
}

std::size_t back(std::size_t from, std::size_t steps, std::size_t floor) { return std::max(floor, from > steps ? from - steps : 0); }

bool compares(const Words& words, std::size_t first, std::size_t last) {
  for (std::size_t k = first; k < last; ++k)
    if (one_of(words, k, {"than", "above", "below", "against", "compared", "comparison", "exceeds", "under", "over", "opposed", "versus", "vs", "compares", "close", "similar"})) return true;
  return false;
}

bool has(const Words& words, std::size_t first, std::size_t last, std::string_view word) {
  for (std::size_t k = first; k < last; ++k)
    if (words.is(k, word)) return true;
  return false;
}

// A phrase that begins in [first, last), wherever it ends: "a recommended «maximum of 50»".
bool begins_in(const Phrases& phrases, const Words& words, std::size_t first, std::size_t last) {
  for (std::size_t k = first; k < last; ++k)
    if (const std::size_t n = phrases.at(words, k); n > 0 && !words.is(k + n, "improvement")) return true;   // "requires improvement" is a grade
  return false;
}

// A phrase that ends right there: "«caps it at» 400".
bool ends_at(const Phrases& phrases, const Words& words, std::size_t first, std::size_t last) {
  const Phrases::Found found = phrases.last_in(words, first, last);
  return !found.none() && found.last == last;
}

// "a year earlier" says when; "up from" only leads to the next figure. "Last year" alone is the time of the report, unless compared.
bool dates_back(const Phrases::Found& found, const Words& words, bool comparing) {
  return !found.none() && !one_of(words, found.last - 1, {"from", "of"}) && (!(words.is(found.last - 1, "year") && (words.is(found.first, "last") || (found.first > 1 && words.is(found.first - 1, "the") && one_of(words, found.first - 2, {"in", "over", "during"})))) || comparing);
}

// An earlier time is named in front of the figure. `alone`: no later figure stands beside it, and then "last year" only says when.
bool said_before(const Words& words, const ClaimWords& lists, std::size_t first, std::size_t last, bool alone) {
  const Phrases::Found found = lists.previous.first_in(words, first, last);
  if (found.none() || (found.first > 0 && words.is(found.first - 1, "since"))) return false;   // "since the last inspection"
  for (std::size_t k = found.last; k + 1 < last; ++k)   // "… in the previous year and has recruited 27"
    if (words.is(k, "and") && lists.verbs.at(words, k + 1) > 0) return false;
  if (words.is(found.last - 1, "ago")) return !alone && !has(words, found.last, last, "now");
  if (!words.is(found.first, "last") || !words.is(found.last - 1, "year")) return true;
  if (words.is(found.last, "when") || (words.is_mark(found.last, ',') && words.is(found.last + 1, "when"))) return true;   // "a change from last year, when nine …"
  return !alone && !(found.first > 0 && one_of(words, found.first - 1, {"the", "this"}));   // "in the last year"
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
  if (found.last - found.first == 1 && found.first > 0 && upper(found.first) && !words[found.first - 1].mark && upper(found.first - 1) && !words.is(found.first - 1, "the")) return false;   // "New England"
  if (claim == 0 && found.first <= 1 && one_of(words, found.last - 1, {"sector", "england", "uk", "scotland"})) return false;   // "The sector had 11,400 …": what the sentence is about
  if (found.last == last && found.last - found.first == 2 && one_of(words, found.first, {"service", "force"})) return false;   // "Caseloads in the assessment service average 15"
  const std::string_view word = words.folded(found.last - 1);
  // "Police Scotland had 16,600 officers": a name, and no comparison.
  if (claim == 0 && one_of(words, found.first, {"england", "scotland", "uk"}) && !compares(words, 0, last) && !has(words, found.last, last, "average") && !has(words, found.last, last, "rate")) return false;
  const bool adverb = found.last - found.first == 1 && (word.size() > 4 && (word.substr(word.size() - 2) == "ly" || word.substr(word.size() - 4) == "wide"));
  if (!adverb) return true;
  if (claim == 0 && found.first == 0) return false;
  return !(words.is_mark(found.last, ',') && one_of(words, found.last + 1, {"but", "and", "while", "although", "though"}));
}

// "worse than the state's 54% and the nation's 52%"
bool of_the_whole(const Words& words, const std::vector<Claim>& claims, std::size_t i, bool comparing) {
  if (i == 0 || claims[i].first < 2 || !one_of(words, claims[i].first - 1, {"state's", "nation's", "country's", "region's", "province's", "county's", "sector's", "territory's", "system's"})) return false;
  return comparing || (claims[i - 1].role == "comparator" && words.is(claims[i].first - 2, "the"));
}

// "aspires to reduce caseloads to 20", but not "which enabled it to cut vacancies to 20".
bool aims_at(const Words& words, const Claim& claim) {
  const std::size_t to = words.is(claim.first, "to") ? claim.first : claim.first > 1 && words.is(claim.first - 1, "to") ? claim.first - 1 : claim.first > 2 && words.is(claim.first - 2, "to") ? claim.first - 2 : 0;
  for (std::size_t k = to; k > 1 && k + 6 > to && !words[k - 1].mark; --k) {
    if (!one_of(words, k - 1, {"reduce", "reducing", "increase", "increasing", "lower", "raise", "cut", "bring", "expand", "improve"})) continue;
    const std::size_t lead = one_of(words, k - 2, {"further"}) && k > 2 ? k - 3 : k - 2;
    return words.is(lead, "to") && !(lead > 0 && one_of(words, lead - 1, {"enabled", "able", "allowed", "helped", "managed", "it", "them", "leaders", "used", "led"}));
  }
  return false;
}

// "has risen to 87, or 14% of posts, from 52": the last is the earlier value.
bool risen_to(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims, std::size_t i) {
  if (!words.is_mark(words.is(claims[i].first, "from") ? claims[i].first - 1 : claims[i].first - 2, ',')) return false;
  for (std::size_t k = i; k > 0; --k) {
    const Claim& claim = claims[k - 1];
    const std::size_t to = words.is(claim.first, "to") ? claim.first : claim.first > 0 && words.is(claim.first - 1, "to") ? claim.first - 1 : 0;
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
      const bool back_from = claim.first >= 2 && one_of(words, words.is(claim.first, "from") ? claim.first - 1 : claim.first - 2, {"down", "up", "reduced", "improved"});
      bool to = false;
      if (i + 1 < claims.size()) {
        const Claim& next = claims[i + 1];
        for (std::size_t k = claim.last; k <= next.first && k < words.size(); ++k) to = to || words.is(k, "to");
        to = to && next.first - claim.last < 16;
      }
      if (to && (claims[i + 1].kind == claim.kind || claims[i + 1].kind != QuantityKind::duration)) {
        claim.role = "previous";
        claims[i + 1].linked = true;
        if (has(words, claim.last, claims[i + 1].first, "projected") || has(words, claim.last, claims[i + 1].first, "target"))
          claims[i + 1].role = "target";
      } else if (i > 0 && (back_from || risen_to(words, lists, claims, i))) {
        claim.role = "previous";
        claim.linked = true;
      }
      continue;
    }
    std::size_t inside = claim.first;   // what stands outside the brackets is said of something else: "above the advised level (91)"
    while (claim.bracketed && inside > floor && !words.is_mark(inside, '(')) --inside;
    std::size_t from_target = claim.bracketed ? inside : before(7);
    for (std::size_t k = from_target; k + 1 < claim.first; ++k)   // "… what it needs, and a third are …": said of the other
      if (words.is_mark(k, ',') && one_of(words, k + 1, {"and", "but", "while", "whereas"})) from_target = k + 1;
    const bool stated_at = claim.first > 0 && words.is(claim.first - 1, "at") && !words.is(claim.first, "least");
    const std::size_t after = std::min(claim.last + 4, end);
    const bool comparing = compares(words, before(14), claim.first);
    const bool authorized = claim.kind == QuantityKind::count && one_of(words, claim.last, {"authorized", "authorised", "funded", "budgeted", "established", "sanctioned", "needed", "required"}) &&
                            (claim.last + 1 >= words.size() || words[claim.last + 1].mark || one_of(words, claim.last + 1, {"and", "but", "with", "in", "at", "for", "while"}));
    const bool instead = i > 0 && (has(words, before(4), claim.first, "rather") || has(words, before(4), claim.first, "instead"));
    const bool establishment = claim.kind == QuantityKind::count && has(words, before(3), claim.first, "establishment");
    const bool allowed = claim.kind == QuantityKind::count && claim.first > 1 && one_of(words, claim.first - 1, {"authorized", "authorised", "budgeted"}) && one_of(words, claim.first - 2, {"was", "were", "is", "are", "been"});
    // "Ward clerks: funded 42, in post 29": a terse list.
    const bool terse = claim.kind == QuantityKind::count && claim.first > 1 && one_of(words, claim.first - 1, {"funded", "authorized", "authorised", "budgeted", "sanctioned", "approved", "cadre", "established"}) &&
                       (words[claim.first - 2].mark || words.is(claim.first - 2, "approved"));
    // "against its strength the state lacked 9 nurses": so many are missing.
    const bool lacking = has(words, before(3), claim.first, "lacked") || has(words, before(3), claim.first, "lacks") || has(words, before(3), claim.first, "short");
    const bool bounded = i > 0 && has(words, before(3), claim.first, "against") && (has(words, claim.first, claim.last, "minimum") || has(words, claim.first, claim.last, "maximum"));   // "14 on shift against a minimum of 20"
    if (!lacking && (bounded || authorized || allowed || terse || establishment || instead || lists.target.at(words, claim.last) > 0 || (!stated_at && begins_in(lists.target, words, from_target, claim.first)) || (stated_at && ends_at(lists.target, words, from_target, claim.first)))) {
      claim.role = "target";
    } else if (!stated_at && (compared_in(words, lists, before(7), claim.first, i) ||
                              (comparing && has(words, before(8), claim.first, "average")) || of_the_whole(words, claims, i, comparing))) {
      claim.role = "comparator";
    } else if (i > 0 && !lists.comparator.first_in(words, claim.last, after).none()) {
      claim.role = "comparator";
    } else if (said_before(words, lists, before(has(words, before(4), claim.first, "when") ? 10 : 5), claim.first, i == 0 && (i + 1 == claims.size() || claims[i + 1].role != "current" || has(words, claim.last, claims[i + 1].first, "and"))) ||
               (claims.size() > 1 && dates_back(lists.previous.first_in(words, claim.last, words.is_mark(claim.last, '(') && end < words.size() ? claim.last : std::min(claim.last + 6, end)), words, comparing))) {
      claim.role = "previous";
    } else if (i > 0 && comparing && dated(layers, words, claim.last, end)) {
      claim.role = "previous";
    } else if (has(words, before(4), claim.first, "when") && claim.first > 1 && one_of(words, claim.first - 1, {"were", "was", "had"}) && one_of(words, claim.first - 2, {"there", "it", "they"}) && dated(layers, words, 0, claim.first)) {
      claim.role = "previous";   // "… since 2010, when there were 46"
    } else if (i + 1 < claims.size() && claims[i + 1].kind == claim.kind && claim.first > 1 && words.is(claim.first - 1, "been") && words.is(claim.first - 2, "had") && has(words, claim.last, claims[i + 1].first, "now")) {
      claim.role = "previous";   // "which had been 30%, is now 12%"
    } else if (aims_at(words, claim)) {
      claim.role = "target";
    } else if (i > 0 && has(words, before(3), claim.first, "opposed")) {   // "above what is advised (91 as opposed to 75)"
      claim.role = begins_in(lists.target, words, 0, claims[i - 1].first) ? "target" : "comparator";
    } else if (i > 0 && (has(words, before(3), claim.first, "compared") || has(words, before(2), claim.first, "against"))) {
      claim.role = "comparator";
    }
    if (i > 0 && claim.role != "current") claim.linked = true;
  }
}

std::size_t end_of_noun(const Words& words, const ClaimWords& lists, std::size_t first, std::size_t limit) {
  limit = std::min({limit, words.size(), first + 16});
  std::size_t i = first;
  bool relative = false;
  for (; i < limit; ++i) {
    if (words.is_mark(i, '-') && i > first && i + 1 < limit && words.is(i + 1, "and")) continue;   // "16- and 17-year-olds"
    if (words[i].mark && !words.is_mark(i, '\'') && !words.is_mark(i, '"')) break;
    if (const std::size_t n = lists.non_workforce.at(words, i); n > 1 && i + n <= limit) {   // "children looked after"
      i += n - 1;
      continue;
    }
    if (i > first && words.is(i + 1, "by") && one_of(words, i, {"made", "held", "completed", "provided", "issued", "taken"})) {
      ++i;
      continue;
    }
    if (one_of(words, i, {"who", "that", "which"}) && i > first) {
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
      const bool plural = many || one_of(words, i - 1, {"staff", "people", "children", "workforce", "police"});
      if (past && plural) break;
    }
    if (i > first && one_of(words, i, {"while", "whereas", "but", "although", "compared", "because", "when", "against", "during"})) break;
    if (i > first && words.is(i, "as") && !words.is(i + 1, "a") && !one_of(words, i - 1, {"such", "well", "as", "and"})) break;   // "40 of its 328 ports as …"
    if (i > first && words.is(i, "and") && one_of(words, i + 1, {"as", "so", "this", "that", "it", "they", "some", "many", "most", "others", "in", "these", "is", "are", "was", "were"})) break;
    if (i > first && words.is(i, "in") && words.is(i + 1, "the") && one_of(words, i + 2, {"same", "last", "past", "previous", "year", "first"})) break;
  }
  // A joining word before the next claim belongs to nobody.
  while (i > first && one_of(words, i - 1, {"and", "or", "with", "to", "in", "at", "of", "for", "the", "a", "by", "just", "only", "from"})) --i;
  return i;
}

Population population_of(const Words& words, const ClaimWords& lists, std::size_t first, std::size_t last) {
  std::size_t head = first;
  // "on-call", "in-house" lead to no other noun.
  while (head < last && !(head > first && !words.hyphen_before(head + 1) && !(words.is(head, "of") && one_of(words, head - 1, {"number", "numbers", "total", "complement", "range", "cohort", "group", "majority", "team"})) && one_of(words, head, {"in", "at", "of", "for", "with", "who", "that", "which", "from", "across", "within", "on", "aged", "responsible", "to"}))) ++head;
  const Phrases::Found staff = lists.staff.last_in(words, first, head);
  const Phrases::Found posts = lists.posts.last_in(words, first, head);
  const Phrases::Found other = lists.non_workforce.last_in(words, first, head);
  const auto reach = [](const Phrases::Found& f) { return f.none() ? 0 : f.last; };
  const std::size_t ours = std::max(reach(staff), reach(posts));
  if (ours == 0 && reach(other) == 2 + first && head == first + 2 && words.is(first + 1, "force") && one_of(words, first, {"the", "its"})) return Population::staff;
  // "nine of the ten wings": of places, not of people.
  if (ours == 0 && reach(other) == 0 && head > first && lists.teams.at(words, head - 1) > 0 && words.folded(head - 1).back() == 's' && !one_of(words, head - 1, {"services", "social"})) return Population::other;
  if (ours == 0 && reach(other) == 0) return head > first && one_of(words, head - 1, {"team", "crew", "squad"}) ? Population::staff : Population::unknown;
  // "37 carers employed at the home"
  if (reach(other) > ours && one_of(words, other.last, {"employed", "rostered", "deployed"})) return Population::staff;
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
    if (!found && (claim.total || (claim.kind == QuantityKind::fraction && words.is(claim.first, "of")))) {   // "of every ten recruits, four …"
      for (std::size_t k = claim.first; k < claim.last; ++k)
        if (words.is(k, "of")) begin = k + 1, found = true;
    }
    if (!found && (claim.kind == QuantityKind::fraction || !claim.bracketed)) {
      if (claim.last > 0 && words.is(claim.last - 1, "of")) found = true;
      else if (claim.kind == QuantityKind::fraction && begin == claim.last && begin < words.size() && !words[begin].mark &&
               (lists.verbs.at(words, begin) == 0 || lists.staff.at(words, begin) > 1) && !one_of(words, begin, {"in", "at", "on", "and", "or", "to", "by", "as", "with", "for", "across", "who", "adrift", "short", "light", "below", "under", "vacant", "unfilled", "empty", "down"}))
        found = true;
    }
    // "over 30% of the 62 nursing posts": the next number is part of what the share is said of.
    std::size_t reach = claim.total ? std::max(limit, claim.last) : limit;
    if (found && i + 1 < claims.size() && claims[i + 1].kind == QuantityKind::count && claims[i + 1].first <= begin + 2 &&
        (claims[i + 1].first == begin || words.folded(claims[i + 1].first - 1).substr(std::max<std::size_t>(words.folded(claims[i + 1].first - 1).size(), 2) - 2) == "'s" || one_of(words, claims[i + 1].first - 1, {"the", "its", "their", "all", "these", "those", "our"})))
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
    const std::size_t floor = i == 0 ? 0 : claims[i - 1].last;
    if (!found && !claim.total && !claim.bracketed && claim.first > 2 && words.is_mark(claim.first - 1, ',')) {   // "Of those who left, 52% …"
      for (std::size_t k = claim.first - 1; k > floor && k + 16 > claim.first && !found; --k)
        if (words.is(k - 1, "of") && (k == 1 || words[k - 2].mark || one_of(words, k - 2, {"and", "but", "that"}))) begin = k, end = claim.first - 1, found = true;
    }
    if (!found || end == begin) {
      std::size_t open = claim.first;
      while (claim.bracketed && open > floor && !words.is_mark(open, '(')) --open;
      if (!whole_of(back(open, claim.bracketed ? 14 : 25, floor), open)) {
        begin = end = open;
        if (claim.bracketed) {
          while (begin > back(open, 4, floor) && !words[begin - 1].mark && lists.verbs.at(words, begin - 1) == 0 &&
                 !one_of(words, begin - 1, {"of", "and", "the", "with", "in", "by", "for", "to", "from", "a", "majority", "proportion"}))
            --begin;
          if (open > begin && lists.whole.at(words, open - 1) > 0) begin = open;   // "the service's sickness rate (9%)" is of nobody named
        } else if (i > 0 && claims[i - 1].proportion() && (claim.linked || lists.verbs.at(words, claim.last) > 0) &&
                   !(claims[i - 1].population == Population::other && !lists.staff.first_in(words, claims[i - 1].last, claim.first).none())) {
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
    if (end == begin + 1 && one_of(words, begin, {"plan", "target", "requirement"})) claim.population = Population::unknown;   // "78% of plan": of what there should be
    // "short at 94 percent of them": at so many places.
    if (claim.population == Population::unknown && claim.first > 0 && one_of(words, claim.first - 1, {"at", "in", "on"}) && end == begin + 1 && one_of(words, begin, {"them", "these", "those", "sites", "facilities"})) claim.population = Population::other;
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
    if (!claim.proportion() || claim.kind != next.kind || claim.population != Population::unknown || claim.of_first < claim.of_last || next.of_first < next.last) continue;
    if (next.first != claim.last + 1 || !(words.is_mark(claim.last, ',') || words.is(claim.last, "and"))) continue;
    claim.of_first = next.of_first;
    claim.of_last = next.of_last;
    claim.population = next.population;
  }
}

}  // namespace muster::facts
