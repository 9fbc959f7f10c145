// Quantities: the scan, per cent, plain numbers and their units.
#include "text/quantity_reader.hpp"

namespace muster::text {

std::size_t QuantityReader::at(std::size_t i) {
  const Token& token = v_.tokens[i];
  if (v_.used[i] != 0) return i + 1;
  if (token.kind == Token::Kind::symbol) {
    if (token.symbol == '$' || token.symbol == base::fold::pound || token.symbol == base::fold::euro)
      return money_before(i);
    if (static_cast<unsigned char>(token.symbol) < 0xA1) return i + 1;
  } else if (token.is_word() && !token.is(role::number | role::part | role::ordinal)) {
    if (const std::size_t end = decade_percent(i); end > i) return end;
    if (token.end - token.begin > 2 || !(v_.says(i, "a") || v_.says(i, "an"))) return i + 1;
  }
  if (const std::size_t end = skipper_.skip(v_, i); end > i) return end;
  if (const auto part = read_part(v_, i)) return proportion(*part);
  if (const std::size_t end = ordinal(i); end > i) return end;
  if (const auto amount = read_amount(v_, i)) return number(*amount);
  return i + 1;
}

QuantityReader::Sign QuantityReader::sign_at(std::size_t i, std::size_t& end) const {
  end = i;
  if (v_.symbol(i, '-') && v_.glued(i) &&
      (v_.says(i + 1, "per") || v_.says(i + 1, "percent") || v_.says(i + 1, "percentage")))
    ++i;
  if (v_.symbol(i, '%')) {
    end = i + 1;
    if (v_.symbol(end, '-')) end += v_.says_any(end + 1, {"point", "points"});
    if (!v_.says_any(end, {"point", "points"})) return Sign::percent;
    ++end;
    return Sign::points;
  }
  if (const std::size_t n = v_.phrase_at(i, PhraseUse::points)) {
    end = i + n;
    return Sign::points;
  }
  if (const std::size_t n = v_.phrase_at(i, PhraseUse::percent)) {
    end = i + n;
    if (v_.says_any(end, {"point", "points"})) {
      ++end;
      return Sign::points;
    }
    return Sign::percent;
  }
  return Sign::none;
}

// "the mid-70s per cent", "in the high 80s per cent".
std::size_t QuantityReader::decade_percent(std::size_t i) {
  const std::size_t number = i + 1 + (v_.symbol(i + 1, '-') ? 1U : 0U);
  const Token& tens = v_.at(number);
  if (!tens.is_number() || tens.decimal || tens.value < 10 || tens.value > 90 || static_cast<int>(tens.value) % 10 != 0)
    return i;
  if (!v_.says(number + 1, "s") || !v_.glued(number + 1)) return i;
  const double middle = v_.says(i, "mid")                           ? 5
                        : v_.says_any(i, {"low", "early"})          ? 2
                        : v_.says_any(i, {"high", "upper", "late"}) ? 8
                                                                    : 0;
  std::size_t end = 0;
  if (middle == 0 || sign_at(number + 2, end) != Sign::percent) return i;
  Quantity& quantity =
      add(QuantityKind::percent, i, end, Amount{tens.value + middle, number, number + 1, false, false, true});
  quantity.low -= 1;
  quantity.high += 1;
  quantity.bound = Bound::about;
  quantity.unit = "percent";
  return end;
}

std::size_t QuantityReader::proportion(const Amount& part) {
  std::size_t end = part.end;
  const Second second = range_to(part.begin, part.end, part.value, true);
  Quantity& quantity = add(QuantityKind::fraction, part.begin, end, part);
  quantity.unit = "percent";
  if (second.found) {
    end = second.amount.end;
    stretch_to(quantity, second.amount, end);
  }
  return lean(quantity, part.begin, end);
}

std::size_t QuantityReader::percent(const Amount& first, Sign sign, std::size_t sign_end) {
  std::size_t end = sign_end;
  Second second = range_to(first.begin, end, first.value, false);
  std::size_t second_end = 0;
  if (second.found && sign_at(second.amount.end, second_end) == Sign::none) second.found = false;
  Quantity& quantity = add(QuantityKind::percent, first.begin, end, first);
  quantity.unit = "percent";
  quantity.points = sign == Sign::points;
  const std::size_t at = first.begin;
  const bool dash = v_.symbol(at - 1, '-') && v_.glued(at) &&
                    (at < 2 || (v_.tokens[at - 1].space && !v_.at(at - 2).is_number()) || v_.symbol(at - 2, '('));
  if (at > 0 && !second.found && (dash || v_.says(at - 1, "minus"))) {
    quantity.low = quantity.high = -first.value;
    quantity.span.begin = quantity.number.begin = v_.tokens[at - 1].begin;
    return end;
  }
  if (second.found) {
    end = second_end;
    stretch_to(quantity, second.amount, end);
  }
  return lean(quantity, first.begin, end);
}

std::size_t QuantityReader::number(const Amount& amount) {
  std::size_t end = amount.end;
  std::size_t sign_end = 0;
  if (const Sign sign = sign_at(end, sign_end); sign != Sign::none) return percent(amount, sign, sign_end);
  if (v_.says(amount.begin - 1, "per") && amount.value >= 100) return end;   // "7.9 per 1,000": what a rate is said of
  if (const std::size_t next = one_of_many(amount); next > 0) return next;
  if (const std::size_t next = ratio(amount); next > 0) return next;
  if (const std::size_t next = listed_percents(amount); next > 0) return next;
  if (v_.symbol(end, '/') && v_.at(end + 1).is_number() && v_.says(end + 2, "of") &&
      v_.at(end + 1).value > amount.value) {
    Amount part = amount;
    part.end = end + 2;
    part.value = 100 * amount.value / v_.at(end + 1).value;
    return proportion(part);
  }
  Second second = range_to(amount.begin, end, amount.value, false);
  if (second.found) {
    if (sign_at(second.amount.end, sign_end) != Sign::none) {   // "70 to 91 per cent"
      Sign sign = sign_at(second.amount.end, sign_end);
      Quantity& quantity = add(QuantityKind::percent, amount.begin, end, amount);
      quantity.unit = "percent";
      quantity.points = sign == Sign::points;
      stretch_to(quantity, second.amount, sign_end);
      return lean(quantity, amount.begin, sign_end);
    }
    end = second.amount.end;
  }
  return counted(amount, second, end);
}

std::size_t QuantityReader::counted(const Amount& amount, const Second& second, std::size_t end) {
  QuantityKind kind = QuantityKind::count;
  std::string unit;
  bool quiet = false;
  const std::size_t before = lean_before(v_, amount.begin).edge;
  const bool aged = before > 0 && (v_.says_any(before - 1, {"aged", "age", "ages"}) ||
                                   (v_.says_any(before - 1, {"of", "from", "between", "under", "over"}) && before > 1 &&
                                    v_.says_any(before - 2, {"age", "ages", "aged"})));
  // "two and a half years", "six further months", "12-year", "17-month-old"
  std::size_t i = end, both = 0;
  if (v_.symbol(i, '-') && (v_.glued(i) || v_.says(i + 1, "and"))) {
    // "16- and 17-year-old": the unit of the second number
    if (v_.says_any(i + 1, {"and", "to", "or"}) && v_.at(i + 2).is_number() && v_.symbol(i + 3, '-')) {
        both = i + 2;
        i += 3;
      }
    ++i;
  }
  if (v_.says_any(i, {"working", "calendar", "consecutive", "full", "whole", "clear", "school", "further", "more",
                      "successive", "additional", "business", "long"}) &&
      v_.at(i + 1).is(role::time_unit))
    ++i;
  Bound open = Bound::exact;   // "five or more years"
  if (v_.says(i, "or") && v_.at(i + 2).is(role::time_unit) && v_.says_any(i + 1, {"more", "fewer", "less"})) {
    open = v_.says(i + 1, "more") ? Bound::at_least : Bound::up_to;
    i += 2;
  }
  if (v_.at(i).is(role::time_unit) &&
      (i == end || open != Bound::exact || v_.at(i).space || v_.symbol(i - 1, '-') || !v_.at(i).space)) {
    unit = v_.words.time_unit(v_.at(i).word->time_unit);
    std::size_t k = i + 1;
    if (v_.symbol(k, '\'')) ++k;
    const bool hyphen = v_.symbol(k, '-');
    if (v_.says_any(k + hyphen, {"old", "olds"})) {
      kind = QuantityKind::age;
      k += hyphen + 1U;
    } else if (v_.says(k, "of") && v_.says(k + 1, "age")) {
      kind = QuantityKind::age;
      k += 2;
    } else {
      kind = aged ? QuantityKind::age : QuantityKind::duration;
    }
    quiet = kind == QuantityKind::duration;
    end = k;
  } else if (const std::size_t n = v_.phrase_at(v_.symbol(end, '-') ? end + 1 : end, PhraseUse::full_time)) {
    unit = "fte";
    end += n + v_.symbol(end, '-');
  } else if (equivalents(end)) {
    unit = "fte";
  } else if (v_.at(end).is(role::currency_after) && !v_.at(end).is(role::currency_prefix)) {
    kind = QuantityKind::money;
    unit = v_.words.currency(v_.at(end).word->currency);
    ++end;
  } else if (aged || ((v_.says(end, "s") || v_.symbol(end, 's')) && v_.glued(end) &&
                      (v_.says(amount.begin - 1, "under") || v_.says(amount.begin - 1, "over") ||
                       (v_.symbol(amount.begin - 1, '-') && v_.says_any(amount.begin - 2, {"under", "over"}))))) {
    kind = QuantityKind::age;
    unit = "years";
    if (v_.says(end, "s")) ++end;
  } else if (plain_one(amount)) {
    return amount.end;
  }
  std::size_t begin = amount.begin;
  Bound bound = open;
  if (kind == QuantityKind::age && v_.symbol(begin - 1, '-') && begin > 1 &&
      v_.says_any(begin - 2, {"under", "over"})) {
    bound = v_.says(begin - 2, "under") ? Bound::under : Bound::over;
    begin -= 2;
  }
  Quantity& quantity = add(kind, begin, end, amount);
  quantity.unit = std::move(unit);
  quantity.bound = bound;
  if (both > 0 && kind == QuantityKind::age && v_.at(both).value > quantity.low) quantity.high = v_.at(both).value;
  if (second.found) stretch_to(quantity, second.amount, std::max(end, second.amount.end));
  if (bound != Bound::exact) return end;
  return lean(quantity, amount.begin, end, quiet);
}

// "14.2 full-time teacher equivalents": what is counted stands inside.
bool QuantityReader::equivalents(std::size_t i) const {
  if (!v_.says_any(i, {"full", "whole"})) return false;
  i += 1 + (v_.symbol(i + 1, '-') ? 1U : 0U);
  if (!v_.says(i, "time")) return false;
  for (std::size_t k = i + 1; k < i + 5 && v_.at(k).is_word(); ++k)
    if (v_.says_any(k, {"equivalent", "equivalents"})) return true;
  return false;
}

// "one" that counts nothing: "no one", "this one", "one of the", "one-off".
bool QuantityReader::plain_one(const Amount& amount) const {
  if (amount.value != 1 || !amount.in_words) return false;
  const std::size_t i = amount.begin;
  if (v_.says_any(i - 1, {"no", "any", "every", "some", "each", "the", "this", "that", "another", "other", "which",
                          "last", "first", "next", "previous"}))
    return true;
  if (v_.says(i - 1, "only") && v_.says(i - 2, "the")) return true;
  if (v_.symbol(i - 1, '-') && v_.glued(i)) return true;
  return v_.says_any(i + 1,
                     {"another", "of", "off", "day", "s", "is", "can", "could", "would", "should", "might", "to"}) ||
         (v_.symbol(i + 1, '-') && v_.glued(i + 1)) || v_.symbol(i + 1, '\'');
}

Quantity& QuantityReader::add(QuantityKind kind, std::size_t begin, std::size_t end, const Amount& amount) {
  Quantity& quantity = out_.emplace_back();
  quantity.kind = kind;
  quantity.low = quantity.high = amount.value;
  quantity.in_words = amount.in_words;
  quantity.span = {v_.tokens[begin].begin, v_.tokens[end - 1].end};
  quantity.number = {v_.tokens[amount.begin].begin, v_.tokens[amount.end - 1].end};
  return quantity;
}

void read_quantities(Values& values, std::vector<Quantity>& out) { QuantityReader(values, out).read(); }

}  // namespace muster::text
