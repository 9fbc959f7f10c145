#include <algorithm>

#include "muster/model/source.hpp"

namespace muster::model {
namespace {

// Source byte of a text position inside a piece; `end` asks for the far side of the code point before.
std::uint64_t inside(const MapPiece& piece, std::uint32_t at, const Text& text, bool end) {
  if (at <= piece.text.begin) return piece.source_begin;
  if (at >= piece.text.end) return piece.source_end;
  if (piece.stride != 0) return piece.source_begin + std::uint64_t{piece.stride} * (at - piece.text.begin);
  if (!piece.verbatim) return end ? piece.source_end : piece.source_begin;
  return piece.source_begin + (text.byte_of(at) - text.byte_of(piece.text.begin));
}

}  // namespace

std::pair<std::uint64_t, std::uint64_t> SourceMap::source_of(Span span, const Text& text) const {
  if (pieces.empty()) return {0, 0};
  // First piece that ends behind the span's beginning; last piece that begins before the span's end.
  const auto first = std::partition_point(pieces.begin(), pieces.end(),
                                          [&](const MapPiece& p) { return p.text.end <= span.begin; });
  if (first == pieces.end()) return {pieces.back().source_end, pieces.back().source_end};
  const std::uint64_t from = inside(*first, span.begin, text, false);
  const auto behind = std::partition_point(first, pieces.end(),
                                           [&](const MapPiece& p) { return p.text.begin < span.end; });
  if (behind == first) return {from, from};
  return {from, std::max(from, inside(*(behind - 1), span.end, text, true))};
}

std::optional<int> page_at(const std::vector<PageMark>& marks, std::uint32_t at) {
  const auto behind =
      std::partition_point(marks.begin(), marks.end(), [&](const PageMark& mark) { return mark.at <= at; });
  if (behind == marks.begin()) return std::nullopt;
  return (behind - 1)->page;
}

}  // namespace muster::model
