// Help, man page and completions: all made from the table of flags and commands.
#pragma once

#include <string>
#include <string_view>

namespace muster::cli {

[[nodiscard]] std::string brief_help(std::string_view command);   // "": of the program; one screen
[[nodiscard]] std::string full_help(std::string_view command);
[[nodiscard]] std::string_view exit_codes();                      // "0    everything was read\n…"
[[nodiscard]] std::string version_text();
[[nodiscard]] std::string man_page();                             // muster.1, roff
[[nodiscard]] std::string completions(std::string_view shell);    // bash, zsh, fish; "" for another

}  // namespace muster::cli
