// Is a table one of data, or was it only used to place things on the page?
#pragma once

#include "ingest/html_tree.hpp"

namespace muster::ingest {

// Looks at the table's cells, up to the first table inside it. Linear.
[[nodiscard]] bool is_data_table(const Tree& tree, std::int32_t table);

}  // namespace muster::ingest
