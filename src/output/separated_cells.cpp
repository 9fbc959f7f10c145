#include "output/separated.hpp"

namespace muster::output {

// Spreadsheets run what begins so, also behind white space.
void append_defused(std::string& cell, std::string_view value) {
  const std::size_t first = value.find_first_not_of(" \t\r\n");
  const bool formula =
      first != std::string_view::npos && std::string_view("=+-@").find(value[first]) != std::string_view::npos;
  const bool control = !value.empty() && (value[0] == '\t' || value[0] == '\r');
  if (formula || control) cell += '\'';
  cell += value;
}

void append_cell(std::string& out, std::string_view cell, char separator) {
  if (separator == '\t') {
    for (const char c : cell) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
    return;
  }
  if (cell.find_first_of(",\"\r\n;\t") == std::string_view::npos) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace muster::output
