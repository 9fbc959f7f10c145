// The embedded packs without their examples, read beforehand: at build time the same reader turns the
// TOML into bytes, at start they are turned back into packs in a fraction of the time that TOML takes.
// The form is between one build's tool and its program; nothing else reads it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "packs/read.hpp"

namespace muster::packs {

[[nodiscard]] std::string prepare(std::vector<File> files);
// `bytes` must come from prepare. Word-list entries come back without their positions.
[[nodiscard]] std::vector<File> read_prepared(std::string_view bytes);

}  // namespace muster::packs
