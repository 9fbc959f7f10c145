// Build tool: the prepared packs -> a source file with the bytes of rules::prepare_rules.
// usage: muster-prepare-rules OUT   A rule that does not compile stops the build, with its place.
#include <cstdio>
#include <string>

#include "embedding.hpp"
#include "muster/packs/load.hpp"
#include "packs/embedded.hpp"
#include "rules/prepared.hpp"

// What this tool is there to make.
std::string_view muster::rules::prepared_rules() { return {}; }
// It reads packs that were prepared already.
std::span<const muster::packs::EmbeddedPack> muster::packs::embedded_packs() { return {}; }

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const muster::packs::Loaded loaded = muster::packs::load_embedded(false);
  const auto bytes = muster::rules::prepare_rules(loaded.set);
  if (!bytes) {
    const muster::base::Where where = bytes.error().where.value_or(muster::base::Where{});
    std::fprintf(stderr, "%s:%u:%u: error: %s\n", where.path.c_str(), where.line, where.column,
                 bytes.error().text.c_str());
    return 1;
  }
  return write_source(argv[1], "prepare_rules", "rules/prepared.hpp", "rules", "prepared_rules", *bytes) ? 0 : 1;
}
