#include "staffing_measure.hpp"

#include <algorithm>

#include "claim_parts.hpp"

namespace muster::facts {
namespace {

using model::QuantityKind;
using model::Staffing;

// "agreed to recruit 15", but not "the grant was used to fund two".
bool planned_before(const Words& words, const ClaimWords& lists, const Claim& claim) {
  std::size_t end = claim.first;
  while (end > 0 && words.is(end - 1, {"a", "further", "another", "extra"})) --end;   // "will appoint a further 12"
  const Phrases::Found found = lists.planned.last_in(words, end > 3 ? end - 3 : 0, claim.first);
  return !found.none() &&
         !(found.first > 0 && words.is(found.first, "to") && words.is(found.first - 1, WordKind::enabling_word));
}

// "12 trainees would join in May", "five are due to arrive", "four nurses coming from Corran": behind the noun of the
// number.
bool comes_behind(const Words& words, std::size_t k) {
  if (words.is(k, WordKind::coming_to_post)) return true;
  if (words.is(k, {"will", "would", "shall", "'ll"})) {
    std::size_t verb = k + 1;
    while (verb < k + 3 && words.is(verb, {"also", "then", "soon", "now", "shortly"})) ++verb;
    return words.is(verb, WordKind::comes_to_post) &&
           !(words.is(verb, {"be"}) && words.is(verb + 1, {"needed", "required", "enough", "too", "affected", "lost"}));
  }
  if (!words.is(k, {"are", "were", "is", "was"})) return false;
  if (words.is(k + 1, WordKind::coming_to_post)) return true;
  return words.is(k + 1, WordKind::about_to) && words.is(k + 2, "to") && words.is(k + 3, WordKind::comes_to_post);
}

bool has_out_of(const Words& words, std::size_t first, std::size_t last) {
  for (std::size_t k = first; k + 1 < last; ++k)
    if (words.is(k, "out") && words.is(k + 1, "of")) return true;
  return false;
}

}   // namespace

void settle_measure(const Reading& reading, const Words& words, const ClaimWords& lists,
                    const std::vector<Claim>& claims, std::size_t i, const Attached& held, const Staffing* last,
                    Staffing& fact) {
  const Claim& claim = claims[i];
  if (claim.kind == QuantityKind::ratio &&
      claim.low >= 300) {   // "14 officers for every 10,000 people": so many, not one to 714
    const std::string_view said = reading.document.text.folded(claim.span);
    double number = 0;
    std::size_t k = 0;
    for (; k < said.size() && said[k] >= '0' && said[k] <= '9'; ++k) number = 10 * number + (said[k] - '0');
    const bool thousands =
        said.find(",000") != std::string_view::npos || said.find("thousand") != std::string_view::npos;
    if (k > 0 && k < 4 && number > 1 && said[k] == ' ' && thousands) fact.low = fact.high = number;
  }
  const bool same = last != nullptr && last->evidence.quote == fact.evidence.quote;   // of the same sentence
  if (claim.kind == QuantityKind::count && claim.role == "current" &&
      (fact.metric == "headcount" || fact.metric == "experience")) {
    const std::size_t end = counted_by(words, lists, claim).last;
    const bool there = claim.first > 0 &&
                       !lists.employing.last_in(words, claim.first > 4 ? claim.first - 4 : 0, claim.first).none() &&
                       words.is(end, "to");   // "has appointed 4.5 workers to recruit adopters"
    if ((lists.planned.at(words, end) > 0 && !there) || comes_behind(words, end) || planned_before(words, lists, claim))
      fact.role = "target";
  }
  if (fact.metric == "experience" && fact.unit == "people" && claim.kind == QuantityKind::count &&
      claim.first < claim.last) {   // "90 newly qualified workers were recruited"
    const CountedNoun noun = counted_by(words, lists, claim);
    const bool hired = words.is(noun.last, {"were", "was", "have", "had", "will", "are", "being"}) &&
                       !words[std::min(noun.last + 2, words.size() - 1)].mark;
    for (std::size_t k = noun.last; hired && k < noun.last + 4; ++k)
      if (words.is(k, {"recruited", "appointed", "hired", "employed"})) fact.metric = "headcount";
  }
  if (fact.metric == "headcount" && claim.kind == QuantityKind::count && words.is(held.anchor->last, "per") &&
      claim.first > held.anchor->last)
    fact.metric = "staffing_level", fact.unit = "ratio";   // "the number of teachers per 1,000 pupils fell to 51"
  if (fact.metric == "headcount" && (fact.role == "current" || fact.role == "comparator") && held.said != "headcount" &&
      claim.kind == QuantityKind::count) {   // "1,422 budgeted positions"
    const CountedNoun noun = counted_by(words, lists, claim);
    for (std::size_t k = noun.first; k < noun.last; ++k)
      if (words.is(k, WordKind::funded_adjective)) fact.role = "target";
  }
  if (fact.metric == "caseload" && claim.kind == QuantityKind::count && words.is(claim.last, "who"))
    fact.unit = "people";   // "four who had caseloads that were too high"
  if (fact.metric == "headcount" && fact.role == "current" && claim.kind == QuantityKind::count &&
      held.anchor->last == 0 && last != nullptr && !same && last->metric == "staffing_level" &&
      last->role == "target" && counted_by(words, lists, claim).first == counted_by(words, lists, claim).last)
    fact.metric = "staffing_level";   // "… has funding for nine midwives. There are five."
  if (claim.kind == QuantityKind::count && claim.first > 2 &&
      (words.is(claim.first - 1, "the") ? words.is(claim.first - 2, "of") && words.is(claim.first - 3, "top")
                                        : words.is(claim.first - 1, "of") && words.is(claim.first - 2, "top")))
    fact.metric = "headcount", fact.role = "current";   // "another 80 on top of the 60 it has"
  if (fact.metric == "turnover" && claim.kind == QuantityKind::count && claim.first > 0 &&
      words.is(claim.first - 1, {"gained", "recruited", "hired", "appointed"}))
    fact.metric = "headcount";   // "lost 23 officers and gained nine"
  if (fact.metric == "experience" && fact.unit == "people" && claim.kind == QuantityKind::count && !claim.total &&
      !words.is(0, "of"))
    for (std::size_t k = held.anchor->first; k < held.anchor->last; ++k)
      if (words.is(k, {"joined", "started"}))
        fact.metric = "headcount";   // "Eleven staff had joined since September": how many came
  if (fact.metric == "turnover" && claim.kind == QuantityKind::count && counted_by(words, lists, claim).posts)
    fact.metric = "headcount", fact.unit = "posts";   // "shed 18 positions": posts, not people who left
  if (fact.metric == "turnover" && claim.kind == QuantityKind::count) {   // "41 resigned, while 27 were hired"
    std::size_t verb = std::max(claim.last, counted_by(words, lists, claim).last);
    for (const std::size_t end = verb + 6;
         verb < end && words.is(verb, {"were", "was", "have", "had", "been", "newly"}); ++verb) {}
    if (words.is(verb, {"hired", "recruited", "appointed", "joined"})) fact.metric = "headcount";
  }
  // "412 in post against a budget of 467", "an establishment of 60": what there should be, measured as what there is.
  if (claim.kind == QuantityKind::count && fact.role == "target" && !words.is(claim.last, {"below", "under"}) &&
      (fact.metric == "headcount" || fact.metric == "vacancy" || fact.metric == "staffing_level")) {
    const CountedNoun noun = counted_by(words, lists, claim);
    const bool bare = noun.first == noun.last;
    const std::size_t from = claim.first > 5 ? claim.first - 5 : 0;
    bool establishment = false, allowed = false, posts = false, more = false;
    for (std::size_t k = from; k < std::min(noun.last + 2, words.size()); ++k) {
      establishment = establishment || words.is(k, {"establishment", "complement", "strength"});
      posts = posts || words.is(k, {"establishment", "complement"});
      more = more ||
             words.is(k, {"recruit", "hire", "appoint", "further", "another"});   // "planned to recruit a further 20"
      allowed =
          allowed || words.is(k, {WordKind::funded_adjective, WordKind::needed_adjective, WordKind::allowance_word});
    }
    const bool base = from + 2 < claim.first && words.is(claim.first - 1, "of") &&
                      has_out_of(words, from, claim.first);   // "out of an establishment of 60, one …"
    // "about 1,150 authorized positions" alone are posts; beside those who are there they are a level
    const bool beside =
        establishment || !noun.posts || std::any_of(claims.begin(), claims.end(), [&](const Claim& other) {
          return &other != &claim && (other.proportion() || other.kind == QuantityKind::count) &&
                 other.population != Population::other;
        });
    if (!base && held.said != "headcount" && beside &&
        (establishment || (allowed && !more && lists.planned.at(words, noun.last) == 0))) {
      fact.metric = "staffing_level";
      if (bare && fact.unit == "people" && posts) fact.unit = "posts";
      if (bare && same && last->unit == "fte") fact.unit = "fte";
    } else if (fact.metric == "vacancy" && bare && same && last->metric == "vacancy" && last->low &&
               claim.low > *last->low && claim.first > 1 &&
               (words.is(claim.first - 1, "of") ||
                (words.is(claim.first - 1, "the") && words.is(claim.first - 2, "of"))))
      fact.metric = "headcount";   // "31 officers short of its target of 198"
  }
  // "five vacancies in an office of twelve", "31 openings among its 150 deputies": so many there are
  if (fact.metric == "vacancy" && same && last->metric == "vacancy" && claim.kind == QuantityKind::count && i > 0 &&
      claims[i - 1].kind == QuantityKind::count && claim.low > claims[i - 1].low) {
    const bool body =
        claim.first > 1 && words.is(claim.first - 1, "of") &&
        (lists.teams.at(words, claim.first - 2) > 0 || words.is(claim.first - 2, WordKind::workforce_noun));
    bool among = false;
    for (std::size_t k = claims[i - 1].last; k < claim.first; ++k) among = among || words.is(k, "among");
    if (body || (among && counted_by(words, lists, claim).whose == Population::staff))
      fact.metric = "headcount", fact.unit = counted_by(words, lists, claim).posts ? "posts" : "people",
      fact.role = "current";
  }
  // "1,140 firefighters, 96 fewer than its establishment": how many there are beside how many there should be
  if (fact.metric == "headcount" && fact.role == "current" && claim.kind == QuantityKind::count &&
      counted_by(words, lists, claim).whose == Population::staff)
    for (std::size_t k = claim.last; k + 1 < words.size() && k < claim.last + 16 && !words.is_mark(k, ';'); ++k)
      if (words.is(k, {"fewer", "below", "short", "under"}) &&
          (words.is(k + 1, {"than", "of", "its", "the"})) &&
          (words.is(k + 2, {"establishment", "complement", "strength", "target"}) ||
           words.is(k + 3, {"establishment", "complement", "strength", "target"})))
        fact.metric = "staffing_level";
  // "36 are in training", "30 staff on detached duty", "two leaders have been seconded": so many people there are.
  if (claim.kind == QuantityKind::count && !claim.total && fact.unit == "people" && fact.role == "current" &&
      !words.is(0, "of") && (fact.metric == "training" || fact.metric == "agency" || fact.metric == "experience")) {
    const std::size_t end = held.anchor->last;
    const bool learning = fact.metric == "training" && end > 1 && words.is(end - 1, "training") &&
                          words.is(end - 2, {"in", "undergoing", "of"});
    bool lent = false;
    for (std::size_t k = held.anchor->first; k < end; ++k) lent = lent || words.is(k, WordKind::lent_to_others);
    const CountedNoun noun = counted_by(words, lists, claim);
    for (std::size_t k = noun.last; k < noun.last + 4; ++k) lent = lent || words.is(k, WordKind::lent_to_others);
    const bool learners = fact.metric == "experience" && noun.last > noun.first &&
                          words.is(noun.last - 1, WordKind::learner);
    if (learning || lent || learners) fact.metric = "headcount";
  }
  if (fact.metric == "headcount" && claim.kind == QuantityKind::count && words.is(claim.last, "who") &&
      words.is(claim.last + 1, {"are", "were", "is"}) && words.is(claim.last + 2, "newly") &&
      words.is(claim.last + 3, "qualified"))
    fact.metric = "experience";   // "14 teachers, including two who are newly qualified"
  if (fact.metric == "headcount" && claim.kind == QuantityKind::count && i + 1 < claims.size() &&
      claims[i + 1].kind == QuantityKind::count) {   // "five practitioners «held more than 60 cases»": of those who did
    const std::size_t verb = counted_by(words, lists, claim).last;
    if (words.is(verb, WordKind::holds_cases) && claims[i + 1].first > verb && claims[i + 1].first <= verb + 4 &&
        lists.cases.at(words, claims[i + 1].last) > 0)
      fact.metric = "caseload";
  }
  if (fact.metric == "vacancy" && fact.role == "target" && claim.first > 1 && words.is(claim.first - 1, "of") &&
      words.is(claim.first - 2, WordKind::lack_noun))
    fact.role = "current";   // "fewer than its model says it needs, a shortfall of 24%"
  // "had filled 14 clerk positions since May": so many came, beside no other number
  if (fact.metric == "staffing_level" && fact.unit == "posts" && fact.role == "current" && !claim.total &&
      claim.kind == QuantityKind::count && claim.first > 0 && words.is(claim.first - 1, WordKind::fills_posts) &&
      counted_by(words, lists, claim).posts &&
      std::none_of(claims.begin(), claims.end(),
                   [&](const Claim& c) { return &c != &claim && c.kind != QuantityKind::duration; }))
    fact.metric = "headcount";
  if (fact.metric == "headcount" && fact.role == "current" && claim.kind == QuantityKind::count &&
      i + 1 < claims.size() && claims[i + 1].kind == QuantityKind::count && claims[i + 1].low >= claim.low &&
      words.is(claims[i + 1].first - 1, "for") && claims[i + 1].first < claim.last + 6 &&
      counted_by(words, lists, claims[i + 1]).posts && !counted_by(words, lists, claim).posts)
    fact.metric = "staffing_level";   // "187 detectives for 243 posts"
  if (fact.metric == "headcount" && fact.role == "target" && same && last->metric == "staffing_level" &&
      last->role == "target" && counted_beside(words, lists, claims, i))
    fact.metric = "staffing_level";   // "the minimum was one nurse and five carers"
  // "29.3 in post": nobody is a third of a person.
  if (claim.kind == QuantityKind::count && (fact.unit == "people" || fact.unit == "posts") &&
      (fact.metric == "headcount" || fact.metric == "staffing_level" || fact.metric == "vacancy" ||
       fact.metric == "agency") &&
      reading.document.text.folded(claim.number).find('.') != std::string_view::npos)
    fact.unit = "fte";
  // "needs sixteen doctors and has five": what there is, beside what there should be.
  if (fact.metric == "headcount" && fact.role == "current" && claim.kind == QuantityKind::count && i > 0 &&
      claims[i - 1].role == "target" && same && last->metric == "staffing_level" &&
      (words.is(claim.first - 1, WordKind::mustering_verb) ||
       words.is(claim.first - 1, {"has", "had", "have", "only", "just", "with"})) &&
      counted_by(words, lists, claim).first == counted_by(words, lists, claim).last)
    fact.metric = "staffing_level";
  // "… eight full-time equivalent inspectors … It now has 12 in post."
  constexpr std::uint32_t nearby = 200;   // characters
  if ((fact.unit == "people" || fact.unit == "posts") && fact.metric == "staffing_level" && last != nullptr && !same &&
      last->metric == "staffing_level" && last->unit == "fte" && claim.kind == QuantityKind::count &&
      last->evidence.quote.end + nearby > claim.span.begin &&
      counted_by(words, lists, claim).first == counted_by(words, lists, claim).last)
    fact.unit = "fte";
  if (fact.unit == "people" && words.is(claim.last, "of") && words.is(claim.last + 1, "them") && last != nullptr &&
      last->unit == "posts")
    fact.unit = "posts";   // "… 312 posts. It had filled 188 of them."
  if (words.is(claim.last, "of") && words.is(claim.last + 1, "them") && last != nullptr &&
      last->metric == "staffing_level" && last->role == "target" && fact.metric == "headcount")
    fact.metric = "staffing_level";
  if (same && held.sibling >= 0 && fact.unit == "people" && last->unit == "posts" && last->metric == fact.metric &&
      claim.kind == QuantityKind::count &&
      counted_by(words, lists, claim).first == counted_by(words, lists, claim).last)
    fact.unit = "posts";   // "340 of them, medicine for 20"
  if (claim.kind == QuantityKind::count) {   // "7.9 nurses per 1,000 people"
    const CountedNoun noun = counted_by(words, lists, claim);
    const bool for_every = words.is(noun.last, "for") && words.is(noun.last + 1, {"every", "each"}) &&
                           noun.last + 2 < words.size() &&
                           (words.is(noun.last + 2, {"thousand", "hundred"}) ||
                            words.folded(noun.last + 2).front() == '1');   // "1.6 officers for every thousand people"
    if (noun.whose == Population::staff && (words.is(noun.last, "per") || for_every) &&
        (fact.metric == "headcount" || fact.metric == "staffing_level"))
      fact.metric = "staffing_level", fact.unit = "ratio";
    else if (held.sibling >= 0 && claim.linked && (fact.metric == "headcount" || fact.metric == "staffing_level") &&
             noun.whose == Population::unknown && last != nullptr && last->unit == "ratio")
      fact.metric = "staffing_level", fact.unit = "ratio";
  }
}

}   // namespace muster::facts
