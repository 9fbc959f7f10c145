// Words in lower case -> values, asked with words as they are written. Made for lists of which the whole text is
// asked: no string is made for a question, and most words that are in no list are told by one look at a small table.
// Case is that of ASCII. Words of more than `longest` letters are in no list. Private to facts.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace muster::facts {

// Up to 32 letters in lower case, as four numbers: compared and hashed without a loop over letters.
struct CaselessKey {
  static constexpr std::size_t longest = 32;
  std::array<std::uint64_t, 4> letters{};
  std::uint64_t hash = 0;

  // `written` must have 1 to `longest` letters.
  explicit CaselessKey(std::string_view written) {
    std::uint64_t mixed = written.size() * multiplier;
    const char* at = written.data();
    std::size_t left = written.size();
    for (std::size_t i = 0; left > 0; ++i) {
      const std::size_t n = left < 8 ? left : 8;
      letters[i] = lower(load(at, n));
      mixed = (mixed ^ letters[i]) * multiplier;
      mixed ^= mixed >> 29U;
      at += n;
      left -= n;
    }
    hash = mixed * multiplier;
  }

 private:
  static constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15U;
  static std::uint64_t load(const char* at, std::size_t n) {   // 1 to 8 letters, the rest 0
    if (n == 8) {
      std::uint64_t all = 0;
      std::memcpy(&all, at, 8);
      return all;
    }
    if (n >= 4) {   // two halves that may overlap
      std::uint32_t first = 0, last = 0;
      std::memcpy(&first, at, 4);
      std::memcpy(&last, at + n - 4, 4);
      if constexpr (std::endian::native == std::endian::little)
        return first | static_cast<std::uint64_t>(last) << (8 * (n - 4));
      else return static_cast<std::uint64_t>(first) << 32U | last;   // n is told apart by the length
    }
    const auto letter = [&](std::size_t i) { return static_cast<std::uint64_t>(static_cast<unsigned char>(at[i])); };
    return letter(0) | letter(n / 2) << 8U | letter(n - 1) << 16U;
  }
  static std::uint64_t lower(std::uint64_t letters) {   // eight at once; what is no ASCII letter stays
    constexpr std::uint64_t each = 0x0101010101010101U;
    const std::uint64_t low = letters & (0x7F * each);
    const std::uint64_t past_z = low + (0x7F - 'Z') * each, from_a = low + (0x80 - 'A') * each;
    return letters | ((~letters & (0x80 * each) & (from_a ^ past_z)) >> 2U);
  }
};

template <class Value>
class CaselessMap {
 public:
  // The value of a key in lower case, made if it is new; a key that is empty or too long has none. What was found
  // before is good no longer. O(1), all keys now and then.
  Value* make(std::string_view key) {
    if (key.empty() || key.size() > CaselessKey::longest) return nullptr;
    if (4 * (entries_.size() + 1) > slots_.size()) grow();
    const CaselessKey wanted(key);
    std::size_t at = wanted.hash & (slots_.size() - 1);
    for (; slots_[at].entry != none; at = (at + 1) & (slots_.size() - 1))
      if (Entry& entry = entries_[slots_[at].entry]; entry.is(wanted, key.size())) return &entry.value;
    slots_[at] = {tag(wanted.hash), static_cast<std::uint32_t>(entries_.size())};
    entries_.push_back({wanted.letters, wanted.hash, key.size(), Value{}});
    return &entries_.back().value;
  }

  // The value of a word in any case, or nullptr. O(its letters); good until the next `make`.
  [[nodiscard]] const Value* find(std::string_view written) const {
    if (written.empty() || written.size() > CaselessKey::longest || slots_.empty()) return nullptr;
    const CaselessKey wanted(written);
    const std::uint32_t mark = tag(wanted.hash);
    for (std::size_t at = wanted.hash & (slots_.size() - 1); slots_[at].entry != none;
         at = (at + 1) & (slots_.size() - 1))
      if (slots_[at].tag == mark)
        if (const Entry& entry = entries_[slots_[at].entry]; entry.is(wanted, written.size())) return &entry.value;
    return nullptr;
  }

 private:
  struct Entry {
    std::array<std::uint64_t, 4> letters;
    std::uint64_t hash;
    std::size_t size;
    Value value;
    [[nodiscard]] bool is(const CaselessKey& key, std::size_t length) const {
      return letters == key.letters && size == length;
    }
  };
  static constexpr std::uint32_t none = 0xFFFFFFFFU;
  struct Slot {
    std::uint32_t tag = 0, entry = none;
  };
  static std::uint32_t tag(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32U); }
  void grow() {
    std::vector<Slot> slots(slots_.empty() ? 16 : 2 * slots_.size());
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
      std::size_t at = entries_[i].hash & (slots.size() - 1);
      while (slots[at].entry != none) at = (at + 1) & (slots.size() - 1);
      slots[at] = {tag(entries_[i].hash), i};
    }
    slots_ = std::move(slots);
  }
  std::vector<Slot> slots_;   // a power of two; three of four are empty
  std::vector<Entry> entries_;
};

}   // namespace muster::facts
