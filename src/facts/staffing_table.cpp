#include "staffing_table.hpp"

#include <algorithm>

#include "facts/clauses.hpp"

namespace muster::facts {
namespace {

using model::BlockKind;
using model::Quantity;
using model::QuantityKind;

constexpr std::size_t most_rows = 2000;

// The figure that a cell holds, if it holds nothing else: "16%", "41", "5.6 WTE".
const Quantity* only_figure(const Reading& reading, Span cell) {
  const auto& all = reading.layers.quantities;
  const auto it = std::partition_point(all.begin(), all.end(), [&](const Quantity& q) { return q.span.end <= cell.begin; });
  if (it == all.end() || it->span.begin >= cell.end || it->points) return nullptr;
  const bool fills = it->span.begin <= cell.begin + 1 && it->span.end + 8 >= cell.end;
  const bool kind = it->kind == QuantityKind::count || it->kind == QuantityKind::percent || it->kind == QuantityKind::ratio || it->kind == QuantityKind::duration;
  const auto next = it + 1;
  return fills && kind && (next == all.end() || next->span.begin >= cell.end) ? &*it : nullptr;
}

struct Column { const model::Match* match = nullptr; std::size_t index = 0; std::string group, when; bool percent = false, fte = false; };

std::string staff_in(const Reading& reading, const ClaimWords& lists, Span cell) {
  const Words words(reading.document.text, cell);
  const Phrases::Found found = lists.staff.last_in(words, 0, words.size());
  return found.none() ? std::string() : words.text_of(found.first, found.last);
}

std::string date_in(const Reading& reading, Span cell) {
  const auto& dates = reading.layers.dates;
  const auto it = std::partition_point(dates.begin(), dates.end(), [&](const model::DateMention& d) { return d.span.end <= cell.begin; });
  return it != dates.end() && it->span.begin < cell.end ? reading.document.text.string(it->value) : std::string();
}

void add_row(const Reading& reading, const ClaimWords& lists, std::uint32_t sentence, const std::vector<Span>& cells, const std::vector<Column>& columns, model::Drafts& drafts) {
  const std::size_t first = drafts.staffing.size();
  const std::string name = cells.empty() || only_figure(reading, cells[0]) != nullptr ? std::string() : reading.document.text.string(cells[0]);
  const std::string row_group = cells.empty() ? std::string() : staff_in(reading, lists, cells[0]);
  const std::string row_date = cells.empty() ? std::string() : date_in(reading, cells[0]);
  for (const Column& column : columns) {
    if (column.index == 0 || column.index >= cells.size()) continue;
    const Quantity* figure = only_figure(reading, cells[column.index]);
    if (figure == nullptr) continue;
    model::Staffing fact;
    fact.evidence = evidence_of(reading, sentence, *column.match->rule);
    fact.focus = column.match->span;
    fact.metric = column.match->makes("metric");
    fact.low = figure->low;
    fact.high = figure->high;
    fact.bound = figure->bound;
    fact.number = figure->number;
    const bool percent = figure->kind == QuantityKind::percent || column.percent;
    fact.unit = percent ? "percent" : figure->kind == QuantityKind::ratio ? "ratio" : figure->unit == "fte" || column.fte ? "fte" : std::string(column.match->makes("unit"));
    if (const std::string_view role = column.match->makes("role"); !role.empty()) fact.role = role;
    fact.group = !row_group.empty() ? row_group : column.group;
    fact.when = !column.when.empty() ? column.when : row_date;
    if (row_group.empty() && row_date.empty()) fact.place = name;
    fact.confidence = model::Confidence::medium;
    if (percent) {
      model::Figure share;
      share.evidence = fact.evidence;
      share.focus = fact.focus;
      share.number = fact.number;
      share.low = *fact.low;
      share.high = *fact.high;
      share.bound = fact.bound;
      share.about = reading.document.text.string(column.match->span);
      share.confidence = model::Confidence::medium;
      drafts.figures.push_back(std::move(share));
    }
    drafts.staffing.push_back(std::move(fact));
  }
  std::stable_sort(drafts.staffing.begin() + static_cast<std::ptrdiff_t>(first), drafts.staffing.end(),
                   [](const model::Staffing& a, const model::Staffing& b) { return a.number.begin < b.number.begin; });
}

}  // namespace

std::uint32_t read_staffing_table(const Reading& reading, const ClaimWords& lists, std::uint32_t sentence, const std::vector<const model::Match*>& matches, model::Drafts& drafts) {
  const model::Document& document = reading.document;
  const auto& sentences = reading.layers.sentences;
  const std::uint32_t head = sentences[sentence].block;
  const std::vector<Span> heads = cells_of(document, document.blocks[head].span);
  // A head has no figures of its own; a row of them is no head.
  if (heads.size() < 2 || std::any_of(heads.begin(), heads.end(), [&](Span cell) { return only_figure(reading, cell) != nullptr && date_in(reading, cell).empty(); })) return 0;
  // The title right above says whose or when for all: "Band 3 officers, 30 June 2014".
  std::string whose, since;
  if (head > 0 && (document.blocks[head - 1].kind == BlockKind::heading || document.blocks[head - 1].kind == BlockKind::title || document.blocks[head - 1].kind == BlockKind::paragraph) && document.blocks[head - 1].content.size() < 100) {
    whose = staff_in(reading, lists, document.blocks[head - 1].content);
    if (same_caseless(whose, "staffing") || same_caseless(whose, "staff") || same_caseless(whose, "workforce") || same_caseless(whose, "personnel")) whose.clear();   // everybody
    since = date_in(reading, document.blocks[head - 1].content);
  }
  std::vector<Column> columns;
  for (const model::Match* match : matches) {
    const auto at = std::find_if(heads.begin(), heads.end(), [&](Span cell) { return cell.contains(match->span); });
    if (at == heads.end()) continue;
    const auto index = static_cast<std::size_t>(at - heads.begin());
    if (std::any_of(columns.begin(), columns.end(), [&](const Column& c) { return c.index == index; })) continue;
    Column column{match, index, staff_in(reading, lists, *at), date_in(reading, *at), false, false};
    const std::string_view said = document.text.folded(*at);
    column.percent = said.find('%') != std::string_view::npos || said.find("per cent") != std::string_view::npos;
    column.fte = said.find("FTE") != std::string_view::npos || said.find("WTE") != std::string_view::npos || said.find("fte") != std::string_view::npos;
    if (column.group.empty()) column.group = whose;
    if (column.when.empty()) column.when = since;
    columns.push_back(std::move(column));
  }
  const std::size_t before = drafts.staffing.size();
  std::uint32_t s = sentence + 1;
  for (; s < sentences.size() && s - sentence <= most_rows && document.blocks[sentences[s].block].kind == BlockKind::table_row; ++s)
    add_row(reading, lists, s, cells_of(document, document.blocks[sentences[s].block].span), columns, drafts);
  return drafts.staffing.size() > before ? s : 0;
}

}  // namespace muster::facts
