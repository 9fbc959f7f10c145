// Decoded text -> normalised text with its map: line ends as LF, no soft hyphens or zero-width
// characters, ligatures written out, the commonest mojibake repaired, NUL as U+FFFD. Every reader
// of a format puts its text together with one of these.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/encoding.hpp"
#include "muster/model/source.hpp"

namespace muster::ingest {

class TextBuilder {
 public:
  // `expected`: bytes of text to come, to save growing.
  explicit TextBuilder(std::size_t expected = 0) { utf8_.reserve(expected); }

  // Appends a stretch of valid UTF-8 that stands at byte `at` of the decoded text.
  void append(std::string_view utf8, std::uint64_t at);
  // Appends characters that stand for the decoded bytes [from, to): an entity, an escape.
  void append_for(std::string_view utf8, std::uint64_t from, std::uint64_t to);
  // Appends white space that no byte stands for ("\n" between blocks, " " between cells).
  void append_space(std::string_view ascii);

  // Code points so far: the beginning of what is appended next.
  [[nodiscard]] std::uint32_t size() const { return points_; }
  [[nodiscard]] std::string_view utf8() const { return utf8_; }

  // Hands text, map and warnings over to `source`; `decoded` is what the offsets speak of. The builder
  // is empty afterwards.
  void finish(const Decoded& decoded, model::Source& source);

 private:
  void verbatim(std::string_view utf8, std::uint64_t at);
  void put(std::string_view utf8, std::uint64_t from, std::uint64_t to);

  friend Decoded cleaned(Decoded&& decoded);
  std::string utf8_;
  std::uint32_t points_ = 0;
  std::vector<model::MapPiece> pieces_;   // source offsets are of the decoded text until finish
  std::uint64_t nul_ = 0;
  std::uint64_t repaired_ = 0;
};

// The decoded text as TextBuilder would write it, still as decoded text: for readers that put their
// text together themselves. Cheap when there is nothing to change.
[[nodiscard]] Decoded cleaned(Decoded&& decoded);

// Turns a map into the bytes of decoded text (`map.pieces` of `text`) into one into the source's bytes.
void lead_back(model::SourceMap& map, const base::Text& text, const Decoded& decoded);

// What was odd about the bytes, as warnings of `source`; and its charset.
void note_encoding(const Decoded& decoded, model::Source& source);

}  // namespace muster::ingest
