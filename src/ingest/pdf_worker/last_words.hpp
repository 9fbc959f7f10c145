// SPDX-License-Identifier: AGPL-3.0-or-later
// When the process has to end in the middle of a document (no more time or memory, a crash), the pages
// that are done are sent first.
#pragma once

#include <csignal>

namespace muster::pdf_worker {

class FrameWriter;

// Whose frames are to be sent; nullptr for nobody's.
void speak_for(const FrameWriter* writer);
// Catches what a crash raises, on a stack of its own, and the end of the CPU's time.
void catch_signals();
// Sends and ends the process.
[[noreturn]] void end_now(int code);

}  // namespace muster::pdf_worker
