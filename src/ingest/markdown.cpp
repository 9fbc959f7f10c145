#include "ingest/build.hpp"
#include "ingest/formats.hpp"

namespace muster::ingest {

int markdown_marks(std::string_view) { return 0; }
void read_markdown(const Decoded& decoded, model::Source& source) { read_lines(decoded, source); }

}  // namespace muster::ingest
