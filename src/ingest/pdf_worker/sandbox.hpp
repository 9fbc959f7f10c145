// SPDX-License-Identifier: AGPL-3.0-or-later
// Takes from this process all that reading a PDF does not need: files, sockets, programs, memory without end.
#pragma once

#include <cstdint>

namespace muster::pdf_worker {

// Closes every file but 0, 1 and 2, sets the limits of resources (memory: bytes of address space, 0 for
// none) and the filter of system calls. Returns wire::sandbox bits: what the system let it set.
[[nodiscard]] std::uint8_t close_in(std::uint64_t memory);

// Ends the process after so many seconds of CPU from now; 0 takes the limit off.
void limit_cpu(unsigned seconds);

}  // namespace muster::pdf_worker
