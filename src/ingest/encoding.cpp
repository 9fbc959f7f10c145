#include "ingest/encoding.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>

#include "muster/base/utf8.hpp"

namespace muster::ingest {
namespace {

constexpr std::array<char16_t, 32> high_1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
    0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x009D, 0x017E, 0x0178};

unsigned char byte_at(std::string_view s, std::size_t i) { return static_cast<unsigned char>(s[i]); }
bool ascii_letter(unsigned char c) { return static_cast<unsigned char>((c | 0x20U) - 'a') < 26; }

// Bytes that the eye expects in western text wherever they stand: quotes, dashes, currency, fractions.
bool western_mark(unsigned char c) {
  switch (c) {
    case 0x80: case 0x82: case 0x84: case 0x85: case 0x8B: case 0x91: case 0x92: case 0x93: case 0x94: case 0x95:
    case 0x96: case 0x97: case 0x99: case 0x9B: case 0xA0: case 0xA3: case 0xA7: case 0xA9: case 0xAB: case 0xAE:
    case 0xB0: case 0xB1: case 0xB2: case 0xB7: case 0xBA: case 0xBB: case 0xBC: case 0xBD: case 0xBE:
      return true;
    default: return false;
  }
}

struct Evidence {
  std::uint64_t sequences = 0;   // valid ones of several bytes, and ones cut short
  std::uint64_t invalid = 0;     // bytes that no sequence explains
  std::uint64_t western = 0;     // of these the ones that windows-1252 explains well
};

// The beginning tells; a whole file of high bytes need not be read twice.
Evidence weigh(std::string_view bytes) {
  constexpr std::uint64_t enough = 20000;
  Evidence e;
  for (std::size_t i = 0; i < bytes.size() && e.sequences + e.invalid < enough;) {
    i += base::ascii_prefix(bytes.substr(i));
    if (i >= bytes.size()) break;
    const base::Step s = base::step(bytes, i);
    if (s.valid || s.length > 1) {
      ++e.sequences;
    } else {
      ++e.invalid;
      const unsigned char c = byte_at(bytes, i);
      const bool by_letter = (i > 0 && ascii_letter(byte_at(bytes, i - 1))) ||
                             (i + 1 < bytes.size() && ascii_letter(byte_at(bytes, i + 1)));
      const bool letter = c >= 0xC0 && c != 0xD7 && c != 0xF7 && c < 0xFD;
      e.western += western_mark(c) || (letter && by_letter);
    }
    i += s.length;
  }
  return e;
}

std::uint64_t repair_utf8(std::string_view bytes, std::uint64_t shift, DecodedSink& sink) {
  std::uint64_t invalid = 0;
  std::size_t from = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    i += base::ascii_prefix(bytes.substr(i));
    if (i >= bytes.size()) break;
    const base::Step s = base::step(bytes, i);
    if (!s.valid) {
      if (i > from) sink.bytes(bytes.substr(from, i - from), shift + from);
      sink.character(base::replacement, shift + i, s.length);
      from = i + s.length;
      ++invalid;
    }
    i += s.length;
  }
  if (bytes.size() > from) sink.bytes(bytes.substr(from), shift + from);
  return invalid;
}

void read_1252(std::string_view bytes, DecodedSink& sink) {
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t plain = base::ascii_prefix(bytes.substr(i));
    if (plain > 0) sink.bytes(bytes.substr(i, plain), i);
    i += plain;
    if (i < bytes.size()) sink.character(from_windows_1252(byte_at(bytes, i)), i, 1), ++i;
  }
}

std::uint64_t read_utf16(std::string_view bytes, std::uint64_t shift, bool little, DecodedSink& sink) {
  const auto unit = [&](std::size_t i) {
    const char32_t a = byte_at(bytes, i), b = byte_at(bytes, i + 1);
    return little ? a | (b << 8U) : (a << 8U) | b;
  };
  std::uint64_t invalid = 0;
  std::size_t i = 0;
  for (; i + 2 <= bytes.size();) {
    const char32_t u = unit(i);
    if (u >= 0xD800 && u < 0xDC00 && i + 4 <= bytes.size()) {
      const char32_t low = unit(i + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        sink.character(0x10000 + ((u - 0xD800) << 10U) + (low - 0xDC00), shift + i, 4);
        i += 4;
        continue;
      }
    }
    if (u >= 0xD800 && u < 0xE000) ++invalid;
    sink.character(u, shift + i, 2);
    i += 2;
  }
  if (i < bytes.size()) sink.character(base::replacement, shift + i, 1), ++invalid;
  return invalid;
}

// UTF-16 without a mark: of western text every other byte is NUL.
std::string_view unmarked_utf16(std::string_view bytes) {
  const std::size_t n = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
  if (n < 8) return {};
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < n; i += 2) even += bytes[i] == 0, odd += bytes[i + 1] == 0;
  if (odd * 10 >= n / 2 * 9 && even * 10 < n / 2) return "utf-16le";
  if (even * 10 >= n / 2 * 9 && odd * 10 < n / 2) return "utf-16be";
  return {};
}

}  // namespace

bool valid_utf8(std::string_view bytes) { return simdjson::validate_utf8(bytes); }

char32_t from_windows_1252(unsigned char byte) {
  return byte >= 0x80 && byte < 0xA0 ? char32_t{high_1252[byte - 0x80U]} : char32_t{byte};
}

int to_windows_1252(char32_t c) {
  if (c < 0x80 || (c >= 0xA0 && c < 0x100)) return static_cast<int>(c);
  for (std::size_t i = 0; i < high_1252.size(); ++i) {
    if (high_1252[i] == c) return static_cast<int>(0x80 + i);
  }
  return -1;
}

std::string charset_of_label(std::string_view label) {
  std::string key;
  for (const char c : label) {
    if (c == ' ' || c == '\t' || c == '"' || c == '\'') continue;
    key.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  }
  static constexpr std::array<std::string_view, 17> latin = {
      "windows-1252", "iso-8859-1", "iso8859-1", "iso88591", "latin1", "l1", "us-ascii", "ascii", "cp1252", "x-cp1252",
      "iso_8859-1", "iso-8859-15", "latin-1", "cp819", "ibm819", "ansi_x3.4-1968", "latin9"};
  if (std::find(latin.begin(), latin.end(), key) != latin.end()) return "windows-1252";
  if (key == "utf-8" || key == "utf8" || key == "unicode-1-1-utf-8") return "utf-8";
  if (key == "utf-16" || key == "utf-16le" || key == "unicode" || key == "ucs-2") return "utf-16le";
  if (key == "utf-16be") return "utf-16be";
  return {};
}

void DecodedSink::run(std::uint64_t utf8_length, std::uint64_t source, std::uint64_t source_length,
                      std::uint8_t utf8_unit, std::uint8_t source_unit) {
  const std::uint64_t begin = out.size() - utf8_length;
  if (!runs.empty() && runs.back().utf8_unit == utf8_unit && runs.back().source_unit == source_unit &&
      runs.back().source_end == source && runs.back().end == begin) {
    runs.back().end = out.size();
    runs.back().source_end = source + source_length;
    return;
  }
  runs.push_back({begin, out.size(), source, source + source_length, utf8_unit, source_unit});
}

void DecodedSink::bytes(std::string_view text, std::uint64_t source) {
  if (text.empty()) return;
  out += text;
  run(text.size(), source, text.size(), 1, 1);
}

void DecodedSink::character(char32_t c, std::uint64_t source, std::size_t source_length) {
  const std::size_t before = out.size();
  base::append(out, c);
  run(out.size() - before, source, source_length, static_cast<std::uint8_t>(out.size() - before),
      static_cast<std::uint8_t>(source_length));
}

Decoded Decoded::view(std::string_view utf8, std::uint64_t shift) {
  Decoded d;
  d.bytes_ = utf8;
  d.shift = shift;
  return d;
}

Decoded Decoded::copy(std::string utf8, std::vector<DecodedRun> runs) {
  Decoded d;
  d.copy_ = std::move(utf8);
  d.copied_ = true;
  d.runs = std::move(runs);
  return d;
}

std::uint64_t Decoded::source_of(std::uint64_t at) const {
  if (runs.empty()) return at + shift;
  const auto above = std::partition_point(runs.begin(), runs.end(), [&](const DecodedRun& r) { return r.end <= at; });
  if (above == runs.end()) return runs.back().source_end;
  return above->source_begin + (at - above->begin) / above->utf8_unit * above->source_unit;
}

Decoded decode(std::string_view bytes, std::string_view declared) {
  Decoded d;
  DecodedSink sink;
  const auto starts = [&](std::string_view mark) { return bytes.substr(0, mark.size()) == mark; };
  const auto take = [&](std::string charset) {
    d.charset = std::move(charset);
    d.copy_ = std::move(sink.out);
    d.runs = std::move(sink.runs);
    d.copied_ = true;
  };
  const bool marked_16 = starts("\xFF\xFE") || starts("\xFE\xFF");
  const std::string_view unmarked = marked_16 ? std::string_view{} : unmarked_utf16(bytes);
  if (marked_16 || !unmarked.empty()) {
    const bool little = marked_16 ? starts("\xFF\xFE") : unmarked == "utf-16le";
    const std::uint64_t shift = marked_16 ? 2 : 0;
    d.invalid = read_utf16(bytes.substr(shift), shift, little, sink);
    take(little ? "utf-16le" : "utf-16be");
    return d;
  }
  if (starts("\xEF\xBB\xBF")) d.shift = 3;
  d.bytes_ = bytes.substr(d.shift);
  const std::string label = charset_of_label(declared);
  if (!declared.empty() && label != "utf-8") d.claimed = std::string(declared);
  if (valid_utf8(d.bytes_)) {
    // Pure ASCII is what it claims, whatever that is.
    if (!d.claimed.empty() && base::ascii_prefix(d.bytes_) == d.bytes_.size()) d.claimed.clear();
    return d;
  }
  const Evidence e = weigh(d.bytes_);
  const bool western = e.invalid > e.sequences && e.western * 10 >= e.invalid * 7;
  if (d.shift == 0 && (western || (label == "windows-1252" && e.invalid > e.sequences))) {
    read_1252(bytes, sink);
    take("windows-1252");
    if (label == "windows-1252") d.claimed.clear();
    if (label == "utf-8") d.claimed = std::string(declared);
    d.guessed = label.empty();
    return d;
  }
  d.invalid = repair_utf8(d.bytes_, d.shift, sink);
  take("utf-8");
  return d;
}

}  // namespace muster::ingest
