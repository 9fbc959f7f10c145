// Money and ordinals.
#include "text/quantity_reader.hpp"

namespace muster::text {

// "third", "2nd", "twenty-first", "90th percentile".
std::size_t QuantityReader::ordinal(std::size_t i) {
  const Token& token = v_.tokens[i];
  Amount amount;
  amount.begin = i;
  if (token.is_number()) {
    if (token.decimal || !v_.glued(i + 1) || !v_.says_any(i + 1, {"st", "nd", "rd", "th"})) return i;
    amount.value = token.value;
    amount.end = i + 2;
  } else {
    amount.in_words = true;
    std::size_t k = i;
    if (token.is(role::ten) && v_.at(k + 1).is_symbol('-') && v_.at(k + 2).is(role::ordinal)) {
      amount.value = token.word->value;
      k += 2;
    }
    if (!v_.at(k).is(role::ordinal)) return i;
    amount.value += v_.at(k).word->value;
    amount.end = k + 1;
  }
  std::size_t end = amount.end;
  add(QuantityKind::ordinal, i, end, amount);
  return end;
}

std::size_t QuantityReader::money_before(std::size_t i) {
  auto amount = read_amount(v_, i + 1);
  if (!amount || !v_.at(i + 1).is_number()) return i + 1;
  std::string_view code = symbol_currency(v_.tokens[i].symbol);
  std::size_t begin = i;
  if (i > 0 && v_.glued(i) && v_.at(i - 1).is(role::currency_prefix) && v_.at(i - 1).upper && v_.symbol(i, '$')) {
    --begin;
    code = v_.words.currency(v_.at(i - 1).word->currency);
  }
  std::size_t end = scaled(*amount);
  Quantity& quantity = add(QuantityKind::money, begin, end, *amount);
  quantity.unit = code;
  // "£5m to £10m", "£5-10m"
  std::size_t k = end;
  if (v_.symbol(k, '-') || v_.says(k, "to") || v_.says(k, "and")) {
    const bool joined = !v_.says(k, "and") || v_.says(begin - 1, "between");
    ++k;
    if (v_.at(k).is_symbol(v_.tokens[i].symbol)) ++k;
    if (auto second = joined && !v_.says(begin - 1, "from") ? read_amount(v_, k) : std::nullopt) {
      const std::size_t second_end = scaled(*second);
      if (second->value > quantity.low || second->value * 1000 > quantity.low) {
        if (second->value >= 1000 * quantity.low && amount->value < 1000)
          quantity.low *= second->value >= 1e9 ? 1e9 : second->value >= 1e6 ? 1e6 : 1e3;
        stretch_to(quantity, *second, second_end);
        end = second_end;
      }
    }
  }
  return lean(quantity, begin, end);
}

// "m" and "million" after an amount of money.
std::size_t QuantityReader::scaled(Amount& amount) const {
  if (v_.says(amount.end, "m") || v_.says(amount.end, "mn")) {
    amount.value *= 1e6;
    ++amount.end;
  }
  return amount.end;
}

}  // namespace muster::text
