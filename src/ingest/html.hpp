// HTML -> Source: the article's text in runs, everything around it (menus, cookie notices, comments,
// related links, share bars, footers) as runs marked furniture. Knows nothing of charsets: `utf8` must be
// valid UTF-8, and positions in the map are bytes of `utf8`.
//
// Fills `text`, `map`, `runs` and `hints`, adds to `warnings`; leaves `info` alone. Never fails: whatever
// the bytes, the result is some text, perhaps none. Time is linear in the length for any nesting.
#pragma once

#include <string_view>

#include "muster/ingest/open.hpp"
#include "muster/model/source.hpp"

namespace muster::ingest {

void read_html(std::string_view utf8, const Limits& limits, model::Source& out);

}  // namespace muster::ingest
