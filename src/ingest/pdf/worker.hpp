// One run of muster-pdf, the program that reads PDF documents in a process of its own (see protocol.hpp):
// started, given documents, heard, and ended by force where it does not answer in time. Knows nothing of
// what the answers mean beyond their frames.
#pragma once

#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/pdf/protocol.hpp"

namespace muster::ingest::pdf {

// How an exchange with the worker ended, other than by its own `end` frame.
enum class Broken : std::uint8_t {
  absent,      // no such program, or it could not be started
  foreign,     // it speaks another version, or rubbish
  late,        // no end within the time
  memory,      // it may not have more
  died,        // it crashed, or was stopped by its sandbox
  flooded,     // it answered more than was asked for
};

class Worker {
 public:
  // Beside this program, in ../libexec/muster, where it was installed; or what MUSTER_PDF names. "" if nowhere.
  [[nodiscard]] static std::string find();
  // Starts `program`; `memory` is the most that it may take, in bytes.
  Worker(const std::string& program, std::uint64_t memory);
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  using OnFrame = std::function<bool(wire::Kind, std::string_view)>;   // false: the frame makes no sense
  // Sends a document and hands on the frames up to and with `end`. nullopt: the worker can take another;
  // otherwise it is gone. Not for two threads at once.
  [[nodiscard]] std::optional<Broken> ask(std::string_view document, const wire::Request& request,
                                          std::chrono::milliseconds time, const OnFrame& on_frame);
  [[nodiscard]] std::uint8_t sandbox() const { return sandbox_; }
  // What it was given until now.
  [[nodiscard]] unsigned documents() const { return documents_; }

 private:
  using Time = std::chrono::steady_clock::time_point;
  bool start(const std::string& program, std::uint64_t memory);
  std::optional<Broken> greet(Time until);
  std::optional<Broken> send(std::string_view bytes, Time until);
  std::optional<Broken> fill(std::size_t want, Time until);
  std::optional<Broken> wait(short events, Time until) const;
  Broken end();

  pid_t pid_ = -1;
  pid_t owner_ = getpid();     // after a fork the worker is still the parent's
  int fd_ = -1;
  bool greeted_ = false;
  unsigned documents_ = 0;
  std::uint8_t sandbox_ = 0;
  std::string in_;             // heard and not handed on
  std::size_t at_ = 0;         // in in_
};

}  // namespace muster::ingest::pdf
