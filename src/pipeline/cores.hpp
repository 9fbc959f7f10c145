// How many cores this process may use: fewer than the machine has where it is bound to some of them, or
// where a container's control group rations their time.
#pragma once

#include <string>

namespace muster::pipeline {

// At least 1. `root`: where /proc and /sys are looked for (tests have their own). A ration of two and a
// half cores counts as three threads; what cannot be read rations nothing.
[[nodiscard]] unsigned usable_cores(const std::string& root = "/");

}  // namespace muster::pipeline
