// Tables with a column for each grade: a mark in one of them says how far the row's request has come, figures in
// a row of totals say how many have come so far.
#include <algorithm>
#include <charconv>

#include "facts/listed.hpp"
#include "facts/status_tracked.hpp"

namespace muster::facts {
namespace {

using model::Block;
using model::BlockKind;

constexpr std::size_t most_rows = 200;

using Column = std::optional<model::StatusValue>;

// "X", a tick, a bullet: a cell that says only that its column is meant.
bool is_mark(std::string_view cell) {
  if (same_word(cell, "x") || same_word(cell, "yes") || same_word(cell, "y")) return true;
  return !cell.empty() && cell.size() <= 2 && std::none_of(cell.begin(), cell.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '?';
  });
}

bool is_blank(std::string_view cell) { return cell.empty() || cell == "-" || cell == "0" || same_word(cell, "n/a"); }

std::optional<double> number(std::string_view cell) {
  int value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (cell.empty() || cell.size() > 4 || error != std::errc{} || end != cell.data() + cell.size()) return std::nullopt;
  return value;
}

// The table's heads, or the heading over it, speak of requests.
bool of_requests(const Reading& reading, std::size_t head, const std::vector<Span>& heads,
                 const std::vector<Column>& columns) {
  const auto asked = [&](Span span) {
    const WordKinds& kinds = reading.lexicon.word_kinds();
    const std::vector<Word> words = words_of(reading.document, {span.begin, std::min(span.end, span.begin + 200)});
    return std::any_of(words.begin(), words.end(), [&](const Word& word) {
      return kinds.is(word.text, WordKind::request_word) || is_any(word.text, {"undertakings", "concerns", "areas"});
    });
  };
  for (std::size_t c = 0; c < heads.size(); ++c)
    if (!columns[c] && asked(heads[c])) return true;
  const std::int32_t over = reading.document.blocks[head].heading;
  return (over >= 0 && asked(reading.document.blocks[static_cast<std::size_t>(over)].content)) ||
         under_requests(reading, head);
}

// "Total", "All bodies": the row that adds the others up
bool is_total(const Reading& reading, Span cell) {
  const std::vector<Word> words = words_of(reading.document, cell);
  return !words.empty() && words.size() <= 3 &&
         reading.lexicon.word_kinds().is(words.front().text, WordKind::total_row);
}

bool has_total_row(const Reading& reading, std::uint32_t sentence, std::size_t head) {
  const auto& sentences = reading.layers.sentences;
  for (std::uint32_t s = sentence + 1; s < sentences.size() && sentences[s].block <= head + most_rows; ++s) {
    const Block& row = reading.document.blocks[sentences[s].block];
    if (row.kind != BlockKind::table_row) return false;
    if (sentences[s - 1].block == sentences[s].block) continue;
    const std::vector<Span> cells = cells_of(reading.document, row.span);
    if (!cells.empty() && is_total(reading, cells[0])) return true;
  }
  return false;
}

}   // namespace

void read_grid(const Reading& reading, const model::Match& match, model::Drafts& drafts,
               std::vector<Refusal>* refusals) {
  const auto& sentences = reading.layers.sentences;
  const model::Document& document = reading.document;
  const std::size_t head = sentences[match.sentence].block;
  std::vector<Span> heads = cells_of(document, document.blocks[head].span);
  // the head of the names may be left out
  if (head + 1 < document.blocks.size() && document.blocks[head + 1].kind == BlockKind::table_row &&
      cells_of(document, document.blocks[head + 1].span).size() == heads.size() + 1)
    heads.insert(heads.begin(), Span{document.blocks[head].span.begin, document.blocks[head].span.begin});
  std::vector<Column> columns;
  for (const Span cell : heads)
    columns.push_back(
        reading.lexicon.status_words().scale(plain(document.text.folded(trimmed(document, cell, ".:*")))));
  if (std::count_if(columns.begin(), columns.end(), [](const Column& column) { return column.has_value(); }) < 2)
    return refuse(refusals, match, "no column for each grade");
  if (!of_requests(reading, head, heads, columns)) return refuse(refusals, match, "the table is not on requests");
  bool any = false;
  const bool in_total = has_total_row(reading, match.sentence, head);
  for (std::uint32_t s = match.sentence + 1; s < sentences.size() && sentences[s].block <= head + most_rows; ++s) {
    const Block& row = document.blocks[sentences[s].block];
    if (row.kind != BlockKind::table_row) break;
    if (sentences[s - 1].block == sentences[s].block) continue;
    std::vector<Span> cells = cells_of(document, row.span);
    if (cells.size() > heads.size()) continue;
    cells.resize(heads.size());
    const auto text = [&](std::size_t c) { return document.text.folded(trimmed(document, cells[c])); };
    model::Status status;
    status.evidence = evidence_of(reading, s, *match.rule);
    status.confidence = model::Confidence::high;
    const bool total = is_total(reading, cells[0]);
    // "Ambulance service | 11 | 8 | 3 | 0": each row's own, where no row adds them up
    const bool each = !in_total && !cells[0].empty() && !columns[0] && !number(text(0));
    std::size_t figures = 0;
    for (std::size_t c = 1; c < cells.size(); ++c) figures += columns[c] && number(text(c)) ? 1 : 0;
    if (total || (each && figures > 1)) {
      std::optional<double> of;
      double sum = 0;
      bool counts = true;
      for (std::size_t c = 1; c < cells.size(); ++c) {
        const std::optional<double> value = number(text(c));
        if (!columns[c]) {
          if (value && !of) of = value;
          continue;
        }
        counts = counts && (value || is_blank(text(c)));
        sum += value.value_or(0);
      }
      if (!counts || sum <= 0 || (of && *of < sum)) continue;
      for (std::size_t c = 1; c < cells.size(); ++c) {
        const std::optional<double> value = columns[c] ? number(text(c)) : std::nullopt;
        if (!value || *value <= 0) continue;
        status.status = *columns[c];
        status.phrase = document.text.string(heads[c]);
        status.subject = document.text.string(cells[0]);
        status.focus = cells[c];
        status.count = value;
        status.of = of ? of : sum;
        status.weighs = *value;
        drafts.statuses.push_back(status);
        any = true;
      }
      continue;
    }
    std::size_t marked = 0, marks = 0;
    bool others = false;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (!columns[c]) continue;
      if (is_mark(text(c))) marked = c, ++marks;
      else others = others || !is_blank(text(c));
    }
    if (marks != 1 || others) continue;
    std::size_t longest = marked;
    for (std::size_t c = 0; c < cells.size(); ++c)
      if (!columns[c] && (longest == marked || cells[c].size() > cells[longest].size())) longest = c;
    if (longest == marked || cells[longest].empty()) continue;
    status.status = *columns[marked];
    status.phrase = document.text.string(heads[marked]);
    status.subject = document.text.string(trimmed(document, cells[longest], ":|-.\t"));
    status.focus = cells[marked];
    drafts.statuses.push_back(std::move(status));
    any = true;
  }
  if (!any) refuse(refusals, match, "no marks and no totals below");
}

}   // namespace muster::facts
