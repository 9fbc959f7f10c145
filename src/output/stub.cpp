#include "muster/output/write.hpp"
namespace muster::output {
std::unique_ptr<Writer> make_writer(Format, const Style&) { return {}; }
std::unique_ptr<Writer> make_summary(const Style&) { return {}; }
std::unique_ptr<Writer> make_text_writer(TextFormat, bool) { return {}; }
std::string_view schema() { return "{}"; }
}
