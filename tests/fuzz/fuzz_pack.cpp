#include "doors.hpp"

#include <string_view>

#include "muster/packs/load.hpp"
#include "muster/rules/engine.hpp"
#include "promise.hpp"

int fuzz_pack(const std::uint8_t* data, std::size_t size) {
  if (size > 64 * 1024) return 0;
  const std::string_view toml(reinterpret_cast<const char*>(data), size);
  auto loaded = muster::packs::load_text(toml, "fuzz.toml");
  for (const muster::base::Error& error : loaded.errors) {
    PROMISE(!error.text.empty());
    PROMISE(error.where.has_value() && error.where->path == "fuzz.toml");
  }
  for (const muster::model::Pack& pack : loaded.set.packs)
    for (const muster::model::Rule& rule : pack.rules)
      PROMISE(!rule.id.empty() && !rule.when.empty() && rule.makes.contains("fact"));
  if (!loaded.errors.empty()) return 0;
  const auto engine = muster::rules::Engine::compile(std::move(loaded.set), true, {});
  if (!engine) PROMISE(!engine.error().text.empty());
  return 0;
}
