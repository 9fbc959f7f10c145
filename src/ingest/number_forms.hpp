// Numbers as word processors write them before the items of lists.
#pragma once

#include <string>
#include <string_view>

namespace muster::ingest {

// `form`: the name that Word has for it (decimal, lowerLetter, upperRoman, ordinal …); what is not known is decimal,
// "none" is nothing.
[[nodiscard]] std::string number_in(std::string_view form, int number);

// A bullet as text: private-use and letter-shaped glyphs of symbol fonts are "•", dashes and other signs stay.
[[nodiscard]] std::string bullet_of(std::string_view glyph);

// A character of a symbol font (Wingdings, Symbol), as Unicode has it; "" where it has none.
[[nodiscard]] std::string symbol_of(unsigned code);

}  // namespace muster::ingest
