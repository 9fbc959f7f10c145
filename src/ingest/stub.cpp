#include "muster/ingest/open.hpp"
namespace muster::ingest {
Listing list_inputs(const std::vector<std::string>& paths, const Selection&, const Limits&) { Listing l; for (auto& p : paths) l.inputs.push_back({p}); return l; }
void open_bytes(std::string_view bytes, std::string_view info_path, const Fields&, const Limits&, const Take& take) {
  Opened o; o.source.info.path = std::string(info_path); o.source.text = base::Text(std::string(bytes)); take(std::move(o)); }
void open_input(const Input&, const Fields&, const Limits&, const Take&) {}
}
