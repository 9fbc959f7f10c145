// One CSV or TSV a kind: every row begins with the number (from 1) and the path of its document.
#include "muster/output/files.hpp"
#include "output/cells.hpp"
#include "output/json.hpp"
#include "output/separated.hpp"

namespace muster::output {
namespace {

class KindTable final : public Writer {
 public:
  KindTable(std::string_view name, char separator, const Style& style)
      : name_(name),
        separator_(separator),
        bom_(style.bom),
        columns_(name == "documents"  ? document_columns()
                 : name == "warnings" ? warning_columns()
                                      : fact_columns(name)) {}

  void begin(std::string& out) override {
    if (bom_) out += byte_order_mark;
    out += "document";
    if (name_ != "documents") out += separator_, out += "path";
    for (const Column& column : columns_) out += separator_, out += column.name;
    out += line_end(separator_);
  }

  void write(const model::Record& record, std::string& out) override {
    ++document_;
    if (name_ == "documents") return append(record, document_row(record), out);
    if (name_ == "warnings") {
      for (const base::Warning& warning : record.warnings) append(record, warning_row(warning), out);
      return;
    }
    each_kind(record.facts, {name_}, [&](std::string_view, const auto& facts) {
      for (const auto& fact : facts) {
        fill_row(fact, record.document.text, row_);
        append(record, row_, out);
      }
    });
  }

  void end(std::string&) override {}

 private:
  void append(const model::Record& record, const Row& row, std::string& out) {
    append_integer(out, document_);
    if (name_ != "documents") append(Cell(record.document.source.path), out);
    for (const Cell& cell : row) append(cell, out);
    out += line_end(separator_);
  }

  void append(const Cell& cell, std::string& out) {
    out += separator_;
    if (const auto* words = std::get_if<std::string>(&cell)) {
      cell_.clear();
      append_defused(cell_, *words);
      append_cell(out, cell_, separator_);
    } else if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
      append_integer(out, *integer);
    } else if (const auto* real = std::get_if<double>(&cell)) {
      append_number(out, *real);
    } else if (const auto* truth = std::get_if<bool>(&cell)) {
      out += *truth ? "true" : "false";
    }
  }

  std::string name_;
  char separator_;
  bool bom_;
  const std::vector<Column>& columns_;
  std::int64_t document_ = 0;
  Row row_;
  std::string cell_;
};

}  // namespace

std::vector<std::string> table_names(const Style& style) {
  std::vector<std::string> names = {"documents"};
  for (const std::string_view kind : kinds)
    if (wanted(style.only, kind)) names.emplace_back(kind);
  names.emplace_back("warnings");
  return names;
}

std::unique_ptr<Writer> make_table_of(std::string_view name, Format format, const Style& style) {
  return std::make_unique<KindTable>(name, format == Format::tsv ? '\t' : ',', style);
}

}  // namespace muster::output
