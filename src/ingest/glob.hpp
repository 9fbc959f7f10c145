// Shell patterns on paths: * and ? within a name, ** over names, [a-z] and [!a-z].
#pragma once

#include <string_view>

namespace muster::ingest {

// The whole of `path` must match. O(pattern * path), never more.
[[nodiscard]] bool glob_matches(std::string_view pattern, std::string_view path);

}  // namespace muster::ingest
