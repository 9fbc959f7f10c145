// SPDX-License-Identifier: AGPL-3.0-or-later
// Marked content that says what its glyphs stand for (/ActualText): a ligature, a soft hyphen, a bullet.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace muster::pdf_worker {

class Marked {
 public:
  void clear() { open_.clear(), replaced_ = 0, text_.clear(), given_ = false; }
  // `actual`: UTF-8, or nullptr where the content says nothing.
  void begin(const char* actual) {
    const bool outermost = replaced_ == 0 && actual != nullptr && usable(actual);
    open_.push_back(outermost);
    if (outermost) {
      std::string_view text = actual;
      blank_ = !text.empty() && text.find_first_not_of(white) == std::string_view::npos;
      text.remove_prefix(std::min(text.size(), text.find_first_not_of(white)));
      text_ = text.substr(0, text.find_last_not_of(white) + 1);
      given_ = text_.empty();
      ++replaced_;
    }
  }
  // Whether the text that ends here was only white space: a space in the words' sense.
  bool end() {
    if (open_.empty()) return false;
    const bool was = open_.back();
    open_.pop_back();
    if (!was) return false;
    --replaced_;
    return blank_;
  }
  [[nodiscard]] bool replacing() const { return replaced_ > 0; }
  // The text for a glyph's letters: of a replaced stretch the first glyph gets it all, the others nothing.
  [[nodiscard]] std::string_view replace(std::string_view letters) {
    if (replaced_ == 0) return letters;
    if (given_) return {};
    given_ = true;
    return text_;
  }

 private:
  // Whole sentences as ActualText would lose their words' places: the glyphs say them as well.
  static bool usable(std::string_view text) {
    return text.size() <= 24 && text.substr(0, text.find_last_not_of(white) + 1).find(' ', 1) == std::string_view::npos;
  }
  static constexpr std::string_view white = " \t\n\r";

  std::vector<bool> open_;
  int replaced_ = 0;
  std::string text_;
  bool given_ = false, blank_ = false;
};

}  // namespace muster::pdf_worker
