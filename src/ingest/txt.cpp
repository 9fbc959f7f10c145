// Plain text: a run for every line that is not blank. What the lines are, layout finds out.
#include "ingest/build.hpp"
#include "ingest/formats.hpp"

namespace muster::ingest {

std::vector<model::Run> line_runs(const base::Text& text) {
  std::vector<model::Run> runs;
  const std::string_view folded = text.folded();
  const auto blank = [&](std::size_t i) { return folded[i] == ' ' || folded[i] == '\t'; };
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t end = folded.find('\n', at);
    if (end == std::string_view::npos) end = folded.size();
    std::size_t from = at, to = end;
    while (from < to && blank(from)) ++from;
    while (to > from && blank(to - 1)) --to;
    if (from < to) {
      model::Run& run = runs.emplace_back();
      run.span = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)};
    }
    at = end + 1;
  }
  return runs;
}

void read_lines(const Decoded& decoded, model::Source& source) {
  TextBuilder builder(decoded.utf8().size());
  builder.append(decoded.utf8(), 0);
  builder.finish(decoded, source);
  source.runs = line_runs(source.text);
}

}  // namespace muster::ingest
