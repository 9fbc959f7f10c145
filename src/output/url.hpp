// Paths as URLs.
#pragma once

#include <string>
#include <string_view>

namespace muster::output {

// Every byte but letters, digits, "-", ".", "_", "~" and "/" percent-encoded.
void append_url_path(std::string& out, std::string_view path);

}  // namespace muster::output
