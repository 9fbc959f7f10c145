// Build tool: rule packs and word lists -> a source file with packs::prepare's bytes.
// usage: muster-prepare OUT ROOT PACK…   A pack that cannot be read stops the build, with its place.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "embedding.hpp"
#include "packs/prepared.hpp"

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::string root = std::string(argv[2]) + "/";
  std::vector<muster::packs::File> files;
  std::vector<muster::base::Error> errors;
  for (int i = 3; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in) {
      std::fprintf(stderr, "%s: cannot be read\n", argv[i]);
      return 1;
    }
    std::string path = argv[i];
    if (path.starts_with(root)) path = path.substr(root.size());
    const std::size_t before = errors.size();
    files.push_back(muster::packs::read_file(text, "packs/" + path, false, errors));
    for (std::size_t e = before; e < errors.size(); ++e) {
      const muster::base::Where where = errors[e].where.value_or(muster::base::Where{});
      std::fprintf(stderr, "%s:%u:%u: error: %s\n", argv[i], where.line, where.column, errors[e].text.c_str());
      for (const std::string& note : errors[e].notes) std::fprintf(stderr, "  %s\n", note.c_str());
    }
  }
  if (!errors.empty()) return 1;
  const std::string bytes = muster::packs::prepare(std::move(files));
  return write_source(argv[1], "prepare_packs", "packs/embedded.hpp", "packs", "prepared_packs", bytes) ? 0 : 1;
}
