// Answers to recommendations: private to facts.
#pragma once

#include "facts/clauses.hpp"

namespace muster::facts {

// The passage begins an answer ("The Government accepts …", "Agency response:", "Rejected."), not a request.
[[nodiscard]] bool starts_response(const Reading& reading, Span passage);

}  // namespace muster::facts
