#include "ingest/json_records.hpp"
namespace muster::ingest {
void read_json_lines(ByteStream&, std::string&&, std::string_view, const Fields&, const Limits&, const Take&) {}
bool read_json(std::string_view, std::string_view, const Format&, const Fields&, const Limits&, const Take&) { return false; }
}
