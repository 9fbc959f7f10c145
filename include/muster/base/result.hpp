// Result<T>: a value or an Error. The only header that names tl::expected.
//
// Use only what std::expected shares (and_then, transform, value_or, error), so that one alias swaps
// it later. Not finding something is no error: return an optional or an empty vector.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace muster::base {

enum class Code : std::uint8_t {
#define X(name, text) name,
#include "muster/base/codes.def"
#undef X
};

// The printed form of a code ("error.missing", "P003"). Never changes for a given code.
[[nodiscard]] std::string_view code_text(Code code);

// Where in a file of ours or the user's something is. Lines and columns from 1; 0 is "not known".
struct Where {
  std::string path;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend bool operator==(const Where&, const Where&) = default;
};

struct Error {
  Code code = Code::internal;
  std::string text;                 // one sentence: what happened, with the names in it
  std::optional<Where> where;
  std::vector<std::string> notes = {};   // source line with caret, "help: …"
  std::vector<Error> more = {};          // further errors of the same step (all problems of a pack folder)
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Code code, std::string text) {
  return tl::unexpected<Error>(Error{code, std::move(text), std::nullopt, {}, {}});
}
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace muster::base

// Return the error of `expression`, or go on.
#define MUSTER_TRY(expression)                                           \
  do {                                                                   \
    if (auto muster_result = (expression); !muster_result)               \
      return ::muster::base::fail(std::move(muster_result).error());     \
  } while (false)

// Return the error of `expression`, or declare `name` with its value.
#define MUSTER_TRY_ASSIGN(name, expression)                              \
  auto name##_result = (expression);                                     \
  if (!name##_result) return ::muster::base::fail(std::move(name##_result).error()); \
  auto& name = *name##_result
