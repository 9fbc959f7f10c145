#include "text/date_points.hpp"

#include <fmt/format.h>

namespace muster::text {
namespace {

using model::DateKind;

struct Found { Point point; std::size_t end = 0; int order = 0; bool either_way = false; };

bool is_year(const Token& token) {
  return token.is_number() && token.digits == 4 && !token.decimal && !token.comma && token.value >= 1900 &&
         token.value < 2100;
}

bool is_law(const Values& v, std::size_t i) {
  return v.at(i).capital &&
         v.says_any(i, {"act", "acts", "order", "regulations", "rules", "bill", "directive", "statute"});
}

int day_of(const Token& token) {
  if (!token.is_number() || token.decimal || token.comma || token.digits > 2 || token.value < 1 || token.value > 31)
    return 0;
  return static_cast<int>(token.value);
}

bool is_month(const Token& token) { return token.is(role::month) && token.capital; }
int month_of(const Token& token) { return static_cast<int>(token.word->value); }

bool is_suffix(const Values& v, std::size_t i) { return v.glued(i) && v.says_any(i, {"st", "nd", "rd", "th"}); }

bool counts_something(const Values& v, std::size_t i) {
  if (v.symbol(i + 1, '%') || v.phrase_at(i + 1, PhraseUse::percent) > 0) return true;
  const Token& previous = v.before(i);
  if (previous.is_symbol('$') || previous.is_symbol(base::fold::pound) || previous.is_symbol(base::fold::euro) ||
      previous.is_symbol('#'))
    return true;
  if (!v.at(i).space && previous.is_word()) return true;
  if (!v.at(i).space &&
      (previous.is_symbol('-') || previous.is_symbol('.') || previous.is_symbol('@') || previous.is_symbol('_')) &&
      !v.says(i - 2, "mid") && !v.says_any(i - 2, {"pre", "post"}) && v.before(i, 2).kind != Token::Kind::symbol &&
      !previous.space)
    return true;
  const Token& next = v.at(i + 1);
  if (next.is_word() && !next.space && !v.says(i + 1, "s")) return true;
  if (next.is_word() && next.space && !next.capital && !next.is(role::follows_part | role::month)) {
    if (lean_before(v, i).bound != model::Bound::exact) return true;
    if (previous.is_word() && !previous.is(role::month) &&
        !v.says_any(
            i - 1, {"in",      "since", "by",   "of",  "from",  "during", "until", "to",   "before", "after",  "and",
                    "between", "for",   "the",  "or",  "early", "late",   "mid",   "year", "autumn", "winter", "spring",
                    "summer",  "term",  "than", "our", "its",   "their",  "at",    "a",    "s"}))
      return true;
  }
  return false;
}

// [,] YYYY after a month or day.
std::size_t trailing_year(const Values& v, std::size_t i, Point& point) {
  std::size_t k = i + (v.symbol(i, ',') ? 1U : 0U);
  if (v.says(k, "of") && is_year(v.at(k + 1))) ++k;
  if (!is_year(v.at(k)) || !v.at(k).space || v.symbol(k + 1, '%')) return i;
  if (v.symbol(i, ',') && v.at(k + 1).is_word() && !v.at(k + 1).is(role::follows_part) && point.day == 0)
    return i;   // "in July, 2000 people"
  point.year = static_cast<int>(v.at(k).value);
  return k + 1;
}

// The month's full stop ("Jan.").
std::size_t after_month(const Values& v, std::size_t i) {
  const Token& token = v.at(i);
  return i + 1 +
         (token.end - token.begin <= 4 && v.symbol(i + 1, '.') && v.glued(i + 1) && v.at(i + 2).is_number() ? 1U : 0U);
}

Found numeric(const Values& v, std::size_t i) {
  Found out;
  const Token& first = v.at(i);
  if (first.dotted) {   // 13.02.2023
    int parts[3] = {0, 0, 0};
    int n = 0;
    for (const char c : v.spelled(first)) {
      if (c == '.') { if (++n > 2) return out; }
      else if (parts[n] < 10000) parts[n] = parts[n] * 10 + (c - '0');
    }
    if (n == 2 && parts[0] >= 1 && parts[0] <= 31 && parts[1] >= 1 && parts[1] <= 12 && parts[2] >= 1900 &&
        parts[2] < 2100)
      return {{parts[2], parts[1], parts[0]}, i + 1};
    return out;
  }
  const Token& mark = v.at(i + 1);
  if (!(mark.is_symbol('/') || mark.is_symbol('-')) || !v.glued(i + 1) || !v.glued(i + 2)) return out;
  const Token& second = v.at(i + 2);
  if (!second.is_number() || second.digits > 2 || second.decimal || !v.at(i + 3).is_symbol(mark.symbol) ||
      !v.glued(i + 3) || !v.glued(i + 4))
    return out;
  const Token& third = v.at(i + 4);
  if (!third.is_number() || third.decimal) return out;
  if (is_year(first) && third.digits <= 2 && second.value >= 1 && second.value <= 12 && third.value >= 1 &&
      third.value <= 31)
    return {{static_cast<int>(first.value), static_cast<int>(second.value), static_cast<int>(third.value)}, i + 5};
  if (first.digits > 2 || !(is_year(third) || (third.digits == 2 && mark.is_symbol('/')))) return out;
  int day = static_cast<int>(first.value), month = static_cast<int>(second.value);
  const bool month_first = month > 12;
  if (month_first) std::swap(day, month);
  if (month < 1 || month > 12 || day < 1 || day > 31) return out;
  const bool either_way = day <= 12 && day != month;
  return {{is_year(third) ? static_cast<int>(third.value) : 2000 + static_cast<int>(third.value), month, day}, i + 5,
          either_way ? 0 : month_first ? 1 : day > 12 ? -1 : 0, either_way};
}

Found point_at(const Values& v, std::size_t i, bool sure) {
  Found out;
  std::size_t k = i;
  if (v.at(k).is(role::weekday) && v.at(k).capital) {
    k += 1 + (v.symbol(k + 1, ',') ? 1U : 0U) + (v.symbol(k + 1, '.') ? 1U : 0U);
    k += v.says(k, "the");
    const Found inner = v.at(k).is(role::weekday) ? Found{} : point_at(v, k, false);
    return inner.end != 0 && inner.point.day != 0 ? inner : out;
  }
  const Token& token = v.at(k);
  if (token.is_number()) {
    if (const Found found = numeric(v, k); found.end != 0) return found;
    if (const int day = day_of(token); day != 0) {
      std::size_t m = k + 1;
      m += is_suffix(v, m);
      m += v.says(m, "of");
      if (is_month(v.at(m)) && v.at(m).space) {
        out.point = {0, month_of(v.at(m)), day};
        out.order = -1;
        out.end = trailing_year(v, after_month(v, m), out.point);
        return out;
      }
    }
    if (is_year(token) && !counts_something(v, k)) {
      out.point.year = static_cast<int>(token.value);
      out.end = k + 1;
    }
    return out;
  }
  if (!is_month(token)) return out;
  out.point.month = month_of(token);
  std::size_t m = after_month(v, k);
  // "July 4, 2009", "July 4th"; but "July 14% rose", "July 2009"
  if (const int day = day_of(v.at(m)); day != 0 && v.at(m).space && !v.symbol(m + 1, '%') && !v.symbol(m + 1, ':') &&
                                       v.phrase_at(m + 1, PhraseUse::percent) == 0) {
    const std::size_t after = m + 1 + is_suffix(v, m + 1);
    const bool dated = after > m + 1 || v.symbol(after, ',') || v.symbol(after, '.') || !v.at(after).is_word() ||
                       v.at(after).is(role::follows_part) || is_year(v.at(after));
    if (dated) {
      out.point.day = day;
      out.order = 1;
      out.end = trailing_year(v, after, out.point);
      return out;
    }
  }
  out.end = trailing_year(v, m, out.point);
  if (out.point.year != 0 || sure) return out;
  // A month alone: "May" and "March" and short forms need a word before them.
  const bool doubtful = v.says_any(k, {"may", "march"}) || token.end - token.begin <= 4;
  if (doubtful &&
      !v.says_any(k - 1, {"in",    "by",   "since", "from", "until",  "till",   "to",    "of",      "last", "next",
                          "early", "late", "mid",   "this", "during", "before", "after", "between", "each", "every"}) &&
      !(v.symbol(k - 1, '-') && v.at(k - 2).is(role::month)))
    return {};
  out.end = k + 1;
  return out;
}

DateKind kind_of(const Point& point) {
  return point.day != 0 ? DateKind::day : point.month != 0 ? DateKind::month : DateKind::year;
}

}  // namespace

std::string to_iso(const Point& point) {
  if (point.year == 0 && point.month == 0) return {};
  std::string out = point.year == 0 ? std::string("-") : fmt::format("{:04}", point.year);
  if (point.month != 0) out += fmt::format("-{:02}", point.month);
  if (point.day != 0) out += fmt::format("-{:02}", point.day);
  return out;
}

Range range_at(const Values& v, std::size_t i, bool sure) {
  Range out;
  out.begin = i;
  const Token& token = v.at(i);
  // "13 to 24 February 2023", "3-4 May", "3 and 4 May 2016"
  if (const int day = day_of(token); day != 0) {
    std::size_t k = i + 1;
    k += is_suffix(v, k);
    if (v.symbol(k, '-') || v.says_any(k, {"to", "and"}) || v.symbol(k, '&')) {
      if (day_of(v.at(k + 1)) > day || (v.says(k, "and") && day_of(v.at(k + 1)) != 0)) {
        const Found last = point_at(v, k + 1, false);
        if (last.end != 0 && last.point.day != 0 && last.point.month != 0 && last.point.day > day)
          return {last.end, DateKind::period, {last.point.year, last.point.month, day}, last.point, i};
      }
    }
  }
  const Found first = point_at(v, i, sure);
  if (first.end == 0) return out;
  out.end = first.end;
  out.from = out.to = first.point;
  out.kind = kind_of(first.point);
  out.order = first.order;
  out.either_way = first.either_way;
  std::size_t k = first.end;
  if (out.kind == DateKind::year) {
    if (v.says(k, "s") && v.glued(k) && static_cast<int>(token.value) % 10 == 0)   // "the 1990s"
      return {k + 1, DateKind::period, first.point, {first.point.year + 9, 0, 0}, i};
    const bool mark = v.symbol(k, '-') || v.symbol(k, '/');
    const Token& next = v.at(k + 1);
    if (mark && next.is_number() && next.digits == 2 && !next.decimal && !v.symbol(k + 2, '%')) {
      const int year = first.point.year / 100 * 100 + static_cast<int>(next.value);
      if (year > first.point.year || (first.point.year % 100 == 99 && next.value == 0)) {
        out = {k + 2, DateKind::period, first.point, {year > first.point.year ? year : first.point.year + 1, 0, 0}, i};
      } else if (next.value >= 1 && next.value <= 12 && v.glued(k) && v.glued(k + 1)) {
        return {k + 2,
                DateKind::month,
                {first.point.year, static_cast<int>(next.value), 0},
                {first.point.year, static_cast<int>(next.value), 0},
                i};
      }
      k = out.end;
    }
  }
  if (out.kind == DateKind::year && v.symbol(k, '-') && is_year(v.at(k + 1)) && v.at(k + 1).value > token.value &&
      v.at(k + 1).value <= token.value + 10 && !v.symbol(k + 2, '%'))   // "2014-2015"
    return {k + 2, DateKind::period, first.point, {static_cast<int>(v.at(k + 1).value), 0, 0}, i};
  // A second point.
  std::size_t second = 0;
  if (v.symbol(k, '-') || v.says_any(k, {"to", "until", "till"}) || (v.symbol(k, '/') && out.kind == DateKind::year))
    second = k + 1;
  else if (v.says(k, "and") && v.says(i - 1, "between")) second = k + 1;
  if (second == 0) return out;
  second += v.says(second, "the") && v.says(second + 1, "end") && v.says(second + 2, "of") ? 3U : 0U;
  const Found last = point_at(v, second, v.at(second).is(role::month));
  if (last.end == 0) return out;
  Point to = last.point;
  if (out.kind == DateKind::period || (out.kind == DateKind::year && to.month == 0)) {
    if (to.month != 0 || to.year <= out.from.year) return out;
    // "2013-14 to 2015-16"
    const Range further = v.symbol(last.end, '-') || v.symbol(last.end, '/') ? range_at(v, second) : Range{};
    return {further.end != 0 ? further.end : last.end, DateKind::period, out.from, further.end != 0 ? further.to : to,
            i};
  }
  if (out.kind == DateKind::year || to.month == 0 || (out.from.day != 0) != (to.day != 0)) return out;
  if (out.from.year == 0) {
    out.from.year = to.year;
    if (to.year != 0 && out.from.month > to.month) --out.from.year;
  } else if (to.year == 0) {
    to.year = out.from.year;
  }
  return {last.end, DateKind::period, out.from, to, i};
}

std::size_t named_year(Values& v, std::size_t i) {
  if (!is_year(v.at(i)) || i == 0) return i;
  std::size_t law = i - 1;
  if (v.symbol(law, ')')) --law;
  if (!is_law(v, law)) return i;
  v.used[i] = 1;
  return i + 1;
}

}  // namespace muster::text
