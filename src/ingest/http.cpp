#include "ingest/http.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace muster::ingest {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

// The chunks of "Transfer-Encoding: chunked", joined. False: there are none here; `cut`: they end early.
bool join_chunks(std::string_view body, std::string& out, bool& cut) {
  bool any = false;
  while (true) {
    std::string_view line = take_line(body);
    line = trimmed(line.substr(0, line.find(';')));
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (error != std::errc{} || end != line.data() + line.size() || line.empty()) {
      cut = any;
      return any;
    }
    any = true;
    if (size == 0) return true;
    out += body.substr(0, size);
    if (size > body.size()) {
      cut = true;
      return true;
    }
    body.remove_prefix(size);
    if (body.starts_with("\r\n")) body.remove_prefix(2);
    else if (body.starts_with('\n')) body.remove_prefix(1);
  }
}

// gzip or zlib, told by itself, or bare deflate with `raw`.
bool inflate_all(std::string_view packed, bool raw, std::uint64_t most, std::string& out) {
  z_stream stream{};
  if (inflateInit2(&stream, raw ? -15 : 15 + 32) != Z_OK) return false;
  std::array<char, 65536> piece{};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));   // zlib does not write there
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(packed.size(), UINT32_MAX));
  int result = Z_OK;
  while (result == Z_OK && out.size() <= most) {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = piece.size();
    result = inflate(&stream, Z_NO_FLUSH);
    out.append(piece.data(), piece.size() - stream.avail_out);
    if (result == Z_BUF_ERROR || (stream.avail_in == 0 && stream.avail_out != 0)) break;
  }
  inflateEnd(&stream);
  return result == Z_STREAM_END;
}

}  // namespace

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

HeadLine read_head_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  return {lowered(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1))};
}

void read_content_type(std::string_view value, std::string& media_type, std::string& charset) {
  const std::size_t end = std::min(value.find(';'), value.size());
  media_type = lowered(trimmed(value.substr(0, end)));
  const std::string rest = lowered(value.substr(end));
  const std::size_t at = rest.find("charset=");
  if (at == std::string::npos) return;
  std::string_view said = std::string_view(rest).substr(at + 8);
  said = trimmed(said.substr(0, said.find(';')));
  if (said.size() >= 2 && (said.front() == '"' || said.front() == '\'')) said = said.substr(1, said.size() - 2);
  charset = std::string(said);
}

bool read_http(std::string_view bytes, std::uint64_t most, HttpAnswer& answer) {
  std::string_view rest = bytes;
  const std::string_view status = take_line(rest);
  if (!status.starts_with("HTTP/")) return false;
  const std::size_t blank = status.find(' ');
  if (blank == std::string_view::npos) return false;
  const std::string_view digits = trimmed(status.substr(blank));
  std::from_chars(digits.data(), digits.data() + digits.size(), answer.status);
  bool chunked = false;
  std::string encoding;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (line.empty()) break;
    const HeadLine head = read_head_line(line);
    if (head.name == "content-type") read_content_type(head.value, answer.media_type, answer.charset);
    if (head.name == "transfer-encoding") chunked = lowered(head.value).find("chunked") != std::string::npos;
    if (head.name == "content-encoding") encoding = lowered(head.value);
  }
  answer.body = rest;
  bool cut = false;
  if (chunked) {
    std::string joined;
    if (join_chunks(rest, joined, cut)) {
      answer.unwrapped = std::move(joined);
      answer.body = answer.unwrapped;
    }
    if (cut) answer.trouble = "the page ends early";
  }
  const bool gzip = answer.body.starts_with("\x1F\x8B");
  const bool deflate = encoding == "deflate" && !answer.body.starts_with('<');
  if (gzip && (encoding.find("gzip") != std::string::npos)) {
    std::string out;
    if (!inflate_all(answer.body, false, most, out))
      answer.trouble = "the page's compressed bytes end early or are broken";
    answer.unwrapped = std::move(out);
    answer.body = answer.unwrapped;
  } else if (deflate) {   // said to be zlib's format, often bare
    std::string out;
    bool done = inflate_all(answer.body, false, most, out);
    if (!done && out.empty()) done = inflate_all(answer.body, true, most, out);
    if (!done) answer.trouble = "the page's compressed bytes end early or are broken";
    answer.unwrapped = std::move(out);
    answer.body = answer.unwrapped;
  } else if (encoding == "br" || encoding == "zstd" || encoding == "compress") {
    answer.trouble = "the page is packed as " + encoding;
  }
  return true;
}

}  // namespace muster::ingest
