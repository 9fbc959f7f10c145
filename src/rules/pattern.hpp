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

  // The bytes of a pattern. `sieve`: empty where it has none.
  struct Flat {
    std::string_view regex, sieve;
  };
  // Of bytes that must outlive it; nullptr as Regex::over.
  [[nodiscard]] static std::unique_ptr<const Pattern> over(const Flat& flat);
  [[nodiscard]] std::string flat_regex() const { return regex_->flatten(); }
  [[nodiscard]] std::string_view flat_sieve() const { return sieve_ != nullptr ? sieve_->flat() : std::string_view(); }

  // As Regex::search. `starts`: of the whole text.
  [[nodiscard]] Search search(std::string_view text, std::size_t from, std::size_t to, const WordStarts& starts,
                              Sieve::Memory& memory, base::Span& match, std::vector<Capture>* captures) const;

 private:
  Pattern() = default;
  std::unique_ptr<Regex> regex_;           // anchored where there is a sieve
  std::unique_ptr<const Sieve> sieve_;     // none: the regular expression searches by itself
};

}  // namespace muster::rules
