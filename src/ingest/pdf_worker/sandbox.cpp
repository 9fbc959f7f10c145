// SPDX-License-Identifier: AGPL-3.0-or-later
#include "ingest/pdf_worker/sandbox.hpp"

#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>

#include "ingest/pdf/protocol.hpp"

namespace muster::pdf_worker {
namespace {

namespace wire = ingest::pdf::wire;

bool limit(int resource, rlim_t most) {
  rlimit now{};
  if (getrlimit(static_cast<__rlimit_resource_t>(resource), &now) == 0 && now.rlim_max != RLIM_INFINITY &&
      most > now.rlim_max)
    most = now.rlim_max;
  now.rlim_cur = now.rlim_max = most;
  return setrlimit(static_cast<__rlimit_resource_t>(resource), &now) == 0;
}

#ifndef MUSTER_SANITIZED
// What malloc, read and write come down to, and the clock. Everything else kills the process.
bool filter_calls() {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
  if (filter == nullptr) return false;
  static constexpr std::array calls = {SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(recvfrom), SCMP_SYS(sendto),
      SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap),
                                       SCMP_SYS(madvise), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(rt_sigreturn),
                                           SCMP_SYS(rt_sigprocmask),
                                       SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(time),
                                           SCMP_SYS(setitimer), SCMP_SYS(futex),
                                       SCMP_SYS(getrandom), SCMP_SYS(restart_syscall),
                                           SCMP_SYS(sysinfo) /* qsort asks how much memory there is */};
  bool done = true;
  for (const int call : calls) done = seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0 && done;
  // Memory, but never memory that can be run.
  const scmp_arg_cmp not_to_run{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0};
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)})
    done = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 1, &not_to_run) == 0 && done;
  done = done && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return done;
}
#endif

}  // namespace

std::uint8_t close_in(std::uint64_t memory) {
  // Where the kernel is too old for the call the starter's own CLOEXEC has to do.
  syscall(SYS_close_range, 3U, ~0U, 0U);
  bool limits = limit(RLIMIT_CORE, 0);
  limits = limit(RLIMIT_FSIZE, 0) && limits;
  limits = limit(RLIMIT_NOFILE, 3) && limits;
#ifdef MUSTER_SANITIZED
  static_cast<void>(memory);   // the sanitizers reserve terabytes and read files of their own
  return limits ? wire::sandbox::limits : 0;
#else
  limits = limit(RLIMIT_NPROC, 0) && limits;
  if (memory > 0) limits = limit(RLIMIT_AS, memory) && limits;
  const bool quiet = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
  const bool filtered = quiet && filter_calls();
  return static_cast<std::uint8_t>((limits ? wire::sandbox::limits : 0) | (filtered ? wire::sandbox::seccomp : 0));
#endif
}

void limit_cpu(unsigned seconds) {
  itimerval timer{};
  timer.it_value.tv_sec = static_cast<time_t>(seconds);
  setitimer(ITIMER_PROF, &timer, nullptr);   // see last_words.hpp
}

}  // namespace muster::pdf_worker
