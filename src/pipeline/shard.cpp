#include "muster/pipeline/shard.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace muster::pipeline {
namespace {

std::uint64_t fnv(std::uint64_t hash, std::string_view bytes) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}

// The lowest bits of FNV-1a are its weakest: the upper half is mixed in before the remainder is taken.
std::uint64_t share(std::string_view path, std::string_view member, std::string_view record, std::uint64_t count) {
  constexpr std::string_view zero("\0", 1);
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const std::string_view part : {path, zero, member, zero, record}) hash = fnv(hash, part);
  return (hash ^ (hash >> 32U)) % count + 1;
}

}  // namespace

bool Shard::has(const model::SourceInfo& name) const {
  if (!name.member && !name.record) return has_file(name.path);
  return share(name.path, name.member ? std::string_view(*name.member) : std::string_view{},
               name.record ? std::to_string(*name.record) : std::string{}, count) == number;
}

bool Shard::has_file(std::string_view path) const { return share(path, {}, {}, count) == number; }

bool whole_name(std::string_view path) {
  constexpr std::array endings = {".pdf", ".docx", ".odt", ".html", ".htm", ".xhtml", ".md", ".txt"};
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return false;
  std::string ending(path.substr(dot));
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

}  // namespace muster::pipeline
