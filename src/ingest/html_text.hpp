// Tree -> the page's text in stretches, each one a paragraph, heading, list item or table row, with the map
// back to the source. Everything that is shown is kept; what belongs to the article is not known here.
#pragma once

#include <string>
#include <vector>

#include "ingest/html_tree.hpp"
#include "muster/model/source.hpp"

namespace muster::ingest {

// Text between two block boundaries. Offsets in code points and bytes of PageText::utf8.
struct Stretch {
  std::int32_t node = 0;               // innermost block element around it
  std::int32_t first = 0, last = 0;    // first and last text node in it
  model::Span span;
  std::size_t begin = 0, end = 0;      // bytes
  model::RunRole role = model::RunRole::paragraph;
  int level = 0;
  std::string marker;
  std::uint32_t chars = 0;             // code points that are not spaces
  std::uint32_t link_chars = 0;        // of these, inside links
  std::uint32_t links = 0;
  bool button = false;
};

struct PageText {
  std::string utf8;
  model::SourceMap map;
  std::vector<Stretch> stretches;      // in text order; separated by "\n\n", rows and items by "\n"
};

// With `hidden`, also what the page does not show at first.
[[nodiscard]] PageText read_text(const Tree& tree, const GuardedMarkup& guarded, bool hidden);

// Elements that begin and end a line of their own.
[[nodiscard]] bool is_block(GumboTag tag);

}  // namespace muster::ingest
