// Text for a terminal: how wide it is, cut to a width, wrapped, and made harmless.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster::output {

// Columns that valid UTF-8 takes on a terminal: wide characters two, combining and control ones none.
[[nodiscard]] int display_width(std::string_view utf8);

// At most `columns` columns of it, with "…" at the end if something was cut.
[[nodiscard]] std::string fit(std::string_view utf8, int columns);

// Appended with spaces up to `columns`; longer text is not cut.
void append_padded(std::string& out, std::string_view utf8, int columns);

// Words in lines of at most `columns`; white space runs are one space. A longer word is cut up.
[[nodiscard]] std::vector<std::string> wrap(std::string_view utf8, int columns);

// Control, bidirectional and invisible characters (but \n and \t) as "\u{1b}", "\u{202e}": no document can move the
// cursor, set colours, turn the reading direction or hide what it says. Of marks on one character the first eight stay.
void append_sanitized(std::string& out, std::string_view utf8);
[[nodiscard]] std::string sanitized(std::string_view utf8);

}  // namespace muster::output
