#include "muster/layout/blocks.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "muster/ingest/open.hpp"
#include "muster/model/notation_blocks.hpp"
#include "muster/packs/load.hpp"

namespace model = muster::model;

namespace {

const model::Vocab& vocab() {
  static const muster::packs::Loaded loaded = muster::packs::load_embedded(false);
  return loaded.set.vocab;
}

model::Document document_of(std::string_view bytes) {
  model::Document document;
  muster::ingest::open_bytes(bytes, "a.txt", {}, {}, [&](muster::ingest::Opened&& opened) {
    document = muster::layout::lay_out(std::move(opened.source), vocab());
    return true;
  });
  return document;
}

struct Row { std::string text, expected; };

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(model::notation(document_of(row.text)) == row.expected);
  }
}

const std::string para = "The inspectors found that the service had enough staff to keep people safe. ";

}  // namespace

TEST_SUITE("layout") {
  TEST_CASE("blocks: wrapped lines are joined, lines of their own are not") {
    check({
        {"The home was visited in spring by two\ninspectors, who spoke to residents and\nto staff about their care and the food.\n\nThey found it clean.\n",
         "P[The home was visited in spring by two inspectors, who spoke to residents and to staff about their care and the food.] P[They found it clean.]"},
        {"The first paragraph stands on one line and is a good deal longer than any screen is wide, so nobody wrapped it by hand at all.\n"
         "The second one does the same and says that staff were kind to residents and knew them well.\nThe third is short.\n",
         "P[The first paragraph stands on one line and is a good deal longer than any screen is wide, so nobody wrapped it by hand at all.] "
         "P[The second one does the same and says that staff were kind to residents and knew them well.] P[The third is short.]"},
    });
  }

  TEST_CASE("blocks: a short line over text is a heading, the first one the title") {
    check({
        {"Care home told to improve\n\n" + para + "\n\nStaffing\n\n" + para +
             "\n\nWhat needs to improve?\n\n- training\n",
         "T[Care home told to improve] P[" + para.substr(0, para.size() - 1) + "] H2[Staffing] P[" +
             para.substr(0, para.size() - 1) + "] H2[What needs to improve?] L1[training]"},
        {"4 March 2019\n\nHospital praised\n\n" + para,
         "P[4 March 2019] T[Hospital praised] P[" + para.substr(0, para.size() - 1) + "]"},
        {"Hospital praised\nBy Ann Other\n\n" + para,
         "T[Hospital praised] P[By Ann Other] P[" + para.substr(0, para.size() - 1) + "]"},
        {"REPORT\n======\n\n" + para, "T[REPORT] F[======] P[" + para.substr(0, para.size() - 1) + "]"},
        {para, "P[" + para.substr(0, para.size() - 1) + "]"},
    });
  }

  TEST_CASE("blocks: the subject of a letter is its title, the address above it no menu") {
    check(
        {{"Ms Ann Other\nCounty Hall\nNewtown\nNT1 4QT\n\nDear Ms Other\n\nVisit to Newtown services for children\n\n" +
              para + "\n\nYours sincerely\n",
          "P[Ms Ann Other] P[County Hall] P[Newtown] P[NT1 4QT] P[Dear Ms Other] T[Visit to Newtown services for children] P[" +
              para.substr(0, para.size() - 1) + "] P[Yours sincerely]"}});
  }

  TEST_CASE("blocks: grades below what they are on are no menu, nor are verdicts") {
    check({{"Ratings\n\nLeadership\nGood\nStaffing\nInadequate\nCare\nGood\n\n" + para,
            "T[Ratings] H2[Leadership] P[Good] P[Staffing] P[Inadequate] P[Care] P[Good] P[" +
                para.substr(0, para.size() - 1) + "]"}});
  }

  TEST_CASE("blocks: bullets and numbers are list items, with their levels") {
    check({
        {"The trust should:\n\n\u2022 train its staff;\n  - in safeguarding\n  - in first aid\n\u2022 keep records.\n",
         "P[The trust should:] L1[train its staff;] L2[in safeguarding] L2[in first aid] L1[keep records.]"},
        {"1. Recruit nurses.\n2. Keep them.\n(a) by pay\n(b) by kindness\n3. Report.\n",
         "L1(1.)[Recruit nurses.] L1(2.)[Keep them.] L2((a))[by pay] L2((b))[by kindness] L1(3.)[Report.]"},
        {"AR-2020-001 The agency should report.\nAR-2020-002 The agency should publish.\n",
         "L1(AR-2020-001)[The agency should report.] L1(AR-2020-002)[The agency should publish.]"},
        {"COVID-19 cases rose sharply in the home in spring.\n",
         "P[COVID-19 cases rose sharply in the home in spring.]"},
        {"2. Findings\n\n2.1 The trust had too few nurses on most wards at night in winter.\n\n2.2 It had used agency staff on one shift in four.\n",
         "H2(2.)[Findings] P(2.1)[The trust had too few nurses on most wards at night in winter.] P(2.2)[It had used agency staff on one shift in four.]"},
        {"3.4 million people waited.\n", "P[3.4 million people waited.]"},
    });
  }

  TEST_CASE("blocks: columns are table rows") {
    check({
        {"Area\tGrade\nCare\tGood\n", "R[Area\tGrade] R[Care\tGood]"},
        {"Recommendation    Status\nTrain staff       Met\nKeep records      Not met\n",
         "R[Recommendation    Status] R[Train staff       Met] R[Keep records      Not met]"},
    });
  }

  TEST_CASE("blocks: a row on its own goes on the table that a remark interrupts") {
    check({
        {"Body | Ask | Status\nPort | Count the buoys | Open\nIt has begun to count them.\nYard | Mend the crane | Closed\n",
         "R[Body | Ask | Status] R[Port | Count the buoys | Open] P[It has begun to count them.] "
         "R[Yard | Mend the crane | Closed]"},
    });
  }

  TEST_CASE("blocks: what a page had around its text is furniture") {
    const std::string p = "P[" + para.substr(0, para.size() - 1) + "]";
    check({
        {"We use cookies to make this site work.\n\nWard closed\n\n" + para +
             "\n\nShare this\n\nRelated articles\n\nNurses leave in droves\n\nMinister visits\n",
         "F[We use cookies to make this site work.] T[Ward closed] " + p +
             " F[Share this] F[Related articles] F[Nurses leave in droves] F[Minister visits]"},
        {"Ward closed\n\n" + para + "\n\n" + para + "\n\n" +
             "A new matron starts work there in May, the trust said in a statement today.\n\nNo comments:\n\nIt is a scandal, staff should go.\n",
         "T[Ward closed] " + p + " F[" + para.substr(0, para.size() - 1) +
             "] P[A new matron starts work there in May, the trust said in a statement today.] F[No comments:] F[It is a scandal, staff should go.]"},
        {"Home | News | Sport | Weather\n\nWard closed\n\n" + para,
         "F[Home | News | Sport | Weather] T[Ward closed] " + p},
    });
  }

  TEST_CASE("blocks: who wrote and when heads nothing") {
    const std::string p = "P[" + para.substr(0, para.size() - 1) + "]";
    check({
        {"Ward closed again\n\nBy our health correspondent\n\n" + para,
         "T[Ward closed again] P[By our health correspondent] " + p},
        {"Ward closed again\n\nSocial affairs correspondent\n\n" + para,
         "T[Ward closed again] P[Social affairs correspondent] " + p},
        {"Ward closed again\n\nJane Murray\n\n" + para + "\n\nNext steps\n\n" + para,
         "T[Ward closed again] P[Jane Murray] " + p + " H2[Next steps] " + p},
        {"Ward closed again\n\nFor immediate release\n\n" + para, "T[Ward closed again] P[For immediate release] " + p},
        {"Ward closed again\n\nLead inspector: Jane Murray\n\n" + para,
         "T[Ward closed again] P[Lead inspector: Jane Murray] " + p},
        {"Jane Murray, Head of Wards\n\nDear local partners\nInspection of the wards of the town\n" + para,
         "P[Jane Murray, Head of Wards] P[Dear local partners] T[Inspection of the wards of the town] " + p},
    });
  }

  TEST_CASE("blocks: heads and feet of pages are furniture, what stands once is not") {
    std::string pages = "Inspection of the wards of Marlow\n\n", expected = "T[Inspection of the wards of Marlow]";
    for (const char* page : {"2", "3", "4"}) {
      pages += para + "\n\nInspection of the wards of Marlow\n6 to 9 May 2019            " + page + "\n\n";
      expected += " P[" + para.substr(0, para.size() - 1) +
                  "] F[Inspection of the wards of Marlow] F[6 to 9 May 2019            " + page + "]";
    }
    check({
        {pages + para, expected + " P[" + para.substr(0, para.size() - 1) + "]"},
        {"Follow-up of the wards\n\nRecommendation 1\n\n" + para + "\n\nRecommendation 2\n\n" + para +
             "\n\nRecommendation 3\n\n" + para,
         "T[Follow-up of the wards] H2[Recommendation 1] P[" + para.substr(0, para.size() - 1) +
             "] H2[Recommendation 2] P[" + para.substr(0, para.size() - 1) + "] H2[Recommendation 3] P[" +
             para.substr(0, para.size() - 1) + "]"},
    });
  }

  TEST_CASE("blocks: lines that cannot end go on, numbers alone head nothing") {
    check({
        {"The wards of the town changed their name last year and the nurses speak of the change from\n'Bays' to 'Rooms'.\n",
         "P[The wards of the town changed their name last year and the nurses speak of the change from 'Bays' to 'Rooms'.]"},
        {para + "\n\n4\nThe source of this is the yearly count of nurses by the ministry in the capital.\n",
         "P[" + para.substr(0, para.size() - 1) +
             "] P[4] P[The source of this is the yearly count of nurses by the ministry in the capital.]"},
        {"Findings\n\n1.\n\nNurses are kind to patients and know them well.\n\n2.\n\nNobody checks the locks of the doors at night.\n",
         "T[Findings] L1(1.)[Nurses are kind to patients and know them well.] L1(2.)[Nobody checks the locks of the doors at night.]"},
    });
  }

  TEST_CASE("blocks: every character is in a block, blocks are in order, headings stand above") {
    const std::vector<std::string> bits = {"A short line", "\n", "\n\n", "- item", "3. Number",
        "3.1 Text goes on here.", "ALL CAPS", "| a | b |", "a  b   c", "\t",
                                           "Comment", "Related articles", "====", "> said",
                                           "a sentence that is long enough to be real, with a stop at its end.", "儿童",
                                           "•", "1)", "Page 3"};
    std::uint32_t state = 11;
    const auto next = [&state](std::uint32_t n) { return (state = state * 1664525U + 1013904223U) / 65536U % n; };
    for (int round = 0; round < 400; ++round) {
      std::string text;
      for (std::uint32_t n = next(25); n > 0; --n)
        text += bits[next(static_cast<std::uint32_t>(bits.size()))] + (next(2) == 0 ? "\n" : " ");
      CAPTURE(text);
      const model::Document d = document_of(text);
      std::uint32_t at = 0;
      for (std::size_t i = 0; i < d.blocks.size(); ++i) {
        const model::Block& b = d.blocks[i];
        CHECK(b.span.begin >= at);
        CHECK(b.span.end > b.span.begin);
        CHECK(b.span.contains(b.content));
        CHECK(d.text.folded({at, b.span.begin}).find_first_not_of(" \t\n") == std::string_view::npos);
        CHECK(d.text.folded(b.span).find('\n') == std::string_view::npos);
        CHECK(b.heading < static_cast<std::int32_t>(i));
        at = b.span.end;
      }
      CHECK(d.text.folded({at, d.text.size()}).find_first_not_of(" \t\n") == std::string_view::npos);
    }
  }
}
