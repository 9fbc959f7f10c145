// Records -> bytes on a stream. Views of the same record; JSON is the contract.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "muster/model/record.hpp"

namespace muster::output {

enum class Format { jsonl, json, csv, tsv, table, markdown };

struct Style {
  bool with_text = false;               // JSON, SQLite: add "text"
  bool bom = false;                     // CSV, TSV: begin with a byte order mark
  std::vector<std::string> only;        // kinds of facts to print; empty: all
  int width = 80;                       // columns of the terminal (table, summary)
  bool colour = false;
  bool sanitize = false;                // terminal: show control and bidi characters escaped
  std::string links_from;   // terminal: link to the documents; where relative paths begin (absolute). "": no links
};

// begin once, write per record in order, end once. Nothing is kept between records but what the
// format needs (`json`: a comma).
class Writer {
 public:
  virtual ~Writer() = default;
  virtual void begin(std::string& out) = 0;
  virtual void write(const model::Record&, std::string& out) = 0;   // appends
  virtual void end(std::string& out) = 0;
};
[[nodiscard]] std::unique_ptr<Writer> make_writer(Format, const Style&);

// `muster summary`: per document and over all.
[[nodiscard]] std::unique_ptr<Writer> make_summary(const Style&);

// `muster text`
enum class TextFormat { plain, jsonl };
[[nodiscard]] std::unique_ptr<Writer> make_text_writer(TextFormat, bool body_only, bool sanitize);

// The JSON Schema (2020-12) of muster/1.
[[nodiscard]] std::string_view schema();

}  // namespace muster::output
