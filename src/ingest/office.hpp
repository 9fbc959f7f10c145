// Word (docx) and OpenDocument (odt) files: zip packages of XML -> text in runs. Bytes to bytes there is no way
// back, so the map of such a source is empty.
#pragma once

#include <optional>
#include <string_view>

#include "muster/base/result.hpp"
#include "muster/ingest/open.hpp"
#include "muster/model/source.hpp"

namespace muster::ingest {

// Fills text, runs, hints and warnings. Broken packages are error.damaged, locked ones error.encrypted, those
// that unpack to far more than they are error.archive-bomb. Memory: the parts that hold text, twice.
[[nodiscard]] std::optional<base::Error> read_docx(std::string_view bytes, const Limits& limits, model::Source& source);
[[nodiscard]] std::optional<base::Error> read_odt(std::string_view bytes, const Limits& limits, model::Source& source);

}  // namespace muster::ingest
