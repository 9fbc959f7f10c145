// Where things stand in JSON that simdjson found valid: members, elements, the characters of a string.
// Nothing here checks; on bytes that are not JSON the answers are senseless but stay inside the view.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/encoding.hpp"

namespace muster::ingest {

// Bytes [begin, end) of the JSON.
struct JsonPart {
  std::size_t begin = 0, end = 0;
  [[nodiscard]] std::string_view of(std::string_view json) const { return json.substr(begin, end - begin); }
};

// Index of the first byte at or after `at` that is no white space.
[[nodiscard]] std::size_t json_skip_space(std::string_view json, std::size_t at);
// One past the value that begins at `at`. O(value), no recursion.
[[nodiscard]] std::size_t json_value_end(std::string_view json, std::size_t at);
// The value of a member of the object that begins at `at`; the last one of that name, as Python has it.
// A dotted name that is no member looks into objects ("meta.text").
[[nodiscard]] std::optional<JsonPart> json_member(std::string_view json, std::size_t at, std::string_view name);
// The characters of the string literal `part` (with its quotation marks). Lone surrogates become U+FFFD.
[[nodiscard]] Decoded json_characters(std::string_view json, JsonPart part);
[[nodiscard]] std::string json_string(std::string_view json, JsonPart part);

}  // namespace muster::ingest
