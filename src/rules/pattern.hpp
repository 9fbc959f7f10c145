// A pattern that many sentences meet: its regular expression, tried only where its sieve lets it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rules/regex.hpp"
#include "rules/sieve.hpp"

namespace muster::rules {

class Pattern {
 public:
  // As Regex::compile.
  [[nodiscard]] static std::unique_ptr<const Pattern> compile(const std::string& written, Regex::Problem& problem);

  // As Regex::search. `starts`: of the whole text.
  [[nodiscard]] Search search(std::string_view text, std::size_t from, std::size_t to, const WordStarts& starts, Sieve::Memory& memory,
                              base::Span& match, std::vector<Capture>* captures) const;

 private:
  Pattern() = default;
  std::unique_ptr<Regex> regex_;           // anchored where there is a sieve
  std::unique_ptr<const Sieve> sieve_;     // none: the regular expression searches by itself
};

}  // namespace muster::rules
