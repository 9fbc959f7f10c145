#include "muster/facts/make.hpp"
namespace muster::facts {
void make_staffing(const Reading&, model::Drafts&, std::vector<Refusal>*) {}
void make_figures(const Reading&, model::Drafts&, std::vector<Refusal>*) {}
}
