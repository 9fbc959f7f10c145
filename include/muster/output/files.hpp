// Records -> files that are no stream: a SQLite database, a workbook; and one separated table a kind. Who calls
// sees to it that the file takes its place only when it is whole.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "muster/base/result.hpp"
#include "muster/output/write.hpp"

namespace muster::output {

// As Writer, but into a file of its own. The first thing that goes wrong (a full disk) is kept and nothing is
// written after it. Without finish() what lies at `path` is of no use.
class FileWriter {
 public:
  virtual ~FileWriter() = default;
  [[nodiscard]] virtual base::Result<bool> write(const model::Record& record) = 0;
  [[nodiscard]] virtual base::Result<bool> finish() = 0;
};

// `path`: an empty file, or none yet. Tables of documents, each kind of fact and warnings, keys between
// them, a full-text index over quotes, and views (docs/tables.md). The same records give the same bytes with
// the same version of SQLite.
[[nodiscard]] base::Result<std::unique_ptr<FileWriter>> make_sqlite(const std::string& path, const Style& style);

// One sheet a kind. Excel's limits hold: a sheet takes 1,048,576 rows, a cell 32,767 characters; what is over is cut
// and finish() says so. Rows go to disk as they come.
[[nodiscard]] base::Result<std::unique_ptr<FileWriter>> make_xlsx(const std::string& path, const Style& style);

// The tables that `--split` makes: "documents", the kinds asked for, "warnings".
[[nodiscard]] std::vector<std::string> table_names(const Style& style);
// Rows of one of them as CSV or TSV, behind the number and path of their document.
[[nodiscard]] std::unique_ptr<Writer> make_table_of(std::string_view name, Format format, const Style& style);

}  // namespace muster::output
