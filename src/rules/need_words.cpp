#include "rules/need_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace muster::rules {
namespace {

double commonness_of(std::string_view word) {
  static constexpr std::array<std::string_view, 40> everywhere{
      "the", "of",  "and",  "to",   "in",   "a",    "is",    "been", "have",  "has",  "was",  "were", "that", "with",
      "for", "not", "are",  "as",   "by",   "on",   "at",    "an",   "be",    "this", "from", "had",  "it",   "its",
      "or",  "but", "they", "which", "their", "all", "there", "who",  "these", "when", "will", "no"};
  // Of a word so long, roughly: a sentence has some twenty-five words.
  static constexpr std::array<double, 9> by_length{1.0, 0.6, 0.3, 0.12, 0.06, 0.03, 0.02, 0.012, 0.008};
  const bool goes_on = word.ends_with('*');
  if (goes_on) word.remove_suffix(1);
  if (std::find(everywhere.begin(), everywhere.end(), word) != everywhere.end()) return 0.4;
  if (word.size() == 1 && word.front() >= '0' && word.front() <= '9') return 0.04;
  const double alone = by_length[std::min(word.size(), by_length.size() - 1)];
  return goes_on ? std::min(1.0, 2 * alone) : alone;
}

}  // namespace

std::string rarest_word(std::string_view text, Edges edges) {
  std::string best;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_part(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_part(text[end])) ++end;
    if (i > 0 || edges.before) {
      std::string word(text.substr(i, end - i));
      if (end == text.size() && !edges.after) word += '*';
      if (best.empty() || commonness_of(word) < commonness_of(best)) best = std::move(word);
    }
    i = end;
  }
  return best;
}

void tidy(Need& need) {
  std::sort(need.begin(), need.end());
  need.erase(std::unique(need.begin(), need.end()), need.end());
  const Need all = need;
  std::erase_if(need, [&](const std::string& word) {
    return std::any_of(all.begin(), all.end(), [&](const std::string& other) {
      return other.ends_with('*') && other != word &&
             std::string_view(word).starts_with(std::string_view(other).substr(0, other.size() - 1));
    });
  });
}

double commonness(const Need& need) {
  double sum = 0;
  for (const std::string& word : need) sum += commonness_of(word);
  return sum;
}

}  // namespace muster::rules
