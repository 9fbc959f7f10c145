// Requests: listed ones from the headings and lead-ins over them, stated ones from the clause that asks.
#include <algorithm>

#include "facts/recommendation.hpp"

namespace muster::facts {

void make_recommendations(const Reading& reading, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  for (const model::Match& match : reading.matches) {
    if (match.makes("fact") != "recommendation") continue;
    const std::string_view how = match.makes("how");
    if (how == "heading" || how == "lead_in" || how == "numbered") make_listed(reading, match, drafts, refusals);
  }
  const std::size_t listed = drafts.recommendations.size();
  std::vector<Span> taken;
  for (const model::Recommendation& item : drafts.recommendations) taken.push_back(item.evidence.quote);
  std::sort(taken.begin(), taken.end());
  for (const model::Match& match : reading.matches) {
    if (match.makes("fact") != "recommendation") continue;
    const std::string_view how = match.makes("how");
    if (how == "heading" || how == "lead_in" || how == "numbered") continue;
    const Span sentence = reading.layers.sentences[match.sentence].span;
    const auto after = std::upper_bound(taken.begin(), taken.end(), sentence.begin,
                                        [](std::uint32_t at, Span span) { return at < span.begin; });
    const bool in_item = (after != taken.begin() && std::prev(after)->overlaps(sentence)) ||
                         (after != taken.end() && after->overlaps(sentence));
    if (in_item) { refuse(refusals, match, "the sentence is an item of a list already"); continue; }
    make_stated(reading, match, drafts, refusals);
  }
  (void)listed;
}

}  // namespace muster::facts
