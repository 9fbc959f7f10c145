#include "figure_shares.hpp"

#include <algorithm>

#include "claim_parts.hpp"

namespace muster::facts {
namespace {

using model::Quantity;
using model::QuantityKind;

const Quantity* quantity_in(const model::Layers& layers, Span span) {
  const auto it = std::partition_point(layers.quantities.begin(), layers.quantities.end(),
                                       [&](const Quantity& q) { return q.span.end <= span.begin; });
  return it != layers.quantities.end() && it->span.begin < span.end ? &*it : nullptr;
}

void add(const Reading& reading, const model::Match& match, double part, double whole, Span number, std::string of,
         std::string about, model::Drafts& drafts) {
  if (whole <= 0 || part > whole) return;
  model::Figure figure;
  figure.evidence = evidence_of(reading, match.sentence, *match.rule);
  figure.focus = match.span;
  figure.number = number;
  figure.low = figure.high = 100 * part / whole;
  figure.count = part;
  figure.total = whole;
  figure.of = std::move(of);
  figure.about = std::move(about);
  figure.confidence = model::Confidence::medium;
  drafts.figures.push_back(std::move(figure));
}

std::string about_after(const Words& words, std::size_t first) {
  while (words.is(first, {"was", "were", "are", "is", "had", "have"})) ++first;
  std::size_t last = first;
  while (last < words.size() && last - first < 24 && !words[last].mark && !words.is(last, {"but", "and"})) ++last;
  return words.text_of(first, last);
}

}   // namespace

void add_shares(const Reading& reading, const model::Match& match, const Words& words, const ClaimWords& lists,
                model::Drafts& drafts) {
  const Quantity* whole = quantity_in(reading.layers, match.group("total"));
  if (whole == nullptr) return;
  const std::size_t of_first = words.ending_after(match.group("total").begin);
  if (match.makes("of") == "money") {
    const Quantity* part = quantity_in(reading.layers, match.group("part"));
    if (part == nullptr || part == whole) return;
    const std::size_t end = end_of_noun(words, lists, of_first, words.size());
    add(reading, match, part->low, whole->low, part->number, words.text_of(of_first, end), about_after(words, end),
        drafts);
    // "…, but $243,000 was not": the rest of the same whole.
    for (const Quantity* rest = part + 1; rest != reading.layers.quantities.data() + reading.layers.quantities.size();
         ++rest) {
      if (rest->span.begin >= words[words.size() - 1].span.end) break;
      if (rest->kind != QuantityKind::money || rest == whole || rest->span.begin < match.span.end) continue;
      const std::size_t at = words.ending_after(rest->span.begin);
      if (at > 0 && words.is(at - 1, {"but", "and", "while"}) && rest->low <= whole->low &&
          words.is(words.beginning_at(rest->span.end), {"was", "were", "is", "are"}))
        add(reading, match, rest->low, whole->low, rest->number, words.text_of(of_first, end),
            about_after(words, words.beginning_at(rest->span.end)), drafts);
      break;
    }
    return;
  }
  const std::string of = words.text_of(
      of_first, words.beginning_at(match.span.end) > of_first ? words.beginning_at(match.span.end) - 1 : of_first + 1);
  double sum = 0;
  const bool begun =
      whole->kind == QuantityKind::share && whole->count && whole->total;   // "Of the 20 files, 14 …" as one
  const double all = begun ? *whole->total : whole->low;
  if (begun) {
    sum = *whole->count;
    add(reading, match, sum, all, whole->number.empty() ? whole->span : whole->number, of,
        about_after(words, words.beginning_at(whole->span.end)), drafts);
  }
  for (const Quantity& q : reading.layers.quantities) {
    if (q.span.begin < match.span.end || &q == whole) continue;
    if (q.span.begin >= words[words.size() - 1].span.end) break;
    if (q.kind != QuantityKind::count || q.low != q.high || q.low < 1 || q.low + sum > all ||
        in_date(reading.layers, q.number))
      continue;
    const std::size_t at = words.ending_after(q.span.begin), next = words.beginning_at(q.span.end);
    if (words.is_mark(next, '-') || words.is_mark(next, '%') ||
        (at > 0 && (words.is(at - 1, WordKind::numbered_label) ||
                    words.is(at - 1, {"part", "within", "than", "to", "about", "least"}))))
      continue;
    sum += q.low;
    add(reading, match, q.low, all, q.number, of, about_after(words, next), drafts);
  }
}

}   // namespace muster::facts
