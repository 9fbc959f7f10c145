#include "text/steps.hpp"

namespace muster::text {

void find_speeches(const model::Document&, const Lexicon::Lists&, model::Layers&) {}

}  // namespace muster::text
