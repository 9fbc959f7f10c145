// The dates that pages give of themselves -> ISO ("2019-11-19"), in metadata and in datelines. Not for
// running text: that is the text room's.
#pragma once

#include <string>
#include <string_view>

namespace muster::ingest {

// The first date in `text`, as "YYYY-MM-DD"; "" if there is none or it is no calendar date. Of "05-06-2011"
// and "05/06/2011" the first number is the month unless it cannot be, or `day_first`.
[[nodiscard]] std::string find_date(std::string_view text, bool day_first);

}  // namespace muster::ingest
