// The marker that a browser shows before a list item.
#pragma once

#include <string>

#include "ingest/html_tree.hpp"

namespace muster::ingest {

struct OpenList {
  char type = 0;        // '1', 'a', 'A', 'i', 'I'; 0: bullets
  int next = 1;
  bool reversed = false;
};

[[nodiscard]] OpenList open_list(const Tree& tree, std::int32_t list);
[[nodiscard]] std::string next_marker(const Tree& tree, std::int32_t item, OpenList& list);

}  // namespace muster::ingest
