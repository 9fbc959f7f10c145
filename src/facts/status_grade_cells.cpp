// A grade in a table's cell: what its column and its row's head say, and what a colour stands for.
#include <algorithm>

#include "facts/listed.hpp"
#include "facts/status_grades.hpp"

namespace muster::facts {

using model::BlockKind;

namespace {

// "Status of the action": a column's head that holds such a word
bool has_word(const Reading& reading, Span cell, WordKind wanted) {
  const WordKinds& kinds = reading.lexicon.word_kinds();
  const std::vector<Word> words = words_of(reading.document, cell);
  return words.size() <= 6 &&
         std::any_of(words.begin(), words.end(), [&](const Word& word) { return kinds.is(word.text, wanted); });
}

// The first row of the table that this row is in.
std::size_t head_of_table(const model::Document& document, std::size_t block) {
  constexpr std::size_t most_rows = 400;
  std::size_t head = block;
  while (head > 0 && block - head < most_rows &&
         (document.blocks[head - 1].kind == BlockKind::table_row ||
          document.blocks[head - 1].kind == BlockKind::furniture))
    --head;
  while (head < block && document.blocks[head].kind != BlockKind::table_row) ++head;
  return head;
}

// A row on its own goes on a table that remarks interrupt: "… | Open", a paragraph on it, "… | Closed". The row above
// the remark, if it has as many cells; else the row itself.
std::size_t row_before_remark(const model::Document& document, std::size_t row) {
  constexpr std::size_t longest_remark = 3;   // paragraphs
  for (std::size_t up = row; up > 0 && row - up < longest_remark + 1;) {
    --up;
    if (document.blocks[up].kind == BlockKind::table_row)
      return up + 1 < row && cells_of(document, document.blocks[up].span).size() ==
                                 cells_of(document, document.blocks[row].span).size()
                 ? up
                 : row;
    if (document.blocks[up].kind != BlockKind::paragraph) return row;
  }
  return row;
}

}   // namespace

// "Yes", "no" and "partly" are verdicts under "Implemented", and answers under "Accepted".
std::optional<model::StatusValue> answer(std::string_view said) {
  if (is_any(said, {"yes"})) return model::StatusValue::met;
  if (is_any(said, {"no"})) return model::StatusValue::not_met;
  if (is_any(said, {"partly", "partially", "in part"})) return model::StatusValue::partly_met;
  return std::nullopt;
}

namespace {

// "Follow-up of prior year recommendations": the heading over the table.
bool under_follow_up(const Reading& reading, std::size_t head) {
  const std::int32_t over = reading.document.blocks[head].heading;
  return over >= 0 && heads_earlier(reading, static_cast<std::size_t>(over));
}

}   // namespace

// The row's cell under a head that says "Status" or "Progress", beside one of what was asked.
bool under_status(const Reading& reading, std::size_t block, Span grade, bool yes_or_no, Span& subject) {
  const model::Document& document = reading.document;
  std::size_t head = head_of_table(document, block);
  constexpr std::size_t most_remarks = 40;
  for (std::size_t steps = 0; steps < most_remarks; ++steps) {
    const std::size_t up = row_before_remark(document, head);
    if (up == head) break;
    head = head_of_table(document, up);
  }
  if (head == block) return false;
  const std::vector<Span> heads = cells_of(document, document.blocks[head].span),
                          cells = cells_of(document, document.blocks[block].span);
  const auto column = static_cast<std::size_t>(
      std::find_if(cells.begin(), cells.end(), [&](Span cell) { return cell.overlaps(grade); }) - cells.begin());
  if (column >= heads.size()) return false;
  if (yes_or_no && !has_word(reading, heads[column], WordKind::done_column)) return false;
  const bool follow_up = !yes_or_no && column > 0 && has_word(reading, heads[column], WordKind::reply_column) &&
                         under_follow_up(reading, head);
  if (!yes_or_no && !follow_up && !has_word(reading, heads[column], WordKind::status_column)) return false;
  // What was asked for, else what it was about
  for (const bool plainly : {true, false})
    for (std::size_t i = 0; i < heads.size() && i < cells.size(); ++i) {
      if (i == column || cells[i].empty()) continue;
      const bool names = plainly ? has_word(reading, heads[i], WordKind::request_column)
                                 : has_word(reading, heads[i], WordKind::finding_column);
      if (!names) continue;
      subject = cells[i];
      return true;
    }
  // "No. | Status | Date" under "Status of the recommendations in our 2022 report": the number names it
  if (column > 0 && !yes_or_no && lists_followed_up(reading, head, 1)) {
    subject = cells[0];
    return !subject.empty();
  }
  return false;
}

// "Key: green = complete; amber = in progress": what a colour means here, else what it means by custom.
std::optional<model::StatusValue> colour(const Reading& reading, std::size_t row, std::string_view name) {
  const StatusWords& lists = reading.lexicon.status_words();
  const model::Document& document = reading.document;
  constexpr std::size_t near = 25, before_table = 12, longest_key = 600;
  const std::size_t head = head_of_table(document, row);
  for (std::size_t block = head > before_table ? head - before_table : 0;
       block < document.blocks.size() && block < row + near; ++block) {
    if (document.blocks[block].kind == BlockKind::table_row) continue;
    const Span span = document.blocks[block].span;
    if (span.size() > longest_key) continue;
    const std::string_view text = document.text.folded(span);
    for (std::size_t at = find_words(text, name); at != std::string_view::npos;
         at = find_words(text, name, at + name.size())) {
      std::size_t from = at + name.size();
      const std::size_t mark = from;
      while (from < text.size() && from < mark + 4 &&
             std::string_view(" =:-(").find(text[from]) != std::string_view::npos)
        ++from;
      for (const std::string_view link : {"means ", "is ", "indicates "})
        if (same_word(text.substr(from, link.size()), link)) from += link.size();
      if (from == mark || between(text, mark, from) == " ") continue;
      // The longest grade that the meaning begins with, word by word.
      std::size_t to = from;
      std::optional<model::StatusValue> best;
      for (std::size_t words = 0; to < text.size() && words < 5; ++words) {
        while (to < text.size() && (text[to] == ' ' || text[to] == '\n')) ++to;
        while (to < text.size() &&
               ((text[to] >= 'a' && text[to] <= 'z') || (text[to] >= 'A' && text[to] <= 'Z') || text[to] == '-'))
          ++to;
        const std::string_view meaning = between(text, from, to);
        if (const auto value = lists.scale(meaning)) best = value;
        else if (const auto verdict = lists.verdict(meaning)) best = verdict;
        if (to < text.size() && text[to] != ' ' && text[to] != '\n') break;
      }
      if (best) return best;
    }
  }
  return lists.scale("rag: " + std::string(plain(name)));
}

}   // namespace muster::facts
