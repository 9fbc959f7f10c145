// Tables whose title says what they measure: "Agency rate, social workers" above "Area | 2021 | 2022". The columns say
// when or of whom, the rows where, when or of whom.
#include <algorithm>

#include "facts/clauses.hpp"
#include "staffing_table.hpp"

namespace muster::facts {
namespace {

using model::BlockKind;
using model::Quantity;
using model::QuantityKind;

constexpr std::uint32_t most_rows = 500;

// What a column's head or a row's first cell says.
struct Label {
  std::string when, group, place;
  std::string_view role;
  bool total = false;
  [[nodiscard]] bool known() const { return !when.empty() || !group.empty() || !role.empty(); }
};

Label read_label(const Reading& reading, const ClaimWords& lists, Span cell) {
  Label out;
  const Words words(reading.document.text, cell, reading.lexicon.word_kinds());
  const auto& dates = reading.layers.dates;
  const auto it = std::partition_point(dates.begin(), dates.end(),
                                       [&](const model::DateMention& d) { return d.span.end <= cell.begin; });
  if (it != dates.end() && it->span.begin < cell.end) out.when = reading.document.text.string(it->value);
  if (const auto staff = lists.staff.last_in(words, 0, words.size()); !staff.none())
    out.group = words.text_of(staff.first, staff.last);
  if (!lists.target.first_in(words, 0, words.size()).none()) out.role = "target";
  else if (!lists.comparator.first_in(words, 0, words.size()).none()) out.role = "comparator";
  else if (words.is(words.size() - 1, "average")) out.role = "comparator";
  out.total = words.is(0, WordKind::total_row) || (words.size() > 1 && words.is(words.size() - 1, "total"));
  if (out.when.empty() && out.group.empty() && !out.total) out.place = reading.document.text.string(cell);
  return out;
}

// The year that a time ends in ("2021-22": 2022 counts as its last four figures do); 0 if none.
int year_of(std::string_view date) {
  int year = 0;
  for (std::size_t i = 0; i + 4 <= date.size(); ++i) {
    if (date.substr(i, 2) != "19" && date.substr(i, 2) != "20") continue;
    year = 0;
    for (std::size_t k = i; k < i + 4 && date[k] >= '0' && date[k] <= '9'; ++k) year = 10 * year + (date[k] - '0');
    if (year < 1900) year = 0;
  }
  return year;
}

// The figure of a cell that is a figure of `match`: a share of any metric; a number only where the title counts.
const Quantity* figure_of(const Reading& reading, Span cell, bool counts) {
  const Quantity* figure = only_figure(reading, cell);
  if (figure == nullptr) return nullptr;
  if (figure->kind == QuantityKind::percent || figure->kind == QuantityKind::ratio) return figure;
  return counts && figure->kind == QuantityKind::count ? figure : nullptr;
}

}   // namespace

bool leads_to_modules(const Reading& reading, std::uint32_t sentence) {
  const auto& sentences = reading.layers.sentences;
  if (sentence + 1 >= sentences.size() ||
      reading.document.blocks[sentences[sentence].block].kind != BlockKind::paragraph)
    return false;
  const model::Block& head = reading.document.blocks[sentences[sentence + 1].block];
  if (head.kind != BlockKind::table_row) return false;
  const std::vector<Span> cells = cells_of(reading.document, head.span);
  if (cells.empty()) return false;
  const Words first(reading.document.text, cells[0], reading.lexicon.word_kinds());
  return first.size() < 4 && first.is(first.size() - 1, WordKind::learning_word);
}

bool read_labelled_row(const Reading& reading, const ClaimWords& lists, std::uint32_t sentence,
                       const std::vector<const model::Match*>& matches, model::Drafts& drafts) {
  const model::Block& block = reading.document.blocks[reading.layers.sentences[sentence].block];
  if (block.kind != BlockKind::table_row) return false;
  const std::vector<Span> cells = cells_of(reading.document, block.span);
  const Quantity* figure = cells.size() == 2 ? only_figure(reading, cells[1]) : nullptr;
  if (figure == nullptr || (figure->kind != QuantityKind::count && figure->kind != QuantityKind::duration)) return false;
  const model::Match* match = nullptr;
  for (const model::Match* one : matches)
    if (cells[0].contains(one->span) && one->makes("level").empty() && one->makes("value").empty() &&
        one->makes("metric") != "other" && (match == nullptr || match->makes("metric") == "headcount"))
      match = one;
  if (match == nullptr) return false;
  const Words label(reading.document.text, cells[0], reading.lexicon.word_kinds());
  bool fte = false, days = false;
  for (std::size_t k = 0; k < label.size(); ++k) {
    fte = fte || label.is(k, WordKind::full_time_unit) || label.is(k, {"fte", "wte", "equivalent"});
    days = days || label.is(k, {"days", "day"});
  }
  const std::string_view metric = match->makes("metric");
  // What is told of each worker, and shares, are read as sentences are.
  if (!(metric == "sickness" ? days : fte && (metric == "headcount" || metric == "vacancy"))) return false;
  model::Staffing fact;
  fact.evidence = evidence_of(reading, sentence, *match->rule);
  fact.focus = match->span;
  fact.number = figure->number;
  fact.metric = metric;
  fact.low = figure->low;
  fact.high = figure->high;
  fact.bound = figure->bound;
  fact.unit = days && metric == "sickness" ? "days" : "fte";
  fact.group = read_label(reading, lists, cells[0]).group;
  fact.confidence = model::Confidence::medium;
  drafts.staffing.push_back(std::move(fact));
  return true;
}

std::uint32_t read_titled_table(const Reading& reading, const ClaimWords& lists, std::uint32_t sentence,
                                const std::vector<const model::Match*>& matches, model::Drafts& drafts) {
  const model::Document& document = reading.document;
  const auto& sentences = reading.layers.sentences;
  const auto row = [&](std::uint32_t s) {
    return s < sentences.size() && document.blocks[sentences[s].block].kind == BlockKind::table_row;
  };
  const model::Block& title = document.blocks[sentences[sentence].block];
  constexpr std::uint32_t longest_title = 120;   // letters
  if (title.kind == BlockKind::table_row ||
      (title.content.size() > longest_title && !leads_to_modules(reading, sentence)) || !row(sentence + 1) ||
      !row(sentence + 2) || sentences[sentence].span.end != title.content.end)
    return 0;
  const model::Match* match = nullptr;
  for (const model::Match* one : matches)
    if (one->makes("level").empty() && one->makes("value").empty() && one->makes("metric") != "other" &&
        (match == nullptr || (match->makes("metric") == "headcount" && one->makes("metric") != "headcount")))
      match = one;
  if (title.content.size() > longest_title)   // prose: any of its sentences may speak of training
    for (auto it = std::partition_point(reading.matches.begin(), reading.matches.end(),
                                        [&](const model::Match& m) { return m.span.end <= title.content.begin; });
         it != reading.matches.end() && it->span.end <= title.content.end; ++it)
      if (it->makes("fact") == "staffing" && it->makes("metric") == "training") match = &*it;
  if (match == nullptr || (title.content.size() > longest_title && match->makes("metric") != "training")) return 0;
  const Words said(document.text, title.content, reading.lexicon.word_kinds());
  bool counts = false, fte = false;
  for (std::size_t k = 0; k < said.size(); ++k) {
    fte = fte || said.is(k, {"fte", "wte", "equivalent"});
    counts = counts || said.is(k, WordKind::counted_in_title);
    if (said.is(k, {"cost", "costs", "spend", "spending"})) return 0;
  }
  const std::vector<Span> heads = cells_of(document, document.blocks[sentences[sentence + 1].block].span);
  if (heads.size() < 2) return 0;
  std::vector<Label> columns;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    columns.push_back(read_label(reading, lists, heads[i]));
    if (i > 0 && !columns[i].known()) return 0;   // a column of something else
  }
  int latest = 0;
  for (std::size_t i = 1; i < columns.size(); ++i) latest = std::max(latest, year_of(columns[i].when));
  const Label whole = read_label(reading, lists, title.content);
  const std::size_t before = drafts.staffing.size();
  std::uint32_t s = sentence + 2;
  for (; row(s) && s - sentence <= most_rows; ++s) {
    const std::vector<Span> cells = cells_of(document, document.blocks[sentences[s].block].span);
    if (cells.size() < 2 || only_figure(reading, cells[0]) != nullptr) continue;
    const Label mine = read_label(reading, lists, cells[0]);
    for (std::size_t i = 1; i < std::min(cells.size(), columns.size()); ++i) {
      const Quantity* figure = figure_of(reading, cells[i], counts || fte);
      if (figure == nullptr) continue;
      model::Staffing fact;
      fact.evidence = evidence_of(reading, s, *match->rule);
      fact.focus = match->span;
      fact.number = figure->number;
      fact.metric = match->makes("metric");
      fact.low = figure->low;
      fact.high = figure->high;
      fact.bound = figure->bound;
      fact.unit = figure->kind == QuantityKind::percent ? "percent"
                  : figure->kind == QuantityKind::ratio ? "ratio"
                  : fte                                 ? "fte"
                                                        : std::string(match->makes("unit"));
      fact.group = !columns[i].group.empty() ? columns[i].group : !mine.group.empty() ? mine.group : whole.group;
      fact.place = mine.place;
      fact.when = !columns[i].when.empty() ? columns[i].when : !mine.when.empty() ? mine.when : whole.when;
      const int year = year_of(columns[i].when);
      fact.role = !mine.role.empty()          ? mine.role
                  : !columns[i].role.empty()  ? columns[i].role
                  : year > 0 && year < latest ? std::string_view("previous")
                                              : std::string_view("current");
      fact.confidence = model::Confidence::medium;
      drafts.staffing.push_back(std::move(fact));
    }
  }
  return drafts.staffing.size() > before ? s : 0;
}

}   // namespace muster::facts
