// Words without their case, eight letters at once: what tables of words are asked with. Case is that of ASCII; any
// other byte is itself. The numbers differ from machine to machine: they are to be compared, never written down.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace muster::base {

// One to eight letters as a number. Two texts of one length have the same number only if they are equal.
[[nodiscard]] inline std::uint64_t letters_at(const char* at, std::size_t n) {
  if (n == 8) {
    std::uint64_t all = 0;
    std::memcpy(&all, at, 8);
    return all;
  }
  if (n >= 4) {   // two halves that may overlap
    std::uint32_t first = 0, last = 0;
    std::memcpy(&first, at, 4);
    std::memcpy(&last, at + n - 4, 4);
    return first | static_cast<std::uint64_t>(last) << 32U;
  }
  const auto letter = [&](std::size_t i) { return static_cast<std::uint64_t>(static_cast<unsigned char>(at[i])); };
  return letter(0) | letter(n / 2) << 8U | letter(n - 1) << 16U;
}

// The same letters in lower case.
[[nodiscard]] inline std::uint64_t lower_letters(std::uint64_t letters) {
  constexpr std::uint64_t each = 0x0101010101010101U;
  const std::uint64_t low = letters & (0x7F * each);
  const std::uint64_t past_z = low + (0x7F - 'Z') * each, from_a = low + (0x80 - 'A') * each;
  return letters | ((~letters & (0x80 * each) & (from_a ^ past_z)) >> 2U);
}

// A hash of a word's letters in lower case. `take(i, letters)` is called with each eight of them.
template <class Take>
[[nodiscard]] inline std::uint64_t hash_letters(std::string_view word, const Take& take) {
  constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15U;
  std::uint64_t mixed = word.size() * multiplier;
  const auto mix = [&](std::size_t i, const char* at, std::size_t n) {
    const std::uint64_t letters = lower_letters(letters_at(at, n));
    take(i, letters);
    mixed = (mixed ^ letters) * multiplier;
    mixed ^= mixed >> 29U;
  };
  const char* at = word.data();
  std::size_t left = word.size(), i = 0;
  for (; left > 8; at += 8, left -= 8) mix(i++, at, 8);
  if (left > 0) mix(i, at, left);
  mixed *= multiplier;
  return mixed ^ mixed >> 32U;
}
[[nodiscard]] inline std::uint64_t hash_letters(std::string_view word) {
  return hash_letters(word, [](std::size_t, std::uint64_t) {});
}

}   // namespace muster::base
