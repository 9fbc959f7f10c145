// Whether what stands over a list or a table speaks of earlier requests.
#include <algorithm>

#include "facts/listed.hpp"
#include "facts/memory.hpp"
#include "facts/status_grades.hpp"
#include "facts/status_tracked_items.hpp"

namespace muster::facts {
namespace {

using model::Block;
using model::BlockKind;

// Words that say that the lines below go through what was asked for: "where each stands", "what has happened since".
bool goes_through(const Said& said) {
  for (std::size_t i = 0; i < said.words.size(); ++i) {
    if (said.is(i, {"stand", "stands", "stood", "standing"}) &&
        (said.has({"where"}) || (i > 0 && said.is(i - 1, {"by"}))))
      return true;
    if (said.is(i, {"what"}) && (said.is(i + 1, {"has", "became", "happened", "follows"}) || said.is(i + 2, {"done"})))
      return true;
    if (said.is(i, {"how"}) && said.has({"fared", "progressed", "stand"})) return true;
  }
  return said.has(WordKind::follow_up_heading) || said.has({"followed", "delivered", "since", "earlier"});
}

}   // namespace

std::uint32_t first_sentence(const Reading& reading, std::size_t block) {
  const auto& all = reading.layers.sentences;
  return static_cast<std::uint32_t>(
      std::partition_point(all.begin(), all.end(), [&](const model::Sentence& s) { return s.block < block; }) -
      all.begin());
}

bool names_requests(const Said& said) {
  return said.has(WordKind::request_word) || said.has(WordKind::request_heading) || said.has(WordKind::tracked_noun);
}

bool tells_of_requests(const Reading& reading, std::uint32_t sentence) {
  return once(memory_of(reading).tells_of_requests[sentence], [&] {
    const Said said = read_sentence(reading, sentence);
    if (tells_what_was_asked(said)) return true;
    if (names_requests(said) && goes_through(said)) return true;
    const auto& mentions = requests_in(reading, said);
    return std::any_of(mentions.begin(), mentions.end(), [](const RequestMention& m) { return m.strong && !m.look; });
  });
}

bool under_requests(const Reading& reading, std::size_t block) {
  constexpr std::uint32_t back = 5;
  if (lists_followed_up(reading, block, 2)) return true;
  const auto& sentences = reading.layers.sentences;
  const std::uint32_t at = first_sentence(reading, block);
  for (std::uint32_t step = 1; step <= back && step <= at; ++step) {
    const Block& before = reading.document.blocks[sentences[at - step].block];
    if (before.kind == BlockKind::table_row || before.kind == BlockKind::list_item) continue;
    if (sentences[at - step].span.size() < 600 && tells_of_requests(reading, at - step)) return true;
    if (is_heading(before) && step > 1) break;
  }
  return false;
}

bool opens_with_requests(const Reading& reading) {
  constexpr std::uint32_t opening = 20;   // sentences
  const auto size = static_cast<std::uint32_t>(reading.layers.sentences.size());
  for (std::uint32_t s = 0; s < std::min(opening, size); ++s)
    if (tells_of_requests(reading, s)) return true;
  return false;
}

}   // namespace muster::facts
