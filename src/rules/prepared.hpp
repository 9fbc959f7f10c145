// What the engine makes of the program's own packs, made when muster is built (cmake/prepare_rules.cpp) and
// compiled into it. Of a PCRE2 of another version patterns are compiled anew.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "muster/base/result.hpp"
#include "muster/model/pack.hpp"
#include "rules/flat.hpp"
#include "rules/pattern.hpp"

namespace muster::rules {

// The bytes that were made of the packs in packs::prepared_packs. Empty in the tool that makes them.
[[nodiscard]] std::string_view prepared_rules();

// Such bytes for a set of packs, or what is wrong with a rule.
[[nodiscard]] base::Result<std::string> prepare_rules(const model::PackSet& packs);

// Reads them where they lie.
class Prepared {
 public:
  // `flat`: not empty.
  explicit Prepared(std::string_view flat) : flat_(flat), head_(flat::at<Head>(flat.data())) {}

  struct Rule {
    Pattern::Flat pattern, unless;
    std::vector<Group> groups;
  };
  [[nodiscard]] std::size_t size() const { return head_.rules.size / sizeof(Entry); }
  [[nodiscard]] Rule rule(std::size_t number) const;   // in the order of rules_by_id
  [[nodiscard]] std::string_view waking() const { return head_.waking.of(flat_); }

 private:
  friend base::Result<std::string> prepare_rules(const model::PackSet& packs);
  struct Head {
    flat::Part waking, rules;
  };
  struct Entry {
    flat::Part regex, sieve, unless_regex, unless_sieve, groups;   // groups: numbers and names
  };

  std::string_view flat_;
  Head head_;
};

}  // namespace muster::rules
