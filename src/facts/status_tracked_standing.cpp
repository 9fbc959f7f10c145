// How far a few free words say that something has come: a grade that they begin with, else their stance; and what the
// key beside a table says of its codes.
#include <algorithm>

#include "facts/status_then.hpp"
#include "facts/status_then_weigh.hpp"
#include "facts/status_tracked_items.hpp"

namespace muster::facts {
namespace {

using model::Block;
using model::BlockKind;
using model::StatusValue;

// "Coast line done, hill line not"; "delivered for council homes, still out to consultation for the rest"
bool by_parts(const Reading& reading, const Said& said, std::size_t first, std::size_t last) {
  bool done = false, short_of_it = false;
  std::size_t parts = 0;
  for (std::size_t begin = first; begin < last;) {
    std::size_t end = begin + 1;
    while (end < last && said.joined(end - 1)) ++end;
    auto value = standing_in(reading, said, begin, end, false, false);
    if (!value) value = reading.lexicon.status_words().scale(said.words[end - 1].text);   // "coast line done"
    const bool no = said.is(end - 1, {"not"});   // "hill line not"
    done = done || (value == StatusValue::met && !no);
    short_of_it = short_of_it || no || value == StatusValue::not_met || value == StatusValue::in_progress;
    begin = end;
    ++parts;
  }
  return parts == 2 && done && short_of_it;
}

}   // namespace

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
    if (said.is(behind, {"for"}) && said.is(behind - 1, {"closed", "open"})) return std::nullopt;   // "for the winter"
    // "Closed doors": the word goes with the next one
    if (behind < last && said.joined(behind - 1) && !said.is(behind, WordKind::behind_a_grade) &&
        !said.is(behind - 1, {"by", "of"}))
      return std::nullopt;
    return std::pair(*value, behind);
  }
  return std::nullopt;
}

bool falls_short(const Said& said, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i)
    if (said.is(i, {"but", "though", "although", "except", "while"}))
      for (std::size_t k = i + 1; k < last; ++k)
        if (said.is(k, Role::negation) || said.is(k, {"no", "only", "still", "yet", "few", "some"})) return true;
  return false;
}

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

TableKey::TableKey(const Reading& reading, std::size_t table) : reading_(reading) {
  constexpr std::size_t back = 60, ahead = 40, longest = 800;
  const auto& blocks = reading.document.blocks;
  for (std::size_t b = table > back ? table - back : 0; b < blocks.size() && b < table + ahead; ++b) {
    const Block& block = blocks[b];
    if (block.kind == BlockKind::table_row || block.span.size() > longest) continue;
    const std::string_view text = reading.document.text.folded(block.span);
    // "Key: …", "A = achieved"
    if (text.find('=') != std::string_view::npos || same_word(text.substr(0, 3), "key") ||
        same_word(text.substr(0, 6), "legend"))
      keys_.push_back(block.span);
  }
}

std::optional<StatusValue> TableKey::value(std::string_view cell) const {
  constexpr std::size_t longest = 4, most_words = 6, meaning = 60;
  if (cell.empty() || cell.size() > longest || (cell.front() >= 'a' && cell.front() <= 'z')) return std::nullopt;
  const model::Document& document = reading_.document;
  const bool sign = static_cast<unsigned char>(cell.front()) >= 0x80;
  for (const Span key : keys_) {
    const std::string text = document.text.string(key);   // as written: folding makes all signs alike
    for (std::size_t at = text.find(cell); at != std::string::npos; at = text.find(cell, at + 1)) {
      if (at > 0 && std::string_view(" \n\t,;:(").find(text[at - 1]) == std::string_view::npos) continue;
      std::size_t from = at + cell.size();
      bool marked = sign;
      for (; from < text.size() && std::string_view(" =:-\t").find(text[from]) != std::string_view::npos; ++from)
        marked = marked || text[from] == '=' || text[from] == ':' || text[from] == '-';
      if (!marked) continue;
      const std::uint32_t begin = key.begin + static_cast<std::uint32_t>(from);
      const std::vector<Word> words = words_of(document, {begin, std::min<std::uint32_t>(key.end, begin + meaning)});
      for (std::size_t n = std::min(most_words, words.size()); n > 0; --n)
        if (const auto value = reading_.lexicon.status_words().scale(
                between(document.text.folded(), words[0].span.begin, words[n - 1].span.end)))
          return value;
    }
  }
  return std::nullopt;
}

}   // namespace muster::facts
