#include "text/steps.hpp"

namespace muster::text {

void find_dates(const model::Document&, const Lexicon::Lists&, model::Layers&) {}

}  // namespace muster::text
