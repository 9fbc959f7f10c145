#include "muster/ingest/open.hpp"
namespace muster::ingest {
Listing list_inputs(const std::vector<std::string>& paths, const Selection&, const Limits&) {
  Listing listing;
  for (const std::string& path : paths) listing.inputs.push_back({path});
  return listing;
}
}  // namespace muster::ingest
