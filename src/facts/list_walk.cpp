#include "facts/list_walk.hpp"

#include <algorithm>

#include "facts/status_roles.hpp"

namespace muster::facts {

using model::Block;
using model::BlockKind;

namespace {

// "Not achieved", "Achieved (repeated, 4.51)": the verdict on the item above, in a list of what was asked before.
bool is_verdict(const Reading& reading, const Block& block) {
  constexpr std::uint32_t longest = 120;
  if (block.kind != BlockKind::paragraph || block.content.size() > longest) return false;
  std::string_view written = reading.document.text.folded(block.content);
  // "Safety Recommendation M-12-3 is classified Closed"
  const std::size_t said = find_words(written, "recommendation");
  if (said <= 8 && (find_words(written.substr(0, 60), "is classified") != std::string_view::npos ||
                    find_words(written.substr(0, 60), "is reclassified") != std::string_view::npos))
    return true;
  if (written.ends_with(')')) written = written.substr(0, written.find('('));
  if (constexpr std::string_view label = "status: "; same_word(written.substr(0, label.size()), label))
    written.remove_prefix(label.size());
  while (!written.empty() && (written.back() == ' ' || written.back() == '.')) written.remove_suffix(1);
  return reading.lexicon.status_words().scale(written).has_value();
}

// The length of "a " or "A. " before an order; 0 if the paragraph begins with none.
std::size_t bare_letter(const Reading& reading, const Block& block) {
  const std::string_view text = reading.document.text.folded(block.content);
  if (text.size() < 12) return 0;
  const bool small = text[0] >= 'a' && text[0] <= 'z' && text[1] == ' ',
             capital = text[0] >= 'A' && text[0] <= 'Z' && text[1] == '.' && text[2] == ' ';
  const std::size_t length = small ? 2 : capital ? 3 : 0;
  if (length == 0) return 0;
  return is_ask_verb(reading,
                     first_word(reading, {block.content.begin + static_cast<std::uint32_t>(length), block.content.end}))
             ? length
             : 0;
}

}   // namespace

std::size_t Walk::take(List& list, std::size_t first, bool lead_only) {
  std::size_t i = first;
  bool any = false;
  while (i < blocks_.size()) {
    const Block& block = blocks_[i];
    if (!block.readable()) {
      ++i;
      continue;
    }
    if (block.kind == BlockKind::heading && only_digits(reading_.document, block)) {
      ++i;
      continue;
    }
    if (is_heading(block)) {
      if (const std::size_t after = heading_item(list, i); after > i) {
        any = true;
        i = after;
        continue;
      }
      break;
    }
    if (i > first && trail_.numbers_itself(i)) break;
    // "3.3 Response to the last report", in the type of the text
    constexpr std::uint32_t longest_heading = 80;
    if (i > first && block.kind == BlockKind::paragraph && numbered(block) && block.content.size() < longest_heading &&
        std::string_view(".;:,").find(reading_.document.text.folded_at(block.content.end - 1)) ==
            std::string_view::npos &&
        ends_list(reading_, block))
      break;
    if (floor_ > 0 && block.kind == BlockKind::list_item && block.level <= floor_) break;
    if (lone_marker(reading_.document, block)) {
      std::size_t next = readable(i + 1);
      const bool named = next < blocks_.size() && blocks_[next].kind == BlockKind::heading &&
                         is_ask_verb(reading_, first_word(reading_, blocks_[next].content));
      if (next >= blocks_.size() || (blocks_[next].kind != BlockKind::paragraph && !named) ||
          lone_marker(reading_.document, blocks_[next]))
        break;
      Block item = blocks_[next];
      item.marker = reading_.document.text.string(block.span);
      item.kind = BlockKind::list_item;
      Span text = item.content;
      std::size_t end = next + 1;
      if (end < blocks_.size() && blocks_[end].kind == BlockKind::paragraph &&
          goes_on(reading_.document, text, blocks_[end].content))
        text = text.join(blocks_[end++].content);
      any |= add(list, item, text);
      i = end;
      continue;
    }
    // "1 The intent of this recommendation is …", and below it the recommendation
    if (const std::string_view text = reading_.document.text.folded(block.content);
        find_words(text.substr(0, 60), "the intent of this recommendation") <= 4) {
      const std::size_t next = readable(i + 1);
      const auto& sentences = reading_.layers.sentences;
      auto second =
          std::lower_bound(sentences.begin(), sentences.end(), i,
                           [](const model::Sentence& sentence, std::size_t key) { return sentence.block < key; });
      if (second != sentences.end() && second->block == i && ++second != sentences.end() &&
          second->block == i) {   // in one paragraph
        Block item = block;
        if (item.marker.empty())
          item.marker = std::string(text.substr(0, std::min(text.find_first_not_of("0123456789"), text.size())));
        any |= add(list, item, {second->span.begin, block.content.end});
        ++i;
        continue;
      }
      if (next < blocks_.size() && blocks_[next].kind == BlockKind::paragraph && !numbered(blocks_[next])) {
        Block item = blocks_[next];
        item.marker = block.marker.empty()
                          ? std::string(text.substr(0, std::min(text.find_first_not_of("0123456789"), text.size())))
                          : block.marker;
        any |= add(list, item, item.content);
        if (numbered(block)) last_ = ordinal_of(block);
        i = next + 1;
        continue;
      }
    }
    if (block.kind == BlockKind::list_item || (block.kind == BlockKind::paragraph && numbered(block))) {
      if (only_leads(reading_, block)) {
        list.lead = with(list.lead, read_lead_in(reading_, block.content));
        ++i;
        continue;
      }
      if (block.kind == BlockKind::paragraph && lead_only && any && ordinal_of(block) != last_ + 1) break;
      if (lead_only && !any && numbered(block) && number_of(block).find('.') != std::string::npos &&
          block.content.size() > 300)
        break;   // the report goes on
      if (block.kind == BlockKind::paragraph && !list.mixed && !follows(list, block, any)) break;
      // "14." and then "6.177.": the report's own paragraphs go on
      const auto dots =
          std::count(block.marker.begin(), block.marker.end() - (block.marker.ends_with('.') ? 1 : 0), '.');
      if (numbered(block)) {
        if (any && last_ != 0 && dots != dots_) break;
        dots_ = dots;
      }
      Span text = block.content;
      std::string rest;
      i = rest_of_item(block, i, text, rest);
      any |= add_item(reading_, list, block, text, drafts_, rest);
      if (numbered(block)) last_ = ordinal_of(block);
      continue;
    }
    if (block.kind == BlockKind::table_row) {
      if (lead_only && any) break;
      const std::size_t before = drafts_.recommendations.size();
      i = take_rows(reading_, list, i, drafts_);
      any |= drafts_.recommendations.size() > before;
      continue;
    }
    if (any && (is_verdict(reading_, block) || (block.kind == BlockKind::paragraph && block.content.size() < 400 &&
                                                trail_.answered_in(block.content)))) {
      ++i;
      continue;
    }
    // "a survey all walls", "A. Publish …": letters that a page's layout has not told from the text
    if (const std::size_t letter =
            block.kind == BlockKind::paragraph && block.marker.empty() ? bare_letter(reading_, block) : 0;
        letter > 0 && (any || !list.lead.strength.empty())) {
      Block item = block;
      item.marker = reading_.document.text.string({block.content.begin, block.content.begin + 1});
      item.content.begin += static_cast<std::uint32_t>(letter);
      any |= add(list, item, without_answer(reading_, item.content));
      ++i;
      continue;
    }
    if (block.kind != BlockKind::paragraph ||
        (lead_only && year_code(reading_.document.text.folded(block.content)) == 0))
      break;
    if (const std::optional<ItemLabels> labels = labels_in(reading_, block.content);
        labels && block.content.size() < 300) {
      const std::size_t next = readable(i + 1);
      if (next < blocks_.size() && blocks_[next].kind == BlockKind::paragraph) {
        Block item = blocks_[next];
        item.marker = labels->number;
        List own = list;
        if (labels->deadline) own.lead.deadline = labels->deadline;
        any |= add(own, item, without_answer(reading_, item.content));
        i = next + 1;
        continue;
      }
    }
    if (like_heading(reading_, i) && (!any || asks_below(i) || number_goes_on(i))) {
      list.label = reading_.document.text.string(trimmed(reading_.document, block.content, ".:"));
      ++i;
      continue;
    }
    if (paragraph_items(list, i)) {
      any = true;
      i = std::max(i + 1, next_);
      continue;
    }
    if (ends_with_colon(reading_.document, block.span)) {
      list.lead = with(list.lead, read_lead_in(reading_, block.content));
      ++i;
      continue;
    }
    if (any && !number_goes_on(i)) break;
    ++i;
  }
  return i;
}

}   // namespace muster::facts
