#include "cli/destination.hpp"

#include <filesystem>
#include <system_error>

#include "cli/terminal.hpp"

namespace muster::cli {
namespace {

constexpr std::size_t enough = std::size_t{64} << 10U;   // bytes that are held back at most

class Stream final : public Destination {
 public:
  Stream(Sink& sink, output::Writer& writer) : sink_(sink), writer_(writer), at_once_(is_terminal(sink.fd())) {
    writer_.begin(buffer_);
  }
  base::Result<bool> write(const model::Record& record) override {
    writer_.write(record, buffer_);
    return buffer_.size() < enough && !at_once_ ? true : flush(false);
  }
  base::Result<bool> flush(bool end) override {
    if (end) writer_.end(buffer_);
    base::Result<bool> written = sink_.write(buffer_);
    buffer_.clear();
    return written;
  }
  base::Result<bool> finish() override { return sink_.finish(); }
  void drop() override { sink_.drop(); }
  bool at_once() const override { return at_once_; }

 private:
  Sink& sink_;
  output::Writer& writer_;
  bool at_once_;
  std::string buffer_;
};

class File final : public Destination {
 public:
  File(Sink&& sink, std::unique_ptr<output::FileWriter> writer) : sink_(std::move(sink)), writer_(std::move(writer)) {}
  base::Result<bool> write(const model::Record& record) override { return writer_->write(record); }
  base::Result<bool> flush(bool end) override { return end ? writer_->finish() : true; }
  base::Result<bool> finish() override { return sink_.finish(); }
  void drop() override { sink_.drop(); }

 private:
  Sink sink_;
  std::unique_ptr<output::FileWriter> writer_;
};

class Tables final : public Destination {
 public:
  void add(Sink&& sink, std::unique_ptr<output::Writer> writer) {
    Table& table = tables_.emplace_back(Table{std::move(sink), std::move(writer), {}});
    table.writer->begin(table.buffer);
  }
  base::Result<bool> write(const model::Record& record) override {
    for (Table& table : tables_) {
      table.writer->write(record, table.buffer);
      if (table.buffer.size() >= enough) MUSTER_TRY(put(table));
    }
    return true;
  }
  base::Result<bool> flush(bool end) override {
    for (Table& table : tables_) {
      if (end) table.writer->end(table.buffer);
      MUSTER_TRY(put(table));
    }
    return true;
  }
  base::Result<bool> finish() override {
    for (Table& table : tables_) MUSTER_TRY(table.sink.finish());
    return true;
  }
  void drop() override {
    for (Table& table : tables_) table.sink.drop();
  }

 private:
  struct Table {
    Sink sink;
    std::unique_ptr<output::Writer> writer;
    std::string buffer;
  };
  static base::Result<bool> put(Table& table) {
    base::Result<bool> written = table.sink.write(table.buffer);
    table.buffer.clear();
    return written;
  }
  std::vector<Table> tables_;
};

}  // namespace

std::unique_ptr<Destination> to_stream(Sink& sink, output::Writer& writer) {
  return std::make_unique<Stream>(sink, writer);
}

base::Result<std::unique_ptr<Destination>> to_file(Sink&& sink, MakeFile make, const output::Style& style) {
  MUSTER_TRY_ASSIGN(writer, make(sink.place(), style));
  return std::make_unique<File>(std::move(sink), std::move(writer));
}

base::Result<std::unique_ptr<Destination>> to_tables(const std::string& folder, output::Format format,
                                                     const output::Style& style) {
  std::error_code problem;
  std::filesystem::create_directories(folder, problem);
  if (problem)
    return base::fail(base::Code::output_failed, "cannot make the folder '" + folder + "': " + problem.message());
  auto tables = std::make_unique<Tables>();
  for (const std::string& name : output::table_names(style)) {
    const std::string file = name + (format == output::Format::tsv ? ".tsv" : ".csv");
    MUSTER_TRY_ASSIGN(sink, Sink::open((std::filesystem::path(folder) / file).string()));
    tables->add(std::move(sink), output::make_table_of(name, format, style));
  }
  return tables;
}

}  // namespace muster::cli
