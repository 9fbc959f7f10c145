// Bytes of any charset that muster reads -> valid UTF-8, with the way back to the bytes.
//
// The charset is told by the bytes: a mark, then validity as UTF-8, then whether the high bytes look
// like western text; what a page declares only decides between the latin charsets. Nothing is
// normalised here: that is TextBuilder's work.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muster::ingest {

// Decoded bytes [begin, end) came from source bytes beginning at `source_begin`, regularly: each
// `utf8_unit` decoded bytes from `source_unit` source bytes. 1:1 are the same bytes; `one` maps whole.
struct DecodedRun {
  std::uint64_t begin = 0, end = 0;
  std::uint64_t source_begin = 0, source_end = 0;
  std::uint8_t utf8_unit = 1, source_unit = 1;
};

// Puts decoded text together; neighbours of the same manner are one run.
struct DecodedSink {
  std::string out;
  std::vector<DecodedRun> runs;
  void bytes(std::string_view text, std::uint64_t source);
  void character(char32_t c, std::uint64_t source, std::size_t source_length);

 private:
  void run(std::uint64_t utf8_length, std::uint64_t source, std::uint64_t source_length, std::uint8_t utf8_unit,
           std::uint8_t source_unit);
};

class Decoded {
 public:
  // Valid UTF-8. A view of the bytes that were decoded (which must then outlive this) or of a copy.
  [[nodiscard]] std::string_view utf8() const { return copied_ ? std::string_view(copy_) : bytes_; }
  // The source byte that the decoded byte `at` came from; of a position inside a character its beginning.
  [[nodiscard]] std::uint64_t source_of(std::uint64_t at) const;

  // Text that something else decoded: a view whose byte 0 is source byte `shift`, or a copy with runs.
  [[nodiscard]] static Decoded view(std::string_view utf8, std::uint64_t shift);
  [[nodiscard]] static Decoded copy(std::string utf8, std::vector<DecodedRun> runs);

  std::string charset = "utf-8";           // of the bytes, not what they claim
  std::string claimed;                     // the declared charset where it is another one, else ""
  std::uint64_t invalid = 0;               // sequences that became U+FFFD
  std::uint64_t nul = 0, repaired = 0;     // what cleaned() changed
  bool guessed = false;                    // neither mark, validity nor declaration told the charset
  std::vector<DecodedRun> runs;            // empty: decoded byte i is source byte i + shift
  std::uint64_t shift = 0;

 private:
  friend Decoded decode(std::string_view bytes, std::string_view declared);
  friend Decoded cleaned(Decoded&& decoded);
  std::string_view bytes_;
  std::string copy_;
  bool copied_ = false;
};

// `declared`: a charset label as pages write it ("ISO-8859-1", "utf-8"), or "". Never fails.
[[nodiscard]] Decoded decode(std::string_view bytes, std::string_view declared = {});

// WHATWG's name for a label of UTF-8, UTF-16 or a latin charset; "" for any other.
[[nodiscard]] std::string charset_of_label(std::string_view label);

// The code point that windows-1252 gives a byte, as WHATWG has it (total).
[[nodiscard]] char32_t from_windows_1252(unsigned char byte);
// The byte that windows-1252 gives a code point, or -1.
[[nodiscard]] int to_windows_1252(char32_t code_point);

// The valid UTF-8 prefix check of base, several times faster.
[[nodiscard]] bool valid_utf8(std::string_view bytes);

}  // namespace muster::ingest
