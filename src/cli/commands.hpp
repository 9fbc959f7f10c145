// One function per command: typed arguments in, exit code out. Each lives in cmd_<name>.cpp.
#pragma once

#include "cli/typed.hpp"

namespace muster::cli {

int cmd_extract(const Typed& typed);
int cmd_summary(const Typed& typed);
int cmd_report(const Typed& typed);
int cmd_merge(const Typed& typed);
int cmd_text(const Typed& typed);
int cmd_explain(const Typed& typed);
int cmd_check(const Typed& typed);
int cmd_eval(const Typed& typed);
int cmd_rules(const Typed& typed);
int cmd_schema(const Typed& typed);
int cmd_completions(const Typed& typed);

}  // namespace muster::cli
