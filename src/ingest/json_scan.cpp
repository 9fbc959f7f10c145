#include "ingest/json_scan.hpp"

#include <algorithm>

#include "muster/base/utf8.hpp"

namespace muster::ingest {
namespace {

// One past the closing quotation mark of the string whose opening one is at `at`.
std::size_t string_end(std::string_view json, std::size_t at) {
  const std::size_t begin = at + 1;
  for (std::size_t mark = json.find('"', begin); mark != std::string_view::npos; mark = json.find('"', mark + 1)) {
    std::size_t escapes = mark;   // a mark behind an odd number of backslashes is part of the string
    while (escapes > begin && json[escapes - 1] == '\\') --escapes;
    if ((mark - escapes) % 2 == 0) return mark + 1;
  }
  return json.size();
}

char32_t hex4(std::string_view json, std::size_t at) {
  char32_t value = 0;
  for (std::size_t i = at; i < at + 4 && i < json.size(); ++i) {
    const char c = json[i];
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : 0;
    value = value * 16 + static_cast<char32_t>(digit);
  }
  return value;
}

// The character of the escape at `at` (a backslash) and its length in bytes.
std::pair<char32_t, std::size_t> escape(std::string_view json, std::size_t at) {
  const char c = at + 1 < json.size() ? json[at + 1] : '\\';
  switch (c) {
    case 'b': return {0x08, 2};
    case 'f': return {0x0C, 2};
    case 'n': return {0x0A, 2};
    case 'r': return {0x0D, 2};
    case 't': return {0x09, 2};
    case 'u': break;
    default: return {static_cast<unsigned char>(c), std::min<std::size_t>(2, json.size() - at)};
  }
  const std::size_t length = std::min<std::size_t>(6, json.size() - at);
  const char32_t first = hex4(json, at + 2);
  if (first < 0xD800 || first >= 0xE000) return {first, length};
  if (first < 0xDC00 && at + 12 <= json.size() && json[at + 6] == '\\' && json[at + 7] == 'u') {
    const char32_t second = hex4(json, at + 8);
    if (second >= 0xDC00 && second < 0xE000) return {0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00), 12};
  }
  return {base::replacement, length};
}

}  // namespace

std::size_t json_skip_space(std::string_view json, std::size_t at) {
  while (at < json.size() && (json[at] == ' ' || json[at] == '\t' || json[at] == '\n' || json[at] == '\r')) ++at;
  return at;
}

std::size_t json_value_end(std::string_view json, std::size_t at) {
  std::size_t depth = 0;
  while (at < json.size()) {
    const char c = json[at];
    if (c == '"') {
      at = string_end(json, at);
    } else if (c == '{' || c == '[') {
      ++depth, ++at;
    } else if (c == '}' || c == ']') {
      if (depth == 0) return at;
      --depth, ++at;
    } else if (c == ',' || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ':') {
      if (depth == 0) return at;
      ++at;
      continue;
    } else {
      ++at;
      continue;   // a number or word goes on
    }
    if (depth == 0) return at;
  }
  return at;
}

std::optional<JsonPart> json_member(std::string_view json, std::size_t at, std::string_view name) {
  std::optional<JsonPart> found, inside;
  const std::size_t dot = name.find('.');
  if (at >= json.size() || json[at] != '{') return found;
  at = json_skip_space(json, at + 1);
  while (at < json.size() && json[at] == '"') {
    const JsonPart key{at, string_end(json, at)};
    at = json_skip_space(json, json_skip_space(json, key.end) + 1);   // behind the colon
    const JsonPart value{at, std::max(json_value_end(json, at), at)};
    const std::string_view raw = json.substr(key.begin + 1, key.end - key.begin - 2);
    const bool escaped = raw.find('\\') != std::string_view::npos;
    const auto is = [&](std::string_view wanted) { return escaped ? json_string(json, key) == wanted : raw == wanted; };
    if (is(name)) found = value;
    if (dot != std::string_view::npos && is(name.substr(0, dot))) inside = value;
    at = json_skip_space(json, value.end);
    if (at >= json.size() || json[at] != ',') break;
    at = json_skip_space(json, at + 1);
  }
  if (!found && inside) return json_member(json, inside->begin, name.substr(dot + 1));
  return found;
}

Decoded json_characters(std::string_view json, JsonPart part) {
  const std::size_t begin = part.begin + 1, end = part.end > part.begin + 1 ? part.end - 1 : part.begin + 1;
  const std::string_view raw = json.substr(begin, end - begin);
  if (raw.find('\\') == std::string_view::npos) return Decoded::view(raw, begin);
  DecodedSink sink;
  sink.out.reserve(raw.size());
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t next = std::min(raw.find('\\', at), raw.size());
    sink.bytes(raw.substr(at, next - at), begin + at);
    if (next >= raw.size()) break;
    const auto [character, length] = escape(raw, next);
    sink.character(character, begin + next, length);
    at = next + length;
  }
  return Decoded::copy(std::move(sink.out), std::move(sink.runs));
}

std::string json_string(std::string_view json, JsonPart part) {
  return std::string(json_characters(json, part).utf8());
}

}  // namespace muster::ingest
