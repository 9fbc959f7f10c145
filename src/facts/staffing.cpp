// Metric words and claims -> staffing facts. The rules find the metric words; claims.cpp reads what is
// claimed; here they are brought together and the attributes filled in.
#include <algorithm>

#include "anchors.hpp"
#include "facts/memory.hpp"
#include "facts/speaks_of.hpp"
#include "staffing_carry.hpp"
#include "staffing_figure.hpp"
#include "staffing_joined.hpp"
#include "staffing_table.hpp"
#include "staffing_words.hpp"

namespace muster::facts {
namespace {

using model::Match;
using model::QuantityKind;
using model::Staffing;

// The word of the first figure that is no mere time.
std::size_t first_figure(const std::vector<Claim>& claims) {
  for (const Claim& claim : claims)
    if (claim.kind != QuantityKind::duration) return claim.first;
  return 0;
}

// In one paragraph, or where the sentence has no metric of its own the next after a short one: those of news are a
// sentence long.
bool same_passage(const Reading& reading, std::uint32_t before, std::uint32_t sentence, bool no_metric) {
  const auto& sentences = reading.layers.sentences;
  const std::uint32_t first = sentences[before].block, next = sentences[sentence].block;
  if (first == next) return true;
  constexpr std::uint32_t brief = 2;   // sentences
  const auto paragraph = [&](std::uint32_t block) {
    return reading.document.blocks[block].kind == model::BlockKind::paragraph;
  };
  return no_metric && next == first + 1 && paragraph(first) && paragraph(next) &&
         (before < brief || sentences[before - brief].block != first);
}

// "Of the eleven sonographer positions, six …": the last word of what the share is of says posts.
bool heads_posts(const Words& words, const ClaimWords& lists, const Claim& claim) {
  const Phrases::Found posts = lists.posts.last_in(words, claim.of_first, claim.of_last);
  const Phrases::Found staff = lists.staff.last_in(words, claim.of_first, claim.of_last);
  return !posts.none() && (staff.none() || staff.last < posts.last);
}

void read_sentence(const Sitting& at, std::uint32_t sentence, const std::vector<const Match*>& matches,
                   Carried& carried) {
  const Span said = Words::head_of(at.reading.layers.sentences[sentence].span);
  const Words words(at.reading.document.text, said, at.reading.lexicon.word_kinds());
  std::vector<Anchor> anchors = anchors_of(matches, words);
  std::vector<Claim> claims = read_claims(at.reading, said, words, at.lists);
  // A plain number of people, on a page about no public service: "The studio has 40 designers."
  if (!claims.empty() &&
      std::any_of(anchors.begin(), anchors.end(),
                  [](const Anchor& a) { return a.metric == "headcount" || a.metric == "other"; }) &&
      !speaks_of_services(at.reading))
    anchors.erase(std::remove_if(anchors.begin(), anchors.end(),
                                 [](const Anchor& a) { return a.metric == "headcount" || a.metric == "other"; }),
                  anchors.end());
  // "Not all nurses had been trained. «Compliance» was 83%."
  anchors.erase(std::remove_if(anchors.begin(), anchors.end(),
                               [&](const Anchor& a) {
                                 const std::string_view needs = a.match->makes("needs");
                                 return !needs.empty() && needs == a.metric && !follows(at.reading, sentence, needs);
                               }),
                anchors.end());
  leave_out_told(words, at.lists, claims);
  say_whose(words, at.lists, claims);
  const std::size_t first = at.drafts.staffing.size();

  const bool on =
      carried.anchor && carried.sentence + 1 == sentence &&
      goes_on(words, at.lists, first_figure(claims), claims.empty() ? std::string_view() : claims.front().role) &&
      same_passage(at.reading, carried.sentence, sentence, anchors.empty());
  if (on && words.is(0, "of"))   // "Of these, 31 had joined …": who they are has been said
    for (Anchor& anchor : anchors) anchor.needs_staff = false;
  // asked only where it matters: who is trained
  const auto of_training = [](const Anchor& anchor) { return anchor.metric == "training"; };
  const bool trained = std::any_of(anchors.begin(), anchors.end(), of_training) ||
                       (carried.anchor && of_training(*carried.anchor)) || (carried.rate && of_training(*carried.rate));
  const std::string those = trained ? staff_before(at, words, sentence) : std::string();
  if (!those.empty())   // "Staff had refresher courses. As a result, 97% are trained."
    for (Anchor& anchor : anchors)
      if (anchor.metric == "training") anchor.needs_staff = false;
  const bool of_rate =
      on && carried.rate && !claims.empty() && claims.front().proportion() &&
      carried.anchor->takes.find("percent") == std::string_view::npos;   // "By May the rate had eased to 6%"
  const Anchor before = of_rate ? *carried.rate : carried.anchor ? *carried.anchor : Anchor();
  const auto told = std::find_if(claims.begin(), claims.end(),
                                 [](const Claim& claim) { return claim.kind != QuantityKind::duration; });
  if (on && told != claims.end() && told->role == "current")   // "Twelve months ago it was 61 per cent."
    for (std::size_t k = 0; k < std::min<std::size_t>(told->first, 7); ++k)
      if (words.is(k, {"ago", "earlier", "previously"}) || (words.is(k, "before") && k > 0 && !words.is(0, "in") &&
                                                            words.is(k - 1, {"year", "month", "years", "months"})))
        told->role = "previous";

  if (on && told != claims.end() && told->role == "current" && !at.drafts.staffing.empty()) {
    // "Nationally it was 9%", "Across the coast the average was 7.9 per cent"
    if (words.is(0, {"nationally", "elsewhere"}) ||
        (words.is(0, "across") && told->first > 1 && words.is(told->first - 2, "average")))
      told->role = "comparator";
    // "The force employs 19,400. In 2019 there were 22,100.": what is told without a year is now.
    const Staffing& now = at.drafts.staffing.back();
    if (words.is(0, "in") && told->first > 2 && now.role == "current" && years_in(words.folded(1)) &&
        !years_in(now.when) && words.is(told->first - 1, {"was", "were", "had", "stood"}) &&
        words.is(told->first - 2, {"there", "it", "they", "rate", "figure", "number", "proportion"}))
      told->role = "previous";
  }
  std::vector<Attached> held(claims.size());
  std::vector<bool> used(anchors.size(), false);
  std::ptrdiff_t earlier = -1;   // the fact of the sentence before that this one goes on from
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Anchor* anchor = anchor_for(words, at.lists, claims, i, anchors);
    constexpr double takings = 100000;   // "turnover rose from 431 million": no number of leavers
    if (anchor != nullptr && anchor->metric == "turnover" && claims[i].kind == QuantityKind::count &&
        claims[i].low >= takings)
      anchor = nullptr;
    if (i > 0 && claims[i - 1].proportion() && claims[i].kind == QuantityKind::count &&
        claims[i - 1].of_first >= claims[i - 1].last && claims[i].first < claims[i - 1].of_last) {
      // "over 30% of the 62 nursing posts": how many there are.
      const auto number =
          std::find_if(anchors.begin(), anchors.end(), [](const Anchor& a) { return a.metric == "headcount"; });
      if (number != anchors.end() && claims[i - 1].population == Population::staff)
        held[i] = {&*number, unit_of(claims[i], *number, counted_by(words, at.lists, claims[i])), -1};
      continue;
    }
    const std::ptrdiff_t sibling = sibling_of(words, at.lists, claims, held, i);
    if (sibling >= 0) {
      const Attached& kin = held[static_cast<std::size_t>(sibling)];
      // A metric word between the two, or one that the claim is said of, is the claim's own.
      const bool adjacent = anchor != nullptr && anchor->last <= claims[i].first &&
                            claims[i].first - anchor->last <= 1 && anchor->last > claims[i - 1].last;
      const bool same_again =
          claims[i].proportion() && claims[static_cast<std::size_t>(sibling)].kind == QuantityKind::count &&
          kin.anchor->metric != "headcount" && !(anchor != nullptr && said_of_it(words, at.lists, claims[i], *anchor));
      const bool said_as_number =
          anchor != nullptr && anchor->metric == "headcount" && claims[i].kind == QuantityKind::count &&
          claims[static_cast<std::size_t>(sibling)].proportion();   // "17 per cent, equivalent to 48 posts"
      const bool theirs = anchor != nullptr && anchor->metric == "experience" && kin.anchor->metric == "caseload" &&
                          claims[i].kind == QuantityKind::count &&
                          counted_by(words, at.lists, claims[i]).first ==
                              counted_by(words, at.lists, claims[i]).last;   // "…, although new staff had 11"
      const bool own =
          anchor != nullptr && anchor != kin.anchor && !same_again && !theirs && !said_as_number &&
          (adjacent ||
           ((anchor->first >= claims[i - 1].last || claims[i].population == Population::staff) && !claims[i].linked));
      if (!own) {
        const bool same =
            claims[i].kind == claims[static_cast<std::size_t>(sibling)].kind ||
            (claims[i].kind == QuantityKind::count &&
             (!claims[static_cast<std::size_t>(sibling)].proportion() ||
              leaves_unit_out(words, at.lists, claims[static_cast<std::size_t>(sibling)], kin, claims[i])));
        if (claims[i].role != "target" &&
            changed_to(at.reading, words, at.lists, claims[i], claims[static_cast<std::size_t>(sibling)].last) &&
            claims[static_cast<std::size_t>(sibling)].role == "current")
          claims[static_cast<std::size_t>(sibling)].role = "previous";
        held[i] = {kin.anchor,
                   same ? kin.unit : unit_of(claims[i], *kin.anchor, counted_by(words, at.lists, claims[i])), sibling};
        continue;
      }
    }
    const bool weak = anchor == nullptr || anchor->metric == "other" ||
                      (anchor->metric == "headcount" && before.metric != "headcount" && i == 0);
    const bool employs = anchor != nullptr && anchor->metric == "headcount" && before.metric != "staffing_level" &&
                         words.is(0, {"it", "they"}) && words.is(1, {"has", "had", "have", "employs", "employed"}) &&
                         claims[i].first < 5 && counted_by(words, at.lists, claims[i]).whose == Population::staff &&
                         !counted_by(words, at.lists, claims[i]).posts;   // "… nine vacancies. It has 86 employees."
    if (on && weak && !employs && carries(words, at.lists, claims[i], before)) anchor = &before;
    if (anchor == nullptr) continue;
    held[i] = {anchor, unit_of(claims[i], *anchor, counted_by(words, at.lists, claims[i])), -1};
    if (i > 0 && held[i].unit == "people" && (anchor->metric == "staffing_level" || anchor->metric == "vacancy") &&
        !(claims[i].first > 0 && words.is(claims[i].first - 1, {"whom", "further", "another"})) &&
        held[i - 1].anchor != nullptr && held[i - 1].unit == "fte" && claims[i].kind == QuantityKind::count &&
        counted_by(words, at.lists, claims[i]).first == counted_by(words, at.lists, claims[i]).last)
      held[i].unit = "fte";   // "funding for 88.5 WTE but only 79 in post"
    if (sibling >= 0 && held[i].unit == "days" && claims[i].kind == QuantityKind::count)
      held[i].unit = held[static_cast<std::size_t>(sibling)].unit;
    if (claims[i].kind == QuantityKind::count && i + 1 < claims.size() && claims[i + 1].kind == QuantityKind::percent &&
        claims[i + 1].first <= claims[i].last + 1 && claims[i].first > 0 &&
        (words.is(claims[i].first, "from") || words.is(claims[i].first - 1, "from")))
      held[i].unit = "percent";   // "from 9.8 to 11.3 per cent of rostered hours"
    if (anchor == &before && claims[i].kind == QuantityKind::count && !at.drafts.staffing.empty() &&
        at.drafts.staffing.back().metric == before.metric && at.drafts.staffing.back().unit == "percent" &&
        counted_by(words, at.lists, claims[i]).first == counted_by(words, at.lists, claims[i]).last &&
        (claims[i].role != "current" ||
         at.reading.document.text.folded(claims[i].number).find('.') != std::string_view::npos))
      held[i].unit = "percent";   // "… stood at 9.3 per cent. The national figure was 5.6."
    if (held[i].unit == "people" && anchor->metric == "headcount" && anchor->last <= claims[i].first &&
        (words.is(anchor->last, {"posts", "positions"}) || words.is(anchor->first, {"posts", "positions"})))
      held[i].unit = "posts";   // "the number of nursing posts (from 38 …"
    if (i > 0 && counted_by(words, at.lists, claims[i]).whose != Population::staff && held[i - 1].unit == "posts" &&
        held[i].unit == "people" && claims[i].kind == QuantityKind::count)
      held[i].unit = "posts";   // "15 are vacant and six are covered by locums"
    if (anchor == &before && changed_to(at.reading, words, at.lists, claims[i], 0) && !at.drafts.staffing.empty() &&
        at.drafts.staffing.back().metric == before.metric && at.drafts.staffing.back().unit == held[i].unit &&
        at.drafts.staffing.back().role == "current") {
      at.drafts.staffing.back().role = "previous";
      earlier = static_cast<std::ptrdiff_t>(at.drafts.staffing.size()) - 1;
    }
    if (claims[i].kind == QuantityKind::share && claims[i].count && claims[i].total && held[i].unit == "people" &&
        claims[i].of_last > claims[i].of_first &&
        heads_posts(words, at.lists, claims[i]))
      held[i].unit = "posts";
  }
  const std::vector<Base> bases = bases_of(words, at.lists, claims);
  for (const Base& base : bases) {
    if (base.claim < 0) continue;
    Attached& whole = held[static_cast<std::size_t>(base.claim)];
    if (!base.stands) whole = Attached();
    else if (whole.anchor != nullptr)
      whole.said = "headcount", claims[static_cast<std::size_t>(base.claim)].role =
                                    "current";   // "out of an establishment of 60, one was vacant"
  }
  share_what_is_said(words, at.lists, claims, held);
  join_wanted(words, at.lists, claims, bases, held);
  match_rows(words, claims, held);
  join_alternatives(words, claims, anchors, held);
  std::size_t counted = 0;   // the first claim that is a figure
  while (counted < held.size() && held[counted].anchor == nullptr) ++counted;
  const std::string team_before = counted < held.size()
                                      ? place_before(at.reading, at.lists, sentence, words, claims[counted].first)
                                      : std::string();
  std::vector<std::size_t> wanted;   // the facts of what there should be
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (held[i].anchor == nullptr) continue;
    if (claims[i].role == "target" && claims[i].kind == QuantityKind::count && !comes(words, at.lists, claims[i]) &&
        std::none_of(claims.begin(), claims.begin() + static_cast<std::ptrdiff_t>(i),
                     [&](const Claim& c) { return comes(words, at.lists, c); }))
      wanted.push_back(at.drafts.staffing.size());
    if (held[i].anchor != &before) used[static_cast<std::size_t>(held[i].anchor - anchors.data())] = true;
    Near near = near_of(words, claims, held, i);
    near.before = &team_before;
    const std::size_t made = at.drafts.staffing.size();
    add_figure(at, words, claims, i, held[i], near, sentence);
    note_posts(words, at.lists, claims, i, held[i], at.drafts.staffing, made, at.noted);
    // "61 surveyors for 88 authorized positions": what settled it is a word beside the number
    if (claims[i].role != "target" && claims[i].kind == QuantityKind::count &&
        at.drafts.staffing.back().role == "target" && at.drafts.staffing.back().metric == "staffing_level")
      wanted.push_back(at.drafts.staffing.size() - 1);
    if (bases[i].claim >= 0 && at.drafts.staffing.back().of.empty())
      at.drafts.staffing.back().of = words.text_of(bases[i].first, bases[i].last);
    if (!those.empty() && at.drafts.staffing.back().group.empty() && held[i].anchor->metric == "training" &&
        words.size() > 0)
      at.drafts.staffing.back().group = those;
    if (held[i].anchor == &before && at.drafts.staffing.back().group.empty())
      at.drafts.staffing.back().group = carried.group;
    if (held[i].anchor == &before && at.drafts.staffing.back().place.empty() &&
        at.drafts.staffing.back().role != "comparator" && at.drafts.staffing.back().role != "target")
      at.drafts.staffing.back().place = carried.place;
  }
  order_by_year(at.drafts.staffing, first);
  const bool goes_back = on && first > 0 && !wanted.empty() && wanted.front() == first &&
                         held[counted].anchor == &before;   // "The minimum is sixteen."
  level_with_wanted(at.drafts.staffing, goes_back ? first - 1 : first, wanted);
  remember(carried, at, sentence, anchors, held, first, on ? &before : nullptr);
  pair_up(at.drafts.staffing, earlier >= 0 ? static_cast<std::size_t>(earlier) : first);

  for (const Anchor& anchor : anchors) {
    const std::string_view level = anchor.match->makes("level");
    const std::string_view value = anchor.match->makes("value");
    if (level.empty() && value.empty()) continue;
    const bool said_already =
        std::any_of(at.drafts.staffing.begin() + static_cast<std::ptrdiff_t>(first), at.drafts.staffing.end(),
                    [&](const Staffing& f) {
                      return (f.metric == anchor.metric && value.empty()) ||
                             (f.low && value == "0" && f.metric == anchor.metric && *f.low == 0) ||
                             (level == "insufficient" && f.metric == "vacancy" && f.low);
                    });
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
      if (const Phrases::Found f = at.lists.moments.first_in(words, anchor.last, words.size()); !f.none())
        fact.when = words.text_of(f.first, f.last);
      if (fact.when.empty()) fact.when = when_words(at.reading, words, at.lists, {none}, 0);
      fact.place = place_words(at.reading, words, at.lists, none, anchor, words.size(), 0, 0);
    }
    used[static_cast<std::size_t>(&anchor - anchors.data())] = true;
    at.drafts.staffing.push_back(std::move(fact));
  }
  if (at.refusals != nullptr)
    for (std::size_t i = 0; i < anchors.size(); ++i)
      if (!used[i])
        at.refusals->push_back(
            {anchors[i].match, claims.empty() ? "no figure in the sentence" : "no figure belongs to it"});
}

}   // namespace

void make_staffing(const Reading& reading, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  std::vector<const Match*> of_sentence, columns;
  Carried carried;
  TableSeen table;
  LaidDown noted;
  const ClaimWords& lists = claim_words(reading);
  std::uint32_t table_end = 0;   // one past the rows that a table's head has given a meaning
  const std::vector<Made>& matches = matches_for(reading, Fact::staffing);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const Match& match = *matches[i].match;
    if (match.sentence >= table_end &&
        match.span.end <= Words::head_of(reading.layers.sentences[match.sentence].span).end)
      (match.makes("column").empty() ? of_sentence : columns).push_back(&match);
    const bool last = i + 1 == matches.size() || matches[i + 1].match->sentence != match.sentence;
    if (!last || (of_sentence.empty() && columns.empty())) continue;
    const Sitting at{reading, lists, drafts, refusals, noted};
    const bool prose = !of_sentence.empty() && leads_to_modules(reading, match.sentence);
    if (prose) read_sentence(at, match.sentence, of_sentence, carried);
    const std::uint32_t titled =
        read_titled_table(reading, at.lists, match.sentence, of_sentence.empty() ? columns : of_sentence, drafts);
    table_end = std::max(table_end, titled);
    if (!columns.empty() && titled == 0)
      table_end = std::max({table_end, read_staffing_table(reading, at.lists, match.sentence, columns, drafts),
                            read_staffing_lines(reading, at.lists, match.sentence, *columns.front(), drafts)});
    columns.clear();
    const bool row =
        !of_sentence.empty() &&
        reading.document.blocks[reading.layers.sentences[match.sentence].block].kind == model::BlockKind::table_row;
    const bool by_columns = row && (read_metric_row(reading, at.lists, head_of_table(reading, match.sentence, table),
                                                    match.sentence, of_sentence, drafts) ||
                                    read_labelled_row(reading, at.lists, match.sentence, of_sentence, drafts));
    if (!of_sentence.empty() && !by_columns && titled == 0 && !prose) read_sentence(at, match.sentence, of_sentence, carried);
    of_sentence.clear();
    if (titled != 0) continue;
    // Sentences without a metric word that go on about the last one.
    const std::uint32_t next = i + 1 < matches.size() ? matches[i + 1].match->sentence
                                                      : static_cast<std::uint32_t>(reading.layers.sentences.size());
    for (std::uint32_t s = match.sentence + 1; s < next && s <= match.sentence + 2 && carried.anchor; ++s)
      read_sentence(at, s, {}, carried);
  }
  settle_posts(reading, noted, drafts.staffing);
}

}   // namespace muster::facts
