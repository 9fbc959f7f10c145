#include "muster/base/text.hpp"

#include <doctest/doctest.h>

#include <string>

#include "muster/base/utf8.hpp"

using muster::base::Span;
using muster::base::Text;

TEST_SUITE("base") {
  TEST_CASE("text: the folded copy has one byte a code point") {
    const Text text("St Ann’s – 70 % “up”\u00A0½ 儿é");
    CHECK(text.folded() == "St Ann's - 70 % \"up\" \xBD \x83" "e");
    CHECK(text.size() == muster::base::count_code_points(text.utf8()));
  }

  TEST_CASE("text: spans cut the UTF-8 at code points, whatever stands before") {
    std::string utf8;
    for (int i = 0; i < 700; ++i) utf8 += i % 3 == 0 ? "é" : i % 3 == 1 ? "–" : "a";
    const Text text(utf8);
    REQUIRE(text.size() == 700);
    std::size_t byte = 0;
    for (std::uint32_t i = 0; i < 700; ++i) {
      CAPTURE(i);
      CHECK(text.byte_of(i) == byte);
      CHECK(text.code_point_at(byte) == i);
      byte += i % 3 == 0 ? 2 : i % 3 == 1 ? 3 : 1;
    }
    CHECK(text.string(Span{257, 259}) == "aé");
    CHECK(text.string(Span{699, 900}) == "é");
    CHECK(text.utf8(Span{5, 5}).empty());
  }

  TEST_CASE("text: a line break can become a space without moving anything") {
    Text text("one–\ntwo");
    text.replace_ascii(4, ' ');
    CHECK(text.utf8() == "one– two");
    text.replace_ascii(3, ' ');   // a dash takes three bytes: left alone
    CHECK(text.utf8() == "one– two");
  }

  TEST_CASE("utf8: invalid sequences are as long as their valid prefix") {
    using muster::base::step;
    CHECK(step("\xE2\x80", 0).length == 2);
    CHECK(step("\xE2\x28\xA1", 0).length == 1);
    CHECK(step("\xF0\x9F\x98\x80", 0).code_point == 0x1F600);
    CHECK_FALSE(step("\xED\xA0\x80", 0).valid);
    CHECK_FALSE(step("\xC0\xAF", 0).valid);
  }
}
