// The word lists of a pattern cut down to the words that stand in one sentence. A form that does not
// occur in a text can take no part in a match there, so the narrow pattern finds exactly what the whole
// one finds; and it compiles in a fraction of the time, which is most of the time that a short text takes.
#pragma once

#include <bitset>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace muster::rules {

// A sentence against which forms are looked up, and the alternations made for it so far.
class Narrowing {
 public:
  // `folded`: the sentence as the engine sees it.
  void begin(std::string_view folded);

  // `forms` of the list `id` (sorted, lower case, single spaces) as one group of those that occur here,
  // anywhere, also inside words. Counts in dropped() those that do not.
  const std::string& alternation(std::string_view id, const std::vector<std::string>& forms);

  [[nodiscard]] std::size_t dropped() const { return dropped_; }
  void count_anew() { dropped_ = 0; }

 private:
  struct Cut {
    std::string pattern;
    std::size_t dropped = 0;
  };
  [[nodiscard]] bool holds(std::string_view form) const;

  std::string text_;                 // lower case, white space single
  char absent_ = '\0';                // a control character that it does not hold: what an empty list is
  std::bitset<1U << 16U> pairs_;     // the pairs of letters in it: most forms fail on their first
  std::map<std::string, Cut, std::less<>> cuts_;
  std::size_t dropped_ = 0;
};

}  // namespace muster::rules
