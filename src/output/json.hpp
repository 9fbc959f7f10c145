// Appends JSON to a string: the only place that knows commas, escapes and numbers.
//
// Numbers are locale-free and shortest, rounded to 4 decimals (70, not 70.0; 14.0351). Strings must be
// valid UTF-8; control characters are escaped, everything else is kept as it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace muster::output {

void append_number(std::string& out, double value);         // "null" for what is not finite
void append_integer(std::string& out, std::int64_t value);
void append_json_string(std::string& out, std::string_view utf8);

class Json {
 public:
  explicit Json(std::string& out) : out_(out) {}

  void open_object() { open('{'); }
  void close_object() { close('}'); }
  void open_list() { open('['); }
  void close_list() { close(']'); }
  // `key` is printed as it is: a name of the contract, without anything to escape.
  void key(std::string_view key);

  void string(std::string_view utf8);
  void string_or_null(std::string_view utf8);                // "" is null
  void number(double value);
  void number(std::optional<double> value);
  void integer(std::int64_t value);
  void integer(std::optional<int> value);
  void boolean(bool value);
  void null();

 private:
  void separate();
  void open(char bracket);
  void close(char bracket);

  std::string& out_;
  bool first_ = true;      // nothing yet in the innermost object or list
  bool after_key_ = false;
};

}  // namespace muster::output
