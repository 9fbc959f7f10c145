// What weighs an answer to what was asked or found then: who only says so, how many it is so for, which way figures
// went.
#include "facts/status_then_weigh.hpp"

#include <algorithm>

namespace muster::facts {

using model::StatusValue;

namespace {

// "…, the union says", "said that has been fixed": who says so, not what is meant
bool attributes(const Said& said, std::size_t i) {
  if (!said.is(i, {"said", "says", "insists", "insisted", "added"})) return false;
  // "HMICFRS said the brigade had": who looks tells how it is
  if (i > 0 && i < 4 && said.is(i - 1, Role::looker) && !said.is(i - 1, {"board"})) return true;
  const std::size_t size = said.words.size();
  std::size_t next = i + 1;
  // "The council says that the barrier opened in June"
  if (said.is(next, {"that"}) && i < 6 && !said.is(i + 2, {"it", "he", "she"})) return true;
  if (said.is(next, {"that"}) && said.is(next + 1, {"it", "this", "they", "these", "all", "both"})) ++next;
  if (said.is(next, {"that", "it", "this", "they", "these", "all", "both"}) &&
      said.is(next + 1, {"has", "have", "had", "was", "were", "is", "are"}) &&
      !said.is(next + 2, {"to", "been", "being"}))
    return false;
  if (said.is(next, {"that", "it", "this", "they", "these", "all", "both"}) &&
      said.is(next + 1, {"has", "have", "had"}) && said.is(next + 2, {"been"}))
    return true;
  if (i + 12 < size || said.is(i + 1, {"that", "it", "they", "he", "she", "this", "there"})) return false;
  if (i > 0 && !said.joined(i - 1)) return true;   // "…," said Ms Hall
  std::size_t k = i;
  while (k > 0 && said.joined(k - 1) && i - k < 6) --k;
  return k > 3 && (i + 1 == size || !said.joined(i)) && !said.joined(k - 1);
}

}   // namespace

// What is only meant, said or feared says nothing of how things stand.
bool meant(const Said& said, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last && i < said.words.size(); ++i) {
    if (said.is(i, {"if"}) && said.is(i + 1, {"anything"})) continue;
    if (i > 0 && said.is(i, {"whether", "if"}) && said.is(i - 1, WordKind::asks_whether))
      continue;   // "has never checked whether"
    if (attributes(said, i)) continue;
    if (said.is(i, {"should", "must"}) && said.is(i + 1, {"have"}) && said.is(i + 2, {"to"}))
      continue;   // "that we should have to repeat it"
    if (said.words[i].text != "May" && !(said.is(i, {"could"}) && said.is(i + 1, {"not", "find", "see"})) &&
        (said.is(i, WordKind::not_told_as_done) || said.is(i, {"claims", "unless", "until", "ensure", "wants"})))
      return true;
  }
  return false;
}

// "It has hired one", "one has been fitted": a single one of several, not "every ward has one"
bool has_one(const Said& now, std::size_t from) {
  const std::size_t size = now.words.size();
  if (size > from + 10 || now.has(Role::negation)) return false;
  for (std::size_t k = from; k < size; ++k) {
    if (now.is(k, {"each", "every", "all", "both", "no", "none", "another"})) return false;
    if (!now.is(k, {"one"})) continue;
    if (k == from) return now.is(k + 1, {"has", "had", "was", "is"});
    return k + 1 == size && now.is(k - 1, WordKind::deed_verb);
  }
  return false;
}

// "called for 40 more officers; the force has found money for 18": fewer than were asked for
std::optional<StatusValue> by_number(const Reading& reading, const Said& said, const Then& then, const Said& now,
                                     std::size_t from) {
  if (!then.asked) return std::nullopt;
  const auto count_in = [&](const Said& where, std::size_t first, std::size_t last) -> const model::Quantity* {
    if (first >= where.words.size() || first >= last) return nullptr;
    const std::uint32_t begin = where.words[first].span.begin,
                        end = where.words[std::min(last, where.words.size()) - 1].span.end;
    const auto& all = reading.layers.quantities;
    for (auto at = std::partition_point(all.begin(), all.end(),
                                        [&](const model::Quantity& q) { return q.span.begin < begin; });
         at != all.end() && at->span.end <= end; ++at)
      if (at->kind == model::QuantityKind::count && at->low == at->high && at->low >= 2 &&
          (at->low < 1900 || at->low > 2100))
        return &*at;
    return nullptr;
  };
  const model::Quantity *asked = count_in(said, then.first, then.last), *got = count_in(now, from, now.words.size());
  // "to hire two clerks; it has hired one"
  if (asked != nullptr && got == nullptr && has_one(now, from)) return StatusValue::partly_met;
  if (asked == nullptr || got == nullptr || got->low > asked->low) return std::nullopt;
  // of the same things: the noun is left out, or said again
  const std::size_t next = now.word_at(got->number.end);
  const bool bare = next >= now.words.size() || !now.joined(next - 1) || now.is(next, Role::auxiliary) ||
                    now.is(next, {"so", "of", "and", "but"});
  const std::size_t noun = said.word_at(asked->number.end);
  bool again = false;
  for (std::size_t k = noun; k < noun + 3 && k < said.words.size(); ++k)
    again = again || (next < now.words.size() && same_word(said.words[k].text, plain(now.words[next].text)));
  if (!bare && !again) return std::nullopt;
  for (std::size_t k = from; k < now.words.size(); ++k)
    if (now.is(k, Role::negation) ||
        now.is(k, {"no", "none", "years", "months", "days", "weeks", "more", "another", "other"}))
      return std::nullopt;
  return got->low < asked->low ? StatusValue::partly_met : StatusValue::met;
}

// "on two of five wards", "to 4 of 27 ports": so for some
bool for_some(const Reading& reading, const Said& said, std::size_t first, std::size_t last, StatusValue value) {
  if (first >= said.words.size() || first >= last) return false;
  const std::uint32_t begin = said.words[first].span.begin,
                      end = said.words[std::min(last, said.words.size()) - 1].span.end;
  const auto& all = reading.layers.quantities;
  for (auto at =
           std::partition_point(all.begin(), all.end(), [&](const model::Quantity& q) { return q.span.begin < begin; });
       at != all.end() && at->span.end <= end; ++at)
    if ((at->kind == model::QuantityKind::share || at->kind == model::QuantityKind::fraction) && at->count &&
        at->total && *at->count > 0 && *at->count < *at->total &&
        (value == StatusValue::met || value == StatusValue::in_progress || *at->count * 2 <= *at->total))
      return true;
  return false;
}

// "sent her the letter that we had required": the deed stands before what was asked for
std::optional<Span> deed_before(const Said& said, const Then& then) {
  constexpr std::size_t near = 8;
  for (std::size_t k = then.first, steps = 0; k-- > 1 && steps < near; ++steps) {
    if (said.is(k, Role::auxiliary) || said.is(k, Role::negation) || clause_word(said, k) ||
        said.is(k, {"by", "with", "of", "in", "on", "from", "for", "to", "as", "about", "against", "that", "which",
                    "who", "no"}))
      return std::nullopt;
    if (said.is(k, WordKind::deed_verb))
      return said.is(k - 1, Role::auxiliary) || said.is(k - 1, {"to", "and", "not", "never", "only"}) ||
                     said.is(k - 1, Role::number)
                 ? std::nullopt
                 : std::optional(said.words[k].span);
  }
  return std::nullopt;
}

// "has cleared the backlog that we found in 2019": a deed done to what was found then
std::optional<Span> mended_before(const Said& said, const Then& then) {
  constexpr std::size_t near = 7;
  for (std::size_t k = then.first, steps = 0; k-- > 1 && steps < near && said.joined(k); ++steps) {
    if (said.is(k, Role::negation) || clause_word(said, k) ||
        said.is(k, {"that", "which", "by", "only", "not", "some"}))
      return std::nullopt;
    if (!(said.is(k, WordKind::deed_verb) || said.is(k, WordKind::deed_done) || said.is(k, WordKind::put_in_place)) ||
        said.is(k, WordKind::begun_deed))
      continue;
    std::size_t aux = k;
    while (aux > 0 && (said.is(aux - 1, Role::adverb) || said.is(aux - 1, {"now", "since", "also"}))) --aux;
    if (aux == 0 || !said.is(aux - 1, {"has", "have", "had"})) return std::nullopt;
    return said.words[aux - 1].span.join(said.words[k].span);
  }
  return std::nullopt;
}

// "found that too few were referred; the share has since fallen further"
bool goes_the_wrong_way(const Said& said, const Then& then, const Said& now, std::size_t first) {
  bool few = false, many = false;
  for (std::size_t k = then.first; k + 1 < then.last; ++k) {
    few = few || (said.is(k, {"too"}) && said.is(k + 1, WordKind::small_adjective));
    many = many || (said.is(k, {"too"}) && said.is(k + 1, WordKind::large_adjective));
  }
  for (std::size_t k = first; k < now.words.size() && few != many; ++k)
    if (now.is(k, few ? WordKind::fallen : WordKind::risen) && !now.is(k - (k > 0 ? 1 : 0), Role::negation))
      return true;
  return false;
}

}   // namespace muster::facts
