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

// What is wrong with a rule's examples as a set (P005), then each example that does not behave as it
// says (P010, P011), in order of pack, rule and line. `muster` must be loaded with examples.
[[nodiscard]] ExampleReport check_examples(const Muster& muster);

// The same for one rule.
[[nodiscard]] ExampleReport check_examples(const Muster& muster, const model::Rule& rule);

}  // namespace muster::pipeline
