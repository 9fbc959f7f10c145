// Shell patterns on paths: * and ? within a name, ** over names, [a-z] and [!a-z].
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster::ingest {

// The whole of `path` must match. O(pattern * path), never more.
[[nodiscard]] bool glob_matches(std::string_view pattern, std::string_view path);

// Whether one of the patterns is about `below`, a path below a folder or archive: one without a slash is held
// against the name, one with a slash against the path; one that ends in a slash is about folders only.
[[nodiscard]] bool any_matches(const std::vector<std::string>& patterns, std::string_view below, bool folder);

}  // namespace muster::ingest
