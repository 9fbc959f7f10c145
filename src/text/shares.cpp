// So many of so many ("8 of the 57"), rates ("two in five") and ratios.
#include "text/quantity_reader.hpp"

namespace muster::text {

// "of the service's 64", "of the fire department's seven": the number that the owner has; `i` where there is none.
std::size_t QuantityReader::behind_owner(std::size_t i) const {
  constexpr std::size_t longest = 3;   // words
  for (std::size_t k = i; k < i + longest && v_.at(k).is_word() && !v_.at(k).is(role::number | role::time_unit); ++k) {
    const bool one = v_.symbol(k + 1, '\'') && v_.says(k + 2, "s"), many = v_.symbol(k + 1, '\'') && v_.at(k + 1).space;
    if (!one && !many) continue;
    const Token& next = v_.at(k + (one ? 3U : 2U));
    return next.is_number() || next.is(role::number) ? k + (one ? 3U : 2U) : i;
  }
  return i;
}

QuantityReader::Whole QuantityReader::whole_at(std::size_t i, bool loose) const {
  Whole out;
  if (v_.says(i, "a") && v_.says_any(i + 1, {"total", "possible", "sample", "maximum"})) {
    i += 2 + v_.says(i + 2, "of");
    out.named = true;
  } else {
    if (v_.says_any(i, {"all", "every"})) { i += 1; out.named = v_.says(i - 1, "all"); }
    if (v_.says_any(i, {"the", "its", "their", "our", "his", "her", "those", "these", "my", "your"})) {
      ++i;
      out.named = true;
    }
    if (out.named && v_.says_any(i, {"total", "possible", "first", "original", "last", "previous", "other", "remaining",
                                     "available", "local"}))
      i += 1 + (v_.says(i, "total") && v_.says(i + 1, "of"));
  }
  if (out.named) i = behind_owner(i);
  if (i >= v_.size()) return out;
  if (v_.used[i] != 0 && !(out.named && loose)) return out;
  auto amount = read_amount(v_, i);
  if (!amount && i > 0 && v_.says(i - 1, "every") && v_.says(i, "hundred"))
    amount = Amount{100, i, i + 1, true};   // "twelve in every hundred"
  if (!amount || (!amount->whole && !says_full_time(amount->end))) return out;
  std::size_t sign_end = 0;
  if (sign_at(amount->end, sign_end) != Sign::none) return out;
  const Token& next = v_.at(amount->end);
  if (next.is(role::time_unit) || next.is(role::month)) return out;
  out.amount = *amount;
  out.found = true;
  return out;
}

// "whole-time equivalent", "FTE": of such there may be halves.
bool QuantityReader::says_full_time(std::size_t i) const {
  for (std::size_t k = i; k < i + 4; ++k)
    if (v_.says_any(k, {"fte", "wte", "ftes", "wtes", "equivalent"})) return true;
  return false;
}

// "6.5 of 19 whole-time equivalent posts"
bool QuantityReader::of_full_time_posts(const Amount& amount) const {
  if (!v_.says(amount.end, "of")) return false;
  std::size_t i = amount.end + 1;
  if (v_.says_any(i, {"the", "its", "their"})) ++i;
  const auto whole = read_amount(v_, i);
  return whole && says_full_time(whole->end);
}

std::size_t QuantityReader::one_of_many(const Amount& amount) {
  if (!amount.whole && !of_full_time_posts(amount)) return 0;
  if (const std::size_t next = of_many_before(amount); next > 0) return next;
  std::size_t i = amount.end;
  base::Span noun{};
  // "eight cases out of 57", "eight case files of the 57"
  std::size_t words = 0;
  while (words < 3 && v_.at(i + words).is_word() && v_.at(i + words).space &&
         !v_.says_any(i + words, {"of", "out", "in", "and", "to", "or", "per", "for", "from", "with", "were", "was",
                                  "are", "is", "had", "have"}) &&
         !v_.at(i + words).is(role::number | role::time_unit | role::month))
    ++words;
  const bool out_of = v_.says(i + words, "out") && v_.says(i + words + 1, "of");
  if (words > 0 && (out_of || (words <= 2 && v_.says(i + words, "of"))))
    noun = {v_.at(i).begin, v_.at(i + words - 1).end};
  if (noun.empty() && !v_.says(i + words, "in")) words = 0;
  i += words;
  const bool of = v_.says(i, "of");
  const bool out = v_.says(i, "out") && v_.says(i + 1, "of");
  // "one lesson in nine", "one-in-four"
  bool each = false;
  if (amount.value == 1 && amount.in_words && words > 0 && words < 3 && v_.says(i, "in") && !v_.says(i + 1, "every")) {
    const auto whole = read_amount(v_, i + 1);
    each = whole && whole->whole && whole->value >= 2 && whole->value <= 20 &&
           (!v_.at(whole->end).is_word() || (v_.at(whole->end).is(role::follows_part) && !v_.says(whole->end, "of")));
  }
  const bool hyphens = v_.symbol(i, '-') && v_.says(i + 1, "in") && v_.symbol(i + 2, '-') && v_.glued(i) && words == 0;
  if (hyphens) {
    const auto whole = read_amount(v_, i + 3);
    if (!whole || !whole->whole || whole->value <= amount.value || whole->value > 100) return 0;
    Quantity& quantity = add(QuantityKind::fraction, amount.begin, whole->end, amount);
    quantity.unit = "percent";
    quantity.low = quantity.high = 100 * amount.value / whole->value;
    quantity.number.end = v_.tokens[whole->end - 1].end;
    return lean(quantity, amount.begin, whole->end);
  }
  const bool in = v_.says(i, "in") && (words == 0 || each);
  if (!of && !out && !in) return 0;
  i += out ? 2 : 1;
  const bool every = v_.says(i, "every");
  const Whole whole = whole_at(i, true);
  if (!whole.found || whole.amount.value < amount.value || whole.amount.value <= 0) return 0;
  if (words > 0 && of && !whole.named) return 0;
  // "all 16 recommendations of the 2018 inquiry": a year
  if (words > 0 && of && !whole.amount.in_words && whole.amount.value >= 1900 && whole.amount.value < 2100 &&
      amount.value < 100)
    return 0;
  if (of && !whole.named && (whole.amount.value < 2 || amount.in_words != whole.amount.in_words) &&
      !(amount.value > 1 || whole.amount.value > 1))
    return 0;
  const bool of_ten = of && !whole.named && words == 0 && amount.in_words && whole.amount.in_words &&
                      whole.amount.value == 10;   // "nine of ten officers"
  const bool generic = in || every || of_ten || (out && !whole.named && words == 0 && is_round(whole.amount.value));
  if (in) {
    if (whole.named || amount.value >= whole.amount.value || whole.amount.value > 1e6) return 0;
    if (!every && !whole.amount.in_words && whole.amount.value >= 1900 && whole.amount.value < 2100) return 0;
  }
  Quantity& quantity =
      add(generic ? QuantityKind::fraction : QuantityKind::share, amount.begin, whole.amount.end, amount);
  quantity.unit = "percent";
  quantity.low = quantity.high = 100 * amount.value / whole.amount.value;
  quantity.number.end = v_.tokens[whole.amount.end - 1].end;
  if (!generic) {
    quantity.count = amount.value;
    quantity.total = whole.amount.value;
    quantity.noun = noun;
    quantity.number.end = v_.tokens[amount.end - 1].end;
  }
  return lean(quantity, amount.begin, whole.amount.end);
}

// "Of the 57 recommendations, 25 were …"
std::size_t QuantityReader::of_many_before(const Amount& amount) {
  if (amount.begin == 0) return 0;
  const std::size_t edge = lean_before(v_, amount.begin).edge;
  if (edge < 3 || !v_.symbol(edge - 1, ',')) return 0;
  for (std::size_t back = 2; back < 12 && back <= edge; ++back) {
    const std::size_t i = edge - back;
    if (!v_.says(i, "of")) {
      if (v_.tokens[i].kind == Token::Kind::symbol && !v_.symbol(i, '-') && !v_.symbol(i, '\'')) return 0;
      continue;
    }
    if (i > 0 && !v_.at(i).capital && !(v_.at(i - 1).kind == Token::Kind::symbol) &&
        !v_.says_any(i - 1, {"and", "but", "that", "out"}))
      return 0;
    const Whole whole = whole_at(i + 1, false);
    if (!whole.found && v_.says(i - 1, "out")) continue;   // "Of every ten who pass out of the school, three …"
    if (!whole.found || whole.amount.value < amount.value) return 0;
    if (out_.empty() || out_.back().span.begin < v_.at(i).begin || out_.back().span.begin > v_.at(edge).begin) return 0;
    out_.pop_back();   // the 57 of it
    if (v_.says(i + 1, "every")) {   // "Of every ten recruits, four had left": a rate
      Quantity& rate = add(QuantityKind::fraction, i, amount.end, amount);
      rate.unit = "percent";
      rate.low = rate.high = 100 * amount.value / whole.amount.value;
      rate.bound = lean_before(v_, amount.begin).bound;
      return amount.end;
    }
    Quantity& quantity = add(QuantityKind::share, i, amount.end, amount);
    quantity.unit = "percent";
    quantity.low = quantity.high = 100 * amount.value / whole.amount.value;
    quantity.count = amount.value;
    quantity.total = whole.amount.value;
    if (whole.amount.end < edge - 1) quantity.noun = {v_.at(whole.amount.end).begin, v_.at(edge - 2).end};
    const Leaning before = lean_before(v_, amount.begin);
    quantity.bound = before.bound;
    return amount.end;
  }
  return 0;
}

std::size_t QuantityReader::ratio(const Amount& amount) {
  std::size_t i = amount.end;
  constexpr std::size_t reach = 9;   // tokens: "the ratio of animals to kennel staff was 41 to 1"
  const std::size_t from = amount.begin > reach ? amount.begin - reach : 0;
  const bool near = has_word(from, amount.begin, "ratio") || has_word(from, amount.begin, "ratios");
  std::size_t second = 0;
  const bool again = !out_.empty() && out_.back().kind == QuantityKind::ratio &&
                     (amount.value == 1 || v_.says(i + 1, "one") ||
                      (v_.at(i + 1).is_number() && v_.at(i + 1).value == 1));   // "…, well short of the 1 to 12 standard"
  if (v_.symbol(i, ':') && v_.glued(i) && v_.at(i + 1).is_number() && v_.glued(i + 1) &&
      (near || amount.value <= 3 || (v_.at(i + 1).value == 1 && !v_.at(i + 2).is_symbol(':')))) {
    second = i + 1;
  } else if (v_.says(i, "to") && (near || again || v_.says(i + 2, "ratio")) && read_amount(v_, i + 1)) {
    second = i + 1;
  } else if (v_.symbol(i, '-') && v_.says(i + 1, "to") && v_.symbol(i + 2, '-') && (near || v_.says(i + 4, "ratio"))) {
    second = i + 3;
  } else {
    // "one nurse to every six patients", "one member of staff for each child"
    for (std::size_t k = i; k < i + 5 && v_.at(k).is_word(); ++k) {
      if (k > i && v_.says_any(k, {"was", "were", "is", "are", "had", "has", "on"}))
        break;   // "one porter was on duty for 41 patients": two counts
      if (k > i && v_.says_any(k, {"to", "for", "per"}) &&
          (v_.says_any(k + 1, {"every", "each"}) || (v_.says(k, "per") && v_.at(k + 1).is(role::unit)))) {
        second = k + (v_.says_any(k + 1, {"every", "each"}) ? 2U : 1U);
        break;
      }
      if (k > i && amount.value == 1 && amount.in_words &&
          v_.says_any(k, {"to", "for"})) {   // "one nurse for nine patients"
        const auto many = read_amount(v_, k + 1);
        if (many && many->value >= 2 && v_.at(many->end).is_word() &&
            !v_.at(many->end).is(role::time_unit | role::month) && v_.used[k + 1] == 0 &&
            !v_.at(many->end).is(role::follows_part) &&
            (near || v_.says(k, "for") ||
             v_.says_any(k - 1, {"nurse", "teacher", "officer", "worker", "carer", "staff", "adult", "doctor"}))) {
          second = k + 1;
          break;
        }
      }
      if (k > i && v_.says(k, "to") && amount.value == 1 && near) {
        second = k + 1;
        break;
      }
    }
  }
  if (second == 0) return 0;
  const auto other = read_amount(v_, second);
  if (!other || amount.value <= 0) return 0;
  std::size_t sign_end = 0;
  if (sign_at(other->end, sign_end) != Sign::none) return 0;
  Quantity& quantity = add(QuantityKind::ratio, amount.begin, other->end, amount);
  quantity.number.end = v_.tokens[other->end - 1].end;
  quantity.count = amount.value;
  quantity.total = other->value;
  // How many of the many there are to one, whichever stands first: "38:1" is 38.
  quantity.low = quantity.high =
      std::max(other->value / amount.value, other->value > 0 ? amount.value / other->value : 0);
  quantity.unit = "ratio";
  return lean(quantity, amount.begin, other->end);
}

}  // namespace muster::text
