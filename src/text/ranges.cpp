// Ranges, lists of percentages, and the approximators around a quantity.
#include "text/quantity_reader.hpp"

namespace muster::text {

// The other end of a range that begins with the number [begin, end).
QuantityReader::Second QuantityReader::range_to(std::size_t begin, std::size_t end, double low, bool part) const {
  Second out;
  const std::size_t edge = lean_before(v_, begin).edge;
  const bool between = edge > 0 && v_.says(edge - 1, "between");
  const bool from = edge > 0 && v_.says(edge - 1, "from");
  std::size_t i = end;
  const bool dash = v_.symbol(i, '-');
  if (v_.symbol(i, '-')) {
    ++i;
    if (v_.says(i, "to") && v_.symbol(i + 1, '-')) i += 2;
  } else if (v_.says(i, "to")) {
    ++i;
  } else if (v_.says(i, "and") && between) {
    ++i;
  } else if (v_.says(i, "or") && !part) {
    ++i;
  } else {
    return out;
  }
  const bool either = v_.says(end, "or");
  const Leaning lean = either ? Leaning{Bound::exact, i} : lean_forward(i);
  if (i >= v_.size() || (v_.used[i] != 0 && !percent_ahead(i))) return out;
  auto second = part ? read_part(v_, lean.edge) : read_amount(v_, lean.edge);
  if (!second && part) second = read_part(v_, lean.edge);
  if (!second && !part) {
    second = read_part(v_, lean.edge);
    if (second) return out;   // "one to a third" is none
  }
  if (!second) return out;
  if (either && !(second->value > low && second->value - low <= std::max(2.0, low / 4))) return out;
  if (v_.says(end, "to") && !between) {
    const std::size_t back = begin > 7 ? begin - 7 : 0;
    const bool ranging = has(back, begin, role::ranging);
    if (from && !ranging && (has(0, v_.size(), role::rising) || second->value <= low)) return out;
    if (!from && edge > 0 && v_.at(edge - 1).is(role::rising) && !ranging) return out;
    if (second->value <= low && !ranging) return out;
  }
  if (dash && second->value < low && second->value < 100) return out;
  out.amount = *second;
  out.found = true;
  return out;
}

// Approximators standing before the second number of a range ("5 to about 10").
Leaning QuantityReader::lean_forward(std::size_t i) const {
  for (std::size_t k = i; k < i + 4 && k < v_.size(); ++k)
    if (v_.tokens[k].is_number() || v_.tokens[k].is(role::number | role::part)) {
      const Leaning lean = lean_before(v_, k);
      return lean.edge == i ? Leaning{lean.bound, k} : Leaning{Bound::exact, i};
    }
  return {Bound::exact, i};
}

// Approximators on both sides. `quiet`: a bare "over" or "under" before it is a preposition.
std::size_t QuantityReader::lean(Quantity& quantity, std::size_t begin, std::size_t end, bool quiet) {
  Leaning before = lean_before(v_, begin);
  if (before.edge < begin && v_.tokens[before.edge].begin < taken()) before = {Bound::exact, begin};
  if (quiet && begin - before.edge == 1 && v_.says_any(before.edge, {"over", "under", "above", "below"}))
    before = {Bound::exact, begin};
  if (before.bound != Bound::exact) {
    quantity.bound = before.bound;
    quantity.span.begin = v_.tokens[before.edge].begin;
  }
  const Leaning after = lean_after(v_, end);
  if (after.bound != Bound::exact && quantity.bound == Bound::exact) {
    quantity.bound = after.bound;
    quantity.span.end = v_.tokens[after.edge - 1].end;
    return after.edge;
  }
  return end;
}

void QuantityReader::stretch_to(Quantity& quantity, const Amount& second, std::size_t end) {
  quantity.high = second.value;
  if (quantity.high < quantity.low) std::swap(quantity.low, quantity.high);
  quantity.number.end = v_.tokens[second.end - 1].end;
  quantity.span.end = v_.tokens[end - 1].end;
  quantity.in_words |= second.in_words;
}

// "67, 71 and 80 per cent": every number of the list is a percentage.
std::size_t QuantityReader::listed_percents(const Amount& amount) {
  if (amount.value > 100) return 0;
  std::size_t i = amount.end, commas = 0;
  std::size_t sign_end = 0;
  for (int n = 0; n < 8; ++n) {
    const bool comma = v_.symbol(i, ',');
    commas += comma;
    if (comma) ++i;
    const bool last = v_.says(i, "and");
    if (last) ++i;
    if (!comma && !last) return 0;
    const auto next = read_amount(v_, i);
    if (!next || next->value > 100 || v_.used[i] != 0) return 0;
    i = next->end;
    if (const Sign sign = sign_at(i, sign_end); sign != Sign::none) {
      if (commas == 0 && percents_until_ != amount.begin && !respectively(i)) return 0;
      Quantity& quantity = add(QuantityKind::percent, amount.begin, amount.end, amount);
      quantity.unit = "percent";
      quantity.points = sign == Sign::points;
      (void)lean(quantity, amount.begin, amount.end);
      percents_until_ = amount.end + 1;   // the next number, after the comma
      return amount.end;
    }
  }
  return 0;
}

}  // namespace muster::text
