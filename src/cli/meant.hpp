// What the typed arguments mean: options for the pipeline, a format, a style. Looks at streams and the
// environment, opens nothing.
#pragma once

#include <string_view>

#include "cli/typed.hpp"
#include "muster/base/result.hpp"
#include "muster/output/write.hpp"
#include "muster/pipeline/run.hpp"

namespace muster::cli {

[[nodiscard]] pipeline::Options options_of(const Typed& typed);
// `fd`: the stream that will be written.
[[nodiscard]] output::Style style_of(const Typed& typed, int fd);
// The format of `extract`. None typed: a table on a terminal, JSON Lines elsewhere.
[[nodiscard]] base::Result<output::Format> format_of(const Typed& typed, int fd);
[[nodiscard]] base::Result<output::TextFormat> text_format_of(const Typed& typed);

}  // namespace muster::cli
