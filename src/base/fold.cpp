// What one code point looks like in folded text. Letters with marks go through utf8proc's canonical
// decomposition; the rest is a short list.
#include <utf8proc.h>

#include <array>

#include "muster/base/text.hpp"

namespace muster::base {
namespace {

char fold_listed(char32_t c) {
  switch (c) {
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032: case 0x02BC: case 0x00B4: case 0xFF07:
      return '\'';
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2033: case 0x00AB: case 0x00BB: case 0xFF02:
      return '"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: case 0xFE58:
    case 0xFE63: case 0xFF0D:
      return '-';
    case 0x00A0: case 0x1680: case 0x202F: case 0x205F: case 0x3000: case 0x2028: case 0x2029: case 0x0085:
      return ' ';
    case 0x2022: case 0x2023: case 0x2043: case 0x2219: case 0x25A0: case 0x25A1: case 0x25AA: case 0x25AB:
    case 0x25CB: case 0x25CF: case 0x25E6: case 0x25FC: case 0x25FE: case 0x2B1B: case 0x2756: case 0x27A2:
    case 0x2794: case 0x25BA: case 0x25B6: case 0x2713: case 0x2714: case 0xF0B7: case 0xF0A7: case 0xF06E:
    case 0xF0D8: case 0xF0FC: case 0xF0A8: case 0xF076:
      return fold::bullet;
    case 0x2026: return fold::ellipsis;
    case 0x00BC: return fold::quarter;
    case 0x00BD: return fold::half;
    case 0x00BE: return fold::three_quarters;
    case 0x2153: return fold::third;
    case 0x2154: return fold::two_thirds;
    case 0x2155: return fold::fifth;
    case 0x00A3: return fold::pound;
    case 0x20AC: return fold::euro;
    case 0xFF05: case 0xFE6A: case 0x066A: return '%';
    case 0x2044: case 0x2215: return '/';
    case 0x00D8: return 'O';
    case 0x00F8: return 'o';
    case 0x00D0: return 'D';
    case 0x0110: return 'D';
    case 0x0111: return 'd';
    case 0x0141: return 'L';
    case 0x0142: return 'l';
    case 0x0131: return 'i';
    default: return '\0';
  }
}

char fold_slowly(char32_t c) {
  if (const char listed = fold_listed(c); listed != '\0') return listed;
  if (c >= 0x2000 && c <= 0x200A) return ' ';
  if (c >= 0xFF01 && c <= 0xFF5E) return static_cast<char>(c - 0xFF01 + 0x21);   // full width
  if ((c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
      (c >= 0x20000 && c <= 0x3FFFF))
    return fold::ideograph;
  utf8proc_int32_t decomposed[8];
  const auto n = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), decomposed, 8,
                                         UTF8PROC_DECOMPOSE, nullptr);
  if (n >= 1 && decomposed[0] < 0x80 && decomposed[0] > 0x20) return static_cast<char>(decomposed[0]);
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LT: return fold::upper;
    case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LM: case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: return fold::letter;
    case UTF8PROC_CATEGORY_ZS: return ' ';
    default: return fold::symbol;
  }
}

// The block that western text uses most, worked out once.
constexpr char32_t table_size = 0x2200;
const std::array<char, table_size>& table() {
  static const std::array<char, table_size> made = [] {
    std::array<char, table_size> out{};
    for (char32_t c = 0; c < table_size; ++c) out[c] = c < 0x80 ? static_cast<char>(c) : fold_slowly(c);
    return out;
  }();
  return made;
}

}  // namespace

char fold_code_point(char32_t c) { return c < table_size ? table()[c] : fold_slowly(c); }

}  // namespace muster::base
