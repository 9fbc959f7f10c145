// Lines joined to units, and what each unit is: the work between lines and blocks.
#pragma once

#include <string>
#include <vector>

#include "layout/lines.hpp"
#include "layout/phrases.hpp"
#include "muster/model/block.hpp"

namespace muster::layout {

// What becomes one block.
struct Unit {
  model::Span span;
  model::BlockKind kind = model::BlockKind::paragraph;
  int level = 0;
  std::optional<int> page;
  std::uint32_t lines = 1;
  std::uint32_t indent = 0, breaks = 0, words = 0;
  Marker marker;
  LineShape shape = LineShape::text;
  bool stops = false, upper = false, caps = false, address = false, foreign = false;
  bool underlined = false;
  bool verdict = false;          // "Partially achieved", on the request above it
  bool settled = false;          // kind is decided
  Opens opens = Opens::nothing;
  char last = 0;
  // A paragraph that nobody takes for a menu entry, a caption or a heading.
  [[nodiscard]] bool real() const {
    return !foreign && span.size() >= 60 && words >= 9 && (stops || span.size() >= 160);
  }
};

// Joins lines to units; inner line breaks become spaces in `text`.
[[nodiscard]] std::vector<Unit> join_lines(base::Text& text, const std::vector<Line>& lines, const model::Run* runs);

// Each in this order over the units of one stretch of lines.
void find_furniture(const base::Text& text, const Phrases::Tables& phrases, std::vector<Unit>& units);
void find_marked(const base::Text& text, std::vector<Unit>& units);
void find_headings(const base::Text& text, const Phrases::Tables& phrases, std::vector<Unit>& units);
void find_title(const base::Text& text, const std::string& hint, const Phrases::Tables& phrases,
                std::vector<Unit>& units);
void find_levels(std::vector<Unit>& units);

// "By Ann Other", "By our health correspondent", "Ann Other, social affairs correspondent".
[[nodiscard]] bool is_byline(std::string_view folded);
// "Saturday, 4 July 2009", "By Ann Other", "Published 12 March 2014": says when or who, heads nothing.
[[nodiscard]] bool is_dateline(std::string_view folded);
// "Dear Ms Smith"
[[nodiscard]] bool is_salutation(std::string_view folded);

}  // namespace muster::layout
