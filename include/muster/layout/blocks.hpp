// Runs -> blocks. Joins wrapped lines, finds titles, headings, lists, tables and furniture.
#pragma once

#include <memory>

#include "muster/model/block.hpp"
#include "muster/model/pack.hpp"

namespace muster::layout {

// The words of furniture and headings (lists "furniture", "list_headings"), compiled. Built once,
// immutable, shared by threads. Keeps nothing of `vocab`.
class Phrases {
 public:
  explicit Phrases(const model::Vocab& vocab);
  ~Phrases();
  Phrases(Phrases&&) noexcept;
  Phrases& operator=(Phrases&&) noexcept;
  struct Tables;
  [[nodiscard]] const Tables& tables() const { return *tables_; }

 private:
  std::unique_ptr<const Tables> tables_;
};

// Consumes the source. Never fails; text without any structure is one paragraph. O(text).
[[nodiscard]] model::Document lay_out(model::Source&& source, const Phrases& phrases);
// The same with phrases compiled for this one call: for tests and single documents.
[[nodiscard]] model::Document lay_out(model::Source&& source, const model::Vocab& vocab);

}  // namespace muster::layout
