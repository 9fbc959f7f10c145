// Requests: listed ones from the headings and lead-ins over them, stated ones from the clause that asks.
#include <algorithm>

#include "facts/asker_named.hpp"
#include "facts/asking.hpp"
#include "facts/listed.hpp"
#include "facts/memory.hpp"

namespace muster::facts {

namespace {

// `spans` sorted by begin and disjoint.
bool overlaps_one(const std::vector<Span>& spans, Span span) {
  const auto after = std::upper_bound(spans.begin(), spans.end(), span.begin,
                                      [](std::uint32_t at, Span one) { return at < one.begin; });
  return (after != spans.begin() && std::prev(after)->overlaps(span)) ||
         (after != spans.end() && after->overlaps(span));
}

}   // namespace

ListTrail::ListTrail(const Reading& reading) {
  for (const auto& [match, how] : matches_for(reading, Fact::response))
    (how == "prose" ? told : answers).push_back(match->span.begin);
  for (const auto& [match, how] : matches_for(reading, Fact::recommendation)) {
    const std::size_t block = reading.layers.sentences[match->sentence].block;
    if (how == "heading") headings.push_back(block);
    if (how == "numbered") numbered.push_back(block);
  }
  std::sort(answers.begin(), answers.end());
  std::sort(told.begin(), told.end());
  std::sort(headings.begin(), headings.end());
  std::sort(numbered.begin(), numbered.end());
}

bool ListTrail::numbers_itself(std::size_t block) const {
  return std::binary_search(numbered.begin(), numbered.end(), block);
}

std::optional<std::uint32_t> ListTrail::answer_at(Span passage) const {
  const auto first = std::lower_bound(answers.begin(), answers.end(), passage.begin);
  return first != answers.end() && *first < passage.end ? std::optional(*first) : std::nullopt;
}

bool ListTrail::answered_in(Span passage) const { return answer_at(passage).has_value(); }

bool ListTrail::told_in(Span passage) const {
  const auto first = std::lower_bound(told.begin(), told.end(), passage.begin);
  return first != told.end() && *first < passage.end;
}

bool ListTrail::has_match(std::size_t block) const {
  return numbers_itself(block) || std::binary_search(headings.begin(), headings.end(), block);
}

void make_recommendations(const Reading& reading, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  ListTrail trail(reading);
  if (!trail.numbered.empty()) trail.answering = describe(reading, drafts).kind == "response";
  const std::vector<Made>& matches = matches_for(reading, Fact::recommendation);
  for (const auto& [match, how] : matches)
    if (how == "heading" || how == "numbered") make_listed(reading, *match, trail, drafts, refusals);
  trail.formal = !drafts.recommendations.empty();
  std::vector<Span> items;
  for (const model::Recommendation& item : drafts.recommendations) items.push_back(item.evidence.quote);
  std::sort(items.begin(), items.end());
  for (const Made& made : matches) {
    const model::Match& match = *made.match;
    if (made.how != "lead_in" && made.how != "rows" && made.how != "committee") continue;
    // itself, or what it leads to
    const std::size_t below = reading.layers.sentences[match.sentence].block;
    Span block = reading.document.blocks[below].span;
    if (below + 1 < reading.document.blocks.size()) block = block.join(reading.document.blocks[below + 1].span);
    if (overlaps_one(items, block)) {
      refuse(refusals, match, "stands inside a list already read");
      continue;
    }
    const std::size_t before = drafts.recommendations.size();
    make_listed(reading, match, trail, drafts, refusals);
    if (made.how == "lead_in")
      name_askers(reading, drafts, before, reading.layers.sentences[match.sentence].span);
    for (std::size_t i = before; i < drafts.recommendations.size(); ++i)
      items.push_back(drafts.recommendations[i].evidence.quote);
    std::sort(items.begin() + static_cast<std::ptrdiff_t>(items.size() - (drafts.recommendations.size() - before)),
              items.end());
    std::inplace_merge(
        items.begin(),
        items.begin() + static_cast<std::ptrdiff_t>(items.size() - (drafts.recommendations.size() - before)),
        items.end());
  }
  std::optional<Author> author;   // told from the whole document, so only where something may be stated
  for (const Made& made : matches) {
    const model::Match& match = *made.match;
    const std::string_view how = made.how;
    if (how == "heading" || how == "lead_in" || how == "rows" || how == "committee" || how == "numbered" ||
        how == "asks")
      continue;
    const Span sentence = reading.layers.sentences[match.sentence].span;
    if (overlaps_one(items, sentence)) {
      refuse(refusals, match, "the sentence is an item of a list already");
      continue;
    }
    if (const std::int32_t over = reading.document.blocks[reading.layers.sentences[match.sentence].block].heading;
        over >= 0 && heads_earlier(reading, static_cast<std::size_t>(over))) {
      refuse(refusals, match, "asked for at an earlier inspection");
      continue;
    }
    if (!author) author = author_of(reading, drafts);
    if (how == "will") {
      make_promise(reading, match, *author, drafts, refusals);
      continue;
    }
    make_stated(reading, match, *author, drafts, refusals);
  }
  // by the grammar of asking, what no formula above has read
  for (const Made& made : matches) {
    const model::Match& match = *made.match;
    if (made.how != "asks") continue;
    const model::Sentence& sentence = reading.layers.sentences[match.sentence];
    if (overlaps_one(items, sentence.span)) {
      refuse(refusals, match, "the sentence is an item of a list already");
      continue;
    }
    if (!author) author = author_of(reading, drafts);
    make_asking(reading, match, *author, drafts, refusals);
  }
  name_askers(reading, drafts, 0);
}

}   // namespace muster::facts
