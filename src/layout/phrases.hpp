// The words by which furniture and list headings are told, compiled for one look a line.
#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "muster/layout/blocks.hpp"

namespace muster::layout {

enum class Opens : std::uint8_t {
  nothing,
  links,      // the short lines that follow are links
  rest,       // what follows, to the end, are comments of readers
};

struct Found {
  bool furniture = false;
  Opens opens = Opens::nothing;
};

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};

struct Phrases::Tables {
  struct Phrase {
    std::string words;
    bool starts = false;     // only at the beginning of the line
    Opens opens = Opens::nothing;
  };
  std::unordered_map<std::string, Opens, StringHash, std::equal_to<>> lines;                    // the whole line
  std::size_t longest_line = 0;
  std::unordered_map<std::string, std::vector<Phrase>, StringHash, std::equal_to<>>
      by_first;   // by the phrase's first word
  std::bitset<16384> begins;   // their lengths and first two letters
  std::unordered_set<std::string, StringHash, std::equal_to<>> headings;
  std::unordered_set<std::string, StringHash, std::equal_to<>> verdicts;      // of scales
  std::unordered_set<std::string, StringHash, std::equal_to<>> grades;
  std::vector<std::string> earlier;   // beginnings of headings over what was asked for before
  std::unordered_set<std::string, StringHash, std::equal_to<>> first_names;   // in small letters

  // `plain` as plain_line() makes it. O(line).
  [[nodiscard]] Found look(std::string_view plain) const;
  [[nodiscard]] static std::size_t key_of(std::string_view word) {
    const auto low = [](char c) { return static_cast<std::size_t>(static_cast<unsigned char>(c) & 31U); };
    return low(word[0]) << 9U | low(word.size() > 1 ? word[1] : '\0') << 4U | (word.size() < 15 ? word.size() : 15U);
  }
  // "Not achieved", "Achieved (recommendation repeated, 4.51)". O(line).
  [[nodiscard]] bool is_verdict(std::string_view folded) const;
  [[nodiscard]] bool is_list_heading(std::string_view plain) const;
};

// A folded line as phrases are compared: small letters, single spaces, without bullet before, without
// counts "(12)" and signs behind. At most `most` characters of it.
void plain_line(std::string_view folded, std::string& out, std::size_t most = 700);

}  // namespace muster::layout
