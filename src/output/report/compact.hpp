// A record as the page reads it: like the contract's JSON, but without what is null or can be cut from the text, which
// is stored once. Spans are [start, end] in code points.
#pragma once

#include <string>
#include <string_view>

#include "muster/model/record.hpp"

namespace muster::output::report {

// {"source", "link", "document", "failed", "facts": [{"is": index into output::kinds, "id", "at", "page", "section",
// …}], "warnings"}
[[nodiscard]] std::string facts_json(const model::Record& record, std::string_view link);
// {"text", "blocks": [kind, start, end, level, page, …]}: five integers a block, page 0 where there is none
[[nodiscard]] std::string text_json(const model::Record& record);

}  // namespace muster::output::report
