// Archives and compressed bytes, entry by entry and piece by piece, never unpacked to a disk: the only
// file beside unpack.cpp that knows libarchive. Counts what comes out, so that no bomb goes off.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "ingest/stream.hpp"
#include "muster/ingest/open.hpp"

namespace muster::ingest {

// What one file on the disk (or standard input) has cost so far, with all that lies in it.
struct Budget {
  std::uint64_t packed = 0;      // bytes of the file itself that were read
  std::uint64_t unpacked = 0;    // bytes that came out of it, of every layer
  std::uint64_t entries = 0;
};

enum class Packing : std::uint8_t { archive, compressed };

struct Entry {
  std::string name;              // valid UTF-8, as it stands in the archive
  bool file = false;             // else a folder, link or device
  bool encrypted = false;
};

class Unpacker {
 public:
  // `input` and `budget` must outlive this. Reads the beginning of `input`.
  [[nodiscard]] static base::Result<Unpacker> open(ByteInput& input, Packing packing, const Limits& limits,
                                                   Budget& budget);
  Unpacker(Unpacker&&) noexcept;
  ~Unpacker();

  // The next entry in the archive's order; nullopt at the end. An error ends the archive.
  [[nodiscard]] base::Result<std::optional<Entry>> next();
  // Appends bytes of the entry; 0 is its end. An Error is of this entry alone when whole() says so.
  [[nodiscard]] base::Result<std::size_t> read(std::string& out, std::size_t most);
  // Whether the archive can be read on after an error.
  [[nodiscard]] bool whole() const;

 private:
  struct State;
  explicit Unpacker(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// The bytes of the entry that the unpacker stands at, or of compressed bytes.
class EntryInput : public ByteInput {
 public:
  explicit EntryInput(Unpacker& unpacker) : unpacker_(unpacker) {}
  [[nodiscard]] base::Result<std::size_t> read(std::string& out, std::size_t most) override;
  [[nodiscard]] const std::optional<base::Error>& error() const { return error_; }

 private:
  Unpacker& unpacker_;
  std::optional<base::Error> error_;
};

}  // namespace muster::ingest
