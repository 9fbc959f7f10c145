#include "muster/layout/blocks.hpp"
namespace muster::layout { model::Document lay_out(model::Source&& s, const model::Vocab&) { model::Document d; d.text = std::move(s.text); return d; } }
