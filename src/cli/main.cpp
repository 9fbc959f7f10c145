// Arguments to one exit code, in one place.
#include <exception>
#include <string>
#include <vector>

#include "muster/base/heap.hpp"
#include "cli/documents.hpp"
#include "cli/exit_code.hpp"
#include "cli/flags.hpp"
#include "cli/help.hpp"
#include "cli/parse.hpp"
#include "cli/terminal.hpp"

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

namespace {

// A document's memory is wanted again by the next one: it is kept, not given back to the system after each.
void keep_memory() {
#ifdef M_TRIM_THRESHOLD
  mallopt(M_MMAP_THRESHOLD, 16 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  mallopt(M_TOP_PAD, 1 << 20);
#endif
  muster::base::widen_heap(8 << 20);
}

}  // namespace

int main(int argc, char** argv) {
  using namespace muster;
  keep_memory();
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
