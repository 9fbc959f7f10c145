// Facts as rows of typed cells, one table a kind: what split CSV, SQLite and spreadsheets print. The columns are
// those of the walk in fields.hpp, so that no kind can miss a field that the others formats have.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "muster/output/fields.hpp"

namespace muster::output {

enum class CellType : std::uint8_t { text, integer, real, boolean };

struct Column {
  std::string name;
  CellType type = CellType::text;
};

// std::monostate is null. Strings are valid UTF-8.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double, bool>;
using Row = std::vector<Cell>;

// One row a document: source, document, and with `text` its text.
[[nodiscard]] const std::vector<Column>& document_columns();
[[nodiscard]] Row document_row(const model::Record& record);

// One row a warning: code, message, page.
[[nodiscard]] const std::vector<Column>& warning_columns();
[[nodiscard]] Row warning_row(const base::Warning& warning);

// id, the kind's own fields, confidence, evidence (a tally's first). `kind` is one of fields.hpp's kinds.
// Lists are joined with "; "; a tally's counts and a deadline have a column each.
[[nodiscard]] const std::vector<Column>& fact_columns(std::string_view kind);

// A fact's row, in the order of fact_columns(kind). `row` is overwritten, its memory used again.
void fill_row(const model::Recommendation& fact, const model::Text& text, Row& row);
void fill_row(const model::Status& fact, const model::Text& text, Row& row);
void fill_row(const model::Tally& fact, const model::Text& text, Row& row);
void fill_row(const model::Response& fact, const model::Text& text, Row& row);
void fill_row(const model::Judgement& fact, const model::Text& text, Row& row);
void fill_row(const model::Staffing& fact, const model::Text& text, Row& row);
void fill_row(const model::Figure& fact, const model::Text& text, Row& row);

// "a; b"
[[nodiscard]] std::string joined(const std::vector<std::string>& values);

}  // namespace muster::output
