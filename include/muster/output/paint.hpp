// Colour for a terminal, or nothing. Whoever paints also says it in words or symbols.
#pragma once

#include <string>
#include <string_view>

namespace muster::output {

struct Ink {
  bool colour = false;
  // `sgr`: parameters of an SGR sequence ("1;31"); "" leaves the text as it is.
  [[nodiscard]] std::string operator()(std::string_view sgr, std::string_view text) const {
    if (!colour || sgr.empty() || text.empty()) return std::string(text);
    std::string out = "\x1b[";
    out += sgr;
    out += 'm';
    out += text;
    out += "\x1b[0m";
    return out;
  }
};

// A bar of at most `width` columns, `part` of `whole` long, in eighths of a column; at least a sliver
// for anything above nothing.
[[nodiscard]] std::string bar(double part, double whole, int width);

}  // namespace muster::output
