// The worker's frames -> Pages. The worker has read a stranger's file and is not trusted: what does not
// hold together is refused.
#pragma once

#include <string>
#include <string_view>

#include "ingest/pdf/page.hpp"
#include "ingest/pdf/protocol.hpp"

namespace muster::ingest::pdf {

struct Answer {
  Pages pages;
  wire::Outcome outcome = wire::Outcome::done;
  bool ended = false;          // outcome, repaired and why are said
  bool repaired = false;       // the file's table was broken and made anew
  std::string why;             // the library's own words, in English, perhaps ""

  // False: the frame makes no sense, and is not taken.
  [[nodiscard]] bool take(wire::Kind kind, std::string_view payload);
};

}  // namespace muster::ingest::pdf
