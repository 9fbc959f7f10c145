// Statements on earlier requests, as inspectors, auditors, regulators and the press word them in several
// countries: what each says, and what only looks like one.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "support/statuses.hpp"
#include "support/whole.hpp"

using namespace muster;
using support::read;
using support::statuses;
using support::tallies;

namespace {

struct Row { std::string_view text, facts; };

}  // namespace

TEST_SUITE("facts") {
  TEST_CASE("statuses: verdicts, counts and shares as they are worded in many places") {
    const std::vector<Row> rows = {
        {"As of March 2021, the Coast Guard had implemented 6 of our 10 recommendations; the remaining 4 are open.",
        "met 6/10; not_met 4/10"},
        {"GAO made eight recommendations to the agency in 2017. As of June, five had been implemented, two were open and one was closed as not implemented.", "met 5/8; not_met 2/8; superseded 1/8"},
        {"The Inspector General's office considers three of the nine recommendations resolved and six unresolved.",
        "met 3/9; not_met 6/9"},
        {"The Authority has fully implemented 11 recommendations, substantially implemented four and has yet to start on two.", "met 11; almost_met 4; not_met 2"},
        {"Twenty-two of the 30 recommendations from the 2016 audit have been implemented in full and a further five in part.", "met 22/30; partly_met 5/30"},
        {"Of the 31 recommendations, 18 have been closed, nine are on track and four are behind schedule.",
        "met 18/31; in_progress 9/31; not_met 4/31"},
        {"The coroner's 2014 recommendation on barriers at the crossing has still not been acted on.", "not_met"},
        {"Seven areas for improvement were identified at the last care inspection. Five were met and two were not met and have been stated for a second time.",
         "met 5/7; not_met 2/7"},
        {"All areas for improvement identified during the previous inspection have been addressed.", "met all"},
        {"Two of the three requirements made at our last inspection had been met; the other was not met within the timescale.",
         "met 2/3; not_met 1/3"},
        {"The previous requirement about staff supervision has been met.", "met"},
        {"Recommendation 2 has been met. Recommendation 3 has not been met and is repeated.", "met; not_met"},
        {"The school has made strong progress against recommendation 1 and limited progress against recommendation 2.",
         "in_progress; partly_met"},
        {"The service had made good progress since our last inspection and had met most of the recommendations.",
         "met most"},
        {"The force has made limited progress in addressing the causes of concern from our 2019 inspection.",
         "partly_met"},
        {"We are pleased that the force has now addressed this area for improvement.", "met"},
        {"The force has closed 12 of its 15 areas for improvement, HMICFRS said.", "met 12/15"},
        {"The cause of concern that we issued in 2021 about call handling has been discharged.", "met"},
        {"Nearly two thirds of the watchdog's recommendations have not been implemented, MPs said.",
         "not_met majority"},
        {"Only a handful of the recommendations of the 2018 inquiry have been put into practice.", "partly_met few"},
        {"The association has completed nine of the ten actions that the housing regulator required last year; one is still outstanding.",
         "met 9/10; not_met 1/10"},
        {"The Police Ombudsman said 18 of the 20 recommendations in her earlier report had been accepted and implemented.",
         "met 18/20"},
        {"The city has achieved substantial compliance with 70 of the 85 requirements of the settlement agreement, the monitor found.",
         "almost_met 70/85"},
        {"The Council has yet to implement eight of the recommendations that the auditor made in 2013.", "not_met 8"},
        {"Half of the recommendations from the royal commission have been completed.", "met"},
        {"More than half of the recommendations from the royal commission have been completed.", "met majority"},
        {"The recommendation was implemented.", "met"},
        {"A 2015 review recommended that the ferry carry a nurse. That has not happened.", "not_met"},
        {"The department partially addressed the recommendation to publish its waiting times.", "partly_met"},
        {"Progress on the eleven recommendations in our 2014 report has been disappointing.", "partly_met"},
        {"Inspectors noted that the action plan drawn up after the last inspection had been only partially implemented.",
         "partly_met"},
        {"Despite two previous recommendations, the tower had not been repaired.", "not_met"},
        {"The remaining recommendations are being progressed.", "in_progress"},
        {"This recommendation is no longer applicable because the prison has closed.", "superseded"},
        {"ERO's 2017 report identified assessment as an area for development. Leaders have made good progress in this area.",
         "in_progress"},
        {"Twelve recommendations were fully achieved, six were partially achieved and nine were not achieved.",
         "met 12; partly_met 6; not_met 9"},
        {"At our last inspection in 2016 we made 40 recommendations. At this follow-up inspection we found that 22 had been achieved, eight partially achieved and ten not achieved.",
         "met 22/40; partly_met 8/40; not_met 10/40"},
        {"The trust has now met all 14 of the CQC's requirements.", "met 14/14 all"},
        {"The agency said it had completed action on 80 per cent of the recommendations.", "met"},
        {"The breach of regulation 12 found at the last inspection had been remedied.", "met"},
        {"The warning notice issued in March has been complied with.", "met"},
        {"Sixteen months after the fire, the city has completed just 4 of the 21 recommendations in the consultant's report.",
         "met 4/21"},
        {"The watchdog said ministers had failed to act on its recommendations from 2019.", "not_met"},
        {"Only one of the seven recommendations has been implemented, and work on the others has not begun.",
         "met 1/7; not_met"},
        {"A follow-up review found that the sheriff's office had corrected six of the nine deficiencies noted in the 2015 audit.",
         "met 6/9"},
        {"Two findings from the prior audit are repeated in this report.", "not_met 2"},
        {"This is a repeat finding from the previous audit.", "not_met"},
        {"The 2016 recommendation to install cameras remains open.", "not_met"},
        {"Nine recommendations remain open and unimplemented.", "not_met 9"},
        {"Prison inspectors said the jail had made insufficient progress on eight of 12 recommendations.",
         "not_met 8/12"},
        {"The watchdog praised the trust for meeting all of its earlier recommendations.", "met all"},
        {"The home has addressed each of the issues raised at the last inspection.", "met all"},
        {"Improvements required at the last inspection had been made.", "met"},
        {"The provider had made the improvements we asked for at our last inspection.", "met"},
        {"The school has not done enough to address the weaknesses identified at the previous inspection.", "not_met"},
        {"Leaders have responded well to the areas for improvement from the last inspection.", "in_progress"},
        {"The governing body has ensured that the recommendations from the previous inspection have been addressed.",
         "met"},
        {"The service has been slow to act on the recommendations of the last report.", "partly_met"},
        {"Too many of the recommendations from our last report have not been achieved.", "not_met many"},
        {"Nearly all of the recommendations from the 2012 audit have been implemented.", "met almost_all"},
        {"Significant progress has been made against the recommendations, although some work remains.", "in_progress"},
        {"Little had been done to act on the inquiry's recommendations.", "not_met"},
        {"The recommendation from 2018 is considered complete.", "met"},
        {"Five years on, many of the commission's recommendations gather dust.", "not_met many"},
        {"We repeat our recommendation from 2014.", "not_met"},
        {"The department has not yet implemented our recommendation on fuel cards but expects to do so by July.",
         "not_met"},
        {"Three recommendations, including one on cell bells, were not achieved.", "not_met 3"},
        {"The hospital trust has implemented the recommendations in full, its chief executive told the board.", "met"},
        {"Police have implemented 71 per cent of the recommendations.", "met"},
        {"More than 200 recommendations have been made since 2001, and fewer than half have been implemented.",
         "partly_met few"},
        {"The city will not implement two of the auditor's recommendations.", "not_met 2"},
        {"Action on the remaining recommendation is progressing.", "in_progress 1"},
        {"Inspectors said recommendations about fire doors had been ignored.", "not_met"},
        {"The airline is working to address the findings of the 2019 audit.", "in_progress"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(statuses(read(row.text)) == row.facts);
    }
  }

  TEST_CASE("statuses: hopes, plans, answers, needs and other things are none") {
    const std::vector<std::string_view> rows = {
        "The board hopes to have met all the recommendations by spring.",
        "The government has accepted 12 of the 15 recommendations.",
        "The minister rejected four of the nine recommendations.",
        "The union wants the recommendations implemented without delay.",
        "It is vital that these recommendations are implemented.",
        "The council will address the area for improvement by June.",
        "Once the recommendations are implemented, delays should fall.",
        "The report makes 12 recommendations, five of which concern staffing.",
        "Recommendation 4 should be completed by May.",
        "The hospital expects three recommendations to be completed this year.",
        "Why have the recommendations not been implemented?",
        "The bridge was completed in 2012 and the audit made no recommendations.",
        "Residents' needs had been met and their concerns addressed.",
        "The airport met four of its six punctuality targets, the audit found.",
        "Inspectors made three recommendations. Five homes were closed last year.",
        "Two of the six ferries were out of service when inspectors made recommendations.",
        "The inquiry was completed in May and made nine recommendations.",
        "Work to draft the recommendations is under way.",
        "The review is under way and its recommendations are due in June.",
        "The audit committee discussed outstanding recommendations.",
        "A tracker of recommendations has been put in place.",
        "He said implementing the recommendations would cost $2 million.",
        "The department agreed to implement all six recommendations.",
        "Lawyers asked whether the recommendations had been implemented.",
        "The home was told it must meet the requirements of the notice.",
        "The recommendations were published in May and 40 officers completed training.",
        "The council has since met two of them.",
        "The mayor called for the recommendations to be implemented at once.",
        "The recommendations cannot be implemented without money, he said.",
        "It remains to be seen if the recommendations will be met.",
        "The panel will check that the recommendations have been implemented.",
        "The company said it was committed to implementing the recommendations.",
        "She said the previous government had made 40 recommendations and spent millions.",
        "Areas for improvement are identified and progressed.",
        "Recommendations are not always implemented quickly enough.",
        "The last inspection made two recommendations. There are 77 open cases, and three care orders have been discharged.",
        "The recommendations of the last audit were sent to staff. In some cases, actions remain outstanding.",
        "Leaders know the areas for improvement. They have made good progress with the new building.",
        "Had the recommendations been implemented, the bridge would stand.",
        "The board asked whether the trust, the council and ministers have implemented the recommendations.",
        "The report notes a failure to implement or complete recommendations from drills.",
        "The experiences of children who need help\n\nOutstanding\n",
        "The targets set at the last review have been achieved.",
    };
    for (const std::string_view row : rows) {
      CAPTURE(row);
      CHECK(statuses(read(row)) == "");
    }
  }

  TEST_CASE("statuses: lists, tables and headings say what is spoken of") {
    const std::vector<Row> rows = {
        {"Recommendations of the 2011 report\n\n1. Lamps should be lit at dusk. Achieved.\n2. The slipway should be swept. Partly achieved.\n3. Rafts should be counted. Not achieved.\n",
         "met; partly_met; not_met"},
        {"Progress against recommendations from 2016\n\nStaff told us of long days. Four had been completed and two had lapsed.\n",
         "met 4; superseded 2"},
        {"| Recommendation | Progress |\n| --- | --- |\n| 1. Mend the quay | Good progress |\n| 2. Train pilots | No meaningful progress |\n",
         "in_progress; not_met"},
        {"| Street | Owner | Status |\n| --- | --- | --- |\n| Mill Lane | Roads | Complete |\n", ""},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(statuses(read(row.text)) == row.facts);
    }
  }

  TEST_CASE(
      "statuses: a verdict in a cell, below a code or under a label; explained grades and headings over several are none") {
    const std::vector<Row> rows = {
        {"# Audit of Lamps\n\n## Follow-up of prior year recommendations\n\n| Issue/risk | Recommendation | Agreed management action/timing |\n|---|---|---|\n| PY1. Oil | The board should buy oil. | Implemented Oil came in May. |\n| PY2. Wicks | The board should trim wicks. | Work in progress |\n", "met; in_progress"},
        {"# Audit of Lamps\n\n## Recommendations\n\n| Recommendation | Status |\n|---|---|\n| The board should buy oil. | Closed for the winter by the warden |\n", ""},
        {"# Return to Elm School\n\nR1. Raise standards in knots\n\nStrong progress in addressing the recommendation\n\nR2. Mend the boats\n\nRecommendation fully addressed\n", "in_progress; met"},
        {"# Visit to Elm Gaol\n\n## Summary of judgements\n\nA list of the concerns followed up at this visit and the judgements made.\n\nThe men were locked up for most of the day.\nInsufficient progress\n\nThe library was shut.\nGood progress\n", "not_met; in_progress"},
        {"# Answers on the fees\n\n## Recommendation #1 To: Ferries, Department of\n\nFerries should bill every owner.\n\nAll owners in the north were billed.\n\nThe rest wait.\n\nState Auditor's Assessment of 1-Year Status: Partially Implemented\n", "partly_met"},
        {"# Sinking of the Elm\n\nSafety Recommendation M-12-3 is classified Open\u2014Unacceptable Response.\n",
        "not_met"},
        {"# Recommendations on rail\n\n## Assessment rating guide\n\nAction taken should mend the fault.\n\nUnsatisfactory\n", ""},
        {"# Status of what we asked\n\n- Fully implemented: the recommendation has been carried out.\n- Not implemented: no action has been taken.\n\nA recommendation is closed when we have seen that it has been implemented.\n\n## Glossary\n\nRecommendation met: the action has been completed.\n", ""},
        {"# Care at Elm House\n\n## Areas for improvement from the last inspection. Achieved\n\nThe house was clean.\n", ""},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(statuses(read(row.text)) == row.facts);
    }
  }

  TEST_CASE("tallies: one a set, over sentences; said again it counts once; a single one fills the set") {
    const std::vector<Row> rows = {
        {"The inspector made 21 recommendations to the jail. Of these, 13 had been achieved, four had been partially achieved and four had not been achieved.",
         "21 of 21 ok"},
        {"The harbour has met four of the six recommendations made by the inspectorate, and partially met the other two. Inspectors said four of the six recommendations had been met.",
         "6 of 6 ok"},
        {"The regulator set seven actions after its inspection in 2014. Five of the seven actions had been completed. One action was partly completed. The action on alarms had not been addressed.",
         "7 of 7 ok"},
        {"Inspectors found that 14 of the 28 recommendations had not been achieved. Nine recommendations had been achieved and five had been partially achieved.",
         "28 of 28 ok"},
        {"Two requirements made at the previous inspection had been met, one had been partially met and one, on lifts, had not been met.",
         "4 of ?"},
        {"Three of the nine recommendations from the audit have been met.", ""},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(tallies(read(row.text)) == row.facts);
    }
  }
}
