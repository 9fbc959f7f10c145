// Records -> a workbook with one sheet a kind, its first row frozen and filterable. Text is always written as text,
// so that nothing in a document can become a formula or a link.
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <map>

#include "muster/base/utf8.hpp"
#include "muster/output/files.hpp"
#include "output/cells.hpp"

namespace muster::output {
namespace {

constexpr std::size_t cell_characters = 32767;    // Excel's limits
constexpr lxw_row_t sheet_rows = 1'048'576;

// What XML cannot hold becomes U+FFFD; a text over Excel's limit (counted in UTF-16 units) is cut.
std::string excel_text(std::string_view text) {
  std::string out;
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const base::Step step = base::step(text, at);
    at += step.length;
    const auto c = step.code_point;
    const bool held = (c >= 0x20 || c == '\t' || c == '\n') && c != 0xFFFE && c != 0xFFFF;
    units += c > 0xFFFF ? 2 : 1;
    if (units > cell_characters - 1) {
      out += "…";
      break;
    }
    base::append(out, held ? c : U'\uFFFD');
  }
  return out;
}

struct Sheet {
  lxw_worksheet* page = nullptr;
  lxw_row_t row = 1;
  std::size_t columns = 0;
};

struct FreeBook { void operator()(lxw_workbook* book) const { lxw_workbook_free(book); } };

class Workbook final : public FileWriter {
 public:
  Workbook(std::string path, Style style) : path_(std::move(path)), style_(std::move(style)) {}

  base::Result<bool> open() {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book_.reset(workbook_new_opt(path_.c_str(), &options));
    if (!book_) return base::fail(base::Code::output_failed, "cannot write the workbook: out of memory");
    lxw_doc_properties properties{};
    properties.created = 946684800;   // fixed, so that the same input gives the same bytes
    workbook_set_properties(book_.get(), &properties);
    bold_ = workbook_add_format(book_.get());
    format_set_bold(bold_);
    add("documents", document_columns());
    for (const std::string_view kind : kinds)
      if (wanted(style_.only, kind)) add(kind, fact_columns(kind));
    add("warnings", warning_columns());
    return true;
  }

  base::Result<bool> write(const model::Record& record) override {
    ++document_;
    put("documents", document_row(record));
    each_kind(record.facts, style_.only, [&](std::string_view kind, const auto& facts) {
      for (const auto& fact : facts) fill_row(fact, record.document.text, row_), put(kind, row_);
    });
    for (const base::Warning& warning : record.warnings) put("warnings", warning_row(warning));
    return true;
  }

  base::Result<bool> finish() override {
    for (auto& [name, sheet] : sheets_) worksheet_autofilter(sheet.page, 0, 0, std::max<lxw_row_t>(sheet.row - 1, 1), static_cast<lxw_col_t>(sheet.columns));
    lxw_workbook* book = book_.release();
    if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
      return base::fail(base::Code::output_failed, std::string("cannot write the workbook: ") + lxw_strerror(error));
    if (full_)
      return base::fail(base::Code::output_failed, "a sheet of a workbook takes 1,048,576 rows and there are more: write --format sqlite or --split instead");
    return true;
  }

 private:
  void add(std::string_view name, const std::vector<Column>& columns) {
    Sheet& sheet = sheets_[std::string(name)];
    sheet.page = workbook_add_worksheet(book_.get(), std::string(name).c_str());
    sheet.columns = columns.size();
    worksheet_set_column(sheet.page, 0, 0, 10, nullptr);
    worksheet_write_string(sheet.page, 0, 0, "document", bold_);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string& column = columns[i].name;
      const bool wide = column == "text" || column == "quote" || column == "title" || column == "path" || column == "message" || column == "subject";
      const auto at = static_cast<lxw_col_t>(i + 1);
      worksheet_set_column(sheet.page, at, at, wide ? 48 : 14, nullptr);
      worksheet_write_string(sheet.page, 0, at, column.c_str(), bold_);
    }
    worksheet_freeze_panes(sheet.page, 1, 0);
  }

  void put(std::string_view name, const Row& row) {
    Sheet& sheet = sheets_.find(name)->second;
    if (sheet.row >= sheet_rows) {
      full_ = true;
      return;
    }
    worksheet_write_number(sheet.page, sheet.row, 0, static_cast<double>(document_), nullptr);
    for (std::size_t i = 0; i < row.size(); ++i) put(sheet, static_cast<lxw_col_t>(i + 1), row[i]);
    ++sheet.row;
  }

  static void put(Sheet& sheet, lxw_col_t at, const Cell& cell) {
    if (const auto* words = std::get_if<std::string>(&cell)) worksheet_write_string(sheet.page, sheet.row, at, excel_text(*words).c_str(), nullptr);
    else if (const auto* integer = std::get_if<std::int64_t>(&cell)) worksheet_write_number(sheet.page, sheet.row, at, static_cast<double>(*integer), nullptr);
    else if (const auto* real = std::get_if<double>(&cell)) worksheet_write_number(sheet.page, sheet.row, at, *real, nullptr);
    else if (const auto* truth = std::get_if<bool>(&cell)) worksheet_write_boolean(sheet.page, sheet.row, at, *truth ? 1 : 0, nullptr);
  }

  std::string path_;
  Style style_;
  std::unique_ptr<lxw_workbook, FreeBook> book_;
  lxw_format* bold_ = nullptr;
  std::map<std::string, Sheet, std::less<>> sheets_;
  std::int64_t document_ = 0;
  bool full_ = false;
  Row row_;
};

}  // namespace

base::Result<std::unique_ptr<FileWriter>> make_xlsx(const std::string& path, const Style& style) {
  auto writer = std::make_unique<Workbook>(path, style);
  MUSTER_TRY(writer->open());
  return writer;
}

}  // namespace muster::output
