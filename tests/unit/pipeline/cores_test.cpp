// Cores that a container's ration leaves, of both kinds of control group.
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "pipeline/cores.hpp"
#include "support/folder.hpp"

using namespace muster;

TEST_SUITE("pipeline") {
  TEST_CASE("cores: the least ration of a group and of those around it counts, rounded up, never under one") {
    using Files = std::vector<std::pair<std::string, std::string>>;
    struct Row {
      const char* what;
      Files files;
      unsigned most;   // 0: no ration, so all that the process is bound to
    };
    const std::vector<Row> table = {
        {"nothing can be read", {}, 0},
        {"no ration", {{"proc/self/cgroup", "0::/\n"}, {"sys/fs/cgroup/cpu.max", "max 100000\n"}}, 0},
        {"version 2", {{"proc/self/cgroup", "0::/box\n"}, {"sys/fs/cgroup/box/cpu.max", "100000 100000\n"}}, 1},
        {"half a core", {{"proc/self/cgroup", "0::/box\n"}, {"sys/fs/cgroup/box/cpu.max", "50000 100000\n"}}, 1},
        {"an outer group", {{"proc/self/cgroup", "0::/pod/box\n"}, {"sys/fs/cgroup/pod/cpu.max", "80000 100000\n"},
        {"sys/fs/cgroup/pod/box/cpu.max", "max 100000\n"}}, 1},
        {"version 1", {{"proc/self/cgroup", "7:memory:/box\n3:cpu,cpuacct:/box\n"},
        {"sys/fs/cgroup/cpu/box/cpu.cfs_quota_us", "100000\n"}, {"sys/fs/cgroup/cpu/box/cpu.cfs_period_us",
        "100000\n"}}, 1},
        {"version 1 without a ration", {{"proc/self/cgroup", "3:cpu:/\n"}, {"sys/fs/cgroup/cpu/cpu.cfs_quota_us",
        "-1\n"}, {"sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n"}}, 0},
        {"nonsense", {{"proc/self/cgroup", "x\n0::\n"}, {"sys/fs/cgroup/cpu.max", "many few\n"}}, 0},
    };
    const support::Folder empty({});
    const unsigned all = pipeline::usable_cores(empty.path());
    CHECK(all >= 1);
    for (const Row& row : table) {
      CAPTURE(row.what);
      const support::Folder folder(row.files);
      CHECK(pipeline::usable_cores(folder.path()) == (row.most == 0 ? all : row.most));
    }
  }
}
