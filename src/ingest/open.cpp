// The door: a file, standard input or bytes -> documents. Looks at the beginning, picks the format.
#include "muster/ingest/open.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ingest/json_records.hpp"
#include "ingest/reading.hpp"
#include "muster/ingest/sha256.hpp"
#include "ingest/zip_names.hpp"

namespace muster::ingest {
namespace {

constexpr std::uint64_t most_text = 0xFFFFFF00ULL;   // spans count code points in 32 bits

base::Error error_of(base::Code code, std::string text) { return {code, std::move(text), std::nullopt, {}, {}}; }

bool blank(const base::Text& text) {
  return text.folded().find_first_not_of(" \t\n\v\f\r") == std::string_view::npos;
}

base::Error unreadable(const Format& format) {
  if (format.media_type == "application/octet-stream")
    return error_of(base::Code::input_binary, "the document holds binary data, not text");
  if (format.media_type == "application/x-ole-storage")
    return error_of(
        base::Code::input_unsupported,
        fmt::format(
            "this is {}: open it in Word or LibreOffice, save it as .docx, .odt or PDF, and give that to muster",
            format.name));
  return error_of(base::Code::input_unsupported, fmt::format("this is {}: muster does not read it", format.name));
}

// Puts the member's name on what comes out of an archive.
Take named(const Place& place, const Take& take) {
  if (!place.member) return take;
  return [&](Opened&& opened) {
    opened.source.info.member = place.member;
    return take(std::move(opened));
  };
}

// Asks for what lies in this place.
Want asked(const Reading& reading, const Place& place) {
  if (!reading.want) return {};
  return [&](const model::SourceInfo& about) {
    model::SourceInfo name;
    name.path = about.path;
    name.member = place.member;
    name.record = about.record;
    return reading.want(name);
  };
}

// The document at this place as one that is not wanted; none if it is.
std::optional<Opened> unwanted(const Reading& reading, const Place& place) {
  if (!reading.want) return std::nullopt;
  Opened opened;
  opened.source.info.path = reading.path;
  opened.source.info.member = place.member;
  opened.source.info.record = place.record;
  if (reading.want(opened.source.info)) return std::nullopt;
  opened.passed = true;
  return opened;
}

Fate fate(bool go_on) { return go_on ? Fate::read : Fate::stopped; }

// What is compressed singly: a document, JSON Lines, a web archive or an archive, without a name of its own.
Fate open_compressed(Reading& reading, ByteInput& input, const Place& place, const Take& take, std::string_view* kind) {
  Place inside = place;
  ++inside.depth;
  if (inside.depth > reading.limits.max_archive_depth)
    return fate(
        take(failed(reading, place,
                    error_of(base::Code::archive_depth,
                             fmt::format("archives nested deeper than {} are not read (see --max-archive-depth)",
                                         reading.limits.max_archive_depth)))));
  base::Result<Unpacker> unpacker = Unpacker::open(input, Packing::compressed, reading.limits, reading.budget);
  if (!unpacker) return fate(take(failed(reading, place, unpacker.error())));
  EntryInput entry(*unpacker);
  return open_stream(reading, entry, {}, inside, take, kind);
}

}  // namespace

Opened failed(const Reading& reading, const Place& place, base::Error error) {
  Opened opened;
  opened.source.info.path = reading.path;
  opened.source.info.member = place.member;
  opened.error = std::move(error);
  return opened;
}

base::Result<bool> read_head(ByteInput& input, std::string& head, bool lines) {
  while (head.size() < head_size) {   // a pipe gives what it has
    // Whoever writes records into a pipe may wait for the first to be answered.
    if (!head.empty() && input.waits()) {
      const Shape shape = sniff(head, {}).shape;
      if (((lines || shape == Shape::lines) && head.find('\n') != std::string::npos) || shape == Shape::web_archive ||
          shape == Shape::compressed)
        break;
    }
    MUSTER_TRY_ASSIGN(got, input.read(head, head_size));
    if (got == 0) break;
  }
  return true;
}

bool open_whole(Reading& reading, std::string&& bytes, std::string_view view, const Format& format, const Place& place,
                const Take& take, std::vector<base::Warning> warnings) {
  if (std::optional<Opened> passed = unwanted(reading, place)) {
    std::string().swap(bytes);
    return take(std::move(*passed));
  }
  Opened opened;
  model::SourceInfo& info = opened.source.info;
  info.path = reading.path;
  info.member = place.member;
  info.media_type = std::string(format.media_type);
  info.bytes = view.size();
  info.sha256 = sha256_of(view);
  info.charset = "utf-8";
  info.language = "und";
  opened.source.warnings = std::move(warnings);
  if (view.empty()) {
    info.media_type = "text/plain";
    opened.error = error_of(base::Code::input_empty, "the document is empty");
  } else if (format.read == nullptr && format.read_bytes == nullptr) {
    opened.error = unreadable(format);
  } else if (view.size() > most_text) {
    opened.error = too_large(most_text, "the manual: a document holds at most 4 thousand million characters");
  } else if (format.read_bytes != nullptr) {
    opened.error = format.read_bytes(view, reading.limits, opened.source);
    if (!opened.error && blank(opened.source.text) && opened.source.warnings.empty())
      opened.error = error_of(base::Code::input_empty, fmt::format("this is {} without a word in it", format.name));
  } else {
    std::string declared = place.charset;
    if (&format != &html_format()) declared.clear();
    else if (charset_of_label(declared).empty()) declared = declared_charset(view);
    format.read(decode(view, declared), reading.limits, opened.source);
    if (blank(opened.source.text) && opened.source.warnings.empty())
      opened.error = error_of(base::Code::input_empty, "the document holds nothing but white space");
  }
  std::string().swap(bytes);   // given up as soon as the text is made
  return take(std::move(opened));
}

Fate open_stream(Reading& reading, ByteInput& input, std::string&& bytes, const Place& place, const Take& take,
                 std::string_view* kind) {
  std::vector<base::Warning> warnings;
  if (const base::Result<bool> got = read_head(input, bytes, reading.fields.only); !got) {
    if (bytes.empty()) return fate(take(failed(reading, place, got.error())));
    // Damaged a little further on: what came before is read. The input says it again when it is asked.
  }
  const std::string_view head = std::string_view(bytes).substr(0, head_size);
  const Format* format = &sniff(head, place.member ? std::string_view(*place.member) : std::string_view(reading.path));
  if (kind != nullptr) *kind = format->name;
  if (format->shape == Shape::binary && place.member && place.wanted && kind != nullptr) return Fate::skipped;
  const auto rest = [&](auto&& open) {
    HeadedInput headed(std::move(bytes), input);
    return open(headed);
  };
  if (format->shape == Shape::compressed)
    return rest([&](ByteInput& in) { return open_compressed(reading, in, place, take, kind); });
  if (!place.wanted && format->shape != Shape::archive && format->shape != Shape::zip) return Fate::read;
  if (format->shape == Shape::web_archive)
    return rest([&](ByteInput& in) { return fate(open_web_archive(reading, in, place, take)); });
  if (format->shape == Shape::archive || (format->shape == Shape::zip && !maybe_office(head)))
    return rest([&](ByteInput& in) { return fate(open_archive(reading, in, *format, place, take)); });
  // Of UTF-16 the lines are not those of the bytes: read whole.
  const bool said = reading.fields.only && (format->shape == Shape::document || format->shape == Shape::records ||
                                            format->shape == Shape::binary);
  if ((said || format->shape == Shape::lines) && bytes.find('\0') == std::string::npos) {
    read_json_lines(input, std::move(bytes), reading.path, reading.fields, reading.limits, named(place, take),
                    asked(reading, place));
    return Fate::read;
  }
  // A file of its own need not be read to be passed; an entry is, because what comes out of its archive is weighed.
  if (format->shape == Shape::document && place.depth == 0)
    if (std::optional<Opened> passed = unwanted(reading, place)) return fate(take(std::move(*passed)));
  const std::uint64_t known = bytes.size();
  if (const base::Result<bool> all = input.read_all(bytes, reading.limits.max_bytes); !all) {
    // Compressed bytes that end early, or a file that cannot be read on.
    if (all.error().code == base::Code::archive_damaged && format->shape == Shape::document &&
        format->read != nullptr) {
      warnings.push_back({base::Code::archive_cut,
                          fmt::format("only the first {} bytes could be unpacked: {}", bytes.size(), all.error().text),
                          {}});
    } else {
      Opened opened = failed(reading, place, all.error());
      opened.source.info.media_type = std::string(format->media_type);
      opened.source.info.bytes = input.size().value_or(known);
      return fate(take(std::move(opened)));
    }
  }
  if (input.size() && *input.size() > bytes.size())
    warnings.push_back({base::Code::text_truncated,
                        fmt::format("the file became shorter while it was read: {} of {} bytes were there",
                                    bytes.size(), *input.size()),
                        {}});
  if (format->shape == Shape::zip) {
    format = &sniff_zip(bytes);
    if (kind != nullptr) *kind = format->name;
    if (format->shape == Shape::archive) {
      MemoryInput memory(bytes);
      return fate(open_archive(reading, memory, *format, place, take));
    }
    if (!place.wanted) return Fate::read;
  }
  if (format->shape == Shape::records || format->shape == Shape::lines) {
    read_json(bytes, reading.path, *format, reading.fields, reading.limits, named(place, take), asked(reading, place));
    return Fate::read;
  }
  return fate(open_whole(reading, std::move(bytes), bytes, *format, place, take, std::move(warnings)));
}

void open_bytes(std::string_view bytes, std::string_view info_path, const Fields& fields, const Limits& limits,
                const Take& take, const Selection& members) {
  Reading reading{fields, limits, members, std::string(info_path), {}};
  const Place place;
  if (bytes.size() > limits.max_bytes) {
    take(failed(reading, place, too_large(limits.max_bytes, "--max-bytes")));
    return;
  }
  const Format& format = sniff(bytes.substr(0, head_size), info_path);
  if (format.shape == Shape::document) {   // without a copy
    open_whole(reading, {}, bytes, format, place, take, {});
  } else if (format.shape == Shape::lines || format.shape == Shape::records) {
    read_json(bytes, info_path, format, fields, limits, take);
  } else {
    MemoryInput memory(bytes);
    (void)open_stream(reading, memory, {}, place, take);
  }
}

void open_input(const Input& input, const Fields& fields, const Limits& limits, const Take& take,
                const Selection& members, const std::function<void()>& waiting, const Want& want) {
  Reading reading{fields, limits, members, input.path, {}, want};
  const Place place;
  base::Result<ByteStream> stream = ByteStream::open(input.path);
  if (!stream) return void(take(failed(reading, place, std::move(stream).error())));
  if (waiting && !stream->size()) stream->on_wait(waiting);
  (void)open_stream(reading, *stream, {}, place, take);
}

}  // namespace muster::ingest
