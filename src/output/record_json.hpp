// A record as the contract's JSON (one object, no line break). Quotes come from the document's UTF-8.
#pragma once

#include <string>

#include "muster/output/write.hpp"
#include "output/json.hpp"

namespace muster::output {

void append_record(std::string& out, const model::Record& record, const Style& style);
// "source": {…}
void append_source(Json& json, const model::SourceInfo& source);

}  // namespace muster::output
