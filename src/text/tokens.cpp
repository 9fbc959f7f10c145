#include "text/tokens.hpp"

#include <algorithm>
#include <array>

namespace muster::text {
namespace {

enum : std::uint8_t { other, letter, digit, space };

constexpr std::array<std::uint8_t, 256> classes = [] {
  std::array<std::uint8_t, 256> out{};
  for (int c = 'a'; c <= 'z'; ++c) out[static_cast<std::size_t>(c)] = letter;
  for (int c = 'A'; c <= 'Z'; ++c) out[static_cast<std::size_t>(c)] = letter;
  for (int c = '0'; c <= '9'; ++c) out[static_cast<std::size_t>(c)] = digit;
  out[0x80] = out[0x81] = letter;
  for (const int c : {' ', '\t', '\n', '\v', '\f', '\r'}) out[static_cast<std::size_t>(c)] = space;
  return out;
}();

std::uint8_t class_of(char c) { return classes[static_cast<unsigned char>(c)]; }

constexpr double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

// A run of digits with its thousands separators and decimals. Returns where it ends.
std::uint32_t read_number(std::string_view text, std::uint32_t at, std::uint32_t end, Token& token) {
  double value = 0;
  std::uint32_t i = at;
  std::uint8_t count = 0;
  const auto digits = [&](std::uint32_t from) {
    std::uint32_t n = 0;
    while (from + n < end && is_digit(text[from + n])) ++n;
    return n;
  };
  for (; i < end && is_digit(text[i]); ++i) {
    value = value * 10 + (text[i] - '0');
    if (count < 255) ++count;
  }
  while (count <= 3 && i < end && text[i] == ',' && digits(i + 1) == 3) {
    token.comma = true;
    for (++i; i < end && is_digit(text[i]); ++i) value = value * 10 + (text[i] - '0');
  }
  if (i + 1 < end && text[i] == '.' && is_digit(text[i + 1])) {
    const std::uint32_t n = digits(i + 1);
    double fraction = 0;
    std::uint32_t used = 0;
    for (std::uint32_t k = 0; k < n && k < 9; ++k, ++used) fraction = fraction * 10 + (text[i + 1 + k] - '0');
    i += 1 + n;
    token.decimal = true;
    value = (value * powers[used] + fraction) / powers[used];
    while (i + 1 < end && text[i] == '.' && is_digit(text[i + 1])) {
      token.dotted = true;
      i += 1 + digits(i + 1);
    }
  }
  token.digits = count;
  token.value = value;
  return i;
}

}  // namespace

bool may_hold_values(std::string_view text, base::Span span, const WordTable& words) {
  const std::uint32_t end = std::min<std::uint32_t>(span.end, static_cast<std::uint32_t>(text.size()));
  for (std::uint32_t i = span.begin; i < end;) {
    const std::uint8_t of = class_of(text[i]);
    if (of == digit || static_cast<unsigned char>(text[i]) >= 0xA1) return true;   // ⅓ ½ £ €
    std::uint32_t to = i + 1;
    if (of == letter) {
      while (to < end && class_of(text[to]) == letter) ++to;
      if (words.may_be_value(text.substr(i, to - i))) return true;
    }
    i = to;
  }
  return false;
}

bool tokenise(std::string_view text, base::Span span, const WordTable& words, std::vector<Token>& out) {
  out.clear();
  bool awake = false;
  bool gap = true;
  const std::uint32_t end = std::min<std::uint32_t>(span.end, static_cast<std::uint32_t>(text.size()));
  for (std::uint32_t i = span.begin; i < end;) {
    const char c = text[i];
    const std::uint8_t of = class_of(c);
    if (of == space) {
      gap = true;
      ++i;
      continue;
    }
    Token& token = out.emplace_back();
    token.begin = i;
    token.space = gap;
    gap = false;
    if (of == letter) {
      std::uint32_t to = i + 1;
      while (to < end && class_of(text[to]) == letter) ++to;
      token.kind = Token::Kind::word;
      token.word = words.find(text.substr(i, to - i));
      token.capital = is_upper(c);
      token.upper = token.capital && is_upper(text[to - 1]);
      awake |= token.word->is(role::values);
      i = to;
    } else if (of == digit) {
      token.kind = Token::Kind::number;
      i = read_number(text, i, end, token);
      awake = true;
    } else {
      token.symbol = c;
      awake |= static_cast<unsigned char>(c) >= 0xA1;   // ⅓ ½ £ €
      ++i;
    }
    token.end = i;
  }
  return awake;
}

}  // namespace muster::text
