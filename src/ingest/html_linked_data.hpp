// JSON-LD blocks -> the few fields of an article that muster uses. The only header of the HTML reader
// behind which JSON is parsed; a block that is not JSON says nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster::ingest {

struct LinkedArticle {
  std::string headline, published, publisher, language, body;
};

[[nodiscard]] LinkedArticle read_linked_data(const std::vector<std::string_view>& blocks);

}  // namespace muster::ingest
