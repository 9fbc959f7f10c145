// The lint: what it refuses, where it points, what it says.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "muster/packs/load.hpp"

using namespace muster;

namespace {

std::string errors_of(std::string_view pattern, std::string_view more = "",
                      std::string_view makes = "fact = \"status\"") {
  const std::string toml = fmt::format(
      "[pack]\nid = \"x\"\n[parts]\nnum = '(?<n>\\d+)'\n[[rule]]\nid = \"x.a\"\nwhen = [\"met\"]\npattern = {}\nmakes = {{ {} }}\n{}\n",
      pattern, makes, more);
  std::string out;
  for (const base::Error& error : packs::load_text(toml, "a.toml").errors) {
    out +=
        fmt::format("{} {}:{}: {}\n", base::code_text(error.code), error.where->line, error.where->column, error.text);
    for (const std::string& note : error.notes) out += "  " + note + "\n";
  }
  return out;
}

}  // namespace

TEST_SUITE("packs") {
  TEST_CASE("check: patterns in order are let through") {
    for (const std::string_view pattern :
         {R"('\b {num} \b .{0,40}? (?: a | b ) c? [)*+]+ \w+ \d{2,}')", R"('(?: \w+ \s ){0,12} x')",
          R"('(?=met) (?<!not\s) \( \) \)* a')", R"('[^]]+ [(]+ \[ a{3}')",
          "'''\n  met   # (not) + as {we} like\n  \\b'''", R"('met\ at')", R"('(?: a | b )?')", "'third s? x'"}) {
      CAPTURE(pattern);
      CHECK(errors_of(pattern) == "");
    }
  }

  TEST_CASE("check: a group repeated without end is P003 at the bracket, in every way of writing it") {
    CHECK(errors_of("'(a+)+$'") ==
          "P003 8:15: rule `x.a`: a group is repeated without end\n"
          "  pattern = '(a+)+$'\n"
          "                ^\n"
          "  help: such patterns explode on long sentences: bound it, as in (…){0,12}\n");
    for (const std::string_view pattern :
         {"'(a)*'", "'(?:a|b) +'", "'(a){2,}'", "'(a){2, }'", "'((a)*){1,2}'", "'{num}+'", "'(a)*?'"}) {
      CAPTURE(pattern);
      CHECK(errors_of(pattern).starts_with("P003 8:"));
    }
    CHECK(errors_of("'''\nmet \\s\n  (?: a )*'''").starts_with("P003 10:9: "));
    CHECK(errors_of("\"\\\\b (a)*\"").starts_with("P003 8:11: "));   // escapes: only its beginning is known
  }

  TEST_CASE("check: a {name} that is nothing is P004, with the nearest part") {
    CHECK(errors_of("'{nun} x'") ==
          "P004 8:12: rule `x.a`: {nun} is neither a part of this pack nor a word list\n"
          "  pattern = '{nun} x'\n"
          "             ^\n"
          "  help: did you mean {num}?\n");
    CHECK(errors_of("'met'", "unless = '\\b {nowhere}'") ==
          "P004 10:14: rule `x.a`: {nowhere} is neither a part of this pack nor a word list\n"
          "  unless = '\\b {nowhere}'\n"
          "               ^\n");
  }

  TEST_CASE("check: `makes` may only name groups of the pattern or of its parts") {
    CHECK(errors_of("'{num} (?<what>x)'", "", R"(fact = "status", count = "{n}", subject = "the {what}")") == "");
    CHECK(errors_of("'{num}'", "", R"(fact = "status", count = "{m}")") ==
          "P004 6:6: rule `x.a`: `makes.count` names {m}, which is no group of its pattern\n"
          "  id = \"x.a\"\n"
          "       ^\n"
          "  help: did you mean {n}?\n");
  }

  TEST_CASE("check: characters beyond ASCII and words that run together are told") {
    CHECK(errors_of("'the council’s'").starts_with("P003 8:16: rule `x.a`: two words without a space between them\n"));
    CHECK(errors_of("'council’s'") ==
          "P003 8:19: rule `x.a`: a pattern holds a character beyond ASCII\n"
          "  pattern = 'council’s'\n"
          "                    ^\n"
          "  help: texts are folded before they are matched: write ' \" - e for ’ “ – é\n");
    CHECK(errors_of("'was met'") ==
          "P003 8:16: rule `x.a`: two words without a space between them\n"
          "  pattern = 'was met'\n"
          "                 ^\n"
          "  help: spaces in a pattern are layout: write \\s+ where the text has a space\n");
  }

  TEST_CASE("check: the stub of `rules new` is a pack in order") {
    const auto loaded = packs::load_text(packs::stub("status.mine"), "new.toml");
    CHECK(loaded.errors.empty());
    REQUIRE(loaded.set.packs.size() == 1);
    REQUIRE(loaded.set.packs[0].rules.size() == 1);
    CHECK(loaded.set.packs[0].rules[0].id == "status.mine");
  }
}
