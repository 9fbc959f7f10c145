#include "ingest/number_forms.hpp"

#include <array>

#include "muster/base/utf8.hpp"

namespace muster::ingest {
namespace {

constexpr int most = 32767;   // what Word counts to

// a … z, aa, bb … as Word goes on
std::string letters(int number, char first) {
  if (number < 1) return std::to_string(number);
  return std::string(static_cast<std::size_t>((number - 1) / 26 % 10) + 1,
                     static_cast<char>(first + (number - 1) % 26));
}

std::string roman(int number, bool upper) {
  struct Step { int value; std::string_view sign; };
  static constexpr std::array<Step, 13> steps = {{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90,
      "xc"},
                                                  {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1,
                                                  "i"}}};
  if (number < 1 || number > 3999) return std::to_string(number);
  std::string out;
  for (const Step& step : steps)
    for (; number >= step.value; number -= step.value) out += step.sign;
  if (upper)
    for (char& c : out) c = static_cast<char>(c - 32);
  return out;
}

std::string ordinal(int number) {
  const int ten = number % 100, one = number % 10;
  const bool teen = ten >= 11 && ten <= 13;
  return std::to_string(number) + (teen || one == 0 || one > 3 ? "th" : one == 1 ? "st" : one == 2 ? "nd" : "rd");
}

std::string in_words(int number, bool order) {
  static constexpr std::array<std::string_view, 21> cardinal = {
      "Zero",     "One",     "Two",     "Three",     "Four",     "Five",     "Six",
      "Seven",    "Eight",   "Nine",    "Ten",       "Eleven",   "Twelve",   "Thirteen",
      "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen", "Twenty"};
  static constexpr std::array<std::string_view, 21> ordinals = {
      "Zeroth",     "First",     "Second",    "Third",       "Fourth",     "Fifth",      "Sixth",
      "Seventh",    "Eighth",    "Ninth",     "Tenth",       "Eleventh",   "Twelfth",    "Thirteenth",
      "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth", "Twentieth"};
  if (number < 0 || number > 20) return order ? ordinal(number) : std::to_string(number);
  return std::string((order ? ordinals : cardinal)[static_cast<std::size_t>(number)]);
}

}  // namespace

std::string number_in(std::string_view form, int number) {
  if (number < 0 || number > most) number = 0;
  if (form == "lowerLetter") return letters(number, 'a');
  if (form == "upperLetter") return letters(number, 'A');
  if (form == "lowerRoman") return roman(number, false);
  if (form == "upperRoman") return roman(number, true);
  if (form == "decimalZero") return (number < 10 ? "0" : "") + std::to_string(number);
  if (form == "ordinal") return ordinal(number);
  if (form == "cardinalText") return in_words(number, false);
  if (form == "ordinalText") return in_words(number, true);
  if (form == "none") return {};
  return std::to_string(number);
}

std::string bullet_of(std::string_view glyph) {
  while (!glyph.empty() && glyph.front() == ' ') glyph.remove_prefix(1);
  while (!glyph.empty() && glyph.back() == ' ') glyph.remove_suffix(1);
  const base::Step first = glyph.empty() ? base::Step{} : base::step(glyph, 0);
  const char32_t c = first.code_point;
  const bool letter =
      (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c >= 0xA0 && c < 0x250);
  if (glyph.empty() || letter || (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000) return "\u2022";
  return std::string(glyph);
}

std::string symbol_of(unsigned code) {
  switch (code & 0xFFU) {
    case 0xB7: case 0xA7: case 0x6E: case 0x6C: case 0x76: case 0xA8: case 0x71: return "\u2022";
    case 0xFC: case 0xFE: return "\u2713";   // a tick, alone and in a box
    case 0xFB: case 0xFD: return "\u2717";
    case 0xE0: case 0xAE: return "\u2192";
    case 0xB3: return "\u2265";
    case 0xA3: return "\u2264";
    case 0xB1: return "\u00B1";
    case 0x2D: return "-";
    default: return {};
  }
}

}  // namespace muster::ingest
