// SPDX-License-Identifier: Apache-2.0
// What muster and its PDF worker say to each other over one two-way stream. Both sides include this
// header and nothing else of each other; it knows of no PDF library.
//
// All numbers are little-endian; a text is u32 length + bytes. The worker greets once with a `hello`, then
// for each document takes a Request (request_size bytes) followed by the document's bytes, and answers
// with frames until `end`. A frame is u8 kind, u32 length, payload:
//   hello     u32 version, u8 sandbox (Sandbox bits)
//   document  u32 pages the file says it has, text title
//   font      u8 style (Style bits), text name                           numbered from 0 as they come
//   page      u32 number, f32 width, height, u8 state (State bits), u32 bytes of text, u32 words, u32 rules,
//             the text, then each word (word_size bytes), then each rule (rule_size bytes)
//   end       u8 Outcome, u8 repaired, text why
// Word: f32 x0, x1, baseline, size, u32 begin, length, colour, u16 font, u8 Mark bits, u8 0.
// Rule: f32 x0, y0, x1, y1, u32 colour | filled << 24.
// Neither side trusts the other: lengths and indices are checked where they are read.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace muster::ingest::pdf::wire {

constexpr std::uint32_t version = 1;
constexpr std::uint32_t request_mark = 0x4644504DU;   // "MPDF"

enum class Kind : std::uint8_t { hello = 'H', document = 'D', font = 'F', page = 'P', end = 'E' };

// How a document ended. After `memory` and `internal` the worker is gone.
enum class Outcome : std::uint8_t {
  done,          // every page told of
  not_pdf,       // cannot be opened, not even repaired
  encrypted,     // needs a password
  pages, words, output,   // stopped at that limit; what came before is whole
};

namespace sandbox { constexpr std::uint8_t seccomp = 1, limits = 2; }
namespace style { constexpr std::uint8_t bold = 1, italic = 2, mono = 4, symbol = 8; }
namespace state { constexpr std::uint8_t image = 1, damaged = 2; }
namespace mark { constexpr std::uint8_t space_before = 1, upright = 2; }

// The worker ends itself with these codes where it crashed, and where it may not have more memory or time.
constexpr int exit_crash = 70, exit_memory = 71, exit_time = 72;
// And with this one where it was called by hand.
constexpr int exit_usage = 64;

constexpr std::size_t frame_size = 5;
constexpr std::size_t word_size = 32;
constexpr std::size_t rule_size = 20;
constexpr std::size_t page_size = 25;      // of a page frame before the text
constexpr std::size_t request_size = 40;

struct Request {
  std::uint64_t bytes = 0;        // of the document, which follow
  std::uint64_t max_words = 0;
  std::uint64_t max_output = 0;   // bytes of frames
  std::uint32_t max_pages = 0;
  std::uint32_t seconds = 0;      // of CPU; 0: no limit
};

inline void put8(std::string& out, std::uint8_t v) { out += static_cast<char>(v); }
template <class Integer>
void put_integer(std::string& out, Integer v) {
  char bytes[sizeof(Integer)];
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(bytes, &v, sizeof v);
  } else {
    for (std::size_t i = 0; i < sizeof v; ++i) bytes[i] = static_cast<char>(v >> (8 * i));
  }
  out.append(bytes, sizeof bytes);
}
inline void put16(std::string& out, std::uint16_t v) { put_integer(out, v); }
inline void put32(std::string& out, std::uint32_t v) { put_integer(out, v); }
inline void put64(std::string& out, std::uint64_t v) { put_integer(out, v); }
inline void put_float(std::string& out, float v) { put_integer(out, std::bit_cast<std::uint32_t>(v)); }
inline void put_text(std::string& out, std::string_view text) {
  put32(out, static_cast<std::uint32_t>(text.size()));
  out += text;
}

// Reads from the front of bytes; past their end everything is 0 and `ok` is false.
struct Take {
  std::string_view rest;
  bool ok = true;

  template <class Integer>
  Integer integer() {
    Integer v = 0;
    if (rest.size() < sizeof v) {
      ok = false;
      rest = {};
      return 0;
    }
    if constexpr (std::endian::native == std::endian::little) {
      std::memcpy(&v, rest.data(), sizeof v);
    } else {
      for (std::size_t i = 0; i < sizeof v; ++i)
        v = static_cast<Integer>(v | (Integer{static_cast<unsigned char>(rest[i])} << (8 * i)));
    }
    rest.remove_prefix(sizeof v);
    return v;
  }
  std::uint8_t get8() { return integer<std::uint8_t>(); }
  std::uint16_t get16() { return integer<std::uint16_t>(); }
  std::uint32_t get32() { return integer<std::uint32_t>(); }
  std::uint64_t get64() { return integer<std::uint64_t>(); }
  float get_float() { return std::bit_cast<float>(get32()); }
  std::string_view bytes(std::size_t n) {
    if (rest.size() < n) {
      ok = false;
      rest = {};
      return {};
    }
    const std::string_view taken = rest.substr(0, n);
    rest.remove_prefix(n);
    return taken;
  }
  std::string_view text() { return bytes(get32()); }
};

inline std::string request_bytes(const Request& request) {
  std::string out;
  put32(out, request_mark);
  put32(out, version);
  put64(out, request.bytes);
  put64(out, request.max_words);
  put64(out, request.max_output);
  put32(out, request.max_pages);
  put32(out, request.seconds);
  return out;
}

inline bool parse_request(std::string_view bytes, Request& request) {
  Take take{bytes};
  if (take.get32() != request_mark || take.get32() != version) return false;
  request.bytes = take.get64();
  request.max_words = take.get64();
  request.max_output = take.get64();
  request.max_pages = take.get32();
  request.seconds = take.get32();
  return take.ok;
}

}  // namespace muster::ingest::pdf::wire
