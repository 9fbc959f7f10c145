#include "claims.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "claim_parts.hpp"
#include "claim_vetoes.hpp"
#include "clauses.hpp"

namespace muster::facts {

using model::Quantity;
using model::QuantityKind;

ClaimWords::ClaimWords(const model::Vocab& v)
    : staff(v, "staff_groups"), posts(v, "post_words"), non_workforce(v, "non_workforce"), teams(v, "team_words"),
      change_verbs(v, "change_words", "verb", false), change_nouns(v, "change_words", "noun", false),
      comparator(v, "comparators", "comparator", false), target(v, "comparators", "target", false),
      previous(v, "comparators", "previous", false), planned(v, "comparators", "planned", false),
      prescribing(v, "comparators", "prescribes", false), caps(v, "comparators", "cap", false), floors(v,
          "comparators", "floor", false), unreal(v, "figure_words", "unreal", false),
      denied(v, "figure_words", "denied", false), opinion(v, "figure_words", "opinion", false),
      whole(v, "figure_words", "whole", false), moments(v, "figure_words", "moment", false),
      occupying(v, "figure_words", "occupy", false), times(v, "figure_words", "time"),
      verbs(v, "figure_words", "verb", false), parts(v, "figure_words", "part", false),
      ranging(v, "figure_words", "range", false), everywhere(v, "figure_words", "everywhere", false), time_heads(v,
          "time_heads"), cases(v, "case_nouns"), told_after(v, "staff_told", "after", false),
      told_before(v, "staff_told", "before", false), told_person(v, "staff_told", "person", false),
      employing(v, "staff_told", "employ", false), no_occupations(v, "no_occupations") {
  staff.add(v, "occupations");
}

namespace {

// The number goes on from "2012-".
bool ends_year_pair(std::string_view text, Span number) {
  const std::size_t at = number.begin;
  return at >= 5 && text[at - 1] == '-' && text[at - 2] >= '0' && text[at - 2] <= '9' && text[at - 5] >= '1' &&
         text[at - 5] <= '2' && text[at - 3] >= '0' && text[at - 3] <= '9' && text[at - 4] >= '0' &&
         text[at - 4] <= '9';
}

Claim claim_of(const Words& words, const Quantity& q) {
  Claim claim;
  claim.kind = q.kind;
  claim.low = q.low;
  claim.high = q.high;
  claim.bound = q.bound;
  claim.unit = q.unit;
  claim.count = q.count;
  claim.total = q.total;
  claim.span = q.span;
  claim.number = q.number.empty() ? q.span : q.number;
  claim.first = words.ending_after(q.span.begin);
  claim.last = std::max(claim.first + 1, words.beginning_at(q.span.end));
  claim.last = std::min(claim.last, words.size());
  for (std::size_t k = claim.first, seen = 0; k > 0 && seen < 4 && !words.is_mark(k - 1, ')'); --k, ++seen)
    if (words.is_mark(k - 1, '(')) claim.bracketed = true;
  return claim;
}

std::optional<double> first_number(std::string_view text) {
  const std::size_t at = text.find_first_of("0123456789");
  if (at == std::string_view::npos) return std::nullopt;
  double value = 0;
  if (std::from_chars(text.data() + at, text.data() + text.size(), value).ec != std::errc()) return std::nullopt;
  return value;
}

// "reduced from 5% to 4%" is one quantity as said, but two figures as claimed.
bool moves(const Words& words, const ClaimWords& lists, const Claim& claim) {
  const bool from = words.is(claim.first, "from") || (claim.first > 0 && words.is(claim.first - 1, "from"));
  if (!from || claim.low == claim.high) return false;
  for (std::size_t k = claim.first, seen = 0; k > 0 && seen < 14 && !hard_stop(words, k - 1); --k, ++seen) {
    if (lists.ranging.at(words, k - 1) > 0) return false;
    if (lists.change_verbs.at(words, k - 1) > 0 || lists.change_nouns.at(words, k - 1) > 0) return true;
  }
  return false;
}

// Whether the first number of a range is the greater; `to`: the word between them. A number in words says nothing, so
// the other is asked: "from nine to 14".
bool falls_to(const base::Text& text, const Words& words, const Claim& whole, std::size_t to) {
  const auto nearer_high = [&](double said) { return std::abs(said - whole.high) < std::abs(said - whole.low); };
  if (const auto first = first_number(text.folded(words.span_of(whole.first, to)))) return nearer_high(*first);
  const auto second = first_number(text.folded(words.span_of(to, whole.last)));
  return second && !nearer_high(*second);
}

void split(const base::Text& text, const Words& words, const Claim& whole, std::vector<Claim>& out) {
  std::size_t to = whole.first;
  while (to < whole.last && !words.is(to, "to")) ++to;
  if (to >= whole.last) to = whole.last - 1;
  Claim before = whole, after = whole;
  std::size_t unit = whole.last;   // "from nine to 12 full-time equivalents": of both
  while (unit < whole.last + 2 && words.is(unit, {"full", "whole", "time"})) ++unit;
  if (whole.kind == QuantityKind::count && words.is(unit, WordKind::full_time_unit)) before.unit = after.unit = "fte";
  const bool falls = falls_to(text, words, whole, to);
  before.low = before.high = falls ? whole.high : whole.low;
  after.low = after.high = falls ? whole.low : whole.high;
  before.last = to;
  before.span = before.number = words.span_of(whole.first, to);
  after.first = to;
  after.span = after.number = words.span_of(to, whole.last);
  before.role = "previous";
  after.linked = true;
  out.push_back(before);
  out.push_back(after);
}

// "shrank by 1,900 to 14,300": read as a range, but only the second says how many there are.
void by_and_to(const base::Text& text, const Words& words, const ClaimWords& lists, Claim& claim) {
  if (claim.low == claim.high || claim.first == 0 || !words.is(claim.first - 1, "by")) return;
  std::size_t to = claim.first;
  while (to < claim.last && !words.is(to, "to")) ++to;
  if (to == claim.last || lists.change_verbs.first_in(words, claim.first > 8 ? claim.first - 8 : 0, claim.first).none())
    return;
  const bool falls = falls_to(text, words, claim, to);
  claim.low = claim.high = falls ? claim.low : claim.high;
  claim.first = to;
  claim.span = claim.number = words.span_of(to, claim.last);
}

bool near_value(const Claim& a, const Claim& b) {
  const double slack = a.kind == QuantityKind::fraction || b.kind == QuantityKind::fraction ? 12 : 1.6;
  return std::abs(a.low - b.low) <= slack && std::abs(a.high - b.high) <= slack;
}

// "almost half (46%)", "25 of the 57 staff (44%)", "14%, or 8 of the 57": said twice, one claim.
bool says_again(const Words& words, const Claim& a, const Claim& b) {
  if (!a.proportion() || !b.proportion() || !near_value(a, b)) return false;
  if (a.kind == b.kind && a.kind == QuantityKind::percent) return false;
  if (b.first < a.last || b.first - a.last > 9) return false;
  if (b.bracketed) {
    for (std::size_t k = a.last; k < b.first; ++k)
      if (words.is_mark(k, ',') || words.is_mark(k, ';') || words.is_mark(k, ')')) return false;
    return true;
  }
  // "more than a third of staff, 37%, did not": in commas.
  if (b.first - a.last <= 8 && words.is_mark(b.first - 1, ',') && words.is_mark(b.last, ',') &&
      words.is(a.last, "of")) {
    bool one = true;
    for (std::size_t k = a.last; k + 1 < b.first; ++k) one = one && !words[k].mark && !words.is(k, "and");
    if (one) return true;
  }
  if (b.first - a.last > 3) return false;
  for (std::size_t k = a.last; k < b.first; ++k)
    if (!words[k].mark && !words.is(k, {"or", "at", "some"})) return false;
  return true;
}

void merge(std::vector<Claim>& claims, const Words& words) {
  for (std::size_t i = 0; i + 1 < claims.size(); ++i) {
    Claim& a = claims[i];
    const Claim& b = claims[i + 1];
    if (!says_again(words, a, b)) continue;
    const Claim digits = b.kind == QuantityKind::percent ? b : a;
    const Claim counted = a.count ? a : b;
    a.kind = QuantityKind::percent;
    if (digits.kind != QuantityKind::percent && counted.count) {
      a.low = counted.low;
      a.high = counted.high;
    } else {
      a.low = digits.low;
      a.high = digits.high;
      a.bound = digits.bound;
    }
    a.unit = digits.unit;
    a.count = counted.count;
    a.total = counted.total;
    // Where the words give the population ("25 of the 57 staff (44%)") it stands before the bracket.
    const bool inner = b.first > a.last + 1 || a.count.has_value();
    if (!inner || !b.bracketed) a.last = b.last;
    a.span = a.span.join(b.span);
    a.bracketed = a.bracketed || (b.bracketed && !inner);
    claims.erase(claims.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

// "28, 24 or 19 days": all are days.
void list_of_durations(std::vector<Claim>& claims, const Words& words) {
  for (std::size_t i = claims.size(); i > 1; --i) {
    Claim& claim = claims[i - 2];
    const Claim& next = claims[i - 1];
    if (claim.kind != QuantityKind::count || next.kind != QuantityKind::duration || next.first != claim.last + 1)
      continue;
    if (!words.is_mark(claim.last, ',') && !words.is(claim.last, {"or", "and"})) continue;
    claim.kind = QuantityKind::duration;
    claim.unit = next.unit;
  }
}

}  // namespace

std::vector<Claim> read_claims(const Reading& reading, Span sentence, const Words& words, const ClaimWords& lists) {
  std::vector<Claim> claims;
  if (words.size() == 0 || words.is_mark(words.size() - 1, '?')) return claims;
  const std::vector<Quantity>& all = reading.layers.quantities;
  const Phrases::Found denial = lists.denied.first_in(words, 0, words.size());
  const std::size_t denied = denial.none() ? words.size() : denial.first;
  const auto begin =
      std::partition_point(all.begin(), all.end(), [&](const Quantity& q) { return q.span.begin < sentence.begin; });
  for (auto it = begin; it != all.end() && it->span.begin < sentence.end; ++it) {
    if (it->kind == QuantityKind::money || it->kind == QuantityKind::age || it->kind == QuantityKind::ordinal ||
        it->points)
      continue;
    if (it->kind == QuantityKind::duration && in_time(reading.layers, it->number)) continue;   // "two years earlier"
    if (it->kind == QuantityKind::duration && words.ending_after(it->span.begin) > 0 &&
        words.is(words.ending_after(it->span.begin) - 1, "any"))
      continue;   // "on any one day"
    if (it->kind == QuantityKind::duration && says_when(words, words.beginning_at(it->span.end)))
      continue;   // "the 90 it had two years before."
    if (it->kind == QuantityKind::count && in_date(reading.layers, it->number)) continue;
    if (it->kind == QuantityKind::count && is_any(reading.document.text.folded(it->number), {"911", "999", "988"}) &&
        words.is(words.beginning_at(it->number.end), WordKind::emergency_line))
      continue;   // "the 911 centre", "999 calls"
    Claim claim = claim_of(words, *it);
    if (ends_year_pair(reading.document.text.folded(), it->number)) {   // "2012-13 to 31%": the 13 is no figure
      if (claim.low == claim.high) continue;
      claim.low = claim.high;
    }
    // "short on two nights out of three": nights
    if (claim.kind == QuantityKind::count && claim.first > 3 && words.is(claim.first - 1, "of") &&
        words.is(claim.first - 2, "out") &&
        words.is(claim.first - 3, {WordKind::shift_noun, WordKind::counted_occasion}))
      continue;
    // "when they need one": no number.
    if (claim.kind == QuantityKind::count && claim.low == 1 && it->in_words &&
        (claim.last >= words.size() || words[claim.last].mark))
      continue;
    if (claim.kind == QuantityKind::count &&
        (words.is(claim.last, WordKind::interval_adverb) || words.is(claim.last, {"times", "fold"})))
      continue;   // "two times more", "three-monthly"
    // "on nine of 14 days": how often.
    if (claim.kind == QuantityKind::count && words.is(claim.last, "of") && it + 1 != all.end() &&
        (it + 1)->kind == QuantityKind::duration && words.ending_after((it + 1)->span.begin) <= claim.last + 2)
      continue;
    by_and_to(reading.document.text, words, lists, claim);
    // "one teacher from every school", "one officer for each family": not how many there are.
    if (claim.kind == QuantityKind::count && claim.low == 1 && it->in_words) {
      bool each = false;
      for (std::size_t k = claim.last; k + 1 < words.size() && k < claim.last + 5 && !words[k].mark; ++k)
        each = each || (words.is(k, {"from", "for", "in", "per"}) && words.is(k + 1, {"every", "each"}));
      if ((words.is(claim.last, WordKind::carrying_verb) || words.is(claim.last, {"had", "has"})) &&
          claim.last + 1 < words.size() && words.folded(claim.last + 1).front() >= '0' &&
          words.folded(claim.last + 1).front() <= '9')
        continue;   // "…, and one had 41"
      if (each || words.is(claim.last, {"where", "that", "which", "who", "of", "or"})) continue;
    }
    if (names_age_band(words, lists, claim)) continue;
    // "term 1", "phase 2", "tier 3": which, not how many.
    if (claim.kind == QuantityKind::count && !it->in_words && claim.first > 0 && claim.low < 20 &&
        words.is(claim.first - 1, WordKind::numbered_label))
      continue;
    // "band 3 to 5 officers": the 5 as well
    if (claim.kind == QuantityKind::count && !it->in_words && claim.first > 2 && claim.low < 20 &&
        words.is(claim.first - 1, {"to", "and", "or"}) && words.is(claim.first - 3, WordKind::numbered_label) &&
        words.folded(claim.first - 2).front() >= '0' && words.folded(claim.first - 2).front() <= '9')
      continue;
    // "a teacher for every 29 pupils": how many to one.
    if (claim.kind == QuantityKind::count && claim.first > 3 && words.is(claim.first - 1, {"every", "each"}) &&
        words.is(claim.first - 2, {"for", "to"})) {
      std::size_t from = claim.first - 2;
      while (from > 0 && from + 6 > claim.first && !words.is(from - 1, {"a", "an", "one"}) && !words[from - 1].mark) --from;
      if (from > 0 && words.is(from - 1, {"a", "an", "one"}) && !lists.staff.last_in(words, from, claim.first - 2).none())
        claim.kind = QuantityKind::ratio, claim.unit = "ratio";
    }
    // "(2) interviews with staff" numbers an item.
    if (claim.kind == QuantityKind::count && claim.low <= 9 && claim.unit != "fte" && claim.first > 0 &&
        words.is_mark(claim.first - 1, '(') && words.is_mark(claim.last, ')'))
      continue;
    if (claim.proportion() || claim.kind == QuantityKind::count) {
      if (is_change(words, lists, claim)) continue;
      if (claim.proportion() && claim.kind != QuantityKind::percent && is_no_fraction(words, lists, claim)) continue;
    }
    if (is_unreal(words, lists, claim, denied)) continue;
    // "the chief, who is 71, …": an age
    if (claim.kind == QuantityKind::count && claim.first > 1 && words.is(claim.first - 1, {"is", "was"}) &&
        words.is(claim.first - 2, {"who", "he", "she"}) && (claim.last >= words.size() || words[claim.last].mark))
      continue;
    // "all but two of the 16": the others are meant.
    if (claim.kind == QuantityKind::share && claim.count && *claim.count == 1 && claim.first > 0 &&
        words.is(claim.first - 1, "not")) {   // "not one of the 14": none
      claim.count = 0;
      claim.low = claim.high = 0;
    }
    if (claim.kind == QuantityKind::count && claim.first >= 1 && words.is(claim.first - 1, {"bar", "except", "save"}))
      continue;   // "every worker bar one"
    if (claim.first >= 2 && words.is(claim.first - 1, {"but", "bar", "except"}) && words.is(claim.first - 2, "all")) {
      // "had filled all but three posts": the three are empty
      if (claim.kind == QuantityKind::count && claim.first > 2 && words.is(claim.first - 1, "but") &&
          (words.is(claim.first - 3, WordKind::fills_posts) || words.is(claim.first - 3, "to"))) {
        claims.push_back(claim);
        continue;
      }
      if (!claim.count || !claim.total) continue;
      claim.count = *claim.total - *claim.count;
      claim.low = claim.high = 100 * *claim.count / *claim.total;
    }
    if (moves(words, lists, claim)) split(reading.document.text, words, claim, claims);
    else claims.push_back(claim);
  }
  merge(claims, words);
  list_of_durations(claims, words);
  read_roles(reading.layers, words, lists, claims);
  read_populations(words, lists, claims);
  share_population(words, claims);
  return claims;
}

}  // namespace muster::facts
