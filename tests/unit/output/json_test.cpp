#include "output/json.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace muster::output;

TEST_SUITE("output") {
  TEST_CASE("json: numbers are shortest, rounded to four decimals, without an exponent") {
    struct { double value; const char* text; } rows[] = {
        {70, "70"}, {14.035087719298245, "14.0351"}, {0.1 + 0.2, "0.3"}, {-0.00001, "0"}, {100000, "100000"}, {1e15,
        "1000000000000000"},
        {12.5, "12.5"}, {-3, "-3"}, {33.33333333, "33.3333"}, {std::numeric_limits<double>::infinity(), "null"},
        {std::nan(""), "null"},
        {123456.78999, "123456.79"}};
    for (const auto& row : rows) {
      std::string out;
      append_number(out, row.value);
      CAPTURE(row.value);
      CHECK(out == row.text);
    }
  }

  TEST_CASE("json: strings escape quotes, backslashes and control characters, nothing else") {
    struct { std::string_view value; const char* text; } rows[] = {
        {"", R"("")"}, {"a\"b\\c", R"("a\"b\\c")"}, {"\n\r\t", R"("\n\r\t")"}, {std::string_view("\0\x1b\x7f", 3),
        R"("\u0000\u001b\u007f")"},
        {"\xC2\x9B" "2J\xC2\x85\xC2\xA0", "\"\\u009b2J\\u0085\xC2\xA0\""}, {"\xC2", "\"\xC2\""},
        {"St Ann’s\u2028½ 儿</script>", "\"St Ann’s\u2028½ 儿</script>\""}};
    for (const auto& row : rows) {
      std::string out;
      append_json_string(out, row.value);
      CAPTURE(row.text);
      CHECK(out == row.text);
    }
  }

  TEST_CASE("json: commas stand between the members of each object and list") {
    std::string out;
    Json json(out);
    json.open_object();
    json.key("a"), json.open_list(), json.integer(std::int64_t{1}), json.open_list(), json.close_list(), json.null(),
        json.close_list();
    json.key("b"), json.open_object(), json.close_object();
    json.key("c"), json.string_or_null("");
    json.key("d"), json.number(std::optional<double>(0.5));
    json.close_object();
    CHECK(out == R"({"a": [1, [], null], "b": {}, "c": null, "d": 0.5})");
  }
}
