#include "ingest/office_package.hpp"

#include <algorithm>

#include "ingest/unpack.hpp"

namespace muster::ingest {

base::Result<Package> read_package(std::string_view bytes, const Limits& limits,
                                   const std::function<bool(std::string_view)>& wanted) {
  Package package;
  Budget budget;
  MemoryInput input(bytes);
  base::Result<Unpacker> unpacker = Unpacker::open(input, Packing::archive, limits, budget);
  if (!unpacker) return base::fail(unpacker.error());
  std::uint64_t total = 0;
  while (true) {
    base::Result<std::optional<Entry>> entry = unpacker->next();
    if (!entry) {
      if (entry.error().code != base::Code::archive_damaged) return base::fail(entry.error());
      package.damage = entry.error().text;
      break;
    }
    if (!*entry) break;
    std::string name = (*entry)->name.substr((*entry)->name.starts_with('/') ? 1 : 0);
    if (!(*entry)->file || !wanted(name) || package.parts.contains(name)) continue;
    if ((*entry)->encrypted)
      return base::fail(base::Code::input_encrypted,
                        "the document is locked with a password: save it without one and give that to muster");
    std::string part;
    EntryInput data(*unpacker);
    if (const base::Result<bool> all = data.read_all(part, limits.max_bytes - std::min(total, limits.max_bytes));
        !all) {
      if (all.error().code != base::Code::archive_damaged) return base::fail(all.error());
      package.damage = all.error().text;
    }
    total += part.size();
    package.parts.emplace(std::move(name), std::move(part));
    if (!unpacker->whole()) break;
  }
  return package;
}

}  // namespace muster::ingest
