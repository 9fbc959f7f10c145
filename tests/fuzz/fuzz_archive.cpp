#include "doors.hpp"

#include <string_view>

#include "reading.hpp"

int fuzz_archive(const std::uint8_t* data, std::size_t size) {
  if (size > 256 * 1024) return 0;
  muster::ingest::Limits limits;
  limits.max_bytes = 1 << 20;
  limits.max_unpacked = 8 << 20;
  limits.max_entries = 200;
  read_and_check({reinterpret_cast<const char*>(data), size}, "fuzz.zip", limits);
  return 0;
}
