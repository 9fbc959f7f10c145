// Which stretch is the page's title, and the day of publication where only the page's text gives it.
#pragma once

#include <optional>
#include <string>

#include "ingest/html_meta.hpp"
#include "ingest/html_text.hpp"

namespace muster::ingest {

struct PageTitle {
  std::optional<std::size_t> stretch;   // its heading, or another line that says the same as the metadata
  std::string text;                     // the best title, with or without such a line; "" if there is none
};

// `furniture` as find_furniture made it.
[[nodiscard]] PageTitle find_title(const PageText& page, const std::vector<bool>& furniture, const PageMeta& meta);

// A date in a short line near the title, else the first that stands alone in a line; "" if none does.
[[nodiscard]] std::string find_dateline(const PageText& page, const PageTitle& title, const PageMeta& meta);

}  // namespace muster::ingest
