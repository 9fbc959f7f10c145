// Which rules a word wakes: made of what the rules wait for, or read where it was made beforehand.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "muster/base/result.hpp"
#include "rules/expand.hpp"
#include "rules/trigger.hpp"

namespace muster::rules {

// A rule and the pack that it stands in.
struct PlacedRule {
  const model::Pack* pack = nullptr;
  const model::Rule* rule = nullptr;
};
// All rules of a set by id: the order in which they are numbered.
[[nodiscard]] std::vector<PlacedRule> rules_by_id(const model::PackSet& packs);

class Waking {
 public:
  Waking() = default;
  // Of what flatten gave, which must outlive it.
  explicit Waking(std::string_view flat);

  // P004 where a rule waits for a list that is not there.
  [[nodiscard]] static base::Result<std::string> flatten(const std::vector<PlacedRule>& rules,
                                                         const Expander& expander);

  // Calls hit(rule, begin, end) for every word of a folded text that wakes a rule, by beginning; a rule may come often.
  template <class Hit>
  void scan(std::string_view text, Hit&& hit) const {
    triggers_.scan(text, [&](std::uint32_t group, std::size_t begin, std::size_t end) {
      const auto to = flat::at<std::uint32_t>(first_, group + std::size_t{1});
      for (auto r = flat::at<std::uint32_t>(first_, group); r < to; ++r)
        hit(flat::at<std::uint32_t>(rules_, r), begin, end);
    });
  }

 private:
  struct Head {
    flat::Part triggers, first, rules;   // `first`: of each group of words, and one more
  };
  TriggerIndex triggers_;
  const char* first_ = nullptr;
  const char* rules_ = nullptr;
};

}  // namespace muster::rules
