#include "cli/compare.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace muster;

namespace {

cli::Value value_of(const std::string& json) {
  base::Result<cli::Value> value = cli::parse_json(json);
  REQUIRE_MESSAGE(value, json);
  return std::move(*value);
}

std::string fact(const std::string& id, const std::string& quote, const std::string& more = "") {
  return R"({"id": ")" + id + R"(", "status": "met", "evidence": {"quote": ")" + quote + "\"}" + more + "}";
}

// Records whose statuses are as given.
cli::Value with(const std::string& statuses) {
  return value_of(R"([{"document": {"kind": "news"}, "statuses": [)" + statuses + "]}]");
}

std::string lines(const cli::Value& expected, const cli::Value& found) {
  std::string out;
  for (const std::string& line : cli::differences(expected, found)) out += line + '\n';
  return out;
}

}  // namespace

TEST_SUITE("cli") {
  TEST_CASE("compare: equal records have no difference") {
    CHECK(lines(with(fact("s1", "A.")), with(fact("s1", "A."))) == "");
    CHECK(lines(value_of("[]"), value_of("[]")) == "");
  }

  TEST_CASE("compare: a fact that is missing, and one that should not be there, are named with their quote") {
    CHECK(lines(with(fact("s1", "Three were met.")), with("")) == "- missing: statuses s1 (met): “Three were met.”\n");
    CHECK(lines(with(""), with(fact("s1", "Three were met."))) ==
          "+ not expected: statuses s1 (met): “Three were met.”\n");
  }

  TEST_CASE("compare: a changed field shows both values, inside the evidence too") {
    CHECK(lines(with(fact("s1", "A.", R"(, "count": 3)")), with(fact("s1", "A.", R"(, "count": 4)"))) ==
          "~ statuses s1 (met): “A.”\n      count: expected 3, got 4\n");
    CHECK(lines(with(fact("s1", "A.", R"(, "count": 3)")), with(fact("s1", "A."))) ==
          "~ statuses s1 (met): “A.”\n      count: expected 3, got nothing\n");
    CHECK(lines(with(fact("s1", "A.")), with(fact("s1", "A.", R"(, "of": 5)"))) ==
          "~ statuses s1 (met): “A.”\n      of: not expected: 5\n");
    CHECK(
        lines(with(fact("s1", "Three were met.")), with(fact("s1", "Three were met. And more."))) ==
        "~ statuses s1 (met): “Three were met.”\n      evidence.quote: expected \"Three were met.\", got \"Three were met. And more.\"\n");
  }

  TEST_CASE("compare: facts are paired by what they say, not by their place") {
    const std::string a = fact("s1", "A."), b = fact("s2", "B.");
    CHECK(lines(with(a + ", " + b), with(b)) == "- missing: statuses s1 (met): “A.”\n");
    CHECK(lines(with(a + ", " + b), with(b + ", " + a)) == "~ only the order of something differs\n");
  }

  TEST_CASE("compare: of facts with one quote the likelier are paired") {
    const std::string three = fact("s1", "A.", R"(, "count": 3, "of": 5)"),
                      two = fact("s2", "A.", R"(, "count": 2, "of": 5)");
    const std::string renamed = fact("s9", "A.", R"(, "count": 2, "of": 5)");
    CHECK(lines(with(three + ", " + two), with(renamed + ", " + three)) ==
          "~ statuses s2 (met): “A.”\n      id: expected \"s2\", got \"s9\"\n");
  }

  TEST_CASE("compare: records that are too many, and fields of the document") {
    CHECK(lines(value_of("[]"), with("")) == "~ records: expected 0, got 1\n");
    CHECK(lines(value_of("{}"), with("")) == "~ the expectation is not a list of records\n");
    CHECK(lines(with(""), value_of(R"([{"document": {"kind": "letter"}, "statuses": []}])")) ==
          "~ document\n      kind: expected \"news\", got \"letter\"\n");
    CHECK(lines(with(""), value_of(R"([{"document": {"kind": "news"}, "figures": []}])")) ==
          "- missing: \"statuses\"\n+ not expected: \"figures\"\n");
  }

  TEST_CASE("compare: what a document says cannot steer the reader's terminal") {
    CHECK(lines(with(fact("s1", "\\u001b[31mRed.")), with("")).find('\x1b') == std::string::npos);
  }
}
