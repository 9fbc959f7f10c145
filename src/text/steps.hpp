// The steps of read_layers, in their order. Each adds its layer and may look at the earlier ones.
#pragma once

#include <vector>

#include "muster/model/layers.hpp"
#include "text/lexicon.hpp"

namespace muster::text {

void split_sentences(const model::Document&, const Lexicon::Lists&, model::Layers&);
void find_values(const model::Document&, const Lexicon::Lists&, model::Layers&);   // dates, quantities
// Says of every sentence whether it holds a word of saying: the others need not be looked through for speeches.
std::vector<bool> find_names(const model::Document&, const Lexicon::Lists&, model::Layers&);
void find_speeches(const model::Document&, const Lexicon::Lists&, const std::vector<bool>& saying, model::Layers&);

}  // namespace muster::text
