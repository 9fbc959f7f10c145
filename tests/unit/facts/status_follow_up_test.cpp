// What has yet to be done beside statements on requests, duties that are kept, and things that were promised.
#include <doctest/doctest.h>

#include "support/statuses.hpp"

using namespace muster;
using support::check_statuses;

TEST_SUITE("facts") {
  TEST_CASE("statuses: beside what was asked for, a deed that has yet to be done or is under way is one") {
    check_statuses({
        {"In 2019 the auditor told the port to buy cranes. A second crane is being built.", "in_progress"},
        {"In 2019 the auditor told the port to log delays. The port has yet to introduce a log.", "not_met"},
        {"The auditor said in 2021 that three of the nine recommendations were met. Pilots have not been trained.",
         "met 3/9; not_met"},
        {"The port is large, the inspectors said. A second crane is being built.", ""},
        {"The inspectors went to the port. The promised crane has not been installed.", "not_met"},
        {"The inspectors went to the port. It had yet to set up the hotline it agreed to in 2021.", "not_met"},
        {"The inspectors went to the port. It had yet to set up a hotline.", ""},
    });
  }

  TEST_CASE("statuses: an order, a requirement or a pledge to do something is kept or not") {
    check_statuses({
        {"The inspectors went to the yard. A requirement to mend the doors had been partly met.", "partly_met"},
        {"The inspectors went to the yard. Its commitment to hire a pilot had been honoured.", "met"},
        {"The inspectors went to the yard. He followed through on a pledge to hire a pilot.", "met"},
        {"The inspectors went to the yard. Its commitment to serving boats whose needs are met is plain.", ""},
        {"The inspectors went to the yard. In order to sail, the needs of the crew have to be met.", ""},
    });
  }

  TEST_CASE("statuses: what was promised, recommended or ordered in a clause of its own") {
    check_statuses({
        {"However, a second boiler, which the yard had undertaken to buy by last summer, was not in place.", "not_met"},
        {"The inspectors went to the yard. The boiler had been replaced, as recommended.", "met"},
        {"The inspectors went to the yard. A pilot, another of the panel's requirements, was hired last summer.",
         "met"},
        {"The inspectors went to the yard. A school that was ordered to mend its pier has done nothing for a year.",
         "not_met"},
        {"The inspectors went to the yard. The boiler, which the yard had bought, was hot.", ""},
    });
  }

  TEST_CASE("statuses: counts and numbers of what was asked") {
    check_statuses({
        {"A previous audit made ten recommendations on boats, and the port has completed six of them.", "met 6/10"},
        {"The notice of 2022 from the inspectorate listed seven steps. Step 6, the removal of ropes, has not begun.",
         "not_met"},
        {"The panel made five recommendations. R-12-31 remains open.", "not_met"},
        {"We recommended five things in 2019. We examined 60 logs and found that 54 were done on time.", ""},
    });
  }

  TEST_CASE("statuses: one of several that were asked for, by its place in their order, its code or its number") {
    check_statuses({
        {"In 2031 the board made three recommendations to the port. The second, a lamp, has been dropped.",
         "superseded 1/3"},
        {"In 2031 the board made three recommendations to the port. On P2, the count of oars, nothing has been done.",
         "not_met"},
        {"The port has three piers. The second pier has been closed.", ""},
        {"In 2031 the board made three recommendations to the port. In comments on the second recommendation, it was "
         "said that the money is gone.",
         ""},
    });
  }

  TEST_CASE("statuses: lists and tables that go through what was asked for") {
    check_statuses({
        {"The inquiry made two recommendations in 2031.\n\nWhat has happened since\n\n- Alarm bells: these are now "
         "fitted.\n- Radios: north pier done, south pier not.\n",
         "met; partly_met"},
        {"What the boats carry\n\n- Alarm bells: these are now fitted.\n- Radios: north pier done.\n", ""},
        {"Progress on the recommendations of 2031\n\nKey: A = achieved, N = not achieved\n\n| No. | Asked for | "
         "Result |\n| --- | --- | --- |\n| 1 | Count the oars | A |\n| 2 | Paint the line | N |\n",
         "met; not_met"},
        {"Progress on the recommendations of 2031\n\n| Recommendation | Sufficient progress? |\n| --- | --- |\n| "
         "Mend the slip | No |\n",
         "not_met"},
    });
  }

  TEST_CASE("statuses: what a chain of verdicts is of may stand behind the last of them") {
    check_statuses({
        {"The port implemented 19 and partially implemented three of the 24 recommendations.",
         "met 19/24; partly_met 3/24"},
        {"Staff made some progress on the eight recommendations, meeting three, partially meeting four and not meeting one.",
         "met 3/8; partly_met 4/8; not_met 1/8"},
        {"Of the nine recommendations of the inquiry, five had been fully and three partially achieved.",
         "met 5/9; partly_met 3/9"},
        {"Of the 41 audit recommendations, 22 were green, 12 were amber and seven were red.",
         "met 22/41; in_progress 12/41; not_met 7/41"},
    });
  }

  TEST_CASE("statuses: one of several counts as one, both as two") {
    check_statuses({
        {"Two of the three requirements made at the last visit were met, while the third, on ropes, had not been met.",
         "met 2/3; not_met 1/3"},
        {"The remaining recommendation, for a crane, has been overtaken by events.", "superseded 1"},
        {"The one recommendation to the ministry, to map every quay, was completed in March.", "met 1"},
        {"Both recommendations of the audit have been implemented.", "met 2/2 all"},
        {"The recommendation of the audit has been implemented.", "met"},
    });
  }

  TEST_CASE("statuses: progress with more to do is a part, and what a look is for is no finding") {
    check_statuses({
        {"The port had made progress on the recommendations, but further work is needed.", "partly_met"},
        {"The port had made progress on the recommendations.", "in_progress"},
        {"We went back to assess the progress made to address the recommendations.", ""},
        {"The audit asked to what extent the recommendations were known.", ""},
        {"It expects 70 per cent of the recommendations to be implemented by May.", ""},
    });
  }
}   // TEST_SUITE
