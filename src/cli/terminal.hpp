// What a stream is: a terminal or not, how wide, whether colour is wanted there. Each stream is asked
// about itself.
#pragma once

#include <string_view>

#include "muster/base/result.hpp"

namespace muster::cli {

[[nodiscard]] bool is_terminal(int fd);
// Columns of the terminal; COLUMNS if that is set; else 80.
[[nodiscard]] int width_of(int fd);
// --color, then non-empty NO_COLOR, then FORCE_COLOR, then that stream is a terminal and TERM not dumb.
[[nodiscard]] bool wants_colour(int fd, std::string_view when);
// --hyperlinks; with "auto" only on a terminal of a kind that is known to have links (or to leave them out quietly).
[[nodiscard]] bool wants_links(int fd, std::string_view when);

// Writes all to standard error; what cannot be written there is lost.
void say(std::string_view text);
// "muster: error[error.missing]: …" with notes and, for known codes, what to do.
void say_error(const base::Error& error, std::string_view color);
void say_warning(base::Code code, std::string_view text, std::string_view color);
// "help: …" for a code, or "".
[[nodiscard]] std::string_view advice(base::Code code);

}  // namespace muster::cli
