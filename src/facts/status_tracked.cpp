// Trackers: which lists, lines and tables go through earlier requests, and where their items begin.
#include <algorithm>

#include "facts/listed.hpp"
#include "facts/status_tracked_items.hpp"

namespace muster::facts {
namespace {

using model::Block;
using model::BlockKind;
using model::StatusValue;

// "Actions to be completed in a year"; but "still to be done"
bool to_be(const Said& said) {
  for (std::size_t i = 1; i + 1 < said.words.size(); ++i)
    if (said.is(i, {"to"}) && said.is(i + 1, {"be"}) &&
        !said.is(i - 1, {"still", "yet", "have", "has", "remain", "remains"}))
      return true;
  return false;
}

// "The following requirements have been met:", read as one statement, is one on each item below.
std::optional<StatusValue> take_lead(const Said& said, model::Drafts& drafts) {
  constexpr std::ptrdiff_t recent = 400;
  auto& all = drafts.statuses;
  for (auto at = all.end(); at != all.begin() && all.end() - at < recent;) {
    --at;
    if (!said.span.contains(at->evidence.quote.begin) || at->count || at->evidence.quote.end > said.span.end) continue;
    const StatusValue value = at->status;
    all.erase(at);
    return value;
  }
  return std::nullopt;
}

// "Strong progress", below "R1. Raise attendance" and over "R2": read as what has come of the item above.
bool answers_the_one_above(const Said& said, const model::Drafts& drafts) {
  constexpr std::size_t recent = 12;
  const auto& all = drafts.statuses;
  for (std::size_t i = all.size(); i-- > 0 && all.size() - i <= recent;)
    if (all[i].evidence.quote.overlaps(said.span) && all[i].evidence.quote.begin < said.span.begin) return true;
  return false;
}

// "Recommendations acted on in full", "Still to be done": the grade of what is listed below.
std::optional<StatusValue> grade_over_list(const Reading& reading, const Said& said, std::size_t head) {
  constexpr std::size_t longest = 14, reach = 8;   // words; where the grade may begin
  const Span content = trimmed(reading.document, reading.document.blocks[head].content);
  if (said.words.size() > longest || to_be(said) || content.empty() ||
      reading.document.text.folded_at(content.end - 1) == '.')
    return std::nullopt;
  for (std::size_t first = 0; first < std::min(reach, said.words.size()); ++first) {
    if (!leading_grade(reading, said, first, said.words.size())) continue;
    if ((first > 0 && !names_requests(said)) || !under_requests(reading, head + 1)) return std::nullopt;
    return standing_in(reading, said, first, said.words.size());
  }
  return std::nullopt;
}

}   // namespace

void read_tracked(const Reading& reading, const model::Match& match, const std::vector<bool>& asked_now,
                  std::vector<bool>& told, std::size_t& until, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  const auto& blocks = reading.document.blocks;
  const std::size_t head = reading.layers.sentences[match.sentence].block;
  if (head < until) return;   // in a run that has been read
  TrackedItems items(reading, match, asked_now, told, drafts);
  const auto is_line = [&](std::size_t b) { return tail_of(reading, first_sentence(reading, b)).has_value(); };
  if (blocks[head].kind == BlockKind::table_row) {
    if (head > 0 && blocks[head - 1].kind == BlockKind::table_row) return;
    items.rows(head);
    until = head + 1;
  } else if (head + 1 < blocks.size() && blocks[head].kind != BlockKind::list_item) {
    const Said said = read_sentence(reading, match.sentence);
    if (blocks[head + 1].kind == BlockKind::list_item) {
      if (said.has({"following", "these", "below"}))
        if (const auto lead = take_lead(said, drafts)) return items.below_grade(head, *lead);
      if (const auto grade =
              answers_the_one_above(said, drafts) ? std::nullopt : grade_over_list(reading, said, head)) {
        while (take_lead(said, drafts)) {   // what the head says is said of each
        }
        return items.below_grade(head, *grade);
      }
    }
    // The run of items or lines below, behind at most two paragraphs
    std::size_t first = head + 1;
    while (first < blocks.size() && first < head + 3 && blocks[first].kind == BlockKind::paragraph && !is_line(first))
      ++first;
    if (first >= blocks.size()) return;
    const BlockKind kind = blocks[first].kind;
    if (kind == BlockKind::table_row) {
      items.rows(first);
    } else {
      const bool listed = kind != BlockKind::paragraph;
      if (listed && kind != BlockKind::list_item && !(is_heading(blocks[first]) && is_line(first))) return;
      if (!under_requests(reading, first)) return;
      std::size_t answer = first;
      for (std::size_t b = first; b < blocks.size() && b < first + TrackedItems::most; ++b) {
        if (!listed) until = b;
        if (blocks[b].kind == BlockKind::furniture) continue;
        if (blocks[b].kind != kind && blocks[b].kind != BlockKind::paragraph) break;
        const auto tail = blocks[b].kind == kind ? tail_of(reading, first_sentence(reading, b)) : std::nullopt;
        if (tail) items.line(b);
        // between items stand their answers; a paragraph that is neither ends the run
        else if (blocks[b].kind == BlockKind::paragraph && b > answer) break;
        if (tail) answer = std::max(answer, static_cast<std::size_t>(reading.layers.sentences[tail->sentence].block));
      }
      items.add_lines();
    }
  }
  if (items.added() == 0) refuse(refusals, match, "no line below tells how far something has come");
}

}   // namespace muster::facts
