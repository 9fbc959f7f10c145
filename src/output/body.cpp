#include "output/body.hpp"

#include <algorithm>

namespace muster::output {

void Body::add(model::Span span) {
  if (span.begin >= span.end) return;
  const std::uint32_t begin = pieces_.empty() ? 0 : pieces_.back().begin + pieces_.back().span.size();
  pieces_.push_back({span, begin});
}

Body Body::whole(const model::Document& document) {
  Body body;
  body.add(document.text.whole());
  return body;
}

Body Body::without_furniture(const model::Document& document) {
  Body body;
  const auto& blocks = document.blocks;
  std::uint32_t from = 0;
  std::uint32_t last_kept = 0;   // end of the last block that stays: no white space trails it
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind != model::BlockKind::furniture) {
      last_kept = std::max(last_kept, blocks[i].span.end);
      continue;
    }
    body.add({from, std::max(from, blocks[i].span.begin)});
    from = std::max(from, i + 1 < blocks.size() ? blocks[i + 1].span.begin : document.text.size());
  }
  body.add({from, document.text.size()});
  // White space before furniture at the end of the document goes with it.
  const bool ends_in_furniture = !blocks.empty() && blocks.back().kind == model::BlockKind::furniture;
  while (ends_in_furniture && !body.pieces_.empty() && body.pieces_.back().span.end > last_kept) {
    Piece& piece = body.pieces_.back();
    if (piece.span.begin >= last_kept) {
      body.pieces_.pop_back();
    } else {
      piece.span.end = last_kept;
    }
  }
  return body;
}

bool Body::keeps(model::Span span) const {
  const auto piece = std::partition_point(pieces_.begin(), pieces_.end(),
                                          [&](const Piece& p) { return p.span.end <= span.begin; });
  return piece != pieces_.end() && piece->span.begin < std::max(span.end, span.begin + 1);
}

std::uint32_t Body::shift(std::uint32_t at) const {
  const auto piece =
      std::partition_point(pieces_.begin(), pieces_.end(), [&](const Piece& p) { return p.span.end < at; });
  if (piece == pieces_.end()) return pieces_.empty() ? 0 : pieces_.back().begin + pieces_.back().span.size();
  return piece->begin + (std::max(at, piece->span.begin) - piece->span.begin);
}

model::Span Body::shift(model::Span span) const {
  // The begin of a span belongs to the piece that holds the character at it, not to the one that ends there.
  const auto piece = std::partition_point(pieces_.begin(), pieces_.end(),
                                          [&](const Piece& p) { return p.span.end <= span.begin; });
  const std::uint32_t end = shift(span.end);
  if (piece == pieces_.end()) return {end, end};
  const std::uint32_t begin = piece->begin + (std::max(span.begin, piece->span.begin) - piece->span.begin);
  return {std::min(begin, end), end};
}

void Body::append_text(const model::Text& text, std::string& out) const {
  for (const Piece& piece : pieces_) out += text.utf8(piece.span);
}

}  // namespace muster::output
