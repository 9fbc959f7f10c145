// What the files of status_tracked*.cpp share: how far a few free words say that something has come, the key beside a
// table, and the items of a tracker. Private to them.
#pragma once

#include "facts/status_tracked.hpp"

namespace muster::facts {

// The first sentence of a block, or the number of sentences where it has none. O(log sentences)
[[nodiscard]] std::uint32_t first_sentence(const Reading& reading, std::size_t block);
// "The recommendations", "the advice": words for what was asked for, strong or weak.
[[nodiscard]] bool names_requests(const Said& said);
// The longest grade that begins at word `first`: its value and the word behind it.
[[nodiscard]] std::optional<std::pair<model::StatusValue, std::size_t>> leading_grade(const Reading& reading,
                                                                                      const Said& said,
                                                                                      std::size_t first,
                                                                                      std::size_t last);

// "A = achieved", "Key: ● done": what the text beside a table says of its codes.
class TableKey {
 public:
  // Looks through the blocks around the table once; linear in their text.
  TableKey(const Reading& reading, std::size_t table);
  // The value of a code of a few letters or a sign; empty for anything else.
  [[nodiscard]] std::optional<model::StatusValue> value(std::string_view cell) const;

 private:
  const Reading& reading_;
  std::vector<Span> keys_;
};

// Where an item tells how far it has come.
struct Tail {
  std::uint32_t sentence = 0;   // in which it begins
  std::size_t first = 0;   // its first word there
  bool graded = false;   // behind what the item asks: only a grade says how far it has come
};
// Behind "Radio equipment:", "Camera masts -", or behind the first sentence of an item.
[[nodiscard]] std::optional<Tail> tail_of(const Reading& reading, std::uint32_t sentence);

// The items of one tracker, and the statements that they give.
class TrackedItems {
 public:
  static constexpr std::size_t most = 200;   // lines of one run
  static constexpr std::size_t most_rows = 5000;   // of one table

  TrackedItems(const Reading& reading, const model::Match& match, const std::vector<bool>& asked_now,
               std::vector<bool>& told, model::Drafts& drafts)
      : reading_(reading), match_(match), asked_now_(asked_now), told_(told), drafts_(drafts) {}

  // "Delivered", "Recommendations acted on in part", over a list.
  void below_grade(std::size_t head, model::StatusValue value);
  // "Radio equipment: brigades took delivery in June." Kept until add_lines.
  void line(std::size_t block);
  // One line alone is no run of them, unless a grade opens its answer.
  void add_lines();
  // The rows of a table, from its head or its first row on.
  void rows(std::size_t head);
  [[nodiscard]] std::size_t added() const { return added_; }

 private:
  struct Line {
    std::uint32_t sentence;
    Span quote;
    model::StatusValue value;
    Span label, verdict;
    bool graded;
  };
  void add(std::uint32_t sentence, Span quote, model::StatusValue value, Span subject, Span verdict);
  [[nodiscard]] std::optional<model::StatusValue> in_cell(const TableKey& key, std::size_t block, Span cell,
                                                          bool asks_yes_or_no) const;
  void row(const TableKey& key, std::size_t block, std::size_t status_column, std::size_t request_column,
           bool asks_yes_or_no);
  void rows_without_head(const TableKey& key, std::size_t first);

  const Reading& reading_;
  const model::Match& match_;
  const std::vector<bool>& asked_now_;
  std::vector<bool>& told_;
  model::Drafts& drafts_;
  std::vector<Line> lines_;
  std::size_t added_ = 0;
};

}   // namespace muster::facts
