// The SQL that muster's database is made of, from the columns of cells.hpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "output/cells.hpp"

namespace muster::output {

// Tables, before any row.
[[nodiscard]] std::string sqlite_tables();
// Indexes and views, after all rows.
[[nodiscard]] std::string_view sqlite_views();
// INSERT INTO "name" VALUES (?, …) for document number and `columns` more.
[[nodiscard]] std::string sqlite_insert(std::string_view table, std::size_t values);

}  // namespace muster::output
