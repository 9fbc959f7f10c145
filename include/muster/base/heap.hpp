// Memory of the calling thread's heap, asked of the system at once and not page by page.
#pragma once

#include <cstddef>

namespace muster::base {

// Makes room for about so many bytes where the system allows it, in large pages if it has them; else does nothing.
// The first 2 MB are taken at once, the others when they are written to. Of use below malloc's threshold for mmap.
void widen_heap(std::size_t bytes);

}  // namespace muster::base
