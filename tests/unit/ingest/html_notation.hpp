// Runs of a source in one line, for tables of tests: "h2 Findings / li1(a.) first"; furniture begins with '-'.
#pragma once

#include <string>

#include "muster/model/source.hpp"

namespace muster::ingest {

inline std::string notation_of(const model::Source& source) {
  std::string out;
  for (const model::Run& run : source.runs) {
    if (!out.empty()) out += " / ";
    if (run.furniture) out += "-";
    switch (run.role) {
      case model::RunRole::line: out += "line"; break;
      case model::RunRole::title: out += "title"; break;
      case model::RunRole::heading: out += "h" + std::to_string(run.level); break;
      case model::RunRole::paragraph: out += "p"; break;
      case model::RunRole::list_item: out += "li" + std::to_string(run.level) + "(" + run.marker + ")"; break;
      case model::RunRole::quote: out += "q"; break;
      case model::RunRole::table_row: out += "tr"; break;
    }
    out += " " + source.text.string(run.span);
  }
  return out;
}

}  // namespace muster::ingest
