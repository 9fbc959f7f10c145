// Under which name whoever asks is given: the fullest that the text gives nearest before.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "muster/ingest/open.hpp"
#include "muster/pipeline/run.hpp"
#include "support/whole.hpp"

using namespace muster;
using support::reader;

namespace {

// "Thora Quill > the yard": who asks whom in the last request of a text.
std::string asker(std::string_view text) {
  std::string out = "nothing";
  ingest::open_bytes(text, "test.txt", {}, {}, [&](ingest::Opened&& opened) {
    const model::Record record = reader().read(std::move(opened.source), {});
    if (!record.facts.recommendations.empty()) {
      const model::Recommendation& item = record.facts.recommendations.back();
      out = (item.issuer.empty() ? "nobody" : item.issuer) +
            (item.addressee.empty() ? std::string() : " > " + item.addressee);
    }
    return false;
  });
  return out;
}

struct Row {
  std::string_view text, asks;
};

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(asker(row.text) == row.asks);
  }
}

}   // namespace

TEST_SUITE("facts") {
  TEST_CASE("askers: a person stands under the full name, whatever the title, the surname or the pronoun") {
    check({
        {"County auditor Marlon Teague said the ferry service was short of crews. She was blunt about the "
         "inspection.\n\n\"The county must hire six deckhands before the autumn,\" Teague told the audit "
         "committee.",
         "Marlon Teague > The county"},
        {"Inspectors closed the pier in May.\n\nOpposition councillor Gunnar Mabey said the inspection came too "
         "late. \"The mayor must publish the inspectors' report,\" he said.",
         "Gunnar Mabey > The mayor"},
        {"The inquiry is led by Dame Philomena Stroud.\n\nDame Philomena recommends that the port authority "
         "provide rails on every quay.",
         "Dame Philomena Stroud > the port authority"},
        {"Inspectors found cracks in the hull. Outside the yard Ebony Larch, whose brother was hurt, spoke for "
         "the families. \"The inspectors should close the yard,\" she said.",
         "Ebony Larch > The inspectors"},
        {"The dockers' union welcomed the inspection report. Its leader, Brett Oakum, wants the ministry to close "
         "the slip.",
         "Brett Oakum > the ministry"},
    });
  }

  TEST_CASE("askers: what a report asks is asked by who wrote it") {
    check({
        {"State auditor Rochelle Finch looked at the yard's books. Her report recommends that the board publish "
         "its accounts.",
         "Rochelle Finch > the board"},
        {"In a report to the board, Marlon Teague said the yard had lost its records. The report says no audit "
         "was made. It recommends that the board appoint a clerk.",
         "Marlon Teague > the board"},
        {"Inspectors visited the school in March. Attendance had improved. Their report says leaders should make "
         "sure that every pupil has a plan.",
         "Inspectors > leaders"},
        {"In its final report the commission recommends that the harbour company review its rosters.",
         "the commission > the harbour company"},
    });
  }

  TEST_CASE("askers: a body stands under its full name, where the text has written it before") {
    check({
        {"The Reef Pilotage Commission looked at the collision. The commission recommended that the port hire a "
         "pilot.",
         "The Reef Pilotage Commission > the port"},
        {"Reef Checks, the consultant, was hired after the inspection. It recommended that the port install two "
         "cameras.",
         "Reef Checks > the port"},
        {"A residents' group, Dry Quays, called for the inspectors' report to be published in full.", "Dry Quays"},
        {"A spokeswoman for the inspectorate said the report was grave. \"The provider must mend the stairs "
         "before it opens again,\" she said.",
         "the inspectorate > The provider"},
        {"The fire inspectorate said the brigade should test its pumps every week.",
         "The fire inspectorate > the brigade"},
    });
  }

  TEST_CASE("askers: the items of a list are asked by who leads to them") {
    check({
        {"The Harbour Inspectorate visited in May.\n\nThe inspectorate recommended that the council:\n\n- mend "
         "the crane\n- publish its log every month\n",
         "The Harbour Inspectorate > the council"},
        {"We recommend that the council:\n\n- mend the crane\n- publish its log every month\n", "nobody > the council"},
    });
  }

  TEST_CASE("askers: who is asked asks for nothing") {
    check({
        {"The inspectors' report is out. The provider, Gull Care, has been ordered to appoint a nurse by June.",
         "nobody > Gull Care"},
        {"After the inspection the council has been told to review its fire doors.", "nobody > the council"},
    });
  }

  TEST_CASE("askers: a tally is of who gave the account, under the full name") {
    std::string issuer;
    ingest::open_bytes(
        "County auditor Marlon Teague said five of her eight recommendations to the port had been implemented and three "
        "had not.",
        "test.txt", {}, {}, [&](ingest::Opened&& opened) {
          const model::Record record = reader().read(std::move(opened.source), {});
          if (!record.facts.tallies.empty()) issuer = record.facts.tallies.front().issuer;
          return false;
        });
    CHECK(issuer == "Marlon Teague");
  }
}
