// Cells of CSV and TSV. A cell of text that a spreadsheet would take for a formula gets an apostrophe in front. TSV
// cells hold no tabs or line breaks: each is one space.
#pragma once

#include <string>
#include <string_view>

namespace muster::output {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";   // for Excel

// Text from a document or a path.
void append_defused(std::string& cell, std::string_view value);
// A whole cell, quoted where CSV wants it.
void append_cell(std::string& out, std::string_view cell, char separator);
[[nodiscard]] constexpr std::string_view line_end(char separator) { return separator == '\t' ? "\n" : "\r\n"; }

}  // namespace muster::output
