// The conveyor with invented stages: order, batches, room, stopping. Runs under TSan too (label "threads").
#include "pipeline/conveyor.hpp"

#include <atomic>
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

using namespace muster;

namespace {

std::vector<pipeline::Task> files(std::size_t count) {
  std::vector<pipeline::Task> tasks(count);
  for (std::size_t i = 0; i < count; ++i) tasks[i].input.path = std::to_string(i);
  return tasks;
}

ingest::Opened document(const std::string& path, std::uint64_t number, std::size_t letters = 10) {
  ingest::Opened opened;
  opened.source.info.path = path;
  opened.source.info.record = number;
  opened.source.text = model::Text(std::string(letters, 'x'));
  return opened;
}

model::Record record_of(ingest::Opened&& opened) {
  model::Record record;
  record.document.source = std::move(opened.source.info);
  record.failed = opened.error.has_value();
  return record;
}

std::vector<pipeline::Finished> records_of(std::vector<ingest::Opened>&& batch) {
  std::vector<pipeline::Finished> finished;
  for (ingest::Opened& opened : batch) finished.push_back({record_of(std::move(opened)), 0});
  return finished;
}

std::string name_of(const model::Record& record) {
  return record.document.source.path + '.' + std::to_string(record.document.source.record.value_or(0));
}

// `documents` a file; the first files are the slowest, so that whoever does not wait comes out of order.
pipeline::Stages invented(std::size_t documents, std::size_t letters = 10, std::chrono::microseconds pause = {}) {
  return {[=](const pipeline::Task& task, const ingest::Take& take, const pipeline::Waiting&) {
            for (std::size_t i = 1; i <= documents; ++i)
              if (!take(document(task.input.path, i, letters))) return;
          },
          [=](std::vector<ingest::Opened>&& batch) {
            for (const ingest::Opened& opened : batch)
              if (opened.source.info.path.size() == 1) std::this_thread::sleep_for(pause);
            return records_of(std::move(batch));
          }};
}

std::vector<std::string> in_order(std::size_t files, std::size_t documents) {
  std::vector<std::string> names;
  for (std::size_t f = 0; f < files; ++f)
    for (std::size_t d = 1; d <= documents; ++d) names.push_back(std::to_string(f) + '.' + std::to_string(d));
  return names;
}

struct Ran {
  std::vector<std::string> names;
  pipeline::Outcome outcome;
};

Ran run(const std::vector<pipeline::Task>& tasks, const pipeline::Stages& stages, const pipeline::Belt& belt,
        std::size_t most = SIZE_MAX) {
  Ran ran;
  ran.outcome = pipeline::convey(tasks, stages, belt, [&](model::Record&& record, const pipeline::Taken&) {
    ran.names.push_back(name_of(record));
    return ran.names.size() < most;
  }, {});
  return ran;
}

}  // namespace

TEST_SUITE("pipeline") {
  TEST_CASE("conveyor: records come in the order of the files and of the documents in them, whatever the threads") {
    const struct {
      std::size_t files, documents;
    } rows[] = {{0, 0}, {1, 0}, {1, 1}, {1, 1000}, {40, 1}, {7, 150}, {25, 0}};
    for (const auto& row : rows) {
      for (const unsigned threads : {1U, 2U, 5U, 16U}) {
        CAPTURE(row.files);
        CAPTURE(row.documents);
        CAPTURE(threads);
        const Ran ran =
            run(files(row.files), invented(row.documents, 10, std::chrono::microseconds(200)), {.threads = threads});
        CHECK(ran.names == in_order(row.files, row.documents));
        CHECK(ran.outcome.read == row.files * row.documents);
        CHECK(ran.outcome.failed == 0);
        CHECK_FALSE(ran.outcome.interrupted);
      }
    }
  }

  TEST_CASE("conveyor: little room slows it down, and changes nothing else") {
    for (const unsigned threads : {1U, 2U, 6U}) {
      for (const std::size_t budget : {std::size_t{0}, std::size_t{1}, std::size_t{5000}}) {
        CAPTURE(threads);
        CAPTURE(budget);
        const pipeline::Belt belt{.threads = threads, .budget = budget, .batch_bytes = 600, .batch_documents = 3};
        CHECK(run(files(12), invented(30, 100), belt).names == in_order(12, 30));
      }
    }
  }

  TEST_CASE("conveyor: a document that failed is a record in its place, and is counted") {
    pipeline::Stages stages = invented(3);
    stages.open = [open = stages.open](const pipeline::Task& task, const ingest::Take& take, const pipeline::Waiting&) {
      open(task, [&](ingest::Opened&& opened) {
        if (opened.source.info.record == 2) opened.error = base::Error{base::Code::input_empty, "nothing", {}, {}, {}};
        return take(std::move(opened));
      }, {});
    };
    const Ran ran = run(files(5), stages, {.threads = 3});
    CHECK(ran.names == in_order(5, 3));
    CHECK(ran.outcome.read == 10);
    CHECK(ran.outcome.failed == 5);
  }

  TEST_CASE("conveyor: who takes no more ends the run, in the middle of a file too") {
    for (const unsigned threads : {1U, 2U, 6U}) {
      for (const std::size_t most : {std::size_t{1}, std::size_t{17}, std::size_t{100}}) {
        CAPTURE(threads);
        CAPTURE(most);
        const Ran ran = run(files(50), invented(1000), {.threads = threads, .batch_documents = 5}, most);
        std::vector<std::string> wanted = in_order(1, 1000);
        wanted.resize(most);
        CHECK(ran.names == wanted);
        CHECK_FALSE(ran.outcome.interrupted);
      }
    }
  }

  TEST_CASE("conveyor: what was read of a file that waits goes on its way before, and who holds it back is told") {
    for (const unsigned threads : {1U, 2U, 4U}) {
      CAPTURE(threads);
      std::atomic<std::size_t> taken{0}, told{0};
      const auto arrives = [](const std::atomic<std::size_t>& count, std::size_t wanted) {
        for (int i = 0; i < 10'000 && count < wanted; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return count >= wanted;
      };
      pipeline::Stages stages = invented(0);
      bool in_time = true;
      stages.open = [&](const pipeline::Task& task, const ingest::Take& take, const pipeline::Waiting& waiting) {
        std::size_t handed = 0;
        for (const std::size_t together : {1U, 3U, 2U}) {
          for (std::size_t i = 0; i < together; ++i) take(document(task.input.path, ++handed, 10));
          const std::size_t before = told;
          waiting();
          in_time = in_time && arrives(taken, handed) && arrives(told, before + 1);
        }
      };
      const pipeline::Outcome outcome =
          pipeline::convey(files(1), stages, {.threads = threads, .idle = [&] { return ++told > 0; }},
                           [&](model::Record&&, const pipeline::Taken&) { return ++taken > 0; }, {});
      CHECK(in_time);
      CHECK(outcome.read == 6);
    }
  }

  TEST_CASE("conveyor: an interruption ends an endless file; what was taken is whole and in order") {
    for (const unsigned threads : {1U, 2U, 6U}) {
      CAPTURE(threads);
      std::atomic<bool> stop{false};
      const pipeline::Stages endless{
          [](const pipeline::Task& task, const ingest::Take& take, const pipeline::Waiting&) {
            for (std::uint64_t i = 1; take(document(task.input.path, i)); ++i) {}
          },
          records_of};
      std::vector<std::string> names;
      const pipeline::Outcome outcome = pipeline::convey(files(3), endless, {.threads = threads, .stop = &stop},
                                                         [&](model::Record&& record, const pipeline::Taken&) {
                                                           names.push_back(name_of(record));
                                                           if (names.size() == 500) stop = true;
                                                           return true;
                                                         },
                                                         {});
      CHECK(outcome.interrupted);
      REQUIRE(names.size() >= 500);
      std::vector<std::string> wanted = in_order(1, names.size());
      CHECK(names == wanted);
      CHECK(outcome.read == names.size());
    }
  }

  TEST_CASE("conveyor: interrupted before it begins, it reads nothing") {
    const std::atomic<bool> stop{true};
    const Ran ran = run(files(9), invented(4), {.threads = 2, .stop = &stop});
    CHECK(ran.names.empty());
    CHECK(ran.outcome.interrupted);
  }

  TEST_CASE("conveyor: progress never goes back, and ends with all") {
    std::vector<std::uint64_t> done;
    const auto tasks = files(20);
    const pipeline::Outcome outcome = pipeline::convey(
        tasks, invented(5), {.threads = 2}, [](model::Record&&, const pipeline::Taken&) { return true; },
        [&](const pipeline::Progress& now) {
          done.push_back(now.done);
          CHECK(now.total == 20);
          CHECK(now.files <= 20);
          CHECK(now.done >= now.failed);
        });
    CHECK(outcome.read == 100);
    CHECK(std::is_sorted(done.begin(), done.end()));
    REQUIRE_FALSE(done.empty());
    CHECK(done.back() == 100);
  }

  TEST_CASE("conveyor: text that waits is bounded, however many files there are") {
    std::atomic<std::size_t> waiting{0}, most{0};
    const pipeline::Stages counted{[&](const pipeline::Task& task, const ingest::Take& take, const pipeline::Waiting&) {
                                     const std::size_t now = ++waiting;
                                     std::size_t seen = most;
                                     while (seen < now && !most.compare_exchange_weak(seen, now)) {}
                                     take(document(task.input.path, 1, 100'000));
                                   },
                                   records_of};
    const auto tasks = files(200);
    const pipeline::Outcome outcome = pipeline::convey(tasks, counted, {.threads = 4, .budget = 1'000'000},
                                                       [&](model::Record&&, const pipeline::Taken&) {
                                                         std::this_thread::sleep_for(std::chrono::microseconds(300));
                                                         --waiting;
                                                         return true;
                                                       },
                                                       {});
    CHECK(outcome.read == 200);
    CHECK(most.load() <= 10);   // five documents fill the belt; each thread may have begun one more
  }
}
