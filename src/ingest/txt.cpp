// Plain text: a run for every line that is not blank. What the lines are, layout finds out.
#include "ingest/build.hpp"
#include "ingest/formats.hpp"

namespace muster::ingest {

namespace {

// A document of more lines than this is data, not a report: from here on lines up to the next blank one
// are one run, so that a file of tiny lines costs no more memory than others.
constexpr std::size_t most_lines = 1'000'000;
constexpr std::size_t longest_merged = 4000;

}  // namespace

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
    if (from < to && runs.size() >= most_lines && at > 0 && runs.back().span.end + 1 >= at &&
        to - runs.back().span.begin <= longest_merged) {
      runs.back().span.end = static_cast<std::uint32_t>(to);
    } else if (from < to) {
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
