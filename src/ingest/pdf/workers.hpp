// The workers of this process: lent to one thread at a time, kept for the next document, ended with the process.
#pragma once

#include <memory>
#include <string>

#include "ingest/pdf/worker.hpp"

namespace muster::ingest::pdf {

// A worker that is not in use, or a new one. Thread-safe. Never null, but what `ask` says may be `absent`.
[[nodiscard]] std::unique_ptr<Worker> borrow_worker(const std::string& program, std::uint64_t memory);
// Keeps a worker that can take another document; one that has read many is ended instead.
void give_back(std::unique_ptr<Worker> worker, const std::string& program, std::uint64_t memory);

}  // namespace muster::ingest::pdf
