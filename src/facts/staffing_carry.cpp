#include "staffing_carry.hpp"

#include <algorithm>

namespace muster::facts {
namespace {

using model::QuantityKind;

constexpr std::size_t out_of_list = 14;   // words from a metric to the colon behind it

bool names_measure(const Words& words, std::size_t k) {
  return words.is(k, WordKind::figure_noun);
}

// "…; by March that number had fallen to 12", "…; the fleet average was 4%".
bool speaks_of_the_same(const Words& words, std::size_t first, std::size_t last) {
  for (std::size_t k = first; k < last; ++k)
    if (words.is(k, {"it", "this", "that", "they"}) || (words.is(k, "the") && names_measure(words, k + 1)) ||
        (words.is(k, "the") && k + 2 < last && !words[k + 1].mark &&
         (names_measure(words, k + 2) ||
          (k + 3 < last && !words[k + 2].mark && names_measure(words, k + 3)))))   // "the North West average"
      return true;
  return false;
}

// A number without a noun of its own, said of those that the number before counts: "… 212 officers and
// has 187", "18 vacancies, of which 11 are …", "from 240 to 198".
bool leans(const Words& words, const ClaimWords& lists, const Claim& claim, const Claim& before) {
  if (claim.first >= 2 && words.is(claim.first - 2, "of") && words.is(claim.first - 1, {"whom", "which"})) return true;
  if (words.is(claim.last, "of") &&
      (words.is(claim.last + 1, WordKind::pointing_pronoun) ||
       (words.is(claim.last + 1, "the") && words.is(claim.last + 2, {"latter", "former"}))))
    return true;   // "12 vacancies, four of them in …"
  const CountedNoun noun = counted_by(words, lists, claim);
  if (noun.first < noun.last) return false;
  // "for a population of 900": of somebody else
  if (claim.first >= 2 && words.is(claim.first - 1, "of") &&
      (lists.non_workforce.at(words, claim.first - 2) > 0 ||
       words.is(claim.first - 2, {"capacity", "roll", "area", "budget"})))
    return false;
  if (claim.last < words.size() && !words[claim.last].mark && words.is(claim.last, "of")) return false;
  const CountedNoun said = counted_by(words, lists, before);
  if (said.first == said.last && words.is(claim.first - 1, {"was", "is", "were", "been"}) &&
      speaks_of_the_same(words, before.last, claim.first))
    return true;   // "was 18; in 2022 it was 26"
  if (said.cases && (words.is(claim.first - 1, WordKind::carrying_verb) || words.is(claim.first - 1, {"had", "have"})))
    return true;   // "had 16 cases, although new staff had 11"
  if (said.cases && speaks_of_the_same(words, before.last, claim.first))
    return true;   // "workers had 31 cases each; at Corran, they had 22"
  // "surgery accounts for 34 of them, medicine for 20"
  if (words.is(claim.first - 1, "for") && before.first > 0 && words.is(before.first - 1, "for") &&
      claim.first - before.last < 10)
    return true;
  const bool listed = claim.first > before.last && words.is(claim.first - 1, "and");   // "58 in 2011 and 22 in 2012"
  return said.whose == Population::staff || (said.first == said.last && (claim.linked || listed));
}

bool is_time(const Reading& reading, const Words& words, std::size_t k) {
  const Span said = words.span_of(k, k + 1);
  const auto& dates = reading.layers.dates;
  const auto it = std::partition_point(dates.begin(), dates.end(),
                                       [&](const model::DateMention& d) { return d.span.end <= said.begin; });
  return it != dates.end() && it->span.begin < said.end;
}

}  // namespace

std::string unit_of(const Claim& claim, const Anchor& anchor, const CountedNoun& noun) {
  if (claim.kind == QuantityKind::percent || claim.kind == QuantityKind::fraction) return "percent";
  if (claim.kind == QuantityKind::ratio) return "ratio";
  if (claim.kind == QuantityKind::duration && anchor.unit == "ratio") return "ratio";   // minutes of care for each
  if (claim.kind == QuantityKind::duration) return claim.unit.substr(0, 3) == "day" ? "days" : "years";
  if (noun.fte) return "fte";
  const bool staffed = noun.whose == Population::staff && !noun.posts;
  if (anchor.fte) return "fte";
  if (anchor.ratio && claim.kind == QuantityKind::count && !staffed) return "ratio";
  if (anchor.metric == "sickness" && (staffed || claim.kind == QuantityKind::share)) return "people";
  if (anchor.metric == "sickness" && claim.kind == QuantityKind::count && noun.posts)
    return "days";   // "9.6 shifts to sickness"
  if (anchor.metric == "caseload")   // "53 of the 148 investigators had more than 25 cases": so many of them
    return claim.kind == QuantityKind::share && claim.population == Population::staff ? "people" : "cases";
  if (claim.kind == QuantityKind::share && anchor.unit == "percent") return "people";
  if (anchor.match->makes("short") == "people" && (staffed || noun.first == noun.last))
    return "people";   // "300 nurses short"
  if (noun.posts) return "posts";
  return anchor.unit.empty() ? "people" : std::string(anchor.unit);
}

bool changed_to(const Reading& reading, const Words& words, const ClaimWords& lists, const Claim& claim,
                std::size_t since) {
  if (words.is(claim.first, "from") || (claim.first > 0 && words.is(claim.first - 1, "from")))
    return false;   // "rose to 19 from 17"
  for (std::size_t k = since; k + 1 < claim.first; ++k)
    if (words.is(k, {"in", "on", "at"}) && !is_time(reading, words, k + 1)) return false;
  std::size_t to = claim.first;
  if (!words.is(to, "to")) {
    const std::size_t floor = to > 3 ? to - 3 : 0;
    while (to > floor && !words.is(to - 1, "to")) --to;
    if (to == floor) return false;
    --to;
  }
  for (std::size_t k = to; k > (to > 3 ? to - 3 : 0); --k)
    if (lists.change_verbs.at(words, k - 1) > 0) return true;
  return false;
}

namespace {

// "it works out at 36, and in the islands at 11", "nobody there had fewer than 50": so many each once more.
bool goes_with(const Words& words, const Claim& claim, std::size_t floor) {
  std::size_t k = claim.first;
  while (k > floor &&
         (words.is(k - 1, WordKind::approximator) || words.is(k - 1, {"fewer", "than", "more", "up", "to", "less"})))
    --k;
  return k > floor && (words.is(k - 1, WordKind::carrying_verb) || words.is(k - 1, {"at", "had", "have", "has"}));
}

// "12 per cent for nurses, 9 for doctors", "leave at a rate of 29.1 per cent, senior carers at 16.8", "3 days a head,
// has doubled to 6": the same unit.
bool elliptic(const Words& words, const ClaimWords& lists, const Claim& before, const Claim& claim) {
  constexpr std::size_t near = 9;
  if (claim.kind != QuantityKind::count ||
      (before.kind != QuantityKind::percent && before.kind != QuantityKind::duration) || claim.first <= before.last ||
      claim.first - before.last > near)
    return false;
  const bool ends = claim.last >= words.size() || words[claim.last].mark || words.is(claim.last, "and");
  if (ends && claim.first > 2 && words.is(claim.first - 1, {"was", "is"}) && words.is(claim.first - 2, "it"))
    return true;   // "4.2 years; for line staff it was 1.6"
  // "71 per cent, against a target of 90", "14%, above the national average of 10"
  if (ends && claim.first > before.last + 2 && words.is(claim.first - 1, "of") &&
      words.is(claim.first - 2, {"target", "average", "goal", "norm", "benchmark", "threshold", "standard", "ambition"})) {
    for (std::size_t k = before.last; k < claim.first; ++k)
      if (words.is_mark(k, ';') || words.is_mark(k, '.') || lists.verbs.at(words, k) > 0) return false;
    return true;
  }
  // "drivers 16 days, mechanics 9 and office staff 6": whose it is stands right before the number.
  const Phrases::Found named = lists.staff.last_in(words, before.last, claim.first);
  const bool groups = ends && !named.none() &&
                      named.last + (words.is_mark(claim.first - 1, '\'') ? 1U : 0U) == claim.first &&
                      named.first > before.last &&
                      (words.is_mark(named.first - 1, ',') || words.is(named.first - 1, {"and", "double", "twice"}));
  if (groups) {
    for (std::size_t k = before.last; k < claim.first; ++k)
      if (words.is_mark(k, ';') || words.is_mark(k, '.')) return false;
    return true;
  }
  const bool led = words.is(claim.first - 1, {"at", "and", "to"}) ||
                   (words.is(claim.first - 1, "or") && words.is(claim.last, {"apiece", "each"})) ||
                   words.is_mark(claim.first - 1, ',');
  const bool whose = words.is(claim.last, {"for", "in", "among", "at", "apiece"}) ||
                     (words.is(claim.last, "each") && words.is(claim.first - 1, "or")) ||
                     (words.is(claim.last, {"last", "this"}) &&
                      (words.is(claim.last + 1, WordKind::time_or_season) || words.is(claim.last + 1, "quarter")));
  if (!led || !(whose || (ends && (words.is(claim.first - 1, "at") || words.is(claim.first - 1, "to"))))) return false;
  for (std::size_t k = claim.last;
       whose && k < claim.last + 6 && k < words.size() && !words[k].mark && !words.is(k, "and"); ++k)
    if (lists.verbs.at(words, k) > 0) return false;   // "…, and 9 in the audit team were ill"
  const bool moved = words.is(claim.first - 1, "to");
  bool change = false, parted = false;
  for (std::size_t k = before.last; k < claim.first; ++k) {
    change = change || lists.change_verbs.at(words, k) > 0;
    parted = parted || words.is_mark(k, ',') || words.is(k, "and");
    if (words.is_mark(k, ';') || words.is_mark(k, '.') || (!moved && lists.verbs.at(words, k) > 0)) return false;
  }
  return moved ? change : parted;
}

Claim said_as(Claim claim,
              QuantityKind kind) {   // "…, 9 for doctors and 14 for therapists": the 9 was of the kind before it
  claim.kind = kind;
  return claim;
}

}  // namespace

bool leaves_unit_out(const Words& words, const ClaimWords& lists, const Claim& before, const Attached& held,
                     const Claim& claim) {
  if (held.anchor == nullptr) return false;
  const bool again = before.kind == QuantityKind::count && held.sibling >= 0 &&
                     (held.unit == "percent" || held.unit == "days" || held.unit == "years");
  return elliptic(words, lists, again ? said_as(before, QuantityKind::percent) : before, claim);
}

namespace {

// "Training records: fire 91%; first aid 40%": a list of labels with their figures, behind the metric and a colon.
bool labelled_on(const Words& words, const ClaimWords& lists, const Claim& before, const Claim& claim,
                 const Anchor& anchor) {
  constexpr std::size_t longest_label = 6;
  if (anchor.last > before.first || claim.first <= before.last + 1 || before.kind != claim.kind) return false;
  std::size_t colon = anchor.last;
  while (colon < before.first && colon < anchor.last + out_of_list && !words.is_mark(colon, ':')) ++colon;
  if (!words.is_mark(colon, ':')) return false;
  std::size_t k = before.last;
  while (k < claim.first && words.is_mark(k, ')')) ++k;
  if (!words.is_mark(k, ';') && !words.is_mark(k, ',') && !words.is_mark(k, '|')) return false;
  if (claim.first - k > longest_label + 1) return false;
  for (++k; k < claim.first; ++k)
    if (lists.verbs.at(words, k) > 0 || words.is_mark(k, ';') || words.is_mark(k, '.')) return false;
  return true;
}

}  // namespace

std::ptrdiff_t sibling_of(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims,
                          const std::vector<Attached>& held, std::size_t i) {
  const Claim& claim = claims[i];
  if (i == 0 || claim.population == Population::other) return -1;
  const auto of_teams = [&](const Claim& other) {   // "14 officers for 90 schools"
    if (other.kind != QuantityKind::count) return false;
    const CountedNoun noun = counted_by(words, lists, other);
    return noun.whose == Population::other && !noun.cases && lists.teams.at(words, noun.last - 1) > 0;
  };
  if (of_teams(claim)) return -1;
  const std::size_t said_of =
      std::max(claim.last, claim.of_last);   // "…, and nine in ten staff said they were content"
  if (claim.proportion() && claim.population == Population::staff && claims[i - 1].proportion() &&
      !lists.opinion.first_in(words, said_of, std::min(said_of + 2, words.size())).none())
    return -1;
  const auto alike = [&](const Claim& other) {
    return claim.kind == other.kind || (claim.proportion() && other.proportion()) ||
           (claim.linked && claim.kind == QuantityKind::count &&
            other.kind == QuantityKind::duration);   // "10 days, compared with 9"
  };
  if (claim.linked)
    for (std::size_t k = i; k > 0; --k)
      if (alike(claims[k - 1]) && !(held[k - 1].anchor == nullptr && of_teams(claims[k - 1])))
        return held[k - 1].anchor == nullptr ? -1 : static_cast<std::ptrdiff_t>(k) - 1;
  std::size_t last = i - 1;   // over a time: "…; twelve months later the gap stood at 2,292"
  if (claim.kind == QuantityKind::count && claims[last].kind == QuantityKind::duration &&
      held[last].anchor == nullptr && last > 0 && claims[last - 1].kind == QuantityKind::count &&
      held[last - 1].anchor != nullptr)
    --last;
  const Claim& before = claims[last];
  std::size_t unit_said = i - 1;   // over "a year"
  while (unit_said > 0 && held[unit_said].anchor == nullptr && claims[unit_said].kind == QuantityKind::duration)
    --unit_said;
  if (leaves_unit_out(words, lists, claims[unit_said], held[unit_said], claim))
    return static_cast<std::ptrdiff_t>(unit_said);
  if (held[last].anchor == nullptr) return -1;
  // "118 posts, or 9% of the establishment": the same, said as a share.
  if (before.kind == QuantityKind::count && claim.proportion() && claim.first > before.last &&
      words.is(claim.first - 1, "or") && claim.first - before.last <= 12)
    return static_cast<std::ptrdiff_t>(last);
  // "17 per cent, equivalent to 48 posts"
  if (before.proportion() && claim.kind == QuantityKind::count && claim.first - before.last < 6)
    for (std::size_t k = before.last; k < claim.first; ++k)
      if (words.is(k, {"equivalent", "equates", "equating", "or"})) return static_cast<std::ptrdiff_t>(last);
  // "one nurse to 28, although the norm is one to eight", "90 children, outside the 50 to 70 laid down"
  const bool each = held[last].unit == "ratio" || held[last].unit == "cases";
  if (each && claim.kind == QuantityKind::count && goes_with(words, claim, before.last) &&
      counted_by(words, lists, claim).first == counted_by(words, lists, claim).last)
    return static_cast<std::ptrdiff_t>(last);
  if (each && claim.role == "target" &&
      (claim.kind == QuantityKind::ratio ||
       (claim.kind == QuantityKind::count && counted_by(words, lists, claim).whose != Population::staff)))
    return static_cast<std::ptrdiff_t>(last);
  if (!alike(before)) return -1;
  if (held[last].anchor->metric == "agency")   // "more agency workers (58) than permanent ones (49)"
    for (std::size_t k = before.last; k < claim.first; ++k)
      if (words.is(k, "permanent")) return -1;
  if (held[last].anchor->metric == "caseload" && words.is(claim.last, "of") &&
      words.is(claim.last + 1, {"them", "these", "those", "whom"}))
    return -1;   // people, not cases
  // "…; the west, at 31 per cent, was worst"
  if (claim.proportion() && claim.first > 1 && words.is(claim.first - 1, "at") && words.is_mark(claim.first - 2, ',') &&
      words.is_mark(claim.last, ','))
    return static_cast<std::ptrdiff_t>(last);
  if (labelled_on(words, lists, before, claim, *held[last].anchor)) return static_cast<std::ptrdiff_t>(last);
  if (claim.kind == QuantityKind::count && !leans(words, lists, claim, before)) return -1;
  for (std::size_t k = before.last; k < claim.first; ++k)
    if (words.is_mark(k, ';') && !speaks_of_the_same(words, k + 1, claim.first) &&
        !(claim.kind == QuantityKind::count && words.is(claim.first - 1, {"has", "had", "have"})))
      return -1;   // "…; the Corran hub has nine"
  const std::size_t far = speaks_of_the_same(words, before.last, claim.first) ? 18 : 12;
  return claim.first - before.last <= far ? static_cast<std::ptrdiff_t>(last) : -1;
}

// "At Yarran 52.", "In 2019 there were 22,100.", "Today 41 do.": a place or a time and the figure, nothing else.
bool only_where_or_when(const Words& words, const ClaimWords& lists, std::size_t figure) {
  constexpr std::size_t longest = 12, longest_tail = 4;
  if (figure == 0 || figure >= words.size() || words.size() > longest || words.size() - figure > longest_tail + 1)
    return false;
  if (!words.is(0, {"at", "in", "for", "across", "today", "now", "nationally", "elsewhere", "by"})) return false;
  bool named = words.is(0, {"today", "now", "nationally", "elsewhere"});
  for (std::size_t k = 1; k < figure; ++k) {
    if (words[k].mark ||
        (words.is(k, WordKind::approximator) || words.is(k, {"the", "it", "there", "was", "were", "is", "are", "had",
                                                             "has", "year", "and", "of", "figure", "rate", "number"})))
      continue;
    const char first = words.text_of(k, k + 1).front();
    if (!((first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9')) || lists.non_workforce.at(words, k) > 0)
      return false;
    named = true;
  }
  for (std::size_t k = figure; k < words.size(); ++k)
    if (words.is_mark(k, '$') || lists.non_workforce.at(words, k) > 0) return false;
  return named;
}

bool goes_on(const Words& words, const ClaimWords& lists, std::size_t figure, std::string_view role) {
  constexpr std::size_t far = 12;
  if (only_where_or_when(words, lists, figure)) return true;
  // "The trust average was 7%", "National guidance puts it at 15": what it is held against.
  if ((role == "target" || role == "comparator") && figure < far && words.size() > figure) {
    bool plain = true;   // nothing else is told of in front
    for (std::size_t j = 0; j < figure; ++j)
      plain = plain && !words.is_mark(j, ',') && !words.is_mark(j, ';') && lists.non_workforce.at(words, j) <= 1;
    if (plain) return true;
  }
  std::size_t k = 0;
  while (words.is(k, {"however", "but", "although", "in", "and", "though", "despite", "while", "overall"}) ||
         words.is_mark(k, ',') || words.is_mark(k, '.'))
    ++k;
  // A time in front: "By 2019, this …", "Two years earlier the rate …", "Four years on, the figure …"
  for (std::size_t j = k; j < k + 6 && j < figure && !words.is(k, "of"); ++j) {
    if (!words.is_mark(j, ',') && !words.is(j, {"earlier", "later", "before", "ago"})) continue;
    k = j + 1;
    while (words.is_mark(k, ',')) ++k;
    break;
  }
  // "As of our visit it had filled …": who it is comes behind the time.
  if (words.is(k, {"as", "by", "on", "at", "since", "when", "during"}))
    for (std::size_t j = k + 1; j < std::min(figure, k + 9); ++j)
      if (words.is(j, {"it", "they"}) && j + 1 < figure + 1 && lists.verbs.at(words, j + 1) > 0) return true;
  // "For dispatchers it is above 40%", "At Kilbrae it was four": whose, then the same again.
  if (words.is(k, {"for", "among", "in", "at", "across"}))
    for (std::size_t j = k + 1; j < std::min(figure, k + 7) && !words[j - 1].mark; ++j)
      if (words.is(j, "the") && names_measure(words, j + 1) && figure < j + 6)
        return true;   // "In 2021 the average was 16"
  if (words.is(k, {"for", "among", "in", "at", "on"}))
    for (std::size_t j = k + 2; j < std::min(figure, k + 7) && !words[j - 1].mark; ++j)
      if (words.is(j, {"it", "they", "there"}) &&
          words.is(j + 1, {"is", "was", "are", "were", "stood", "stands", "reached"}) && figure <= j + 6)
        return true;
  // "The trust's own target was 90%."
  if (words.size() < figure + 4 && figure > 1 && figure < 10 && words.is(figure - 1, {"is", "was"}) &&
      words.is(figure - 2, WordKind::target_noun))
    return true;
  // "The ministry expects 85%."
  for (std::size_t j = k; j < std::min<std::size_t>(figure, k + 6); ++j)
    if (words.is(j, WordKind::prescribing_verb) && j + 3 > figure && words.size() < figure + 9) return true;
  // "Fourteen had been appointed."
  // "Social work accounts for 340 of them": of those just told of.
  if (figure + 2 < words.size() && words.is(figure + 1, "of") && words.is(figure + 2, {"them", "these",
      "those"}) && figure < k + 8) return true;
  if (k == figure && k + 1 < words.size() && words.is(k + 1, {"had", "have", "has", "were", "are", "was", "remain",
      "remained"})) return true;
  if (words.is(k, "some") && k + 1 < words.size() && !words[k + 1].mark && words.folded(k + 1).front() >= '0' &&
      words.folded(k + 1).front() <= '9')
    return false;   // "some 72%"
  // "These savings accounted for 25%" is about the savings.
  if (words.is(k, {"this", "these", "that"}) && k + 1 < words.size() && !words[k + 1].mark &&
      lists.verbs.at(words, k + 1) == 0 && lists.change_verbs.at(words, k + 1) == 0 &&
      lists.occupying.at(words, k + 1) == 0 && lists.whole.at(words, k + 1) == 0 && lists.staff.at(words, k + 1) == 0 &&
      lists.posts.at(words, k + 1) == 0 && k + 1 < figure &&
      !words.is(k + 1,
                {"figure", "figures", "level", "levels", "compares", "compared", "increases", "includes", "included",
                 "particularly", "high", "low", "ranged", "ranges", "then", "now", "also", "currently", "average"}))
    return false;
  // "Safeguarding was lower, at 72%."
  if (figure > 3 && figure < far && words.is(figure - 1, "at") && words.is_mark(figure - 2, ',') &&
      words.is(figure - 3, WordKind::comparing_adjective))
    return true;
  // "In 2021 the average was 16"
  for (std::size_t j = k; j < std::min(figure, k + 4) && !words[j].mark; ++j)
    if (words.is(j, "the") && names_measure(words, j + 1) && figure > j + 1 && figure < j + 5 &&
        words.is(figure - 1, {"was", "is", "stood", "at"}))
      return true;
  // "There are five."
  if (words.is(k, "there") && words.is(k + 1, {"are", "were", "is", "was"}) && figure <= k + 4 &&
      (figure + 1 >= words.size() || words[figure + 1].mark))
    return true;
  // "He has 246."
  if (words.is(k, {"he", "she"}) && words.is(k + 1, {"has", "had"}) && figure <= k + 4) return true;
  if (words.is(k, "those") && words.is(k + 1, {"in", "at", "on", "with"})) return true;
  return words.is(k, {"this", "these", "it", "they", "that", "some", "others", "most", "many", "both"}) ||
         (words.is(k, "the") &&
          (words.is(k + 1, WordKind::figure_noun) || words.is(k + 1, {"highest", "lowest", "latter", "others"}))) ||
         (words.is(k, "a") && words.is(k + 1, {"further", "year"})) ||
         (words.is(k, "of") && words.is(k + 1, {"these", "those", "them"}));
}

namespace {

// "higher than statistical neighbours (15%)": those whom it is held against
bool within_a_comparator(const Words& words, const ClaimWords& lists, std::size_t k) {
  constexpr std::size_t longest = 3;
  for (std::size_t first = k >= longest ? k - longest : 0; first <= k; ++first)
    if (first + lists.comparator.at(words, first) > k) return true;
  return false;
}

// Somebody else is named in front: not "The trust's own target was …", which is the body's.
bool names_others(const Words& words, const ClaimWords& lists, const Claim& claim) {
  const bool held_against = claim.role == "target" || claim.role == "comparator";
  for (std::size_t k = 0; k < claim.first; ++k)
    if (const std::size_t n = lists.non_workforce.at(words, k);
        n > 0 && !(claim.role == "comparator" && within_a_comparator(words, lists, k)) &&
        !(held_against && (lists.teams.at(words, k) > 0 || lists.target.at(words, k) > 0 ||
                                    words.is(k, {"target", "goal", "plan"}))))
      return true;
  return false;
}

}  // namespace

bool carries(const Words& words, const ClaimWords& lists, const Claim& claim, const Anchor& anchor) {
  if (claim.role == "previous" && claim.low == 0) return false;
  if (claim.proportion() && !lists.opinion.first_in(words, claim.last, std::min(claim.last + 8, words.size())).none())
    return false;
  switch (claim.kind) {
    case QuantityKind::percent:
    case QuantityKind::fraction:
      // "The rate for foster carers is 40%" goes on about something else.
      return anchor.takes.find("percent") != std::string_view::npos &&
             (claim.population != Population::other || (claim.bracketed && claim.role == "comparator")) &&
             !names_others(words, lists, claim);
    case QuantityKind::duration:
      return anchor.takes.find("duration") != std::string_view::npos && claim.unit.substr(0, 3) == "day";
    case QuantityKind::count: {
      const CountedNoun noun = counted_by(words, lists, claim);
      if ((claim.role == "target" || claim.role == "comparator") && noun.first == noun.last)
        return anchor.takes.find("count") != std::string_view::npos &&
               !names_others(words, lists, claim);   // "The state thinks 250 is plenty."
      // "This group grew to 5,673", "Of these, 26 were carers": something else again.
      std::size_t who = 0;   // behind the time in front: "as of our site visit «it» had …"
      while (who < std::min<std::size_t>(claim.first, 9) && !words.is(who, {"it", "they"})) ++who;
      if (who == std::min<std::size_t>(claim.first, 9)) who = 0;
      // (but not by a word far behind: "it had 131 at the time of the visit")
      const std::size_t near = std::min(words.size(), claim.last + 3);
      if (anchor.metric == "experience" || !lists.non_workforce.first_in(words, who, near).none() ||
          words.is(0, "of"))
        return anchor.metric == "caseload" && noun.cases;
      return anchor.takes.find("count") != std::string_view::npos &&
             (noun.first == noun.last || noun.whose == Population::staff ||
              (anchor.metric == "caseload" && noun.cases));
    }
    case QuantityKind::ratio:
      return anchor.metric == "caseload" || anchor.metric == "staffing_level";   // "The norm is one to thirty."
    default: return false;
  }
}

}  // namespace muster::facts
