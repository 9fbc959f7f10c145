#include "ingest/html_table.hpp"

#include <algorithm>

#include "ingest/html_ascii.hpp"

namespace muster::ingest {

bool is_data_table(const Tree& tree, std::int32_t table) {
  const std::string_view role = tree.attribute(table, "role");
  if (role == "presentation" || role == "none") return false;
  std::size_t rows = 0, cells = 0, widest = 0, in_row = 0, text = 0, longest = 0, in_cell = 0;
  bool header = false;
  for (std::int32_t i = table + 1; i < tree[table].end; ++i) {
    const Node& node = tree[i];
    if (node.is_text()) {
      std::size_t letters = 0;
      for (const char c : tree.text(i)) letters += ascii::space(c) ? 0 : 1;
      text += letters;
      in_cell += letters;
      longest = std::max(longest, in_cell);
      continue;
    }
    switch (node.tag) {
      case GUMBO_TAG_TABLE:
      case GUMBO_TAG_FORM:
      case GUMBO_TAG_ARTICLE:
      case GUMBO_TAG_SECTION:
      case GUMBO_TAG_H1:
        return false;
      case GUMBO_TAG_TR: ++rows, in_row = 0; break;
      case GUMBO_TAG_TH: header = true; [[fallthrough]];
      case GUMBO_TAG_TD: ++cells, in_cell = 0, widest = std::max(widest, ++in_row); break;
      case GUMBO_TAG_CAPTION: case GUMBO_TAG_THEAD: header = true; break;
      default: break;
    }
  }
  if (rows == 0 || widest < 2 || text == 0) return false;
  if (header) return longest <= 2000;
  return rows >= 2 && longest <= 500 && text / cells <= 90;
}

}  // namespace muster::ingest
