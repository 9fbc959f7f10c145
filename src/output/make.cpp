// Which writer a format has.
#include "muster/output/terminal_text.hpp"
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

// On a terminal no document may steer it: what another writer writes, with controls shown escaped.
class Harmless final : public Writer {
 public:
  explicit Harmless(std::unique_ptr<Writer> inner) : inner_(std::move(inner)) {}
  void begin(std::string& out) override { inner_->begin(out); }
  void write(const model::Record& record, std::string& out) override {
    std::string text;
    inner_->write(record, text);
    std::string_view rest = text;   // a row of CSV ends in \r\n: that is ours
    for (std::size_t end; (end = rest.find("\r\n")) != std::string_view::npos; rest.remove_prefix(end + 2)) {
      append_sanitized(out, rest.substr(0, end));
      out += "\r\n";
    }
    append_sanitized(out, rest);
  }
  void end(std::string& out) override { inner_->end(out); }

 private:
  std::unique_ptr<Writer> inner_;
};

std::unique_ptr<Writer> harmless(std::unique_ptr<Writer> writer, const Style& style) {
  return style.sanitize ? std::make_unique<Harmless>(std::move(writer)) : std::move(writer);
}

}  // namespace

std::unique_ptr<Writer> make_writer(Format format, const Style& style) {
  switch (format) {
    case Format::jsonl: return std::make_unique<JsonWriter>(true, style);
    case Format::json: return std::make_unique<JsonWriter>(false, style);
    case Format::csv: return harmless(make_separated(',', style), style);
    case Format::tsv: return harmless(make_separated('\t', style), style);
    case Format::table: return make_table(style);
    case Format::markdown: return harmless(make_markdown(style), style);
  }
  return std::make_unique<JsonWriter>(true, style);
}

}  // namespace muster::output
