#include "packs/excerpt.hpp"

#include <algorithm>

#include "muster/base/utf8.hpp"

namespace muster::packs {
namespace {

constexpr std::size_t widest = 100;

std::string_view line_of(std::string_view text, std::uint32_t line) {
  for (std::uint32_t n = 1; n < line; ++n) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  std::string_view found = text.substr(0, text.find('\n'));
  if (found.ends_with('\r')) found.remove_suffix(1);
  return found;
}

// Optimal string alignment distance; words here are a few letters long.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(now);
  }
  return last[b.size()];
}

}  // namespace

std::vector<std::string> excerpt(std::string_view text, std::uint32_t line, std::uint32_t column) {
  if (line == 0 || column == 0) return {};
  const std::string_view source = line_of(text, line);
  if (source.empty()) return {};
  std::vector<std::size_t> starts;   // byte of every code point
  for (std::size_t at = 0; at < source.size(); at += base::step(source, at).length) starts.push_back(at);
  const std::size_t caret = std::min<std::size_t>(column - 1, starts.size());
  std::size_t from = 0;
  std::size_t to = starts.size();
  if (to > widest) {
    from = caret > widest / 2 ? caret - widest / 2 : 0;
    to = std::min(to, from + widest);
  }
  const auto byte = [&](std::size_t i) { return i < starts.size() ? starts[i] : source.size(); };
  std::string shown(source.substr(byte(from), byte(to) - byte(from)));
  std::string below;
  for (std::size_t i = from; i < caret; ++i) below += source[byte(i)] == '\t' ? '\t' : ' ';
  return {std::move(shown), below + '^'};
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t d = distance(word, candidate);
    if (d < best_distance) {
      best = candidate;
      best_distance = d;
    }
  }
  return best;
}

}  // namespace muster::packs
