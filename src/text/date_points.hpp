// A day, month or year as written, and two of them as a range.
#pragma once

#include <string>

#include "text/values.hpp"

namespace muster::text {

struct Point {
  int year = 0;    // 0: not said
  int month = 0;
  int day = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

// "2009-07-04", "2014-03", "2013", "--03" (no year), "" (nothing).
[[nodiscard]] std::string to_iso(const Point& point);

struct Range {
  std::size_t end = 0;                            // one past its last token; 0: there is none
  model::DateKind kind = model::DateKind::day;
  Point from, to;
  std::size_t begin = 0;
  int order = 0;            // how it is written: -1 the day first, 1 the month first, 0 neither
  bool either_way = false;  // "03/02/2023": read with the day first, could be the other
};

// The date or range of dates at token `i`. `sure`: the words before say that a date comes, so a month
// alone will do.
[[nodiscard]] Range range_at(const Values&, std::size_t i, bool sure = false);

// "Act 1989", "Regulations 2014": the year of a law is neither date nor quantity. Marks it and returns
// the token after it, or `i`.
std::size_t named_year(Values&, std::size_t i);

}  // namespace muster::text
