// Where records go: one stream, a file of another kind, or a table a kind. Each is put in its place only when whole.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/sink.hpp"
#include "muster/output/files.hpp"
#include "muster/output/write.hpp"
#include "muster/pipeline/run.hpp"

namespace muster::cli {

class Destination {
 public:
  virtual ~Destination() = default;
  [[nodiscard]] virtual base::Result<bool> write(const model::Record& record) = 0;
  // The same for who keeps what else is known.
  [[nodiscard]] virtual base::Result<bool> write_at(const model::Record& record, const pipeline::Taken&) {
    return write(record);
  }
  // What is still held back goes out. `end`: no record follows.
  [[nodiscard]] virtual base::Result<bool> flush(bool end) = 0;
  // Everything is in its place.
  [[nodiscard]] virtual base::Result<bool> finish() = 0;
  // As if nothing had been written, where that is possible: for a program that ends without its destructors.
  virtual void drop() = 0;
  // Every record is shown at once: erase the progress line before.
  [[nodiscard]] virtual bool at_once() const { return false; }
};

// Both must outlive it.
[[nodiscard]] std::unique_ptr<Destination> to_stream(Sink& sink, output::Writer& writer);
// A database or a workbook: `make` opens it at the place of -o's temporary file.
using MakeFile = base::Result<std::unique_ptr<output::FileWriter>> (*)(const std::string& path,
                                                                       const output::Style& style);
[[nodiscard]] base::Result<std::unique_ptr<Destination>> to_file(Sink&& sink, MakeFile make,
                                                                 const output::Style& style);
// FOLDER/documents.csv, FOLDER/statuses.csv …; the folder is made if it is not there.
[[nodiscard]] base::Result<std::unique_ptr<Destination>> to_tables(const std::string& folder, output::Format format,
                                                                   const output::Style& style);

}  // namespace muster::cli
