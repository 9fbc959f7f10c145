// Facts as field -> text, under the names of OUTPUT.md: what rule examples compare and `explain` shows.
//
// Null is "", numbers have no trailing zeros ("12", "12.5"), lists are joined by ",". Fields stand in
// OUTPUT.md's order, the common ones (id, confidence, quote, page, section, speaker, rule) last.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "muster/base/text.hpp"
#include "muster/model/facts.hpp"

namespace muster::model {

using FactFields = std::vector<std::pair<std::string, std::string>>;

// `text` is the document's, for the spans of the fact.
[[nodiscard]] FactFields fact_fields(const Recommendation& fact, const base::Text& text);
[[nodiscard]] FactFields fact_fields(const Status& fact, const base::Text& text);
[[nodiscard]] FactFields fact_fields(const Response& fact, const base::Text& text);
[[nodiscard]] FactFields fact_fields(const Judgement& fact, const base::Text& text);
[[nodiscard]] FactFields fact_fields(const Staffing& fact, const base::Text& text);
[[nodiscard]] FactFields fact_fields(const Figure& fact, const base::Text& text);

// "12", "12.5", "-3": the shortest digits that read back as `value`, without exponent; "" if not finite.
[[nodiscard]] std::string number_text(double value);

}  // namespace muster::model
