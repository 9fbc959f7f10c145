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
    CHECK(model::notation(read(row.text).quantities) == row.notation);
  }
}

}  // namespace

TEST_SUITE("text") {
  TEST_CASE("quantities: per cent in all spellings") {
    check_rows({
        {"Lifts worked 70% of the day.", "pct(70)"},
        {"Lifts worked 70 % of the day.", "pct(70)"},
        {"Lifts worked 70 per cent of the day.", "pct(70)"},
        {"Lifts worked 70 percent of the day.", "pct(70)"},
        {"Lifts worked 70pc of the day.", "pct(70)"},
        {"Lifts worked 70 per-cent of the day.", "pct(70)"},
        {"Seventy per cent of lifts worked.", "pct(70)"},
        {"Forty-two per cent of lifts worked.", "pct(42)"},
        {"A hundred per cent of lifts worked.", "pct(100)"},
        {"It fell by 1.5 percentage points.", "points(1.5)"},
        {"It fell by two percentage points.", "points(2)"},
        {"It fell by 3 p.p. in a year.", "points(3)"},
        {"It fell to5.2% in all.", "pct(5.2)"},
        {"A 72% increase was seen (44%).", "pct(72) pct(44)"},
        {"There was a 72-percent increase.", "pct(72)"},
    });
  }

  TEST_CASE("quantities: below nothing, and in the mid-seventies") {
    check_rows({
        {"Growth of -2.5% was seen.", "pct(-2.5)"},
        {"Staffing stood at minus 3 per cent.", "pct(-3)"},
        {"The change (-4%) was small.", "pct(-4)"},
        {"Lifts worked 10-15% of the day.", "pct(10..15)"},
        {"Lifts - 25% of them - failed.", "pct(25)"},
        {"Scores were in the mid-70s per cent.", "pct(~74..76)"},
        {"Scores were in the low 60s per cent.", "pct(~61..63)"},
    });
  }

  TEST_CASE("quantities: one of so many, rates and ratios") {
    check_rows({
        {"One lesson in nine was covered.", "fraction(11.1)"},
        {"One nurse in two wards was new.", "n(1) n(2)"},
        {"It is one-in-four of them.", "fraction(25)"},
        {"There were 7.9 nurses per 1,000 people.", "n(7.9)"},
        {"The pupil ratio was 38:1 there.", "ratio(38 38/1 ratio)"},
        {"There is one nurse for nine patients.", "ratio(9 1/9 ratio)"},
        {"There is one nurse for two weeks.", "n(1) duration(2 weeks)"},
        {"Most had five or more years of it.", "duration(>=5 years)"},
        {"It has 14.2 full-time teacher equivalents.", "n(14.2 fte)"},
        {"Lists of 70-plus were seen.", "n(>=70)"},
    });
  }

  TEST_CASE("quantities: ranges are one, changes are two") {
    check_rows({
        {"Levels range from 70% to 91% of the norm.", "pct(70..91)"},
        {"Levels ranged from 70 to 91 per cent.", "pct(70..91)"},
        {"Between 5% and 10% of lifts failed.", "pct(5..10)"},
        {"Between 5 and 10 per cent of lifts failed.", "pct(5..10)"},
        {"Some 15–20 per cent of lifts failed.", "pct(~15..20)"},
        {"About 5-10% of lifts failed.", "pct(~5..10)"},
        {"Failures of 5% - 10% were seen.", "pct(5..10)"},
        {"Failures fell from 16.8% to 14%.", "pct(16.8) pct(14)"},
        {"Failures rose from 14% in May to 16.8% in June.", "pct(14) pct(16.8)"},
        {"The reduction from 37% to 23% is large.", "pct(37) pct(23)"},
        {"Between a third and a half of lifts failed.", "fraction(33.3..50)"},
        {"A fifth to a quarter of lifts failed.", "fraction(20..25)"},
        {"It takes five to ten people.", "n(5..10)"},
        {"It takes two or three people.", "n(2..3)"},
        {"It takes 10-15 people.", "n(10..15)"},
        {"Numbers dropped from 57 to 33.", "n(57) n(33)"},
        {"Rates were 67, 71 and 80 per cent.", "pct(67) pct(71) pct(80)"},
    });
  }

  TEST_CASE("quantities: fractions in words") {
    check_rows({
        {"Half of the lifts failed.", "fraction(50)"},
        {"Half the lifts failed.", "fraction(50)"},
        {"Almost half (46%) of the lifts failed.", "fraction(<50) pct(46)"},
        {"A third of lifts failed.", "fraction(33.3)"},
        {"One-third of lifts failed.", "fraction(33.3)"},
        {"Nearly two thirds of lifts failed.", "fraction(<66.7)"},
        {"Over three-quarters failed.", "fraction(>75)"},
        {"Just over a quarter failed.", "fraction(>25)"},
        {"A tenth were new.", "fraction(10)"},
        {"About ½ were new.", "fraction(~50)"},
        {"Two in five lifts failed.", "fraction(40)"},
        {"More than one in 10 lifts failed.", "fraction(>10)"},
        {"Around four out of 10 lifts failed.", "fraction(~40)"},
        {"Three in every five failed.", "fraction(60)"},
        {"Less than half of lifts failed.", "fraction(<50)"},
        {"Approximately half of all lifts failed.", "fraction(~50)"},
        {"More than half failed.", "fraction(>50)"},
        {"A third had failed.", "fraction(33.3)"},
    });
  }

  TEST_CASE("quantities: halves and thirds of other things are no shares") {
    check_rows({
        {"It took half an hour.", ""},
        {"They met for a half-day.", ""},
        {"In the first half of the year lifts failed.", "ordinal(1)"},
        {"It shut at half-term.", ""},
        {"It shut at half term.", ""},
        {"In the second half it improved.", "ordinal(2)"},
        {"It took three quarters of an hour.", "n(3)"},
        {"It took a quarter of an hour.", ""},
        {"It rose in quarter 4.", ""},
        {"It rose last quarter.", ""},
        {"It rose for two quarters or more.", "n(2)"},
        {"A third review was held.", "ordinal(3)"},
        {"The third sector runs it.", "ordinal(3)"},
        {"A third party runs it.", "ordinal(3)"},
        {"There were three in five years.", "n(3) duration(5 years)"},
        {"We meet once a quarter.", ""},
        {"It cost half as much.", ""},
        {"About half a million people came.", "n(~500000)"},
        {"They are 17 and a half years old.", "age(17.5 years)"},
        {"It took two and a half hours.", "duration(2.5 hours)"},
    });
  }

  TEST_CASE("quantities: so many of so many") {
    check_rows({
        {"Some 8 of the 57 lifts failed.", "share(~14 8/57)"},
        {"In eight cases out of 57 it failed.", "share(14 8/57)"},
        {"It failed in 10 out of the 12 wards.", "share(83.3 10/12)"},
        {"It failed 10 out of 12 times.", "share(83.3 10/12)"},
        {"25 of the 57 lifts (44%) failed.", "share(43.9 25/57) pct(44)"},
        {"Two of its five lifts failed.", "share(40 2/5)"},
        {"Of the 57 lifts, 25 failed.", "share(43.9 25/57)"},
        {"Of 12 lifts seen, only nine worked.", "n(12) n(9)"},
        {"One of the lifts failed.", ""},
        {"All of them and none of these.", ""},
        {"Three of the five years were dry.", "n(3) duration(5 years)"},
        {"Nine of a total of 20 failed.", "share(45 9/20)"},
    });
  }

  TEST_CASE("quantities: approximators") {
    check_rows({
        {"About 40 came.", "n(~40)"},
        {"Some 400 came.", "n(~400)"},
        {"Almost 40 came.", "n(<40)"},
        {"Just over 40 came.", "n(>40)"},
        {"At least 40 came.", "n(>=40)"},
        {"No fewer than 40 came.", "n(>=40)"},
        {"Up to 40 came.", "n(<=40)"},
        {"As many as 40 came.", "n(<=40)"},
        {"No more than 40 came.", "n(<=40)"},
        {"Well over 40 came.", "n(>40)"},
        {"In excess of 40 came.", "n(>40)"},
        {"Fewer than 40 came.", "n(<40)"},
        {"40 or more came.", "n(>=40)"},
        {"40+ came.", "n(>=40)"},
        {"40 or so came.", "n(~40)"},
        {"Just short of 40 came.", "n(<40)"},
        {">40% came, <5% left.", "pct(>40) pct(<5)"},
        {"It rose over six months.", "duration(6 months)"},
        {"It took just over six months.", "duration(>6 months)"},
    });
  }

  TEST_CASE("quantities: units") {
    check_rows({
        {"There are 12.4 WTE posts.", "n(12.4 fte)"},
        {"There are 3.6 full-time equivalents.", "n(3.6 fte)"},
        {"There are 26 full time equivalent posts.", "n(26 fte)"},
        {"A 17-year-old and a 17-month-old.", "age(17 years) age(17 months)"},
        {"A two-year-old girl.", "age(2 years)"},
        {"A man aged 32 and a boy aged 17 months.", "age(32 years) age(17 months)"},
        {"Young people aged 16 to 18.", "age(16..18 years)"},
        {"A home for 16- and 17-year-old people.", "age(16..17 years)"},
        {"The 16-17 year olds.", "age(16..17 years)"},
        {"A 12-year sentence.", "duration(12 years)"},
        {"Within three working days.", "duration(3 days)"},
        {"Open 24 hours a day, seven days a week.", "duration(24 hours) duration(7 days)"},
        {"It cost £3m, then $20 million, then US$1.5bn.",
         "money(3000000 GBP) money(20000000 USD) money(1500000000 USD)"},
        {"It cost two million pounds.", "money(2000000 GBP)"},
        {"It cost between £5m and £10m.", "money(5000000..10000000 GBP)"},
        {"It cost A$40,000.", "money(40000 AUD)"},
        {"A ratio of 1:8 was kept.", "ratio(8 1/8 ratio)"},
        {"A ratio of one to six was kept.", "ratio(6 1/6 ratio)"},
        {"There is one nurse to every six patients.", "ratio(6 1/6 ratio)"},
        {"The 2nd and the twenty-first.", "ordinal(2) ordinal(21)"},
        {"Clubs for under-5s.", "age(<5 years)"},
    });
  }

  TEST_CASE("quantities: numbers that are none") {
    check_rows({
        {"Recommendation 3 and Section 47 apply.", ""},
        {"Recommendations 3, 5 and 7 were met.", ""},
        {"See page 4 and Level 3.", ""},
        {"She is in Year 11.", ""},
        {"PEP 1, then PEP 2, is due.", ""},
        {"COVID-19 spread.", ""},
        {"Call 0300 123 1231 or 020 7946 0000.", ""},
        {"Call 999 at once, 24/7.", ""},
        {"The Act 2003 applies in 2015–16.", ""},
        {"See AR-2020-001.", ""},
        {"It opens at 10.30am and 12:45.", ""},
        {"See 4.2.1 of the plan.", ""},
        {"No. 10 is shut.", ""},
        {"It is a one-off, and no one knows.", ""},
        {"12. Staff are few.", ""},
        {"It is quieter now in the south. 110.", ""},
        {"It improved.12 The rest did not.", ""},
    });
  }

  TEST_CASE("quantities: plain numbers") {
    check_rows({
        {"There were 1,200 lifts.", "n(1200)"},
        {"There were 12 500 lifts.", "n(12500)"},
        {"One hundred and five lifts.", "n(105)"},
        {"Twenty-two lifts and a dozen stairs.", "n(22) n(12)"},
        {"There are 2.5 million lifts.", "n(2500000)"},
        {"Two thousand three hundred lifts.", "n(2300)"},
        {"Zero lifts.", "n(0)"},
    });
  }

  TEST_CASE("quantities: spans hold their words") {
    const std::string text = "As few as eight cases out of 57, just over 70 per cent, were seen.";
    const model::Document document = paragraph(text);
    const model::Layers layers = read(text);
    REQUIRE(layers.quantities.size() == 2);
    const auto& share = layers.quantities[0];
    CHECK(document.text.string(share.span) == "As few as eight cases out of 57");
    CHECK(document.text.string(share.number) == "eight");
    CHECK(document.text.string(share.noun) == "cases");
    CHECK(share.in_words);
    const auto& percent = layers.quantities[1];
    CHECK(document.text.string(percent.span) == "just over 70 per cent");
    CHECK(document.text.string(percent.number) == "70");
    CHECK(percent.bound == model::Bound::over);
  }
}
