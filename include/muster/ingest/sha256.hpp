// SHA-256 of bytes as they come by. The only file beside sha256.cpp that knows nettle.
#pragma once

#include <nettle/sha2.h>

#include <string>
#include <string_view>

namespace muster::ingest {

class Sha256 {
 public:
  Sha256() { sha256_init(&state_); }
  void update(std::string_view bytes) {
    sha256_update(&state_, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  }
  // 64 lower-case hex digits; starts anew.
  [[nodiscard]] std::string digest();

 private:
  sha256_ctx state_{};
};

[[nodiscard]] std::string sha256_of(std::string_view bytes);

}  // namespace muster::ingest
