// Which writer a format has.
#include "output/record_json.hpp"
#include "output/writers.hpp"

namespace muster::output {
namespace {

// JSON Lines, or one array.
class JsonWriter final : public Writer {
 public:
  JsonWriter(bool lines, Style style) : lines_(lines), style_(std::move(style)) {}
  void begin(std::string& out) override {
    if (!lines_) out += '[';
  }
  void write(const model::Record& record, std::string& out) override {
    if (!lines_) out += first_ ? "\n" : ",\n";
    first_ = false;
    append_record(out, record, style_);
    if (lines_) out += '\n';
  }
  void end(std::string& out) override {
    if (!lines_) out += first_ ? "]\n" : "\n]\n";
  }

 private:
  bool lines_;
  bool first_ = true;
  Style style_;
};

}  // namespace

std::unique_ptr<Writer> make_writer(Format format, const Style& style) {
  switch (format) {
    case Format::jsonl: return std::make_unique<JsonWriter>(true, style);
    case Format::json: return std::make_unique<JsonWriter>(false, style);
    case Format::csv: return make_separated(',', style);
    case Format::tsv: return make_separated('\t', style);
    case Format::table: return make_table(style);
    case Format::markdown: return make_markdown(style);
  }
  return std::make_unique<JsonWriter>(true, style);
}

}  // namespace muster::output
