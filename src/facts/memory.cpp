#include "facts/memory.hpp"

namespace muster::facts {

Memory& memory_of(const Reading& reading) {
  std::shared_ptr<Memory>& memory = reading.remembered.memory;
  if (memory == nullptr) memory = std::make_shared<Memory>(reading);
  return *memory;
}

}   // namespace muster::facts
