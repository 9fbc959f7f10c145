#include "staffing_words.hpp"

#include <algorithm>

namespace muster::facts {
namespace {

bool one_of(const Words& words, std::size_t i, std::initializer_list<std::string_view> any) {
  return std::any_of(any.begin(), any.end(), [&](std::string_view w) { return words.is(i, w); });
}

// A phrase with the words that belong to it on its left: "newly qualified", "permanent", "qualified".
std::size_t widened(const Words& words, std::size_t first, std::size_t floor) {
  while (first > floor && one_of(words, first - 1, {"newly", "qualified", "permanent", "temporary", "agency", "experienced", "interim", "registered", "locum", "senior", "front", "line", "frontline", "safeguarding", "child", "children's", "adult", "mental", "health", "community", "specialist", "clinical", "trained", "band"}))
    --first;
  return first;
}

bool capital(const Words& words, std::size_t i) {
  if (i >= words.size() || words[i].mark) return false;
  const char c = words.folded(i).front();
  return c >= 'A' && c <= 'Z';
}

}  // namespace

std::string group_words(const Words& words, const ClaimWords& lists, const Claim& claim, const Anchor& anchor) {
  const auto said = [&](const Phrases::Found& f, std::size_t floor) { return words.text_of(widened(words, f.first, floor), f.last); };
  if (const Span named = anchor.match->group("group"); !named.empty())
    return words.text_of(words.ending_after(named.begin), words.beginning_at(named.end));
  if (claim.kind == model::QuantityKind::count) {
    const CountedNoun noun = counted_by(words, lists, claim);
    if (const auto f = lists.staff.last_in(words, noun.first, noun.last); !f.none()) {
      std::size_t first = noun.first;   // "dedicated school nurses", but not "additional"
      while (first < f.first && one_of(words, first, {"of", "the", "its", "their", "these", "those", "our", "additional", "extra", "new", "further", "more", "fewer", "other", "key", "fte", "wte", "full", "whole", "time", "equivalent", "just", "only"})) ++first;
      return words.text_of(first, f.last);
    }
  }
  if (claim.of_last > claim.of_first) {
    std::size_t head = claim.of_first;
    while (head < claim.of_last && !(head > claim.of_first && one_of(words, head, {"in", "at", "across", "within", "with", "who", "for", "on", "responsible"}))) ++head;
    if (const auto f = lists.staff.first_in(words, claim.of_first, head); !f.none() && claim.population == Population::staff &&
        (lists.occupying.first_in(words, std::min(anchor.last, claim.first), claim.first).none() || anchor.first > claim.first))
      return said(f, claim.of_first);
  }
  // "staffing levels of community nurses": whose levels they are.
  if (one_of(words, anchor.last, {"of", "for", "among", "amongst"}))
    for (std::size_t k = anchor.last + 1; k < anchor.last + 4; ++k)
      if (const std::size_t n = lists.staff.at(words, k); n > 0) return said({k, k + n}, anchor.last + 1);
  if (const auto f = lists.staff.last_in(words, anchor.first, anchor.last); !f.none()) return said(f, anchor.first > 2 ? anchor.first - 2 : 0);
  if (const auto f = lists.staff.first_in(words, claim.of_first, claim.of_last); !f.none() && claim.population == Population::staff)
    return said(f, claim.of_first);
  // "social worker vacancy rate", "turnover of staff", "vacancies among nurses".
  const std::size_t floor = anchor.first > 6 ? anchor.first - 6 : 0;
  for (std::size_t k = anchor.first; k > floor && !words[k - 1].mark; --k)
    if (const std::size_t n = lists.staff.at(words, k - 1); n > 0 && k - 1 + n <= anchor.first) {
      // The longest phrase that ends there.
      for (std::size_t j = k - 1; j > (k > 4 ? k - 4 : 0); --j)
        if (const std::size_t m = lists.staff.at(words, j - 1); m > 0 && j - 1 + m >= k - 1 + n) return words.text_of(j - 1, j - 1 + m);
      return words.text_of(widened(words, k - 1, floor), k - 1 + n);
    }
  const std::size_t top = std::min(anchor.last + 7, words.size());
  std::size_t end = anchor.last;
  while (end < top && !words[end].mark && !(claim.first > anchor.first && end >= claim.first)) ++end;
  if (const auto f = lists.staff.first_in(words, anchor.last, end); !f.none()) return said(f, anchor.last);
  // The last that were named before: "…, with many staff having 30 cases each".
  if (claim.population == Population::other) return {};
  if (const auto f = lists.staff.last_in(words, 0, std::min(claim.first, words.size())); !f.none()) return said(f, 0);
  return {};
}

std::string place_words(const Reading& reading, const Words& words, const ClaimWords& lists, const Claim& claim, const Anchor& anchor,
                        std::size_t limit, std::size_t floor) {
  const auto dated = [&](std::size_t k) {
    for (const model::DateMention& d : reading.layers.dates)
      if (d.span.begin < words[k].span.end && d.span.end > words[k].span.begin) return true;
    return false;
  };
  // "in the safeguarding teams", "at St Ann's, Haringey", "across all services".
  const auto place_in = [&](std::size_t from, std::size_t to) -> std::string {
    for (std::size_t k = from; k + 1 < to; ++k) {
      if (!one_of(words, k, {"in", "at", "across", "within", "for", "throughout", "from"}) || dated(k + 1)) continue;
      std::size_t end = k + 1, last = 0;
      std::size_t names = 0;
      while (end < to && end < k + 10) {
        if (words[end].mark) {
          const bool inner = words.is_mark(end, ',') && names > 0 && capital(words, end + 1) && !dated(end + 1);
          if (!inner && !words.is_mark(end, '\'')) break;
        } else {
          if (end > k + 1 && words.is(end, "in") && one_of(words, end + 1, {"care", "need"})) {   // "the children in care teams"
            end += 2;
            continue;
          }
          if (end > k + 1 && (lists.verbs.at(words, end) > 0 || one_of(words, end, {"and", "with", "to", "by", "at", "in", "compared", "but", "which", "who"}))) break;
          if (const std::size_t n = lists.teams.at(words, end); n > 0) last = std::min(end + n, to);
          if (capital(words, end)) ++names, last = end + 1;
          else if (names > 0 && lists.teams.at(words, end) == 0) break;
        }
        ++end;
      }
      if (last > k + 1) return words.text_of(k + 1, last);
    }
    return {};
  };
  const std::size_t after = std::max(claim.last, claim.of_first);
  if (claim.role == "comparator") {
    // "the North West average", "the England rate"
    for (std::size_t k = claim.first; k > floor; --k)
      if (capital(words, k - 1) && k < words.size() && k - 1 > 0) {
        std::size_t first = k - 1;
        while (first > floor && capital(words, first - 1)) --first;
        return words.text_of(first, k);
      }
  }
  std::size_t stop = after;   // what follows "which is better than …" is elsewhere
  while (stop < std::min(limit, words.size()) && !one_of(words, stop, {"which", "than", "compared", "although", "while", "whereas", "but", "against"})) ++stop;
  if (std::string said = place_in(after, stop); !said.empty()) return said;
  const std::size_t from = std::min(anchor.first, claim.first);
  const std::size_t to = std::max(anchor.first, claim.first);
  if (claim.linked) return {};
  if (std::string said = place_in(std::max(from, floor), to); !said.empty()) return said;
  if (std::string said = place_in(floor, claim.first); !said.empty()) return said;
  // "Night crews carry heavy lists, …": who the sentence is about.
  std::size_t head = words.is(0, "the") || words.is(0, "some") ? 1 : 0;
  const std::size_t begin = head;
  while (head < claim.first && head < begin + 7 && !words[head].mark && lists.verbs.at(words, head) == 0) {
    if (const std::size_t n = lists.teams.at(words, head); n > 0 && head > begin && lists.verbs.at(words, head + n) > 0 && words.size() > head + n)
      return words.text_of(begin, head + n);
    ++head;
  }
  return {};
}

std::string when_words(const Reading& reading, const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims, std::size_t index) {
  const Claim& claim = claims[index];
  const std::size_t next = index + 1 < claims.size() ? claims[index + 1].first : words.size();
  const std::size_t floor = index > 0 ? claims[index - 1].last : 0;
  const auto date_in = [&](std::size_t first, std::size_t last, bool nearest_end) -> std::string {
    const Span stretch = words.span_of(first, last);
    if (stretch.empty()) return {};
    const model::DateMention* best = nullptr;
    for (const model::DateMention& d : reading.layers.dates) {
      if (d.span.begin >= stretch.end) break;
      if (d.span.end <= stretch.begin || d.span.overlaps(claim.number)) continue;
      best = &d;
      if (!nearest_end) break;
    }
    return best == nullptr ? std::string() : reading.document.text.string(best->deadline ? best->span : best->value);
  };
  std::size_t stop = claim.last;   // a semicolon ends what belongs to the claim
  while (stop < next && !words.is_mark(stop, ';') && !one_of(words, stop, {"compared", "compares", "against", "than", "whereas", "while"})) ++stop;
  if (std::string said = date_in(claim.last, stop, false); !said.empty()) return said;
  const auto moment_in = [&](std::size_t first, std::size_t last) -> std::string {
    const Phrases::Found f = lists.moments.last_in(words, first, last);
    if (f.none()) return {};
    const std::uint32_t at = words.span_of(f.first, f.last).begin;
    return at > 0 && reading.document.text.folded()[at - 1] == '-' ? std::string() : words.text_of(f.first, f.last);   // "up-to-date"
  };
  if (std::string said = moment_in(claim.last, std::min(stop, claim.last + 12)); !said.empty()) return said;
  if (claim.linked && claim.role != "current") {
    const std::size_t near = claim.first > floor + 10 ? claim.first - 10 : floor;
    return date_in(near, claim.first, true);
  }
  // The nearer of a moment and a date; else the only date of the sentence.
  const Phrases::Found moment = lists.moments.last_in(words, floor, claim.first);
  const std::string date = date_in(moment.none() ? floor : moment.last, claim.first, true);
  if (!date.empty()) return date;
  if (!moment.none()) return words.text_of(moment.first, moment.last);
  if (claim.role != "current") return {};
  if (std::string said = date_in(moment.none() ? floor : moment.last, claim.first, true); !said.empty()) return said;
  return index + 1 < claims.size() && claims.back().role == "current" ? date_in(claims.back().last, words.size(), false) : std::string();
}

}  // namespace muster::facts
