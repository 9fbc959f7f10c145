#include "rules/word_starts.hpp"

#include <array>

namespace muster::rules {
namespace {

// Words that have a number, and the places of the table that finds it: half of them are empty.
constexpr std::uint16_t most_words = 16384;
constexpr std::size_t first_slots = 1024;

constexpr std::array<std::uint8_t, 256> kind_table = [] {
  std::array<std::uint8_t, 256> table{};
  for (unsigned c = 0; c < 256; ++c) table[c] = WordStarts::kind_of(static_cast<char>(c));
  return table;
}();

}  // namespace

WordNumbers::WordNumbers() : slots_(first_slots) {}

std::size_t WordNumbers::place_of(std::uint64_t low, std::uint64_t high) const {
  const std::uint64_t mixed = (low ^ (high * 0x9E3779B97F4A7C15U)) * 0xBF58476D1CE4E5B9U;
  std::size_t at = (mixed >> 32U) & (slots_.size() - 1);
  while (slots_[at].low != 0 && (slots_[at].low != low || slots_[at].high != high)) at = (at + 1) & (slots_.size() - 1);
  return at;
}

std::uint16_t WordNumbers::number_of(std::uint64_t low, std::uint64_t high) {
  std::size_t at = place_of(low, high);
  if (slots_[at].low != 0) return static_cast<std::uint16_t>(slots_[at].number);
  if (used_ >= most_words) return none;
  if (2 * (used_ + std::size_t{1}) > slots_.size()) {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.low != 0) slots_[place_of(slot.low, slot.high)] = slot;
    at = place_of(low, high);
  }
  slots_[at] = {low, high, used_};
  return used_++;
}

void WordStarts::find(std::string_view text, WordNumbers& numbers) {
  at_.clear();
  end_.clear();
  number_.clear();
  bits_ = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::uint8_t kind = kind_table[static_cast<unsigned char>(text[i])];
    if (kind == other) {
      ++i;
      continue;
    }
    at_.push_back(static_cast<std::uint32_t>(i));
    bits_ |= std::uint64_t{1} << kind;
    std::uint64_t parts[2] = {0, 0};
    unsigned length = 0;
    bool underscore = false;
    for (; kind != other; kind = i < text.size() ? kind_table[static_cast<unsigned char>(text[i])] : other) {
      // Kinds are 0 to 36: no byte of a word is zero, and none is told apart by its case.
      if (length < 16) parts[length / 8] |= std::uint64_t{static_cast<unsigned>(kind) + 1} << (length % 8 * 8);
      underscore |= kind == 36;
      ++length;
      ++i;
    }
    end_.push_back(static_cast<std::uint32_t>(i));
    number_.push_back(length <= 16 && !underscore ? numbers.number_of(parts[0], parts[1]) : WordNumbers::none);
  }
}

}  // namespace muster::rules
