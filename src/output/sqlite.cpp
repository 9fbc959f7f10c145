// Records -> a SQLite database. One transaction: the file is put in its place only when it is whole, so nothing is
// gained by a journal.
#include <sqlite3.h>

#include <map>

#include "muster/output/files.hpp"
#include "output/sqlite_schema.hpp"

namespace muster::output {
namespace {

struct CloseDatabase { void operator()(sqlite3* database) const { sqlite3_close_v2(database); } };
struct FinalizeStatement { void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); } };
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

class Sqlite final : public FileWriter {
 public:
  Sqlite(std::string path, Style style) : path_(std::move(path)), style_(std::move(style)) {}

  base::Result<bool> open() {
    sqlite3* database = nullptr;
    const int opened = sqlite3_open_v2(path_.c_str(), &database,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    database_.reset(database);
    if (opened != SQLITE_OK) return failed();
    MUSTER_TRY(execute(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA user_version = 1; BEGIN;"));
    MUSTER_TRY(execute(sqlite_tables()));
    MUSTER_TRY(prepare("documents", document_columns().size() + 2));
    for (const std::string_view kind : kinds) MUSTER_TRY(prepare(kind, fact_columns(kind).size() + 1));
    MUSTER_TRY(prepare("warnings", warning_columns().size() + 1));
    MUSTER_TRY(prepare("recommendation_themes", 3));
    MUSTER_TRY(prepare("status_recommendations", 3));
    MUSTER_TRY(prepare("quotes", 4));
    return true;
  }

  base::Result<bool> write(const model::Record& record) override {
    ++document_;
    const model::Text& text = record.document.text;
    Row row = document_row(record);
    row.push_back(style_.with_text && !record.failed ? Cell(std::string(text.utf8())) : Cell(std::monostate{}));
    MUSTER_TRY(insert("documents", row));
    base::Result<bool> all = true;
    each_kind(record.facts, style_.only, [&](std::string_view kind, const auto& facts) {
      for (const auto& fact : facts) {
        if (!all) return;
        fill_row(fact, text, row_);
        all = insert(kind, row_);
        const model::Evidence* evidence = evidence_of(fact);
        if (all && evidence)
          all =
              insert("quotes", {std::string(text.utf8(evidence->quote)), std::string(kind), document_, fact.id}, false);
        if (all) all = link(record, fact);
      }
    });
    MUSTER_TRY(all);
    for (const base::Warning& warning : record.warnings) MUSTER_TRY(insert("warnings", warning_row(warning)));
    return true;
  }

  base::Result<bool> finish() override {
    statements_.clear();
    MUSTER_TRY(execute(std::string(sqlite_views())));
    MUSTER_TRY(execute("COMMIT; ANALYZE;"));
    if (sqlite3* database = database_.release(); sqlite3_close(database) != SQLITE_OK) {
      database_.reset(database);
      return failed();
    }
    return true;
  }

 private:
  base::Result<bool> link(const model::Record&, const model::Recommendation& fact) {
    for (const std::string& theme : fact.themes) MUSTER_TRY(insert("recommendation_themes", {fact.id, theme}));
    return true;
  }
  base::Result<bool> link(const model::Record&, const model::Status& fact) {
    if (!wanted(style_.only, "recommendations")) return true;
    for (const std::string& id : fact.refers_to)
      MUSTER_TRY(insert("status_recommendations", {fact.id, id}));
    return true;
  }
  base::Result<bool> link(const model::Record&, const auto&) { return true; }

  base::Result<bool> execute(const std::string& sql) {
    return sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK ? base::Result<bool>(true)
                                                                                              : failed();
  }

  base::Result<bool> prepare(std::string_view table, std::size_t values) {
    sqlite3_stmt* statement = nullptr;
    const std::string sql = sqlite_insert(table, values);
    const int prepared = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                            SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    statements_[std::string(table)].reset(statement);
    return prepared == SQLITE_OK ? base::Result<bool>(true) : failed();
  }

  // `numbered`: the document's number is the first value.
  base::Result<bool> insert(std::string_view table, const Row& row, bool numbered = true) {
    sqlite3_stmt* statement = statements_.find(table)->second.get();
    int at = 0;
    if (numbered) sqlite3_bind_int64(statement, ++at, document_);
    for (const Cell& cell : row) bind(statement, ++at, cell);
    const int done = sqlite3_step(statement);
    sqlite3_reset(statement);
    return done == SQLITE_DONE ? base::Result<bool>(true) : failed();
  }

  static void bind(sqlite3_stmt* statement, int at, const Cell& cell) {
    if (const auto* words = std::get_if<std::string>(&cell))
      sqlite3_bind_text64(statement, at, words->data(), words->size(), SQLITE_STATIC, SQLITE_UTF8);
    else if (const auto* integer = std::get_if<std::int64_t>(&cell)) sqlite3_bind_int64(statement, at, *integer);
    else if (const auto* real = std::get_if<double>(&cell)) sqlite3_bind_double(statement, at, *real);
    else if (const auto* truth = std::get_if<bool>(&cell)) sqlite3_bind_int(statement, at, *truth ? 1 : 0);
    else sqlite3_bind_null(statement, at);
  }

  [[nodiscard]] tl::unexpected<base::Error> failed() const {
    return base::fail(
        base::Code::output_failed,
        "cannot write the database: " + std::string(database_ ? sqlite3_errmsg(database_.get()) : "out of memory"));
  }

  std::string path_;
  Style style_;
  Database database_;
  std::map<std::string, Statement, std::less<>> statements_;
  std::int64_t document_ = 0;
  Row row_;
};

}  // namespace

base::Result<std::unique_ptr<FileWriter>> make_sqlite(const std::string& path, const Style& style) {
  auto writer = std::make_unique<Sqlite>(path, style);
  MUSTER_TRY(writer->open());
  return writer;
}

}  // namespace muster::output
