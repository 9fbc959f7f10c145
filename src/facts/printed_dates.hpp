// Dates as documents print them in their heads: "4 July 2009", "July 04, 2009", "2013-11-13", "06-16-2013",
// "13 to 24 February 2023". Works on folded text of any language; knows nothing of sentences.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace muster::facts {

struct PrintedDate {
  std::string from, to;         // ISO days; equal but for a period
  std::size_t begin = 0, end = 0;   // in the text that was searched
};

// The first whole day (or period of days) in `folded`; nothing if it holds none. Where `before` is an ISO
// day, a period of days without a year ("4 and 8 May") is the last such one before it. O(length).
[[nodiscard]] std::optional<PrintedDate> find_date(std::string_view folded, std::string_view before = {});

}  // namespace muster::facts
