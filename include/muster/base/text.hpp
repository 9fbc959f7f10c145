// Text: a document's normalised text, twice: as UTF-8 and folded.
//
// The folded copy has exactly ONE BYTE PER CODE POINT: ASCII as it is (case kept), letters with marks
// as their base letter ("é" -> 'e'), curly quotes as ' and ", dashes as '-', odd spaces as ' ', and the
// fold:: bytes below for the rest. So folded()[i] speaks of code point i, a Span indexes it directly,
// and a byte-wise regular expression over it can never cut a character. What is printed always comes
// from the UTF-8 copy. For ASCII text both are equal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "muster/base/span.hpp"

namespace muster::base {

// Bytes above ASCII that a folded text may hold. Patterns may not name them; code may.
namespace fold {
inline constexpr char letter = '\x80';      // a letter of another script, or without case
inline constexpr char upper = '\x81';       // an upper-case letter that has no ASCII look-alike
inline constexpr char symbol = '\x82';      // any other symbol, punctuation or unassigned
inline constexpr char ellipsis = '\x85';    // …
inline constexpr char bullet = '\x95';      // • ◦ ▪ ■ ◼ ● ‣ ⁃ · (at line start is up to layout), U+F0B7, U+F0A7, U+F06E
inline constexpr char ideograph = '\x83';   // Han, kana, hangul
inline constexpr char third = '\xA1';       // ⅓
inline constexpr char two_thirds = '\xA2';  // ⅔
inline constexpr char pound = '\xA3';       // £
inline constexpr char euro = '\xA4';        // €
inline constexpr char quarter = '\xBC';     // ¼
inline constexpr char half = '\xBD';        // ½
inline constexpr char three_quarters = '\xBE';  // ¾
inline constexpr char fifth = '\xA5';       // ⅕ (⅖ ⅗ ⅘ and eighths fold to symbol)
}  // namespace fold

// The folded byte of one code point (total; O(1) for ASCII, a small table otherwise).
[[nodiscard]] char fold_code_point(char32_t code_point);

class Text {
 public:
  Text() = default;
  // `utf8` must be valid UTF-8 (ingest makes it so); invalid bytes count as U+FFFD each but stay as
  // they are. O(n), one pass, memory 2n + n/64 for text that is not ASCII, 2n for ASCII.
  explicit Text(std::string utf8);

  [[nodiscard]] std::string_view utf8() const { return utf8_; }
  [[nodiscard]] std::string_view folded() const { return folded_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(folded_.size()); }
  [[nodiscard]] Span whole() const { return {0, size()}; }

  // Views are good until the Text is changed, moved or dies. A span past the end is cut to the text.
  [[nodiscard]] std::string_view utf8(Span span) const;
  [[nodiscard]] std::string_view folded(Span span) const;
  // The folded byte there; a blank past the end, for readers that look behind a word. O(1).
  [[nodiscard]] char folded_at(std::uint32_t at) const { return at < folded_.size() ? folded_[at] : ' '; }
  [[nodiscard]] std::string string(Span span) const { return std::string(utf8(span)); }

  // Byte offset in utf8() of a code point (O(1) + at most 256 code points walked), and back.
  [[nodiscard]] std::size_t byte_of(std::uint32_t code_point) const;
  [[nodiscard]] std::uint32_t code_point_at(std::size_t byte) const;

  // Replaces the one-byte character at `at` (a line break) by another one-byte character. Offsets do
  // not move. This is the only change a Text allows: layout joins wrapped lines with it.
  void replace_ascii(std::uint32_t at, char with);

 private:
  static constexpr std::uint32_t step_ = 256;
  std::string utf8_;
  std::string folded_;
  std::vector<std::size_t> checkpoints_;  // byte offset of every step_-th code point; empty when ASCII
};

}  // namespace muster::base
