#include "text/steps.hpp"

namespace muster::text {

void find_quantities(const model::Document&, const Lexicon::Lists&, model::Layers&) {}

}  // namespace muster::text
