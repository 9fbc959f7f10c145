#include <unistd.h>

#include <filesystem>

#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/meant.hpp"
#include "cli/terminal.hpp"
#include "muster/output/report.hpp"

namespace muster::cli {

int cmd_report(const Typed& typed) {
  listen_to_signals();
  const bool to_file = typed.output && *typed.output != "-";
  if (!to_file && is_terminal(STDOUT_FILENO)) {
    return end_with({base::Code::usage,
                     "a page is nothing to read on a terminal",
                     std::nullopt,
                     {"help: name a file for it: -o report.html"},
                     {}},
                    typed);
  }
  base::Result<Sink> sink = Sink::open(typed.output);
  if (!sink) return end_with(sink.error(), typed);
  std::error_code ignored;   // without a current folder links are as the paths were given
  const std::filesystem::path here = std::filesystem::current_path(ignored);
  output::ReportOptions options;
  options.title = typed.title;
  options.made_by = "muster " MUSTER_VERSION;
  options.paths_from = here.string();
  options.page_folder = to_file ? (here / *typed.output).lexically_normal().parent_path().string() : here.string();
  const auto writer = output::make_report(options);
  return write_documents(typed, options_of(typed), *sink, *writer);
}

}  // namespace muster::cli
