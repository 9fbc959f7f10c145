// The walk down one list, block by block, from its heading or lead-in to its last item. Private to facts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "facts/listed.hpp"

namespace muster::facts {

class Walk {
 public:
  Walk(const Reading& reading, const ListTrail& trail, model::Drafts& drafts)
      : reading_(reading), blocks_(reading.document.blocks), trail_(trail), drafts_(drafts) {}
  // Items from block `first` on; returns the block after them.
  std::size_t take(List& list, std::size_t first, bool lead_only);
  // Only items of deeper levels than this one.
  void stay_below(int level) { floor_ = level; }
  // The first item below a heading is an order or a duty: "Ensure that …", "The board should …".
  [[nodiscard]] bool asks_below(std::size_t i) const;
  // The numbers of the items go on below it.
  [[nodiscard]] bool number_goes_on(std::size_t i, bool or_begins = false) const;
  [[nodiscard]] std::size_t readable(std::size_t i) const;
  [[nodiscard]] bool list_below(std::size_t i) const;

 private:
  static LeadIn with(const LeadIn& before, LeadIn now);
  bool add(const List& list, const model::Block& block, Span text);
  // A numbered paragraph under a heading that asks: an item, unless the report's findings go on with it.
  [[nodiscard]] bool follows(const List& list, const model::Block& block, bool any) const;
  // What belongs to the item at `i`: deeper items, bullets below a number; on the next page, as `rest`.
  [[nodiscard]] std::size_t rest_of_item(const model::Block& block, std::size_t i, Span& text, std::string& rest) const;
  // "To do this, the provider must, at a minimum:" and its letters, below a numbered item.
  [[nodiscard]] bool with_list(std::size_t i) const;
  // "The ministry should:" and headings "1. Publish …", "2. Train …" with what is said of each below: the block after
  // the item and its text, or `i` if the heading is none.
  std::size_t heading_item(const List& list, std::size_t i);
  // Paragraphs without bullets that ask: each an item, or each of their sentences.
  bool paragraph_items(const List& list, std::size_t i);
  const Reading& reading_;
  const std::vector<model::Block>& blocks_;
  const ListTrail& trail_;
  model::Drafts& drafts_;
  int floor_ = 0;   // of the list's parent item
  std::size_t next_ = 0;   // the block after the paragraph that was read as an item
  std::ptrdiff_t dots_ = 0;   // inside that number
  std::uint32_t last_ = 0;   // the number of the last numbered item
};

// The passage below an item goes on with its sentence: "… of the" / "northern board".
[[nodiscard]] bool goes_on(const model::Document& document, Span item, Span next);
// "The board should:": leads to items and asks for nothing itself.
[[nodiscard]] bool only_leads(const Reading& reading, const model::Block& block);

}   // namespace muster::facts
