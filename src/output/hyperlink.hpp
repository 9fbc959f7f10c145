// Links that a terminal can open (OSC 8).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "muster/model/source.hpp"

namespace muster::output {

// "file:///…", for a PDF with its page; "" for standard input or without `links_from` (see Style).
[[nodiscard]] std::string address_of(const model::SourceInfo& source, std::optional<int> page,
                                     const std::string& links_from);

// `shown`, which may hold colours, leading to `address`; without an address `shown` itself.
[[nodiscard]] std::string hyperlink(std::string_view shown, std::string_view address);

}  // namespace muster::output
