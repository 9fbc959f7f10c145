// An establishment is no aim: so many posts there are, however few of them are filled.
#include "staffing_posts.hpp"

#include <algorithm>

#include "claim_parts.hpp"
#include "staffing_joined.hpp"

namespace muster::facts {
namespace {

using model::QuantityKind;
using model::Staffing;

constexpr std::size_t reach = 9;   // words between what lays the posts down and their number

bool counted(const Staffing& fact) {
  return fact.low && (fact.unit == "people" || fact.unit == "posts" || fact.unit == "fte") &&
         (fact.metric == "staffing_level" || fact.metric == "headcount");
}

// "had a full complement of twelve": they were all there. Not "against a full complement of twelve".
bool all_there(const Words& words, std::size_t complement) {
  if (complement == 0 || !words.is(complement, {"complement", "establishment"}) || !words.is(complement - 1, "full"))
    return false;
  for (std::size_t k = complement - 1; k > 0 && k + 5 > complement; --k)
    if (words.is(k - 1, {"against", "of", "below", "under", "than", "from", "is", "was"})) return false;
  return true;
}

bool lays_down(const Words& words, std::size_t k) {
  if (words.is(k, WordKind::funded_adjective)) return true;
  if (words.is(k, {"establishment", "complement", "cadre"})) return !all_there(words, k);
  return words.is(k, WordKind::pays_for_posts) &&
         (words.is(k + 1, {"for", "of"}) || (words.is(k + 1, {"pays", "paid", "provides"}) && words.is(k + 2, "for")));
}

bool wanted_only(const Words& words, std::size_t k) {
  return words.is(k, {WordKind::needed_adjective, WordKind::target_noun, WordKind::wishes_for_posts});
}

// The nearest word that lays the number down or only wishes for it: before it up to a mark or another number, then
// inside its noun and behind it.
bool laid_down(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims, std::size_t i) {
  const Claim& claim = claims[i];
  const std::size_t floor = i > 0 ? claims[i - 1].last : 0;
  const std::size_t end = i + 1 < claims.size() ? claims[i + 1].first : words.size();
  const CountedNoun noun = counted_by(words, lists, claim);
  for (std::size_t k = claim.last; k < std::min(std::max(noun.last, claim.last + 1), end); ++k) {
    if (wanted_only(words, k)) return false;
    if (lays_down(words, k)) return true;   // "1,540 authorized positions", "the 106 authorized"
  }
  for (std::size_t k = claim.first; k > back(claim.first, reach, floor); --k) {
    if (words[k - 1].mark && !words.is_mark(k - 1, '(') && !words.is_mark(k - 1, ':') && !words.is_mark(k - 1, '|'))
      break;
    if (wanted_only(words, k - 1)) return false;
    if (lays_down(words, k - 1)) return true;
  }
  for (std::size_t k = noun.last; k < std::min({noun.last + 5, end, words.size()}) && !words[k].mark; ++k) {
    if (wanted_only(words, k)) return false;
    if (lays_down(words, k)) return true;   // "the 60 officers it is funded for", "40 posts were authorized"
  }
  return false;
}

// "«establishment» of 80", "«a complement» of 12": whatever the number counts is a post.
bool names_posts(const Words& words, const std::vector<Claim>& claims, std::size_t i) {
  const std::size_t floor = i > 0 ? claims[i - 1].last : 0;
  for (std::size_t k = claims[i].first; k > back(claims[i].first, reach, floor) && !words[k - 1].mark; --k)
    if (words.is(k - 1, {"establishment", "complement"})) return !all_there(words, k - 1);
  return false;
}

void make_posts(Staffing& fact) {
  fact.metric = "headcount";
  if (fact.unit == "people") fact.unit = "posts";
  if (fact.role == "target" || fact.role == "comparator") fact.role = "current";
}

std::size_t sentence_of(const Reading& reading, const Staffing& fact) {
  const auto& sentences = reading.layers.sentences;
  const auto it = std::partition_point(sentences.begin(), sentences.end(), [&](const auto& sentence) {
    return sentence.span.end <= fact.evidence.quote.begin;
  });
  return static_cast<std::size_t>(it - sentences.begin());
}

}   // namespace

void note_posts(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims, std::size_t i,
                const Attached& held, const std::vector<Staffing>& facts, std::size_t first, LaidDown& noted) {
  const Claim& claim = claims[i];
  for (std::size_t f = first; f < facts.size(); ++f) {
    const Staffing& fact = facts[f];
    if (!counted(fact)) continue;
    if (f > first) {   // "14 of 22 authorized technicians": the 22
      bool said = false;
      for (std::size_t k = claim.first; k < std::max(claim.last, claim.of_last); ++k) said = said || lays_down(words, k);
      if (said && fact.metric == "headcount") noted.posts.push_back(f);
      continue;
    }
    if (claim.kind != QuantityKind::count) continue;
    if (claim.first > 1 && words.is(claim.first - 1, "of") && all_there(words, claim.first - 2) &&
        fact.unit != "fte") {
      noted.all_there.push_back(f);
      continue;
    }
    const bool against = fact.role == "comparator" && counted_by(words, lists, claim).posts;   // "against 52 approved posts"
    const bool aimed = (fact.role == "target" || against) && laid_down(words, lists, claims, i);
    if ((aimed || (fact.role != "comparator" && names_posts(words, claims, i))) && !comes(words, lists, claim) &&
        lists.planned.at(words, counted_by(words, lists, claim).last) == 0) {
      noted.posts.push_back(f);
      continue;
    }
    // "a complement of 22 nurses and 31 assistants": both
    if (fact.metric == "staffing_level" && f > 0 && !noted.posts.empty() && noted.posts.back() + 1 == f &&
        facts[f - 1].unit == fact.unit && counted_beside(words, lists, claims, i)) {
      noted.posts.push_back(f);
      continue;
    }
    const std::size_t end = held.anchor->last;
    if (fact.metric == "staffing_level" && (fact.role == "current" || fact.role == "previous") && end > 1 &&
        words.is(end - 1, {"post", "position"}) && words.is(end - 2, "in"))
      noted.in_post.push_back(f);
  }
}

void settle_posts(const Reading& reading, const LaidDown& noted, std::vector<Staffing>& facts) {
  // Who is in post stands alone unless something near says how many there should be, or what is missing.
  std::vector<std::size_t> alone, sentence_of_fact;
  sentence_of_fact.reserve(facts.size());
  for (const Staffing& fact : facts) sentence_of_fact.push_back(sentence_of(reading, fact));
  const auto& sentences = reading.layers.sentences;
  const auto block_of = [&](std::size_t fact) {
    const std::size_t sentence = sentence_of_fact[fact];
    return sentence < sentences.size() ? sentences[sentence].block : static_cast<std::uint32_t>(-1);
  };
  const auto holds_against = [&](std::size_t other, std::size_t f) {
    const Staffing& fact = facts[other];
    if (!fact.low || block_of(other) != block_of(f)) return false;
    const bool level = fact.metric == "staffing_level", number = level || fact.metric == "headcount";
    return fact.metric == "vacancy" || (level && fact.unit == "percent") ||
           (number && (fact.role == "target" || fact.unit == "posts")) ||
           std::binary_search(noted.posts.begin(), noted.posts.end(), other);
  };
  for (const std::size_t f : noted.in_post) {   // facts stand in the order of their sentences
    const std::size_t here = sentence_of_fact[f];
    bool beside = false;
    for (std::size_t other = f; other-- > 0 && !beside && sentence_of_fact[other] + 1 >= here;)
      beside = holds_against(other, f);
    for (std::size_t other = f + 1; other < facts.size() && !beside && sentence_of_fact[other] <= here + 1; ++other)
      beside = holds_against(other, f);
    if (!beside) alone.push_back(f);
  }
  for (const std::size_t f : alone) facts[f].metric = "headcount";
  for (const std::size_t f : noted.all_there) {
    facts[f].metric = "headcount";
    facts[f].unit = "people";
    facts[f].role = "current";
  }
  for (const std::size_t f : noted.posts)
    if (counted(facts[f])) make_posts(facts[f]);
  for (std::size_t f = 0; f < facts.size(); ++f) {   // a table's column "Establishment"
    Staffing& fact = facts[f];
    if (!counted(fact) || fact.metric != "staffing_level" || fact.role != "target") continue;
    const std::size_t s = sentence_of_fact[f];
    if (s >= reading.layers.sentences.size() ||
        reading.document.blocks[reading.layers.sentences[s].block].kind != model::BlockKind::table_row)
      continue;
    const Words head(reading.document.text, fact.focus, reading.lexicon.word_kinds());
    bool said = false, only_wanted = false;
    for (std::size_t k = 0; k < head.size(); ++k) {
      said = said || head.is(k, WordKind::funded_adjective) || head.is(k, {"establishment", "complement", "budget"});
      only_wanted = only_wanted || wanted_only(head, k);
    }
    if (said && !only_wanted) make_posts(fact);
  }
}

}   // namespace muster::facts
