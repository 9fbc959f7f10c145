// The staffing figures of a text as one line of notation, for tables of (text, notation).
#pragma once

#include <doctest/doctest.h>

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "muster/ingest/open.hpp"
#include "muster/pipeline/run.hpp"
#include "support/whole.hpp"

namespace muster::support {

[[nodiscard]] inline std::string number(double value) {
  char text[32];
  const bool whole = value == static_cast<double>(static_cast<long>(value));
  std::snprintf(text, sizeof text, whole ? "%.0f" : "%.1f", value);
  return text;
}

// "vacancy 11 percent; headcount 3-5 people over target": metric, figure, unit, then bound and role where
// they are not exact and current.
[[nodiscard]] inline std::string staffing_in(std::string_view text) {
  std::string out;
  ingest::open_bytes(text, "test.txt", {}, {}, [&](ingest::Opened&& opened) {
    const model::Record record = reader().read(std::move(opened.source), {});
    for (const model::Staffing& fact : record.facts.staffing) {
      if (!fact.low) continue;
      out += (out.empty() ? "" : "; ") + fact.metric + " " + number(*fact.low);
      if (*fact.high != *fact.low) out += "-" + number(*fact.high);
      out += " " + fact.unit;
      if (fact.bound != model::Bound::exact) out += " " + std::string(to_text(fact.bound));
      if (fact.role != "current") out += " " + fact.role;
    }
    return false;
  });
  return out;
}

struct Row { std::string_view text, says; };

inline void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(staffing_in(row.text) == row.says);
  }
}

}  // namespace muster::support
