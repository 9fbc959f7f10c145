// What a web server answered, as web archives keep it: status, kind and body, without the wrapping of the wire.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace muster::ingest {

struct HttpAnswer {
  int status = 0;
  std::string media_type;        // lower case, "" if not said
  std::string charset;           // as said, "" if not
  std::string unwrapped;         // the body where it had to be put together or unpacked, else empty
  std::string_view body;         // a view of the answer or of `unwrapped` (not copyable for that)
  std::string trouble;           // what was wrong with the wrapping; the body is what could be read. "" if nothing

  HttpAnswer() = default;
  HttpAnswer(const HttpAnswer&) = delete;
  HttpAnswer& operator=(const HttpAnswer&) = delete;
};

// Reads `bytes` (which must outlive `answer`): chunks are joined, gzip and deflate unpacked to at most `most` bytes.
// False when this is no HTTP answer. Answers whose wrapping was taken off already, but not in their head, are read too.
[[nodiscard]] bool read_http(std::string_view bytes, std::uint64_t most, HttpAnswer& answer);

// "text/html; charset=utf-8" in its two parts, in lower case.
void read_content_type(std::string_view value, std::string& media_type, std::string& charset);

// Takes one line off `rest`, without its line break.
[[nodiscard]] std::string_view take_line(std::string_view& rest);
// Name (lower case) and value of a head's line; empty name if there is no colon.
struct HeadLine { std::string name; std::string_view value; };
[[nodiscard]] HeadLine read_head_line(std::string_view line);

}  // namespace muster::ingest
