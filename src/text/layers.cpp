// The text room from end to end: readable blocks in, layers out.
#include "muster/text/layers.hpp"

#include "text/lexicon.hpp"
#include "text/steps.hpp"

namespace muster::text {

Lexicon::Lexicon(const model::Vocab& vocab) : lists_(std::make_unique<const Lists>(vocab)) {}
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

model::Layers read_layers(const model::Document& document, const Lexicon& lexicon) {
  model::Layers layers;
  split_sentences(document, lexicon.lists(), layers);
  find_values(document, lexicon.lists(), layers);
  const std::vector<bool> saying = find_names(document, lexicon.lists(), layers);
  find_speeches(document, lexicon.lists(), saying, layers);
  return layers;
}

}  // namespace muster::text
