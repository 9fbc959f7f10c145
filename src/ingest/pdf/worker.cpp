#include "ingest/pdf/worker.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>

namespace muster::ingest::pdf {
namespace {

constexpr std::size_t most_frame = std::size_t{256} << 20U;   // a page of more is rubbish
constexpr std::size_t read_at_once = std::size_t{128} << 10U;
constexpr const char* program_name = "muster-pdf";

bool runs(const std::string& path) { return !path.empty() && access(path.c_str(), X_OK) == 0; }

// The folder of the program that this code runs in, with its "/"; "" if the system does not say.
std::string own_folder() {
  std::array<char, 4096> path{};
  const ssize_t n = readlink("/proc/self/exe", path.data(), path.size());
  if (n <= 0 || n == static_cast<ssize_t>(path.size())) return {};
  const std::string_view whole(path.data(), static_cast<std::size_t>(n));
  return std::string(whole.substr(0, whole.rfind('/') + 1));
}

}  // namespace

std::string Worker::find() {
  if (const char* given = std::getenv("MUSTER_PDF"); given != nullptr && *given != '\0') return given;
  const std::string here = own_folder();
  for (std::string path : {here + program_name, here + "../libexec/muster/" + program_name,
                           std::string(MUSTER_LIBEXEC) + '/' + program_name}) {
    if (runs(path)) return path;
  }
  return {};
}

Worker::Worker(const std::string& program, std::uint64_t memory) {
  if (!start(program, memory)) static_cast<void>(end());
}

Worker::~Worker() { static_cast<void>(end()); }

bool Worker::start(const std::string& program, std::uint64_t memory) {
  if (!runs(program)) return false;
  // One socket both ways: unlike a pipe it never raises SIGPIPE in a program that is not ours.
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return false;
  fd_ = ends[0];
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addclose(&actions, STDERR_FILENO);
  // A group of its own: Ctrl-C is for muster, which ends its workers itself.
  posix_spawnattr_setpgroup(&attributes, 0);
  sigset_t none, usual;
  sigemptyset(&none);
  sigfillset(&usual);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  std::string path = program, flag = "--memory", bytes = std::to_string(memory), locale = "LC_ALL=C";
  std::array<char*, 4> argv = {path.data(), flag.data(), bytes.data(), nullptr};
  std::array<char*, 2> environment = {locale.data(), nullptr};
  const int failed = posix_spawn(&pid_, path.c_str(), &actions, &attributes, argv.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  close(ends[1]);
  if (failed != 0) pid_ = -1;
  fcntl(fd_, F_SETFL, fcntl(fd_, F_GETFL) | O_NONBLOCK);
  return failed == 0;
}

// Ends the worker if need be and says of what it died.
Broken Worker::end() {
  if (fd_ >= 0) close(fd_);
  fd_ = -1;
  if (pid_ < 0 || owner_ != getpid()) return Broken::absent;
  int status = 0;
  pid_t got = 0;
  // One that died by itself is given the moment that it takes to become a zombie.
  for (int i = 0; i < 20 && (got = waitpid(pid_, &status, WNOHANG)) == 0 && greeted_; ++i) usleep(500);
  if (got == 0) {
    kill(pid_, SIGKILL);
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {}
  }
  pid_ = -1;
  if (WIFEXITED(status) && WEXITSTATUS(status) == wire::exit_memory) return Broken::memory;
  if (WIFEXITED(status) && WEXITSTATUS(status) == wire::exit_time) return Broken::late;
  return greeted_ ? Broken::died : Broken::foreign;
}

std::optional<Broken> Worker::wait(short events, Time until) const {
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
    if (left <= 0) return Broken::late;
    pollfd one{fd_, events, 0};
    const int ready = poll(&one, 1, static_cast<int>(std::min<long long>(left, 1 << 30)));
    if (ready > 0) return std::nullopt;
    if (ready < 0 && errno != EINTR) return Broken::died;
  }
}

std::optional<Broken> Worker::send(std::string_view bytes, Time until) {
  while (!bytes.empty()) {
    const ssize_t done = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (done > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(done));
      continue;
    }
    if (done < 0 && errno == EINTR) continue;
    if (done < 0 && errno != EAGAIN && errno != EWOULDBLOCK) return Broken::died;
    if (const auto broken = wait(POLLOUT, until)) return broken;
  }
  return std::nullopt;
}

// Until in_ holds `want` bytes from at_ on.
std::optional<Broken> Worker::fill(std::size_t want, Time until) {
  if (in_.size() - at_ >= want) return std::nullopt;
  in_.erase(0, at_);
  at_ = 0;
  while (in_.size() < want) {
    const std::size_t before = in_.size();
    in_.resize(before + read_at_once);
    const ssize_t got = ::recv(fd_, in_.data() + before, read_at_once, 0);
    const int error = errno;
    in_.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got > 0 || (got < 0 && error == EINTR)) continue;
    if (got == 0 || (error != EAGAIN && error != EWOULDBLOCK)) return Broken::died;
    if (const auto broken = wait(POLLIN, until)) return broken;
  }
  return std::nullopt;
}

std::optional<Broken> Worker::greet(Time until) {
  if (const auto broken = fill(wire::frame_size, until)) return broken;
  wire::Take head{std::string_view(in_).substr(at_)};
  if (head.get8() != static_cast<std::uint8_t>(wire::Kind::hello) || head.get32() != 5) return Broken::foreign;
  if (const auto broken = fill(wire::frame_size + 5, until)) return broken;
  wire::Take hello{std::string_view(in_).substr(at_ + wire::frame_size)};
  if (hello.get32() != wire::version) return Broken::foreign;
  sandbox_ = hello.get8();
  at_ += wire::frame_size + 5;
  greeted_ = true;
  return std::nullopt;
}

std::optional<Broken> Worker::ask(std::string_view document, const wire::Request& request,
                                  std::chrono::milliseconds time, const OnFrame& on_frame) {
  const auto until = std::chrono::steady_clock::now() + time;
  const auto gone = [&](Broken why) {
    const bool spoke = greeted_;
    const Broken end_of_it = end();
    if (why == Broken::died) return end_of_it;
    return !spoke && why != Broken::late ? Broken::foreign : why;
  };
  if (fd_ < 0) return Broken::absent;
  if (!greeted_) {
    if (const auto broken = greet(until)) return gone(*broken);
  }
  ++documents_;
  // What it sends before it was asked is no answer.
  if (at_ < in_.size()) return gone(Broken::foreign);
  std::optional<Broken> broken = send(wire::request_bytes(request), until);
  if (!broken) broken = send(document, until);
  if (broken) return gone(*broken);
  std::uint64_t left = request.max_output + (std::uint64_t{64} << 10U);
  for (;;) {
    broken = fill(wire::frame_size, until);
    if (broken) return gone(*broken);
    wire::Take head{std::string_view(in_).substr(at_)};
    const auto kind = static_cast<wire::Kind>(head.get8());
    const std::size_t size = head.get32();
    if (size > most_frame) return gone(Broken::foreign);
    if (size + wire::frame_size > left) return gone(Broken::flooded);
    left -= size + wire::frame_size;
    broken = fill(wire::frame_size + size, until);
    if (broken) return gone(*broken);
    const bool sense = on_frame(kind, std::string_view(in_).substr(at_ + wire::frame_size, size));
    at_ += wire::frame_size + size;
    if (!sense) return gone(Broken::foreign);
    if (kind == wire::Kind::end) return std::nullopt;
  }
}

}  // namespace muster::ingest::pdf
