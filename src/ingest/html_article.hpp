// Which stretches of a page are its article, and which are furniture around it. Judges by the page's
// structure, names of classes and density of text and links; knows no site.
#pragma once

#include <vector>

#include "ingest/html_text.hpp"

namespace muster::ingest {

// One mark a stretch: true for furniture. A page without any sign of furniture is all article.
[[nodiscard]] std::vector<bool> find_furniture(const Tree& tree, const PageText& page);

}  // namespace muster::ingest
