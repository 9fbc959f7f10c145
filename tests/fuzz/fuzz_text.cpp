#include "doors.hpp"

#include <string>

#include "reading.hpp"

int fuzz_text(const std::uint8_t* data, std::size_t size) {
  if (size > 256 * 1024) return 0;
  read_and_check({reinterpret_cast<const char*>(data), size}, "fuzz.txt");
  return 0;
}
