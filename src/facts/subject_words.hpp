// The beginnings of words that show what a document speaks of (list `subject_words`), compiled: one look at the first
// two letters tells most words. Private to facts.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "muster/facts/make.hpp"

namespace muster::facts {

class SubjectWords {
 public:
  // `vocab` must outlive this.
  explicit SubjectWords(const model::Vocab& vocab);

  // How many words of a folded text begin as those of each subject do. O(its letters).
  [[nodiscard]] Reading::Remembered::Subjects count(std::string_view folded) const;

 private:
  struct Stem {
    std::uint64_t head, mask;   // its first eight letters, and which of eight they are
    std::string_view rest;   // the letters behind them
    std::uint32_t subjects;   // a bit for each
  };
  static std::size_t key(char first, char second) {   // letters without their case
    return (static_cast<unsigned char>(first) & 31U) << 5U | (static_cast<unsigned char>(second) & 31U);
  }
  std::array<std::vector<Stem>, 1024> stems_;   // by their first two letters
};

}   // namespace muster::facts
