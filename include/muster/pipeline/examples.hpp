// A rule's examples through the real stages: what `rules test` and the tests call.
#pragma once

#include <string>
#include <vector>

#include "muster/pipeline/run.hpp"

namespace muster::pipeline {

struct ExampleReport {
  std::uint64_t rules = 0, examples = 0;
  std::vector<base::Error> failures;    // P005, P010, P011 with file, line and what differed
};

// The lint (counts, near misses) and every example of every rule of `muster`, loaded with examples.
[[nodiscard]] ExampleReport check_examples(const Muster&);

// A fact as field -> text, the names those of OUTPUT.md: what examples compare.
using FactFields = std::vector<std::pair<std::string, std::string>>;

}  // namespace muster::pipeline
