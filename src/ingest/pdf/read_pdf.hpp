// A PDF's bytes -> a Source, by way of the worker. The door of this folder.
#pragma once

#include <optional>
#include <string_view>

#include "muster/base/result.hpp"
#include "muster/ingest/open.hpp"
#include "muster/model/source.hpp"

namespace muster::ingest::pdf {

// Fills text, runs, pages, hints and warnings. An error where nothing at all could be read; what was read
// before a worker died or a limit was reached is kept, with a warning. From any thread.
[[nodiscard]] std::optional<base::Error> read_pdf(std::string_view bytes, const Limits& limits, model::Source& source);

}  // namespace muster::ingest::pdf
