// The parts of facts::describe that read names: who inspected, and whom.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "muster/facts/make.hpp"

namespace muster::facts {

// As describe, but of all that it says only the kind, the title and the inspectorates.
[[nodiscard]] model::About describe_author(const Reading&, const model::Drafts&);

// Those that made the report, or whose findings the text reports, in order of first mention.
[[nodiscard]] std::vector<std::string> inspectorates_of(const Reading&, const model::Drafts&, std::string_view kind,
                                                        model::Span title);

// The inspected body's short name ("Haringey"), "" unless clear.
[[nodiscard]] std::string body_of(const Reading&, std::string_view kind, model::Span title);

// When the document was published and the inspection made, and who led it, as printed; `body` are the
// blocks that are no furniture. Fills what `about` does not hold yet; reads its kind.
void read_dates(const Reading&, const std::vector<const model::Block*>& body, model::About& about);

}  // namespace muster::facts
