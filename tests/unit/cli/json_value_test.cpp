#include "cli/json_value.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace muster;

namespace {

// The value on one line, or the error with its place.
std::string read(std::string_view json) {
  const base::Result<cli::Value> value = cli::parse_json(json);
  if (value) return cli::flat_json(*value);
  const base::Error& error = value.error();
  return std::to_string(error.where->line) + ':' + std::to_string(error.where->column) + ": " + error.text;
}

}  // namespace

TEST_SUITE("cli") {
  TEST_CASE("json value: what is JSON is kept, numbers as written") {
    const struct { const char* json; const char* flat; } rows[] = {
        {"null", "null"},
        {" true ", "true"},
        {"false", "false"},
        {"-1.50e+3", "-1.50e+3"},
        {"\"a\"", "\"a\""},
        {"[]", "[]"},
        {"{}", "{}"},
        {"[1,2 , [3]]", "[1, 2, [3]]"},
        {"{\"b\":1,\"a\":{\"c\":[ ]}}", "{\"b\": 1, \"a\": {\"c\": []}}"},
        {R"("\" \\ \/ \n \t A é")", "\"\\\" \\\\ / \\n \\t A é\""},
        {R"("😀")", "\"😀\""},
        {R"("\u0007")", R"("\u0007")"},
        {"\"’\"", "\"’\""},
    };
    for (const auto& row : rows) {
      CAPTURE(row.json);
      CHECK(read(row.json) == row.flat);
    }
  }

  TEST_CASE("json value: what is not JSON is refused at its place") {
    const struct { const char* json; const char* error; } rows[] = {
        {"", "1:1: not JSON: it ends too early"},
        {"[1,\n 2", "2:3: not JSON: ',' or ']' was expected"},
        {"{\"a\" 1}", "1:6: not JSON: ':' was expected"},
        {"{a: 1}", "1:2: not JSON: a key was expected"},
        {"{\"a\": 1,}", "1:9: not JSON: a key was expected"},
        {"[1,]", "1:4: not JSON: a value was expected"},
        {"1 2", "1:3: not JSON: something behind the value"},
        {"\"a", "1:3: not JSON: a string does not end"},
        {"\"a\nb\"", "1:3: not JSON: a control character in a string"},
        {R"("\x")", "1:3: not JSON: an unknown escape"},
        {R"("\u12g4")", "1:7: not JSON: an unknown escape"},
        {"nul", "1:1: not JSON: a value was expected"},
        {"inf", "1:1: not JSON: a value was expected"},
        {"+1", "1:1: not JSON: a value was expected"},
    };
    for (const auto& row : rows) {
      CAPTURE(row.json);
      CHECK(read(row.json) == row.error);
    }
    CHECK(read(std::string(1000, '[')).find("nested too deep") != std::string::npos);
    CHECK(read(std::string(64, '[') + std::string(64, ']')) == std::string(64, '[') + std::string(64, ']'));
  }

  TEST_CASE("json value: half of a surrogate pair is no character") {
    for (const char* json : {R"("\ud83d")", R"("\ude00")", R"("\ud83dx")", R"("\ud83d\ud83d")"}) {
      CAPTURE(json);
      CHECK(read(json).find("half of a surrogate pair") != std::string::npos);
    }
  }

  TEST_CASE("json value: pretty is the same value, in lines of at most 100 columns where they can be broken") {
    const std::string word(60, 'w');
    const std::string json = "{\"a\": [\"" + word + "\", \"" + word + "\"], \"b\": {}}";
    const base::Result<cli::Value> value = cli::parse_json(json);
    REQUIRE(value);
    const std::string pretty = cli::pretty_json(*value);
    CHECK(pretty == "{\n  \"a\": [\n    \"" + word + "\",\n    \"" + word + "\"\n  ],\n  \"b\": {}\n}\n");
    const base::Result<cli::Value> again = cli::parse_json(pretty);
    REQUIRE(again);
    CHECK(*again == *value);
  }

  TEST_CASE("json value: members are found by name, strings only as strings") {
    const base::Result<cli::Value> value = cli::parse_json(R"({"a": "x", "b": 1})");
    REQUIRE(value);
    CHECK(value->string("a") == "x");
    CHECK(value->string("b").empty());
    CHECK(value->string("c").empty());
    CHECK(value->find("c") == nullptr);
    REQUIRE(value->find("b"));
    CHECK(value->find("b")->text == "1");
  }
}
