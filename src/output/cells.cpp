#include "output/cells.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace muster::output {
namespace {

Cell words_or_null(std::string_view value) {
  if (value.empty()) return std::monostate{};
  return std::string(value);
}

// As everywhere in the output: rounded to four decimals.
Cell real_or_null(std::optional<double> value) {
  if (!value || !std::isfinite(*value)) return std::monostate{};
  return std::round(*value * 1e4) / 1e4;
}

template <class Integer>
Cell integer_or_null(std::optional<Integer> value) {
  if (!value) return std::monostate{};
  return static_cast<std::int64_t>(*value);
}

constexpr std::array<model::StatusValue, 6> statuses = {
    model::StatusValue::met,     model::StatusValue::almost_met,  model::StatusValue::partly_met,
    model::StatusValue::not_met, model::StatusValue::in_progress, model::StatusValue::superseded};

// Every field as cells; or, of a fact without values, the names and types of the columns.
class Cells final : public FieldSink {
 public:
  explicit Cells(Row& row, std::vector<Column>* columns = nullptr) : row_(row), columns_(columns) {}

  void add(std::string_view name, CellType type, Cell cell) {
    if (columns_) columns_->push_back({std::string(name), type});
    row_.push_back(std::move(cell));
  }
  void words(std::string_view name, std::string_view value) override { add(name, CellType::text,
      words_or_null(value)); }
  void list(std::string_view name, const std::vector<std::string>& values) override { add(name, CellType::text,
      words_or_null(joined(values))); }
  void number(std::string_view name, std::optional<double> value) override { add(name, CellType::real,
      real_or_null(value)); }
  void truth(std::string_view name, std::optional<bool> value) override {
    add(name, CellType::boolean, value ? Cell(*value) : Cell(std::monostate{}));
  }
  void deadline(const std::optional<model::Deadline>& value) override {
    words("deadline", value ? value->text : std::string_view{});
    words("deadline_date", value ? value->date : std::string_view{});
  }
  void given_status(const std::optional<model::GivenStatus>& value) override {
    words("status", value ? to_text(value->status) : std::string_view{});
  }
  void by_status(const std::map<model::StatusValue, double>& value) override {
    for (const model::StatusValue status : statuses) {
      const auto found = value.find(status);
      number(to_text(status), found == value.end() ? std::nullopt : std::optional<double>(found->second));
    }
  }
  void evidence(const model::Evidence* evidence, const model::Text& text) {
    words("quote", evidence ? text.utf8(evidence->quote) : std::string_view{});
    add("start", CellType::integer, evidence ? Cell(std::int64_t{evidence->quote.begin}) : Cell(std::monostate{}));
    add("end", CellType::integer, evidence ? Cell(std::int64_t{evidence->quote.end}) : Cell(std::monostate{}));
    add("page", CellType::integer, integer_or_null(evidence ? evidence->page : std::nullopt));
    words("section", evidence && evidence->section ? text.utf8(*evidence->section) : std::string_view{});
    words("rule", evidence ? std::string_view(evidence->rule) : std::string_view{});
    words("speaker", evidence ? std::string_view(evidence->speaker) : std::string_view{});
  }

 private:
  Row& row_;
  std::vector<Column>* columns_;
};

template <class Fact>
void fill(const Fact& fact, const model::Text& text, Row& row, std::vector<Column>* columns) {
  row.clear();
  Cells cells(row, columns);
  cells.words("id", fact.id);
  visit(fact, text, cells);
  cells.words("confidence", to_text(fact.confidence));
  cells.evidence(evidence_of(fact), text);
}

template <class Fact>
std::vector<Column> columns_of() {
  std::vector<Column> columns;
  Row row;
  fill(Fact{}, model::Text{}, row, &columns);
  return columns;
}

void describe(const model::Record& record, Row& row, std::vector<Column>* columns) {
  const model::SourceInfo& source = record.document.source;
  const model::About& about = record.about;
  row.clear();
  Cells cells(row, columns);
  cells.words("path", source.path);
  cells.words("member", source.member.value_or(""));
  cells.add("record", CellType::integer, integer_or_null(source.record));
  cells.words("source_id", source.id.value_or(""));
  cells.words("media_type", source.media_type);
  cells.add("bytes", CellType::integer, static_cast<std::int64_t>(source.bytes));
  cells.words("sha256", source.sha256);
  cells.words("charset", source.charset);
  cells.words("language", source.language);
  cells.add("pages", CellType::integer, integer_or_null(source.pages));
  cells.words("kind", record.failed ? std::string_view{} : std::string_view(about.kind));
  cells.words("title", about.title);
  cells.list("inspectorates", about.inspectorates);
  cells.words("body", about.body);
  cells.words("published", about.published);
  cells.words("inspected_from", about.inspected_from);
  cells.words("inspected_to", about.inspected_to);
  cells.words("lead_inspector", about.lead_inspector);
  cells.truth("failed", record.failed);
}

}  // namespace

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) {
    if (!out.empty()) out += "; ";
    out += value;
  }
  return out;
}

const std::vector<Column>& document_columns() {
  static const std::vector<Column> columns = [] {
    std::vector<Column> made;
    Row row;
    describe(model::Record{}, row, &made);
    return made;
  }();
  return columns;
}

Row document_row(const model::Record& record) {
  Row row;
  describe(record, row, nullptr);
  return row;
}

const std::vector<Column>& warning_columns() {
  static const std::vector<Column> columns = {
      {"code", CellType::text}, {"message", CellType::text}, {"page", CellType::integer}};
  return columns;
}

Row warning_row(const base::Warning& warning) {
  return {words_or_null(base::code_text(warning.code)), words_or_null(warning.message), integer_or_null(warning.page)};
}

const std::vector<Column>& fact_columns(std::string_view kind) {
  static const std::array<std::vector<Column>, kinds.size()> columns = {
      columns_of<model::Recommendation>(), columns_of<model::Status>(),    columns_of<model::Tally>(),
      columns_of<model::Response>(),       columns_of<model::Judgement>(), columns_of<model::Staffing>(),
      columns_of<model::Figure>()};
  const auto found = std::find(kinds.begin(), kinds.end(), kind);
  return columns[found == kinds.end() ? 0 : static_cast<std::size_t>(found - kinds.begin())];
}

void fill_row(const model::Recommendation& fact, const model::Text& text, Row& row) { fill(fact, text, row, nullptr); }
void fill_row(const model::Status& fact, const model::Text& text, Row& row) { fill(fact, text, row, nullptr); }
void fill_row(const model::Tally& fact, const model::Text& text, Row& row) { fill(fact, text, row, nullptr); }
void fill_row(const model::Response& fact, const model::Text& text, Row& row) { fill(fact, text, row, nullptr); }
void fill_row(const model::Judgement& fact, const model::Text& text, Row& row) { fill(fact, text, row, nullptr); }
void fill_row(const model::Staffing& fact, const model::Text& text, Row& row) { fill(fact, text, row, nullptr); }
void fill_row(const model::Figure& fact, const model::Text& text, Row& row) { fill(fact, text, row, nullptr); }

}  // namespace muster::output
