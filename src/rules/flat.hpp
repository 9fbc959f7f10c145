// Tables as bytes that are read where they lie: what is made of the program's own packs is made when muster
// is built and compiled into it, and a start need not build it again. Of the machine that it was made for.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace muster::rules::flat {

inline constexpr std::size_t alignment = 8;

// Adds a value, or the values of a range, as they stand in memory.
template <class T>
void put(std::string& out, const T& value) {
  static_assert(std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T>);
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}
template <class Range>
void put_all(std::string& out, const Range& range) {
  for (const auto& value : range) put(out, value);
}
inline void align(std::string& out) { out.resize((out.size() + alignment - 1) / alignment * alignment, '\0'); }

// The value number `index` of those that begin at `from`. What is read was written by put: bounds are not looked at.
template <class T>
[[nodiscard]] inline T at(const char* from, std::size_t index = 0) {
  static_assert(std::is_trivially_copyable_v<T>);
  T value;
  std::memcpy(&value, from + index * sizeof value, sizeof value);
  return value;
}

// Where a part of some bytes lies.
struct Part {
  std::uint32_t begin = 0, size = 0;
  [[nodiscard]] std::string_view of(std::string_view all) const { return all.substr(begin, size); }
};

// Adds `bytes` at the next place that is aligned.
inline Part append(std::string& out, std::string_view bytes) {
  align(out);
  const Part part{static_cast<std::uint32_t>(out.size()), static_cast<std::uint32_t>(bytes.size())};
  out += bytes;
  return part;
}

}  // namespace muster::rules::flat
