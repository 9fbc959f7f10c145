// The source line of a position with a caret below it, and the nearest word to a misspelt one: what
// makes an error in somebody's pack readable. Columns count code points, as TOML readers do.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace muster::packs {

// Two notes: the line (from 1) as it stands, and a line with `^` under the column. Empty when `text` has no
// such line. Lines longer than 100 code points are cut around the column.
[[nodiscard]] std::vector<std::string> excerpt(std::string_view text, std::uint32_t line, std::uint32_t column);

// The candidate nearest to `word` (at most a third of its letters wrong, transpositions count once);
// "" if none is near. The first of equals.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace muster::packs
