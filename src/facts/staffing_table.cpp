#include "staffing_table.hpp"

#include <algorithm>

#include "facts/clauses.hpp"

namespace muster::facts {
namespace {

using model::BlockKind;
using model::Quantity;
using model::QuantityKind;

constexpr std::size_t most_rows = 2000;

struct Column {
  const model::Match* match = nullptr;
  std::size_t index = 0;
  std::string group, when;
  bool percent = false, fte = false, people = false;
};

std::string staff_in(const Reading& reading, const ClaimWords& lists, Span cell) {
  const Words words(reading.document.text, cell, reading.lexicon.word_kinds());
  const Phrases::Found found = lists.staff.last_in(words, 0, words.size());
  return found.none() ? std::string() : words.text_of(found.first, found.last);
}

std::string date_in(const Reading& reading, Span cell) {
  const auto& dates = reading.layers.dates;
  const auto it = std::partition_point(dates.begin(), dates.end(),
                                       [&](const model::DateMention& d) { return d.span.end <= cell.begin; });
  return it != dates.end() && it->span.begin < cell.end ? reading.document.text.string(it->value) : std::string();
}

// "Total", "All wards": no place.
bool sums_up(const Reading& reading, Span cell) {
  const Words words(reading.document.text, cell, reading.lexicon.word_kinds());
  return words.is(0, WordKind::total_row) || (words.size() > 1 && words.is(words.size() - 1, "total"));
}

// The match that a row's first cell names its metric by: "Staff turnover".
const model::Match* metric_of_row(Span cell, const std::vector<const model::Match*>& matches) {
  for (const model::Match* match : matches) {
    const std::string_view metric = match->makes("metric");
    if (cell.contains(match->span) && match->makes("level").empty() && match->makes("value").empty() &&
        metric != "other" && metric != "headcount" && metric != "experience")
      return match;
  }
  return nullptr;
}

// "Authorized dispatchers", "Nurses in post": how many there are, where the columns say when.
const model::Match* numbers_of_row(const Reading& reading, const ClaimWords& lists, Span cell,
                                   const std::vector<const model::Match*>& matches) {
  const Words label(reading.document.text, cell, reading.lexicon.word_kinds());
  if (lists.staff.first_in(label, 0, label.size()).none()) return nullptr;
  bool says_how_many = false;
  for (std::size_t k = 0; k < label.size(); ++k)
    says_how_many = says_how_many || label.is(k, WordKind::funded_adjective) || label.is(k, {"employed", "headcount"}) ||
                    (label.is(k, {"in", "on"}) && label.is(k + 1, {"post", "staff", "board"}));
  if (!says_how_many) return nullptr;
  for (const model::Match* match : matches)
    if (cell.contains(match->span) && (match->makes("metric") == "headcount" || match->makes("metric") == "staffing_level"))
      return match;
  return nullptr;
}

// Rows of the table that begins after `head` that name a metric each: their columns are no levels.
bool rows_name_metrics(const Reading& reading, std::uint32_t head) {
  constexpr std::uint32_t looked_at = 3;
  const auto& sentences = reading.layers.sentences;
  for (std::uint32_t s = head + 1; s < sentences.size() && s <= head + looked_at &&
                                   reading.document.blocks[sentences[s].block].kind == BlockKind::table_row;
       ++s) {
    const std::vector<Span> cells = cells_of(reading.document, reading.document.blocks[sentences[s].block].span);
    std::vector<const model::Match*> matches;
    for (auto it = std::partition_point(reading.matches.begin(), reading.matches.end(),
                                        [&](const model::Match& m) { return m.sentence < s; });
         it != reading.matches.end() && it->sentence == s; ++it)
      if (it->makes("fact") == "staffing" && it->makes("column").empty()) matches.push_back(&*it);
    const model::Match* match = cells.empty() ? nullptr : metric_of_row(cells[0], matches);
    if (match != nullptr && match->makes("metric") != "staffing_level" && match->makes("metric") != "agency")
      return true;
  }
  return false;
}

void add_row(const Reading& reading, const ClaimWords& lists, std::uint32_t sentence, const std::vector<Span>& cells,
             const std::vector<Column>& columns, model::Drafts& drafts) {
  const std::size_t first = drafts.staffing.size();
  const std::string name = cells.empty() || only_figure(reading, cells[0]) != nullptr || sums_up(reading, cells[0])
                               ? std::string()
                               : reading.document.text.string(cells[0]);
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
    fact.unit = percent                                                   ? "percent"
                : figure->kind == QuantityKind::ratio                     ? "ratio"
                : figure->unit == "fte" || column.fte                     ? "fte"
                : column.people && column.match->makes("unit") == "posts" ? "people"
                                                                          : std::string(column.match->makes("unit"));
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

}   // namespace

const Quantity* only_figure(const Reading& reading, Span cell) {
  const auto& all = reading.layers.quantities;
  const auto it =
      std::partition_point(all.begin(), all.end(), [&](const Quantity& q) { return q.span.end <= cell.begin; });
  if (it == all.end() || it->span.begin >= cell.end || it->points) return nullptr;
  const bool fills = it->span.begin <= cell.begin + 1 && it->span.end + 8 >= cell.end;
  const bool kind = it->kind == QuantityKind::count || it->kind == QuantityKind::percent ||
                    it->kind == QuantityKind::ratio || it->kind == QuantityKind::duration;
  const auto next = it + 1;
  return fills && kind && (next == all.end() || next->span.begin >= cell.end) ? &*it : nullptr;
}

std::uint32_t read_staffing_table(const Reading& reading, const ClaimWords& lists, std::uint32_t sentence,
                                  const std::vector<const model::Match*>& matches, model::Drafts& drafts) {
  const model::Document& document = reading.document;
  const auto& sentences = reading.layers.sentences;
  const std::uint32_t head = sentences[sentence].block;
  const std::vector<Span> heads = cells_of(document, document.blocks[head].span);
  // A head has no figures of its own; a row of them is no head.
  if (heads.size() < 2 || std::any_of(heads.begin(), heads.end(), [&](Span cell) {
        return only_figure(reading, cell) != nullptr && date_in(reading, cell).empty();
      }))
    return 0;
  // The title right above says whose or when for all: "Band 3 officers, 30 June 2014".
  std::string whose, since;
  if (head > 0 &&
      (document.blocks[head - 1].kind == BlockKind::heading || document.blocks[head - 1].kind == BlockKind::title ||
       document.blocks[head - 1].kind == BlockKind::paragraph) &&
      document.blocks[head - 1].content.size() < 100) {
    whose = staff_in(reading, lists, document.blocks[head - 1].content);
    if (same_caseless(whose, "staffing") || same_caseless(whose, "staff") || same_caseless(whose, "workforce") ||
        same_caseless(whose, "personnel"))
      whose.clear();   // everybody
    since = date_in(reading, document.blocks[head - 1].content);
  }
  std::vector<Column> columns;
  for (const model::Match* match : matches) {
    const auto at = std::find_if(heads.begin(), heads.end(), [&](Span cell) { return cell.contains(match->span); });
    if (at == heads.end()) continue;
    const auto index = static_cast<std::size_t>(at - heads.begin());
    if (std::any_of(columns.begin(), columns.end(), [&](const Column& c) { return c.index == index; })) continue;
    Column column{match, index, staff_in(reading, lists, *at), date_in(reading, *at)};
    const std::string_view said = document.text.folded(*at);
    column.percent = said.find('%') != std::string_view::npos || said.find("per cent") != std::string_view::npos;
    column.fte = said.find("FTE") != std::string_view::npos || said.find("WTE") != std::string_view::npos ||
                 said.find("fte") != std::string_view::npos;
    if (column.when.empty()) column.when = since;
    // "Officers required" counts people, "Officer posts required" posts.
    const Words named(document.text, *at, reading.lexicon.word_kinds());
    if (same_caseless(column.group, "staffing")) column.group.clear();
    column.people = !column.group.empty() && lists.posts.first_in(named, 0, named.size()).none();
    if (column.group.empty()) column.group = whose;
    columns.push_back(std::move(column));
  }
  if (std::all_of(columns.begin(), columns.end(),
                  [](const Column& c) { return c.match->makes("metric") == "staffing_level"; }) &&
      rows_name_metrics(reading, sentence))
    return 0;
  const std::size_t before = drafts.staffing.size();
  std::uint32_t s = sentence + 1;
  for (; s < sentences.size() && s - sentence <= most_rows &&
         document.blocks[sentences[s].block].kind == BlockKind::table_row;
       ++s)
    add_row(reading, lists, s, cells_of(document, document.blocks[sentences[s].block].span), columns, drafts);
  return drafts.staffing.size() > before ? s : 0;
}

std::uint32_t head_of_table(const Reading& reading, std::uint32_t sentence, TableSeen& seen) {
  const auto& sentences = reading.layers.sentences;
  const auto row = [&](std::uint32_t s) {
    return reading.document.blocks[sentences[s].block].kind == BlockKind::table_row;
  };
  std::uint32_t head = sentence;
  while (head > 0 && row(head - 1)) {
    if (head - 1 == seen.last) {
      head = seen.head;
      break;
    }
    --head;
  }
  seen = {head, sentence};
  return head;
}

bool read_metric_row(const Reading& reading, const ClaimWords& lists, std::uint32_t head, std::uint32_t sentence,
                     const std::vector<const model::Match*>& matches, model::Drafts& drafts) {
  const model::Document& document = reading.document;
  const auto& sentences = reading.layers.sentences;
  if (head == sentence || document.blocks[sentences[sentence].block].kind != BlockKind::table_row) return false;
  const std::vector<Span> heads = cells_of(document, document.blocks[sentences[head].block].span);
  const std::vector<Span> cells = cells_of(document, document.blocks[sentences[sentence].block].span);
  if (heads.size() < 2 || cells.size() < 2) return false;
  const model::Match* match = metric_of_row(cells[0], matches);
  const bool numbers = match == nullptr;   // "Authorized dispatchers | 128 | 140"
  if (numbers) match = numbers_of_row(reading, lists, cells[0], matches);
  if (match == nullptr) return false;
  // What each column is: a time, an aim, somebody else's, or how things stand.
  struct Said {
    std::string when, role, group, place;
    bool known = false;
  };
  std::vector<Said> said(heads.size());
  std::size_t latest = 0;
  bool known = false;
  for (std::size_t i = 1; i < heads.size(); ++i) {
    const Words words(document.text, heads[i], reading.lexicon.word_kinds());
    Said& one = said[i];
    one.when = date_in(reading, heads[i]);
    if (only_figure(reading, heads[i]) != nullptr && one.when.empty()) return false;
    if (!lists.target.first_in(words, 0, words.size()).none()) one.role = "target";
    else if (!lists.comparator.first_in(words, 0, words.size()).none()) one.role = "comparator";
    else if (!lists.previous.first_in(words, 0, words.size()).none()) one.role = "previous";
    else if (!one.when.empty())
      latest = latest == 0 || one.when.size() != 4 || one.when >= said[latest].when ? i : latest;
    one.known = words.is(0, WordKind::current_column) || words.is(words.size() - 1, WordKind::current_column) ||
                !one.when.empty() || !one.role.empty();
    known = known || one.known;
  }
  // "Measure | Rowan ward | Ash ward": whose the columns are
  if (!known && cells.size() == heads.size() && rows_name_metrics(reading, head) &&
      std::all_of(cells.begin() + 1, cells.end(), [&](Span cell) { return only_figure(reading, cell) != nullptr; })) {
    known = true;
    for (std::size_t i = 1; i < heads.size(); ++i) {
      said[i].known = true;
      said[i].group = staff_in(reading, lists, heads[i]);
      if (said[i].group.empty() && !sums_up(reading, heads[i]))
        said[i].place = reading.document.text.string(heads[i]);
    }
  }
  if (!known || (numbers && std::any_of(said.begin() + 1, said.end(), [](const Said& one) { return one.when.empty(); })))
    return false;
  const std::string_view label = document.text.folded(cells[0]);
  const bool fte = label.find("WTE") != std::string_view::npos || label.find("FTE") != std::string_view::npos ||
                   label.find("ull-time equiv") != std::string_view::npos ||
                   label.find("hole-time equiv") != std::string_view::npos;
  const Words named(document.text, cells[0], reading.lexicon.word_kinds());
  bool laid_down = false;
  for (std::size_t k = 0; k < named.size(); ++k) laid_down = laid_down || named.is(k, WordKind::funded_adjective);
  const std::size_t before = drafts.staffing.size();
  for (std::size_t i = 1; i < std::min(heads.size(), cells.size()); ++i) {
    const Quantity* figure = said[i].known ? only_figure(reading, cells[i]) : nullptr;
    const Quantity* aside = nullptr;   // "6% (all parks 11%)"
    if (figure == nullptr && said[i].known) {
      const Words words(document.text, cells[i], reading.lexicon.word_kinds());
      std::size_t open = 0;
      while (open < words.size() && !words.is_mark(open, '(')) ++open;
      if (open > 0 && open + 1 < words.size()) {
        figure = only_figure(reading, {cells[i].begin, words[open].span.begin});
        const auto& all = reading.layers.quantities;
        const auto it = std::partition_point(all.begin(), all.end(),
                                             [&](const Quantity& q) { return q.span.begin < words[open].span.begin; });
        if (figure != nullptr && it != all.end() && it->span.end <= cells[i].end && it->kind == figure->kind &&
            it->span.begin > words[open + 1].span.begin)
          aside = &*it;
      }
    }
    if (figure == nullptr) continue;
    model::Staffing fact;
    fact.evidence = evidence_of(reading, sentence, *match->rule);
    fact.focus = match->span;
    fact.metric = numbers ? std::string_view("headcount") : match->makes("metric");
    fact.low = figure->low;
    fact.high = figure->high;
    fact.bound = figure->bound;
    fact.number = figure->number;
    fact.unit = figure->kind == QuantityKind::percent ? "percent"
                : figure->kind == QuantityKind::ratio ? "ratio"
                : figure->unit == "fte" || fte        ? "fte"
                : figure->unit.substr(0, 3) == "day"  ? "days"
                                                      : std::string(match->makes("unit"));
    fact.role = !said[i].role.empty()                                 ? said[i].role
                : latest != 0 && i != latest && !said[i].when.empty() ? "previous"
                                                                      : "current";
    fact.when = said[i].when;
    if (numbers && fact.unit == "people" && laid_down) fact.unit = "posts";
    fact.group = staff_in(reading, lists, cells[0]);
    if (fact.group.empty()) fact.group = said[i].group;
    fact.place = said[i].place;
    fact.confidence = model::Confidence::medium;
    drafts.staffing.push_back(fact);
    if (aside == nullptr) continue;
    const Words words(document.text, {figure->span.end, aside->span.begin}, reading.lexicon.word_kinds());
    fact.low = aside->low;
    fact.high = aside->high;
    fact.bound = aside->bound;
    fact.number = aside->number;
    fact.when.clear();
    fact.role = !lists.target.first_in(words, 0, words.size()).none() ? "target"
                : !lists.previous.first_in(words, 0, words.size()).none() ||
                        !date_in(reading, {figure->span.end, aside->span.begin}).empty()
                    ? "previous"
                    : "comparator";
    drafts.staffing.push_back(std::move(fact));
  }
  return drafts.staffing.size() > before;
}

}   // namespace muster::facts
