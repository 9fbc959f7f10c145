#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/meant.hpp"

namespace muster::cli {

int cmd_summary(const Typed& typed) {
  listen_to_signals();
  base::Result<Sink> sink = Sink::open(typed.output);
  if (!sink) return end_with(sink.error(), typed);
  const auto writer = output::make_summary(style_of(typed, sink->fd()));
  return write_documents(typed, options_of(typed), *sink, *writer);
}

}  // namespace muster::cli
