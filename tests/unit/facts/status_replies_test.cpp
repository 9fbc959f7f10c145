// Statements read from what governs a verb, from the answer to what was asked, and from things that only a
// clause says were asked for.
#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include "support/statuses.hpp"
#include "support/whole.hpp"

using namespace muster;
using support::check_statuses;

TEST_SUITE("facts") {
  TEST_CASE("statuses: what governs a verb of carrying out says how far it has come") {
    check_statuses({
        {"The canal trust is implementing the recommendations of the lock review.", "in_progress"},
        {"The canal trust is not addressing the faults found at the last inspection.", "not_met"},
        {"Lock keepers have worked with boaters to tackle the concerns raised by the ombudsman last year.",
         "in_progress"},
        {"The canal trust failed to remedy the defects highlighted in the prior audit.", "not_met"},
        {"Too little has been done to put right the weaknesses identified at the previous visit.", "not_met"},
        {"The trust has been slow in addressing the shortfalls found at the previous visit.", "partly_met"},
        {"The trust did not act quickly enough to resolve the issues raised in the previous audit.", "partly_met"},
        {"Keepers managed to resolve the issues raised in the previous audit.", "met"},
        {"A strategy is in place to meet the recommendations of the lock review.", "in_progress"},
        {"The trust has the money to implement the recommendations of the lock review.", ""},
        {"The trust was asked to address the recommendations of the lock review.", ""},
        {"More needs to be done to address the recommendations of the lock review.", ""},
        {"Keepers are working to meet demand.", ""},
    });
  }

  TEST_CASE("statuses: the next sentence may answer with a word that stands for the deed") {
    check_statuses({
        {"In 2016 the review recommended that the trust count its boats. It has yet to do so.", "not_met"},
        {"In 2016 the review recommended that the trust count its boats. It did so within a month.", "met"},
        {"The coroner recommended rails at the lock. Rails were fitted in May.", "met"},
        {"The coroner recommended rails at the lock. None has been fitted.", "not_met"},
        {"The 2015 audit found that gates were left open. This practice continues.", "not_met"},
        {"The 2015 audit found that gates were left open. This practice has stopped.", "met"},
        {"The last report asked keepers to log each boat. They now do so.", "met"},
        {"The coroner recommended rails at the lock. The mayor has welcomed the report.", ""},
        {"The coroner recommended rails at the lock. Rails will be fitted in May.", ""},
        {"The lock was full. None has been seen.", ""},
    });
  }

  TEST_CASE("statuses: what was asked and how it stands may be two halves of a sentence") {
    check_statuses({
        {"Our 2014 report called for one register of boats, but the trust has made no attempt to write it.", "not_met"},
        {"Nine years after the inquest, the lock is still without rails.", "not_met"},
        {"Despite our repeated recommendations, the gates are still broken.", "not_met"},
        {"The ombudsman urged the trust in 2015 to answer letters within a month; it now does.", "met"},
        {"The trust accepted the recommendation in 2012 but has done nothing since.", "not_met"},
        {"The ombudsman urged the trust to answer letters, but the chair said that it was busy.", ""},
        {"Nine years after the flood, the lock is still without rails.", ""},
    });
  }

  TEST_CASE("statuses: a clause may say that a thing was asked for") {
    check_statuses({
        {"The trust has done all that the inquiry recommended, and what we asked for is in place.", "met"},
        {"Most of what the commission asked for is gathering dust.", "not_met most"},
        {"The rails the coroner wanted at the lock have not been fitted.", "not_met"},
        {"The squalid huts we condemned in 2018 were still in use.", "not_met"},
        {"The trust has paid the sum that the ombudsman recommended.", "met"},
        {"The trust has not built the wall that flood investigators recommended after 2011.", "not_met"},
        {"Keepers have still not had the training that the coroner asked the trust to provide.", "not_met"},
        {"The delays criticised by the inspectorate have been ended.", "met"},
        {"There is nothing to show that the trust has implemented the recommendations.", "not_met"},
        {"The rails the mayor wanted at the lock have not been fitted.", ""},
        {"What the mayor asked for is in place.", ""},
    });
  }

  TEST_CASE("statuses: verdicts behind labels and tallies in a line") {
    check_statuses({
        {"Call to action 12: done.\n\nThe rest of the page is about boats and the people who sail in them.", "met"},
        {"Lock review: recommendations implemented: 14. Outstanding: 3.", "met 14; not_met 3"},
        {"Internal audit followed up 118 agreed actions: 83 closed, 22 overdue, 13 not yet due.",
         "met 83/118; not_met 22/118; in_progress 13/118"},
        {"Main recommendations: 0 of 5 implemented.", "not_met 5/5"},
        {"None of the recommendations remains open.", "met all"},
        {"Gates closed: 14.", ""},
    });
  }

  TEST_CASE("statuses: what a review has led to, and what came to nothing") {
    check_statuses({
        {"Learning from a recent audit has led to clearer guidance for keepers.", "in_progress"},
        {"An independent review of the locks resulted in the creation of a night watch.", "met"},
        {"The measures taken since the last audit have had little impact.", "not_met"},
        {"Nothing had come of our recommendation on rails.", "not_met"},
        {"The strike led to clearer guidance for keepers.", ""},
    });
  }
}
