#include "muster/text/layers.hpp"

namespace muster::text {

void mark_languages(model::Document&, const Lexicon&) {}

}  // namespace muster::text
