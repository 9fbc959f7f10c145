// A grade on a line of its own over the items that have come so far: "Achieved", a list, "Partially achieved",
// another list. Only below a heading that follows up what was asked; a grade below each item is read elsewhere.
#include <algorithm>

#include "facts/listed.hpp"
#include "facts/status_grades.hpp"
#include "facts/status_tracked.hpp"

namespace muster::facts {
namespace {

using model::BlockKind;

constexpr std::size_t most_blocks = 200;

// "Achieved", "Not achieved (3)": nothing else stands in the block.
bool lone_grade(const Reading& reading, std::size_t block) {
  constexpr std::uint32_t longest = 60;
  const Span content = reading.document.blocks[block].content;
  if (content.size() > longest) return false;
  std::string_view said = reading.document.text.folded(content);
  if (const std::size_t bracket = said.find(" ("); bracket != std::string_view::npos) said = said.substr(0, bracket);
  while (!said.empty() && (said.back() == ':' || said.back() == '.' || said.back() == ' ')) said.remove_suffix(1);
  return reading.lexicon.status_words().scale(plain(said)).has_value();
}

// What stands over the first of the grades: a heading, or a lead-in right below one, on several requests.
bool opens_a_follow_up(const Reading& reading, std::size_t grade) {
  if (grade == 0) return false;
  const auto& blocks = reading.document.blocks;
  const bool lead_in = blocks[grade - 1].kind == BlockKind::paragraph && grade > 1 && is_heading(blocks[grade - 2]);
  const model::Block& over = blocks[lead_in ? grade - 2 : grade - 1];
  if (!is_heading(over)) return false;
  const std::vector<Word> words = words_of(reading.document, over.content);
  // "Recommendation 4": the grade is its own
  if (std::any_of(words.begin(), words.end(), [](const Word& word) {
        return word.text.size() < 4 && word.text.front() >= '0' && word.text.front() <= '9';
      }))
    return false;
  return lists_followed_up(reading, grade, 1);
}

}   // namespace

bool heads_items(const Reading& reading, std::size_t block) {
  const auto& blocks = reading.document.blocks;
  if (block + 1 >= blocks.size() || blocks[block + 1].kind != BlockKind::list_item || !lone_grade(reading, block) ||
      blocks[block].kind == BlockKind::list_item || blocks[block].kind == BlockKind::table_row)
    return false;
  std::size_t first = block, last = block;
  for (std::size_t at = block, steps = 0; at-- > 0 && steps < most_blocks; ++steps) {
    if (blocks[at].kind == BlockKind::furniture) continue;
    if (lone_grade(reading, at)) first = at;
    else if (blocks[at].kind != BlockKind::list_item) break;
  }
  for (std::size_t at = block + 1; at < blocks.size() && at < block + most_blocks; ++at) {
    if (blocks[at].kind == BlockKind::furniture) continue;
    if (lone_grade(reading, at) && at + 1 < blocks.size() && blocks[at + 1].kind == BlockKind::list_item) last = at;
    if (blocks[at].kind != BlockKind::list_item) break;
  }
  return opens_a_follow_up(reading, first) ||
         (first != last && (under_requests(reading, first) || opens_with_requests(reading)));
}

void read_items_below(const Reading& reading, const model::Match& match, model::StatusValue value,
                      model::Drafts& drafts) {
  const model::Document& document = reading.document;
  const auto& sentences = reading.layers.sentences;
  const std::size_t grade = sentences[match.sentence].block;
  const int level = document.blocks[grade + 1].level;
  for (std::uint32_t s = match.sentence + 1; s < sentences.size() && sentences[s].block < grade + most_blocks; ++s) {
    const model::Block& item = document.blocks[sentences[s].block];
    if (item.kind != BlockKind::list_item || lone_grade(reading, sentences[s].block)) break;
    if (sentences[s - 1].block == sentences[s].block || item.level > level) continue;   // goes on; a part of one
    model::Status status;
    status.evidence = evidence_of(reading, s, *match.rule);
    status.evidence.quote = trimmed(document, item.content);
    status.focus = status.evidence.quote;
    status.status = value;
    status.phrase = document.text.string(match.group("grade"));
    status.subject = document.text.string(trimmed(document, item.content, ":|-.\t"));
    status.confidence = model::Confidence::high;
    drafts.statuses.push_back(std::move(status));
  }
}

}   // namespace muster::facts
