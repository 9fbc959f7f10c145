// Bytes in pieces: a file, a pipe or standard input, and what lies in memory. The only place in the house
// that reads documents from the outside. Knows nothing of what the bytes mean.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "muster/base/result.hpp"

namespace muster::ingest {

// Something that is read from its beginning on, once; what can seek may be read again.
class ByteInput {
 public:
  ByteInput() = default;
  virtual ~ByteInput() = default;
  ByteInput(const ByteInput&) = delete;
  ByteInput& operator=(const ByteInput&) = delete;
  // Appends at least one and at most `most` bytes to `out`; 0 is the end.
  [[nodiscard]] virtual base::Result<std::size_t> read(std::string& out, std::size_t most) = 0;
  // How many bytes there are in all, where that is known before the end.
  [[nodiscard]] virtual std::optional<std::uint64_t> size() const { return std::nullopt; }
  // Goes on reading at byte `offset`; false where that cannot be done.
  [[nodiscard]] virtual bool seek(std::uint64_t) { return false; }
  // Whether the next read would have to wait for somebody to write.
  [[nodiscard]] virtual bool waits() const { return false; }
  // What lies in memory as a whole, to be read without a copy.
  [[nodiscard]] virtual std::optional<std::string_view> memory() const { return std::nullopt; }
  // Appends everything until `out` holds `most` bytes; more than that is error.too-large.
  [[nodiscard]] base::Result<bool> read_all(std::string& out, std::uint64_t most);
};

class ByteStream : public ByteInput {
 public:
  // "-" is standard input. A path that vanished is error.missing, one without permission error.unreadable.
  [[nodiscard]] static base::Result<ByteStream> open(const std::string& path);
  ByteStream(ByteStream&& other) noexcept;
  ByteStream& operator=(ByteStream&& other) noexcept;
  ~ByteStream() override;

  [[nodiscard]] base::Result<std::size_t> read(std::string& out, std::size_t most) override;
  // What the file system said at the beginning; nullopt for a pipe.
  [[nodiscard]] std::optional<std::uint64_t> size() const override { return size_; }
  [[nodiscard]] bool seek(std::uint64_t offset) override;
  [[nodiscard]] bool waits() const override;
  [[nodiscard]] const std::string& path() const { return path_; }
  // Called before a read that would have to wait for a pipe.
  void on_wait(std::function<void()> waiting) { waiting_ = std::move(waiting); }

 private:
  ByteStream(int fd, std::string path, std::optional<std::uint64_t> size)
      : fd_(fd), path_(std::move(path)), size_(size) {}
  int fd_ = -1;
  std::string path_;
  std::optional<std::uint64_t> size_;
  std::function<void()> waiting_;
};

// Bytes that outlive this.
class MemoryInput : public ByteInput {
 public:
  explicit MemoryInput(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] base::Result<std::size_t> read(std::string& out, std::size_t most) override;
  [[nodiscard]] std::optional<std::uint64_t> size() const override { return bytes_.size(); }
  [[nodiscard]] bool seek(std::uint64_t offset) override;
  [[nodiscard]] std::optional<std::string_view> memory() const override { return bytes_; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

// An input whose beginning was read already: the head first, then the rest. `rest` must outlive this.
class HeadedInput : public ByteInput {
 public:
  HeadedInput(std::string&& head, ByteInput& rest) : head_(std::move(head)), rest_(rest) {}
  [[nodiscard]] base::Result<std::size_t> read(std::string& out, std::size_t most) override;
  [[nodiscard]] std::optional<std::uint64_t> size() const override { return rest_.size(); }
  [[nodiscard]] bool seek(std::uint64_t offset) override;
  [[nodiscard]] std::optional<std::string_view> memory() const override { return rest_.memory(); }

 private:
  std::string head_;
  ByteInput& rest_;
  std::size_t at_ = 0;
};

[[nodiscard]] base::Error too_large(std::uint64_t most, std::string_view flag);

}  // namespace muster::ingest
