// The evidence page: one HTML file, self-contained, that shows records beside their texts. The page draws itself
// from data; nothing of a document is ever markup. It is written record by record, nothing is kept in between.
#pragma once

#include <memory>
#include <string>

#include "muster/output/write.hpp"

namespace muster::output {

struct ReportOptions {
  std::string title;          // heading of the page; "": one made from what is in it
  std::string made_by;        // "muster 0.1.0"
  // Both absolute: where relative source paths begin, and the folder in which the page will lie. Links to the sources
  // are relative to that folder, so the two can be moved together.
  std::string paths_from, page_folder;
};
[[nodiscard]] std::unique_ptr<Writer> make_report(const ReportOptions& options);

}  // namespace muster::output
