// Which pairs of neighbouring characters a text holds, so that most words that are not in it need no search.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace muster::facts {

// A text in lower case that many words are looked for in. O(text) to make.
class Searched {
 public:
  Searched() = default;
  explicit Searched(std::string text) : text_(std::move(text)) {
    for (std::size_t i = 0; i + 1 < text_.size(); ++i) note(text_[i], text_[i + 1]);
  }
  [[nodiscard]] const std::string& text() const { return text_; }
  // False: `words` is certainly not there.
  [[nodiscard]] bool may_hold(std::string_view words) const {
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
      if (!noted(words[i], words[i + 1])) return false;
    return true;
  }
  [[nodiscard]] std::size_t find(std::string_view words) const {
    return may_hold(words) ? text_.find(words) : std::string::npos;
  }
  [[nodiscard]] bool has(std::initializer_list<std::string_view> any) const {
    for (const std::string_view words : any)
      if (find(words) != std::string::npos) return true;
    return false;
  }

 private:
  // Ten bits of two characters: letters all differ, the rest may fall together.
  static unsigned pair(char a, char b) {
    return (static_cast<unsigned char>(a) & 31U) | (static_cast<unsigned char>(b) & 31U) << 5U;
  }
  void note(char a, char b) { pairs_[pair(a, b) / 64] |= std::uint64_t{1} << pair(a, b) % 64; }
  [[nodiscard]] bool noted(char a, char b) const { return (pairs_[pair(a, b) / 64] >> pair(a, b) % 64 & 1U) != 0; }

  std::string text_;
  std::array<std::uint64_t, 16> pairs_{};
};

}  // namespace muster::facts
