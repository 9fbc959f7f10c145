// One document's record, as OUTPUT.md prints it. Quotes are spans into `text`, which the record owns.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "muster/base/diagnostics.hpp"
#include "muster/model/block.hpp"
#include "muster/model/facts.hpp"

namespace muster::model {

// OUTPUT.md "document"; "" is null.
struct About {
  std::string kind = "other";   // inspection_report | letter | response | news | essay | other
  std::string title;
  std::vector<std::string> inspectorates;
  std::string body, published, inspected_from, inspected_to, lead_inspector;
};

struct Record {
  Document document;            // text, blocks, source
  Layers layers;                // kept for `muster text` and `explain`; may be empty otherwise
  About about;
  Drafts facts;                 // final: ids given, sorted, linked
  std::vector<base::Warning> warnings;
  bool failed = false;          // the document failed whole: its error is among the warnings
};

}  // namespace muster::model
