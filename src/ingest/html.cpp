#include "ingest/html.hpp"

#include <fmt/format.h>

#include "ingest/html_article.hpp"
#include "ingest/html_text.hpp"
#include "ingest/html_title.hpp"

namespace muster::ingest {

void read_html(std::string_view utf8, const Limits& limits, model::Source& out) {
  const GuardedMarkup guarded = guard_markup(utf8, limits.max_html_depth);
  if (guarded.flattened > 0)
    out.warnings.push_back(
        {base::Code::html_depth,
         fmt::format("{} elements are nested deeper than {} levels: they were read without their structure",
                     guarded.flattened, limits.max_html_depth),
         std::nullopt});
  const Tree tree(guarded);
  PageText page = read_text(tree, guarded, false);
  if (page.stretches.empty()) page = read_text(tree, guarded, true);
  const std::vector<bool> furniture = find_furniture(tree, page);
  const PageMeta meta = read_meta(tree, guarded);
  const PageTitle title = find_title(page, furniture, meta);
  out.hints.title = title.text;
  out.hints.site = meta.site;
  out.hints.language = meta.language;
  out.hints.published = meta.published.empty() ? find_dateline(page, title, meta) : meta.published;
  for (std::size_t i = 0; i < page.stretches.size(); ++i) {
    Stretch& stretch = page.stretches[i];
    model::Run run;
    run.furniture = furniture[i] && title.stretch != i;
    run.span = stretch.span;
    run.role = stretch.role;
    run.level = stretch.level;
    run.marker = std::move(stretch.marker);
    if (title.stretch == i) run.role = model::RunRole::title, run.level = 0, run.marker.clear();
    out.runs.push_back(std::move(run));
  }
  out.text = base::Text(std::move(page.utf8));
  out.map = std::move(page.map);
}

}  // namespace muster::ingest
