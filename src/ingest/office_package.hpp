// The parts of an office document's zip package that hold what is read.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "muster/base/result.hpp"
#include "muster/ingest/open.hpp"

namespace muster::ingest {

struct Package {
  std::map<std::string, std::string, std::less<>> parts;   // name, without a leading slash: bytes
  std::string damage;                                      // why the rest could not be read, "" if it could
  [[nodiscard]] std::string_view part(std::string_view name) const {
    const auto found = parts.find(name);
    return found == parts.end() ? std::string_view{} : std::string_view(found->second);
  }
};

// Reads the entries that `wanted` says yes to, up to max_bytes in all. Errors: error.encrypted, error.archive-bomb,
// error.too-large; damage is no error as long as parts were read.
[[nodiscard]] base::Result<Package> read_package(std::string_view bytes, const Limits& limits,
                                                 const std::function<bool(std::string_view)>& wanted);

}  // namespace muster::ingest
