// Records -> a workbook with one sheet a kind, its first row frozen and filterable. Text is always written as text,
// so that nothing in a document can become a formula or a link. The library is loaded when the first workbook is
// opened: it brings others along, and every start would pay for them.
#include <dlfcn.h>
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

// What is called of the library, under the names and types of its header.
struct Library {
  decltype(&::workbook_new_opt) workbook_new_opt = nullptr;
  decltype(&::workbook_set_properties) workbook_set_properties = nullptr;
  decltype(&::workbook_add_format) workbook_add_format = nullptr;
  decltype(&::workbook_add_worksheet) workbook_add_worksheet = nullptr;
  decltype(&::workbook_close) workbook_close = nullptr;
  decltype(&::lxw_workbook_free) lxw_workbook_free = nullptr;
  decltype(&::lxw_strerror) lxw_strerror = nullptr;
  decltype(&::format_set_bold) format_set_bold = nullptr;
  decltype(&::worksheet_autofilter) worksheet_autofilter = nullptr;
  decltype(&::worksheet_freeze_panes) worksheet_freeze_panes = nullptr;
  decltype(&::worksheet_set_column) worksheet_set_column = nullptr;
  decltype(&::worksheet_write_boolean) worksheet_write_boolean = nullptr;
  decltype(&::worksheet_write_number) worksheet_write_number = nullptr;
  decltype(&::worksheet_write_string) worksheet_write_string = nullptr;
  bool loaded = false;

  Library() {
    void* const opened = dlopen(MUSTER_XLSXWRITER, RTLD_NOW | RTLD_LOCAL);   // never closed: it stays until the end
    if (opened == nullptr) return;
    loaded = true;
    const auto find = [&](auto& function, const char* name) {
      function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(dlsym(opened, name));
      loaded = loaded && function != nullptr;
    };
    find(workbook_new_opt, "workbook_new_opt");
    find(workbook_set_properties, "workbook_set_properties");
    find(workbook_add_format, "workbook_add_format");
    find(workbook_add_worksheet, "workbook_add_worksheet");
    find(workbook_close, "workbook_close");
    find(lxw_workbook_free, "lxw_workbook_free");
    find(lxw_strerror, "lxw_strerror");
    find(format_set_bold, "format_set_bold");
    find(worksheet_autofilter, "worksheet_autofilter");
    find(worksheet_freeze_panes, "worksheet_freeze_panes");
    find(worksheet_set_column, "worksheet_set_column");
    find(worksheet_write_boolean, "worksheet_write_boolean");
    find(worksheet_write_number, "worksheet_write_number");
    find(worksheet_write_string, "worksheet_write_string");
  }
};

const Library& library() {
  static const Library loaded;
  return loaded;
}

struct Sheet {
  lxw_worksheet* page = nullptr;
  lxw_row_t row = 1;
  std::size_t columns = 0;
};

struct FreeBook { void operator()(lxw_workbook* book) const { library().lxw_workbook_free(book); } };

class Workbook final : public FileWriter {
 public:
  Workbook(std::string path, Style style) : path_(std::move(path)), style_(std::move(style)) {}

  base::Result<bool> open() {
    if (!library().loaded)
      return base::fail(base::Code::output_failed, "cannot write a workbook: the library " MUSTER_XLSXWRITER
                                                   " is not installed (on Debian: apt install libxlsxwriter4)");
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book_.reset(library().workbook_new_opt(path_.c_str(), &options));
    if (!book_) return base::fail(base::Code::output_failed, "cannot write the workbook: out of memory");
    lxw_doc_properties properties{};
    properties.created = 946684800;   // fixed, so that the same input gives the same bytes
    library().workbook_set_properties(book_.get(), &properties);
    bold_ = library().workbook_add_format(book_.get());
    library().format_set_bold(bold_);
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
    for (auto& [name, sheet] : sheets_)
      library().worksheet_autofilter(sheet.page, 0, 0, std::max<lxw_row_t>(sheet.row - 1, 1),
                                     static_cast<lxw_col_t>(sheet.columns));
    lxw_workbook* book = book_.release();
    if (const lxw_error error = library().workbook_close(book); error != LXW_NO_ERROR)
      return base::fail(base::Code::output_failed,
                        std::string("cannot write the workbook: ") + library().lxw_strerror(error));
    if (full_)
      return base::fail(
          base::Code::output_failed,
          "a sheet of a workbook takes 1,048,576 rows and there are more: write --format sqlite or --split instead");
    return true;
  }

 private:
  void add(std::string_view name, const std::vector<Column>& columns) {
    Sheet& sheet = sheets_[std::string(name)];
    sheet.page = library().workbook_add_worksheet(book_.get(), std::string(name).c_str());
    sheet.columns = columns.size();
    library().worksheet_set_column(sheet.page, 0, 0, 10, nullptr);
    library().worksheet_write_string(sheet.page, 0, 0, "document", bold_);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string& column = columns[i].name;
      const bool wide = column == "text" || column == "quote" || column == "title" || column == "path" ||
                        column == "message" || column == "subject";
      const auto at = static_cast<lxw_col_t>(i + 1);
      library().worksheet_set_column(sheet.page, at, at, wide ? 48 : 14, nullptr);
      library().worksheet_write_string(sheet.page, 0, at, column.c_str(), bold_);
    }
    library().worksheet_freeze_panes(sheet.page, 1, 0);
  }

  void put(std::string_view name, const Row& row) {
    Sheet& sheet = sheets_.find(name)->second;
    if (sheet.row >= sheet_rows) {
      full_ = true;
      return;
    }
    library().worksheet_write_number(sheet.page, sheet.row, 0, static_cast<double>(document_), nullptr);
    for (std::size_t i = 0; i < row.size(); ++i) put(sheet, static_cast<lxw_col_t>(i + 1), row[i]);
    ++sheet.row;
  }

  static void put(Sheet& sheet, lxw_col_t at, const Cell& cell) {
    if (const auto* words = std::get_if<std::string>(&cell))
      library().worksheet_write_string(sheet.page, sheet.row, at, excel_text(*words).c_str(), nullptr);
    else if (const auto* integer = std::get_if<std::int64_t>(&cell))
      library().worksheet_write_number(sheet.page, sheet.row, at, static_cast<double>(*integer), nullptr);
    else if (const auto* real = std::get_if<double>(&cell))
      library().worksheet_write_number(sheet.page, sheet.row, at, *real, nullptr);
    else if (const auto* truth = std::get_if<bool>(&cell))
      library().worksheet_write_boolean(sheet.page, sheet.row, at, *truth ? 1 : 0, nullptr);
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
