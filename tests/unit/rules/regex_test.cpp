// Patterns: what ^, $, '.' and look-behind see, which groups took part, and when a search gives up.
#include <doctest/doctest.h>

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "rules/regex.hpp"

using namespace muster;
using rules::Regex;
using rules::Search;

namespace {

std::unique_ptr<Regex> compiled(const std::string& pattern) {
  Regex::Problem problem;
  auto regex = Regex::compile(pattern, problem);
  REQUIRE_MESSAGE(regex != nullptr, problem.text);
  return regex;
}

// The same after so many searches that it has become machine code.
std::unique_ptr<Regex> warmed(const std::string& pattern) {
  auto regex = compiled(pattern);
  base::Span match;
  for (int i = 0; i < 100; ++i) (void)regex->search("", 0, 0, match, nullptr);
  return regex;
}

// "begin-end" of the first match in all of `text` from `from` on, "-" for none, "stopped".
std::string found(const Regex& regex, std::string_view text, std::size_t from = 0) {
  base::Span match;
  switch (regex.search(text, from, text.size(), match, nullptr)) {
    case Search::nothing: return "-";
    case Search::stopped: return "stopped";
    case Search::found: break;
  }
  return std::to_string(match.begin) + "-" + std::to_string(match.end);
}

}  // namespace

TEST_SUITE("rules") {
  TEST_CASE("regex: caseless, free-spacing, '.' is any character, ^ and $ are the ends of the text") {
    const std::vector<std::array<std::string, 3>> table = {
        {R"(\b vacant \s+ posts? \b)", "Four VACANT\nposts.", "5-17"},
        {R"(a . b)", "a\nb", "0-3"},
        {R"(^ two)", "one\ntwo", "-"},
        {R"(one $)", "one\n", "-"},
        {R"(one $)", "one", "0-3"},
        {R"(x # not a comment's end
            y)", "xy", "0-2"},
        {R"(\d{1,3}? %)", "12%", "0-3"},
        {R"(\w)", "\x80", "-"},
    };
    for (const auto& [pattern, text, want] : table) {
      const auto shown = pattern;   // clang 14 captures no structured binding
      CAPTURE(shown);
      CHECK(found(*compiled(pattern), text) == want);
      CHECK(found(*warmed(pattern), text) == want);
      const std::string bytes = compiled(pattern)->flatten();
      const auto again = Regex::over(bytes);
      REQUIRE(again != nullptr);
      CHECK(found(*again, text) == want);
    }
  }

  TEST_CASE("regex: what stands before the start of a search counts for look-behind and \\b, not for ^") {
    CHECK(found(*compiled(R"((?<! not \s ) met)"), "not met, met", 4) == "9-12");
    CHECK(found(*compiled(R"(\b met)"), "unmet", 2) == "-");
    CHECK(found(*compiled(R"(^ met)"), "unmet", 2) == "-");
  }

  TEST_CASE("regex: captures are the groups that took part, by number of their opening bracket") {
    base::Span match;
    std::vector<rules::Capture> captures;
    const std::string text = "of the 12";
    REQUIRE(compiled(R"((?: (?<words> ten ) | (?<of> of ) \s (?: the ) \s ) (\d+))")
                ->search(text, 0, text.size(), match, &captures) == Search::found);
    REQUIRE(captures.size() == 2);
    CHECK(captures[0].number == 2);
    CHECK(captures[0].span == base::Span{0, 2});
    CHECK(captures[1].number == 3);
    CHECK(captures[1].span == base::Span{7, 9});
  }

  TEST_CASE("regex: a pattern that backtracks without end is stopped, as machine code and interpreted") {
    const std::string text(64, 'a');
    for (const auto& make : {compiled, warmed}) CHECK(found(*make(R"((?: a+ )+ b)"), text + "c") == "-");
    for (const auto& make : {compiled, warmed})
      CHECK(found(*make(R"((?: a | a a )+ [bc] d)"), text + "cbd") == "stopped");
  }

  TEST_CASE("regex: the bytes of another PCRE2 make no pattern") {
    std::string bytes = compiled("a b")->flatten();
    CHECK(compiled("a b")->flatten() == bytes);
    bytes[4] = static_cast<char>(bytes[4] + 1);   // its version
    CHECK(Regex::over(bytes) == nullptr);
  }

  TEST_CASE("regex: a pattern that is wrong says where") {
    Regex::Problem problem;
    CHECK(Regex::compile(R"(a (?: b)", problem) == nullptr);
    CHECK(problem.at == 7);
    CHECK(problem.text.find("parenthes") != std::string::npos);
    CHECK(Regex::compile(std::string(300, '(') + std::string(300, ')'), problem) == nullptr);
  }
}
