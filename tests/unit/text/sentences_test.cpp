#include <doctest/doctest.h>

#include <random>

#include "muster/model/notation_layers.hpp"
#include "text/lexicon.hpp"
#include "text/steps.hpp"
#include "unit/text/paragraph.hpp"

using namespace muster;
using text_test::lexicon;
using text_test::paragraph;

namespace {

std::string split(std::string_view text, model::BlockKind kind = model::BlockKind::paragraph) {
  const model::Document document = paragraph(text, kind);
  model::Layers layers;
  text::split_sentences(document, lexicon().lists(), layers);
  return model::notation(layers.sentences, document.text);
}

// The text with '|' where it is to be cut; the white space after a cut is left out.
void check_rows(std::initializer_list<const char*> rows) {
  for (const char* row : rows) {
    CAPTURE(row);
    std::string whole, cut;
    for (const char* c = row; *c != '\0'; ++c) {
      if (*c != '|') { whole += *c; cut += *c; continue; }
      const bool glued = c[1] == '~';
      cut += '|';
      if (glued) ++c;
      else whole += ' ';
    }
    CHECK(split(whole) == cut);
  }
}

}  // namespace

TEST_SUITE("text") {
  TEST_CASE("sentences: plain stops end them") {
    check_rows({
        "The lift was out of order.|Nobody had called the engineer.",
        "Is the lift safe?|The caretaker did not know.",
        "Mend it now!|The caretaker agreed.",
        "The first target was met.|The second was not met.|It will be reviewed.",
        "Was anyone told?|No.|They were not.",
        "Most would pass.|Some would not.",
        "There is nobody to ask for.|That must change.",
        "The answer was no.|Several relatives complained.",
        "Seven lifts were mended in 2012.|The eighth was not.",
        "In March 12 lifts failed.|14 were mended.",
        "It was signed by all.|“Good,” said the clerk.",
        "It was signed by all.|(The clerk was away.)|She returned later.",
    });
  }

  TEST_CASE("sentences: abbreviations do not end them") {
    check_rows({
        "Mr. Bell and Dr. Shah spoke to Prof. Lund.|They agreed.",
        "Mrs. O’Hara met Cllr. Reed.|She was content.",
        "Small things, e.g. Lamps and rugs, i.e. Comforts, were missing.|Nobody minded.",
        "The team (approx. 40 people) moved, cf. Annex B, to town.|It grew.",
        "Smith vs. Jones was heard.|It lasted a day.",
        "See No. 14 and Nos. 3 to 5.|All are closed.",
        "See para. 12, Fig. 3 and p. 44.|The rest is blank.",
        "It opened on Jan. 14 and closed on 2 Feb. that year.|It reopened later.",
        "We visited St. Jude’s and Mt. Pleasant.|Both were clean.",
        "Lamps, rugs, etc. were missing.|Nobody minded.",
        "Lamps, rugs, etc.|The clerk made a list.",
        "Acme Ltd. runs it.|Acme Inc.|The owner is abroad.",
        "It opens at 9 a.m. on Mondays.|It shuts at 5 p.m.|The clerk locks up.",
        "The U.S. Department wrote to the U.K. team.|It replied.",
        "He lives in the U.S.|The rest live here.",
        "Reed et al. wrote it.|Few read it.",
        "A nurse with a Ph.D. wrote it.|Few read it.",
        "Gov. Lane and Sen. Holt met Gen. Ray.|They talked.",
    });
  }

  TEST_CASE("sentences: initials do not end them, labels do") {
    check_rows({
        "J. R. Marsh wrote to George W. Pike.|He replied.",
        "It was sent to A. Marsh.|It was lost.",
        "J.R.R. Marsh was there.|He left early.",
        "This is set out in Appendix A.|The rest is in Annex B.|It is short.",
        "She lives with her son and I.|They are happy.",
        "Malcolm X. Reed was there.|It rained.",
        "It is graded as category C.|The rest is graded D.|That is low.",
    });
  }

  TEST_CASE("sentences: numbers keep their points") {
    check_rows({
        "Costs rose by 3.5 per cent to £4.20 a head.|Income fell.",
        "The ratio was .5 in version 2.1.3 of the form.|It was dropped.",
        "12. The board must meet.|It has not.",
        "3.4 The board must meet.|It has not.",
        "3.4. The board must meet.|It has not.",
        "It is quieter now in the south.|110. The north is loud.",
        "It is quieter now in the south. 110.",
        "We ask for two things: 1. Mend the lift; 2. Tell the tenants.|Both are urgent.",
        "a. Mend the lift.|It is old.",
        "iv. Mend the lift.|It is old.",
        "A. Mend the lift.|It is old.",
        "The form is dated 13.02.2023.|It is late.",
        "It fell by 4%.|It rose again.",
        "It fell by 4 p.p.|It rose again.",
    });
  }

  TEST_CASE("sentences: quotations and brackets close with them") {
    check_rows({
        "“The lift is old.”|“It is slow.”|He sighed.",
        "He said: “The lift is old.|It is slow.”|Nobody answered.",
        "“The lift is old,” he said.|“It is slow.”",
        "“Is it safe?” he asked.|Nobody knew.",
        "“Is it safe?” Mr Pike asked.|Nobody knew.",
        "“Is it safe?”|The clerk did not know.",
        "She asked “Why now?” and left.|He stayed.",
        "'It is old.'|'It is slow.'|He sighed.",
        "(It is old.)|It is slow.",
        "It is old (see p. 4).|It is slow.",
        "It is old [1].|It is slow.",
        "He called it “a dump.”|Others agreed.",
        "“It is ... old,” he said.|She nodded.",
    });
  }

  TEST_CASE("sentences: other marks") {
    check_rows({
        "It was old…|It was slow.",
        "It was old … and slow.|He sighed.",
        "It was old. . . and slow.|He sighed.",
        "It was old....|She sighed.",
        "What?!|Nobody knew.",
        "Write to desk.one@chi.nhs.uk or see www.chi.nhs.uk.|We reply.",
        "Write to Desk.One@lifts.org.uk or to desk.Two@lifts.org.uk.|We reply.",
        "See https://example.org/a.b/C.D?x=1.|It helps.",
        "The shop Yahoo! opened here.|It shut.",
        "Lifts must improve.|~The landlord knows.",
        "Lifts improved.12|The landlord knows.",
        "Lifts improved.[3]|The landlord knows.",
        "Lifts “improved.”4|The landlord knows.",
        "They asked for three things:|• a lamp|• a rug|• a chair",
        "They refer themselves.|◼ A nurse calls.",
        "St Ann’s is clean.|St Jude’s is not.",
        "It is iPhone based. iPads are not used.",
    });
  }

  TEST_CASE("sentences: headings, titles and table rows are one") {
    CHECK(split("What was found. What was not.", model::BlockKind::heading) == "What was found. What was not.");
    CHECK(split("Lifts. Stairs.", model::BlockKind::title) == "Lifts. Stairs.");
    CHECK(split("Met. Not met.", model::BlockKind::table_row) == "Met. Not met.");
    CHECK(split("Lifts. Stairs.", model::BlockKind::furniture).empty());
    CHECK(split("  ").empty());
  }

  TEST_CASE("sentences: what runs on without a stop is cut at a blank") {
    std::string text;
    while (text.size() < 20000) text += "the yard and ";
    const model::Document document = paragraph(text);
    model::Layers layers;
    text::split_sentences(document, lexicon().lists(), layers);
    CHECK(layers.sentences.size() == 4);
    for (const model::Sentence& sentence : layers.sentences) {
      CHECK(sentence.span.size() <= 6000);
      CHECK((sentence.span.begin == 0 || document.text.folded()[sentence.span.begin - 1] == ' '));
      CHECK((sentence.span.end == document.text.size() || document.text.folded()[sentence.span.end] == ' '));
    }
    CHECK(split(std::string(6001, 'a')) == std::string(6000, 'a') + "|a");
  }

  TEST_CASE("sentences: no verdict word is an abbreviation") {
    for (const char* verdict :
         {"met", "no", "No", "pass", "for", "not", "good", "fail", "done", "yes", "none", "poor"}) {
      CAPTURE(verdict);
      CHECK(split(std::string("The first was ") + verdict + ". It was seen.") ==
            std::string("The first was ") + verdict + ".|It was seen.");
    }
  }

  TEST_CASE("sentences: whatever the text, they are in order, apart and cover it") {
    const char* pieces[] = {"Mr", "met", ".",  ". ",  " ", "\n", "?",   "!", "…",   "“",    "”", "'",
                            ")",  "(",   "12", "3.4", "A", "b",  "No.", "•", " • ", "The ", "é", "中"};
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
      std::string text;
      for (auto n = random() % 30; n > 0; --n) text += pieces[random() % std::size(pieces)];
      const model::Document document = paragraph(text);
      model::Layers layers;
      text::split_sentences(document, lexicon().lists(), layers);
      CAPTURE(text);
      std::uint32_t at = 0;
      bool fine = true;
      for (const model::Sentence& sentence : layers.sentences) {
        fine &= sentence.span.begin >= at && sentence.span.begin < sentence.span.end &&
                sentence.span.end <= document.text.size();
        for (; at < sentence.span.begin; ++at)
          fine &= document.text.folded()[at] == ' ' || document.text.folded()[at] == '\n';
        at = sentence.span.end;
      }
      for (; at < document.text.size(); ++at)
        fine &= document.text.folded()[at] == ' ' || document.text.folded()[at] == '\n';
      CHECK(fine);
    }
  }
}
