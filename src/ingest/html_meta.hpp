// What a page says of itself in its head and its linked data (JSON-LD): title, date, site, language.
#pragma once

#include <string>
#include <vector>

#include "ingest/html_tree.hpp"

namespace muster::ingest {

struct PageMeta {
  std::vector<std::string> titles;   // best first: linked data, og:title, <title>; white space collapsed
  std::string published;             // ISO date
  std::string site;
  std::string language;              // as declared ("en-GB")
  std::string article;               // the article's text where linked data hold it
  [[nodiscard]] bool day_first() const;   // does the language write 5/6 for the fifth of June?
};

[[nodiscard]] PageMeta read_meta(const Tree& tree, const GuardedMarkup& guarded);

// A page title without the site's name: "Beds cut by half | The Daily" -> "Beds cut by half".
[[nodiscard]] std::string without_site(std::string_view title, std::string_view site);
[[nodiscard]] std::string collapse_space(std::string_view text);

}  // namespace muster::ingest
