#include "cli/test_report.hpp"

#include <doctest/doctest.h>

using namespace muster;

TEST_SUITE("cli") {
  TEST_CASE("test report: TAP has a line a case, and the differences behind #") {
    CHECK(cli::tap({}) == "TAP version 13\n1..0\n");
    CHECK(
        cli::tap({{"a.txt", {}}, {"b #1.txt", {"- missing: x", "~ y\n      z: expected 1, got 2"}}}) ==
        "TAP version 13\n1..2\nok 1 - a.txt\nnot ok 2 - b _1.txt\n# - missing: x\n# ~ y\n#       z: expected 1, got 2\n");
  }

  TEST_CASE("test report: JUnit counts the failures and escapes what XML would read") {
    CHECK(cli::junit({{"a.txt", {}}, {"b<\"&>.txt", {"one \x1b[0m"}}, {"c.txt", {"x", "y"}}}) ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<testsuite name=\"muster check\" tests=\"3\" failures=\"2\">\n"
          "  <testcase classname=\"corpus\" name=\"a.txt\"/>\n"
          "  <testcase classname=\"corpus\" name=\"b&lt;&quot;&amp;&gt;.txt\">\n"
          "    <failure message=\"1 difference\">one ?[0m\n</failure>\n  </testcase>\n"
          "  <testcase classname=\"corpus\" name=\"c.txt\">\n"
          "    <failure message=\"2 differences\">x\ny\n</failure>\n  </testcase>\n"
          "</testsuite>\n");
  }
}
