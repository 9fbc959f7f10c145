#include "muster/ingest/sha256.hpp"

#include <nettle/sha2.h>

#include <array>

namespace muster::ingest {

struct Sha256::State { sha256_ctx sum{}; };

Sha256::Sha256() : state_(std::make_unique<State>()) { sha256_init(&state_->sum); }
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::string_view bytes) {
  sha256_update(&state_->sum, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

std::string Sha256::digest() {
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> bytes{};
  sha256_digest(&state_->sum, bytes.size(), bytes.data());
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
