// SPDX-License-Identifier: AGPL-3.0-or-later
#include "ingest/pdf_worker/last_words.hpp"

#include <unistd.h>

#include <array>
#include <string_view>

#include "ingest/pdf_worker/stream.hpp"

namespace muster::pdf_worker {
namespace {

namespace wire = ingest::pdf::wire;

const FrameWriter* volatile speaker = nullptr;
std::array<char, 64 * 1024> other_stack;

void on_signal(int signal) { end_now(signal == SIGPROF ? wire::exit_time : wire::exit_crash); }

}  // namespace

void speak_for(const FrameWriter* writer) { speaker = writer; }

void end_now(int code) {
  if (const FrameWriter* writer = speaker; writer != nullptr) {
    speaker = nullptr;   // a second crash in here must find nobody
    std::string_view rest = writer->whole();
    while (!rest.empty()) {
      const ssize_t done = ::write(STDOUT_FILENO, rest.data(), rest.size());
      if (done <= 0) break;
      rest.remove_prefix(static_cast<std::size_t>(done));
    }
  }
  _exit(code);
}

void catch_signals() {
  stack_t stack{};
  stack.ss_sp = other_stack.data();
  stack.ss_size = other_stack.size();
  sigaltstack(&stack, nullptr);
  struct sigaction action{};
  action.sa_handler = on_signal;
  action.sa_flags = static_cast<int>(SA_ONSTACK | SA_NODEFER);
#ifdef MUSTER_SANITIZED
  static constexpr std::array caught = {SIGPROF};   // the others are the sanitizers' own
#else
  static constexpr std::array caught = {SIGPROF, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
#endif
  for (const int signal : caught) sigaction(signal, &action, nullptr);
}

}  // namespace muster::pdf_worker
