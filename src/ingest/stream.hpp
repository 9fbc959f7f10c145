// A file, a pipe or standard input as bytes in pieces: the only place in the house that reads documents
// from the outside. Knows nothing of what the bytes mean.
#pragma once

#include <cstdint>
#include <string>

#include "muster/base/result.hpp"

namespace muster::ingest {

class ByteStream {
 public:
  // "-" is standard input. A path that vanished is error.missing, one without permission error.unreadable.
  [[nodiscard]] static base::Result<ByteStream> open(const std::string& path);
  ByteStream(ByteStream&& other) noexcept;
  ByteStream& operator=(ByteStream&& other) noexcept;
  ~ByteStream();

  // Appends at least one and at most `most` bytes to `out`; 0 is the end.
  [[nodiscard]] base::Result<std::size_t> read(std::string& out, std::size_t most);
  // Everything up to `most` bytes; more than that is error.too-large.
  [[nodiscard]] base::Result<bool> read_all(std::string& out, std::uint64_t most);

  // What the file system said at the beginning; nullopt for a pipe.
  [[nodiscard]] std::optional<std::uint64_t> size() const { return size_; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  ByteStream(int fd, std::string path, std::optional<std::uint64_t> size) : fd_(fd), path_(std::move(path)), size_(size) {}
  int fd_ = -1;
  std::string path_;
  std::optional<std::uint64_t> size_;
};

[[nodiscard]] base::Error too_large(std::uint64_t most, std::string_view flag);

}  // namespace muster::ingest
