// One file on its way through the layers that it is made of: an archive in an archive, a web archive in a
// compressed file. What every layer needs, and the function that they all come back to.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/formats.hpp"
#include "ingest/stream.hpp"
#include "ingest/unpack.hpp"
#include "muster/ingest/open.hpp"

namespace muster::ingest {

struct Reading {
  const Fields& fields;
  const Limits& limits;
  const Selection& selection;
  std::string path;              // what source.path says
  Budget budget;
  Want want = {};                // empty: everything
};

// Where in the file we are.
struct Place {
  std::optional<std::string> member;   // entries of archives, the outer one first, with "/" between
  std::uint32_t depth = 0;             // layers around it
  bool wanted = true;                  // false: only archives are opened, for what is in them
  std::optional<std::uint64_t> record = std::nullopt;   // of a web archive
  std::string charset;                 // what an outer layer (HTTP) says of it, "" if nothing
};

// What an archive did with an entry.
enum class Fate { read, skipped, stopped };

// How much of a document is looked at to tell its format.
inline constexpr std::size_t head_size = std::size_t{64} << 10U;

// Reads at least head_size bytes, or all; of a pipe in which nothing more is waiting, what tells that it holds
// records. `lines`: a line is enough, whatever it says.
[[nodiscard]] base::Result<bool> read_head(ByteInput& input, std::string& head, bool lines = false);

// Hands over whatever documents `input` holds. `stopped`: `take` wants no more. In an archive (place.member)
// `skipped`: no document; its kind is in `kind`. `head`: its beginning, already taken off `input`.
[[nodiscard]] Fate open_stream(Reading& reading, ByteInput& input, std::string&& head, const Place& place,
                               const Take& take, std::string_view* kind = nullptr);

// A document that failed before its content was known.
[[nodiscard]] Opened failed(const Reading& reading, const Place& place, base::Error error);

// One document whose bytes are all there; `whole_of` frees them once its text is made. False: stop.
bool open_whole(Reading& reading, std::string&& bytes, std::string_view view, const Format& format, const Place& place,
                const Take& take, std::vector<base::Warning> warnings);

// The entries of an archive (zip, tar, 7z), in its order. False: stop.
bool open_archive(Reading& reading, ByteInput& input, const Format& format, const Place& place, const Take& take);
// The records of a web archive. False: stop.
bool open_web_archive(Reading& reading, ByteInput& input, const Place& place, const Take& take);

}  // namespace muster::ingest
