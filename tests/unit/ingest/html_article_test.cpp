#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "ingest/html.hpp"
#include "ingest/html_words.hpp"
#include "unit/ingest/html_notation.hpp"

using namespace muster;

namespace {

const std::string first =
    "<p>Inspectors found that half of the homes had too few nurses at night, and said so in a letter to the board.</p>";
const std::string second =
    "<p>The board replied that posts had been filled since, that agency staff were used less, and that visits went on.</p>";

std::string read(const std::string& html) {
  model::Source source;
  ingest::read_html(html, {}, source);
  return ingest::notation_of(source);
}

// The article's runs in one string, without furniture.
std::string body(const std::string& html) {
  model::Source source;
  ingest::read_html(html, {}, source);
  std::string out;
  for (const model::Run& run : source.runs)
    if (!run.furniture) out += source.text.string(run.span) + "\n";
  return out;
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_SUITE("ingest") {
  TEST_CASE("html: what stands around an article is furniture") {
    struct Row { const char* html; const char* words; };
    const std::vector<Row> rows = {
        {"<nav><ul><li><a href=/>Home</a><li><a href=/n>News today</a></ul></nav>", "News today"},
        {"<div id=main-menu><a href=/>Front page</a> <a href=/s>Sport pages</a></div>", "Sport pages"},
        {"<div class='cookie-notice'>We use cookies to make this site work for you, and others.</div>", "cookies"},
        {"<div class=shareBar>Pass it on to your friends <button>Send</button></div>", "Pass it on"},
        {"<div id=comments><h3>3 comments</h3><p>Fred: all inspectors are the same, they come, they look, they write, and nothing changes.</p></div>",
         "Fred"},
        {"<section class='related-stories'><h3>Other news</h3><p>A bridge was closed for the night after a lorry hit it.</p></section>",
         "bridge"},
        {"<h3>Related stories</h3><ul><li><a href=1>A bridge was closed</a><li><a href=2>Market moves to square</a></ul>",
         "bridge"},
        {"<form class=newsletter-signup><label>Our letter comes weekly</label><input></form>", "weekly"},
        {"<figure><img src=x><figcaption>A home in the north. Picture by A. Body</figcaption></figure>", "Picture"},
        {"<footer><p>The Paper Ltd, registered in England, 12 Print Street, Anytown.</p></footer>", "Print Street"},
        {"<div role=complementary><p>Weather for the week: rain in the west, sun in the east.</p></div>", "Weather"},
        {"<p>Advertisement</p>", "Advertisement"},
        {"<p>Share this article</p>", "Share"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.html);
      for (const bool before : {true, false}) {
        std::string html = "<html><body><div class=page>";
        if (before) html += row.html;
        html += "<div class=story><h1>Too few nurses at night</h1>" + first + second + "</div>";
        if (!before) html += row.html;
        const std::string text = body(html + "</div></body></html>");
        CHECK_FALSE(holds(text, row.words));
        CHECK(holds(text, "Inspectors found"));
        CHECK(holds(text, "visits went on"));
        CHECK(holds(text, "Too few nurses"));
      }
    }
  }

  TEST_CASE("html: a page without furniture is content throughout") {
    const std::string text = read(
        "<title>Letter</title><p>Dear Sir</p><p>We came on 3 May.</p><h3>Recommendations</h3><ol><li>Fill posts.<li>Train staff.</ol>"
        "<div>" +
        first + second + "</div><p>Yours</p>");
    CHECK_FALSE(holds(text, "-p"));
    CHECK_FALSE(holds(text, "-li"));
    CHECK(holds(text, "li1(2.) Train staff."));
  }

  TEST_CASE("html: headings and lists of reports are not taken for furniture") {
    for (const char* heading : {"Related risks", "Latest inspection", "Comments from parents", "More on staffing",
                                "Follow-up of earlier reviews", "Recommended actions"}) {
      CAPTURE(heading);
      const std::string text = body("<div>" + first + "<h2>" + heading + "</h2>" + second +
                                    "<ul><li>Fill all posts by May<li>Train staff</ul></div>");
      CHECK(holds(text, heading));
      CHECK(holds(text, "Fill all posts"));
    }
    CHECK_FALSE(ingest::is_furniture_line("Recommended staffing levels were not met."));
    CHECK_FALSE(ingest::is_byline_or_dateline("By 2015 the council must have closed all of its large homes."));
  }

  TEST_CASE("html: names of wrappers do not hide the article") {
    for (const char* names : {"class='with-sidebar'", "class='has-comments single'", "id=sharepoint-main",
                              "class='content ad-free'", "class=no-nav"}) {
      CAPTURE(names);
      CHECK(
          holds(body("<body><div " + std::string(names) + ">" + first + second + "</div></body>"), "Inspectors found"));
    }
    CHECK(ingest::sense_of_names("article-body") == ingest::NameSense::article);
    CHECK(ingest::sense_of_names("shareholder-meeting no-comments") != ingest::NameSense::article);
    CHECK(ingest::sense_of_names("postComments") == ingest::NameSense::furniture);
  }

  TEST_CASE("html: title, date, site and language come from the page's own word") {
    struct Row { const char* html; const char* title; const char* published; };
    const std::vector<Row> rows = {
        {"<title>Beds cut by half | The Daily</title><meta property=og:site_name content='The Daily'><p>x</p>",
         "Beds cut by half", ""},
        {"<title>Office of Audit | Reports | State</title><h1>Audit (A-1)</h1><h2>03-24-2009<br>Review of the Foster Care Rebate</h2><p>x</p>",
         "Review of the Foster Care Rebate", "2009-03-24"},
        {"<meta property='article:published_time' content='2019-11-19T08:00:00Z'><h1>Nurses at night</h1><p>x</p>",
         "Nurses at night", "2019-11-19"},
        {"<script type='application/ld+json'>{\"@graph\":[{\"@type\":[\"NewsArticle\"],\"headline\":\"Nurses at night\",\"datePublished\":\"2018-02-01\"}]}</script><p>x</p>",
         "Nurses at night", "2018-02-01"},
        {"<script type='application/ld+json'>{broken</script><p>By A. Body <time datetime=2011-05-06>6 May</time></p>",
         "", "2011-05-06"},
        {"<html lang=en-GB><h1>Home closes early</h1><p>05/06/2011</p><p>x</p>", "Home closes early", "2011-06-05"},
        {"<h1>Home closes early</h1><p>30 February 2011</p><p>x</p>", "Home closes early", ""},
    };
    for (const Row& row : rows) {
      CAPTURE(row.html);
      model::Source source;
      ingest::read_html(row.html, {}, source);
      CHECK(source.hints.title == row.title);
      CHECK(source.hints.published == row.published);
    }
  }
}
