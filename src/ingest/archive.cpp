// Zip, tar and 7z: entry after entry, each opened as if it were a file of its own. One bad entry costs that
// entry; a damaged archive costs what comes behind the damage.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "ingest/glob.hpp"
#include "ingest/reading.hpp"

namespace muster::ingest {
namespace {

// A 7z file, and most zip files, are read by the list at their end: what comes from a pipe is kept up to this.
constexpr std::uint64_t kept_in_memory = std::uint64_t{64} << 20U;

base::Error error_of(base::Code code, std::string text) { return {code, std::move(text), std::nullopt, {}, {}}; }

// "./a//b/../c" as "a/b/../c": a name is only a name here, nothing is opened by it.
std::string tidy(std::string_view name) {
  std::string out;
  while (!name.empty()) {
    const std::size_t slash = std::min(name.find('/'), name.size());
    const std::string_view part = name.substr(0, slash);
    if (!part.empty() && part != ".") out += (out.empty() ? "" : "/") + std::string(part);
    name.remove_prefix(std::min(slash + 1, name.size()));
  }
  return out;
}

// Files that systems put into archives for themselves, and hidden ones, as in folders.
bool hidden(std::string_view name) {
  if (name.starts_with("__MACOSX/")) return true;
  for (std::size_t at = 0; at < name.size(); at = std::min(name.find('/', at), name.size() - 1) + 1)
    if (name[at] == '.' && name.substr(at, 3) != "../") return true;
  return false;
}

class Walk {
 public:
  Walk(Reading& reading, const Format& format, const Place& place, const Take& take)
      : reading_(reading), format_(format), place_(place),
        take_([this, &take](Opened&& opened) {
          ++documents_;
          return go_on_ = take(std::move(opened));
        }) {}

  bool run(ByteInput& input) {
    base::Result<Unpacker> unpacker = Unpacker::open(input, Packing::archive, reading_.limits, reading_.budget);
    if (!unpacker) return end(unpacker.error());
    std::uint64_t entries = 0;
    while (go_on_) {
      base::Result<std::optional<Entry>> entry = unpacker->next();
      if (!entry) return end(entry.error());
      if (!*entry) break;
      ++entries;
      if ((*entry)->file) one(*unpacker, **entry);
      if (!unpacker->whole()) return end(failure_);
    }
    if (entries == 0) return go_on_ && end(error_of(base::Code::input_empty, "the archive is empty"));
    return end(std::nullopt);
  }

 private:
  void one(Unpacker& unpacker, const Entry& entry) {
    const std::string name = tidy(entry.name);
    if (name.empty() || hidden(name)) return;
    Place place = place_;
    place.member = place_.member ? *place_.member + '/' + name : name;
    ++place.depth;
    const std::size_t above = place_.member ? place_.member->size() + 1 : 0;
    for (std::size_t slash = place.member->find('/', above); slash != std::string::npos;
         slash = place.member->find('/', slash + 1))
      if (any_matches(reading_.selection.exclude, std::string_view(*place.member).substr(0, slash), true)) return;
    if (any_matches(reading_.selection.exclude, *place.member, false)) return;
    place.wanted = reading_.selection.include.empty() || any_matches(reading_.selection.include, *place.member, false);
    if (entry.encrypted) {
      if (place.wanted)
        take_(failed(reading_, place,
                     error_of(base::Code::input_encrypted,
                              "the entry is encrypted: unpack it with its password and give the file to muster")));
      return;
    }
    EntryInput input(unpacker);
    std::string head;
    const base::Result<bool> got = read_head(input, head);
    std::string_view kind;
    if (!got && head.empty()) {
      take_(failed(reading_, place, got.error()));
    } else if (open_stream(reading_, input, std::move(head), place, take_, &kind) == Fate::skipped) {
      ++skipped_[std::string(kind)];
    }
    if (input.error()) failure_ = input.error();
  }

  // A record of the archive's own where something must be said of it.
  bool end(std::optional<base::Error> error) {
    if (!go_on_) return false;
    Opened opened = failed(reading_, place_, {});
    opened.error = std::move(error);
    opened.source.info.media_type = std::string(format_.media_type);
    opened.source.info.charset = "utf-8";
    opened.source.info.language = "und";
    std::string left;
    for (const auto& [kind, count] : skipped_)
      left += fmt::format("{}{} {}", left.empty() ? "" : ", ", count, plural(kind, count));
    if (!left.empty())
      opened.source.warnings.push_back(
          {base::Code::archive_skipped, fmt::format("not documents, and not read: {}", left), std::nullopt});
    if (!opened.error && documents_ == 0 && !place_.member)
      opened.error = error_of(base::Code::input_none,
                              reading_.selection.include.empty() && reading_.selection.exclude.empty()
                                  ? "the archive holds no document"
                                  : "the archive holds no document that --include and --exclude let through");
    if (!opened.error && left.empty()) return true;
    return take_(std::move(opened));
  }

  // "a PNG image" -> "PNG image", "PNG images"
  static std::string plural(std::string_view kind, std::uint64_t count) {
    if (kind == "binary data") return count == 1 ? "binary file" : "binary files";
    for (const std::string_view article : {"a ", "an "})
      if (kind.starts_with(article)) {
        kind.remove_prefix(article.size());
        break;
      }
    return std::string(kind) + (count == 1 ? "" : "s");
  }

  Reading& reading_;
  const Format& format_;
  const Place& place_;
  const Take take_;
  std::map<std::string, std::uint64_t> skipped_;   // kind: how many
  std::optional<base::Error> failure_;
  std::uint64_t documents_ = 0;
  bool go_on_ = true;
};

}  // namespace

bool open_archive(Reading& reading, ByteInput& input, const Format& format, const Place& place, const Take& take) {
  if (place.depth >= reading.limits.max_archive_depth)
    return take(failed(reading, place,
                       error_of(base::Code::archive_depth,
                                fmt::format("archives nested deeper than {} are not read (see --max-archive-depth)",
                                            reading.limits.max_archive_depth))));
  Walk walk(reading, format, place, take);
  const bool by_its_end = format.media_type != "application/x-tar";
  if (!by_its_end || input.memory() || (input.size() && input.seek(0))) return walk.run(input);
  const bool needs_end = format.media_type == "application/x-7z-compressed";
  const std::uint64_t most = needs_end ? reading.limits.max_bytes : std::min(kept_in_memory, reading.limits.max_bytes);
  std::string bytes;
  const base::Result<bool> all = input.read_all(bytes, most);
  if (all || (all.error().code != base::Code::input_too_large && !bytes.empty())) {
    MemoryInput memory(bytes);
    return walk.run(memory);
  }
  if (needs_end || all.error().code != base::Code::input_too_large) return take(failed(reading, place, all.error()));
  HeadedInput headed(std::move(bytes), input);   // too long to keep: read as it comes
  return walk.run(headed);
}

}  // namespace muster::ingest
