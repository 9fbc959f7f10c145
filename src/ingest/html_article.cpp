#include "ingest/html_article.hpp"

namespace muster::ingest {

std::vector<bool> find_furniture(const Tree& tree, const PageText& page) {
  std::vector<bool> furniture(page.stretches.size(), false);
  for (std::size_t i = 0; i < page.stretches.size(); ++i)
    for (std::int32_t n = page.stretches[i].node; n >= 0; n = tree[n].parent) {
      const GumboTag tag = tree[n].tag;
      if (tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_BUTTON) furniture[i] = true;
    }
  return furniture;
}

}  // namespace muster::ingest
