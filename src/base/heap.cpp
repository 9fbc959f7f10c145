#include "muster/base/heap.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#if __has_include(<malloc.h>) && __has_include(<sys/mman.h>)
#include <malloc.h>
#include <sys/mman.h>
#endif

namespace muster::base {

void widen_heap([[maybe_unused]] std::size_t bytes) {
#if defined(M_TRIM_THRESHOLD) && defined(MADV_HUGEPAGE)
  constexpr std::uintptr_t page = 4096;
  constexpr std::uintptr_t at_once = 2 << 20;   // what every run writes to: taken now, which costs a tenth of page by page
  void* const room = std::malloc(bytes);
  if (room == nullptr) return;
  const std::uintptr_t begin = (reinterpret_cast<std::uintptr_t>(room) + page - 1) / page * page;
  const std::uintptr_t end = (reinterpret_cast<std::uintptr_t>(room) + bytes) / page * page;
  if (begin < end) {
    (void)madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
#ifdef MADV_POPULATE_WRITE
    (void)madvise(reinterpret_cast<void*>(begin), std::min<std::uintptr_t>(end - begin, at_once), MADV_POPULATE_WRITE);
#endif
  }
  std::free(room);
#endif
}

}  // namespace muster::base
