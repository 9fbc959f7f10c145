// Statements whose request and verdict stand apart: in two clauses or sentences, with or without a verdict.
#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include "support/statuses.hpp"
#include "support/whole.hpp"

using namespace muster;
using support::check_statuses;

TEST_SUITE("facts") {
  TEST_CASE("statuses: what the sentence before says was asked is answered") {
    check_statuses({
        {"In 2018 inspectors asked the pilots' office to keep a log. It has not yet kept one.", "not_met"},
        {"The auditor warned in 2014 that a third of the hydrants were dry. Nothing has been done.", "not_met"},
        {"At our last inspection we told the provider to mend the lift. This had been done.", "met"},
        {"The previous review found that visitors were not searched. This is no longer the case.", "met"},
        {"In 2016 the coroner recommended a second lifeguard. The council has been slow to act.", "partly_met"},
        {"The recommendation on ropes had been achieved. The one on signal lamps had not.", "met; not_met"},
        {"Last year the committee criticised the galley, and this has now been remedied.", "met"},
        {"In 2014 the review recommended a register of keys. The bank has done so.", "met"},
        {"The port is small. It has not yet kept one.", ""},
        {"The inspection is in May. This had been done by the crew.", ""},
    });
  }

  TEST_CASE("statuses: a set is counted far behind where it was named") {
    check_statuses({
        {"The state cited 14 violations at the jail in March. The jail was built in 1911. It stands by the harbour. Most of "
         "its cells face north. The cook has left. Rain comes in. Its inspectors came back in May and found that five of "
         "the 14 had not been corrected.",
         "not_met 5/14"},
        {"The zoo has 14 penguins. Inspectors came back in May and found that five of the 14 had not been weighed.", ""},
        {"The auditor made eight recommendations to the jail in 2019. It has implemented all but one.", "met 7/8"},
        {"The ombudsman made six recommendations to the port. I found that one had been achieved.", "met 1/6"},
        {"The board made five recommendations in 2019. Four have been met. The remaining one, on ropes, has not been met.",
         "met 4/5; not_met 1/5"},
        {"The audit made three recommendations. Two ports whose files had been open for months were shut.", ""},
    });
  }

  TEST_CASE("statuses: an earlier finding without a verdict is answered by the state of things") {
    check_statuses({
        {"Many exits are still locked at night. This was a recommendation at the last inspection.", "not_met"},
        {"Crews now drill each week and records are thorough. This was an area for improvement at the previous inspection.",
         "met"},
        {"The shortfalls identified at earlier visits are still present in the galley.", "not_met"},
        {"Drills have improved but are not consistent. This was identified as a weakness in the last audit.",
         "partly_met"},
        {"Although identified as a weakness at the previous inspection, signal training continues to be poor.",
         "not_met"},
        {"Charts are still not updated, despite this being raised at the last inspection.", "not_met"},
        {"At the time of the last inspection, watch logs were poor. They have since improved.", "in_progress"},
        {"The last inspection found that logs were poor. The logs are now good.", "met"},
        {"Logs, as was noted at the last inspection, are not signed.", "not_met"},
        {"Weak leadership was identified as a concern at the last inspection.", ""},
        {"The strengths identified at the last inspection remain evident.", ""},
        {"Visits in 2017 reported that progress was slow.", ""},
        {"Prior to this inspection, managers had identified weak logs themselves. These are still poor.", ""},
        {"Services have improved since the last inspection.", ""},
        {"Attendance is good, and the team was praised at the last inspection.", ""},
    });
  }

  TEST_CASE("statuses: a deed is done to what was asked or found then, and for how many") {
    check_statuses({
        {"The force has taken steps to deal with the shortage of operators, an area for improvement that we named at our last "
         "inspection.",
         "in_progress"},
        {"The jail has cleared the backlog of searches that we found in 2019.", "met"},
        {"At our last visit we asked the owner to test all ropes. Half of the ropes had been tested.", "partly_met"},
        {"At our last visit we asked the owner to test all ropes. None of the ropes had been tested.", "not_met"},
        {"The brigade had finished its overdue checks of ships, as it was told to do in 2022.", "met"},
        {"Four years after the fire, none of the alarms that the coroner called for has been fitted.", "not_met"},
        {"The council has met the auditor's recommendation on lamps in part.", "partly_met"},
        {"The ministry has implemented the inquiry's recommendation in three ports out of nine.", "partly_met"},
        {"The audit made two recommendations on sick leave. The first has been implemented; there has been no progress on the "
         "second.",
         "met 1/2; not_met 1/2"},
        {"Councillors were told that the review's recommendation on damp was six months overdue.", "not_met"},
        {"Nine of the 12 crews have fitted the lamps as we recommended.", "partly_met"},
    });
  }

  TEST_CASE("statuses: two sides of one request are a part; several requests are several statements") {
    check_statuses({
        {"While much has been done to carry out the inspectors' recommendations, some have still not been started.",
         "partly_met some"},
        {"The agency has implemented some recommendations, but others remain open.", "partly_met some"},
        {"The recommendation on lamps has been met, whilst the one on ropes has not been progressed at all.",
         "met; not_met"},
        {"The ministry has carried out every recommendation of the inquiry bar one.",
         "met almost_all; not_met 1"},
        {"The ministry has carried out every recommendation of the inquiry apart from the last.", "almost_met almost_all"},
        {"The owner has not yet addressed all the recommendations from the last survey.", "partly_met"},
        {"The school has made strong progress against recommendation 1 and limited progress against recommendation 2.",
         "in_progress; partly_met"},
        {"The department agreed with all five recommendations and has implemented two of them.", "met 2/5"},
        {"None of our recommendations has been fully implemented.", "partly_met none"},
    });
  }

  TEST_CASE("statuses: progress has degrees, before it and behind a verb") {
    check_statuses({
        {"The line has made little headway with the regulator's recommendations.", "not_met"},
        {"Progress on the recommendations of the harbour inquiry has stalled.", "not_met"},
        {"Delivery of the action plan from the last inspection has been patchy.", "partly_met"},
        {"There has been a lack of progress in addressing the areas for improvement.", "not_met"},
        {"Police have made significant strides on 30 of the 44 recommendations.", "in_progress 30/44"},
        {"The council has not made sufficient progress in addressing our recommendations.", "not_met"},
        {"Pupils have made good progress since the last inspection, which made two recommendations.", ""},
        {"Faster progress on the recommendations is needed.", ""},
        {"Good progress in addressing the recommendations would please the board.", ""},
    });
  }

  TEST_CASE("statuses: what a body knows of itself, commands, adjectives and other people's needs are none") {
    check_statuses({
        {"Leaders have identified areas for development and have addressed bullying well.", ""},
        {"They know their areas for improvement and have a strategy in place.", ""},
        {"Ensure that learning from reviews is shared and recommendations have been implemented.", ""},
        {"The areas for improvement identified during this inspection had already been identified by leaders.", ""},
        {"Recommendations are not routinely signed off by managers.", ""},
        {"Five care orders have been discharged since the last inspection.", ""},
        {"The objective was to determine whether the Authority had implemented our recommendations.", ""},
        {"The panel has not been told what became of its outstanding piece of work.", ""},
        {"Children had unmet needs, the audit found.", ""},
    });
  }

  TEST_CASE("statuses: colours mean what the document's key says") {
    check_statuses({
        {"Key: green means complete; amber means in progress; red means not started.\n\n| Recommendation | RAG |\n| --- | --- |\n| Mend the quay | Green |\n| Train the pilots | Red |\n",
         "met; not_met"},
        {"Key: green = on track; blue = complete.\n\n| Action | Status |\n| --- | --- |\n| Mend the quay | Green |\n| Paint the mast | Blue |\n",
         "in_progress; met"},
        {"| Boat | Colour |\n| --- | --- |\n| Gannet | Red |\n", ""},
    });
  }
}
