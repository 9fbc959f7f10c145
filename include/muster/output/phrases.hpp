// Facts in a person's words: short, one line each, for tables and summaries. No colour, no width.
#pragma once

#include <string>
#include <string_view>

#include "muster/model/record.hpp"

namespace muster::output {

// "almost_met" -> "almost met", "inspection_report" -> "inspection report"
[[nodiscard]] std::string spaced(std::string_view word);
// "2023-04-11" -> "11 April 2023"; what is no such date is returned as it is.
[[nodiscard]] std::string long_date(std::string_view iso);
// "1,234"
[[nodiscard]] std::string counted(std::uint64_t number);
// "3 recommendations", "1 status"
[[nodiscard]] std::string counted(std::uint64_t number, std::string_view one, std::string_view many);
// "about 70–91 %", "12.5 posts", "" without a figure
[[nodiscard]] std::string amount(std::optional<double> low, std::optional<double> high, std::string_view unit,
                                 model::Bound bound);

// ● met  ◕ almost  ◑ partly  ○ not met  ◔ in progress  × superseded: told apart without colour
[[nodiscard]] std::string_view symbol(model::StatusValue status);
// SGR parameters ("32"), to go with the symbol
[[nodiscard]] std::string_view paint(model::StatusValue status);

// The fact in two columns: what kind of thing ("vacancy", "almost met 2 of 5", "recommendation 3"), and
// what is said. White space runs are single spaces.
struct Phrase { std::string label, text; };
[[nodiscard]] Phrase phrase(const model::Recommendation& fact, const model::Text& text);
[[nodiscard]] Phrase phrase(const model::Status& fact, const model::Text& text);
[[nodiscard]] Phrase phrase(const model::Tally& fact, const model::Text& text);
[[nodiscard]] Phrase phrase(const model::Response& fact, const model::Text& text);
[[nodiscard]] Phrase phrase(const model::Judgement& fact, const model::Text& text);
[[nodiscard]] Phrase phrase(const model::Staffing& fact, const model::Text& text);
[[nodiscard]] Phrase phrase(const model::Figure& fact, const model::Text& text);

[[nodiscard]] std::string one_line(std::string_view utf8);   // white space runs to one space, trimmed

// Title, or what names the document otherwise; and "inspection report · Ofsted · 11 April 2023".
[[nodiscard]] std::string heading_of(const model::Record& record);
[[nodiscard]] std::string particulars_of(const model::Record& record);
[[nodiscard]] std::string place_of(const model::SourceInfo& source);   // path, member, record

}  // namespace muster::output
