// Patterns and texts made up by chance, the same each time.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace made_up {

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t n) { return random_() % n; }
  const char* one_of(const std::vector<const char*>& list) { return list[below(list.size())]; }

 private:
  std::minstd_rand random_;
};

// Patterns of the syntax that packs use, over few letters, so that many of them match somewhere.
inline std::string pattern_of(Dice& dice, int depth) {
  std::string out;
  const std::size_t pieces = 1 + dice.below(4);
  for (std::size_t i = 0; i < pieces; ++i) {
    if (depth < 3 && dice.below(3) == 0) {
      out += dice.one_of({"(?: ", "( ", "(?<name> ", "(?= ", "(?! "});
      out += pattern_of(dice, depth + 1);
      for (std::size_t n = dice.below(3); n > 0; --n) out += " | " + pattern_of(dice, depth + 1);
      out += " )";
    } else {
      out += dice.one_of({"a",   "b",   "ab",  "B",        "1",          "\\b",   "\\b",     "\\s+",  "\\s",
                          "\\w", "\\d", "\\W", ".",        "[ab]",       "[^a]",  "[a-c-]",  "[^.;]", "-",
                          "\\.", "^",   "$",   "(?<! a )", "(?<= \\s )", "\\xA3", "[\\d.,]", "\\B"});
    }
    out += dice.one_of({"", "", "", "", "?", "*", "+", "{0,2}", "{2}", "{1,3}?", "{2,}", "??", "*?"});
    out += ' ';
  }
  return out;
}

inline std::string text_of(Dice& dice) {
  std::string out;
  for (std::size_t n = dice.below(30); n > 0; --n)
    out += dice.one_of({"a", "b", "A", "c", " ", " ", "\n", "1", "-", ".", "\xA3", "_", "ab", "ba"});
  return out;
}

}  // namespace made_up
