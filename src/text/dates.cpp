// Dates and periods of one sentence, in digits and words, and times told from the moment of writing.
// The numbers that a date uses are marked, so that they are not read as quantities.
#include <algorithm>

#include "text/date_points.hpp"

namespace muster::text {
namespace {

using model::DateKind;
using model::DateMention;

class DateReader {
 public:
  DateReader(Values& values, std::vector<DateMention>& out) : v_(values), out_(out) {}

  void read() {
    for (std::size_t i = 0; i < v_.size();) {
      const std::size_t next = at(i);
      i = next > i ? next : i + 1;
    }
  }

 private:
  // What of a year is meant: "the first half of 2014", "the 12 months to June 2015".
  struct Part { int index = 0; int months = 0; int months_back = 0; };

  std::size_t at(std::size_t i) {
    const Token& token = v_.tokens[i];
    if (token.kind == Token::Kind::symbol) return i + 1;
    if (token.is_number() && v_.at(i + 1).is(role::time_unit)) {   // "12 months ago"
      if (const std::size_t end = framed(i); end > i) return end;
      if (const std::size_t end = counted(i); end > i) return end;
    }
    if (token.is_word()) {
      const Phrase* phrase = nullptr;
      const bool inside = i > 0 && v_.glued(i) && v_.symbol(i - 1, '-');   // "up-to-date"
      if (const std::size_t n = inside ? 0 : v_.phrase_at(i, PhraseUse::relative, &phrase))
        return relative(i, i + n, phrase->deadline);
      if (token.is(role::dating | role::number | role::ordinal | role::season)) {
        if (const std::size_t end = framed(i); end > i) return end;
        if (const std::size_t end = counted(i); end > i) return end;
      }
      if (token.is(role::weekday)) return weekday(i);
      if (!token.is(role::month)) return i + 1;
    }
    if (const std::size_t end = named_year(v_, i); end > i) return end;
    if (const Range range = range_at(v_, i); range.end > i) return add(i, range);
    return i + 1;
  }

  // "the end of 2014", "the year to March 2015", "the first six months of 2016-17", "winter 2015".
  std::size_t framed(std::size_t i) {
    std::size_t k = i;
    const bool the = v_.says_any(k, {"the", "a"});
    if (the) ++k;
    const Token& word = v_.at(k);
    if (!word.is_word() && !word.is_number()) return i;
    if (v_.says_any(k, {"end", "start", "beginning", "middle", "close", "turn"}) && v_.says(k + 1, "of")) {
      k += 2;
      k += v_.says(k, "the");
      k += v_.says_any(k, {"financial", "calendar", "fiscal", "academic", "school"}) ? 2U : 0U;
      return finish(i, k, DateKind::period, Part{});
    }
    if (v_.says_any(k, {"early", "late", "mid"})) {
      k += 1 + (v_.symbol(k + 1, '-') ? 1U : 0U);
      return finish(i, k, DateKind::period, Part{});
    }
    // "the year to", "the 12 months ending", "the quarter ended"
    std::size_t unit = k;
    double months = 0;
    if (const auto amount = read_amount(v_, k); amount && v_.at(amount->end).is(role::time_unit)) {
      unit = amount->end;
      months = amount->value;
    }
    if (v_.says_any(unit, {"year", "months", "quarter", "period", "weeks"}) &&
        (v_.says_any(unit + 1, {"to", "ending", "ended", "up"}))) {
      std::size_t from = unit + 2 + (v_.says(unit + 1, "up") ? 1U : 0U);
      from += v_.says(from, "the") && v_.says(from + 1, "end") && v_.says(from + 2, "of") ? 3U : 0U;
      Part part;
      part.months_back = v_.says(unit, "year")      ? 12
                         : v_.says(unit, "quarter") ? 3
                         : v_.says(unit, "months")  ? static_cast<int>(std::min(months, 120.0))
                                                    : -1;
      return finish(i, from, DateKind::period, part);
    }
    // "the first six months of", "the second half of", "the third quarter of", "quarter 4 of", "Q3"
    Part part;
    if (word.is(role::ordinal) && word.word->value <= 4) {
      part.index = static_cast<int>(word.word->value);
      if (v_.says(k + 1, "half")) part.months = 6;
      else if (v_.says(k + 1, "quarter")) part.months = 3;
      else if (const auto amount = read_amount(v_, k + 1);
               amount && v_.says_any(amount->end, {"months", "weeks", "month", "quarters"}) && amount->value <= 12) {
        part.months = v_.says(amount->end, "months") || v_.says(amount->end, "month") ? static_cast<int>(amount->value)
                      : v_.says(amount->end, "quarters") ? 3 * static_cast<int>(amount->value)
                                                         : 0;
        k = amount->end - 1;
      } else return i;
      k += 2;
    } else if (v_.says_any(k, {"quarter", "q"}) && v_.at(k + 1).is_number() && v_.at(k + 1).value >= 1 &&
               v_.at(k + 1).value <= 4) {
      part.index = static_cast<int>(v_.at(k + 1).value);
      part.months = 3;
      k += 2;
      const std::size_t year = k + (v_.says(k, "of") ? 1U : 0U) + (v_.symbol(k, ',') ? 1U : 0U);
      if (const std::size_t end = finish(i, year, DateKind::period, part); end > i) return end;
      return add(i, Range{k, DateKind::period, {}, {}, i});
    } else if (word.is(role::season)) {
      ++k;
      k += v_.says_any(k, {"term", "terms"});
      k += v_.says_any(k, {"of", "in"});
      const Range range = range_at(v_, k);
      if (range.end == 0 || range.from.year == 0 || range.from.month != 0) return i;
      return add(i, Range{range.end, DateKind::period, range.from, range.to, i});
    } else {
      return i;
    }
    k += v_.says(k, "of");
    k += v_.says(k, "the");
    k += v_.says_any(k, {"financial", "calendar", "fiscal", "academic"}) && v_.says(k + 1, "year") ? 2U : 0U;
    return finish(i, k, DateKind::period, part);
  }

  std::size_t finish(std::size_t i, std::size_t k, DateKind kind, Part part) {
    Range range = range_at(v_, k, true);
    if (range.end == 0) return i;
    range.begin = i;
    if (part.months_back != 0) {
      range.kind = kind;
      const Point to = range.to;
      range.from = Point{};
      if (part.months_back > 0 && to.year != 0 && to.month != 0) {
        const int first = to.year * 12 + (to.month - 1) - (part.months_back - 1);
        range.from.year = first / 12;
        range.from.month = first % 12 + 1;
      }
    } else if (part.months != 0 && range.kind == DateKind::year && range.from == range.to &&
               part.index * part.months <= 12) {
      range.kind = kind;
      range.from.month = (part.index - 1) * part.months + 1;
      range.to.month = part.index * part.months;
    } else if (part.index != 0) {
      range.kind = kind;
    }
    return add(i, range);
  }

  // "within three months", "the last 12 months", "two years ago", "in the next six weeks".
  std::size_t counted(std::size_t i) {
    std::size_t k = i;
    const bool within = v_.says(k, "within");
    if (within) ++k;
    const bool the = v_.says(k, "the");
    if (the) ++k;
    bool turned = false, ahead = false;
    if (v_.says_any(k, {"last", "past", "previous", "preceding", "first"})) { turned = true; ++k; }
    else if (v_.says_any(k, {"next", "coming", "following"})) { turned = ahead = true; ++k; }
    std::size_t unit = k;
    if (const auto amount = read_amount(v_, k)) {
      unit = amount->end;
    } else if (v_.says_any(k, {"a", "an", "few", "couple"})) {
      ++unit;
      unit += v_.says_any(unit, {"few", "couple"}) ? 1U : 0U;
      unit += v_.says(unit, "of") ? 1U : 0U;
    } else if (!(turned && the)) {
      return i;
    }
    if (v_.says_any(unit, {"working", "calendar", "school", "business", "full", "whole", "further", "financial",
                           "academic", "inspection"}))
      ++unit;
    if (!v_.at(unit).is(role::time_unit) || unit == i) return i;
    std::size_t end = unit + 1;
    bool ago = v_.says_any(end, {"ago", "earlier", "previously"});
    if (ago) ++end;
    // "the 14 months before our visit"
    std::size_t event = end + (v_.says(end, "prior") && v_.says(end + 1, "to") ? 2U
                               : v_.says_any(end, {"preceding", "before"})     ? 1U
                                                                               : 0U);
    if (the && event > end) {
      event += v_.says_any(event, {"this", "the", "our"});
      if (v_.says_any(event, {"inspection", "visit", "audit", "review"})) ago = true, end = event + 1;
    }
    if (!within && !turned && !ago) return i;
    if (v_.symbol(unit - 1, '-') || (unit == k && !(turned && the))) return i;
    return relative(i, end, ahead || (within && !turned));
  }

  std::size_t weekday(std::size_t i) {
    if (const Range range = range_at(v_, i); range.end > i) return add(i, range);
    if (!v_.at(i).capital ||
        !v_.says_any(i - 1, {"on", "last", "next", "by", "this", "until", "since", "from", "before"}))
      return i + 1;
    const std::size_t begin = v_.says_any(i - 1, {"last", "next", "this"}) ? i - 1 : i;
    return relative(begin, i + 1, false);
  }

  // --- putting in ---

  // The words before a date that belong to it. `deadline` when they set one.
  std::size_t lead(std::size_t i, bool& deadline) const {
    if (i == 0) return i;
    if (v_.says(i - 1, "than") && v_.says(i - 2, "later") && v_.says_any(i - 3, {"no", "not"})) {
      deadline = true;
      return i - 3;
    }
    if (v_.says_any(i - 1, {"at", "of", "from"}) && v_.says(i - 2, "as") && !v_.says(i - 1, "from")) return i - 2;
    if (v_.says(i - 1, "to") && v_.says(i - 2, "up")) return i - 2;
    if (v_.says_any(i - 1, {"in", "on", "at", "since", "from", "until", "till", "during", "after", "over", "for",
                            "throughout", "between"}))
      return i - 1;
    if (v_.says_any(i - 1, {"by", "before", "within"})) {
      deadline = true;
      return i - 1;
    }
    return i;
  }

  std::size_t put(std::size_t begin, std::size_t end, DateMention mention, bool deadline) {
    bool set = deadline;
    std::size_t first = lead(begin, set);
    if (first < taken_) first = begin;
    mention.deadline = set;
    mention.value = {v_.tokens[begin].begin, v_.tokens[end - 1].end};
    mention.span = {v_.tokens[first].begin, v_.tokens[end - 1].end};
    out_.push_back(std::move(mention));
    taken_ = end;
    return end;
  }

  std::size_t relative(std::size_t begin, std::size_t end, bool deadline) {
    DateMention mention;
    mention.kind = DateKind::relative;
    return put(begin, end, std::move(mention), deadline);
  }

  std::size_t add(std::size_t i, const Range& range) {
    DateMention mention;
    mention.kind = range.kind;
    mention.from = to_iso(range.from);
    mention.to = to_iso(range.to);
    for (std::size_t k = i; k < range.end; ++k) v_.used[k] = 1;
    v_.order.day_first += range.order < 0;
    v_.order.month_first += range.order > 0;
    if (range.either_way) v_.order.doubtful.push_back(static_cast<std::uint32_t>(out_.size()));
    return put(i, range.end, std::move(mention), false);
  }

  Values& v_;
  std::vector<DateMention>& out_;
  std::size_t taken_ = 0;   // one past the last token of the date before
};

}  // namespace

void read_dates(Values& values, std::vector<DateMention>& out) { DateReader(values, out).read(); }

}  // namespace muster::text
