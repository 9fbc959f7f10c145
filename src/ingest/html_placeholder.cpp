// Stands in until the HTML reader is there: the page's characters as plain text.
#include "ingest/build.hpp"
#include "ingest/formats.hpp"
#include "ingest/html.hpp"

namespace muster::ingest {

__attribute__((weak)) void read_html(std::string_view utf8, const Limits&, model::Source& out) {
  TextBuilder builder(utf8.size());
  builder.append(utf8, 0);
  builder.finish(Decoded{}, out);
  out.runs = line_runs(out.text);
}

}  // namespace muster::ingest
