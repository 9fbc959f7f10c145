#include "text/word_table.hpp"

namespace muster::text {

WordTable::WordTable(const model::Vocab&) {}

}  // namespace muster::text
