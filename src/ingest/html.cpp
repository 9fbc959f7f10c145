#include "ingest/html.hpp"

#include <fmt/format.h>

#include "ingest/html_article.hpp"
#include "ingest/html_text.hpp"

namespace muster::ingest {

void read_html(std::string_view utf8, const Limits& limits, model::Source& out) {
  const GuardedMarkup guarded = guard_markup(utf8, limits.max_html_depth);
  if (guarded.flattened > 0)
    out.warnings.push_back({base::Code::html_depth,
                            fmt::format("{} elements are nested deeper than {} levels: they were read without their structure",
                                        guarded.flattened, limits.max_html_depth),
                            std::nullopt});
  const Tree tree(guarded);
  PageText page = read_text(tree, guarded, false);
  if (page.stretches.empty()) page = read_text(tree, guarded, true);
  const std::vector<bool> furniture = find_furniture(tree, page);
  for (std::size_t i = 0; i < page.stretches.size(); ++i) {
    Stretch& stretch = page.stretches[i];
    model::Run run;
    run.furniture = furniture[i];
    run.span = stretch.span;
    run.role = stretch.role;
    run.level = stretch.level;
    run.marker = std::move(stretch.marker);
    out.runs.push_back(std::move(run));
  }
  out.text = base::Text(std::move(page.utf8));
  out.map = std::move(page.map);
}

}  // namespace muster::ingest
