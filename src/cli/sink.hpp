// Where the data goes: standard output, or a file that is written whole or not at all.
//
// A file is written beside its place under another name and renamed at the end; if anything fails before,
// the old file is untouched and the new one removed. What is no plain file (/dev/full, a pipe) is written
// directly. Errors are output_failed, or output_closed when the reader went away.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "muster/base/result.hpp"

namespace muster::cli {

class Sink {
 public:
  [[nodiscard]] static base::Result<Sink> open(const std::optional<std::string>& path);   // none or "-": stdout
  ~Sink();                                  // without finish: nothing of a file is left
  Sink(Sink&& other) noexcept;
  Sink& operator=(Sink&&) = delete;

  [[nodiscard]] base::Result<bool> write(std::string_view bytes);
  // As without finish, now: for a program that ends without its destructors.
  void drop();
  // Everything is on the disk, and the file in its place.
  [[nodiscard]] base::Result<bool> finish();
  [[nodiscard]] int fd() const { return fd_; }
  // Where the bytes lie until finish, for what writes files by their name; "" for a stream.
  [[nodiscard]] const std::string& place() const { return temporary_; }

 private:
  Sink() = default;
  int fd_ = -1;
  bool owned_ = false;
  std::string path_;        // for messages
  std::string target_;      // where the file belongs; "" if written directly
  std::string temporary_;   // its name until then
};

}  // namespace muster::cli
