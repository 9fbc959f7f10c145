// Trackers: rows and lines that say in free words how far what was asked for has come, and grades over lists.
#include "facts/status_tracked.hpp"

#include <algorithm>

#include "facts/listed.hpp"
#include "facts/status_grades.hpp"
#include "facts/status_then.hpp"
#include "facts/status_then_weigh.hpp"

namespace muster::facts {
namespace {

using model::Block;
using model::BlockKind;
using model::StatusValue;

constexpr std::size_t most_items = 200;

bool is_heading(const Block& block) { return block.kind == BlockKind::heading || block.kind == BlockKind::title; }

// The first sentence of a block, or the number of sentences where it has none.
std::uint32_t first_sentence(const Reading& reading, std::size_t block) {
  const auto& all = reading.layers.sentences;
  return static_cast<std::uint32_t>(
      std::partition_point(all.begin(), all.end(), [&](const model::Sentence& s) { return s.block < block; }) -
      all.begin());
}

// The longest grade that begins at word `first`: its value and the word behind it.
std::optional<std::pair<StatusValue, std::size_t>> leading_grade(const Reading& reading, const Said& said,
                                                                 std::size_t first, std::size_t last) {
  constexpr std::size_t longest = 6;
  const std::string_view text = reading.document.text.folded();
  const StatusWords& lists = reading.lexicon.status_words();
  last = std::min(last, said.words.size());
  for (std::size_t n = std::min(longest, last > first ? last - first : 0); n > 0; --n) {
    const std::size_t behind = first + n;
    const std::string_view words = between(text, said.words[first].span.begin, said.words[behind - 1].span.end);
    const auto value = lists.scale(words);
    if (!value) continue;
    // "Closed doors": the word goes with the next one
    if (behind < last && said.joined(behind - 1) &&
        !said.is(behind, {"by", "in", "on", "at", "as", "since", "from", "with", "under", "during", "following", "after",
                          "before", "for", "but", "though", "although", "except", "and", "per", "through", "to", "via",
                          "because", "when", "until", "pending", "this", "last"}) &&
        !said.is(behind - 1, {"by", "of"}))
      return std::nullopt;
    return std::pair(*value, behind);
  }
  return std::nullopt;
}

}   // namespace

bool falls_short(const Said& said, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i)
    if (said.is(i, {"but", "though", "although", "except", "while"}))
      for (std::size_t k = i + 1; k < last; ++k)
        if (said.is(k, Role::negation) || said.is(k, {"no", "only", "still", "yet", "few", "some"})) return true;
  return false;
}

namespace {

// Words that say that the lines below go through what was asked for: "where each stands", "what has happened since".
bool goes_through(const Said& said) {
  for (std::size_t i = 0; i < said.words.size(); ++i) {
    if (said.is(i, {"stand", "stands", "stood", "standing"}) &&
        (said.has({"where"}) || (i > 0 && said.is(i - 1, {"by"}))))
      return true;
    if (said.is(i, {"what"}) && (said.is(i + 1, {"has", "became", "happened", "follows"}) || said.is(i + 2, {"done"}))) return true;
    if (said.is(i, {"how"}) && said.has({"fared", "progressed", "stand"})) return true;
  }
  return said.has(WordKind::follow_up_heading) || said.has({"followed", "delivered", "since", "earlier"});
}

bool names_requests(const Said& said) {
  return said.has(WordKind::request_word) || said.has(WordKind::request_heading) ||
         said.has({"requirements", "asked", "advice", "proposed", "recommended", "points", "items", "item"});
}

// "Actions to be completed in a year"; but "still to be done"
bool to_be(const Said& said) {
  for (std::size_t i = 1; i + 1 < said.words.size(); ++i)
    if (said.is(i, {"to"}) && said.is(i + 1, {"be"}) && !said.is(i - 1, {"still", "yet", "have", "has", "remain", "remains"}))
      return true;
  return false;
}

struct Tail {
  std::uint32_t sentence = 0;   // in which it begins
  std::size_t first = 0;   // its first word there
  bool graded = false;   // behind a task of its own: only a grade says how far it has come
};

// "Radio equipment", "R3: train the crew": names a thing or a task, and tells nothing.
bool a_label(const Said& said, std::size_t last) {
  constexpr std::size_t longest = 24;
  if (last == 0 || last > longest) return false;
  for (std::size_t i = 0; i < last; ++i) {
    if (said.is(i, {"said", "says", "told", "he", "she", "they", "i", "we", "response", "responses", "reply", "conclusion",
                    "comment", "analysis", "judgment", "judgement", "compliance"}))
      return false;
    if (said.is(i, {"is", "are", "was", "were", "has", "have", "had"}) &&
        !(i > 0 && said.is(i - 1, {"there", "that", "which", "who"})))
      return false;
  }
  return true;
}

// "R3", "2.": a mark that opens another item
bool opens_item(const Said& said) {
  const std::string_view word = said.words.empty() ? std::string_view{} : said.words.front().text;
  return !word.empty() && word.size() <= 4 && word.back() >= '0' && word.back() <= '9';
}

// Behind "Radio equipment:", "Camera masts –", or behind the first sentence of an item: its label, or what it asks.
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
  if (!same && (!item || reading.document.blocks[sentences[sentence + 1].block].kind != BlockKind::paragraph))
    return std::nullopt;
  if (!item && !opens_item(said)) return std::nullopt;
  return Tail{sentence + 1, 0, true};
}

// "A = achieved", "● done": what the key beside the table says of a code of a few letters or a sign.
std::optional<StatusValue> code(const Reading& reading, std::size_t row, std::string_view cell) {
  constexpr std::size_t longest = 4, back = 60, ahead = 40, longest_key = 800, most_words = 6;
  if (cell.empty() || cell.size() > longest || (cell.front() >= 'a' && cell.front() <= 'z')) return std::nullopt;
  const model::Document& document = reading.document;
  const StatusWords& lists = reading.lexicon.status_words();
  for (std::size_t b = row > back ? row - back : 0; b < document.blocks.size() && b < row + ahead; ++b) {
    const Block& block = document.blocks[b];
    if (block.kind == BlockKind::table_row || block.span.size() > longest_key) continue;
    const std::string text = document.text.string(block.span);   // as written: folding makes all signs alike
    for (std::size_t at = text.find(cell); at != std::string_view::npos; at = text.find(cell, at + 1)) {
      if (at > 0 && std::string_view(" \n\t,;:(").find(text[at - 1]) == std::string_view::npos) continue;
      std::size_t from = at + cell.size();
      const bool sign = static_cast<unsigned char>(cell.front()) >= 0x80;
      bool marked = sign;
      while (from < text.size() && std::string_view(" =:-\t").find(text[from]) != std::string_view::npos) {
        marked = marked || text[from] == '=' || text[from] == ':' || text[from] == '-';
        ++from;
      }
      if (!marked) continue;
      const std::uint32_t begin = block.span.begin + static_cast<std::uint32_t>(from);
      const std::vector<Word> words = words_of(document, {begin, std::min(block.span.end, begin + 60)});
      for (std::size_t n = std::min(most_words, words.size()); n > 0; --n)
        if (const auto value = lists.scale(between(document.text.folded(), words[0].span.begin, words[n - 1].span.end)))
          return value;
    }
  }
  return std::nullopt;
}

struct Items {
  const Reading& reading;
  const model::Match& match;
  const std::vector<bool>& asked_now;
  std::vector<bool>& told;
  model::Drafts& drafts;
  std::size_t added = 0;
  struct Line {
    std::uint32_t sentence;
    Span quote;
    StatusValue value;
    Span label, verdict;
    bool graded;
  };
  std::vector<Line> read = {};

  void add(std::uint32_t sentence, Span quote, StatusValue value, Span subject, Span verdict) {
    model::Status status;
    status.evidence = evidence_of(reading, sentence, *match.rule);
    status.evidence.quote = quote;
    status.focus = verdict;
    status.phrase = reading.document.text.string(verdict);
    status.confidence = model::Confidence::medium;
    status.status = value;
    status.subject = reading.document.text.string(trimmed(reading.document, subject, ":|-.\t;,"));
    mark_told(reading, quote, told);
    drafts.statuses.push_back(std::move(status));
    ++added;
  }

  // "Delivered", "Recommendations acted on in part", over a list.
  void below_grade(std::size_t head, StatusValue value) {
    const auto& blocks = reading.document.blocks;
    const int level = blocks[head + 1].level;
    for (std::size_t b = head + 1; b < blocks.size() && b < head + most_items; ++b) {
      if (blocks[b].kind != BlockKind::list_item) break;
      const std::uint32_t s = first_sentence(reading, b);
      if (blocks[b].level > level || s >= told.size() || told[s]) continue;
      const Span quote = trimmed(reading.document, blocks[b].content);
      add(s, quote, value, quote, quote);
    }
  }

  // "Radio equipment: brigades took delivery in June."
  void line(std::size_t block) {
    constexpr std::uint32_t longest_tail = 2;   // sentences
    const auto& sentences = reading.layers.sentences;
    const std::uint32_t s = first_sentence(reading, block);
    if (s >= sentences.size() || sentences[s].block != block || told[s] || asked_now[s]) return;
    const auto tail = tail_of(reading, s);
    if (!tail || told[tail->sentence]) return;
    std::optional<StatusValue> value;
    std::size_t from = 0;
    std::uint32_t at = tail->sentence;
    const std::uint32_t of = sentences[at].block;
    for (; at < sentences.size() && sentences[at].block == of && at < tail->sentence + longest_tail; ++at) {
      const Said said = read_sentence(reading, at);
      if (at > tail->sentence && opens_item(said)) break;
      from = at == tail->sentence ? tail->first : 0;
      value = standing_in(reading, said, from, said.words.size(), tail->graded);
      if (value || tail->graded) break;
    }
    if (!value) return;
    const Span label = tail->sentence > s
                           ? sentences[s].span
                           : Span{sentences[s].span.begin, read_sentence(reading, s).words[tail->first].span.begin};
    Span quote = sentences[s].span.join(sentences[at].span);
    quote.begin = std::max(quote.begin, reading.document.blocks[block].content.begin);   // without its bullet
    read.push_back({s, quote, *value, label,
                    trimmed(reading.document, {read_sentence(reading, at).words[from].span.begin, sentences[at].span.end}, ".;"),
                    tail->graded});
  }

  // One line alone is no run of them, unless a grade opens its answer.
  void add_lines() {
    if (read.size() > 1 || (read.size() == 1 && read.front().graded))
      for (const Line& line : read) add(line.sentence, line.quote, line.value, line.label, line.verdict);
    read.clear();
  }

  // What the cell says of how far the row's request has come.
  std::optional<StatusValue> in_cell(std::size_t block, Span cell, bool asks_yes_or_no) const {
    const model::Document& document = reading.document;
    const std::string said_so = plain(document.text.folded(trimmed(document, cell, ".:*")));
    if (asks_yes_or_no)
      if (const auto value = answer(said_so)) return value;
    if (const auto value = code(reading, block, document.text.string(trimmed(document, cell)))) return value;
    const auto& sentences = reading.layers.sentences;
    for (std::uint32_t s = first_sentence(reading, block); s < sentences.size() && sentences[s].block == block; ++s) {
      if (!sentences[s].span.overlaps(cell)) continue;
      const Said said = read_sentence(reading, s);
      std::size_t last = said.word_at(cell.end);
      if (last < said.words.size() && said.words[last].span.begin < cell.end) ++last;
      if (const auto value = standing_in(reading, said, said.word_at(cell.begin), last)) return value;
    }
    return std::nullopt;
  }

  void row(std::size_t block, std::size_t status_column, std::size_t request_column, bool asks_yes_or_no) {
    const model::Document& document = reading.document;
    const std::vector<Span> cells = cells_of(document, document.blocks[block].span);
    if (status_column >= cells.size() || request_column >= cells.size()) return;
    const std::uint32_t s = first_sentence(reading, block);
    if (s >= told.size() || reading.layers.sentences[s].block != block || told[s]) return;
    const Span cell = cells[status_column];
    if (const auto value = in_cell(block, cell, asks_yes_or_no))
      add(s, trimmed(document, document.blocks[block].content), *value, cells[request_column], trimmed(document, cell));
  }

  // Rows without a head: the last cell of most of them says how far.
  void rows_without_head(std::size_t first) {
    const model::Document& document = reading.document;
    std::size_t rows = 0, graded = 0;
    for (std::size_t b = first; b < document.blocks.size() && b < first + most_items; ++b) {
      if (document.blocks[b].kind == BlockKind::furniture) continue;
      if (document.blocks[b].kind != BlockKind::table_row) break;
      const std::vector<Span> cells = cells_of(document, document.blocks[b].span);
      ++rows;
      if (cells.size() > 1 && !cells.back().empty() && in_cell(b, cells.back(), false)) ++graded;
    }
    if (graded < 2 || graded * 2 < rows) return;
    for (std::size_t b = first; b < document.blocks.size() && b < first + most_items; ++b) {
      if (document.blocks[b].kind == BlockKind::furniture) continue;
      if (document.blocks[b].kind != BlockKind::table_row) break;
      const std::vector<Span> cells = cells_of(document, document.blocks[b].span);
      if (cells.size() < 2) continue;
      std::size_t longest = 0;
      for (std::size_t c = 1; c + 1 < cells.size(); ++c)
        if (cells[c].size() > cells[longest].size()) longest = c;
      row(b, cells.size() - 1, longest, false);
    }
  }
};

bool has_kind(const Reading& reading, Span cell, std::initializer_list<WordKind> any) {
  const WordKinds& kinds = reading.lexicon.word_kinds();
  const std::vector<Word> words = words_of(reading.document, cell);
  return words.size() <= 7 && std::any_of(words.begin(), words.end(), [&](const Word& word) {
           return std::any_of(any.begin(), any.end(), [&](WordKind kind) { return kinds.is(word.text, kind); });
         });
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

// The last column that heads verdicts, the first that heads what was asked for.
void read_rows(const Reading& reading, std::size_t head, Items& items) {
  const model::Document& document = reading.document;
  const std::vector<Span> heads = cells_of(document, document.blocks[head].span);
  std::size_t status = heads.size(), request = heads.size();
  bool plainly = false;
  for (std::size_t c = 0; c < heads.size(); ++c) {
    const bool asks = has_kind(reading, heads[c], {WordKind::request_column});
    if (asks || (request == heads.size() && has_kind(reading, heads[c], {WordKind::finding_column}))) {
      if (!plainly) request = c;
      plainly = plainly || asks;
    } else if (has_kind(reading, heads[c], {WordKind::status_column})) {
      status = c;
    }
  }
  if (status == heads.size() || status == request) {
    if (under_requests(reading, head)) items.rows_without_head(head);
    return;
  }
  if (request == heads.size()) {
    if (!lists_followed_up(reading, head, 1)) return;
    request = status > 0 ? 0 : 1;
  }
  if (!plainly && !under_requests(reading, head)) return;
  const std::string_view named = document.text.folded(heads[status]);
  const bool asks = named.find('?') != std::string_view::npos || has_kind(reading, heads[status], {WordKind::done_column});
  for (std::size_t b = head + 1; b < document.blocks.size() && b < head + most_items; ++b) {
    if (document.blocks[b].kind == BlockKind::furniture) continue;
    if (document.blocks[b].kind != BlockKind::table_row) break;
    items.row(b, status, request, asks);
  }
}

}   // namespace

bool tells_of_requests(const Reading& reading, std::uint32_t sentence) {
  const Said said = read_sentence(reading, sentence);
  if (tells_what_was_asked(said)) return true;
  if (names_requests(said) && goes_through(said)) return true;
  const auto mentions = requests_in(reading, said);
  return std::any_of(mentions.begin(), mentions.end(), [](const RequestMention& m) { return m.strong && !m.look; });
}

namespace {

// "Coast line done, hill line not"; "delivered for council homes, still out to consultation for the rest"
bool by_parts(const Reading& reading, const Said& said, std::size_t first, std::size_t last) {
  bool done = false, short_of_it = false;
  std::size_t parts = 0;
  for (std::size_t begin = first; begin < last;) {
    std::size_t end = begin + 1;
    while (end < last && said.joined(end - 1)) ++end;
    const auto value = standing_in(reading, said, begin, end, false, false);
    const bool no = said.is(end - 1, {"not"});   // "hill line not"
    done = done || (value == StatusValue::met && !no);
    short_of_it = short_of_it || no || value == StatusValue::not_met || value == StatusValue::in_progress;
    begin = end;
    ++parts;
  }
  return parts == 2 && done && short_of_it;
}

}   // namespace

std::optional<StatusValue> standing_in(const Reading& reading, const Said& said, std::size_t first, std::size_t last,
                                       bool graded, bool parts) {
  last = std::min(last, said.words.size());
  if (first >= last) return std::nullopt;
  if (const auto grade = leading_grade(reading, said, first, last)) {
    if (parts && by_parts(reading, said, first, last)) return StatusValue::partly_met;
    const bool done = grade->first == StatusValue::met || grade->first == StatusValue::in_progress;
    return done && falls_short(said, grade->second, last) ? StatusValue::partly_met : grade->first;
  }
  if (graded || meant(said, first, last)) return std::nullopt;
  if (parts && by_parts(reading, said, first, last)) return StatusValue::partly_met;
  Stance stance;
  read_stance(reading.lexicon.status_words(), said, first, last, false, stance, true);
  auto value = stance.value();
  if (value && for_some(reading, said, first, last, *value)) value = StatusValue::partly_met;
  return value;
}

bool under_requests(const Reading& reading, std::size_t block) {
  constexpr std::uint32_t back = 5;
  if (lists_followed_up(reading, block, 2)) return true;
  const auto& sentences = reading.layers.sentences;
  const std::uint32_t at = first_sentence(reading, block);
  for (std::uint32_t step = 1; step <= back && step <= at; ++step) {
    const Block& before = reading.document.blocks[sentences[at - step].block];
    if (before.kind == BlockKind::table_row || before.kind == BlockKind::list_item) continue;
    if (sentences[at - step].span.size() < 600 && tells_of_requests(reading, at - step)) return true;
    if (is_heading(before) && step > 1) break;
  }
  return false;
}

bool opens_with_requests(const Reading& reading) {
  constexpr std::uint32_t opening = 20;   // sentences
  const auto size = static_cast<std::uint32_t>(reading.layers.sentences.size());
  for (std::uint32_t s = 0; s < std::min(opening, size); ++s)
    if (tells_of_requests(reading, s)) return true;
  return false;
}

void read_tracked(const Reading& reading, const model::Match& match, const std::vector<bool>& asked_now,
                  std::vector<bool>& told, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  const auto& blocks = reading.document.blocks;
  const std::size_t head = reading.layers.sentences[match.sentence].block;
  Items items{reading, match, asked_now, told, drafts};
  if (blocks[head].kind == BlockKind::table_row) {
    if (head > 0 && blocks[head - 1].kind == BlockKind::table_row) return;
    read_rows(reading, head, items);
  } else if (head + 1 < blocks.size() && blocks[head].kind != BlockKind::list_item) {
    const Said said = read_sentence(reading, match.sentence);
    const bool over_list = blocks[head + 1].kind == BlockKind::list_item;
    // "Recommendations acted on in full", "Still to be done": the grade of what is listed below
    constexpr std::size_t longest_head = 14;
    if (const auto lead = over_list && said.has({"following", "these", "below"}) ? take_lead(said, drafts) : std::nullopt)
      return items.below_grade(head, *lead);
    const bool stops = reading.document.text.folded_at(trimmed(reading.document, blocks[head].content).end - 1) == '.';
    if (over_list && said.words.size() <= longest_head && !stops && !to_be(said)) {
      std::size_t first = 0;
      while (first < said.words.size() && first < 8 && !leading_grade(reading, said, first, said.words.size())) ++first;
      const auto value = first < said.words.size() && first < 8
                             ? standing_in(reading, said, first, said.words.size())
                             : std::nullopt;
      if (value && (names_requests(said) || first == 0) && under_requests(reading, head + 1)) {
        while (take_lead(said, drafts)) {}   // what the head says is said of each
        return items.below_grade(head, *value);
      }
    }
    // The run of items or lines below, behind at most two paragraphs
    std::size_t first = head + 1;
    while (first < blocks.size() && first < head + 3 && blocks[first].kind == BlockKind::paragraph &&
           !tail_of(reading, first_sentence(reading, first)))
      ++first;
    if (first >= blocks.size()) return;
    const BlockKind kind = blocks[first].kind;
    if (kind == BlockKind::table_row) {
      read_rows(reading, first, items);
      return;
    }
    const bool listed = kind != BlockKind::paragraph;
    if ((listed && kind != BlockKind::list_item && !(is_heading(blocks[first]) && tail_of(reading, first_sentence(reading, first)))) ||
        !under_requests(reading, first))
      return;
    std::size_t answer = first;
    for (std::size_t b = first; b < blocks.size() && b < first + most_items; ++b) {
      if (blocks[b].kind == BlockKind::furniture) continue;
      if (blocks[b].kind != kind && blocks[b].kind != BlockKind::paragraph) break;
      const auto tail = blocks[b].kind == kind ? tail_of(reading, first_sentence(reading, b)) : std::nullopt;
      if (tail) items.line(b);
      // between items stand their answers; among paragraphs one that is neither ends the run
      else if (!listed && b > answer) break;
      if (tail) answer = std::max(answer, static_cast<std::size_t>(reading.layers.sentences[tail->sentence].block));
    }
    items.add_lines();
  }
  if (items.added == 0) refuse(refusals, match, "no line below tells how far something has come");
}

}   // namespace muster::facts
