#include "output/writers.hpp"
namespace muster::output {
std::unique_ptr<Writer> make_separated(char, const Style& s) { return make_writer(Format::jsonl, s); }
std::unique_ptr<Writer> make_table(const Style& s) { return make_writer(Format::jsonl, s); }
std::unique_ptr<Writer> make_markdown(const Style& s) { return make_writer(Format::jsonl, s); }
std::unique_ptr<Writer> make_summary(const Style& s) { return make_writer(Format::jsonl, s); }
std::string_view schema() { return "{}\n"; }
}
