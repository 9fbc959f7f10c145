// Grades in tables: "Judgement | Grade", or a column for each question and a row for each service.
#include <algorithm>

#include "facts/judgement.hpp"
#include "facts/listed.hpp"

namespace muster::facts {
namespace {

using model::Block;
using model::BlockKind;

enum class Head : std::uint8_t { other, grade, previous, area };

// The grade that a cell holds and nothing else: "Good", "2 - Good", "Requires improvement (3)".
Span grade_in(const Reading& reading, Span cell) {
  const Span bare = trimmed(reading.document, cell, " .:()-*0123456789");
  if (bare.empty() || bare.size() > 60) return {};
  const std::string_view text = reading.document.text.folded(bare);
  if (entry_of(reading, "grades", text) != nullptr) return bare;
  const std::string words = plain(text);
  if (words.ends_with(" progress") &&
      entry_of(reading, "progress_grades", std::string_view(words).substr(0, words.size() - 9)) != nullptr)
    return bare;
  return {};
}

Head head_of(const Reading& reading, Span cell) {
  const model::VocabEntry* entry =
      entry_of(reading, "grade_columns", reading.document.text.folded(trimmed(reading.document, cell, ".:?")));
  if (entry == nullptr) return Head::other;
  if (entry->name == "grade") return Head::grade;
  return entry->name == "previous" ? Head::previous : Head::area;
}

// The first row of the table that this row is in; looks back over at most `most` rows.
std::size_t table_begin(const model::Document& document, std::size_t block) {
  constexpr std::size_t most = 60;
  std::size_t head = block;
  for (std::size_t i = block; i-- > 0 && block - i <= most;) {
    if (document.blocks[i].kind == BlockKind::furniture) continue;
    if (document.blocks[i].kind != BlockKind::table_row) break;
    head = i;
  }
  return head;
}

// "Issue raised | Response given | Progress"
bool of_requests(const Reading& reading, const std::vector<Span>& names) {
  return std::any_of(names.begin(), names.end(), [&](Span name) {
    const std::vector<Word> words = words_of(reading.document, name);
    return words.size() <= 6 && std::any_of(words.begin(), words.end(), [](const Word& word) {
             return is_any(word.text, {"issue", "issues", "raised", "action", "actions"});
           });
  });
}

// "to be good" below "Requires improvement", "and families" below its area: the row goes on.
std::string joined_area(const Reading& reading, std::size_t block, Span area) {
  std::string text = reading.document.text.string(bare_area(reading, area));
  const auto& blocks = reading.document.blocks;
  if (block + 1 >= blocks.size() || blocks[block + 1].kind != BlockKind::table_row) return text;
  const std::vector<Span> next = cells_of(reading.document, blocks[block + 1].span);
  if (next.empty() || next[0].empty()) return text;
  const char first = reading.document.text.folded_at(next[0].begin);
  if (first < 'a' || first > 'z' || next[0].size() > 80) return text;
  if (std::any_of(next.begin(), next.end(), [&](Span cell) { return !grade_in(reading, cell).empty(); })) return text;
  return text + " " + reading.document.text.string(next[0]);
}

// A table without a head whose rows are each a name and a grade, below "Ratings" or "Our judgements".
bool under_ratings(const Reading& reading, std::size_t first) {
  constexpr std::size_t few = 3, many = 60;
  const auto& blocks = reading.document.blocks;
  std::size_t rows = 0;
  for (std::size_t i = first; i < blocks.size() && i < first + many; ++i) {
    if (blocks[i].kind == BlockKind::furniture) continue;
    if (blocks[i].kind != BlockKind::table_row) break;
    const std::vector<Span> cells = cells_of(reading.document, blocks[i].span);
    if (cells.size() != 2 || grade_in(reading, cells[1]).empty() || !grade_in(reading, cells[0]).empty()) return false;
    ++rows;
  }
  if (rows < few) return false;
  for (std::int32_t over = blocks[first].heading, steps = 0; over >= 0 && steps < 3;
       over = blocks[static_cast<std::size_t>(over)].heading, ++steps)
    for (const Word& word : words_of(reading.document, blocks[static_cast<std::size_t>(over)].content))
      if (is_any(word.text, {"rating", "ratings", "judgement", "judgements", "judgment", "judgments", "grade", "grades",
                             "evaluations"}))
        return true;
  return false;
}

}  // namespace

void judge_row(const Reading& reading, const model::Match& match, model::Drafts& drafts,
               std::vector<Refusal>* refusals) {
  const model::Sentence& said = reading.layers.sentences[match.sentence];
  const std::vector<Block>& blocks = reading.document.blocks;
  std::vector<Span> cells = cells_of(reading.document, blocks[said.block].span);
  // " | 2.1 Adoption | Good": a part of the area above, set in a column further right
  if (cells.size() > 2 && cells[0].empty() && !cells[1].empty() && grade_in(reading, cells[1]).empty())
    cells.erase(cells.begin());
  if (cells.size() < 2) return refuse(refusals, match, "one cell");
  const std::size_t first = table_begin(reading.document, said.block);
  std::vector<Span> names = cells_of(reading.document, blocks[first].span);
  // In columns that gaps keep apart, the head's first cell is lost where it is empty.
  if (names.size() + 1 == cells.size() && names.size() > 1 && std::all_of(names.begin(), names.end(),
      [&](Span name) { return graded_area(reading, name); })) names.insert(names.begin(), Span{});
  if (std::all_of(names.begin(), names.end(), [&](Span cell) { return !grade_in(reading,
      cell).empty(); })) return refuse(refusals, match, "the heads of a grid of grades");
  const bool headed = first != said.block && names.size() >= cells.size() && std::any_of(names.begin(), names.end(),
      [&](Span cell) { return head_of(reading, cell) != Head::other || graded_area(reading, cell); });
  const Span label = cells[0];
  const std::size_t words = words_of(reading.document, label).size();
  if (std::none_of(label.begin + reading.document.text.folded().begin(),
                   label.end + reading.document.text.folded().begin(),
                   [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }))
    return refuse(refusals, match, "the row has no name");   // "24/01/2023": an earlier inspection
  if (words == 0 || words > 30 || !grade_in(reading, label).empty())
    return refuse(refusals, match, "the row has no name");
  // "Previous inspection grade | Requires improvement"
  if (const std::string told = plain(reading.document.text.folded(label));
      told.starts_with("previous ") || find_words(told, "last inspection") != std::string::npos ||
      find_words(told, "previous inspection") != std::string::npos)
    return refuse(refusals, match, "an earlier inspection's grade");
  // "Regulation 28(1)(e)" in a plan of what to do: the regulation was judged as a whole
  const std::string name = plain(reading.document.text.folded(label));
  if (name.starts_with("regulation ") && name.find('(') < name.find(' ', 11))
    return refuse(refusals, match, "a paragraph of what was judged as a whole");
  if (!headed && !graded_area(reading, bare_area(reading, label)) && !under_ratings(reading, first))
    return refuse(refusals, match, "no table of grades");
  model::Judgement judgement;
  judgement.evidence = evidence_of(reading, match.sentence, *match.rule);
  judgement.confidence = model::Confidence::high;
  const bool whole = is_any(reading.document.text.folded(bare_area(reading, label)),
                            {"overall", "overall rating", "overall trust", "overall location", "rating", "ratings",
                             "grade", "judgement", "overall (location)"}) ||
                     words == 0;
  std::optional<std::size_t> last;
  std::string previous;
  for (std::size_t c = 1; c < cells.size(); ++c) {
    const Span grade = grade_in(reading, cells[c]);
    if (grade.empty()) continue;
    const Head head = headed ? head_of(reading, names[c]) : Head::other;
    if (head == Head::previous) { previous = plain(reading.document.text.utf8(grade)); continue; }
    judgement.focus = grade;
    judgement.grade = plain(reading.document.text.utf8(grade));
    if (headed && judgement.grade.ends_with(" progress") && of_requests(reading, names))
      return refuse(refusals, match, "how far something asked for has come");
    const std::string column = headed && head != Head::grade && head != Head::area
                                   ? reading.document.text.string(trimmed(reading.document, names[c], ".:?"))
                                   : std::string{};
    // one grade a row: its name is the area; a column for each question: the question is
    if (column.empty() || cells.size() == 2)
      judgement.area =
          whole && cells.size() == 2 && !headed ? "Overall effectiveness" : joined_area(reading, said.block, label);
    else judgement.area = whole ? column : reading.document.text.string(bare_area(reading, label)) + ": " + column;
    judgement.scale.clear();
    judgement.rank = judgement.of_ranks = std::nullopt;
    if (judgement.grade.ends_with(" progress")) judgement.scale = "progress";
    else scale(reading, judgement, grade);
    if (judgement.scale.empty()) judgement.scale = "other";
    if (const std::size_t space = judgement.area.rfind(' ');
        space != std::string::npos && is_any(std::string_view(judgement.area).substr(space + 1),
                                             {"of", "and", "with", "who", "for", "the", "in", "to", "need"}))
      return refuse(refusals, match, "the name of the area is cut off");
    if (said_already(drafts, judgement)) continue;
    last = drafts.judgements.size();
    drafts.judgements.push_back(judgement);
    if (!headed) break;
  }
  if (last && !previous.empty()) drafts.judgements[*last].previous = previous;
  if (!last) refuse(refusals, match, "said already");
}

void judge_grid(const Reading& reading, const model::Match& match, model::Drafts& drafts,
                std::vector<Refusal>* refusals) {
  constexpr std::size_t most_rows = 30, most_words = 14;
  const std::vector<Block>& blocks = reading.document.blocks;
  const auto& sentences = reading.layers.sentences;
  const std::size_t head = sentences[match.sentence].block;
  const std::vector<Span> grades = cells_of(reading.document, blocks[head].span);
  // What stands in the cells is looked at whole, before any of it counts.
  struct Area { std::uint32_t sentence; std::size_t column; Span cell; };
  std::vector<Area> areas;
  for (std::uint32_t s = match.sentence + 1; s < sentences.size() && sentences[s].block <= head + most_rows; ++s) {
    const Block& row = blocks[sentences[s].block];
    if (row.kind != BlockKind::table_row) break;
    if (sentences[s - 1].block == sentences[s].block) continue;
    const std::vector<Span> cells = cells_of(reading.document, row.span);
    if (cells.size() > grades.size()) return refuse(refusals, match, "more cells than grades");
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (cells[c].empty()) continue;
      const std::string_view text = reading.document.text.folded(cells[c]);
      if (words_of(reading.document, cells[c]).size() > most_words || text.back() == '.' ||
          !(text.front() >= 'A' && text.front() <= 'Z') || !grade_in(reading, cells[c]).empty())
        return refuse(refusals, match, "the cells name no areas");
      areas.push_back({s, c, cells[c]});
    }
  }
  if (areas.empty()) return refuse(refusals, match, "the cells name no areas");
  for (const Area& area : areas) {
    const Span grade = grade_in(reading, grades[area.column]);
    if (grade.empty()) continue;
    model::Judgement judgement;
    judgement.evidence = evidence_of(reading, area.sentence, *match.rule);
    judgement.confidence = model::Confidence::high;
    judgement.focus = area.cell;
    judgement.grade = plain(reading.document.text.utf8(grade));
    judgement.area = reading.document.text.string(area.cell);
    scale(reading, judgement, grade);
    if (judgement.scale.empty()) judgement.scale = "other";
    if (!said_already(drafts, judgement)) drafts.judgements.push_back(std::move(judgement));
  }
}

}  // namespace muster::facts
