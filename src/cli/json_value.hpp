// A JSON text as a tree, for comparing and printing records. Small and strict; member order is kept.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "muster/base/result.hpp"

namespace muster::cli {

struct Value {
  enum class Type { null, boolean, number, string, list, object };
  Type type = Type::null;
  std::string text;                                     // a string's text; a number or truth as written
  std::vector<Value> items;                             // of a list
  std::vector<std::pair<std::string, Value>> members;   // of an object

  [[nodiscard]] const Value* find(std::string_view key) const;
  [[nodiscard]] Value* find(std::string_view key);
  // The member's string, or "".
  [[nodiscard]] std::string_view string(std::string_view key) const;
  friend bool operator==(const Value&, const Value&) = default;   // members in the same order
};

// One JSON value; anything behind it but white space is an error, as is nesting deeper than 64. The
// error's `where` has the line and column.
[[nodiscard]] base::Result<Value> parse_json(std::string_view json);

// On one line; or with line breaks and two spaces a level, where what fits in 100 columns stays on one.
[[nodiscard]] std::string flat_json(const Value& value);
[[nodiscard]] std::string pretty_json(const Value& value);

}  // namespace muster::cli
