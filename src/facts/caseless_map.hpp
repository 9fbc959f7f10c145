// Words in lower case -> values, asked with words as they are written. Made for lists of which the whole text is
// asked: no string is made for a question, and most words that are in no list are told by one look at a small table.
// Case is that of ASCII. Words of more than `longest` letters are in no list. Private to facts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "muster/base/caseless.hpp"

namespace muster::facts {

// Up to 32 letters in lower case, as four numbers: compared and hashed without a loop over letters.
struct CaselessKey {
  static constexpr std::size_t longest = 32;
  std::array<std::uint64_t, 4> letters{};
  std::uint64_t hash;

  // `written` must have at most `longest` letters.
  explicit CaselessKey(std::string_view written)
      : hash(base::hash_letters(written, [this](std::size_t i, std::uint64_t eight) { letters[i] = eight; })) {}
};

template <class Value>
class CaselessMap {
 public:
  // The value of a key (any case), made if it is new; a key that is empty or too long has none. What was found before
  // is good no longer. O(1), all keys now and then.
  Value* make(std::string_view key) {
    if (key.empty() || key.size() > CaselessKey::longest) return nullptr;
    if (2 * (entries_.size() + 1) > slots_.size()) grow();
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
      std::uint64_t other = size ^ length;   // no loop, no call: this is asked of every word
      for (std::size_t i = 0; i < letters.size(); ++i) other |= letters[i] ^ key.letters[i];
      return other == 0;
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
  std::vector<Slot> slots_;   // a power of two; half of them or more are empty
  std::vector<Entry> entries_;
};

}   // namespace muster::facts
