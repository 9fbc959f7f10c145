#include "muster/ingest/sha256.hpp"

#include <array>

namespace muster::ingest {

std::string Sha256::digest() {
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> bytes{};
  sha256_digest(&state_, bytes.size(), bytes.data());
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (const std::uint8_t b : bytes) hex.push_back(digits[b >> 4U]), hex.push_back(digits[b & 15U]);
  return hex;
}

std::string sha256_of(std::string_view bytes) {
  Sha256 sum;
  sum.update(bytes);
  return sum.digest();
}

}  // namespace muster::ingest
