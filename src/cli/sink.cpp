#include "cli/sink.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

namespace muster::cli {
namespace {

std::string why(int number) { return std::error_code(number, std::generic_category()).message(); }

tl::unexpected<base::Error> failed(const std::string& path, std::string_view what, int number) {
  return base::fail(
      number == EPIPE ? base::Code::output_closed : base::Code::output_failed,
      std::string(what) + (path.empty() ? std::string(" standard output") : " '" + path + "'") + ": " + why(number));
}

// The permissions that a file gets: those of the file that it replaces, else those of any new file.
mode_t permissions(const struct stat* old) {
  if (old) return old->st_mode & 07777;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

}  // namespace

base::Result<Sink> Sink::open(const std::optional<std::string>& path) {
  Sink sink;
  if (!path || *path == "-") {
    sink.fd_ = STDOUT_FILENO;
    return sink;
  }
  sink.path_ = *path;
  sink.owned_ = true;
  struct stat old{};
  const bool exists = stat(path->c_str(), &old) == 0;
  if (exists && S_ISDIR(old.st_mode)) return failed(*path, "cannot write", EISDIR);
  if (exists && !S_ISREG(old.st_mode)) {
    sink.fd_ = ::open(path->c_str(), O_WRONLY | O_CLOEXEC);
    if (sink.fd_ < 0) return failed(*path, "cannot write", errno);
    return sink;
  }
  if (exists && access(path->c_str(), W_OK) != 0) return failed(*path, "cannot write", errno);
  std::error_code ignored;   // a link stays a link: what it points to is replaced
  const std::filesystem::path real = exists ? std::filesystem::canonical(*path, ignored) : std::filesystem::path(*path);
  sink.target_ = ignored ? *path : real.string();
  sink.temporary_ = (real.parent_path() / ("." + real.filename().string() + ".XXXXXX")).string();
  sink.fd_ = mkostemp(sink.temporary_.data(), O_CLOEXEC);
  if (sink.fd_ < 0) {
    sink.temporary_.clear();
    return failed(*path, "cannot write", errno);
  }
  if (fchmod(sink.fd_, permissions(exists ? &old : nullptr)) != 0) return failed(*path, "cannot write", errno);
  return sink;
}

Sink::Sink(Sink&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), owned_(std::exchange(other.owned_, false)), path_(std::move(other.path_)),
      target_(std::move(other.target_)), temporary_(std::exchange(other.temporary_, {})) {}

Sink::~Sink() { drop(); }

void Sink::drop() {
  if (owned_ && fd_ >= 0) ::close(std::exchange(fd_, -1));
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  temporary_.clear();
}

base::Result<bool> Sink::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return failed(path_, "cannot write", errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

base::Result<bool> Sink::finish() {
  if (!owned_) return true;
  const bool replaces = !target_.empty();
  if (replaces && fsync(fd_) != 0 && errno != EINVAL && errno != EROFS) return failed(path_, "cannot write", errno);
  if (::close(std::exchange(fd_, -1)) != 0) return failed(path_, "cannot write", errno);
  if (replaces) {
    if (std::rename(temporary_.c_str(), target_.c_str()) != 0) return failed(path_, "cannot put in place", errno);
    temporary_.clear();
  }
  return true;
}

}  // namespace muster::cli
