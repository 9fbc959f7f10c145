// `muster report`: the page's beginning, two data elements a document, the page's end.
#include "muster/output/report.hpp"

#include "output/json.hpp"
#include "output/report/compact.hpp"
#include "output/report/links.hpp"
#include "output/report/page.hpp"
#include "output/report/script_data.hpp"

namespace muster::output {
namespace {

class Report final : public Writer {
 public:
  explicit Report(ReportOptions options) : options_(std::move(options)) {}

  void begin(std::string& out) override {
    out += report::page_before();
    std::string about;
    Json json(about);
    json.open_object();
    json.key("title"), json.string(options_.title);
    json.key("made_by"), json.string(options_.made_by);
    json.close_object();
    report::append_script_data(out, "about", about);
  }

  void write(const model::Record& record, std::string& out) override {
    const std::string link = report::link_to(record.document.source.path, options_.paths_from, options_.page_folder);
    report::append_script_data(out, "facts", report::facts_json(record, link));
    report::append_script_data(out, "text", report::text_json(record));
  }

  void end(std::string& out) override { out += report::page_after(); }

 private:
  ReportOptions options_;
};

}  // namespace

std::unique_ptr<Writer> make_report(const ReportOptions& options) { return std::make_unique<Report>(options); }

}  // namespace muster::output
