// Statuses and tallies of a text in one line each, for tables of (text, facts).
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "muster/model/record.hpp"
#include "support/whole.hpp"

namespace muster::support {

inline std::string number(double value) { return std::to_string(static_cast<int>(value)); }

// "met 3/5; not_met 2/5"
inline std::string statuses(const model::Record& record) {
  std::string out;
  for (const model::Status& status : record.facts.statuses)
    out += (out.empty() ? "" : "; ") + std::string(to_text(status.status)) +
           (status.count ? " " + number(*status.count) : "") + (status.of ? "/" + number(*status.of) : "") +
           (status.share == model::Share::none_given ? "" : " " + std::string(to_text(status.share)));
  return out;
}

struct StatusRow { std::string_view text, facts; };

inline void check_statuses(const std::vector<StatusRow>& rows) {
  for (const StatusRow& row : rows) {
    CAPTURE(row.text);
    CHECK(statuses(read(row.text)) == row.facts);
  }
}

// "5 of 7 ok"
inline std::string tallies(const model::Record& record) {
  std::string out;
  for (const model::Tally& tally : record.facts.tallies)
    out += (out.empty() ? "" : "; ") + number(tally.accounted) + " of " + (tally.made ? number(*tally.made) : "?") +
           (!tally.consistent   ? ""
            : *tally.consistent ? " ok"
                                : " short");
  return out;
}

}  // namespace muster::support
