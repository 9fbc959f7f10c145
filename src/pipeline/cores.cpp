#include "pipeline/cores.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string_view>
#include <thread>

#if defined(__linux__)
#include <sched.h>
#endif

namespace muster::pipeline {
namespace {

// Whole cores that `quota` of every `period` is worth; 0: no ration.
unsigned cores_of(const std::string& quota, const std::string& period) {
  char* end = nullptr;
  const long long used = std::strtoll(quota.c_str(), &end, 10);
  if (end == quota.c_str() || used <= 0) return 0;   // "max", "-1"
  const long long of = std::strtoll(period.c_str(), nullptr, 10);
  return of <= 0 ? 0 : static_cast<unsigned>(std::clamp<long long>((used + of - 1) / of, 1, 4096));
}

std::string word_of(std::ifstream& in) {
  std::string word;
  in >> word;
  return word;
}

unsigned less(unsigned a, unsigned b) { return a == 0 ? b : b == 0 ? a : std::min(a, b); }

// The rations of a group and of those that it lies in.
template <class Ration>
unsigned least_above(std::string group, Ration ration) {
  unsigned least = 0;
  while (true) {
    least = less(least, ration(group));
    if (group.empty()) return least;
    const std::size_t slash = group.rfind('/');
    group.resize(slash == std::string::npos ? 0 : slash);
  }
}

// 0: none.
unsigned rationed(const std::string& root) {
  std::ifstream groups(root + "/proc/self/cgroup");
  unsigned least = 0;
  for (std::string line; std::getline(groups, line);) {
    const std::size_t first = line.find(':'), second = line.find(':', first + 1);
    if (first == std::string::npos || second == std::string::npos) continue;
    const std::string kinds = "," + line.substr(first + 1, second - first - 1) + ",";
    std::string group = line.substr(second + 1);
    if (group == "/") group.clear();
    if (kinds == ",,") {
      least = less(least, least_above(group, [&](const std::string& at) {
        std::ifstream in(root + "/sys/fs/cgroup" + at + "/cpu.max");
        const std::string quota = word_of(in);
        return cores_of(quota, word_of(in));
      }));
    } else if (kinds.find(",cpu,") != std::string::npos) {
      for (const std::string_view mount : {"/sys/fs/cgroup/cpu", "/sys/fs/cgroup/cpu,cpuacct"})
        least = less(least, least_above(group, [&](const std::string& at) {
          const std::string folder = root + std::string(mount) + at;
          std::ifstream quota(folder + "/cpu.cfs_quota_us"), period(folder + "/cpu.cfs_period_us");
          return cores_of(word_of(quota), word_of(period));
        }));
    }
  }
  return least;
}

}  // namespace

unsigned usable_cores(const std::string& root) {
  unsigned cores = std::max(1U, std::thread::hardware_concurrency());
#if defined(__linux__)
  cpu_set_t set;
  CPU_ZERO(&set);
  if (sched_getaffinity(0, sizeof(set), &set) == 0 && CPU_COUNT(&set) > 0)
    cores = static_cast<unsigned>(CPU_COUNT(&set));
#endif
  return std::max(1U, less(cores, rationed(root)));
}

}  // namespace muster::pipeline
