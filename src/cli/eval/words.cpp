#include "cli/eval/words.hpp"

#include <algorithm>
#include <cstddef>

#include "muster/base/text.hpp"

namespace muster::cli::eval {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == base::fold::letter || c == base::fold::upper ||
         c == base::fold::ideograph;
}

std::size_t shared(const Bag& a, const Bag& b) {
  std::size_t count = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) { ++count; ++i; ++j; }
    else if (a[i] < b[j]) ++i;
    else ++j;
  }
  return count;
}

}  // namespace

Bag bag_of(std::string_view text) {
  const base::Text held{std::string(text)};
  const std::string_view folded = held.folded();
  Bag bag;
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t end = at;
    if (digit(folded[at])) {
      while (end < folded.size() && (digit(folded[end]) || ((folded[end] == '.' || folded[end] == ',') &&
                                                            end + 1 < folded.size() && digit(folded[end + 1]))))
        ++end;
    } else {
      while (end < folded.size() && letter(folded[end])) ++end;
    }
    if (end == at) { ++at; continue; }
    // Letters of other scripts are told apart by their own bytes, not by the folded ones.
    std::string word;
    for (const char c : held.utf8(base::Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}))
      if (c != ',') word.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    bag.push_back(std::move(word));
    at = end;
  }
  std::sort(bag.begin(), bag.end());
  return bag;
}

double token_f1(const Bag& a, const Bag& b) {
  const std::size_t both = shared(a, b);
  return both == 0 ? 0.0 : 2.0 * static_cast<double>(both) / static_cast<double>(a.size() + b.size());
}

double overlap(const Bag& a, const Bag& b) {
  const std::size_t both = shared(a, b), shorter = std::min(a.size(), b.size());
  const double f1 = both == 0 ? 0.0 : 2.0 * static_cast<double>(both) / static_cast<double>(a.size() + b.size());
  constexpr std::size_t least_words = 4;
  constexpr double nearly_all = 0.9, taken_for = 0.85;
  return shorter >= least_words && static_cast<double>(both) >= nearly_all * static_cast<double>(shorter)
             ? std::max(f1, taken_for)
             : f1;
}

}  // namespace muster::cli::eval
