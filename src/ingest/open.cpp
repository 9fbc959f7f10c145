// The door: a file, standard input or bytes -> documents. Looks at the beginning, picks the format.
#include "muster/ingest/open.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ingest/formats.hpp"
#include "ingest/json_records.hpp"
#include "ingest/sha256.hpp"
#include "ingest/stream.hpp"

namespace muster::ingest {
namespace {

constexpr std::size_t head_size = std::size_t{64} << 10U;
constexpr std::uint64_t most_text = 0xFFFFFF00ULL;   // spans count code points in 32 bits

Opened failed(std::string_view path, base::Error error) {
  Opened opened;
  opened.source.info.path = std::string(path);
  opened.error = std::move(error);
  return opened;
}

base::Error error_of(base::Code code, std::string text) { return {code, std::move(text), std::nullopt, {}, {}}; }

bool blank(const base::Text& text) {
  return text.folded().find_first_not_of(" \t\n\v\f\r") == std::string_view::npos;
}

// One document that lies in memory whole. The bytes are given up as soon as the text is made.
void open_whole(std::string&& bytes, std::string_view view, std::string_view path, const Format& format, const Limits& limits,
                const Take& take, std::vector<base::Warning> warnings) {
  Opened opened;
  model::SourceInfo& info = opened.source.info;
  info.path = std::string(path);
  info.media_type = std::string(format.media_type);
  info.bytes = view.size();
  info.sha256 = sha256_of(view);
  info.charset = "utf-8";
  info.language = "und";
  opened.source.warnings = std::move(warnings);
  if (view.empty()) {
    info.media_type = "text/plain";
    opened.error = error_of(base::Code::input_empty, "the document is empty");
  } else if (format.shape == Shape::binary) {
    opened.error = error_of(base::Code::input_binary, "the document holds binary data, not text");
  } else if (format.read == nullptr && format.read_bytes == nullptr) {
    opened.error = error_of(base::Code::input_unsupported, fmt::format("this is {}: this version does not read it yet", format.name));
  } else if (view.size() > most_text) {
    opened.error = too_large(most_text, "the manual: a document holds at most 4 thousand million characters");
  } else if (format.read_bytes != nullptr) {
    info.charset = "binary";
    opened.error = format.read_bytes(view, limits, opened.source);
    if (!opened.error && blank(opened.source.text) && opened.source.warnings.empty())
      opened.error = error_of(base::Code::input_empty, fmt::format("this is {} without a word in it", format.name));
  } else {
    format.read(decode(view, &format == &html_format() ? declared_charset(view) : std::string{}), limits, opened.source);
    if (blank(opened.source.text) && opened.source.warnings.empty())
      opened.error = error_of(base::Code::input_empty, "the document holds nothing but white space");
  }
  std::string().swap(bytes);
  take(std::move(opened));
}

}  // namespace

void open_bytes(std::string_view bytes, std::string_view info_path, const Fields& fields, const Limits& limits, const Take& take) {
  if (bytes.size() > limits.max_bytes) {
    take(failed(info_path, too_large(limits.max_bytes, "--max-bytes")));
    return;
  }
  const Format& format = sniff(bytes.substr(0, head_size), info_path);
  if (format.shape == Shape::lines || format.shape == Shape::records) {
    read_json(bytes, info_path, format, fields, limits, take);
    return;
  }
  open_whole({}, bytes, info_path, format, limits, take, {});
}

void open_input(const Input& input, const Fields& fields, const Limits& limits, const Take& take) {
  base::Result<ByteStream> stream = ByteStream::open(input.path);
  if (!stream) return void(take(failed(input.path, std::move(stream).error())));
  std::string bytes;
  while (bytes.size() < head_size) {   // a pipe gives what it has
    const base::Result<std::size_t> got = stream->read(bytes, head_size);
    if (!got) return void(take(failed(input.path, got.error())));
    if (*got == 0) break;
  }
  const Format& format = sniff(std::string_view(bytes).substr(0, head_size), input.path);
  // Of UTF-16 the lines are not those of the bytes: read whole.
  if (format.shape == Shape::lines && bytes.find('\0') == std::string::npos) {
    read_json_lines(*stream, std::move(bytes), input.path, fields, limits, take);
    return;
  }
  const std::uint64_t known = bytes.size();
  if (const base::Result<bool> all = stream->read_all(bytes, limits.max_bytes); !all) {
    Opened opened = failed(input.path, all.error());
    opened.source.info.media_type = std::string(format.media_type);
    opened.source.info.bytes = stream->size().value_or(known);
    return void(take(std::move(opened)));
  }
  std::vector<base::Warning> warnings;
  if (stream->size() && *stream->size() > bytes.size())
    warnings.push_back({base::Code::text_truncated, fmt::format("the file became shorter while it was read: {} of {} bytes were there", bytes.size(), *stream->size()), {}});
  if (format.shape == Shape::records || format.shape == Shape::lines) {
    read_json(bytes, input.path, format, fields, limits, take);
    return;
  }
  open_whole(std::move(bytes), bytes, input.path, format, limits, take, std::move(warnings));
}

}  // namespace muster::ingest
