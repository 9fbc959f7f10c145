#include "facts/response.hpp"

namespace muster::facts {

bool starts_response(const Reading& reading, Span passage) {
  for (const model::Match& match : reading.matches)
    if (match.makes("fact") == "response" && match.span.begin >= passage.begin && match.span.begin < passage.end) return true;
  return false;
}

}  // namespace muster::facts
