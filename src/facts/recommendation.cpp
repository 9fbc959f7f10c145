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
  std::optional<Author> author;   // told from the whole document, so only where something may be stated
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
    if (how == "will") { make_promise(reading, match, drafts, refusals); continue; }
    if (!author) author = author_of(reading, drafts);
    make_stated(reading, match, *author, drafts, refusals);
  }
}

}  // namespace muster::facts
