#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/meant.hpp"

namespace muster::cli {

namespace {

tl::unexpected<base::Error> wrong(std::string text, std::string help) {
  return base::fail(base::Error{base::Code::usage, std::move(text), std::nullopt, {"help: " + std::move(help)}, {}});
}

// A database or a workbook is written by its name: a stream will not do.
base::Result<std::unique_ptr<Destination>> file_of(const Typed& typed, MakeFile make) {
  const std::string example = *typed.format == "sqlite" ? "facts.db" : "facts.xlsx";
  if (!typed.output || *typed.output == "-")
    return wrong("--format " + *typed.format + " writes a file, not a stream", "say where, for example -o " + example);
  MUSTER_TRY_ASSIGN(sink, Sink::open(typed.output));
  if (sink.place().empty()) return wrong("'" + *typed.output + "' is no plain file", "say another place, for example -o " + example);
  return to_file(std::move(sink), make, style_of(typed, -1));
}

base::Result<std::unique_ptr<Destination>> tables_of(const Typed& typed) {
  if (typed.output) return wrong("--split and -o exclude each other", "--split DIR writes one file a kind of fact into the folder DIR");
  if (typed.format && *typed.format != "csv" && *typed.format != "tsv") return wrong("--split writes csv or tsv, not " + *typed.format, "leave --format out, or say --format tsv");
  return to_tables(*typed.split, typed.format && *typed.format == "tsv" ? output::Format::tsv : output::Format::csv, style_of(typed, -1));
}

}  // namespace

int cmd_extract(const Typed& typed) {
  listen_to_signals();
  const bool sqlite = typed.format && *typed.format == "sqlite";
  const bool xlsx = typed.format && *typed.format == "xlsx";
  if (typed.split || sqlite || xlsx) {
    const auto destination = typed.split ? tables_of(typed) : file_of(typed, sqlite ? output::make_sqlite : output::make_xlsx);
    if (!destination) return end_with(destination.error(), typed);
    return write_documents(typed, options_of(typed), **destination);
  }
  base::Result<Sink> sink = Sink::open(typed.output);
  if (!sink) return end_with(sink.error(), typed);
  const auto format = format_of(typed, sink->fd());
  if (!format) return end_with(format.error(), typed);
  const auto writer = output::make_writer(*format, style_of(typed, sink->fd()));
  return write_documents(typed, options_of(typed), *sink, *writer);
}

}  // namespace muster::cli
