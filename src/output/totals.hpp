// What a summary counts: per document, and added up over all of them.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "muster/model/record.hpp"

namespace muster::output {

struct Totals {
  std::uint64_t documents = 0, failed = 0;
  std::uint64_t recommendations = 0, calls = 0, commitments = 0, priorities = 0;   // repeats left out
  std::uint64_t statuses = 0, judgements = 0, staffing = 0, figures = 0;
  std::map<std::string, std::uint64_t> themes;       // of recommendations
  std::map<model::StatusValue, double> by_status;    // from the tallies; without any, from the statements
  double made = 0;                                   // asked for earlier, where the text says how many
  std::map<std::string, std::uint64_t> inspectorates;

  void add(const Totals& other);
};
[[nodiscard]] Totals totals_of(const model::Record& record);

}  // namespace muster::output
