// A document's text with or without its furniture, and where positions go. Nothing is searched for:
// pieces are cut out and what follows moves up.
#pragma once

#include <string>
#include <vector>

#include "muster/model/block.hpp"

namespace muster::output {

class Body {
 public:
  [[nodiscard]] static Body whole(const model::Document& document);
  // Leaves out every furniture block with the white space behind it; the rest is unchanged.
  [[nodiscard]] static Body without_furniture(const model::Document& document);

  // Whether anything of the span is left. O(log pieces), as shift.
  [[nodiscard]] bool keeps(model::Span span) const;
  // Where a span that is kept lies in the body.
  [[nodiscard]] model::Span shift(model::Span span) const;
  void append_text(const model::Text& text, std::string& out) const;

 private:
  struct Piece {
    model::Span span;            // of the document
    std::uint32_t begin = 0;     // in the body
  };
  void add(model::Span span);
  [[nodiscard]] std::uint32_t shift(std::uint32_t at) const;

  std::vector<Piece> pieces_;    // in order, disjoint, not empty
};

}  // namespace muster::output
