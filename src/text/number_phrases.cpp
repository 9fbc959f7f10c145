// Number phrases: amounts, parts of a whole, and the words that make them less or more.
#include "text/values.hpp"

namespace muster::text {
namespace {

bool is_article(const Values& v, std::size_t i) { return v.says(i, "a") || v.says(i, "an"); }

// "and a half", "and three quarters" after a number. Returns what it adds.
double trailing_part(const Values& v, std::size_t& at) {
  if (v.symbol(at, base::fold::half)) { ++at; return 0.5; }
  if (v.symbol(at, base::fold::quarter)) { ++at; return 0.25; }
  if (v.symbol(at, base::fold::three_quarters)) { ++at; return 0.75; }
  std::size_t i = at;
  const bool hyphens = v.symbol(i, '-');
  i += hyphens;
  if (!v.says(i, "and")) return 0;
  i += 1 + (hyphens && v.symbol(i + 1, '-'));
  double count = 1;
  if (is_article(v, i) || v.says(i, "one")) ++i;
  else if (v.says(i, "three")) { count = 3; ++i; }
  else return 0;
  i += hyphens && v.symbol(i, '-');
  if (!v.says_any(i, {"half", "quarter", "quarters"})) return 0;
  const double added = count / v.at(i).word->value;
  at = i + 1;
  return added;
}

std::optional<Amount> in_words(const Values& v, std::size_t at) {
  Amount out;
  out.begin = at;
  out.in_words = true;
  double total = 0, current = 0;
  std::size_t i = at;
  std::uint32_t last = 0;
  if (is_article(v, i)) {
    if (!v.at(i + 1).is(role::hundred | role::scale | role::dozen)) return std::nullopt;
    current = 1;
    last = role::unit;
    ++i;
  } else if (v.says(i, "half") && is_article(v, i + 1) && v.at(i + 2).is(role::dozen | role::scale)) {
    out.value = v.at(i + 2).word->value / 2;
    out.end = i + 3;
    return out;
  } else if (!v.at(i).is(role::unit | role::ten)) {
    return std::nullopt;
  }
  for (; i < v.size(); ++i) {
    const Token& token = v.at(i);
    if (token.is_symbol('-') && !token.space && last == role::ten && v.at(i + 1).is(role::unit) && v.glued(i + 1) &&
        v.at(i + 1).word->value < 10) continue;
    if (v.says(i, "and") && (last == role::hundred || last == role::scale) && v.at(i + 1).is(role::unit | role::ten))
      continue;
    if (token.is(role::unit)) {
      const double value = token.word->value;
      if (last == role::unit || (last == role::ten && (value >= 10 || value == 0))) break;
      current += value;
      last = role::unit;
    } else if (token.is(role::ten)) {
      if (last == role::unit || last == role::ten) break;
      current += token.word->value;
      last = role::ten;
    } else if (token.is(role::hundred) && last != 0 && last != role::hundred && last != role::scale) {
      current *= 100;
      last = role::hundred;
    } else if (token.is(role::dozen) && last != 0 && last != role::dozen) {
      current *= token.word->value;
      last = role::dozen;
    } else if (token.is(role::scale) && last != 0 && last != role::scale) {
      total += current * token.word->value;
      current = 0;
      last = role::scale;
    } else {
      break;
    }
  }
  out.value = total + current;
  out.end = i;
  if (const double added = trailing_part(v, out.end); added > 0) {
    out.value += added;
    out.whole = false;
  }
  return out;
}

// What a bare "a third" or "half" must have around it to be a share of something.
bool stands_for_share(const Values& v, std::size_t first, std::size_t end, bool half, bool counted) {
  const Token& next = v.at(end);
  if (v.symbol(end, '-') && v.glued(end) && v.glued(end + 1)) return false;          // "half-day", "third-party"
  const Token& previous = v.before(first);
  const bool said_that = v.says(first - 1, "that") && v.says(end, "of");   // "it says that a third of …"
  if (half) {
    if (previous.is_symbol('-') && !previous.space) return false;
    if ((previous.is(role::before_ordinal) && !said_that) || next.is(role::not_half)) return false;
    if (v.says(first - 1, "the") && !v.says(end, "of")) return false;
    if (next.is(role::number) || next.is_number()) return false;
    return !next.is_word() || next.is(role::follows_part);
  }
  if ((previous.is(role::before_ordinal) && !said_that) || previous.is_number())
    return false;   // "twice a quarter", "200 a quarter"
  if (v.says(end, "of") && is_article(v, end + 1) &&
      (v.at(end + 2).is(role::time_unit) || v.says_any(end + 2, {"mile", "century", "million", "billion"})))
    return false;
  if (counted) return !next.is(role::time_unit);
  if (next.is(role::month) || next.is_number() || next.is(role::time_unit)) return false;
  return !next.is_word() || next.is(role::follows_part);
}

double glyph_part(char c) {
  switch (c) {
    case base::fold::half: return 50;
    case base::fold::quarter: return 25;
    case base::fold::three_quarters: return 75;
    case base::fold::third: return 100.0 / 3;
    case base::fold::two_thirds: return 200.0 / 3;
    case base::fold::fifth: return 20;
    default: return 0;
  }
}

}  // namespace

std::size_t Values::phrase_at(std::size_t i, PhraseUse use, const Phrase** found) const {
  if (i >= tokens.size() || !tokens[i].is_word()) return 0;
  for (std::int16_t at_phrase = tokens[i].word->first_of; at_phrase >= 0;) {
    const Phrase& phrase = words.phrase(at_phrase);
    at_phrase = phrase.next;
    if (phrase.use != use || i + phrase.parts.size() > tokens.size()) continue;
    std::size_t k = 0;
    for (; k < phrase.parts.size(); ++k) {
      const Phrase::Part& part = phrase.parts[k];
      const Token& token = tokens[i + k];
      if (part.word != nullptr ? !(token.is_word() && token.word == part.word) : !token.is_symbol(part.symbol)) break;
    }
    if (k < phrase.parts.size()) continue;
    if (found != nullptr) *found = &phrase;
    return k;
  }
  return 0;
}

std::optional<Amount> read_amount(const Values& v, std::size_t at) {
  const Token& token = v.at(at);
  if (!token.is_number()) return token.is_word() ? in_words(v, at) : std::nullopt;
  if (token.dotted) return std::nullopt;
  Amount out{token.value, at, at + 1, false, false, !token.decimal};
  // "12 500": groups of three digits after a short first one.
  if (!token.decimal && !token.comma && token.digits <= 3)
    while (v.at(out.end).is_number() && v.at(out.end).digits == 3 && !v.at(out.end).decimal && !v.at(out.end).comma &&
           v.at(out.end).space && v.at(out.end).begin == v.at(out.end - 1).end + 1 && token.value > 0 &&
           (token.digits < 3 || v.at(out.end + 1).is_word()))
      out.value = out.value * 1000 + v.at(out.end++).value;
  const Token& next = v.at(out.end);
  if (next.is(role::scale | role::hundred | role::dozen)) {
    out.value *= next.word->value;
    ++out.end;
  } else if (next.is_word() && !next.space && (v.says(out.end, "bn") || v.says(out.end, "k"))) {
    out.value *= v.says(out.end, "k") ? 1e3 : 1e9;
    ++out.end;
  } else if (next.is_word() && next.space && v.says(out.end, "bn")) {
    out.value *= 1e9;
    ++out.end;
  }
  if (const double added = trailing_part(v, out.end); added > 0) {
    out.value += added;
    out.whole = false;
  }
  return out;
}

std::optional<Amount> read_part(const Values& v, std::size_t at) {
  const Token& token = v.at(at);
  Amount out;
  out.begin = at;
  out.part = out.in_words = true;
  out.whole = false;
  if (token.kind == Token::Kind::symbol) {
    out.value = glyph_part(token.symbol);
    out.end = at + 1;
    if (out.value == 0 || v.at(out.end).is(role::not_half) || v.before(at).is_number()) return std::nullopt;
    return out;
  }
  std::size_t i = at;
  double count = 1;
  bool counted = false;
  if (is_article(v, i)) {
    ++i;
  } else if (token.is(role::unit) || (token.is_number() && token.value >= 1 && token.value < 20 && !token.decimal)) {
    count = token.is_number() ? token.value : token.word->value;
    counted = true;
    ++i;
    if (v.symbol(i, '-') && v.glued(i)) ++i;
  } else if (!v.says(i, "half")) {
    // "nearly three" has its count; a bare "quarter of" needs words like "nearly" before it.
    if (!v.says(i, "quarter") || !v.says(i + 1, "of") || lean_before(v, i).bound == model::Bound::exact)
      return std::nullopt;
  }
  const Token& piece = v.at(i);
  if (!piece.is(role::part) || piece.word->value < 2) return std::nullopt;
  const bool half = v.says(i, "half");
  const std::string_view spelled = v.spelled(piece);
  const bool plural = spelled.back() == 's';
  if (counted && (count > 1) != plural) return std::nullopt;
  if (!counted && plural) return std::nullopt;
  if (counted && count >= piece.word->value) return std::nullopt;
  if (half && counted && count > 1) return std::nullopt;
  if (piece.word->value == 4 && count > 1 && count != 3) return std::nullopt;   // "two quarters" are of a year
  if (counted && piece.is(role::ordinal) && (v.says(i + 1, "party") || v.says(i + 1, "sector"))) return std::nullopt;
  if (!stands_for_share(v, at, i + 1, half, counted)) return std::nullopt;
  out.value = 100 * count / piece.word->value;
  out.end = i + 1;
  return out;
}

Leaning lean_before(const Values& v, std::size_t at) {
  Leaning out{model::Bound::exact, at};
  if (at == 0) return out;
  const Token& previous = v.before(at);
  if (previous.kind == Token::Kind::symbol) {
    switch (previous.symbol) {
      case '~': return {model::Bound::about, at - 1};
      case '<': return {model::Bound::under, at - 1};
      case '>': return {model::Bound::over, at - 1};
      default: break;
    }
    if (previous.symbol != '.') return out;
  }
  const Token& anchor = previous.is_word() ? previous : v.before(at, 2);
  for (std::int16_t k = anchor.word->last_of; k >= 0;) {
    const Phrase& phrase = v.words.phrase(k);
    k = phrase.next;
    const std::size_t n = phrase.parts.size();
    if (phrase.use != PhraseUse::before || n > at) continue;
    std::size_t m = 0;
    for (; m < n; ++m) {
      const Phrase::Part& part = phrase.parts[m];
      const Token& token = v.tokens[at - n + m];
      if (part.word != nullptr ? !(token.is_word() && token.word == part.word) : !token.is_symbol(part.symbol)) break;
    }
    if (m == n) return {phrase.bound, at - n};
  }
  return out;
}

Leaning lean_after(const Values& v, std::size_t at) {
  if (v.symbol(at, '+')) return {model::Bound::at_least, at + 1};
  std::size_t i = at;
  if (v.symbol(i, '-') && v.glued(i) && v.says(i + 1, "plus")) return {model::Bound::at_least, i + 2};
  if (v.symbol(i, ',')) ++i;   // "12, or more"
  const Phrase* phrase = nullptr;
  if (const std::size_t n = v.phrase_at(i, PhraseUse::after, &phrase); n > 0) return {phrase->bound, i + n};
  return {model::Bound::exact, at};
}

}  // namespace muster::text
