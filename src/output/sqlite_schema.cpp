#include "output/sqlite_schema.hpp"

namespace muster::output {
namespace {

std::string_view type_name(CellType type) {
  switch (type) {
    case CellType::text: return "TEXT";
    case CellType::integer: return "INTEGER";
    case CellType::real: return "REAL";
    case CellType::boolean: return "BOOLEAN";
  }
  return "TEXT";
}

std::string quoted(std::string_view name) { return '"' + std::string(name) + '"'; }

void append_columns(std::string& sql, const std::vector<Column>& columns) {
  for (const Column& column : columns) {
    sql += ",\n  " + quoted(column.name) + ' ' + std::string(type_name(column.type));
    if (column.name == "id") sql += " NOT NULL";
  }
}

constexpr std::string_view links = R"sql(
CREATE TABLE recommendation_themes (
  document INTEGER NOT NULL,
  recommendation TEXT NOT NULL,
  theme TEXT NOT NULL,
  PRIMARY KEY (document, recommendation, theme),
  FOREIGN KEY (document, recommendation) REFERENCES recommendations (document, id)
) WITHOUT ROWID;
CREATE TABLE status_recommendations (
  document INTEGER NOT NULL,
  status TEXT NOT NULL,
  recommendation TEXT NOT NULL,
  PRIMARY KEY (document, status, recommendation),
  FOREIGN KEY (document, status) REFERENCES statuses (document, id),
  FOREIGN KEY (document, recommendation) REFERENCES recommendations (document, id)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE quotes USING fts5 (quote, kind UNINDEXED, document UNINDEXED, id UNINDEXED,
    tokenize = 'porter unicode61');
)sql";

constexpr std::string_view views = R"sql(
CREATE INDEX documents_by_body ON documents (body, published);
CREATE INDEX statuses_by_status ON statuses (status);
CREATE INDEX staffing_by_metric ON staffing (metric);

-- What was asked and is not said to be done, newest first. An item said again in a summary is left out.
CREATE VIEW open_recommendations AS
SELECT d.body, d.published, d.title, r.document, r.id, r.number, r.text, r.addressee, r.deadline, r.status, r.page,
    d.path
FROM recommendations AS r JOIN documents AS d ON d.document = r.document
WHERE r.kind = 'recommendation' AND r.repeats IS NULL AND (r.status IS NULL OR r.status NOT IN ('met', 'superseded'))
ORDER BY d.body, d.published DESC, r.document, r.start;

-- How far what was asked earlier has been done: counts of requests where the text gives them, else statements.
CREATE VIEW statuses_by_body AS
SELECT d.body, d.published, s.status, count(*) AS statements, sum(s."count") AS requests
FROM statuses AS s JOIN documents AS d ON d.document = s.document
GROUP BY d.body, d.published, s.status ORDER BY d.body, d.published, s.status;

-- Every figure about staff by body and date.
CREATE VIEW staffing_over_time AS
SELECT d.body, d.published, s.metric, s."group" AS staff_group, s.role, s.low, s.high, s.unit, s.bound,
    s."when" AS said_of, s.quote, s.page, d.path
FROM staffing AS s JOIN documents AS d ON d.document = s.document
WHERE s.low IS NOT NULL ORDER BY d.body, s.metric, d.published, s.document, s.start;

-- Grades by body and date.
CREATE VIEW grades_over_time AS
SELECT d.body, d.published, j.area, j.grade, j.rank, j.of_ranks, j.scale, j.previous, d.path
FROM judgements AS j JOIN documents AS d ON d.document = j.document
ORDER BY d.body, j.area, d.published;
)sql";

}  // namespace

std::string sqlite_tables() {
  std::string sql = "CREATE TABLE documents (\n  document INTEGER PRIMARY KEY";
  append_columns(sql, document_columns());
  sql += ",\n  \"text\" TEXT\n);\n";
  for (const std::string_view kind : kinds) {
    sql += "CREATE TABLE " + std::string(kind) + " (\n  document INTEGER NOT NULL REFERENCES documents (document)";
    append_columns(sql, fact_columns(kind));
    sql += ",\n  PRIMARY KEY (document, id)";
    if (kind == "recommendations")
      sql +=
          ",\n  FOREIGN KEY (document, repeats) REFERENCES recommendations (document, id) DEFERRABLE INITIALLY DEFERRED";
    if (kind == "staffing")
      sql += ",\n  FOREIGN KEY (document, pair) REFERENCES staffing (document, id) DEFERRABLE INITIALLY DEFERRED";
    sql += "\n);\n";
  }
  sql += "CREATE TABLE warnings (\n  document INTEGER NOT NULL REFERENCES documents (document)";
  append_columns(sql, warning_columns());
  sql += "\n);\n";
  sql += links;
  return sql;
}

std::string_view sqlite_views() { return views; }

std::string sqlite_insert(std::string_view table, std::size_t values) {
  std::string sql = "INSERT INTO " + quoted(table) + " VALUES (";
  for (std::size_t i = 0; i < values; ++i) sql += i == 0 ? "?" : ",?";
  return sql + ')';
}

}  // namespace muster::output
