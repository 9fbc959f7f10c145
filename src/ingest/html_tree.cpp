#include "ingest/html_tree.hpp"

#include <algorithm>
#include <cstddef>

#include "ingest/html_ascii.hpp"

namespace muster::ingest {

// The parser frees its tree by recursion; with an arena there is nothing to free.
class Tree::Arena {
 public:
  static void* take(void* self, std::size_t size) { return static_cast<Arena*>(self)->take(size); }
  static void give_back(void*, void*) {}

 private:
  static constexpr std::size_t chunk_size_ = 1U << 18U;
  void* take(std::size_t size) {
    constexpr std::size_t grain = alignof(std::max_align_t);
    size = (std::max<std::size_t>(size, 1) + grain - 1) / grain * grain;
    if (size > left_) {
      const std::size_t fresh = std::max(size, chunk_size_);
      chunks_.push_back(std::make_unique_for_overwrite<std::byte[]>(fresh));
      if (fresh > chunk_size_) return chunks_.back().get();   // the current chunk goes on
      next_ = chunks_.back().get();
      left_ = fresh;
    }
    void* taken = next_;
    next_ += size;
    left_ -= size;
    return taken;
  }
  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

namespace {

const GumboVector* children_of(const GumboNode& node) {
  if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) return &node.v.element.children;
  if (node.type == GUMBO_NODE_DOCUMENT) return &node.v.document.children;
  return nullptr;
}

std::string_view attribute_of(const GumboNode& node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found != nullptr ? std::string_view(found->value) : std::string_view();
}

// "display: none" with any spacing and case.
bool style_hides(std::string_view style) {
  if (style.empty()) return false;
  std::string packed;
  for (const char c : style)
    if (!ascii::space(c)) packed.push_back(ascii::lower(c));
  return packed.find("display:none") != std::string::npos || packed.find("visibility:hidden") != std::string::npos;
}

bool hidden(const GumboNode& node) {
  if (node.type != GUMBO_NODE_ELEMENT || node.v.element.attributes.length == 0) return false;
  return gumbo_get_attribute(&node.v.element.attributes, "hidden") != nullptr ||
         style_hides(attribute_of(node, "style"));
}

}  // namespace

Tree::Tree(const GuardedMarkup& guarded) : guarded_(guarded), arena_(std::make_unique<Arena>()) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Arena::take;
  options.deallocator = &Arena::give_back;
  options.userdata = arena_.get();
  options.max_errors = 0;
  const GumboOutput* parsed = gumbo_parse_with_options(&options, guarded.markup.data(), guarded.markup.size());
  flatten(parsed->document);
}

Tree::~Tree() = default;

void Tree::flatten(const GumboNode* root) {
  struct Open {
    const GumboNode* node;
    std::int32_t index;
    unsigned next = 0;
  };
  std::vector<Open> open{{root, 0}};
  nodes_.push_back({GUMBO_TAG_UNKNOWN, -1, 0, root, false});
  while (!open.empty()) {
    Open& top = open.back();
    const GumboVector* children = children_of(*top.node);
    if (children == nullptr || top.next == children->length) {
      nodes_[static_cast<std::size_t>(top.index)].end = size();
      open.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children->data[top.next++]);
    if (child->type == GUMBO_NODE_COMMENT) continue;
    const bool element = child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE;
    const std::int32_t parent = top.index;
    const bool out_of_sight = nodes_[static_cast<std::size_t>(parent)].hidden || hidden(*child);
    nodes_.push_back({element ? child->v.element.tag : GUMBO_TAG_LAST, parent, size() + 1, child, out_of_sight});
    if (element) open.push_back({child, size() - 1});
  }
}

std::string_view Tree::attribute(std::int32_t node, const char* name) const {
  const Node& at = (*this)[node];
  return at.parsed->type == GUMBO_NODE_ELEMENT ? attribute_of(*at.parsed, name) : std::string_view();
}

std::string_view Tree::text(std::int32_t node) const {
  return (*this)[node].is_text() ? std::string_view((*this)[node].parsed->v.text.text) : std::string_view();
}

std::pair<std::size_t, std::size_t> Tree::markup(std::int32_t node) const {
  const GumboStringPiece& piece = (*this)[node].parsed->v.text.original_text;
  const char* begin = guarded_.markup.data();
  const std::size_t size = guarded_.markup.size();
  // Text that the parser made up has no place of its own.
  if (piece.data == nullptr || piece.data < begin || piece.data > begin + size) return {0, 0};
  const auto at = static_cast<std::size_t>(piece.data - begin);
  return {at, std::min(size, at + piece.length)};
}

std::string Tree::text_inside(std::int32_t node) const {
  std::string out;
  for (std::int32_t i = node; i < (*this)[node].end; ++i) out += text(i);
  return out;
}

}  // namespace muster::ingest
