// Metric words and claims -> staffing facts. The rules find the metric words; claims.cpp reads what is
// claimed; here they are brought together and the attributes filled in.
#include <algorithm>

#include "anchors.hpp"
#include "staffing_words.hpp"

namespace muster::facts {
namespace {

using model::Match;
using model::QuantityKind;
using model::Staffing;

struct Sitting {
  const Reading& reading;
  const ClaimWords& lists;
  model::Drafts& drafts;
  std::vector<Refusal>* refusals;
};

std::string unit_of(const Claim& claim, const Anchor& anchor, const CountedNoun& noun) {
  if (claim.kind == QuantityKind::percent || claim.kind == QuantityKind::fraction) return "percent";
  if (claim.kind == QuantityKind::ratio) return "ratio";
  if (claim.kind == QuantityKind::duration) return claim.unit.substr(0, 3) == "day" ? "days" : "years";
  if (noun.fte) return "fte";
  if (anchor.metric == "caseload") return "cases";
  if (claim.kind == QuantityKind::share && anchor.unit == "percent") return "people";
  if (anchor.match->makes("short") == "people" && noun.whose == Population::staff && !noun.posts) return "people";   // "300 nurses short"
  if (noun.posts) return "posts";
  return anchor.unit.empty() ? "people" : std::string(anchor.unit);
}

bool one_of(const Words& words, std::size_t i, std::initializer_list<std::string_view> any) {
  return std::any_of(any.begin(), any.end(), [&](std::string_view w) { return words.is(i, w); });
}

struct Attached { const Anchor* anchor = nullptr; std::string unit; std::ptrdiff_t sibling = -1; };

void pair_up(std::vector<Staffing>& facts, std::size_t first) {
  for (std::size_t i = first; i < facts.size(); ++i) {
    if (facts[i].role == "current" || facts[i].pair_with >= 0 || !facts[i].low) continue;
    for (std::size_t j = first; j < facts.size(); ++j) {
      if (j == i || facts[j].metric != facts[i].metric || facts[j].unit != facts[i].unit || facts[j].role != "current") continue;
      facts[i].pair_with = static_cast<std::int32_t>(j);
      if (facts[j].pair_with < 0) facts[j].pair_with = static_cast<std::int32_t>(i);
      break;
    }
  }
}

Staffing draft(const Sitting& at, const Anchor& anchor, std::uint32_t sentence) {
  Staffing fact;
  fact.evidence = evidence_of(at.reading, sentence, *anchor.match->rule);
  fact.focus = anchor.match->span;
  fact.metric = anchor.metric;
  return fact;
}

void add_figure(const Sitting& at, const Words& words, const std::vector<Claim>& claims, std::size_t i, const Attached& held,
                std::uint32_t sentence) {
  const Claim& claim = claims[i];
  Staffing fact = draft(at, *held.anchor, sentence);
  const bool counted = claim.kind == QuantityKind::share && claim.count;
  fact.low = counted ? *claim.count : claim.low;
  fact.high = counted ? *claim.count : claim.high;
  fact.unit = held.unit;
  if (claim.kind == QuantityKind::duration && claim.unit.substr(0, 5) == "month") *fact.low /= 12, *fact.high /= 12;
  fact.bound = claim.bound;
  if (words.is(claim.first, "short")) fact.bound = model::Bound::exact;   // "short of three nurses": three are missing
  fact.role = claim.role;
  if (claim.kind == QuantityKind::count && claim.role == "current" && (fact.metric == "headcount" || fact.metric == "experience")) {
    const std::size_t end = counted_by(words, at.lists, claim).last;
    if (at.lists.planned.at(words, end) > 0 || !at.lists.planned.last_in(words, claim.first > 3 ? claim.first - 3 : 0, claim.first).none()) fact.role = "target";
  }
  fact.number = claim.number;
  fact.group = group_words(words, at.lists, claim, *held.anchor);
  if (fact.group.empty() && held.sibling >= 0 && !at.drafts.staffing.empty() && claim.linked) fact.group = at.drafts.staffing.back().group;
  const std::size_t next = i + 1 < claims.size() ? claims[i + 1].first : words.size();
  fact.place = place_words(at.reading, words, at.lists, claim, *held.anchor, next, i > 0 ? claims[i - 1].last : 0);
  fact.when = when_words(at.reading, words, at.lists, claims, i);
  if (claim.of_first >= claim.last || claim.total || claim.linked) fact.of = words.text_of(claim.of_first, claim.of_last);
  fact.confidence = held.sibling >= 0 || claim.population == Population::unknown ? model::Confidence::medium : model::Confidence::high;
  at.drafts.staffing.push_back(std::move(fact));
  if (counted && claim.total && claim.population == Population::staff) {
    Staffing all = at.drafts.staffing.back();
    all.metric = "headcount";
    all.low = all.high = *claim.total;
    all.of.clear();
    if (held.anchor->metric != "headcount") at.drafts.staffing.push_back(std::move(all));
  }
}

// A number without a noun of its own, said of those that the number before counts: "… 212 officers and
// has 187", "18 vacancies, of which 11 are …", "from 240 to 198".
bool leans(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims, std::size_t i) {
  const Claim& claim = claims[i];
  const Claim& before = claims[i - 1];
  if (claim.first >= 2 && words.is(claim.first - 2, "of") && (words.is(claim.first - 1, "whom") || words.is(claim.first - 1, "which"))) return true;
  const CountedNoun noun = counted_by(words, lists, claim);
  if (noun.first < noun.last) return false;
  if (claim.last < words.size() && !words[claim.last].mark && words.is(claim.last, "of")) return false;
  const CountedNoun said = counted_by(words, lists, before);
  return said.whose == Population::staff || (said.first == said.last && claim.linked);
}

// What a claim inherits when no metric word of its own is near: "… to 14%", "and 13.1% in …".
std::ptrdiff_t sibling_of(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims, const std::vector<Attached>& held, std::size_t i) {
  const Claim& claim = claims[i];
  if (i == 0 || claim.population == Population::other) return -1;
  const auto alike = [&](const Claim& other) {
    return claim.kind == other.kind || (claim.proportion() && other.proportion()) ||
           (claim.linked && claim.kind == QuantityKind::count && other.kind == QuantityKind::duration);   // "10 days, compared with 9"
  };
  if (claim.linked)
    for (std::size_t k = i; k > 0; --k)
      if (alike(claims[k - 1])) return held[k - 1].anchor == nullptr ? -1 : static_cast<std::ptrdiff_t>(k) - 1;
  const Claim& before = claims[i - 1];
  if (held[i - 1].anchor == nullptr || !alike(before)) return -1;
  if (claim.kind == QuantityKind::count && !leans(words, lists, claims, i)) return -1;
  for (std::size_t k = before.last; k < claim.first; ++k)
    if (words.is_mark(k, ';')) return -1;
  return claim.first - before.last <= 12 ? static_cast<std::ptrdiff_t>(i) - 1 : -1;
}

// What the sentence before spoke of, for one that goes on: "It is now 12%", "A few still hold 30".
struct Carried {
  std::optional<Anchor> anchor;
  std::uint32_t sentence = 0;
  std::string group;
};

bool goes_on(const Words& words) {
  std::size_t k = 0;
  while (one_of(words, k, {"however", "but", "although", "in", "and", "though", "despite", "while", "overall"}) || words.is_mark(k, ',') || words.is_mark(k, '.')) ++k;
  return one_of(words, k, {"this", "these", "it", "they", "that", "some", "others", "most", "many", "both"}) ||
         (words.is(k, "the") && one_of(words, k + 1, {"rate", "figure", "average", "number", "level", "proportion", "percentage", "total", "highest", "lowest", "latter", "others"})) ||
         (words.is(k, "a") && one_of(words, k + 1, {"further", "year"})) || (words.is(k, "of") && one_of(words, k + 1, {"these", "those", "them"}));
}

bool carries(const Words& words, const ClaimWords& lists, const Claim& claim, const Anchor& anchor) {
  if (claim.role == "previous" && claim.low == 0) return false;
  switch (claim.kind) {
    case QuantityKind::percent:
    case QuantityKind::fraction:
      // "The rate for foster carers is 40%" goes on about something else.
      return anchor.takes.find("percent") != std::string_view::npos && claim.population != Population::other && lists.non_workforce.first_in(words, 0, claim.first).none();
    case QuantityKind::duration: return anchor.takes.find("duration") != std::string_view::npos && claim.unit.substr(0, 3) == "day";
    case QuantityKind::count: {
      const CountedNoun noun = counted_by(words, lists, claim);
      // "This group grew to 5,673", "Of these, 26 were carers": something else again.
      if (anchor.metric == "experience" || !lists.non_workforce.first_in(words, 0, words.size()).none() || words.is(0, "of")) return anchor.metric == "caseload" && noun.cases;
      return anchor.takes.find("count") != std::string_view::npos && (noun.first == noun.last || noun.whose == Population::staff || (anchor.metric == "caseload" && noun.cases));
    }
    default: return false;
  }
}

// The last metric that had a figure; without figures, the only one that was spoken of.
void remember(Carried& carried, const Sitting& at, std::uint32_t sentence, const std::vector<Anchor>& anchors, const std::vector<Attached>& held,
              std::size_t first, const Anchor* before) {
  carried.sentence = sentence;
  const Anchor* last = nullptr;
  for (const Attached& one : held)
    if (one.anchor != nullptr && one.anchor->metric != "other") last = one.anchor;
  if (last == nullptr && !anchors.empty() &&
      std::all_of(anchors.begin(), anchors.end(), [&](const Anchor& a) { return a.metric == anchors.front().metric; }) && anchors.front().metric != "headcount" && anchors.front().metric != "other")
    last = &anchors.front();
  if (last == nullptr) {
    carried.anchor.reset();
    return;
  }
  if (last != before) carried.group.clear();
  if (at.drafts.staffing.size() > first && !at.drafts.staffing.back().group.empty()) carried.group = at.drafts.staffing.back().group;
  Anchor kept = *last;
  kept.first = kept.last = 0;
  kept.states = false;
  if (kept.takes.empty() || !last->match->makes("level").empty()) kept.takes = "percent count";
  carried.anchor = kept;
}

void read_sentence(const Sitting& at, std::uint32_t sentence, const std::vector<const Match*>& matches, Carried& carried) {
  const Span said = Words::head_of(at.reading.layers.sentences[sentence].span);
  const Words words(at.reading.document.text, said);
  const std::vector<Anchor> anchors = anchors_of(matches, words);
  const std::vector<Claim> claims = read_claims(at.reading, said, words, at.lists);
  const std::size_t first = at.drafts.staffing.size();

  const bool on = carried.anchor && carried.sentence + 1 == sentence && goes_on(words) &&
                  at.reading.layers.sentences[carried.sentence].block == at.reading.layers.sentences[sentence].block;
  const Anchor before = carried.anchor ? *carried.anchor : Anchor();

  std::vector<Attached> held(claims.size());
  std::vector<bool> used(anchors.size(), false);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Anchor* anchor = anchor_for(words, at.lists, claims, i, anchors);
    const std::ptrdiff_t sibling = sibling_of(words, at.lists, claims, held, i);
    if (sibling >= 0) {
      const Attached& kin = held[static_cast<std::size_t>(sibling)];
      // A metric word between the two, or one that the claim is said of, is the claim's own.
      const bool own = anchor != nullptr && anchor != kin.anchor && (anchor->first >= claims[i - 1].last || claims[i].population == Population::staff) && !claims[i].linked;
      if (!own) {
        held[i] = {kin.anchor, kin.unit, sibling};
        continue;
      }
    }
    const bool weak = anchor == nullptr || anchor->metric == "other" || (anchor->metric == "headcount" && before.metric != "headcount" && i == 0);
    if (on && weak && carries(words, at.lists, claims[i], before)) anchor = &before;
    if (anchor == nullptr) continue;
    held[i] = {anchor, unit_of(claims[i], *anchor, counted_by(words, at.lists, claims[i])), -1};
    if (claims[i].kind == QuantityKind::share && claims[i].count && claims[i].total && held[i].unit == "people" && claims[i].of_last > claims[i].of_first &&
        !at.lists.posts.last_in(words, claims[i].of_first, claims[i].of_last).none() &&
        at.lists.staff.last_in(words, claims[i].of_first, claims[i].of_last).none())
      held[i].unit = "posts";
  }
  // "grown from three to seven workers": the first takes after the second.
  for (std::size_t i = 0; i + 1 < claims.size(); ++i)
    if (held[i].anchor == nullptr && claims[i].role == "previous" && claims[i + 1].linked && claims[i].kind == claims[i + 1].kind) held[i] = held[i + 1];
  // "five managers and 11 officers have left": what is said of the last is said of all.
  for (std::size_t i = claims.size(); i > 1; --i) {
    const Attached& next = held[i - 1];
    Attached& here = held[i - 2];
    if (next.anchor == nullptr || here.anchor == nullptr || here.anchor->metric != "headcount" || next.anchor->metric == "headcount" || here.unit != next.unit) continue;
    const std::size_t end = counted_by(words, at.lists, claims[i - 2]).last;
    if (next.anchor->first >= claims[i - 1].last && claims[i - 1].first == end + 1 && (words.is(end, "and") || words.is_mark(end, ','))) here = next;
  }
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (held[i].anchor == nullptr) continue;
    if (held[i].anchor != &before) used[static_cast<std::size_t>(held[i].anchor - anchors.data())] = true;
    add_figure(at, words, claims, i, held[i], sentence);
    if (held[i].anchor == &before && at.drafts.staffing.back().group.empty()) at.drafts.staffing.back().group = carried.group;
  }
  remember(carried, at, sentence, anchors, held, first, on ? &before : nullptr);
  pair_up(at.drafts.staffing, first);

  for (const Anchor& anchor : anchors) {
    const std::string_view level = anchor.match->makes("level");
    const std::string_view value = anchor.match->makes("value");
    if (level.empty() && value.empty()) continue;
    const bool said_already = std::any_of(at.drafts.staffing.begin() + static_cast<std::ptrdiff_t>(first), at.drafts.staffing.end(),
                                          [&](const Staffing& f) { return f.metric == anchor.metric; });
    if (said_already) {
      used[static_cast<std::size_t>(&anchor - anchors.data())] = true;
      continue;
    }
    Staffing fact = draft(at, anchor, sentence);
    fact.number = anchor.match->span;
    Claim none;
    none.first = none.last = none.of_first = none.of_last = anchor.last;
    fact.group = group_words(words, at.lists, none, anchor);
    if (value.empty()) {
      fact.level = level;
    } else {
      fact.low = fact.high = 0;   // the only value that a rule gives: "no posts are vacant"
      fact.unit = anchor.unit;
      if (const Phrases::Found f = at.lists.moments.first_in(words, anchor.last, words.size()); !f.none()) fact.when = words.text_of(f.first, f.last);
    }
    used[static_cast<std::size_t>(&anchor - anchors.data())] = true;
    at.drafts.staffing.push_back(std::move(fact));
  }
  if (at.refusals != nullptr)
    for (std::size_t i = 0; i < anchors.size(); ++i)
      if (!used[i]) at.refusals->push_back({anchors[i].match, claims.empty() ? "no figure in the sentence" : "no figure belongs to it"});
}

// The sentence of the first staffing match from `i` on.
std::uint32_t next_of_staffing(const Reading& reading, std::size_t i) {
  for (; i < reading.matches.size(); ++i)
    if (reading.matches[i].makes("fact") == "staffing") return reading.matches[i].sentence;
  return static_cast<std::uint32_t>(reading.layers.sentences.size());
}

}  // namespace

void make_staffing(const Reading& reading, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  std::vector<const Match*> of_sentence;
  Carried carried;
  for (std::size_t i = 0; i < reading.matches.size(); ++i) {
    const Match& match = reading.matches[i];
    if (match.makes("fact") == "staffing" && match.span.end <= Words::head_of(reading.layers.sentences[match.sentence].span).end) of_sentence.push_back(&match);
    const bool last = i + 1 == reading.matches.size() || reading.matches[i + 1].sentence != match.sentence;
    if (!last || of_sentence.empty()) continue;
    const Sitting at{reading, reading.lexicon.claim_words(), drafts, refusals};
    read_sentence(at, match.sentence, of_sentence, carried);
    of_sentence.clear();
    // Sentences without a metric word that go on about the last one.
    const std::uint32_t next = i + 1 < reading.matches.size() ? next_of_staffing(reading, i + 1) : static_cast<std::uint32_t>(reading.layers.sentences.size());
    for (std::uint32_t s = match.sentence + 1; s < next && s <= match.sentence + 2 && carried.anchor; ++s) read_sentence(at, s, {}, carried);
  }
}

}  // namespace muster::facts
