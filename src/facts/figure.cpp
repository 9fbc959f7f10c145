// Proportions claimed of a population -> figures. Rules say where a proportion may stand; claims.cpp
// says what it is worth and whose it is.
#include <algorithm>
#include <cmath>

#include "facts/memory.hpp"
#include "facts/speaks_of.hpp"
#include "claims.hpp"
#include "figure_shares.hpp"

namespace muster::facts {
namespace {

using model::Figure;
using model::Match;
using model::QuantityKind;

// Whole words of what stands before the claim's clause: "vacancy levels at the time … were 6.9%".
std::pair<std::size_t, std::size_t> said_before(const Words& words, std::size_t floor, const Claim& claim) {
  std::size_t last = claim.first;
  while (last > floor &&
         (words[last - 1].mark || words.is(last - 1, {"at", "is", "was", "were", "are", "of", "to", "from", "by",
                                                      "with", "and", "currently", "now", "only", "just"})))
    --last;
  std::size_t first = last;
  while (first > floor && last - first < 14 && !words[first - 1].mark &&
         !words.is(first - 1, {"and", "but", "while", "that", "with", "which", "although"}))
    --first;
  while (first < last && words.is(first, {"the", "a", "an", "there", "is", "has", "been"})) ++first;
  return {first, last};
}

std::pair<std::size_t, std::size_t> said_after(const Words& words, std::size_t begin, std::size_t limit) {
  while (begin < limit && (words[begin].mark || words.is(begin, {"is", "are", "was", "were", "have", "had", "has",
                                                                 "who", "currently", "been", "be", "being"}))) {
    if (words.is_mark(begin, ',') || words.is_mark(begin, ';')) break;
    ++begin;
  }
  std::size_t last = begin;
  while (last < limit && last - begin < 24 && !words.is_mark(last, ',') && !words.is_mark(last, ';') &&
         !words.is_mark(last, '.') && !words.is(last, {"while", "whereas", "compared", "although"}))
    ++last;
  while (last > begin && words.is(last - 1, {"and", "to", "with", "but", "of", "(", "just", "only"})) --last;
  return {begin, last};
}

// The "15" of "2014-15" says nothing.
bool has_letters(const Words& words, std::size_t first, std::size_t last) {
  for (std::size_t k = first; k < last; ++k)
    if (const char c = words.folded(k).front(); (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return true;
  return false;
}

std::string about_words(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims,
                        std::size_t index) {
  const Claim& claim = claims[index];
  const std::size_t floor = index > 0 ? claims[index - 1].last : 0;
  const std::size_t limit = index + 1 < claims.size() ? claims[index + 1].first : words.size();
  if (claim.linked && index > 0) {
    std::size_t first = index - 1;   // what the first of them says: "… 19%, above its neighbours (18%) and England (17%)"
    while (first > 0 && claims[first].linked && claims[first].role == claim.role) --first;
    const std::string base = about_words(words, lists, claims, first);
    if (claim.role == "comparator" || claim.role == "target")
      return base.empty() ? std::string(claim.role) : base + ", " + std::string(claim.role);
    return base;
  }
  std::size_t begin = std::max(claim.last, claim.of_first >= claim.last ? claim.of_last : claim.last);
  if (claim.bracketed && words.is_mark(begin, ')')) ++begin;
  const auto after = said_after(words, begin, limit);
  if (claim.of_first >= claim.last || claim.bracketed || lists.verbs.at(words, begin) > 0)
    if (after.second > after.first) return words.text_of(after.first, after.second);
  const auto before = said_before(words, floor, claim);
  if (before.second > before.first && has_letters(words, before.first, before.second))
    return words.text_of(before.first, before.second);
  return after.second > after.first ? words.text_of(after.first, after.second) : std::string();
}

// "from 9% in May to 6% in June for tenants": whom the words after the last of them name.
std::string named_behind(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims,
                         std::size_t index) {
  std::size_t behind = index;
  while (behind + 1 < claims.size() && claims[behind + 1].linked && claims[behind + 1].role == "current") ++behind;
  for (std::size_t at = index; at <= behind; ++at) {
    const std::size_t end = at + 1 < claims.size() ? claims[at + 1].first : words.size();
    for (std::size_t k = claims[at].last; k + 1 < end && k < claims[at].last + 6 && !words[k].mark; ++k) {
      if (!words.is(k, {"for", "among", "amongst"})) continue;
      const std::size_t noun = k + 1 + (words.is(k + 1, {"all", "the", "these", "those", "young", "older"}) ? 1U : 0U);
      if (lists.non_workforce.at(words, noun) == 0 && lists.staff.at(words, noun) == 0) continue;
      return words.text_of(k + 1, std::min(end_of_noun(words, lists, k + 1, end), end));
    }
  }
  return {};
}

// Whom the words before name, where the claim itself does not: "persistent absence amongst children looked
// after, from 7.7% …", "foster carers feel supported, and most (79%) …".
std::string loose_population(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims,
                             std::size_t index) {
  const Claim& claim = claims[index];
  if (words.is_mark(claim.last, ',')) {   // "At 61%, the share of tenants who …"
    for (std::size_t k = claim.last + 1; k < claim.last + 6; ++k)
      if (words.is(k, "of") && lists.whole.at(words, k - 1) > 0)
        return words.text_of(k + 1, end_of_noun(words, lists, k + 1, words.size()));
  }
  if (std::string named = named_behind(words, lists, claims, index); !named.empty()) return named;
  const std::size_t floor = index > 0 ? claims[index - 1].last : 0;
  std::size_t first = claim.first, last = claim.first;
  for (std::size_t k = floor; k < claim.first; ++k) {
    std::size_t others = lists.non_workforce.at(words, k);
    if (others > 0 &&
        (lists.teams.at(words, k + others - 1) > 0 || words.is(k + others - 1, {"campaign", "target", "targets"})) &&
        !(k > floor && words.is(k - 1, {"of", "among"})))
      others = 0;   // "the council reports that …" counts nobody
    const std::size_t staff = lists.staff.at(words, k);
    const std::size_t n = std::max(others, staff);
    if (n == 0) continue;
    std::size_t begin = k;
    while (begin > floor && begin + 3 > k &&
           words.is(begin - 1, {"all", "the", "their", "our", "new", "older", "younger"}))
      --begin;
    const bool led = begin > floor && words.is(begin - 1, {"of", "among", "amongst", "for", "by", "from"});
    if (led || (others > 0 && first == last)) first = begin, last = std::min(k + n, claim.first);
    k += n - 1;
    if (led) {
      last = std::min(std::max(last, end_of_noun(words, lists, begin, claim.first)), claim.first);
      break;
    }
  }
  if (first < last && first > 0 && words[first].span.begin > 0 &&
      words[first - 1].span.end + 1 == words[first].span.begin && words.hyphen_before(first))
    --first;   // "re-referrals"
  return words.text_of(first, last);
}

void add(const Reading& reading, model::Drafts& drafts, const Match& match, const Words& words, const ClaimWords& lists,
         const std::vector<Claim>& claims, std::size_t i) {
  const Claim& claim = claims[i];
  Figure figure;
  figure.evidence = evidence_of(reading, match.sentence, *match.rule);
  figure.focus = match.span;
  figure.number = claim.number;
  figure.low = claim.low;
  figure.high = claim.high;
  figure.bound = claim.bound;
  figure.count = claim.count;
  figure.total = claim.total;
  figure.of = words.text_of(claim.of_first, claim.of_last);
  // "above its neighbours (18%)": of the same people as the figure before, among others
  if (claim.linked && claim.role == "comparator" && claim.of_last <= claim.first && i > 0 && !drafts.figures.empty() &&
      drafts.figures.back().evidence.quote == figure.evidence.quote && !drafts.figures.back().of.empty())
    figure.of = drafts.figures.back().of;
  if (claim.population == Population::unknown && claim.of_last <= claim.first &&
      !figure.of.empty())   // "the rate of absence fell to 5.9% for children in care"
    if (std::string named = named_behind(words, lists, claims, i); !named.empty()) figure.of = std::move(named);
  if (figure.of.empty() && claim.linked && i > 0 && !drafts.figures.empty() &&
      drafts.figures.back().evidence.quote == figure.evidence.quote)
    figure.of = drafts.figures.back().of;
  if (figure.of.empty()) figure.of = loose_population(words, lists, claims, i);
  // "turnover is 8% in one team and 13% in the other": of the same people.
  if (figure.of.empty() && i > 0 && claim.first - claims[i - 1].last < 9 && claim.kind == claims[i - 1].kind &&
      claim.population != Population::other && !drafts.figures.empty() &&
      drafts.figures.back().evidence.quote == figure.evidence.quote && words.is(claim.last, {"in", "at", "for", "on"}))
    figure.of = drafts.figures.back().of;
  figure.about = about_words(words, lists, claims, i);
  figure.confidence = figure.of.empty() ? model::Confidence::medium : model::Confidence::high;
  drafts.figures.push_back(std::move(figure));
}

bool names_requests(const Words& words, const Claim& claim) {
  for (std::size_t k = claim.first; k < claim.of_last + 1 && k < words.size(); ++k)
    if (words.is(k, {"recommendation", "recommendations", "requirements"})) return true;
  return false;
}

}   // namespace

void make_figures(const Reading& reading, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  std::uint32_t sentence = 0;
  bool open = false;
  Span said;
  std::optional<Words> words;
  std::vector<Claim> claims;
  std::vector<bool> used;
  for (const Made& made : matches_for(reading, Fact::figure)) {
    const Match& match = *made.match;
    const ClaimWords& lists = claim_words(reading);
    if (!open || match.sentence != sentence) {
      open = true;
      sentence = match.sentence;
      said = Words::head_of(reading.layers.sentences[sentence].span);
      words.emplace(reading.document.text, said, reading.lexicon.word_kinds());
      claims = read_claims(reading, said, *words, lists);
      used.assign(claims.size(), false);
    }
    if (match.span.end > said.end) continue;
    const std::size_t before = drafts.figures.size();
    if (!match.makes("of").empty()) {
      add_shares(reading, match, *words, lists, drafts);
    } else {
      for (std::size_t i = 0; i < claims.size(); ++i) {
        // "four of the six recommendations" are told as statuses.
        if (claims[i].kind == QuantityKind::share && names_requests(*words, claims[i])) continue;
        if (used[i] || !claims[i].proportion() || !claims[i].span.overlaps(match.span)) continue;
        used[i] = true;
        add(reading, drafts, match, *words, lists, claims, i);
      }
    }
    if (refusals != nullptr && drafts.figures.size() == before)
      refusals->push_back({&match, "a change, a part of something said elsewhere, or no claim"});
  }
  std::stable_sort(drafts.figures.begin(), drafts.figures.end(),
                   [](const Figure& a, const Figure& b) { return a.number.begin < b.number.begin; });
}

}   // namespace muster::facts
