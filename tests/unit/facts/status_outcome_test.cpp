// What came of the findings of an audit or a review, answers that somebody reports, and headlines.
#include <doctest/doctest.h>

#include "support/statuses.hpp"

using namespace muster;
using support::check_statuses;

TEST_SUITE("facts") {
  TEST_CASE("statuses: findings of a look that were used or left lying are a status, a habit of learning is none") {
    check_statuses({
        {"The inspectors came to the yard. There is little evidence that the learning from the first audit was used.",
         "not_met"},
        {"The inspectors came to the yard. The board has failed to act on audit findings that showed late trains.",
         "not_met"},
        {"The inspectors came to the yard. Learning from audits is not well embedded in the crews.", "partly_met"},
        {"The inspectors came to the yard. The peer review in March prompted the hiring of a second pilot.",
         "in_progress"},
        {"The inspectors came to the yard. Good use has been made of findings from a peer review to train pilots.",
         "in_progress"},
        {"The inspectors came to the yard. Learning from audits has been used well to train pilots.", ""},
        {"The inspectors came to the yard. Learning from audits is shared at each meeting.", ""},
        {"The inspectors came to the yard. Reviews of children's plans led to changes in the plans.", ""},
        {"The inspectors came to the yard. The findings of this inspection will be used to plan the next.", ""},
    });
  }

  TEST_CASE("statuses: an answer may be told by somebody who heard it") {
    check_statuses({
        {"A jury that sat on a drowning in 2015 asked for chains on the quay. That has not been done, the court heard.",
         "not_met"},
        {"The ombudsman had recommended in 2018 that lamps be lit at night. The inquest was told that this had not "
         "happened.",
         "not_met"},
        {"In 2019 the inspector asked for two more pilots. Two were hired in June.", "met"},
        {"In 2018 the jury urged the port to hire a pilot, which it did a year later.", "met"},
        {"The coroner asked for one thing: a lamp at the bend. Six years on there is no lamp.", "not_met"},
        {"The inspectors came to the yard. He asked for a pay rise last year. None was given.", ""},
    });
  }

  TEST_CASE("statuses: a headline says how far requests have come without a full stop, and often without a verb") {
    check_statuses({
        {"Most of auditor's harbour recommendations now in place, says port\n\nThe inspectorate went to the port in May.",
         "met most"},
        {"Harbour ignores five of six watchdog recommendations\n\nThe inspectorate went to the port in May.",
         "not_met"},
        {"Port yet to act on coroner's weir warning\n\nThe inspectorate went to the port in May.", "not_met"},
        {"Port fixes all problems found by inspectors\n\nThe inspectorate went to the port in May.", "met"},
        {"Recommendations implemented this year\n\nThe inspectorate went to the port in May.", ""},
        {"Port must act on coroner's weir warning\n\nThe inspectorate went to the port in May.", ""},
    });
  }

  TEST_CASE("statuses: a count may stand in front of its sentence, and a verdict on paper is none") {
    check_statuses({
        {"The inquiry of 2018 made nine recommendations. The port has acted on four. On the other five it had not begun.",
         "met 4/9; not_met 5/9"},
        {"Of the panel's 12 recommendations the port has implemented seven; two it has not implemented.",
         "met 7/12; not_met 2/12"},
        {"The inspectors came to the yard. Leaders closed recommendations on paper, the inspector wrote.", ""},
    });
  }
}   // TEST_SUITE
