// Tables that are written as lines: a title that names a metric, and under it "Torrin 11.8%", "Leven: 50.1, 38.6".
#include <algorithm>

#include "claim_parts.hpp"
#include "staffing_table.hpp"

namespace muster::facts {
namespace {

using model::BlockKind;
using model::Quantity;
using model::QuantityKind;

constexpr std::uint32_t most_lines = 200;
constexpr std::size_t longest_line = 18;   // words
constexpr std::size_t longest_label = 7;

struct Line {
  std::uint32_t sentence = 0;
  std::string label, group;
  std::vector<const Quantity*> figures;
  std::vector<std::string> dates;   // of a line that holds nothing but times, or of the brackets in one
  bool bracketed_last = false;   // "13.5% (2021: 9.9%)"
};

bool digit_first(const Words& words, std::size_t k) {
  return words.folded(k).front() >= '0' && words.folded(k).front() <= '9';
}

// The year that a column's date ends in; 0 if none.
int year_of(std::string_view date) {
  if (date.size() < 4) return 0;
  int year = 0;
  for (const char c : date.substr(date.size() - 4)) {
    if (c < '0' || c > '9') return 0;
    year = year * 10 + (c - '0');
  }
  return year;
}

// What a line says if it is a label with figures behind it and nothing else.
bool read_line(const Reading& reading, const ClaimWords& lists, std::uint32_t sentence, Line& out) {
  const Span said = reading.layers.sentences[sentence].span;
  const Words words(reading.document.text, Words::head_of(said), reading.lexicon.word_kinds());
  if (words.size() < 2 || words.size() > longest_line) return false;
  std::size_t first = 0;
  while (first < words.size() && (words[first].mark || !digit_first(words, first))) {
    if (first > longest_label || lists.verbs.at(words, first) > 0) return false;
    ++first;
  }
  if (first == 0 || first == words.size()) return false;
  std::size_t end = first;
  while (end > 0 && words[end - 1].mark) --end;
  std::size_t begin = 0;
  while (begin < end && words[begin].mark) ++begin;
  if (begin == end) return false;
  for (std::size_t k = first; k < words.size(); ++k)   // figures, times and marks
    if (!words[k].mark && !digit_first(words, k) && words.folded(k).size() > 9) return false;
  const auto& all = reading.layers.quantities;
  for (auto it =
           std::partition_point(all.begin(), all.end(), [&](const Quantity& q) { return q.span.begin < said.begin; });
       it != all.end() && it->span.begin < said.end; ++it) {
    if (in_date(reading.layers, it->number)) continue;
    if (it->points || (it->kind != QuantityKind::percent && it->kind != QuantityKind::count &&
                       it->kind != QuantityKind::duration && it->kind != QuantityKind::ratio))
      return false;
    if (it->span.begin < words[first].span.begin) return false;
    out.figures.push_back(&*it);
  }
  const auto& dates = reading.layers.dates;
  for (auto it =
           std::partition_point(dates.begin(), dates.end(),
                                [&](const model::DateMention& d) { return d.span.begin < words[end - 1].span.end; });
       it != dates.end() && it->span.begin < said.end; ++it)
    out.dates.push_back(reading.document.text.string(it->span));
  if (out.figures.empty() && out.dates.empty()) return false;
  out.sentence = sentence;
  out.label = words.text_of(begin, end);
  if (const Phrases::Found staff = lists.staff.last_in(words, begin, end); !staff.none())
    out.group = words.text_of(staff.first, staff.last);
  for (std::size_t k = first; k < words.size() && !out.figures.empty(); ++k)
    if (words.is_mark(k, '(') && words[k].span.begin < out.figures.back()->span.begin && out.figures.size() > 1)
      out.bracketed_last = true;
  return true;
}

}   // namespace

std::uint32_t read_staffing_lines(const Reading& reading, const ClaimWords& lists, std::uint32_t sentence,
                                  const model::Match& match, model::Drafts& drafts) {
  const auto& sentences = reading.layers.sentences;
  const model::Block& head = reading.document.blocks[sentences[sentence].block];
  if (head.kind != BlockKind::heading && head.kind != BlockKind::title) return 0;
  const Words title(reading.document.text, Words::head_of(sentences[sentence].span), reading.lexicon.word_kinds());
  std::vector<Line> lines;
  std::vector<std::string> columns;
  std::uint32_t s = sentence + 1;
  for (; s < sentences.size() && s - sentence <= most_lines; ++s) {
    const BlockKind kind = reading.document.blocks[sentences[s].block].kind;
    Line line;
    if (kind == BlockKind::table_row || kind == BlockKind::furniture || !read_line(reading, lists, s, line)) break;
    if (line.figures.empty()) {
      if (!lines.empty()) break;
      columns = line.dates;
    } else {
      lines.push_back(std::move(line));
    }
  }
  if (lines.size() < 2) return 0;   // one line is no table
  std::string group, when;
  if (const Phrases::Found staff = lists.staff.last_in(title, 0, title.size()); !staff.none())
    group = title.text_of(staff.first, staff.last);
  const auto& dates = reading.layers.dates;
  const auto first_date = std::partition_point(dates.begin(), dates.end(), [&](const model::DateMention& d) {
    return d.span.begin < sentences[sentence].span.begin;
  });
  for (auto it = first_date; it != dates.end() && it->span.begin < sentences[sentence].span.end; ++it)
    when = reading.document.text.string(it->span);
  bool fte = false;
  for (std::size_t k = 0; k < title.size(); ++k) fte = fte || title.is(k, "wte") || title.is(k, "fte");
  int latest = 0;
  for (const std::string& column : columns) latest = std::max(latest, year_of(column));
  for (const Line& line : lines)
    for (std::size_t i = 0; i < line.figures.size(); ++i) {
      const Quantity& figure = *line.figures[i];
      model::Staffing fact;
      fact.evidence = evidence_of(reading, line.sentence, *match.rule);
      fact.focus = match.span;
      fact.number = figure.number;
      fact.metric = match.makes("metric");
      fact.low = figure.low;
      fact.high = figure.high;
      fact.bound = figure.bound;
      fact.unit = figure.kind == QuantityKind::percent ? "percent"
                  : figure.kind == QuantityKind::ratio ? "ratio"
                  : fte || figure.unit == "fte"        ? "fte"
                                                       : std::string(match.makes("unit"));
      fact.group = line.group.empty() ? group : line.group;
      if (line.group.empty()) fact.place = line.label;
      const bool aside = line.bracketed_last && i + 1 == line.figures.size();
      fact.when = aside && !line.dates.empty()            ? line.dates.back()
                  : columns.size() == line.figures.size() ? columns[i]
                                                          : when;
      if (aside || (columns.size() == line.figures.size() && year_of(columns[i]) < latest)) fact.role = "previous";
      fact.confidence = model::Confidence::medium;
      drafts.staffing.push_back(std::move(fact));
    }
  return s;
}

}   // namespace muster::facts
