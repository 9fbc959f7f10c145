// The bounded pipeline: files in, records out in order, on all cores. It knows no stage: opening and
// reading are functions given to it, so that it can be tested with invented ones.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <vector>

#include "muster/pipeline/run.hpp"

namespace muster::pipeline {

// What a stage calls before it waits for a pipe: what it has handed over so far goes on its way.
using Waiting = std::function<void()>;

struct Finished {
  model::Record record;
  double milliseconds = 0;                     // computing it took
};

// Called on any thread, several at once. Neither may throw.
struct Stages {
  std::function<void(const Task&, const ingest::Take&, const Waiting&)> open;
  std::function<std::vector<Finished>(std::vector<ingest::Opened>&&)> read;   // a record for each, in order
};

struct Belt {
  unsigned threads = 0;                        // 0: all that the machine gives us
  const std::atomic<bool>* stop = nullptr;
  std::function<void()> interrupted = {};      // see Options
  std::function<bool()> idle = {};             // see Options
  bool unordered = false;                      // records of whatever is done first
  std::size_t budget = std::size_t{64} << 20;  // bytes of text waiting to be read or taken, about
  // A batch ends with the document that fills it. Batches grow with what their file has given so far, from a quarter of
  // `batch_bytes` to the whole: long ones cost less for their length, and a short file is still shared among threads.
  std::size_t batch_bytes = std::size_t{1} << 20;
  std::size_t batch_documents = 512;
};

// Records of task 0, 1, …, each task's in the order in which `open` handed them over. A file with many
// documents is cut into batches that are read in parallel.
[[nodiscard]] Outcome convey(const std::vector<Task>& tasks, const Stages& stages, const Belt& belt, const TakeAt& take,
                             const std::function<void(const Progress&)>& progress);

}  // namespace muster::pipeline
