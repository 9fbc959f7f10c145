#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "muster/output/write.hpp"

namespace muster::cli {

int cmd_schema(const Typed& typed) { return print(typed, output::schema()); }

}  // namespace muster::cli
