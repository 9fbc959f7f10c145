// Requests in tables: a row each, with the columns that the table's head names, or the longest cell.
#include <algorithm>
#include <span>

#include "facts/listed.hpp"

namespace muster::facts {
namespace {

using model::Block;
using model::BlockKind;

enum class Column : std::uint8_t { unknown, ask, number, addressee, deadline, priority, response, law, affected };

Column column_of(const Reading& reading, Span cell) {
  const model::VocabEntry* entry =
      entry_of(reading, "list_columns", reading.document.text.folded(trimmed(reading.document, cell, ".:?")));
  if (entry == nullptr) entry = entry_of(reading, "list_columns", reading.document.text.folded(cell));
  // "Issue/risk", "Action (and who)": the first of what the column holds
  const std::string_view text = reading.document.text.folded(cell);
  if (const std::size_t cut = text.find_first_of("/("); entry == nullptr && cut != std::string_view::npos && cut > 2)
    entry = entry_of(reading, "list_columns",
                     reading.document.text.folded(
                         trimmed(reading.document, {cell.begin, cell.begin + static_cast<std::uint32_t>(cut)}, ".:?")));
  if (entry == nullptr) return Column::unknown;
  if (entry->name == "ask") return Column::ask;
  if (entry->name == "number") return Column::number;
  if (entry->name == "addressee") return Column::addressee;
  if (entry->name == "deadline") return Column::deadline;
  if (entry->name == "affected") return Column::affected;
  if (entry->name == "law" || entry->name == "finding") return Column::law;
  return entry->name == "priority" ? Column::priority : Column::response;
}

bool bare_number(const Reading& reading, Span cell) {
  const std::string_view text = reading.document.text.folded(trimmed(reading.document, cell, ".()"));
  return !text.empty() && text.size() <= 6 &&
         std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
         text.find(' ') == std::string_view::npos;
}

// "1." of "1. Valuation of land", "PY2" of "PY2. Workforce plan"; empty if the cell begins with none.
std::string leading_number(const Reading& reading, Span cell) {
  const std::string_view text = reading.document.text.folded(cell);
  std::size_t at = 0;
  while (at < text.size() && at < 3 && text[at] >= 'A' && text[at] <= 'Z') ++at;
  const std::size_t letters = at;
  while (at < text.size() && at < letters + 3 && text[at] >= '0' && text[at] <= '9') ++at;
  if (at == letters || at + 1 >= text.size() || (text[at] != '.' && text[at] != ')' && text[at] != ':') ||
      text[at + 1] != ' ')
    return {};
  return std::string(text.substr(0, at));
}

std::string number_in(const Reading& reading, Span cell) {
  return reading.document.text.string(trimmed(reading.document, cell, ".:()"));
}

}   // namespace

std::optional<ItemLabels> labels_in(const Reading& reading, Span cell) {
  const std::vector<Word> words = words_of(reading.document, {cell.begin, std::min(cell.end, cell.begin + 400)});
  std::size_t at = 0;
  if (words.size() >= 4 && is_any(words[0].text, {"area", "areas"}) && same_word(words[1].text, "for") &&
      same_word(words[2].text, "improvement"))
    at = 3;
  else if (words.size() >= 2 && is_any(words[0].text, {"recommendation", "requirement"})) at = 1;
  else return std::nullopt;
  if (words[at].text.empty() || words[at].text.front() < '0' || words[at].text.front() > '9') return std::nullopt;
  if (words[at].text.size() > 4 || (at + 1 < words.size() && words.size() > 40)) return std::nullopt;
  ItemLabels labels;
  labels.number = reading.document.text.string(words[at].span);
  for (std::size_t i = at; i + 2 < words.size(); ++i)
    if (is_any(words[i].text, {"completed", "timescale", "date", "due"}) &&
        is_any(words[i + 1].text, {"by", "for", "date"})) {
      const Span rest{words[i + 2].span.begin, cell.end};
      labels.deadline = model::Deadline{reading.document.text.string(trimmed(reading.document, rest, ":. ")), ""};
      const auto& dates = reading.layers.dates;
      const auto first = std::partition_point(
          dates.begin(), dates.end(), [&](const model::DateMention& date) { return date.span.begin < rest.begin; });
      for (const model::DateMention& date : std::span(first, dates.end()))
        if (date.span.begin >= rest.end) break;
        else if (date.span.end <= rest.end && date.from.size() == 10)
          labels.deadline = model::Deadline{reading.document.text.string(date.span), date.from};
      break;
    }
  return labels;
}

Span without_answer(const Reading& reading, Span text) {
  const std::string_view written = reading.document.text.folded(text);
  for (const std::string_view words : {"response by", "response from", "management response", "agency response"}) {
    const std::size_t at = find_words(written, words);
    if (at != std::string_view::npos && at > 20)
      return trimmed(reading.document, {text.begin, text.begin + static_cast<std::uint32_t>(at)});
  }
  return text;
}

std::size_t take_rows(const Reading& reading, const List& list, std::size_t first, model::Drafts& drafts) {
  const std::vector<Block>& blocks = reading.document.blocks;
  std::vector<Column> columns;
  std::optional<ItemLabels> labels;   // of a row above whose request follows below it
  std::size_t i = first;
  for (; i < blocks.size(); ++i) {
    if (blocks[i].kind == BlockKind::furniture || !blocks[i].readable()) continue;
    if (blocks[i].kind != BlockKind::table_row) {
      // A cell across all columns is a paragraph in a PDF: "Issue: nobody counts the piers", between two rows.
      constexpr std::uint32_t longest = 160;
      std::size_t next = i + 1;
      while (next < blocks.size() && !blocks[next].readable()) ++next;
      const bool between = blocks[i].kind == BlockKind::paragraph && blocks[i].span.size() < longest &&
                           columns.size() > 1 && next < blocks.size() && blocks[next].kind == BlockKind::table_row &&
                           cells_of(reading.document, blocks[next].span).size() == columns.size();
      if (!between || is_own_item(reading, blocks[i].content)) break;
      continue;
    }
    const std::vector<Span> cells = cells_of(reading.document, blocks[i].span);
    if (cells.empty()) continue;
    std::vector<Column> heads;
    std::size_t known = 0;
    std::size_t named = 0;
    for (const Span cell : cells)
      heads.push_back(column_of(reading, cell)), known += heads.back() != Column::unknown, named += !cell.empty();
    const bool is_head =
        columns.empty() ? known * 2 >= named : known == named;   // "Agreed" alone is an answer, no head
    if (known > 0 && is_head && (cells.size() > 1 || words_of(reading.document, cells[0]).size() <= 5)) {
      columns = std::move(heads);   // the head, or the head again on the next page
      continue;
    }
    // a row that reaches across all columns names what stands below it
    if (cells.size() == 1 && columns.size() > 1 && !is_own_item(reading, cells[0]) &&
        (!is_ask_verb(reading, first_word(reading, cells[0])) || same_word(first_word(reading, cells[0]), "issue")) &&
        !labels_in(reading, cells[0]))
      continue;
    List row = list;
    Block block = blocks[i];
    if (columns.size() < cells.size()) columns.clear();
    Span ask;
    std::string who;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const Column column = columns.empty() ? Column::unknown : columns[c];
      if (column == Column::ask && ask.empty()) ask = cells[c];
      else if (column == Column::number ||
               (column == Column::unknown && bare_number(reading, cells[c]) && block.marker.empty()))
        block.marker = number_in(reading, cells[c]);
      else if (column == Column::addressee) row.lead.addressee = who = reading.document.text.string(cells[c]);
      else if (column == Column::affected && !cells[c].empty())
        row.lead.addressee = reading.document.text.string(cells[c]);   // unless the request itself says who
      else if (column == Column::deadline && !cells[c].empty() &&
               !is_any(reading.document.text.folded(cells[c]),
                       {"n/a", "na", "none", "-", "not applicable", "completed", "complete", "closed", "done"}))
        row.lead.deadline = model::Deadline{reading.document.text.string(cells[c]), ""};
      else if (column == Column::priority &&
               is_any(reading.document.text.folded(cells[c]), {"priority", "immediate", "urgent"}))
        row.level = "priority";
    }
    // "1. Valuation of land …", beside its recommendation
    if (!columns.empty() && (columns[0] == Column::unknown || columns[0] == Column::law) && block.marker.empty() &&
        !ask.empty() && !(ask == cells[0]))
      block.marker = leading_number(reading, cells[0]);
    if (const std::optional<ItemLabels> own = labels_in(reading, cells[0])) {
      labels = own;
      if (cells.size() == 1) continue;
    }
    if (labels) {
      block.marker = labels->number;
      if (labels->deadline) row.lead.deadline = labels->deadline;
    }
    // The head may stand over the column beside: "Issues and recommendations | | Response"
    if (!ask.empty() && !is_own_item(reading, ask) && !is_ask_verb(reading, first_word(reading, ask)))
      for (std::size_t c = 0; c < cells.size(); ++c)
        if (columns.size() > c && columns[c] == Column::unknown && !cells[c].empty() &&
            leading_number(reading, cells[c]) != "") {
          if (std::string name = reading.document.text.string(ask); can_act(reading, name))
            row.lead.addressee = who = std::move(name);
          block.marker = leading_number(reading, cells[c]);
          ask = trimmed(reading.document,
                        {cells[c].begin + static_cast<std::uint32_t>(block.marker.size()) + 1, cells[c].end});
          break;
        }
    if (ask.empty())
      ask = *std::max_element(cells.begin(), cells.end(), [](Span a, Span b) { return a.size() < b.size(); });
    if (!columns.empty() && std::find(columns.begin(), columns.end(), Column::ask) != columns.end() && ask.empty())
      continue;
    // Contents: "What needs to improve? | 4"
    if (cells.size() == 2 && bare_number(reading, cells[1]) && words_of(reading.document, cells[0]).size() <= 16)
      continue;
    // "Ref: Regulation 13", "Stated: First time": labels on rows of their own
    if (ask.size() < 60 && labels && reading.document.text.folded(ask).find(':') != std::string_view::npos) continue;
    if (add_item(reading, row, block, without_answer(reading, ask), drafts)) {
      labels.reset();
      // who stands in a column, asks or not
      if (!who.empty()) {
        model::Recommendation& item = drafts.recommendations.back();
        item.addressee = who;
      }
    }
  }
  return i;
}

}   // namespace muster::facts
