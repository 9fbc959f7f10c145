#include "pipeline/conveyor.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

#include "muster/base/heap.hpp"
#include "pipeline/cores.hpp"

namespace muster::pipeline {
namespace {

constexpr auto tick = std::chrono::milliseconds(100);

// Some documents of one file that are read together.
struct Batch {
  std::vector<ingest::Opened> opened;
  std::vector<Finished> finished;
  std::vector<Taken> taken;                     // of each record
  std::size_t file = 0;
  std::size_t bytes = 0;
  bool done = false;
};

struct File {
  std::deque<std::shared_ptr<Batch>> batches;   // not yet taken, in order
  bool complete = false;                        // no batch will be added
};

constexpr std::size_t thread_heap = 8 << 20;   // bytes that a thread asks for at once

class Conveyor {
 public:
  Conveyor(const std::vector<Task>& tasks, const Stages& stages, const Belt& belt, unsigned threads)
      : tasks_(tasks), stages_(stages), belt_(belt), max_threads_(threads), files_(tasks.size()) {}
  ~Conveyor() { finish(); }
  Conveyor(const Conveyor&) = delete;
  Conveyor& operator=(const Conveyor&) = delete;

  Outcome run(const TakeAt& take, const std::function<void(const Progress&)>& progress);

 private:
  // The next batch to be taken, none while it is not done. Under the lock.
  [[nodiscard]] std::shared_ptr<Batch> next_done();
  // Goes on to the first file of which something is to be taken. Under the lock.
  void pass_taken_files();
  [[nodiscard]] bool interrupted() const { return belt_.stop && belt_.stop->load(std::memory_order_relaxed); }
  void start_thread();                                  // under the lock
  void finish();                                        // tells the threads to end and waits for them
  void work();
  void open(std::size_t index);
  void send_on(std::size_t index, std::shared_ptr<Batch>& batch);
  void publish(std::size_t index, std::shared_ptr<Batch> batch);
  bool read_pending(std::unique_lock<std::mutex>& lock);
  void read(Batch& batch) const;
  // Whether a file may be begun: there is room, or everything waits for that very file.
  [[nodiscard]] bool may_begin() const {
    return next_ < tasks_.size() && (next_ == head_ || (belt_.unordered && in_flight_ == 0) ||
                                     (in_flight_ < belt_.budget && next_ < head_ + window_));
  }

  static constexpr std::size_t window_ = 4096;          // files begun ahead of the one that is taken

  const std::vector<Task>& tasks_;
  const Stages& stages_;
  const Belt& belt_;
  const unsigned max_threads_;

  std::mutex mutex_;
  std::condition_variable work_;                        // something to begin, to read, or room
  std::condition_variable taken_;                       // a batch is done or a file complete
  std::vector<File> files_;
  std::deque<std::shared_ptr<Batch>> pending_;          // to be read
  std::size_t next_ = 0;                                // first file not begun
  std::size_t head_ = 0;                                // file whose records are taken next
  std::size_t in_flight_ = 0;
  std::size_t idle_ = 0;                                // threads without work
  bool over_ = false;
  std::vector<std::jthread> threads_;
};

void Conveyor::start_thread() {
  if (!over_ && threads_.size() < max_threads_) threads_.emplace_back([this] { work(); });
}

void Conveyor::finish() {
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
  }
  work_.notify_all();
  threads_.clear();   // joins
}

void Conveyor::read(Batch& batch) const {
  if (interrupted()) return batch.opened.clear();
  for (const ingest::Opened& opened : batch.opened)
    batch.taken.push_back({{batch.file, opened.index}, opened.milliseconds});
  batch.finished = stages_.read(std::exchange(batch.opened, {}));
  for (std::size_t i = 0; i < batch.finished.size(); ++i) batch.taken[i].milliseconds += batch.finished[i].milliseconds;
}

// Reads one waiting batch, if there is one. The lock is released meanwhile.
bool Conveyor::read_pending(std::unique_lock<std::mutex>& lock) {
  if (pending_.empty() || over_) return false;
  const std::shared_ptr<Batch> batch = std::move(pending_.front());
  pending_.pop_front();
  lock.unlock();
  read(*batch);
  lock.lock();
  batch->done = true;
  taken_.notify_one();
  return true;
}

void Conveyor::publish(std::size_t index, std::shared_ptr<Batch> batch) {
  std::unique_lock lock(mutex_);
  batch->file = index;
  in_flight_ += batch->bytes;
  files_[index].batches.push_back(batch);
  if (batch->done) {
    taken_.notify_one();
  } else {
    pending_.push_back(std::move(batch));
    start_thread();
    work_.notify_all();
  }
  // Too much waits: help reading, then wait for room. The file that is taken next may always go on
  // once its own batches are taken, so someone always can.
  while (in_flight_ > belt_.budget && !over_) {
    if (read_pending(lock)) continue;
    if ((index == head_ || belt_.unordered) && files_[index].batches.empty()) break;
    work_.wait(lock);
  }
}

// Before its file makes this thread wait: nothing that was read of it may wait with it, nor anything that
// only this thread would read.
void Conveyor::send_on(std::size_t index, std::shared_ptr<Batch>& batch) {
  if (!batch->opened.empty()) publish(index, std::exchange(batch, std::make_shared<Batch>()));
  std::unique_lock lock(mutex_);
  while (idle_ == 0 && read_pending(lock)) {
  }
}

void Conveyor::open(std::size_t index) {
  auto batch = std::make_shared<Batch>();
  const auto stopped = [&] {
    if (interrupted()) return true;
    const std::lock_guard lock(mutex_);
    return over_;
  };
  std::size_t sent = 0;   // bytes of this file's batches
  stages_.open(tasks_[index], [&](ingest::Opened&& opened) {
    const std::size_t full = std::clamp(sent / 4, belt_.batch_bytes / 4, belt_.batch_bytes);
    if (batch->bytes >= full || batch->opened.size() >= belt_.batch_documents) {
      sent += batch->bytes;
      publish(index, std::exchange(batch, std::make_shared<Batch>()));
    }
    batch->bytes += 2 * opened.source.text.utf8().size() + 512;
    batch->opened.push_back(std::move(opened));
    return !stopped();
  }, [&] { send_on(index, batch); });
  batch->file = index;
  read(*batch);        // the last batch, mostly the only one: no need to hand it on
  batch->done = true;
  publish(index, std::move(batch));
  const std::lock_guard lock(mutex_);
  files_[index].complete = true;
  taken_.notify_one();
}

void Conveyor::work() {
  base::widen_heap(thread_heap);
  std::unique_lock lock(mutex_);
  while (!over_) {
    if (read_pending(lock)) continue;
    if (may_begin()) {
      const std::size_t index = next_++;
      lock.unlock();
      open(index);
      lock.lock();
      continue;
    }
    if (next_ == tasks_.size() && head_ == tasks_.size()) return;
    ++idle_;
    work_.wait(lock);
    --idle_;
  }
}

void Conveyor::pass_taken_files() {
  const std::size_t before = head_;
  while (head_ < tasks_.size() && files_[head_].batches.empty() && files_[head_].complete) ++head_;
  if (head_ != before) work_.notify_all();
}

std::shared_ptr<Batch> Conveyor::next_done() {
  for (std::size_t i = head_; i < (belt_.unordered ? next_ : head_ + 1); ++i) {
    std::deque<std::shared_ptr<Batch>>& batches = files_[i].batches;
    const auto done = belt_.unordered
                          ? std::find_if(batches.begin(), batches.end(), [](const auto& batch) { return batch->done; })
                          : (batches.empty() || !batches.front()->done ? batches.end() : batches.begin());
    if (done == batches.end()) continue;
    std::shared_ptr<Batch> batch = std::move(*done);
    batches.erase(done);
    return batch;
  }
  return nullptr;
}

Outcome Conveyor::run(const TakeAt& take, const std::function<void(const Progress&)>& progress) {
  Outcome outcome;
  const auto report = [&](std::size_t index) {
    if (!progress) return;
    const std::string_view current =
        index < tasks_.size() ? std::string_view(tasks_[index].input.path) : std::string_view{};
    progress({outcome.read + outcome.failed, outcome.failed, index, tasks_.size(), current});
  };
  bool told = false;   // that nothing is done
  std::unique_lock lock(mutex_);
  for (std::size_t i = 0; i < max_threads_ && i < tasks_.size(); ++i) start_thread();
  while (head_ < tasks_.size() && !over_) {
    if (interrupted()) {
      outcome.interrupted = true;
      break;
    }
    pass_taken_files();
    if (head_ == tasks_.size()) break;
    const std::shared_ptr<Batch> batch = next_done();
    if (!batch) {
      if (belt_.idle && !told) {
        told = true;
        lock.unlock();
        const bool go_on = belt_.idle();
        lock.lock();
        if (!go_on) break;
        continue;
      }
      taken_.wait_for(lock, tick);
      if (progress) {
        const std::size_t index = head_;
        lock.unlock();
        report(index);
        lock.lock();
      }
      continue;
    }
    const std::size_t index = head_;
    lock.unlock();
    told = false;
    bool go_on = true;
    for (std::size_t i = 0; i < batch->finished.size(); ++i) {
      model::Record& record = batch->finished[i].record;
      ++(record.failed ? outcome.failed : outcome.read);
      go_on = take(std::move(record), batch->taken[i]);
      if (!go_on) break;
      report(index);
    }
    if (interrupted()) outcome.interrupted = true;
    lock.lock();
    in_flight_ -= batch->bytes;
    work_.notify_all();
    if (!go_on || outcome.interrupted) break;
  }
  lock.unlock();
  if (outcome.interrupted && belt_.interrupted) belt_.interrupted();
  finish();
  return outcome;
}

}  // namespace

Outcome convey(const std::vector<Task>& tasks, const Stages& stages, const Belt& belt, const TakeAt& take,
               const std::function<void(const Progress&)>& progress) {
  const unsigned threads = belt.threads > 0 ? belt.threads : usable_cores();
  return Conveyor(tasks, stages, belt, threads).run(take, progress);
}

}  // namespace muster::pipeline
