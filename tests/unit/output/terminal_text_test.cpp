#include "muster/output/terminal_text.hpp"

#include <doctest/doctest.h>

#include "muster/output/paint.hpp"
#include "output/hyperlink.hpp"

using namespace muster::output;

TEST_SUITE("output") {
  TEST_CASE("terminal text: wide characters take two columns, marks none") {
    CHECK(display_width("abc") == 3);
    CHECK(display_width("St Ann’s – ½") == 12);
    CHECK(display_width("儿童") == 4);
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("\u200B") == 0);
  }

  TEST_CASE("terminal text: what is cut ends in an ellipsis and never exceeds the width") {
    struct { const char* text; int columns; const char* fitted;
    } rows[] = {{"staffing", 8, "staffing"}, {"staffing", 5, "staf…"}, {"儿童社会", 5, "儿童…"}, {"儿童社会", 4, "儿…"},
                {"one two", 5, "one…"},      {"abc", 0, ""},           {"abc", 1, "…"}};
    for (const auto& row : rows) {
      CAPTURE(row.text);
      CHECK(fit(row.text, row.columns) == row.fitted);
      CHECK(display_width(fit(row.text, row.columns)) <= row.columns);
    }
  }

  TEST_CASE("terminal text: lines are wrapped at white space, longer words are cut up") {
    CHECK(wrap("one two  three\nfour", 9) == std::vector<std::string>{"one two", "three", "four"});
    CHECK(wrap("abcdefgh ij", 3) == std::vector<std::string>{"abc", "def", "gh", "ij"});
    CHECK(wrap(" \n ", 10).empty());
    for (const std::string& line : wrap("Aufgabe 儿童社会 und 儿童", 5)) CHECK(display_width(line) <= 5);
  }

  TEST_CASE("terminal text: nothing in a document can steer the terminal") {
    CHECK(sanitized("a\x1b[31mred") == "a\\u{1b}[31mred");
    CHECK(sanitized("\u202Eevil\u2066") == "\\u{202e}evil\\u{2066}");
    CHECK(sanitized("\u009b2J") == "\\u{9b}2J");
    CHECK(sanitized("line\n\tnext – é") == "line\n\tnext – é");
    CHECK(sanitized("\r\b\x7f") == "\\u{d}\\u{8}\\u{7f}");
  }

  TEST_CASE("terminal text: nothing hides, and marks are not stacked over other lines") {
    CHECK(sanitized("re\u200Bview\uFEFF") == "re\\u{200b}view\\u{feff}");
    CHECK(sanitized("\U000E0041") == "\\u{e0041}");
    CHECK(sanitized("e\u0301\u0323") == "e\u0301\u0323");
    std::string stacked = "e", kept = "e";
    for (int i = 0; i < 40; ++i) stacked += "\u0301";
    for (int i = 0; i < 8; ++i) kept += "\u0301";
    CHECK(sanitized(stacked + "x") == kept + "x");
  }

  TEST_CASE("hyperlinks: an address is a file's, encoded, with the page of a PDF only") {
    muster::model::SourceInfo source;
    source.path = "re ports/a.pdf";
    source.media_type = "application/pdf";
    CHECK(address_of(source, 4, "/home/u") == "file:///home/u/re%20ports/a.pdf#page=4");
    CHECK(address_of(source, {}, "/home/u") == "file:///home/u/re%20ports/a.pdf");
    CHECK(address_of(source, 4, "").empty());
    source.member = "b.pdf";
    CHECK(address_of(source, 4, "/home/u") == "file:///home/u/re%20ports/a.pdf");
    source.path = "../x\x1b]8;;evil.txt";
    CHECK(address_of(source, {}, "/home/u") == "file:///home/x%1B%5D8%3B%3Bevil.txt");
    source.path = "-";
    CHECK(address_of(source, {}, "/home/u").empty());
    CHECK(hyperlink("shown", "") == "shown");
    CHECK(hyperlink("shown", "file:///a") == "\x1b]8;;file:///a\x1b\\shown\x1b]8;;\x1b\\");
  }

  TEST_CASE("bars: as long as the share, and never invisible") {
    CHECK(bar(5, 10, 4) == "██");
    CHECK(bar(0.001, 10, 4) == "▏");
    CHECK(bar(0, 10, 4).empty());
    CHECK(bar(20, 10, 2) == "██");
    CHECK(bar(3, 16, 2) == "▍");
  }
}
