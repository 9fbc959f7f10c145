// SHA-256 of bytes as they come by. Who includes it needs nothing of the library behind it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace muster::ingest {

// Moved from, it may only be destroyed or assigned to.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  void update(std::string_view bytes);   // O(bytes)
  // 64 lower-case hex digits; starts anew.
  [[nodiscard]] std::string digest();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

[[nodiscard]] std::string sha256_of(std::string_view bytes);

}  // namespace muster::ingest
