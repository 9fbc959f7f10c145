#include "muster/rules/engine.hpp"
namespace muster::rules {
struct Engine::State { model::PackSet packs; };
Engine::Engine() = default; Engine::~Engine() = default; Engine::Engine(Engine&&) noexcept = default; Engine& Engine::operator=(Engine&&) noexcept = default;
base::Result<Engine> Engine::compile(model::PackSet packs, bool, const Limits&) { Engine e; e.state_ = std::make_unique<State>(); e.state_->packs = std::move(packs); return e; }
const model::PackSet& Engine::packs() const { return state_->packs; }
const model::Rule* Engine::find(std::string_view) const { return nullptr; }
std::vector<model::Match> Engine::match(const model::Document&, const model::Layers&, base::Diagnostics&, const model::Rule*, std::vector<model::Trial>*) const { return {}; }
}
