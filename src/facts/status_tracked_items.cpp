// The items of a tracker: rows of a table, lines with a label, items below a grade.
#include <algorithm>

#include "facts/listed.hpp"
#include "facts/status_grades.hpp"
#include "facts/status_tracked_items.hpp"

namespace muster::facts {
namespace {

using model::Block;
using model::BlockKind;
using model::StatusValue;

bool has_kind(const Reading& reading, Span cell, std::initializer_list<WordKind> any) {
  const WordKinds& kinds = reading.lexicon.word_kinds();
  const std::vector<Word> words = words_of(reading.document, cell);
  return words.size() <= 7 && std::any_of(words.begin(), words.end(), [&](const Word& word) {
           return std::any_of(any.begin(), any.end(), [&](WordKind kind) { return kinds.is(word.text, kind); });
         });
}

// "Radio equipment", "R3: train the crew": names a thing or a task, and tells nothing.
bool a_label(const Said& said, std::size_t last) {
  constexpr std::size_t longest = 24;
  if (last == 0 || last > longest) return false;
  for (std::size_t i = 0; i < last; ++i) {
    if (said.is(i, WordKind::no_label)) return false;
    if (said.is(i, {"is", "are", "was", "were", "has", "have", "had"}) &&
        !(i > 0 && said.is(i - 1, {"there", "that", "which", "who"})))
      return false;
  }
  return true;
}

// "27", "1,204"; not a year
std::optional<std::uint32_t> whole_number(std::string_view text) {
  constexpr std::uint32_t most = 100'000;
  std::uint32_t value = 0;
  for (const char c : text) {
    if (c == ',') continue;
    if (c < '0' || c > '9' || value > most) return std::nullopt;
    value = 10 * value + static_cast<std::uint32_t>(c - '0');
  }
  const bool year = text.size() == 4 && value >= 1900 && value < 2100;
  return text.empty() || year ? std::nullopt : std::optional(value);
}

// "R3", "2.": a mark that opens another item
bool opens_item(const Said& said) {
  const std::string_view word = said.words.empty() ? std::string_view{} : said.words.front().text;
  return !word.empty() && word.size() <= 4 && word.back() >= '0' && word.back() <= '9';
}

}   // namespace

std::optional<Tail> tail_of(const Reading& reading, std::uint32_t sentence) {
  const auto& sentences = reading.layers.sentences;
  if (sentence >= sentences.size()) return std::nullopt;
  const std::string_view text = reading.document.text.folded();
  const Said said = read_sentence(reading, sentence);
  if (said.words.empty() || text[said.span.begin] == '"') return std::nullopt;
  for (std::size_t i = 0; i + 1 < said.words.size(); ++i) {
    const std::string_view gap = between(text, said.words[i].span.end, said.words[i + 1].span.begin);
    const bool colon = gap.starts_with(": "), dash = gap == " - " || gap == " -- ";
    if (!colon && !dash) continue;
    if (!a_label(said, i + 1)) return std::nullopt;
    // "Recommendation 4: …", "Rec 9 – …" are marks, not the item
    if (i >= (said.is(0, WordKind::numbered_request) || said.is(0, {"rec"}) ? 3U : 1U) ||
        (i == 0 && said.words[0].text.size() > 5 && !said.is(0, WordKind::status_column)))
      return Tail{sentence, i + 1};
  }
  if (sentence + 1 >= sentences.size() || sentences[sentence + 1].block > sentences[sentence].block + 1)
    return std::nullopt;
  const bool same = sentences[sentence + 1].block == sentences[sentence].block;
  const Block& block = reading.document.blocks[sentences[sentence].block];
  const bool item = block.kind == BlockKind::list_item || opens_item(said);
  if (!item || (!same && reading.document.blocks[sentences[sentence + 1].block].kind != BlockKind::paragraph))
    return std::nullopt;
  return Tail{sentence + 1, 0, true};
}

void TrackedItems::add(std::uint32_t sentence, Span quote, StatusValue value, Span subject, Span verdict) {
  model::Status status;
  status.evidence = evidence_of(reading_, sentence, *match_.rule);
  status.evidence.quote = quote;
  status.focus = verdict;
  status.phrase = reading_.document.text.string(verdict);
  status.confidence = model::Confidence::medium;
  status.status = value;
  status.subject = reading_.document.text.string(trimmed(reading_.document, subject, ":|-.\t;,"));
  mark_told(reading_, quote, told_);
  drafts_.statuses.push_back(std::move(status));
  ++added_;
}

// "Delivered", "Recommendations acted on in part", over a list.
void TrackedItems::below_grade(std::size_t head, StatusValue value) {
  const auto& blocks = reading_.document.blocks;
  const int level = blocks[head + 1].level;
  for (std::size_t b = head + 1; b < blocks.size() && b < head + most; ++b) {
    if (blocks[b].kind != BlockKind::list_item) break;
    const std::uint32_t s = first_sentence(reading_, b);
    if (blocks[b].level > level || s >= told_.size() || told_[s]) continue;
    if (read_sentence(reading_, s).is(0, {"that"})) continue;   // "That the report be noted": what a meeting resolved
    const Span quote = trimmed(reading_.document, blocks[b].content);
    add(s, quote, value, quote, quote);
  }
}

// "Radio equipment: brigades took delivery in June."
void TrackedItems::line(std::size_t block) {
  constexpr std::uint32_t longest_tail = 2;   // sentences
  const auto& sentences = reading_.layers.sentences;
  const std::uint32_t s = first_sentence(reading_, block);
  if (s >= sentences.size() || sentences[s].block != block || told_[s] || asked_now_[s] ||
      explains_a_grade(reading_, s))
    return;
  const auto tail = tail_of(reading_, s);
  if (!tail || told_[tail->sentence]) return;
  std::optional<StatusValue> value;
  std::size_t from = 0;
  std::uint32_t at = tail->sentence;
  const std::uint32_t of = sentences[at].block;
  for (; at < sentences.size() && sentences[at].block == of && at < tail->sentence + longest_tail; ++at) {
    const Said said = read_sentence(reading_, at);
    if (at > tail->sentence && opens_item(said)) break;
    from = at == tail->sentence ? tail->first : 0;
    value = standing_in(reading_, said, from, said.words.size(), tail->graded);
    if (value || tail->graded) break;
  }
  if (!value) return;
  const Span label = tail->sentence > s
                         ? sentences[s].span
                         : Span{sentences[s].span.begin, read_sentence(reading_, s).words[tail->first].span.begin};
  Span quote = sentences[s].span.join(sentences[at].span);
  quote.begin = std::max(quote.begin, reading_.document.blocks[block].content.begin);   // without its bullet
  lines_.push_back(
      {s, quote, *value, label,
       trimmed(reading_.document, {read_sentence(reading_, at).words[from].span.begin, sentences[at].span.end}, ".;"),
       tail->graded});
}

// One line alone is no run of them, unless a grade opens its answer.
void TrackedItems::add_lines() {
  if (lines_.size() > 1 || (lines_.size() == 1 && lines_.front().graded))
    for (const Line& line : lines_) add(line.sentence, line.quote, line.value, line.label, line.verdict);
  lines_.clear();
}

// What the cell says of how far the row's request has come.
std::optional<StatusValue> TrackedItems::in_cell(const TableKey& key, std::size_t block, Span cell,
                                                 bool asks_yes_or_no) const {
  const model::Document& document = reading_.document;
  const std::string said_so = plain(document.text.folded(trimmed(document, cell, ".:*")));
  if (asks_yes_or_no)
    if (const auto value = answer(said_so)) return value;
  if (const auto value = key.value(document.text.string(trimmed(document, cell)))) return value;
  const auto& sentences = reading_.layers.sentences;
  for (std::uint32_t s = first_sentence(reading_, block); s < sentences.size() && sentences[s].block == block; ++s) {
    if (!sentences[s].span.overlaps(cell)) continue;
    const Said said = read_sentence(reading_, s);
    std::size_t last = said.word_at(cell.end);
    if (last < said.words.size() && said.words[last].span.begin < cell.end) ++last;
    if (const auto value = standing_in(reading_, said, said.word_at(cell.begin), last)) return value;
  }
  return std::nullopt;
}

void TrackedItems::row(const TableKey& key, std::size_t block, std::size_t status_column, std::size_t request_column,
                       bool asks_yes_or_no) {
  const model::Document& document = reading_.document;
  const std::vector<Span> cells = cells_of(document, document.blocks[block].span);
  if (status_column >= cells.size() || request_column >= cells.size()) return;
  const std::uint32_t s = first_sentence(reading_, block);
  if (s >= told_.size() || reading_.layers.sentences[s].block != block || told_[s]) return;
  const Span cell = cells[status_column];
  const auto value = in_cell(key, block, cell, asks_yes_or_no);
  if (!value) return;
  const auto many = status_column == 0 ? whole_number(document.text.folded(trimmed(document, cells[request_column])))
                                       : std::nullopt;   // "Implemented | 27 | 28%": so many of them
  add(s, trimmed(document, document.blocks[block].content), *value, many ? Span{} : cells[request_column],
      trimmed(document, cell));
  if (many) drafts_.statuses.back().count = *many;
}

// Rows without a head: the last cell of most of them says how far.
void TrackedItems::rows_without_head(const TableKey& key, std::size_t first) {
  const model::Document& document = reading_.document;
  std::size_t rows = 0, graded = 0;
  for (std::size_t b = first; b < document.blocks.size() && b < first + most_rows; ++b) {
    if (document.blocks[b].kind == BlockKind::furniture) continue;
    if (document.blocks[b].kind != BlockKind::table_row) break;
    const std::vector<Span> cells = cells_of(document, document.blocks[b].span);
    ++rows;
    if (cells.size() > 1 && !cells.back().empty() && in_cell(key, b, cells.back(), false)) ++graded;
  }
  if (graded < 2 || graded * 2 < rows) return;
  for (std::size_t b = first; b < document.blocks.size() && b < first + most_rows; ++b) {
    if (document.blocks[b].kind == BlockKind::furniture) continue;
    if (document.blocks[b].kind != BlockKind::table_row) break;
    const std::vector<Span> cells = cells_of(document, document.blocks[b].span);
    if (cells.size() < 2) continue;
    std::size_t longest = 0;
    for (std::size_t c = 1; c + 1 < cells.size(); ++c)
      if (cells[c].size() > cells[longest].size()) longest = c;
    row(key, b, cells.size() - 1, longest, false);
  }
}

// The last column that heads verdicts, the first that heads what was asked for.
void TrackedItems::rows(std::size_t head) {
  const model::Document& document = reading_.document;
  const std::vector<Span> heads = cells_of(document, document.blocks[head].span);
  const TableKey key(reading_, head);
  std::size_t status = heads.size(), request = heads.size();
  bool plainly = false;
  for (std::size_t c = 0; c < heads.size(); ++c) {
    const bool asks = has_kind(reading_, heads[c], {WordKind::request_column});
    if (asks || (request == heads.size() && has_kind(reading_, heads[c], {WordKind::finding_column}))) {
      if (!plainly) request = c;
      plainly = plainly || asks;
    } else if (has_kind(reading_, heads[c], {WordKind::status_column})) {
      status = c;
    }
  }
  if (status == heads.size() || status == request) {
    if (under_requests(reading_, head)) rows_without_head(key, head);
    return;
  }
  if (request == heads.size()) {
    if (!lists_followed_up(reading_, head, 1)) return;
    request = status > 0 ? 0 : 1;
  }
  if (!plainly && !under_requests(reading_, head)) return;
  const std::string_view named = document.text.folded(heads[status]);
  const bool asks =
      named.find('?') != std::string_view::npos || has_kind(reading_, heads[status], {WordKind::done_column});
  for (std::size_t b = head + 1; b < document.blocks.size() && b < head + most_rows; ++b) {
    if (document.blocks[b].kind == BlockKind::furniture) continue;
    if (document.blocks[b].kind != BlockKind::table_row) break;
    row(key, b, status, request, asks);
  }
}

}   // namespace muster::facts
