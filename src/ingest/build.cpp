#include "ingest/build.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "muster/base/utf8.hpp"

namespace muster::ingest {
namespace {

unsigned char byte_at(std::string_view s, std::size_t i) { return static_cast<unsigned char>(s[i]); }

// Bytes at which a stretch may have to be changed; all others are copied as they come.
constexpr std::array<bool, 256> make_special() {
  std::array<bool, 256> t{};
  for (const unsigned c : {0x00U, 0x0BU, 0x0CU, 0x0DU, 0xC2U, 0xC3U, 0xE2U, 0xEFU}) t[c] = true;
  return t;
}
constexpr std::array<bool, 256> special = make_special();

// What to do at a special byte: `length` bytes become `out` (`change`), or are kept.
struct Change {
  std::size_t length = 1;
  bool change = false;
  std::string_view out = {};
  char32_t repaired = 0;   // the character behind mojibake; then `out` is empty
  bool nul = false;
};

Change ligature(unsigned char last) {
  switch (last) {
    case 0x80: return {3, true, "ff"};
    case 0x81: return {3, true, "fi"};
    case 0x82: return {3, true, "fl"};
    case 0x83: return {3, true, "ffi"};
    case 0x84: return {3, true, "ffl"};
    case 0x85: case 0x86: return {3, true, "st"};
    default: return {3};
  }
}

// UTF-8 that was read as windows-1252 and written as UTF-8 again: "â€™", "Ã©", "Â£". Only the leads
// that such text begins with in practice, so that no real word is "repaired".
Change mojibake(std::string_view s, std::size_t at) {
  const base::Step first = base::step(s, at);
  const int lead = to_windows_1252(first.code_point);
  std::size_t more = 0;
  switch (lead) {
    case 0xC2: case 0xC3: more = 1; break;
    case 0xE2: case 0xEF: more = 2; break;
    case 0xF0: more = 3; break;
    default: return {first.length};
  }
  std::string bytes(1, static_cast<char>(lead));
  std::size_t i = at + first.length;
  std::size_t euro_end = 0;   // behind "â€"
  for (std::size_t k = 0; k < more && i < s.size(); ++k) {
    const base::Step next = base::step(s, i);
    int byte = to_windows_1252(next.code_point);
    if (byte < 0 && next.code_point >= 0x80 && next.code_point < 0xA0) byte = static_cast<int>(next.code_point);
    if (byte < 0x80 || byte > 0xBF) break;
    bytes.push_back(static_cast<char>(byte));
    i += next.length;
    if (lead == 0xE2 && k == 0 && byte == 0x80) euro_end = i;
  }
  const base::Step result = base::step(bytes, 0);
  if (result.valid && result.length == more + 1 && bytes.size() == more + 1) {
    // "Ã" before a no-break space is Portuguese in capitals as often as a broken "à".
    if (lead == 0xC3 && byte_at(bytes, 1) == 0xA0) return {first.length};
    return {i - at, true, {}, result.code_point};
  }
  // The closing quote loses its last byte (0x9D), which windows-1252 does not have.
  if (euro_end != 0) return {euro_end - at, true, {}, 0x201D};
  return {first.length};
}

Change look(std::string_view s, std::size_t at) {
  const auto next = [&](std::size_t k) { return at + k < s.size() ? byte_at(s, at + k) : 0U; };
  switch (byte_at(s, at)) {
    case 0x00: return {1, true, "\xEF\xBF\xBD", 0, true};
    case 0x0B: case 0x0C: return {1, true, "\n"};
    case 0x0D: return next(1) == '\n' ? Change{1, true, {}} : Change{1, true, "\n"};
    case 0xC2:
      if (next(1) == 0xAD) return {2, true, {}};                       // soft hyphen
      if (next(1) < 0xA0) {                                            // a C1 control: a windows-1252 byte
        const char32_t c = from_windows_1252(static_cast<unsigned char>(next(1)));
        return c >= 0xA0 ? Change{2, true, {}, c} : Change{2};
      }
      return {2};
    case 0xC3: return next(1) == 0x82 || next(1) == 0x83 || next(1) == 0xA2 || next(1) == 0xAF || next(1) == 0xB0
                          ? mojibake(s, at) : Change{2};
    case 0xE2:
      if (next(1) == 0x80 && next(2) == 0x8B) return {3, true, {}};    // zero-width space
      if (next(1) == 0x81 && next(2) == 0xA0) return {3, true, {}};    // word joiner
      if (next(1) == 0x80 && (next(2) == 0xA8 || next(2) == 0xA9)) return {3, true, "\n"};
      return {3};
    case 0xEF:
      if (next(1) == 0xBB && next(2) == 0xBF) return {3, true, {}};    // zero-width no-break space
      if (next(1) == 0xAC) return ligature(static_cast<unsigned char>(next(2)));
      return {3};
    default: return {1};
  }
}

// The piece in bytes of the source, split where the decoder changed its manner.
void compose(const model::MapPiece& piece, std::string_view utf8, const Decoded& decoded,
             std::vector<model::MapPiece>& out) {
  if (!piece.verbatim) {
    out.push_back({piece.text, decoded.source_of(piece.source_begin),
                   std::max(decoded.source_of(piece.source_begin), decoded.source_of(piece.source_end)), false, 0});
    return;
  }
  auto run = std::partition_point(decoded.runs.begin(), decoded.runs.end(),
                                  [&](const DecodedRun& r) { return r.end <= piece.source_begin; });
  std::uint64_t at = piece.source_begin;
  std::uint32_t point = piece.text.begin;
  for (; run != decoded.runs.end() && at < piece.source_end; ++run) {
    const std::uint64_t end = std::min(run->end, piece.source_end);
    const auto points = static_cast<std::uint32_t>(
        base::count_code_points(utf8.substr(at - piece.source_begin, end - at)));
    const std::uint64_t from = run->source_begin + (at - run->begin) / run->utf8_unit * run->source_unit;
    const std::uint64_t to = run->source_begin + (end - run->begin) / run->utf8_unit * run->source_unit;
    const bool same = run->utf8_unit == 1 && run->source_unit == 1;   // else each code point takes source_unit
    const std::uint8_t stride = same ? std::uint8_t{0} : run->source_unit;
    if (points > 0) out.push_back({{point, point + points}, from, to, same, stride});
    point += points;
    at = end;
  }
}

}  // namespace

void TextBuilder::verbatim(std::string_view utf8, std::uint64_t at) {
  if (utf8.empty()) return;
  utf8_ += utf8;
  const std::uint32_t begin = points_;
  points_ += static_cast<std::uint32_t>(base::count_code_points(utf8));
  if (!pieces_.empty()) {
    model::MapPiece& last = pieces_.back();
    if (last.verbatim && last.source_end == at && last.text.end == begin) {
      last.text.end = points_;
      last.source_end = at + utf8.size();
      return;
    }
  }
  pieces_.push_back({{begin, points_}, at, at + utf8.size(), true, 0});
}

void TextBuilder::put(std::string_view utf8, std::uint64_t from, std::uint64_t to) {
  if (utf8.empty()) return;
  utf8_ += utf8;
  const std::uint32_t begin = points_;
  points_ += static_cast<std::uint32_t>(base::count_code_points(utf8));
  pieces_.push_back({{begin, points_}, from, to, false, 0});
}

void TextBuilder::append(std::string_view utf8, std::uint64_t at) {
  std::size_t from = 0;
  for (std::size_t i = 0;;) {
    while (i < utf8.size() && !special[byte_at(utf8, i)]) ++i;
    if (i >= utf8.size()) break;
    const Change c = look(utf8, i);
    if (c.change) {
      verbatim(utf8.substr(from, i - from), at + from);
      if (c.repaired != 0) {
        std::string one;
        base::append(one, c.repaired);
        ++repaired_;
        append_for(one, at + i, at + i + c.length);
      } else {
        nul_ += c.nul;
        put(c.out, at + i, at + i + c.length);
      }
      from = i + c.length;
    }
    i += c.length;
  }
  verbatim(utf8.substr(from), at + from);
}

void TextBuilder::append_for(std::string_view utf8, std::uint64_t from, std::uint64_t to) {
  for (std::size_t i = 0; i < utf8.size();) {
    std::size_t length = base::step(utf8, i).length;
    if (!special[byte_at(utf8, i)]) {
      put(utf8.substr(i, length), from, to);
      i += length;
      continue;
    }
    const Change c = look(utf8, i);
    length = std::max(length, c.length);
    if (!c.change) put(utf8.substr(i, length), from, to);
    else if (c.repaired != 0) {
      std::string one;
      base::append(one, c.repaired);
      ++repaired_;
      put(look(one, 0).change && special[byte_at(one, 0)] ? look(one, 0).out : std::string_view(one), from, to);
    } else {
      nul_ += c.nul;
      put(c.out, from, to);
    }
    i += length;
  }
}

void TextBuilder::append_space(std::string_view ascii) {
  utf8_ += ascii;
  points_ += static_cast<std::uint32_t>(ascii.size());
}

void TextBuilder::finish(const Decoded& decoded, model::Source& source) {
  source.text = base::Text(std::move(utf8_));
  source.map.pieces = std::move(pieces_);
  lead_back(source.map, source.text, decoded);
  source.info.charset = decoded.charset;
  Decoded counted;
  counted.charset = decoded.charset;
  counted.claimed = decoded.claimed;
  counted.invalid = decoded.invalid;
  counted.nul = decoded.nul + nul_;
  counted.repaired = decoded.repaired + repaired_;
  note_encoding(counted, source);
  *this = TextBuilder();
}

void lead_back(model::SourceMap& map, const base::Text& text, const Decoded& decoded) {
  if (decoded.runs.empty()) {
    if (decoded.shift == 0) return;
    for (model::MapPiece& piece : map.pieces) piece.source_begin += decoded.shift, piece.source_end += decoded.shift;
    return;
  }
  std::vector<model::MapPiece> out;
  for (const model::MapPiece& piece : map.pieces) compose(piece, text.utf8(piece.text), decoded, out);
  map.pieces = std::move(out);
}

void note_encoding(const Decoded& decoded, model::Source& source) {
  source.info.charset = decoded.charset;
  const auto warn = [&](base::Code code, std::string message) {
    source.warnings.push_back({code, std::move(message), {}});
  };
  if (!decoded.claimed.empty())
    warn(base::Code::text_encoding,
         fmt::format("the document says that it is {}, but was read as {}", decoded.claimed, decoded.charset));
  if (const std::uint64_t n = decoded.repaired; n > 0)
    warn(base::Code::text_encoding,
         fmt::format("{} character{} had been read in the wrong charset before (such as \"â€™\" for \"’\"): repaired",
                     n, n == 1 ? "" : "s"));
  if (const std::uint64_t n = decoded.nul + decoded.invalid; n > 0)
    warn(base::Code::text_invalid, fmt::format("{} invalid byte sequence{} became U+FFFD{}", n, n == 1 ? "" : "s",
                                               decoded.nul > 0 ? fmt::format(" ({} of them NUL)", decoded.nul) : ""));
}

Decoded cleaned(Decoded&& decoded) {
  const std::string_view utf8 = decoded.utf8();
  if (std::none_of(utf8.begin(), utf8.end(), [](char c) { return special[static_cast<unsigned char>(c)]; }))
    return std::move(decoded);
  TextBuilder builder(utf8.size());
  builder.append(utf8, 0);
  const base::Text text{std::string(builder.utf8())};
  model::SourceMap map{std::move(builder.pieces_)};
  lead_back(map, text, decoded);
  Decoded out;
  for (const model::MapPiece& piece : map.pieces) {
    const std::uint64_t begin = text.byte_of(piece.text.begin), end = text.byte_of(piece.text.end);
    const std::uint64_t to = piece.source_end - piece.source_begin;
    if (piece.verbatim) {
      out.runs.push_back({begin, end, piece.source_begin, piece.source_end, 1, 1});
    } else if (piece.stride == 0) {
      out.runs.push_back({begin, end, piece.source_begin, piece.source_end, static_cast<std::uint8_t>(end - begin),
                          static_cast<std::uint8_t>(std::min<std::uint64_t>(to, 255))});
    } else {   // regular in code points: a run for each length of character
      std::uint64_t source = piece.source_begin;
      for (std::uint64_t at = begin; at < end; source += piece.stride) {
        const auto length = static_cast<std::uint8_t>(base::step(text.utf8(), at).length);
        DecodedRun* last = out.runs.empty() ? nullptr : &out.runs.back();
        if (last && last->end == at && last->utf8_unit == length && last->source_unit == piece.stride &&
            last->source_end == source) {
          last->end += length, last->source_end += piece.stride;
        } else {
          out.runs.push_back({at, at + length, source, source + piece.stride, length, piece.stride});
        }
        at += length;
      }
    }
  }
  out.charset = std::move(decoded.charset);
  out.claimed = std::move(decoded.claimed);
  out.invalid = decoded.invalid;
  out.guessed = decoded.guessed;
  out.nul = builder.nul_;
  out.repaired = builder.repaired_;
  out.copy_ = std::move(builder.utf8_);
  out.copied_ = true;
  return out;
}

}  // namespace muster::ingest
