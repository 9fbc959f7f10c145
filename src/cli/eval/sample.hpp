// A seeded random sample of facts, for a person to judge. Which facts are drawn depends on the seed and
// on the facts alone, not on threads or the order of documents.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "muster/model/record.hpp"

namespace muster::cli::eval {

// A fact with what is needed to judge it.
struct Drawn {
  std::uint64_t lot = 0;              // the smallest lots are drawn
  std::string kind;                   // "statuses", as the record's list is called
  std::string path, member;
  std::optional<std::uint64_t> record;
  std::string id;
  base::Span quote;
  std::optional<int> page;
  std::string said, label;            // the quote; what muster made of it
  std::string before, after;          // the text around it
};

class Sample {
 public:
  Sample(std::size_t size, std::uint64_t seed) : size_(size), seed_(seed) {}
  void add(const model::Record& record);   // keeps at most `size` facts of each kind
  // As many of each kind as of the others while there are any; by kind, then place.
  [[nodiscard]] std::vector<Drawn> draw() const;

 private:
  std::size_t size_;
  std::uint64_t seed_;
  std::map<std::string, std::vector<Drawn>> kept_;   // heaps, the largest lot on top
};

}  // namespace muster::cli::eval
