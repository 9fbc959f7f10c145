#include "text/name_table.hpp"
#include "text/steps.hpp"

namespace muster::text {

NameTable::NameTable(const model::Vocab&) {}

void find_names(const model::Document&, const Lexicon::Lists&, model::Layers&) {}

}  // namespace muster::text
