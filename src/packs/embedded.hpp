// The packs compiled into the program, as text. Defined in a generated file (cmake/embed.cmake).
#pragma once

#include <span>
#include <string_view>

namespace muster::packs {

struct EmbeddedPack {
  std::string_view path;   // below src/packs/data
  std::string_view toml;
};
[[nodiscard]] std::span<const EmbeddedPack> embedded_packs();
// The same without examples, as packs::prepare wrote them.
[[nodiscard]] std::string_view prepared_packs();

}  // namespace muster::packs
