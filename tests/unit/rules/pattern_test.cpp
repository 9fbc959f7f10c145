// A sieve never holds back a match: patterns find with it what their regular expression finds without.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "made_up.hpp"
#include "rules/coarse.hpp"
#include "rules/pattern.hpp"

using namespace muster;
using rules::Capture;
using rules::Pattern;
using rules::Regex;
using rules::Search;
using made_up::Dice;
using made_up::pattern_of;
using made_up::text_of;

TEST_SUITE("rules") {
  TEST_CASE("pattern: with its sieve it finds the same as without, everywhere in a text") {
    rules::WordNumbers numbers;
    Dice dice(20240607);
    std::size_t compiled = 0, sieved = 0, found = 0;
    for (int round = 0; round < 10000; ++round) {
      const std::string written = (dice.below(3) == 0 ? "\\b " : "") + pattern_of(dice, 0);
      Regex::Problem problem;
      const auto plain = Regex::compile(written, problem);
      if (plain == nullptr) continue;   // a repeat of a look-behind and the like
      const auto pattern = Pattern::compile(written, problem);
      REQUIRE(pattern != nullptr);
      ++compiled;
      if (rules::make_coarse(written)) ++sieved;
      const std::string regex_bytes = pattern->flat_regex();
      const auto again = Pattern::over({regex_bytes, pattern->flat_sieve()});
      REQUIRE(again != nullptr);
      rules::Sieve::Memory memory;
      for (int t = 0; t < 6; ++t) {
        const std::string text = text_of(dice);
        rules::WordStarts starts;
        starts.find(text, numbers);
        const std::size_t from = dice.below(2) == 0 ? 0 : dice.below(text.size() + 1);
        const std::size_t to = dice.below(4) == 0 ? from + dice.below(text.size() - from + 1) : text.size();
        CAPTURE(written);
        CAPTURE(text);
        CAPTURE(from);
        CAPTURE(to);
        base::Span wanted, got;
        std::vector<Capture> wanted_groups, got_groups;
        const Search result = plain->search(text, from, to, wanted, &wanted_groups);
        if (result == Search::stopped) continue;   // there the sieve may know better
        REQUIRE(pattern->search(text, from, to, starts, memory, got, &got_groups) == result);
        REQUIRE(again->search(text, from, to, starts, memory, got, &got_groups) == result);
        if (result != Search::found) continue;
        ++found;
        REQUIRE(got == wanted);
        REQUIRE(got_groups.size() == wanted_groups.size());
        for (std::size_t g = 0; g < got_groups.size(); ++g) REQUIRE(got_groups[g].span == wanted_groups[g].span);
      }
    }
    CHECK(compiled > 2000);
    CHECK(sieved > compiled * 9 / 10);
    CHECK(found > 3000);
  }

  TEST_CASE("pattern: a sieve that is asked for more states than it keeps begins anew and still says the same") {
    rules::WordNumbers numbers;
    // Each of these letters may be the one before a gap: the states are all the ways to have met them.
    Regex::Problem problem;
    const std::string written =
        R"(\b (?: a .* 1 | b .* 2 | c .* 3 | d .* 4 | e .* 5 | f .* 6 | [a-z]+ \s (?: [ab] .{11} x | [bc] .{12} y ) ))";
    const auto pattern = Pattern::compile(written, problem);
    const auto plain = Regex::compile(written, problem);
    REQUIRE((pattern != nullptr && plain != nullptr));
    rules::Sieve::Memory memory;
    Dice dice(7);
    for (int t = 0; t < 300; ++t) {
      std::string text;
      for (int i = 0; i < 400; ++i)
        text += static_cast<char>(dice.below(5) == 0 ? ' ' : 'a' + static_cast<char>(dice.below(26)));
      if (dice.below(2) == 0) text += static_cast<char>('0' + static_cast<char>(dice.below(8)));
      rules::WordStarts starts;
      starts.find(text, numbers);
      base::Span wanted, got;
      const Search result = plain->search(text, 0, text.size(), wanted, nullptr);
      REQUIRE(pattern->search(text, 0, text.size(), starts, memory, got, nullptr) == result);
      if (result == Search::found) REQUIRE(got == wanted);
    }
  }

  TEST_CASE("pattern: of syntax that it does not know the coarse form says so") {
    for (const char* const pattern : {R"((a) \1)", R"((?i: a ))", R"((?> a | b ) c)", R"(\p{L})", R"([[:alpha:]])",
                                      R"(a \K b)", R"((?R))", R"(a # b)", R"(\h)", R"((*ACCEPT) a)"}) {
      CAPTURE(pattern);
      CHECK_FALSE(rules::make_coarse(pattern));
    }
    for (const char* const pattern :
         {R"(\b (?<n> \d{1,3} ) \s+ [^.;]{0,40}? \b (?= x | y ) [a-z'-]+ $)", R"(^ \s* \x23 (?<! a ) [\]"\-]? )"}) {
      CAPTURE(pattern);
      CHECK(rules::make_coarse(pattern));
    }
  }
}
