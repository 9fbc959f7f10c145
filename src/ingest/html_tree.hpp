// Guarded markup -> the parser's tree as one flat list in document order. The only header here that names
// the parser. Nodes, their texts and attributes live as long as the Tree.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_guard.hpp"

namespace muster::ingest {

struct Node {
  GumboTag tag = GUMBO_TAG_LAST;       // GUMBO_TAG_LAST: text
  std::int32_t parent = -1;
  std::int32_t end = 0;                // one past the last node inside
  const GumboNode* parsed = nullptr;
  bool hidden = false;                 // not shown: attribute or inline style, here or above
  [[nodiscard]] bool is_text() const { return tag == GUMBO_TAG_LAST; }
};

class Tree {
 public:
  explicit Tree(const GuardedMarkup& guarded);
  ~Tree();
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  [[nodiscard]] const Node& operator[](std::int32_t i) const { return nodes_[static_cast<std::size_t>(i)]; }
  [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(nodes_.size()); }

  // "" when there is no such attribute.
  [[nodiscard]] std::string_view attribute(std::int32_t node, const char* name) const;
  // Decoded text of a text node, and the markup bytes that it came from.
  [[nodiscard]] std::string_view text(std::int32_t node) const;
  [[nodiscard]] std::pair<std::size_t, std::size_t> markup(std::int32_t node) const;
  [[nodiscard]] std::string_view markup_text() const { return guarded_.markup; }
  // All text inside, as it stands.
  [[nodiscard]] std::string text_inside(std::int32_t node) const;

 private:
  class Arena;
  void flatten(const GumboNode* root);
  const GuardedMarkup& guarded_;
  std::unique_ptr<Arena> arena_;       // holds all that the parser allocates; let go of at once
  std::vector<Node> nodes_;
};

}  // namespace muster::ingest
