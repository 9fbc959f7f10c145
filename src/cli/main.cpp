// Arguments to one exit code, in one place.
#include <exception>
#include <string>
#include <vector>

#include "cli/documents.hpp"
#include "cli/exit_code.hpp"
#include "cli/flags.hpp"
#include "cli/help.hpp"
#include "cli/parse.hpp"
#include "cli/terminal.hpp"

int main(int argc, char** argv) {
  using namespace muster;
  try {
    cli::settle_streams();
    const base::Result<cli::Typed> typed = cli::parse({argv + 1, argv + argc});
    if (!typed) return cli::end_with(typed.error(), {});
    switch (typed->help) {
      case cli::Help::brief: return cli::print({}, cli::brief_help(typed->command));
      case cli::Help::full: return cli::print({}, cli::full_help(typed->command));
      case cli::Help::version: return cli::print({}, cli::version_text());
      case cli::Help::man: return cli::print({}, cli::man_page());
      case cli::Help::none: break;
    }
    return cli::find_command(typed->command)->run(*typed);
  } catch (const std::exception& thrown) {
    cli::say_error({base::Code::internal, thrown.what(), {}, {}, {}}, "auto");
    return cli::exit_internal;
  }
}
