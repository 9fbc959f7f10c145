// A stretch of a document's text, in Unicode code points.
//
// Every position in muster is one of these. The unit is the code point because that is what OUTPUT
// promises (`text[start:end] == quote` in Python) and because base::Text keeps a folded copy of the
// text with exactly one byte a code point, so a span indexes that copy directly.
#pragma once

#include <algorithm>
#include <cstdint>

namespace muster::base {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // one past the last code point

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(Span inner) const {
    return begin <= inner.begin && inner.end <= end;
  }
  [[nodiscard]] constexpr bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  // The smallest span that holds both.
  [[nodiscard]] constexpr Span join(Span other) const {
    return {std::min(begin, other.begin), std::max(end, other.end)};
  }
  friend constexpr bool operator==(Span, Span) = default;
  friend constexpr auto operator<=>(Span, Span) = default;
};

}  // namespace muster::base
