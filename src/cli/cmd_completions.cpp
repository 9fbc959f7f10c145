#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/exit_code.hpp"
#include "cli/help.hpp"
#include "cli/terminal.hpp"

namespace muster::cli {

int cmd_completions(const Typed& typed) {
  const std::string script = completions(typed.words.front());
  if (!script.empty()) return print(typed, script);
  say_error({base::Code::usage,
             "there are no completions for '" + typed.words.front() + "'",
             {},
             {"help: bash, zsh or fish"},
             {}},
            typed.color);
  return exit_usage;
}

}  // namespace muster::cli
