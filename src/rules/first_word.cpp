#include "rules/first_word.hpp"

#include <cstddef>

namespace muster::rules {
namespace {

bool word(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// What one piece of a pattern takes first.
enum class First { word, maybe_nothing, other };

First worse(First a, First b) { return a == First::other || b == First::other ? First::other : a == First::word ? b : a; }

class Reader {
 public:
  Reader(std::string_view pattern, std::size_t at) : pattern_(pattern), at_(at) {}

  // Alternatives up to the end or the closing bracket; `several` says whether there is more than one.
  First alternatives(bool& several, int depth = 0) {
    First all = First::word;
    several = false;
    while (true) {
      all = worse(all, sequence(depth));
      if (at_ >= pattern_.size() || pattern_[at_] != '|') return all;
      several = true;
      ++at_;
    }
  }

  [[nodiscard]] bool at_end() const { return at_ >= pattern_.size(); }

 private:
  [[nodiscard]] bool is(char c, std::size_t ahead = 0) const { return at_ + ahead < pattern_.size() && pattern_[at_ + ahead] == c; }

  First sequence(int depth) {
    First first = First::maybe_nothing;
    while (at_ < pattern_.size() && pattern_[at_] != '|' && pattern_[at_] != ')') {
      if (space(pattern_[at_])) {
        ++at_;
        continue;
      }
      First piece = atom(depth);
      if (optional() && piece == First::word) piece = First::maybe_nothing;
      if (first == First::maybe_nothing) first = piece;
    }
    return first;
  }

  First atom(int depth) {
    const char c = pattern_[at_];
    if (c == '(') return group(depth);
    if (c == '[') return set();
    if (c == '\\') {
      const char what = at_ + 1 < pattern_.size() ? pattern_[at_ + 1] : '\0';
      at_ += 2;
      if (what == 'b') return First::maybe_nothing;
      if (what == 'x' || what == 'p' || what == 'P') return First::other;
      return what == 'd' || what == 'w' ? First::word : First::other;
    }
    ++at_;
    return word(c) ? First::word : First::other;
  }

  First group(int depth) {
    ++at_;
    bool looks = false;
    if (is('?')) {
      looks = is('=', 1) || is('!', 1);
      const bool named = is('<', 1) && !is('=', 2) && !is('!', 2);
      if (!looks && !named && !is(':', 1)) return give_up();
      at_ += 2;
      if (named)
        while (at_ < pattern_.size() && pattern_[at_++] != '>') {}
    }
    bool several = false;
    const First inner = depth > 60 ? give_up() : alternatives(several, depth + 1);
    if (!is(')')) return give_up();
    ++at_;
    return looks ? First::maybe_nothing : inner;
  }

  First set() {
    First first = is('^', 1) ? First::other : First::word;
    for (++at_; at_ < pattern_.size() && pattern_[at_] != ']'; ++at_) {
      if (pattern_[at_] == '\\') {
        first = First::other;
        ++at_;
      } else if (pattern_[at_] == '[' || pattern_[at_] == '-' ? !(word(pattern_[at_ - 1]) && at_ + 1 < pattern_.size() && word(pattern_[at_ + 1])) : !word(pattern_[at_])) {
        first = First::other;
      }
    }
    ++at_;
    return first;
  }

  // Takes a quantifier; true if it allows nothing.
  bool optional() {
    std::size_t i = at_;
    while (i < pattern_.size() && space(pattern_[i])) ++i;
    if (i >= pattern_.size()) return false;
    const char c = pattern_[i];
    if (c != '?' && c != '*' && c != '+' && c != '{') return false;
    at_ = i + 1;
    const bool none = c == '?' || c == '*' || (c == '{' && !(at_ < pattern_.size() && pattern_[at_] >= '1' && pattern_[at_] <= '9'));
    if (c == '{')
      while (at_ < pattern_.size() && pattern_[at_++] != '}') {}
    while (is('?') || is('+')) ++at_;
    return none;
  }

  First give_up() {
    at_ = pattern_.size();
    return First::other;
  }

  std::string_view pattern_;
  std::size_t at_;
};

}  // namespace

std::string from_word_begins(std::string pattern) {
  std::size_t at = 0;
  while (at < pattern.size() && space(pattern[at])) ++at;
  if (pattern.compare(at, 2, "\\b") != 0) return pattern;
  Reader reader(pattern, at + 2);
  bool several = false;
  if (reader.alternatives(several) == First::word && !several && reader.at_end()) pattern[at + 1] = '<';
  return pattern;
}

}  // namespace muster::rules
