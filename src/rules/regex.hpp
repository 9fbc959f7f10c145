// The one door to PCRE2: compile, search, give up. Its types stay behind it. Patterns are Perl's, caseless
// and free-spacing; ^ and $ are the ends of what is searched, '.' is any character. They become machine
// code where PCRE2 can make it. A search that backtracks too much ends as `stopped` after some hundredths
// of a second.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "muster/base/span.hpp"

namespace muster::rules {

// Where one group matched, relative to what was searched. `number` counts opening brackets from 1.
struct Capture {
  std::uint32_t number = 0;
  base::Span span;
};

enum class Search : std::uint8_t { found, nothing, stopped };

class Regex {
 public:
  struct Problem {
    std::string text;
    std::size_t at = 0;   // byte of the pattern
  };
  // `here`: a match begins at the start of the search only.
  enum class Where : std::uint8_t { anywhere, here };

  // nullptr and `problem` filled in if the pattern does not compile.
  [[nodiscard]] static std::unique_ptr<Regex> compile(const std::string& pattern, Problem& problem,
                                                      Where where = Where::anywhere);

  // The compiled pattern as bytes, for a PCRE2 of the same version on the same kind of machine; and of such
  // bytes, aligned for numbers of 64 bits: nullptr for another PCRE2.
  [[nodiscard]] std::string flatten() const;
  [[nodiscard]] static std::unique_ptr<Regex> over(std::string_view flat);
  ~Regex();
  Regex(const Regex&) = delete;
  Regex& operator=(const Regex&) = delete;

  // The first match in text[from, to); what stands before `from` counts for \b and look-behind.
  // `captures` (cleared) gets the groups that took part, without group 0.
  [[nodiscard]] Search search(std::string_view text, std::size_t from, std::size_t to, base::Span& match,
                              std::vector<Capture>* captures) const;

 private:
  Regex();
  struct Body;
  std::unique_ptr<Body> body_;
};

// The named groups of a pattern and their numbers, in order of the pattern. A name may stand twice.
struct Group {
  std::string name;
  std::uint32_t number = 0;
};
[[nodiscard]] std::vector<Group> named_groups(std::string_view pattern);

}  // namespace muster::rules
