// The one table of commands and flags. CLI11, -h, --help, the man page, the completions and the test
// that every flag is documented are all made from it.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "cli/typed.hpp"

namespace muster::cli {

struct Flag {
  std::string_view name;        // "--format"
  char letter = 0;              // 'f', or 0
  std::string_view value;       // "FORMAT"; empty: a switch
  std::string_view choices;     // "jsonl|json|…", or empty
  std::string_view commands;    // " extract summary ", with blanks around each; "*" for all
  std::string_view group;       // heading in the help
  std::string_view brief;       // one line
  std::string_view more;        // further sentences for --help and the man page, or empty
  // Takes the value; returns what is wrong with it, or "".
  std::string (*take)(Typed&, const std::string& value);
};
[[nodiscard]] std::span<const Flag> flags();
[[nodiscard]] bool applies(const Flag& flag, std::string_view command);

struct Command {
  std::string_view name;
  std::string_view words;       // "PATH…"
  int least = 0, most = 0;      // how many words; most < 0: any number
  std::string_view brief;
  std::string_view more;
  std::string_view examples;    // one a line
  int (*run)(const Typed&);
};
[[nodiscard]] std::span<const Command> commands();
[[nodiscard]] const Command* find_command(std::string_view name);

}  // namespace muster::cli
