#include "cli/commands.hpp"
#include "cli/help.hpp"
namespace muster::cli {
int cmd_completions(const Typed&) { return 2; }
}
namespace muster::cli { std::string man_page() { return {}; } std::string completions(std::string_view) { return {}; } }
