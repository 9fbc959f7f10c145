// CSV and TSV: one row a fact, the same columns for every kind, in a fixed order (docs/output.md).
#include <algorithm>
#include <array>

#include "muster/output/fields.hpp"
#include "output/cells.hpp"
#include "output/json.hpp"
#include "output/separated.hpp"
#include "output/writers.hpp"

namespace muster::output {
namespace {

// Scripts rely on names and order: never rename, add at the end.
constexpr std::array<std::string_view, 68> columns = {
    // the document
    "path", "member", "record", "source_id", "document_kind", "title", "body", "published",
    // the fact
    "fact", "id", "confidence",
    // recommendations (level: staffing too; status: statuses too)
    "text", "form", "kind", "strength", "number", "label", "level", "issuer", "addressee", "deadline",
    "deadline_date", "themes", "status", "repeats",
    // statuses
    "phrase", "subject", "count", "of", "share", "refers_to",
    // tallies
    "made", "met", "almost_met", "partly_met", "not_met", "in_progress", "superseded", "accounted",
    "consistent",
    // responses
    "recommendation", "response", "responder",
    // judgements
    "area", "grade", "scale", "rank", "of_ranks", "previous",
    // staffing and figures
    "metric", "low", "high", "unit", "bound", "role", "group", "place", "when", "pair", "about", "total",
    // evidence (of a tally: the first)
    "quote", "start", "end", "page", "section", "rule", "speaker",
};

constexpr std::size_t column(std::string_view name) {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i] == name) return i;
  return columns.size();
}

// One row's cells by column; also the sink that fills them.
class Line final : public FieldSink {
 public:
  void clear() {
    for (std::string& cell : cells_) cell.clear();
  }
  void text(std::string_view name, std::string_view value) { append_defused(cells_[column(name)], value); }
  void integer(std::string_view name, std::optional<std::int64_t> value) {
    if (value) append_integer(cells_[column(name)], *value);
  }

  void words(std::string_view name, std::string_view value) override { text(name, value); }
  void list(std::string_view name, const std::vector<std::string>& values) override { text(name, joined(values)); }
  void number(std::string_view name, std::optional<double> value) override {
    if (value) append_number(cells_[column(name)], *value);
  }
  void truth(std::string_view name, std::optional<bool> value) override {
    if (value) cells_[column(name)] = *value ? "true" : "false";
  }
  void deadline(const std::optional<model::Deadline>& value) override {
    if (!value) return;
    text("deadline", value->text);
    text("deadline_date", value->date);
  }
  void given_status(const std::optional<model::GivenStatus>& value) override {
    if (value) text("status", to_text(value->status));
  }
  void by_status(const std::map<model::StatusValue, double>& value) override {
    for (const auto& [status, count] : value) number(to_text(status), count);
  }
  void evidence(const model::Evidence& evidence, const model::Text& document) {
    text("quote", document.utf8(evidence.quote));
    integer("start", evidence.quote.begin);
    integer("end", evidence.quote.end);
    integer("page", evidence.page);
    if (evidence.section) text("section", document.utf8(*evidence.section));
    text("rule", evidence.rule);
    text("speaker", evidence.speaker);
  }

  void append(std::string& out, char separator) const {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (i > 0) out += separator;
      append_cell(out, cells_[i], separator);
    }
    out += line_end(separator);
  }

 private:
  std::array<std::string, columns.size()> cells_;
};

class Separated final : public Writer {
 public:
  Separated(char separator, Style style) : separator_(separator), style_(std::move(style)) {}

  void begin(std::string& out) override {
    if (style_.bom) out += byte_order_mark;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i > 0) out += separator_;
      out += columns[i];
    }
    out += line_end(separator_);
  }

  void write(const model::Record& record, std::string& out) override {
    const model::Text& text = record.document.text;
    each_kind(record.facts, style_.only, [&](std::string_view kind, const auto& facts) {
      for (const auto& fact : facts) {
        row_.clear();
        begin_row(record, kind);
        row_.text("id", fact.id);
        row_.text("confidence", to_text(fact.confidence));
        visit(fact, text, row_);
        if (const model::Evidence* evidence = evidence_of(fact)) row_.evidence(*evidence, text);
        row_.append(out, separator_);
      }
    });
  }

  void end(std::string&) override {}

 private:
  void begin_row(const model::Record& record, std::string_view kind) {
    const model::SourceInfo& source = record.document.source;
    row_.text("path", source.path);
    row_.text("member", source.member.value_or(""));
    if (source.record) row_.integer("record", static_cast<std::int64_t>(*source.record));
    row_.text("source_id", source.id.value_or(""));
    row_.text("document_kind", record.about.kind);
    row_.text("title", record.about.title);
    row_.text("body", record.about.body);
    row_.text("published", record.about.published);
    row_.text("fact", kind);
  }

  char separator_;
  Style style_;
  Line row_;
};

}  // namespace

std::unique_ptr<Writer> make_separated(char separator, const Style& style) {
  return std::make_unique<Separated>(separator, style);
}

}  // namespace muster::output
