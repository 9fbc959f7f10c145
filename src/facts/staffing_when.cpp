// When a staffing figure holds: the date, the moment or the clause of time that is nearest to it.
#include <algorithm>

#include "staffing_words.hpp"

namespace muster::facts {
namespace {

// "on the day of the lockdown", "since Christmas", "over the winter": the first phrase of time that begins in [first,
// last).
std::string time_phrase(const Words& words, const ClaimWords& lists, std::size_t first, std::size_t last) {
  constexpr std::size_t longest = 7;
  last = std::min(last, words.size());
  for (std::size_t k = first; k < last; ++k) {
    if (words.is(k, {"but", "although", "while", "whereas"})) return {};
    if (!words.is(k, {"on", "at", "in", "during", "over", "since", "by", "through", "throughout", "before", "after",
                      "until"}))
      continue;
    for (std::size_t j = k + 1; j < std::min(last, k + longest); ++j) {
      if (words[j].mark || lists.verbs.at(words, j) > 0 || lists.staff.at(words, j) > 0 ||
          words.is(j, {"their", "his", "her", "first", "second", "and", "less", "more", "than", "in", "at", "on", "for",
                       "a", "each", "every", "per"})) {
        if (!words.is(j, "a") || j > k + 1) break;
      }
      const std::size_t n = lists.time_heads.at(words, j);
      if (n == 0 || words.is(j, "years")) continue;   // "leads on early years"
      std::size_t end = j + n;
      if (words.is(end, "of") && words.is(end + 1, "the") &&
          !words.is(j, {"quarter", "quarters"}))   // "the day of the lockdown"
        for (end += 2;
             end < last && end < j + longest && !words[end].mark && lists.verbs.at(words, end) == 0 &&
             lists.staff.at(words, end) == 0 && !words.is(end, {"the", "there", "it", "in", "at", "on", "and"});
             ++end) {}
      else if (end < words.size() && !words[end].mark && lists.verbs.at(words, end) == 0 &&
               !words.is(end,
                         {"the", "it", "there", "we", "they", "a",   "an",   "one",     "only",  "just", "in",
                          "at",  "on", "for",   "to", "and",  "but", "with", "between", "about", "when", "that"}) &&
               !(words.folded(end).front() >= '0' && words.folded(end).front() <= '9') && end != last)
        break;
      return words.text_of(k, end);
    }
  }
  return {};
}

// "when we called", "before the pandemic", "by the time the new wing opened": a clause of time, or a noun behind one of
// its words, that begins in [first, last) and does not reach past `last`. `leading`: the main clause may follow without
// a comma.
std::string time_clause(const Words& words, const ClaimWords& lists, std::size_t first, std::size_t last,
                        bool leading) {
  constexpr std::size_t longest = 11;
  last = std::min(last, words.size());
  for (std::size_t k = first; k < last; ++k) {
    if (words.is(k, {"but", "although", "while", "whereas", "where", "who", "if"})) return {};
    std::size_t said = k + 1;
    if (words.is(k, "by") && words.is(k + 1, "the") && words.is(k + 2, "time")) said = k + 3;
    else if (!words.is(k, {"when", "before", "since", "until", "after"})) continue;
    if (!words.is(k, "when") && k > 0 &&
        (words.is(k - 1, WordKind::time_unit) || words.is(k - 1, {"than", "long", "shortly", "soon", "ever"})))
      continue;   // "two years before the merger"
    if (said + 1 >= words.size() || words[said].mark) continue;
    // Somebody who does something, and no "when compared with".
    const bool clause = said > k + 1 || words.is(k, "when");   // behind the others a noun will do
    if (!words.is(said, WordKind::determiner) && !words.is(said, WordKind::pronoun_subject) &&
        !(clause && words.folded(said).front() >= 'A' && words.folded(said).front() <= 'Z'))
      continue;
    if (words.is(said, "there") || words.is(said, "i") ||
        (words.is(said, "it") && words.is(said + 1, {"comes", "came"}))) {
      if (!leading || !words.is(said, "i")) continue;
    }
    std::size_t end = said + 1;
    for (; end < last && end < k + longest && !words[end].mark &&
           !words.is(end, {"and", "but", "while", "with", "against", "compared"});
         ++end) {
      if (!leading || end < said + 2) continue;
      const bool verb_before =
          !clause || lists.verbs.at(words, end - 1) > 0 || words.is(end - 1, WordKind::visit_verb) ||
          words.folded(end - 1).substr(std::max<std::size_t>(words.folded(end - 1).size(), 2) - 2) == "ed" ||
          words.is(end - 2, "at");
      if (verb_before && (words.is(end, WordKind::pronoun_subject) || words.is(end, {"the", "its", "our"}))) break;
    }
    if (end >= last && end < words.size() && !words[end].mark) return {};   // it holds the figure
    bool always = false;   // "when this is right": whenever
    for (std::size_t j = said; words.is(k, "when") && j < end; ++j)
      always = always || words.is(j, {"is", "are", "can", "may", "need", "needs"});
    if (always) continue;
    if (end == said + 1 && !words.is(k, "when")) continue;
    if (end < said + 2 || end >= k + longest) continue;
    return words.text_of(k, end);
  }
  return {};
}

// "The pier unit, set up in 2014, «has» …": when it was set up is not when it has them. `first` where there is no such
// aside.
std::size_t behind_aside(const Words& words, std::size_t first, std::size_t last) {
  for (std::size_t k = last; k > first + 2 && k + 8 > last; --k)
    if (words.is(k - 1, WordKind::having_verb) && words.is_mark(k - 2, ','))
      for (std::size_t open = k - 3; open > first; --open)
        if (words.is_mark(open, ','))
          return open > first && !words.is(first, {"in", "on", "by", "at", "since"}) ? k - 1 : first;
  return first;
}

}   // namespace

std::string when_words(const Reading& reading, const Words& words, const ClaimWords& lists,
                       const std::vector<Claim>& claims, std::size_t index) {
  const Claim& claim = claims[index];
  const std::size_t next = index + 1 < claims.size() ? claims[index + 1].first : words.size();
  const std::size_t floor = behind_aside(words, index > 0 ? claims[index - 1].last : 0, claim.first);
  const auto date_in = [&](std::size_t first, std::size_t last, bool nearest_end) -> std::string {
    const Span stretch = words.span_of(first, last);
    if (stretch.empty()) return {};
    const model::DateMention* best = nullptr;
    const auto& dates = reading.layers.dates;   // disjoint: their ends are in order too
    for (auto at = std::partition_point(dates.begin(), dates.end(),
                                        [&](const model::DateMention& d) { return d.span.end <= stretch.begin; });
         at != dates.end() && at->span.begin < stretch.end; ++at) {
      if (at->span.overlaps(claim.number)) continue;
      best = &*at;
      if (!nearest_end) break;
    }
    if (best == nullptr) return {};
    const Span value = best->deadline ? best->span : best->value;
    const std::size_t at = words.ending_after(value.begin);   // "fiscal year 2012"
    if (at > 1 && words.is(at - 1, "year") && words.is(at - 2, {"fiscal", "financial", "calendar"}))
      return reading.document.text.string(words.span_of(at - 2, at).join(value));
    return reading.document.text.string(value);
  };
  std::size_t stop = claim.last;   // a semicolon ends what belongs to the claim
  while (stop < next && !words.is_mark(stop, ';') &&
         !words.is(stop, {"compared", "compares", "against", "than", "whereas", "while"}))
    ++stop;
  if (std::string said = date_in(claim.last, stop, false); !said.empty()) return said;
  const auto moment_in = [&](std::size_t first, std::size_t last) -> std::string {
    const Phrases::Found f = lists.moments.last_in(words, first, last);
    if (f.none()) return {};
    const std::uint32_t at = words.span_of(f.first, f.last).begin;
    if (words.is(f.first, "to") && f.first > 0 && words.is(f.first - 1, "up")) return {};   // "up to date"
    return at > 0 && reading.document.text.folded_at(at - 1) == '-' ? std::string()
                                                                   : words.text_of(f.first, f.last);   // "up-to-date"
  };
  if (std::string said = moment_in(claim.last, std::min(stop, claim.last + 12)); !said.empty()) return said;
  if (std::string said = time_clause(words, lists, claim.last, stop, false); !said.empty()) return said;
  for (std::size_t k = claim.last + 2; k < std::min(stop, claim.last + 8) && !words[k].mark;
       ++k)   // "the 90 it had two years before"
    if (words.is(k, {"before", "earlier", "previously", "ago"}) && words.is(k - 1, WordKind::time_unit) &&
        (k + 1 >= words.size() || words[k + 1].mark))
      return words.text_of(k - 2, k + 1);
  if (index + 1 < claims.size() && claim.kind == model::QuantityKind::count &&
      claims[index + 1].kind == model::QuantityKind::count && next - claim.last < 4 &&
      words.is(next - 1, {"for", "to"})) {   // "two nurses for 18 people at night"
    std::size_t end = claims[index + 1].last;
    while (end < words.size() && end < claims[index + 1].last + 8 && !words[end].mark) ++end;
    if (std::string said = moment_in(claims[index + 1].last, end); !said.empty()) return said;
  }
  std::size_t opening = floor;   // of the clause that the claim stands in
  for (std::size_t k = floor; k < claim.first; ++k)
    if (words.is_mark(k, ';') || words.is_mark(k, '"') || (words.is_mark(k, ':') && k > floor)) opening = k + 1;
  if (words.is(opening, {"and", "but"})) ++opening;
  if (words.is(opening, {"when", "before", "since", "until", "after", "by"}) && opening + 3 < claim.first)
    if (std::string said = time_clause(words, lists, opening, claim.first, true); !said.empty()) return said;
  if (claim.linked && claim.role != "current") {
    const std::size_t near = claim.first > floor + 10 ? claim.first - 10 : floor;
    return date_in(near, claim.first, true);
  }
  // "46 leavers in six months"
  if (stop == next && index + 1 < claims.size() && claims[index + 1].kind == model::QuantityKind::duration) {
    const Claim& lasting = claims[index + 1];
    if (lasting.first > claim.last && lasting.first - claim.last < 8 &&
        words.is(lasting.first - 1, {"in", "over", "within"}))
      return words.text_of(lasting.first - 1, lasting.last);
  }
  // The nearer of a moment and a date; else the only date of the sentence.
  Phrases::Found moment = lists.moments.last_in(words, floor, claim.first);
  if (!moment.none() && moment_in(moment.first, moment.last).empty())
    moment = {words.size(), words.size()};   // "up-to-date"
  const std::string date = date_in(moment.none() ? floor : moment.last, claim.first, true);
  if (!date.empty()) return date;
  if (!moment.none()) return words.text_of(moment.first, moment.last);
  if (claim.role != "current") return {};
  if (std::string said = date_in(moment.none() ? floor : moment.last, claim.first, true); !said.empty()) return said;
  if (index + 1 < claims.size() && claims.back().role == "current")
    if (std::string said = date_in(claims.back().last, words.size(), false); !said.empty()) return said;
  // A time that the sentence begins with holds for all of it: "In May the unit trained 40 officers and 12 clerks".
  const std::size_t head = std::min<std::size_t>(claims.front().first, 10);
  if (index > 0)
    if (const Phrases::Found f = lists.moments.first_in(words, 0, head); !f.none() && f.first < 3)
      return words.text_of(f.first, f.last);
  if (index > 0)
    if (std::string said = date_in(0, std::min<std::size_t>(head, 7), false); !said.empty()) return said;
  for (std::size_t k = claim.first; k > floor && k + 8 > claim.first; --k)   // "a current average of 16"
    if (words.is(k - 1, "current")) return words.text_of(k - 1, k);
  if (claim.linked && claim.role != "current") return {};
  if (std::string said = time_phrase(words, lists, claim.last, std::min(stop, claim.last + 16)); !said.empty())
    return said;
  if (std::string said = time_phrase(words, lists, floor, claim.first); !said.empty()) return said;
  return index > 0 ? time_phrase(words, lists, 0, head) : std::string();
}

}   // namespace muster::facts
