#include "ingest/pdf/workers.hpp"

#include <unistd.h>

#include <mutex>
#include <vector>

namespace muster::ingest::pdf {
namespace {

constexpr unsigned most_documents = 200;   // MuPDF keeps some kilobytes of each: after so many a new one costs less

struct Idle {
  std::string program;
  std::uint64_t memory = 0;
  std::unique_ptr<Worker> worker;
};

struct Pool {
  std::mutex mutex;
  std::vector<Idle> idle;
  pid_t owner = getpid();
};

Pool& pool() {
  static Pool one;
  return one;
}

}  // namespace

std::unique_ptr<Worker> borrow_worker(const std::string& program, std::uint64_t memory) {
  Pool& all = pool();
  {
    const std::lock_guard lock(all.mutex);
    if (all.owner != getpid()) {
      all.idle.clear();   // after a fork the workers are the parent's, who loses nothing by this
      all.owner = getpid();
    }
    for (std::size_t i = all.idle.size(); i-- > 0;) {
      if (all.idle[i].memory != memory || all.idle[i].program != program) continue;
      std::unique_ptr<Worker> worker = std::move(all.idle[i].worker);
      all.idle.erase(all.idle.begin() + static_cast<std::ptrdiff_t>(i));
      return worker;
    }
  }
  return std::make_unique<Worker>(program, memory);
}

void give_back(std::unique_ptr<Worker> worker, const std::string& program, std::uint64_t memory) {
  if (worker->documents() >= most_documents) return;
  Pool& all = pool();
  const std::lock_guard lock(all.mutex);
  all.idle.push_back({program, memory, std::move(worker)});
}

}  // namespace muster::ingest::pdf
