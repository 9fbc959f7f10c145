#include "text/name_tokens.hpp"

#include <array>

#include "muster/base/caseless.hpp"
#include "text/name_table.hpp"

namespace muster::text {
namespace {

enum : std::uint8_t { other, lower, capital, digit, space };

constexpr std::array<std::uint8_t, 256> classes = [] {
  std::array<std::uint8_t, 256> out{};
  for (int c = 'a'; c <= 'z'; ++c) out[static_cast<std::size_t>(c)] = lower;
  for (int c = 'A'; c <= 'Z'; ++c) out[static_cast<std::size_t>(c)] = capital;
  for (int c = '0'; c <= '9'; ++c) out[static_cast<std::size_t>(c)] = digit;
  out[0x80] = lower;
  out[0x81] = capital;
  for (const int c : {' ', '\t', '\n', '\v', '\f', '\r'}) out[static_cast<std::size_t>(c)] = space;
  return out;
}();

std::uint8_t class_of(char c) { return classes[static_cast<unsigned char>(c)]; }
bool wordy(std::uint8_t k) { return k != other && k != space; }
bool in_word(char c) { return wordy(class_of(c)); }

}  // namespace

std::uint64_t hash_word(std::string_view folded) { return base::hash_letters(folded) | 1U; }

void tokenise_names(std::string_view text, base::Span span, const NameTable& table, std::vector<NameToken>& out) {
  out.clear();
  const std::uint32_t end = std::min<std::uint32_t>(span.end, static_cast<std::uint32_t>(text.size()));
  bool gap = true;
  const std::uint64_t possessive = hash_word("'s");
  for (std::uint32_t i = span.begin; i < end;) {
    const char c = text[i];
    const std::uint8_t k = class_of(c);
    if (k == space) {
      gap = true;
      ++i;
      continue;
    }
    NameToken& token = out.emplace_back();   // in its place: a copy would wait for what was just written
    token.begin = i;
    token.first = c;
    token.space = gap;
    gap = false;
    std::uint32_t to = i + 1;
    if (k == other) {
      // A possessive is one token: "Ofsted" "'s".
      if (c == '\'' && !token.space && to < end && (text[to] == 's' || text[to] == 'S') &&
          (to + 1 == end || !in_word(text[to + 1]))) {
        ++to;
        token.hash = possessive;
      }
    } else {
      token.word = true;
      token.capital = k == capital;
      bool lowers = k == lower;
      while (true) {
        for (; to < end; ++to) {
          const std::uint8_t next = class_of(text[to]);
          if (!wordy(next)) break;
          lowers |= next == lower;
        }
        // "don't", "O'Neill" stay whole; "CQC's" does not.
        const bool inner =
            to + 1 < end && text[to] == '\'' && in_word(text[to + 1]) &&
            !((text[to + 1] == 's' || text[to + 1] == 'S') && (to + 2 == end || !in_word(text[to + 2])));
        if (!inner) break;
        ++to;
      }
      token.hash = hash_word(text.substr(i, to - i));
      token.upper = token.capital && !lowers && to - i > 1;
      token.flags = table.flags(token.hash);
    }
    token.end = to;
    i = to;
  }
}

}  // namespace muster::text
