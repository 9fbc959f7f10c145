// Pages of words -> a Source: reading order, lines, columns, paragraphs, headings, items, tables, furniture.
#pragma once

#include "ingest/pdf/page.hpp"
#include "muster/ingest/open.hpp"
#include "muster/model/source.hpp"

namespace muster::ingest::pdf {

// Fills text, runs, pages, hints and warnings of `source`. Never fails: pages without words give warnings. O(words log
// words).
void read_pages(const Pages& pages, const Limits& limits, model::Source& source);

}  // namespace muster::ingest::pdf
