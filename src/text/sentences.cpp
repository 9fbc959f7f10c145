#include "text/steps.hpp"

namespace muster::text {

void split_sentences(const model::Document&, const Lexicon::Lists&, model::Layers&) {}

}  // namespace muster::text
