#include "ingest/html_guard.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "ingest/html.hpp"
#include "ingest/html_align.hpp"
#include "muster/base/utf8.hpp"

using namespace muster;

namespace {

// What must hold for any bytes: runs ordered and inside, pieces ordered, verbatim pieces the same bytes.
void check_source(const std::string& html, const model::Source& source) {
  std::uint32_t at = 0;
  for (const model::Run& run : source.runs) {
    REQUIRE(run.span.begin >= at);
    REQUIRE(run.span.end > run.span.begin);
    REQUIRE(run.span.end <= source.text.size());
    for (const char c : source.text.folded({at, run.span.begin})) REQUIRE(c == '\n');
    at = run.span.end;
  }
  std::uint32_t end = 0;
  for (const model::MapPiece& piece : source.map.pieces) {
    REQUIRE(piece.text.begin >= end);
    REQUIRE(piece.text.end > piece.text.begin);
    REQUIRE(piece.source_begin < piece.source_end);
    REQUIRE(piece.source_end <= html.size());
    if (piece.verbatim)
      REQUIRE(html.substr(piece.source_begin, piece.source_end - piece.source_begin) == source.text.utf8(piece.text));
    end = piece.text.end;
  }
}

model::Source read(const std::string& html) {
  model::Source source;
  ingest::read_html(html, {}, source);
  check_source(html, source);
  return source;
}

std::string repeat(std::string_view part, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += part;
  return out;
}

}  // namespace

TEST_SUITE("ingest") {
  TEST_CASE("html: every word leads back to its bytes") {
    const std::string html =
        "<p>The <b>caf&eacute;</b> &amp; <!-- x -->bar,\r\n  \"at  night\"<script>var x;</script>s&shy;erved</p><table><tr><td>a<td>b<tr><td>c<td>d</table>";
    const model::Source source = read(html);
    const std::string text(source.text.utf8());
    const auto bytes_of = [&](std::string_view word) {
      const auto at = static_cast<std::uint32_t>(base::count_code_points(text.substr(0, text.find(word))));
      const auto [from, to] =
          source.map.source_of({at, at + static_cast<std::uint32_t>(base::count_code_points(word))}, source.text);
      return html.substr(from, to - from);
    };
    CHECK(bytes_of("caf\u00E9") == "caf&eacute;");
    CHECK(bytes_of("&") == "&amp;");
    CHECK(bytes_of("bar") == "bar");
    CHECK(bytes_of("at night") == "at  night");
    CHECK(bytes_of("served") == "s&shy;erved");
    CHECK(bytes_of("a | b") == "a<td>b");
  }

  TEST_CASE("html: pages put together at random keep runs and map in order") {
    const std::vector<std::string> parts = {
        "<p>", "</p>", "<div class=share>", "</div>", "<table>", "<tr>", "<td>", "</table>", "<ul>", "<li>", "</ul>",
        "<ol start=5>", "</ol>", "<br>",
        "<a href=x>", "</a>", "<b>", "</b>", "<h2>", "</h2>", "<pre>\n", "</pre>", "<blockquote>", "</blockquote>",
        "<script>", "</script>", "<style>", "<!--", "-->",
        "<select>", "</select>", "<svg>", "</svg>", "<template>", "<title>", "</title>", "<form>", "<button>",
        "</button>", "<!doctype html>", "<frameset>", "<textarea>",
        "&amp;", "&copy", "&notit;", "&#65;", "&#x110000;", "&", "<", ">", "</", "\"", "'", "=", "word ",
        "two words, and more. ", "\r\n", "\n\n", "\u00A0", "\u200B", "caf\u00E9",
        "\U0001F600", "\uFFFD", "<p style='display:none'>", "<caption>", "<th>", "<body class=x>", "<html lang=en>",
        "<math><mi>", "</body>", "<nobr>", "</br>", "<?php ?>", "<a>"};
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
      std::string html;
      for (std::size_t n = random() % 60; n > 0; --n) html += parts[random() % parts.size()];
      CAPTURE(html);
      read(html);
    }
  }

  TEST_CASE("html: much of anything is read to its end") {
    const std::vector<std::string> parts = {
        "<div>", "<div><p>a", "<b>", "<b>x<p>", "<a href=x>", "<table>", "<table><tr><td>",
        "<div><table><tr><td></div>", "<font size=1><p>x", "<i class=a>x<table><td></i></table>",
        "<ul><li>", "<li>", "<p>", "<select><option>", "<svg><g>", "<!--", "<script>", "<textarea>", "</p>", "</div>",
        "<", "&", "&amp", "<a ", "<a b=", "<p a=\"", "<body a><html b>", "<form>", "<button>",
        "<h1>", "<template>", "<object>", "<blockquote>", "<dl><dd>", "<nav><figure>", "<math><mi>", "<x-y>",
        "<title>", "<frameset>", "\r", " ", "<br>", "word, ", "<img alt=x>", "<td>", "<header><aside>"};
    for (const std::string& part : parts) {
      CAPTURE(part);
      read(repeat(part, 300'000) + "end");   // quadratic work would not end
    }
    std::string attributes = "<p ";
    for (int i = 0; i < 200000; ++i) attributes += "a" + std::to_string(i) + " ";
    read(attributes + ">end");
  }

  TEST_CASE("html: elements beyond the depth limit are flattened, with one warning") {
    std::string html = "<p>top</p>";
    for (int i = 0; i < 2000; ++i) html += "<div>";
    const model::Source source = read(html + "bottom");
    REQUIRE(source.warnings.size() == 1);
    CHECK(source.warnings[0].code == base::Code::html_depth);
    CHECK(source.text.utf8().find("bottom") != std::string_view::npos);
    CHECK(read("<div><div><p>shallow").warnings.empty());
  }

  TEST_CASE("html: text and markup are aligned across entities and tags that were passed over") {
    struct Row { const char* text; const char* markup; std::size_t pieces; };
    for (const Row& row : std::vector<Row>{{"abc", "abc", 1},
                                           {"a&b", "a&amp;b", 3},
                                           {"a&b", "a&b", 1},
                                           {"ab", "a</x>b", 2},
                                           {"a\nb", "a\r\nb", 3},
                                           {"\u00E9t", "&eacute;t", 2}}) {
      CAPTURE(row.markup);
      const auto aligned = ingest::align(row.text, row.markup);
      CHECK(aligned.size() == row.pieces);
      std::size_t covered = 0;
      for (const auto& piece : aligned) covered += piece.text_size;
      CHECK(covered == std::string_view(row.text).size());
    }
  }
}
