#include "ingest/build.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "muster/base/utf8.hpp"

using muster::ingest::decode;
using muster::ingest::Decoded;
using muster::ingest::TextBuilder;
namespace model = muster::model;

namespace {

model::Source build(std::string_view bytes) {
  const Decoded decoded = decode(bytes);
  TextBuilder builder;
  builder.append(decoded.utf8(), 0);
  model::Source source;
  builder.finish(decoded, source);
  return source;
}

// The promises of a map: pieces in order, inside the source, verbatim bytes equal, sources ascending.
void check_map(const model::Source& source, std::string_view bytes) {
  std::uint32_t text_end = 0;
  std::uint64_t source_end = 0;
  for (const model::MapPiece& p : source.map.pieces) {
    CHECK(p.text.begin >= text_end);
    CHECK(p.text.end > p.text.begin);
    CHECK(p.source_begin >= source_end);
    CHECK(p.source_end >= p.source_begin);
    CHECK(p.source_end <= bytes.size());
    if (p.verbatim) CHECK(source.text.utf8(p.text) == bytes.substr(p.source_begin, p.source_end - p.source_begin));
    text_end = p.text.end;
    source_end = p.source_end;
  }
  CHECK(text_end <= source.text.size());
  std::uint64_t last = 0;
  for (std::uint32_t i = 0; i < source.text.size(); ++i) {
    const auto [from, to] = source.map.source_of({i, i + 1}, source.text);
    CHECK(from >= last);
    CHECK(to >= from);
    CHECK(to <= bytes.size());
    last = from;
  }
}

}  // namespace

TEST_SUITE("ingest") {
  TEST_CASE("build: text is normalised, whatever the bytes") {
    struct Row { std::string bytes, text, charset; };
    using namespace std::string_literals;
    const std::vector<Row> rows = {
        {"a\r\nb\rc\n", "a\nb\nc\n", "utf-8"},
        {"\xEF\xBB\xBFmarked", "marked", "utf-8"},
        {"re\xC2\xADport zero\xE2\x80\x8Bwidth \xEF\xBB\xBF", "report zerowidth ", "utf-8"},
        {"of\xEF\xAC\x81" "ce o\xEF\xAC\x80 \xEF\xAC\x83", "office off ffi", "utf-8"},
        {"a\0b"s, "a\xEF\xBF\xBD" "b", "utf-8"},
        {"ok \xFF\xFE end", "ok \xEF\xBF\xBD\xEF\xBF\xBD end", "utf-8"},
        {"cut \xE2\x80", "cut \xEF\xBF\xBD", "utf-8"},
        {"caf\xE9 \x93quoted\x94 \x96 \xA3" "3m", "café “quoted” – £3m", "windows-1252"},
        {"\xFF\xFEh\0i\0\x19\x20"s, "hi’", "utf-16le"},
        {"\xFE\xFF\0h\0i\x20\x19\xD8\x3D\xDE\x00"s, "hi’\xF0\x9F\x98\x80", "utf-16be"},
        {"trustâ€™s â€œnearâ€\xC2\x9D costs Â£3m cafÃ©", "trust’s “near” costs £3m café", "utf-8"},
        {"said â€œyesâ€ and", "said “yes” and", "utf-8"},
        {"it\xC2\x92s", "it’s", "utf-8"},
        {"château, Ãustria, IRMÃ\xC2\xA0" "E", "château, Ãustria, IRMÃ\xC2\xA0" "E", "utf-8"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.bytes);
      const model::Source source = build(row.bytes);
      CHECK(source.text.utf8() == row.text);
      CHECK(source.info.charset == row.charset);
      check_map(source, row.bytes);
    }
  }

  TEST_CASE("build: plain text is one piece, a wrapped Windows file one a line") {
    CHECK(build("one – two\nthree ½\n").map.pieces.size() == 1);
    CHECK(build("one\r\ntwo\r\n").map.pieces.size() == 3);
    CHECK(build("").map.pieces.empty());
  }

  TEST_CASE("build: one warning each for what was invalid and what was repaired") {
    const model::Source source = build(std::string("a\0b \xFF Â£5 â€™", 17));
    REQUIRE(source.warnings.size() == 2);
    CHECK(muster::base::code_text(source.warnings[0].code) == "text.encoding");
    CHECK(muster::base::code_text(source.warnings[1].code) == "text.invalid");
    CHECK(source.warnings[1].message == "2 invalid byte sequences became U+FFFD (1 of them NUL)");
  }

  TEST_CASE("build: the map holds for generated text in every charset") {
    const std::vector<std::string> bits = {"a", " ", "\n", "\r\n", "\r", "é", "–", "😀", "\xC2\xAD", "\xE2\x80\x8B", "ﬁ",
                                           "â€™", "Â£", "Ã©", "\xFF", std::string(1, '\0'), "儿", "\xE2\x80"};
    std::uint32_t state = 7;
    const auto next = [&state](std::uint32_t n) { return (state = state * 1664525U + 1013904223U) / 65536U % n; };
    for (int round = 0; round < 300; ++round) {
      std::string bytes;
      for (std::uint32_t n = next(30); n > 0; --n) bytes += bits[next(static_cast<std::uint32_t>(bits.size()))];
      if (round % 3 == 1) {   // the same as UTF-16
        std::string wide = "\xFF\xFE";
        for (std::size_t i = 0; i < bytes.size();) {
          const auto s = muster::base::step(bytes, i);
          i += s.length;
          const char32_t c = s.code_point > 0xFFFF ? 0xD83D : s.code_point;
          wide.push_back(static_cast<char>(c & 0xFFU)), wide.push_back(static_cast<char>(c >> 8U));
          if (s.code_point > 0xFFFF) wide += "\x00\xDE";
        }
        bytes = wide;
      }
      CAPTURE(bytes);
      const model::Source source = build(bytes);
      CHECK(muster::base::is_valid_utf8(source.text.utf8()));
      check_map(source, bytes);
      // As decoded text it is the same, and leads back to the same places.
      Decoded decoded = muster::ingest::cleaned(decode(bytes));
      CHECK(decoded.utf8() == source.text.utf8());
      for (std::uint32_t i = 0; i < source.text.size(); ++i)
        CHECK(decoded.source_of(source.text.byte_of(i)) == source.map.source_of({i, i + 1}, source.text).first);
    }
  }
}
