// Headings over and inside lists: which end one, which only divide it.
#include <algorithm>

#include "facts/listed.hpp"
#include "facts/memory.hpp"

namespace muster::facts {

using model::Block;
using model::BlockKind;

bool only_digits(const model::Document& document, const Block& block) {
  const std::string_view text = document.text.folded(block.content);
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == ' ' || c == '-'; });
}

bool time_heading(const model::Document& document, const Block& block) {
  const std::vector<Word> words = words_of(document, block.content);
  return !words.empty() && words.size() <= 7 &&
         is_any(words.front().text, {"immediately", "within", "by", "before", "immediate", "urgently", "ongoing"});
}

namespace {

// The entry of list_ends that the heading answers to, or nullptr.
const model::VocabEntry* end_of(const Reading& reading, const Block& block) {
  const model::VocabList* list = reading.vocab.find("list_ends");
  if (list == nullptr) return nullptr;
  // "(Information for the school and others)", below a heading that asks: a remark
  if (!block.content.empty() && reading.document.text.folded_at(block.content.begin) == '(') return nullptr;
  // without what numbers it: "4. Evidence"
  const Span bare = trimmed(reading.document, block.content, " .:)(0123456789");
  const std::string_view text = reading.document.text.folded(bare);
  const WordPlaces places(text);
  for (const model::VocabEntry& entry : list->entries) {
    const std::string where = field_of(&entry, "where");
    const bool anywhere = where == "has", whole = where == "is";
    for (const std::string& form : entry.forms) {
      const std::size_t at = places.find(form);
      if (at == std::string_view::npos || (!anywhere && at != 0) || (whole && form.size() != text.size())) continue;
      return &entry;
    }
  }
  return nullptr;
}

bool heads_explanation(const Reading& reading, const Block& heading) {
  const std::vector<Word> words = words_of(reading.document, heading.content);
  if (words.size() == 1 && same_word(words[0].text, "key")) return true;
  // "Objectives, Scope, and Methodology" heads what was looked at, not what the grades mean
  if (std::any_of(words.begin(), words.end(), [](const Word& word) {
        return is_any(word.text, {"scope", "objective", "objectives"});
      }))
    return false;
  return words.size() <= 12 && std::any_of(words.begin(), words.end(), [](const Word& word) {
           return is_any(word.text, {"guide", "definition", "definitions", "meaning", "means", "glossary", "legend",
                                     "explained", "descriptors", "terminology", "methodology"});
         });
}

}   // namespace

bool ends_list(const Reading& reading, const Block& block) { return end_of(reading, block) != nullptr; }

bool heads_earlier(const Reading& reading, std::size_t block) {
  return once(memory_of(reading).heads_earlier[block], [&] {
    return field_of(end_of(reading, reading.document.blocks[block]), "earlier") == "yes";
  });
}

bool heads_box(const Reading& reading, const Block& block) { return field_of(end_of(reading, block), "box") == "yes"; }

bool under_explanation(const Reading& reading, std::size_t block) {
  const std::int32_t over = reading.document.blocks[block].heading;
  if (over < 0) return false;
  const auto heading = static_cast<std::size_t>(over);
  return once(memory_of(reading).under_explanation[heading],
              [&] { return heads_explanation(reading, reading.document.blocks[heading]); });
}

bool like_heading(const Reading& reading, std::size_t index) {
  const std::vector<Block>& blocks = reading.document.blocks;
  const Block& block = blocks[index];
  if (block.kind != BlockKind::paragraph || block.span.size() > 110 || !block.marker.empty()) return false;
  const std::string_view text = reading.document.text.folded(block.content);
  if (text.empty() || !(text.front() >= 'A' && text.front() <= 'Z')) return false;
  const char last = text.back();
  if (last == '.' || last == ';' || last == ',' || last == ':' || last == '?' || last == '!') return false;
  if (words_of(reading.document, block.content).size() > 14 || text.find(". (") != std::string_view::npos ||
      text.find_first_of("%|") != std::string_view::npos)
    return false;
  for (std::size_t next = index + 1; next < blocks.size() && next <= index + 4; ++next) {
    if (!blocks[next].readable()) continue;
    return blocks[next].kind == BlockKind::list_item || numbered(blocks[next]) ||
           lone_marker(reading.document, blocks[next]);
  }
  return false;
}

}   // namespace muster::facts
