// Markup -> markup that the parser can be trusted with: scripts, styles, comments, drawings and other parts
// without readable text cut out, nesting and attributes limited. What was cut can be told from the way
// back to the source. Knows nothing of the tree; its idea of nesting is an upper estimate of the parser's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muster::ingest {

struct GuardedMarkup {
  // Bytes [markup_begin, next stretch) of `markup` came from the source, from source_begin on.
  // Stretches without a source (breaks put in for a flattened tag) have `made` set.
  struct Stretch {
    std::size_t markup_begin = 0;
    std::size_t source_begin = 0;
    bool made = false;
  };
  std::string markup;
  std::vector<Stretch> stretches;               // in order of both
  std::vector<std::string_view> linked_data;    // contents of <script type="application/ld+json">, views of the source
  std::size_t flattened = 0;                    // tags left out because they were nested too deep
};

[[nodiscard]] GuardedMarkup guard_markup(std::string_view utf8, std::uint32_t max_depth);

// Source bytes of markup bytes, asked for in rising order mostly (a cursor; any order is right).
class WayBack {
 public:
  explicit WayBack(const GuardedMarkup& guarded) : stretches_(guarded.stretches) {}
  [[nodiscard]] std::size_t source_of(std::size_t markup_byte);

 private:
  const std::vector<GuardedMarkup::Stretch>& stretches_;
  std::size_t at_ = 0;
};

}  // namespace muster::ingest
