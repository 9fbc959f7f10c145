// Words -> which of them stand in a sentence, all found in one pass. A word begins where a word begins
// in the text and ends where one ends; "vacanc*" may go on. Spaces match any run of white space.
//
// A trie that is entered at the beginning of each word: no failure links are needed, because nothing
// begins inside a word. A node is 24 bytes and its children lie side by side; the first two letters are
// looked up at once, because most words of a text end there.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/flat.hpp"

namespace muster::rules {

struct Trigger {
  std::string word;          // folded, lower case; without the '*'
  bool prefix = false;
  std::uint32_t group = 0;   // what is reported when it is found
};

// Of a folded text, by byte: 1 letters and digits; 2 what is part of a word to muster or to its patterns and not to
// both (letters beyond ASCII, the underscore): a word may begin and end beside it.
inline constexpr std::array<std::uint8_t, 256> word_bytes = [] {
  std::array<std::uint8_t, 256> table{};
  for (unsigned u = 0; u < 256; ++u)
    if ((u >= '0' && u <= '9') || (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z')) table[u] = 1;
  table[0x80] = table[0x81] = table['_'] = 2;
  return table;
}();

class TriggerIndex {
 public:
  TriggerIndex() = default;
  // Of what flatten gave, which must outlive it.
  explicit TriggerIndex(std::string_view flat);

  // The index of the triggers, as bytes.
  [[nodiscard]] static std::string flatten(std::vector<Trigger> triggers);

  // Calls hit(group, begin, end) for every word that begins at `begin`, where a word of the text begins.
  template <class Hit>
  void at(std::string_view text, std::size_t begin, Hit&& hit) const {
    if (nodes_ != nullptr && (begin + 1 >= text.size() || begins(text[begin], text[begin + 1])))
      walk(text, begin, begin, root_.children, root_.first, hit);
  }

  // What may follow a word of the text that one of several words begins with: classes of bytes, and classes of
  // those behind white space. Nothing follows where both are 0.
  struct Onward {
    std::uint64_t here = 0, behind_space = 0;
    std::uint32_t first = 0, first_behind_space = 0;   // where those nodes lie
  };
  [[nodiscard]] Onward onward(std::string_view word) const;
  // Calls hit(group, begin, end) for every word that begins with text[begin, end), which `onward` was asked about,
  // and is longer.
  template <class Hit>
  void longer(const Onward& onward, std::string_view text, std::size_t begin, std::size_t end, Hit&& hit) const {
    if (onward.here == 0 || end >= text.size()) return;
    std::uint8_t c = class_of(text[end]);
    if (c == none_ || (onward.here >> c & 1U) == 0) return;
    if (c != space_) return walk(text, begin, end, onward.here, onward.first, hit);
    while (end < text.size() && (c = class_of(text[end])) == space_) ++end;
    if (end < text.size() && c != none_ && (onward.behind_space >> c & 1U) != 0)
      walk(text, begin, end, onward.behind_space, onward.first_behind_space, hit);
  }
  // Whether one of the words begins with this byte.
  [[nodiscard]] bool begins(char c) const { return nodes_ != nullptr && head_.pairs[class_of(c) & 0x7FU] != 0; }

  // Calls hit(group, begin, end) for every word found in a folded text, by beginning. A group is
  // reported as often as its words stand there.
  template <class Hit>
  void scan(std::string_view text, Hit&& hit) const {
    if (nodes_ == nullptr) return;
    bool inside = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::uint8_t kind = word_bytes[static_cast<unsigned char>(text[i])];
      if (!(kind != 0 && inside) && (i + 1 >= text.size() || begins(text[i], text[i + 1])))
        walk(text, i, i, root_.children, root_.first, hit);
      inside = kind == 1;
    }
  }

 private:
  struct Node {
    std::uint64_t children = 0;   // one bit a class
    std::uint32_t first = 0;      // index of the first child
    std::uint32_t outputs = 0;    // [outputs, outputs + count) in outputs_
    std::uint32_t count = 0;
    std::uint32_t unused = 0;
  };
  struct Output {
    std::uint32_t group;
    std::uint32_t prefix;
  };
  // What the bytes begin with; nodes and outputs follow.
  struct Head {
    std::array<std::uint64_t, 128> pairs{};      // by the class of the first byte: the classes of the second
    std::array<std::uint8_t, 256> class_of{};
    std::uint64_t nodes = 0;
  };

  [[nodiscard]] std::uint8_t class_of(char c) const { return head_.class_of[static_cast<unsigned char>(c)]; }

  // Goes on at text[i] from the node that has these children, the first of them there.
  template <class Hit>
  void walk(std::string_view text, std::size_t begin, std::size_t i, std::uint64_t children, std::uint32_t first,
            Hit& hit) const {
    while (i < text.size()) {
      const std::uint8_t c = class_of(text[i]);
      if (c == none_) return;
      const std::uint64_t bit = std::uint64_t{1} << c;
      if ((children & bit) == 0) return;
      const Node node = flat::at<Node>(nodes_, first + count_bits(children & (bit - 1)));
      children = node.children;
      first = node.first;
      ++i;
      if (c == space_)
        while (i < text.size() && class_of(text[i]) == space_) ++i;
      if (node.count == 0) continue;
      const bool ends = i >= text.size() || word_bytes[static_cast<unsigned char>(text[i])] != 1 ||
                        word_bytes[static_cast<unsigned char>(text[i - 1])] == 0;
      for (std::uint32_t o = node.outputs; o < node.outputs + node.count; ++o)
        if (const auto output = flat::at<Output>(outputs_, o); ends || output.prefix != 0) hit(output.group, begin, i);
    }
  }

  // Whether a word may begin with the two bytes, or be the first of them.
  [[nodiscard]] bool begins(char a, char b) const {
    return ((head_.pairs[head_.class_of[static_cast<unsigned char>(a)] & 0x7FU] >>
             (head_.class_of[static_cast<unsigned char>(b)] & 0x3FU)) &
            1U) != 0;
  }

  // Not std::popcount: without a flag for the machine it is a call.
  [[nodiscard]] static std::uint32_t count_bits(std::uint64_t x) {
    x -= (x >> 1U) & 0x5555555555555555U;
    x = (x & 0x3333333333333333U) + ((x >> 2U) & 0x3333333333333333U);
    x = (x + (x >> 4U)) & 0x0F0F0F0F0F0F0F0FU;
    return static_cast<std::uint32_t>((x * 0x0101010101010101U) >> 56U);
  }

  static constexpr std::uint8_t none_ = 0xFF;
  static constexpr std::uint8_t space_ = 0;
  Head head_;
  Node root_;
  const char* nodes_ = nullptr;     // none: no triggers
  const char* outputs_ = nullptr;
};

// A word of `when` as written -> a Trigger: folded, lower case, spaces single, '*' taken off. An empty
// word comes out empty.
[[nodiscard]] Trigger make_trigger(std::string_view written, std::uint32_t group);

}  // namespace muster::rules
