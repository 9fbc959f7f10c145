// A share of the documents, told by their names alone: machines that know nothing of each other divide the work.
#pragma once

#include <cstdint>
#include <string_view>

#include "muster/model/source.hpp"

namespace muster::pipeline {

// Number `number` (from 1) of `count` shares.
struct Shard {
  std::uint64_t number = 1, count = 1;

  // Documents of one file are dealt out one by one: by FNV-1a (64 bits) of path, a zero byte, the entry's name, a zero
  // byte and the record's number in decimal digits ("" where there is none), its halves xored, modulo
  // `count`, plus 1.
  [[nodiscard]] bool has(const model::SourceInfo& name) const;
  // A file whose name says that it is one document (whole_name) is dealt out as a whole, by its path with two zero
  // bytes.
  [[nodiscard]] bool has_file(std::string_view path) const;
};

// Does the name end as those of single documents do (.pdf, .html, .txt …)?
[[nodiscard]] bool whole_name(std::string_view path);

}  // namespace muster::pipeline
