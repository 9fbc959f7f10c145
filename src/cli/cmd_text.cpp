#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/meant.hpp"

namespace muster::cli {

int cmd_text(const Typed& typed) {
  const auto format = text_format_of(typed);
  if (!format) return end_with(format.error(), typed);
  listen_to_signals();
  base::Result<Sink> sink = Sink::open(typed.output);
  if (!sink) return end_with(sink.error(), typed);
  pipeline::Options options = options_of(typed);
  options.layers_only = true;
  options.keep_layers = *format == output::TextFormat::jsonl;
  const auto writer = output::make_text_writer(*format, typed.body, style_of(typed, sink->fd()).sanitize);
  return write_documents(typed, options, *sink, *writer);
}

}  // namespace muster::cli
