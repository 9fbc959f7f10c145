#include <doctest/doctest.h>

#include "muster/model/notation_layers.hpp"
#include "text/lexicon.hpp"
#include "text/steps.hpp"
#include "unit/text/paragraph.hpp"

using namespace muster;
using text_test::lexicon;
using text_test::paragraph;

namespace {

model::Layers read(std::string_view text) {
  const model::Document document = paragraph(text);
  model::Layers layers;
  text::split_sentences(document, lexicon().lists(), layers);
  text::find_values(document, lexicon().lists(), layers);
  return layers;
}

struct Row { const char* text; const char* notation; };

void check_rows(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(model::notation(read(row.text).dates) == row.notation);
  }
}

}  // namespace

TEST_SUITE("text") {
  TEST_CASE("dates: days in words and digits") {
    check_rows({
        {"It opened on 4 July 2009.", "day(2009-07-04)"},
        {"It opened on the 4th of July 2009.", "day(2009-07-04)"},
        {"It opened on Saturday, July 04, 2009.", "day(2009-07-04)"},
        {"It opened on July 4, 2009, at noon.", "day(2009-07-04)"},
        {"It opened on 2013-11-13.", "day(2013-11-13)"},
        {"It opened on 13/02/2023.", "day(2023-02-13)"},
        {"It opened on 02/13/2023.", "day(2023-02-13)"},
        {"It opened on 03/02/2023.", "day(2023-02-03)"},
        {"It opened on 03/02/2023, not on 13/02/2023.", "day(2023-02-03) day(2023-02-13)"},
        {"It opened on 03/02/2023, not on April 4, 2023.", "day(2023-03-02) day(2023-04-04)"},
        {"It opened on 13.02.2023.", "day(2023-02-13)"},
        {"It opened on Jan. 14, 2020.", "day(2020-01-14)"},
        {"It opened on 14 Sept 2020.", "day(2020-09-14)"},
        {"It opened on 4 July.", "day(--07-04)"},
        {"It was open 13 to 24 February 2023.", "period(2023-02-13..2023-02-24)"},
        {"It was open 13–24 February 2023.", "period(2023-02-13..2023-02-24)"},
        {"It was open from 30 January to 24 February 2023.", "period(2023-01-30..2023-02-24)"},
        {"It was open 30 December 2022 to 4 January 2023.", "period(2022-12-30..2023-01-04)"},
    });
  }

  TEST_CASE("dates: months and years") {
    check_rows({
        {"It opened in March 2014.", "month(2014-03)"},
        {"It opened in March.", "month(--03)"},
        {"By January it was shut.", "month(--01!)"},
        {"By the end of March 2015 it was shut.", "month(2015-03!)"},
        {"It grew from April to June 2014.", "period(2014-04..2014-06)"},
        {"It grew between June and September 2014.", "period(2014-06..2014-09)"},
        {"It has been open since 2012.", "year(2012)"},
        {"Rates were 16.8% in September 2015 and 14% in February 2016.", "month(2015-09) month(2016-02)"},
        {"It grew from 2012 to 2014.", "period(2012..2014)"},
        {"In the 1990s it grew.", "period(1990..1999)"},
        {"The 2013 average was 14%.", "year(2013)"},
        {"Nobody may enter. They may march.", ""},
        {"Some 2000 people came.", ""},
        {"It seats 2,014 people at 1999% of cost.", ""},
        {"The Lifts Act 2003 applies.", ""},
    });
  }

  TEST_CASE("dates: periods") {
    check_rows({
        {"It grew in 2015–16.", "period(2015..2016)"},
        {"It grew in 2015/16.", "period(2015..2016)"},
        {"It grew in 2009– 2010.", "period(2009..2010)"},
        {"It grew from 2013-14 to 2015-16.", "period(2013..2016)"},
        {"In the year to December 2014 it grew.", "period(2014-01..2014-12)"},
        {"In the year to December it grew.", "period(..--12)"},
        {"In the year ending 31 March 2015 it grew.", "period(2014-04..2015-03-31)"},
        {"In the 12 months to June 2015 it grew.", "period(2014-07..2015-06)"},
        {"In the first six months of 2016−17 it fell.", "period(2016..2017)"},
        {"In the first half of 2014 it fell.", "period(2014-01..2014-06)"},
        {"In the third quarter of 2014 it fell.", "period(2014-07..2014-09)"},
        {"It fell in quarter 4 of 2014–15.", "period(2014..2015)"},
        {"It fell at the end of 2014.", "year(2014)"},
        {"It fell in early 2014 and mid-2015.", "year(2014) year(2015)"},
        {"It fell in winter 2015.", "period(2015)"},
        {"It fell in the autumn term 2016.", "period(2016)"},
    });
  }

  TEST_CASE("dates: told from the moment of writing") {
    check_rows({
        {"Mend it within three months.", "relative(!)"},
        {"Mend it immediately.", "relative(!)"},
        {"Mend it as soon as possible.", "relative(!)"},
        {"Mend it in the next six weeks.", "relative(!)"},
        {"Mend it no later than March 2015.", "month(2015-03!)"},
        {"Mend it before the end of 2014.", "year(2014!)"},
        {"Mend it by the end of the year.", "relative(!)"},
        {"It failed last year.", "relative()"},
        {"It failed within the last 12 months.", "relative()"},
        {"It failed in the last 12 months.", "relative()"},
        {"It failed two years ago.", "relative()"},
        {"It currently works.", "relative()"},
        {"It worked at the time of the inspection.", "relative()"},
        {"It worked over the past year.", "relative()"},
        {"She is two years old.", ""},
        {"It has run for six months.", ""},
    });
  }

  TEST_CASE("dates: spans hold the words before, values the date") {
    const std::string text = "It fell in the first six months of 2016–17 and must end by January.";
    const model::Document document = paragraph(text);
    const model::Layers layers = read(text);
    REQUIRE(layers.dates.size() == 2);
    CHECK(document.text.string(layers.dates[0].span) == "in the first six months of 2016–17");
    CHECK(document.text.string(layers.dates[0].value) == "the first six months of 2016–17");
    CHECK(document.text.string(layers.dates[1].span) == "by January");
    CHECK(document.text.string(layers.dates[1].value) == "January");
    CHECK(layers.quantities.empty());
  }
}
