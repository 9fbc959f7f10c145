// libFuzzer's entry of one door: compiled once per target with MUSTER_DOOR set to its function.
#include "doors.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) { return MUSTER_DOOR(data, size); }
