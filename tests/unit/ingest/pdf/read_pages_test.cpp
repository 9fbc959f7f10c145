#include <doctest/doctest.h>

#include <limits>

#include "unit/ingest/pdf/pages_builder.hpp"

using namespace muster;
using namespace muster::ingest::pdf;

TEST_SUITE("ingest") {
  TEST_CASE("pdf pages: wrapped lines are one paragraph, a gap or a short line ends it") {
    const std::vector<Drawn> rows =
        prose(100, {"The team went to every home in the borough and talked to the",
                    "children who live there, and to those who look after them."}) +
        prose(146, {"A second visit took place in the spring, when all of the staff", "had been told.",
                    "Nobody was left out of the talks that were held in the summer."});
    CHECK(
        PagesBuilder().page(rows).notation() ==
        "p The team went to every home in the borough and talked to the children who live there, and to those who look after them. / "
        "p A second visit took place in the spring, when all of the staff had been told. / "
        "p Nobody was left out of the talks that were held in the summer.");
  }

  TEST_CASE("pdf pages: larger and bold type heads what follows, the largest on the first page is the title") {
    const std::vector<Drawn> rows = {{70, 80, 20, "A report on the homes of Anytown"},
                                     {70, 120, 12, "*What needs to improve?*"},
                                     {70, 140, 10, "*Care*"}};
    CHECK(
        PagesBuilder()
            .page(rows + prose(160, {"All of the homes have to keep a record of the visits that are made", "to them."}))
            .notation() ==
        "title A report on the homes of Anytown / h2 What needs to improve? / h3 Care / p All of the homes have to keep a record of the visits that are made to them.");
  }

  TEST_CASE("pdf pages: items begin with their marks, go on at the hanging indent and lie in levels") {
    std::vector<Drawn> rows = {{70, 100, 10, "\uF0A7"},
                               {88, 100, 10, "The first of the items that the inspectors wrote about in their"},
                               {88, 114, 10, "report, over two lines."}};
    rows = rows + std::vector<Drawn>{{88, 128, 10, "\u2013"}, {106, 128, 10, "one below it"},
                                     {70, 142, 10, "\uF0A7"}, {88, 142.8F, 10, "The second, whose bullet hangs."},
                                     {70, 156, 10, "12."},    {92, 156, 10, "A number."}};
    CHECK(
        PagesBuilder().page(rows).notation() ==
        "li1(\u2022) The first of the items that the inspectors wrote about in their report, over two lines. / li2(\u2013) \u2013 one below it / "
        "li1(\u2022) The second, whose bullet hangs. / li1(12.) 12. A number.");
  }

  TEST_CASE("pdf pages: a ruled table is a row of cells a row, however its cells wrap") {
    const std::vector<Drawn> rows = {{80, 112, 10, "*Area*"}, {280, 112, 10, "*Grade*"}, {80, 132, 10,
        "The care of children"}, {280, 132, 10, "Good"},
                                     {80, 146, 10, "who live at home"}, {80, 172, 10, "Leaders"}, {280, 172, 10,
                                     "Requires improvement"}, {280, 186, 10, "to be good"}};
    CHECK(PagesBuilder().page(rows).grid({70, 270, 450}, {100, 120, 160, 200}).notation() ==
          "tr Area | Grade / tr The care of children who live at home | Good / tr Leaders | Requires improvement to be good");
  }

  TEST_CASE("pdf pages: two columns are read one after the other, below what stands across them") {
    std::vector<Drawn> rows = {{70, 80, 18, "*One heading across the whole of the page*"}};
    rows =
        rows +
        prose(120, {"Left words that run to the", "gutter and then go on in", "the next line until they", "end."}) +
        prose(120, {"Right words that are read", "when all of the left ones", "have been read and none", "is missing."},
              320);
    CHECK(
        PagesBuilder().page(rows).notation() ==
        "title One heading across the whole of the page / p Left words that run to the gutter and then go on in the next line until they end. / "
        "p Right words that are read when all of the left ones have been read and none is missing.");
  }

  TEST_CASE("pdf pages: a paragraph goes on over the page, and the furniture between its halves comes after it") {
    const auto page = [](const std::string& number, const std::vector<Drawn>& body) {
      return body + std::vector<Drawn>{{70, 800, 8, "A report on Anytown"}, {500, 800, 8, number}};
    };
    PagesBuilder builder;
    builder.page(page("1", prose(700, {"The council knows that its plans for the coming year will not be"})));
    builder.page(page("2", prose(80, {"enough."})));
    builder.page(page("3", prose(80, {"The end of the report."})));
    const model::Source source = builder.read();
    CHECK(
        ingest::notation_of(source) ==
        "p The council knows that its plans for the coming year will not be enough. / -p A report on Anytown 1 / -p A report on Anytown 2 / "
        "p The end of the report. / -p A report on Anytown 3");
    const std::string text(source.text.utf8());
    CHECK(model::page_at(source.pages, 0) == 1);
    CHECK(model::page_at(source.pages, static_cast<std::uint32_t>(text.find("enough"))) == 2);
    CHECK(model::page_at(source.pages, static_cast<std::uint32_t>(text.find("A report"))) == 1);
  }

  TEST_CASE("pdf pages: a hyphen at a line's end stays where the document writes the word with one") {
    struct Row { const char* end; const char* begin; const char* more; const char* word; };
    const std::vector<Row> rows = {
        {"the plans of all inspec-", "tors", "Inspectors came twice", "inspectors"},
        {"the plans of every multi-", "agency team", "A multi-agency team met", "multi-agency"},
        {"the plans for decision-", "making", "Each decision and the making of it", "decision-making"},
        {"the plans for a re-", "inspection", "They saw a re-drawn map", "re-inspection"},
        {"the plans for sofa-", "surfing", "No more is known", "sofa-surfing"},
        {"the plans for the Stoke-", "Trent road", "No more is known", "Stoke-Trent"},
        {"the plans for short-", "and long-term care", "No more is known", "short- and long-term"},
        {"the plans\u2014", "which were good", "No more is known", "plans\u2014which"},
        {"the plans for and/", "or against", "No more is known", "and/or"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.end);
      const std::vector<Drawn> page = {
          {70, 100, 10, std::string("They saw that there was no time for ") + row.end},
          {70, 114, 10, std::string(row.begin) + " and so on to the very end of this long line."},
          {70, 160, 10, row.more}};
      const std::string text = PagesBuilder().page(page).notation();
      CHECK_MESSAGE(text.find(std::string(" ") + row.word) != std::string::npos, text);
    }
  }

  TEST_CASE("pdf pages: where words are split at many ends, halves that are no words are one") {
    std::vector<Drawn> rows;
    float y = 100;
    for (const char* word : {"commu-|nity", "gover-|nance", "inspec-|tors", "manag-|ement", "after-|math"}) {
      const std::string both = word;
      const std::size_t at = both.find('|');
      rows.push_back({70, y, 10, "They saw that there was no time for the plans of any " + both.substr(0, at)});
      rows.push_back({70, y + 14, 10, both.substr(at + 1) + " and so on to the very end of this long line."});
      y += 50;
    }
    const std::string text = PagesBuilder().page(rows).notation();
    for (const char* word : {"community", "governance", "inspectors", "management", "aftermath"})
      CHECK_MESSAGE(text.find(word) != std::string::npos, text);
  }

  TEST_CASE("pdf pages: footnotes and their marks do not break the sentence") {
    std::vector<Drawn> rows = prose(700, {"The council knows that its plans for the coming year will not be^1"});
    rows = rows + prose(780, {"1 A note on the plans of the council, set in small type below."}, 70, 7);
    PagesBuilder builder;
    builder.page(rows);
    builder.page(prose(80, {"enough for the children who wait for them, and for those who have", "waited so long."}));
    CHECK(
        builder.notation() ==
        "p The council knows that its plans for the coming year will not be enough for the children who wait for them, and for those who have waited so long. / "
        "-p 1 A note on the plans of the council, set in small type below.");
  }

  TEST_CASE("pdf pages: paragraphs of a line each, far apart, are not the lines of one") {
    std::vector<Drawn> rows;
    const char* items[] = {"The board should count the lamps.", "The board should fill them each night.",
                           "The crew should trim the wicks.", "The cook should keep the oil.",
                           "The warden should write it down."};
    float y = 100;
    for (const char* item : items) rows.push_back({80, y, 10, item}), y += 24;
    rows.push_back({80, y, 10, "A longer line that shows how wide the text of this page may run from edge to edge"});
    CHECK(PagesBuilder().page(rows).notation().find("lamps. / p The board") != std::string::npos);
  }

  TEST_CASE("pdf pages: an empty cell of a ruled table keeps its place") {
    const std::vector<Drawn> rows = {{80, 115, 10, "Good"},  {180, 115, 10, "Weak"},  {280, 115, 10, "Poor"},
                                     {80, 135, 10, "Boats"}, {280, 135, 10, "Piers"}, {180, 155, 10, "Ropes"}};
    CHECK(PagesBuilder().page(rows).grid({70, 170, 270, 370}, {100, 120, 140, 160}).notation() ==
          "tr Good | Weak | Poor / tr Boats | | Piers / tr  | Ropes");
  }

  TEST_CASE("pdf pages: a table's row that the page cuts is one row, and its heads are said once") {
    const std::vector<float> xs = {70, 220, 500};
    PagesBuilder builder;
    builder.page({{80, 700, 10, "*Who*"}, {230, 700, 10, "*What*"}, {80, 720, 10, "The council"}, {230, 720, 10,
        "Leaders need to see to it that"}}).grid(xs, {685, 705, 730});
    builder.page({{80, 100, 10, "*Who*"}, {230, 100, 10, "*What*"}, {230, 120, 10, "every child has a plan."}, {80,
        140, 10, "The board"}, {230, 140, 10, "Leaders need to meet."}}).grid(xs, {85, 105, 125, 145});
    CHECK(builder.notation() == "tr Who | What / tr The council | Leaders need to see to it that every child has a plan. / -tr Who | What / tr The board | Leaders need to meet.");
  }

  TEST_CASE("pdf pages: columns need not share their baselines") {
    const std::vector<Drawn> rows =
        prose(120, {"Left words that run to the", "gutter and then go on in", "the next line until they", "end."}) +
        prose(127, {"Right words that are read", "when all of the left ones", "have been read and none", "is missing."},
              320);
    CHECK(
        PagesBuilder().page(rows).notation() ==
        "p Left words that run to the gutter and then go on in the next line until they end. / p Right words that are read when all of the left ones have been read and none is missing.");
  }

  TEST_CASE("pdf pages: columns of short words are the rows of a table") {
    const std::vector<Drawn> rows = {{70, 100, 10, "Care at home"}, {300, 100, 10, "Good"},
                                     {70, 114, 10, "Leaders"},      {300, 114, 10, "Adequate"},
                                     {70, 128, 10, "All staff"},    {300, 128, 10, "Good"}};
    CHECK(PagesBuilder().page(rows).notation() ==
          "tr Care at home | Good / tr Leaders | Adequate / tr All staff | Good");
  }

  TEST_CASE("pdf pages: cells that wrap are told by the lines between rows, or by the space") {
    const std::vector<Drawn> rows = {{70, 100, 10, "*Question*"},     {300, 100, 10, "*Grade*"},
                                     {70, 120, 10, "Is the care of"}, {300, 120, 10, "Requires"},
                                     {70, 132, 10, "people safe?"},   {300, 132, 10, "improvement"},
                                     {70, 152, 10, "Is it kind?"},    {300, 152, 10, "Good"}};
    const char* const read =
        "tr Question | Grade / tr Is the care of people safe? | Requires improvement / tr Is it kind? | Good";
    CHECK(PagesBuilder().page(rows).notation() == read);
    CHECK(PagesBuilder().page(rows).rule(70, 106, 400, 106.5F).rule(70, 138, 400, 138.5F).notation() == read);
  }

  TEST_CASE("pdf pages: every other row with a ground is one table") {
    const std::vector<Drawn> rows = {{80, 112, 10, "Care"},  {280, 112, 10, "Good"}, {80, 132, 10, "Leaders"},
                                     {280, 132, 10, "Weak"}, {80, 152, 10, "Rooms"}, {280, 152, 10, "Good"}};
    CHECK(PagesBuilder().page(rows).rule(70, 100, 450, 118).rule(70, 140, 450, 158).notation() ==
          "tr Care | Good / tr Leaders | Weak / tr Rooms | Good");
  }

  TEST_CASE("pdf pages: a large initial belongs to its word, and letters set apart are a word") {
    std::vector<Drawn> rows = {{70, 80, 12, "A N N U A L   R E P O R T"},
                               {70, 128, 32, "W"},
                               {88, 107, 10, "hen the team came to the home in the morning,"},
                               {88, 119, 10, "breakfast was served over two hours, so that"}};
    rows = rows + std::vector<Drawn>{{70, 131, 10, "everybody could get up when they wanted to."}};
    CHECK(
        PagesBuilder().page(rows).notation() ==
        "title ANNUAL REPORT / p When the team came to the home in the morning, breakfast was served over two hours, so that everybody could get up when they wanted to.");
  }

  TEST_CASE("pdf pages: a box beside the text does not part its sentences") {
    std::vector<Drawn> rows = prose(100, {"The text runs down the left of the page,",
                                          "beside a box that holds something else,", "and ends below it."});
    rows = rows + prose(100, {"What we ask for", "Mend the lift."}, 350);
    CHECK(
        PagesBuilder().page(rows).grid({340, 480}, {88, 120}).notation() ==
        "p The text runs down the left of the page, beside a box that holds something else, and ends below it. / p What we ask for / p Mend the lift.");
  }

  TEST_CASE("pdf pages: a list of contents is furniture, figures that rise are not") {
    const std::vector<Drawn> rows = {{70, 130, 10, "Findings"}, {400, 130, 10, "1"},         {70, 150, 10, "Care"},
                                     {400, 150, 10, "2"},       {70, 170, 10, "What to do"}, {400, 170, 10, "4"}};
    CHECK(PagesBuilder().page(std::vector<Drawn>{{70, 100, 14, "Contents"}} + rows).notation() ==
          "title Contents / -p Findings | 1 / -p Care | 2 / -p What to do | 4");
    CHECK(PagesBuilder().page(std::vector<Drawn>{{70, 100, 14, "Posts"}} + rows).notation() ==
          "title Posts / tr Findings | 1 / tr Care | 2 / tr What to do | 4");
    CHECK(
        PagesBuilder().page({{70, 100, 10, "Findings ........ 3"}, {70, 120, 10, "Care ........... 12"}}).notation() ==
        "-p Findings ........ 3 / -p Care ........... 12");
  }

  TEST_CASE("pdf pages: a heading at the top of several pages is no running head") {
    PagesBuilder builder;
    for (const char* number : {"4", "9", "11"})
      builder.page(std::vector<Drawn>{{70, 80, 12, std::string("*Recommendation ") + number + "*"},
                                      {300, 810, 8, "A council's answer"}} +
                   prose(100, {"The council should see to it that all of it is done in the year."}));
    CHECK(builder.notation().find("h1 Recommendation 9") != std::string::npos);
    CHECK(builder.notation().find("-p A council's answer") != std::string::npos);
  }

  TEST_CASE("pdf pages: words at an angle are furniture, unless the page has no others") {
    PagesBuilder builder;
    builder.page({{70, 100, 10, "Upright words are read."}, {300, 400, 40, "DRAFT"}});
    builder.pages().pages[0].words.back().upright = false;
    builder.page({{70, 100, 10, "Sideways words"}});
    for (Word& word : builder.pages().pages[1].words) word.upright = false;
    CHECK(builder.notation() == "p Upright words are read. / -p DRAFT / p Sideways words");
  }

  TEST_CASE("pdf pages: places that are no numbers, and fonts that are not there, do no harm") {
    PagesBuilder builder;
    builder.page({{70, 100, 10, "Words that can be read."}, {70, 200, 10, "lost"}});
    Page& page = builder.pages().pages[0];
    page.words.back().x0 = page.words.back().baseline = page.words.back().size =
        std::numeric_limits<float>::quiet_NaN();
    page.rules.push_back(
        {std::numeric_limits<float>::quiet_NaN(), -1e30F, 1e30F, std::numeric_limits<float>::infinity(), true, 0});
    builder.pages().fonts.clear();
    CHECK(builder.notation() == "p Words that can be read.");
  }

  TEST_CASE("pdf pages: nothing on a page is nothing in the text") {
    CHECK(PagesBuilder().notation().empty());
    CHECK(PagesBuilder().page({}).notation().empty());
  }
}
