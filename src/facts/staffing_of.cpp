// Whom a staffing figure is a share of.
#include "facts/claims.hpp"
#include "facts/staffing_words.hpp"

namespace muster::facts {
namespace {

// Where the words of a time begin that ends them ("the workforce at the time of the inspection"); `last` if none does.
std::size_t before_time(const Words& words, const ClaimWords& lists, std::size_t first, std::size_t last) {
  const Phrases::Found moment = lists.moments.last_in(words, first, last);
  return !moment.none() && moment.first > first && moment.last == last && words.is(moment.first, "at") ? moment.first
                                                                                                       : last;
}

// "Most staff (93%)", "the majority of social workers (62%)": the people between the quantity in words and the bracket.
std::string before_bracket(const Words& words, const ClaimWords& lists, const Claim& claim) {
  constexpr std::size_t longest = 8;   // words from the quantity to the bracket
  if (!claim.proportion() || claim.first == 0 || !words.is_mark(claim.first - 1, '(')) return {};
  const std::size_t end = claim.first - 1;
  const std::size_t floor = end > longest ? end - longest : 0;
  const Phrases::Found people = lists.staff.last_in(words, floor, end);
  if (people.none() || people.last != end) return {};
  for (std::size_t k = people.first; k > floor && !words[k - 1].mark; --k)
    if (words.is(k - 1, {"most", "all", "many", "some", "few"}))
      return words.text_of(k < end && words.is(k, "of") ? k + 1 : k, end);
    else if (words.is(k - 1, "of"))
      return k > floor + 1 && words.is(k - 2, {"majority", "proportion", "all", "most", "half", "number", "minority"})
                 ? words.text_of(k, end)
                 : std::string();
  return {};
}

}   // namespace

std::string of_words(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims, std::size_t index) {
  const Claim& claim = claims[index];
  std::string of;
  if (claim.of_first >= claim.last || claim.total || claim.linked)
    of = words.text_of(claim.of_first, before_time(words, lists, claim.of_first, claim.of_last));
  if (of.empty()) of = pointed_at(words, lists, claims, index);
  if (of.empty()) of = before_bracket(words, lists, claim);
  return of;
}

}   // namespace muster::facts
