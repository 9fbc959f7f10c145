#include <filesystem>

#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/meant.hpp"
#include "cli/run_folder.hpp"

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
  if (sink.place().empty())
    return wrong("'" + *typed.output + "' is no plain file", "say another place, for example -o " + example);
  return to_file(std::move(sink), make, style_of(typed, -1));
}

base::Result<std::unique_ptr<Destination>> tables_of(const Typed& typed) {
  if (typed.output)
    return wrong("--split and -o exclude each other", "--split DIR writes one file a kind of fact into the folder DIR");
  if (typed.format && *typed.format != "csv" && *typed.format != "tsv")
    return wrong("--split writes csv or tsv, not " + *typed.format, "leave --format out, or say --format tsv");
  return to_tables(*typed.split, typed.format && *typed.format == "tsv" ? output::Format::tsv : output::Format::csv,
                   style_of(typed, -1));
}

// A path without dots and doubled slashes, as far as its letters tell.
std::string plain(const std::string& path) {
  std::string out = std::filesystem::path(path).lexically_normal().string();
  while (out.size() > 1 && out.back() == '/') out.pop_back();
  return out;
}

base::Result<bool> may_resume(const Typed& typed) {
  if (!typed.output || *typed.output == "-")
    return wrong("--resume writes a folder, not a stream", "say which, for example -o out");
  if (typed.split || (typed.format && *typed.format != "jsonl"))
    return wrong("--resume writes JSON Lines", "leave --format and --split out");
  if (typed.unordered)
    return wrong("--resume and --unordered exclude each other", "a run that goes on must know what came last");
  return true;
}

int resume(const Typed& typed) {
  if (const auto allowed = may_resume(typed); !allowed) return end_with(allowed.error(), typed);
  pipeline::Options options = options_of(typed);
  const base::Result<pipeline::Muster> muster = pipeline::Muster::load(options);
  if (!muster) return end_with(muster.error(), typed);
  const std::vector<pipeline::Task> tasks = pipeline::list(typed.words, options);
  const std::string folder = plain(*typed.output);
  for (const pipeline::Task& task : tasks)
    if (plain(task.input.path).starts_with(folder + '/'))
      return end_with(
          wrong("the folder '" + *typed.output + "' lies among the inputs", "write into a folder beside them").value(),
          typed);
  auto run = RunFolder::open(folder, head_of(typed, *muster), inputs_of(tasks),
                             typed.part_size.value_or(RunFolder::default_part_size),
                             output::make_writer(output::Format::jsonl, style_of(typed, -1)));
  if (!run) return end_with(run.error(), typed);
  const Manifest& before = (*run)->before();
  options.after = before.last;
  return write_documents(typed, options, *muster, tasks, **run, {before.read, before.failed, false});
}

}  // namespace

int cmd_extract(const Typed& typed) {
  listen_to_signals();
  if (typed.resume) return resume(typed);
  if (typed.part_size)
    return end_with(wrong("--part-size is for --resume", "say where the parts go: --resume -o out").value(), typed);
  if (std::error_code none; typed.output && std::filesystem::exists(manifest_place(*typed.output), none))
    return end_with(wrong("the folder '" + *typed.output + "' holds a run",
                          "--resume goes on with it; for another run name another folder")
                        .value(),
                    typed);
  const bool sqlite = typed.format && *typed.format == "sqlite";
  const bool xlsx = typed.format && *typed.format == "xlsx";
  if (typed.split || sqlite || xlsx) {
    const auto destination =
        typed.split ? tables_of(typed) : file_of(typed, sqlite ? output::make_sqlite : output::make_xlsx);
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
