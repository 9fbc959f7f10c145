#include "ingest/pdf/read_pages.hpp"

#include "ingest/pdf/columns.hpp"
#include "ingest/pdf/paragraphs.hpp"

namespace muster::ingest::pdf {

void read_pages(const Pages& pages, const Limits&, model::Source& source) {
  std::vector<Sheet> sheets;
  sheets.reserve(pages.pages.size());
  std::vector<Line> lines;
  Counters counters;
  for (const Page& page : pages.pages) {
    Sheet& sheet = sheets.emplace_back(make_sheet(page, pages.fonts));
    std::vector<Line> ordered =
        order_lines(sheet, pages.fonts, static_cast<std::uint32_t>(sheets.size() - 1), find_ruling(page), counters);
    lines.insert(lines.end(), std::make_move_iterator(ordered.begin()), std::make_move_iterator(ordered.end()));
  }
  Reading reading{sheets, pages.fonts, std::move(lines), {}};
  reading.body = measure_body(reading.lines);
  find_furniture(reading);
  find_notes(reading);
  std::vector<Paragraph> paragraphs = make_paragraphs(reading);
  join_tables(reading, paragraphs);
  find_headings(reading, paragraphs);
  find_items(reading, paragraphs);
  write_source(reading, paragraphs, source);
  source.info.pages = pages.count;
}

}  // namespace muster::ingest::pdf
