// What the files of list_*.cpp and recommendation_listed.cpp share: formal lists of what is asked for, from
// the heading or lead-in over them down to their last item. Private to facts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/recommendation.hpp"

namespace muster::facts {

// "Within three months the trust must:": who, how strongly and by when, for what stands below or behind.
struct LeadIn {
  std::string addressee, strength;
  std::optional<model::Deadline> deadline;
};

// What holds for every item of a list.
struct List {
  std::string label, level;
  LeadIn lead;
  model::Evidence like;
  bool mixed = false;   // conclusions stand between the requests: only what asks is an item
  bool asks = false;   // only what asks is an item, though nothing else is expected ("1. Sub-heading")
};

[[nodiscard]] LeadIn read_lead_in(const Reading& reading, Span span);
// The addressee is somebody or some body who can act ("The police"), not a thing ("Care plans").
[[nodiscard]] bool can_act(const Reading& reading, std::string_view who);
// The one whom a heading names: "What does the board need to improve?", "Recommendations for the trust", "To the
// governor".
[[nodiscard]] std::string addressee_in_heading(const Reading& reading, Span heading);

// --- headings over and inside lists
[[nodiscard]] inline bool is_heading(const model::Block& block) {
  return block.kind == model::BlockKind::heading || block.kind == model::BlockKind::title;
}
[[nodiscard]] bool only_digits(const model::Document& document,
                               const model::Block& block);   // a page number taken for one
[[nodiscard]] bool time_heading(const model::Document& document, const model::Block& block);   // "Within three months"
// "Key strengths", "Progress since …": what stands below is not asked for, whatever the list before.
[[nodiscard]] bool ends_list(const Reading& reading, const model::Block& block);
// "What the provider has done to meet requirements made at the last inspection": over earlier requests.
[[nodiscard]] bool heads_earlier(const Reading& reading, std::size_t block);
// "Case study: …": a box between the parts of a list.
[[nodiscard]] bool heads_box(const Reading& reading, const model::Block& block);
// "Glossary", "Assessment rating guide", "What the status means": the heading over the block explains words.
[[nodiscard]] bool under_explanation(const Reading& reading, std::size_t block);
// A paragraph that is a heading in small type: a few words, no stop, over an item.
[[nodiscard]] bool like_heading(const Reading& reading, std::size_t block);

// --- items
[[nodiscard]] bool ends_with_colon(const model::Document& document, Span span);
[[nodiscard]] bool numbered(const model::Block& block);
// The digits of the marker ("12" of "12.", "4" of "2.4"); 0 if it has none.
[[nodiscard]] std::uint32_t ordinal_of(const model::Block& block);
[[nodiscard]] std::string number_of(const model::Block& block);
// "2012-03-I-NC-1", on a line of its own over its request.
[[nodiscard]] bool code_alone(std::string_view text);
// The length of "2021/114" at the begin of "2021/114 Fit rails"; 0 if none stands there.
[[nodiscard]] std::size_t year_code(std::string_view text);
// "Recommendation 1: The Department …", "R4 Improve …": takes the number that stands before the text off it.
std::string take_number(const Reading& reading, Span& text);
// "… (Recommendation 4)": the same behind it.
std::string take_number_behind(const Reading& reading, Span& text);
// Where the last bracket of an item opens, and what stands in it; npos if it does not end with one.
[[nodiscard]] std::size_t last_bracket(std::string_view written, std::string_view& inside);
[[nodiscard]] bool lone_marker(const model::Document& document, const model::Block& block);
// "The board should …", "Ensure that …", "We recommend that …": asks at its very begin.
[[nodiscard]] bool is_own_item(const Reading& reading, Span span);
// Somewhere in it somebody is asked for something.
[[nodiscard]] bool asks_somewhere(const Reading& reading, Span span);
[[nodiscard]] std::string_view first_word(const Reading& reading, Span span);
// A paragraph of which every sentence asks: these sentences. Empty unless there are two.
[[nodiscard]] std::vector<Span> sentence_items(const Reading& reading, std::size_t block);
// Adds the item; false if it is none (a contents line, an introduction, two words). `rest` is what stands
// of it on the next page, behind that page's head.
bool add_item(const Reading& reading, const List& list, const model::Block& block, Span text, model::Drafts& drafts,
              const std::string& rest = {});

// "… This requirement was made on 3 April.", "… (2.7) Not achieved": the request without what became of it.
[[nodiscard]] Span without_history(const Reading& reading, Span text);
[[nodiscard]] Span without_verdict(const Reading& reading, Span text);

// "Area for improvement 1 / Ref: Regulation 13 / Stated: First time / To be completed by: 1 May": what stands
// over a request, or in the cell beside it.
struct ItemLabels {
  std::string number;
  std::optional<model::Deadline> deadline;
};
[[nodiscard]] std::optional<ItemLabels> labels_in(const Reading& reading, Span cell);
// "… Response by the registered person: …": what is answered in the same cell is no part of the request.
[[nodiscard]] Span without_answer(const Reading& reading, Span text);

// "Recommendation 4: …", and what stands below it.
void take_numbered(const Reading& reading, const model::Match& match, List& list, ListTrail& trail,
                   model::Drafts& drafts, std::vector<Refusal>* refusals);

// --- tables
// The cells of a row, between tabs or bars.
[[nodiscard]] std::vector<Span> cells_of(const model::Document& document, Span row);
// The rows of requests from block `first` on; returns the block after them.
std::size_t take_rows(const Reading& reading, const List& list, std::size_t first, model::Drafts& drafts);

}   // namespace muster::facts
