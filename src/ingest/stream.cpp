#include "ingest/stream.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace muster::ingest {
namespace {

std::string reason(int error) { return std::generic_category().message(error); }

}  // namespace

base::Error too_large(std::uint64_t most, std::string_view flag) {
  return {base::Code::input_too_large, fmt::format("longer than {} bytes (see {})", most, flag), std::nullopt, {}, {}};
}

base::Result<ByteStream> ByteStream::open(const std::string& path) {
  if (path == "-") return ByteStream(STDIN_FILENO, path, std::nullopt);
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (fd < 0) {
    const int error = errno;
    if (error == ENOENT || error == ENOTDIR) return base::fail(base::Code::input_missing, "no such file or folder");
    return base::fail(base::Code::input_unreadable, fmt::format("cannot be opened: {}", reason(error)));
  }
  struct stat about {};
  std::optional<std::uint64_t> size;
  if (::fstat(fd, &about) == 0) {
    if (S_ISDIR(about.st_mode)) {
      ::close(fd);
      return base::fail(base::Code::input_unreadable, "is a folder");
    }
    // Files of /proc say 0 and hold something: their size is not known.
    if (S_ISREG(about.st_mode) && about.st_size > 0) size = static_cast<std::uint64_t>(about.st_size);
  }
  return ByteStream(fd, path, size);
}

ByteStream::ByteStream(ByteStream&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      path_(std::move(other.path_)),
      size_(other.size_),
      waiting_(std::move(other.waiting_)) {}

ByteStream& ByteStream::operator=(ByteStream&& other) noexcept {
  std::swap(fd_, other.fd_);
  std::swap(path_, other.path_);
  std::swap(size_, other.size_);
  std::swap(waiting_, other.waiting_);
  return *this;
}

ByteStream::~ByteStream() {
  if (fd_ > STDIN_FILENO) ::close(fd_);
}

base::Result<std::size_t> ByteStream::read(std::string& out, std::size_t most) {
  if (waiting_ && waits()) waiting_();
  const std::size_t before = out.size();
  out.resize(before + most);
  while (true) {
    const ssize_t n = ::read(fd_, out.data() + before, most);
    if (n < 0 && errno == EINTR) continue;
    const int error = errno;
    out.resize(before + static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
    if (n < 0) return base::fail(base::Code::input_unreadable, fmt::format("cannot be read: {}", reason(error)));
    return static_cast<std::size_t>(n);
  }
}

bool ByteStream::waits() const {
  pollfd look{fd_, POLLIN, 0};
  return !size_ && ::poll(&look, 1, 0) == 0;
}

bool ByteStream::seek(std::uint64_t offset) {
  return size_ && ::lseek(fd_, static_cast<off_t>(offset), SEEK_SET) >= 0;
}

base::Result<std::size_t> MemoryInput::read(std::string& out, std::size_t most) {
  const std::string_view piece = bytes_.substr(at_, most);
  out += piece;
  at_ += piece.size();
  return piece.size();
}

bool MemoryInput::seek(std::uint64_t offset) {
  at_ = static_cast<std::size_t>(std::min<std::uint64_t>(offset, bytes_.size()));
  return true;
}

base::Result<std::size_t> HeadedInput::read(std::string& out, std::size_t most) {
  if (at_ >= head_.size()) return rest_.read(out, most);
  const std::string_view piece = std::string_view(head_).substr(at_, most);
  out += piece;
  at_ += piece.size();
  if (at_ == head_.size()) std::string().swap(head_), at_ = 0;
  return piece.size();
}

bool HeadedInput::seek(std::uint64_t offset) {
  if (!rest_.seek(offset)) return false;
  std::string().swap(head_);
  at_ = 0;
  return true;
}

base::Result<bool> ByteInput::read_all(std::string& out, std::uint64_t most) {
  const std::optional<std::uint64_t> known = size();
  if (known && *known > most) return base::fail(too_large(most, "--max-bytes"));
  if (known) out.reserve(static_cast<std::size_t>(*known) + 1);
  while (out.size() <= most) {
    // A regular file is read in one go; one byte more shows its end (or that it grew).
    const std::size_t room = out.capacity() > out.size() ? out.capacity() - out.size() : 0;
    const std::size_t want =
        std::max<std::size_t>(std::min<std::size_t>(room, std::size_t{8} << 20U), std::size_t{64} << 10U);
    MUSTER_TRY_ASSIGN(got, read(out, want));
    if (got == 0) return true;
  }
  return base::fail(too_large(most, "--max-bytes"));
}

}  // namespace muster::ingest
