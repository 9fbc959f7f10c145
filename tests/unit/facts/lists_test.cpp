// Formal lists, grades and answers through the real stages, layout by layout.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "support/whole.hpp"

using namespace muster;
using support::read;

namespace {

// "4 priority must <text> @addressee !deadline", one a listed item
std::string listed(const model::Record& record) {
  std::string out;
  for (const auto& item : record.facts.recommendations) {
    if (item.form != model::Form::listed) continue;
    out += out.empty() ? "" : "; ";
    if (!item.number.empty()) out += item.number + " ";
    if (!item.level.empty()) out += item.level + " ";
    if (!item.strength.empty()) out += item.strength + " ";
    std::string text = record.document.text.string(item.text);
    for (char& c : text) if (c == '\n') c = ' ';
    out += "<" + text + ">";
    if (!item.addressee.empty()) out += " @" + item.addressee;
    if (item.deadline) out += " !" + item.deadline->text;
    if (!item.repeats.empty()) out += " =" + item.repeats;
  }
  return out;
}

std::string grades(const model::Record& record) {
  std::string out;
  for (const auto& judgement : record.facts.judgements)
    out += (out.empty() ? "" : "; ") + judgement.area + ": " + judgement.grade +
           (judgement.previous.empty() ? "" : " from " + judgement.previous);
  return out;
}

std::string answers(const model::Record& record) {
  std::string out;
  for (const auto& response : record.facts.responses)
    out += (out.empty() ? "" : "; ") + response.recommendation + " " + response.response +
           (response.responder.empty() ? "" : " by " + response.responder);
  return out;
}

struct Row { std::string_view text, facts; };

void check(const std::vector<Row>& rows, std::string (*notation)(const model::Record&)) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(notation(read(row.text)) == row.facts);
  }
}

}  // namespace

TEST_SUITE("facts") {
  TEST_CASE("lists: a lead-in gives its items addressee, strength and deadline") {
    check(
        {{"# Visit to Elm Lodge\n\n## Requirements\n\nWithin two months, the warden must:\n\n- mend the gate\n- count the keys each night\n",
          "must <mend the gate> @the warden !Within two months; must <count the keys each night> @the warden !Within two months"},
         {"# Visit to Elm Lodge\n\n## Areas for improvement\n\n### Immediately\n\n- Mend the gate by the pond.\n",
          "<Mend the gate by the pond.> !Immediately"},
         {"# Complaint about Larkmoor Council\n\n## Agreed action\n\nThe Council has agreed to:\n\n- refund the fee for the permit\n- write to the family to say sorry\n",
          "<refund the fee for the permit> @The Council; <write to the family to say sorry> @The Council"}},
        listed);
  }

  TEST_CASE("lists: bullets below a numbered item belong to it, the next number does not") {
    check(
        {{"# Visit to Elm Lodge\n\n## Requirements\n\n1. The warden must keep a book of visitors, with:\n\n- their names\n- the hour at which they leave\n\n2. The warden must mend the gate.\n",
          "1 must <The warden must keep a book of visitors, with:  - their names  - the hour at which they leave> @The warden; 2 must <The warden must mend the gate.> @The warden"}},
        listed);
  }

  TEST_CASE("lists: what a request is for may stand in bullets below it, and is no request of its own") {
    check(
        {{"# Visit to Elm Lodge\n\n## Areas for improvement\n\nManagers of the lodge should use what the books tell them about visits to ensure that:\n\n- the gate is manned\n- the pond is fenced\n",
          "should <Managers of the lodge should use what the books tell them about visits to ensure that:  - the gate is manned  - the pond is fenced> @Managers of the lodge"},
         {"# Visit to Elm Lodge\n\n## Areas for improvement\n\nThe managers need to ensure that:\n\n- the gate is manned\n- the pond is fenced\n",
          "need <the gate is manned> @The managers; need <the pond is fenced> @The managers"}},
        listed);
  }

  TEST_CASE("lists: an item that a page's end cuts is whole, its evidence ends with the page") {
    const model::Record record = read(
        "Visit to Elm Lodge\n\nRequirements\n\n1. The warden must keep a book of visitors, with:\n\n- their names\n\nPage 3 of 9\n\f\n- the hour of leaving\n\n2. The warden must mend the gate.\n");
    REQUIRE(record.facts.recommendations.size() == 2);
    CHECK(record.facts.recommendations[0].whole.ends_with("their names\n\nthe hour of leaving"));
    CHECK(record.document.text.string(record.facts.recommendations[0].evidence.quote).ends_with("their names"));
    CHECK(record.facts.recommendations[1].number == "2");
  }

  TEST_CASE("lists: an introduction, and a case study between two areas, do not end them; strengths do") {
    check(
        {{"# Letter to Larkmoor\n\n## Areas for improvement\n\nWe found the following areas.\n\n## At the front door\n\n- Calls wait for days.\n\n## Case study: a late call\n\nA girl waited for nine days.\n\n"
          "## In the boats\n\n- Crews do not write down what they hear.\n\n## Key strengths\n\n- Crews are kind to children.\n",
          "<Calls wait for days.>; <Crews do not write down what they hear.>"},
         {"# Letter to Larkmoor\n\n## Areas for improvement\n\nThere are no areas for improvement to list below.\n\n## In the boats\n\n- Crews are kind to children.\n",
          ""}},
        listed);
  }

  TEST_CASE(
      "lists: whom a row of numbered requests asks stands over it, what one is for before it, and a code is its number") {
    check(
        {{"# Audit of Piers\n\nThe piers are old.\n\nWe recommend the Master of Piers:\n\nRecommendation 1: Count the planks of every pier.\n\nRecommendation 2: Paint the rails.\n",
          "1 <Count the planks of every pier.> @the Master of Piers; 2 <Paint the rails.> @the Master of Piers"},
         {"# Fall at Elm Pier\n\n## Recommendations\n\n1 The intent of this recommendation is that nobody falls.\n\nPier Hire Ltd should fence the steps.\n\n2 The intent of this recommendation is light.\n\nPier Hire Ltd should light the steps.\n",
          "1 should <Pier Hire Ltd should fence the steps.> @Pier Hire Ltd; 2 should <Pier Hire Ltd should light the steps.> @Pier Hire Ltd"},
         {"# Sinking of the Elm\n\n## Recommendations\n\nFern Ferries Ltd is recommended to:\n\n2003/114 Fit rails to every boat.\n\n2003/115 Train its crews.\n\nSafety recommendations shall in no case create a presumption of blame.\n",
          "2003/114 should <Fit rails to every boat.> @Fern Ferries Ltd; 2003/115 should <Train its crews.> @Fern Ferries Ltd"},
         {"# Audit of Piers\n\n## Recommendations for Executive Action\n\n| Agency Affected | Recommendation | Status |\n|---|---|---|\n| Office of Piers | Priority Rec. The Master of Piers should count the planks. | Open |\n",
          "priority should <The Master of Piers should count the planks.> @The Master of Piers"}},
        listed);
  }

  TEST_CASE(
      "lists: a remark in brackets, a code on a line of its own, a parent item over its list; a glossary asks nothing") {
    check(
        {{"# Inspection of Elm School\n\n## What does the school need to do to improve?\n\n### (Information for the school and others)\n\n- Teach knots in every year.\n",
          "<Teach knots in every year.> @the school"},
         {"# Fire at Elm Resin\n\n## Recommendations\n\n### Elm Resin Inc. (2 Recommendations)\n\nOpen: 50%\n\n2003-03-I-NC-1\n\nInstall lamps in the yard.\n\nStatus: Closed - Acceptable Action\n\n2003-03-I-NC-2\n\nTrain all operators each year.\n",
          "2003-03-I-NC-1 <Install lamps in the yard.> @Elm Resin Inc.; 2003-03-I-NC-2 <Train all operators each year.> @Elm Resin Inc."},
         {"# Tracker\n\n- Areas for improvement\n  - Count the ladders each week.\n- Events in May\n",
          "<Count the ladders each week.>"},
         {"# Report on Elm\n\n## Glossary\n\nArea for improvement: something that the lodge should do better.\n", ""}},
        listed);
  }

  TEST_CASE("lists: capitals with a stop, a name over the request, an answer told below it, and by when") {
    check({{"Audit of Lamps\n\nNew recommendations\n\nWe recommend that the Bureau:\n\nA. Publish the time it takes to mend a lamp.\n   Management response: Agree\n\nB. Replace the oil.\n   Management response: Disagree. Oil is dear.\n",
            "A should <Publish the time it takes to mend a lamp.> @the Bureau; B should <Replace the oil.> @the Bureau"},
           {"# Report on Ports\n\n## Recommendation 1 - Target the ports with most need\n\nThe Commission should:\n\n(a) set a test for need;\n\n(b) publish it.\n\nTarget implementation date: end of 2003\n",
            "1 should <The Commission should:  (a) set a test for need;  (b) publish it.> @The Commission"},
           {"# Audit of Fuel\n\n## Recommendation 1\n\nThe Bureau should inspect the tanks.\n\nThe Bureau accepted recommendation 1 and stated that it would begin in May.\n", "1 should <The Bureau should inspect the tanks.> @The Bureau"},
           {"# Elm School\n\n## Next steps\n\nFor the good of all, priorities for further development are in:\n\n- teaching knots in winter\n- asking parents what they think\n", "<teaching knots in winter>; <asking parents what they think>"},
           {"Elm Gaol\n\nRECOMMENDATION 1\nMend the kitchen.\n\nAnnex\n\nRecommendation 1: Mend the kitchen.\nLevel of Acceptance: Supported in principle\n", "1 <Mend the kitchen.>; 1 <Mend the kitchen.> =r1"}}, listed);
  }

  TEST_CASE("lists: a table that answers, an answer to a committee, a duty of a name, and who is asked in the third person") {
    check({{"# Action plan for the death of a sailor\n\n| Rec No | Recommendation | Accepted / Not accepted |\n|---|---|---|\n| 1 | The warden should count the ropes each night. | Accepted |\n| 2 | The warden should keep a lamp. | Agreed |\n",
            "1 should <The warden should count the ropes each night.> @The warden; 2 should <The warden should keep a lamp.> @The warden"},
           {"# Progress\n\n| Recommendation | Status | Responsible |\n|---|---|---|\n| The warden should count the ropes each night. | Done | Warden |\n", ""},
           {"Government Response to the Lamps Committee\n\n3. The Board must publish what each lamp costs. (Paragraph 14)\n\nWe agree, and will do so in May.\n\n4. It is a pity that lamps fail. (Paragraph 15)\n\nWe note this.\n",
            "3 must <The Board must publish what each lamp costs.> @The Board"},
           {"# Engagement plan\n\n## What Lochan must do\n\nLochan must:\n\n- send us its plan by May\n- tell us of changes\n", "must <send us its plan by May> @Lochan !by May; must <tell us of changes> @Lochan"},
           {"# Delays of lamps\n\nSafety recommendation R/2003/220:\n\nThe Bureau recommends that the Lamps Agency sets a national limit to delays.\n", "R/2003/220 should <The Bureau recommends that the Lamps Agency sets a national limit to delays.> @the Lamps Agency"},
           {"# Audit of Lamps\n\n## Recommendations\n\n- The State Government may prepare a list of lamps.\n- Elm Council and the Harbour Board to agree who lights them.\n",
            "could <The State Government may prepare a list of lamps.> @The State Government; <Elm Council and the Harbour Board to agree who lights them.> @Elm Council and the Harbour Board"}}, listed);
  }

  TEST_CASE("lists: a heading in the type of the text begins a list or ends it, and letters may stand without a sign") {
    check(
        {{"<html><body><h1>Board at Elm Gaol</h1><p>3.2 Recommendations</p><p>The warden should mend the roof of the west wing.</p><p>3.3 Response to the last report</p><p>The showers were mended.</p></body></html>",
          "should <The warden should mend the roof of the west wing.> @The warden"},
         {"<html><body><h1>Audit of walls</h1><h2>Recommendations</h2><p>The Agency should:</p><p>a report each year on the cost of repairs;</p><p>b publish the results.</p></body></html>",
          "a should <report each year on the cost of repairs> @The Agency; b should <publish the results.> @The Agency"},
         {"<html><body><h1>Fall at Elm Pier</h1><h2>Recommendations</h2><p>2 The intent of this recommendation is light. Pier Hire Ltd should light the steps.</p></body></html>",
          "2 should <Pier Hire Ltd should light the steps.> @Pier Hire Ltd"}},
        listed);
  }

  TEST_CASE("lists: a report's paragraph numbers do not go on a list") {
    check(
        {{"# Inquiry\n\n## Recommendations\n\n1. The Board should mend the pier.\n2. The Board should paint the pier.\n\n6.17. The pier was built in 1911 and has been painted twice.\n",
          "1 should <The Board should mend the pier.> @The Board; 2 should <The Board should paint the pier.> @The Board"}},
        listed);
  }

  TEST_CASE("lists: who must act stands in the heading, a column, a bracket or the item; a thing cannot act") {
    check(
        {{"# Visit to Elm Lodge\n\n## What does the harbour board need to improve?\n\n- The minutes of its meetings in winter.\n",
          "<The minutes of its meetings in winter.> @the harbour board"},
         {"# Visit to Elm Lodge\n\n## Recommendations\n\n- The governor should open the yard on Sundays.\n- Care plans should be signed by two nurses.\n",
          "should <The governor should open the yard on Sundays.> @The governor; should <Care plans should be signed by two nurses.>"},
         {"# Visit to Elm Lodge\n\n## Recommendations\n\n- Meals should be hot when they reach the wing. (To the governor)\n",
          "should <Meals should be hot when they reach the wing.> @the governor"},
         {"# Visit to Elm Lodge\n\n## Areas for improvement\n\n| Responsible body | Area for improvement |\n|---|---|\n| Larkmoor Council | Leaders should publish the waiting times. |\n",
          "should <Leaders should publish the waiting times.> @Larkmoor Council"}},
        listed);
  }

  TEST_CASE("lists: priority is inherited from the heading over the heading") {
    check(
        {{"# Elm County Police\n\n## Cause of concern\n\nThe force loses calls at night.\n\n### Recommendations\n\n- Answer every call within ten seconds.\n\n## Areas for improvement\n\n- The upkeep of the cars.\n",
          "priority <Answer every call within ten seconds.>; <The upkeep of the cars.>"}},
        listed);
  }

  TEST_CASE("lists: headings that go on with the numbers after a lead-in are its items, whatever is said below each") {
    check(
        {{"# Answer on the ferries\n\nThe Ferry Office should:\n\n## 1. Publish the timetable of every pier.\n\nAccepted.\n\nIt hangs on the wall.\n\n## 2. Train the night crews.\n\nNot accepted.\n\n## Next steps\n\nWe meet in May.\n",
          "1 should <Publish the timetable of every pier.> @The Ferry Office; 2 should <Train the night crews.> @The Ferry Office"},
         {"# Report on the ferries\n\nThe Ferry Office should:\n\n## 1. The year so far\n\nIt rained.\n\n## 2. Train times\n\nThey are late.\n",
          ""}},
        listed);
  }

  TEST_CASE("lists: a table's findings, its regulation numbers and what is said about the list are no items") {
    check(
        {{"# Audit of Lamps\n\n## 2022/23 recommendations\n\n| Issue/risk | Recommendation | Agreed management action/timing |\n|---|---|---|\n| 1. Oil. Two lamps were dry. | The board should fill each lamp. | Accepted. May. |\n",
          "1 should <The board should fill each lamp.> @The board"},
         {"# Visit to Elm Lodge\n\n## Priority action notices\n\n| Regulation | Summary | Status |\n|---|---|---|\n| 21 | The warden must mend the gate. | New |\n",
          "priority must <The warden must mend the gate.> @The warden"},
         {"# Complaint about Larkmoor\n\n## Recommendations\n\n31. In making our recommendations, we have thought of what others should pay.\n\n32. The Council should refund the fee for the permit.\n\n33. The Council has accepted our recommendations.\n",
          "32 should <The Council should refund the fee for the permit.> @The Council"}},
        listed);
  }

  TEST_CASE("lists: findings, strengths, next steps, contents and 'there are none' are no items") {
    for (
        const std::string_view text :
        {"# Area visit\n\n## What does the area partnership need to do better?\n\n- Families wait too long for a first meeting.\n",
         "# Area visit\n\n## Areas for priority action\n\nThere are no areas for priority action.\n\n## Key strengths\n\n- Ensure and sustain: the motto of the team is lived by all.\n",
         "# Area visit\n\n## Next steps\n\n- Leaders should send their plan to the inspectorate.\n",
         "Contents\n\nRecommendations ............ 4\nWhat needs to improve ............ 5\n",
         "# Area visit\n\n## Recommendations\n\nNone.\n"}) {
      CAPTURE(text);
      CHECK(listed(read(text)).empty());
    }
  }

  TEST_CASE("lists: among conclusions only what asks is an item") {
    check(
        {{"# Committee on Piers\n\n## Conclusions and recommendations\n\n1. The piers are old and the islanders are patient people.\n\n2. We recommend that the Government mend the north pier before the winter.\n",
          "2 should <We recommend that the Government mend the north pier before the winter.> @the Government"}},
        listed);
  }

  TEST_CASE("lists: an item said again in the summary repeats the first") {
    const model::Record record = read(
        "# Audit of Lamps\n\n## Summary of recommendations\n\n1. The Board should test every lamp in the harbour twice a year.\n\n## Findings\n\nLamps fail.\n\n"
        "## Recommendations\n\n1. The Board should test every lamp in the harbour twice a year.\n");
    REQUIRE(record.facts.recommendations.size() == 2);
    CHECK(record.facts.recommendations[0].repeats.empty());
    CHECK(record.facts.recommendations[1].repeats == record.facts.recommendations[0].id);
  }

  TEST_CASE("grades: a table's columns name what is graded and what was graded before") {
    check({{"# Inspection of Holm\n\n| Judgement | Grade |\n|---|---|\n| The care of young seafarers | Good |\n| Overall effectiveness | Inadequate |\n",
            "The care of young seafarers: good; Overall effectiveness: inadequate"},
           {"# Inspection of Holm\n\n| Aspect | This inspection | Previous inspection |\n|---|---|---|\n| Care of boats | Good | Inadequate |\n", "Care of boats: good from inadequate"},
           {"# Inspection of Holm brigade\n\n| Good | Adequate | Inadequate |\n|---|---|---|\n| Sailing at night | Mending boats | |\n| | Paying crews | |\n", "Sailing at night: good; Mending boats: adequate; Paying crews: adequate"},
           {"# Inspection of Holm\n\n| Inspection date | Type | Inspection judgement |\n|---|---|---|\n| 24/01/2003 | Full | Good |\n", ""},
           {"Inspection of Holm\n\nQuality indicators        Evaluation\nThe care of boats         weak\nThe upkeep of the quay    very good\n", "The care of boats: weak; The upkeep of the quay: very good"},
           {"# Inspection of Holm\n\n| | Safe | Caring | Overall |\n|---|---|---|---|\n| Surgery | Good | Inadequate | Inadequate |\n", "Surgery: Safe: good; Surgery: Caring: inadequate; Surgery: inadequate"},
           {"Inspection of Holm\n\nRatings\n\nBoats for hire     Good\nMoorings           Inadequate\nSea rescue         Good\n", "Boats for hire: good; Moorings: inadequate; Sea rescue: good"},
           {"# Inspection of Holm\n\n| Quality of care | Good |\n| Previous inspection grade | Inadequate |\n",
           "Quality of care: good"},
           {"# Survey\n\n| Meal | View |\n|---|---|\n| Breakfast | Good |\n| Supper | Poor |\n", ""}}, grades);
  }

  TEST_CASE("grades: a report that prints its grades gives none in prose, and earlier ones are previous") {
    check(
        {{"# Inspection of Holm children's services\n\nInspection dates: 4 to 8 May 2020\n\n| Judgement | Grade |\n|---|---|\n| Overall effectiveness | Good |\n\nSocial work remains inadequate in the north team, which was judged to be good in 2015.\n\n"
          "## Previous inspection\n\n- Overall effectiveness: inadequate\n",
          "Overall effectiveness: good from inadequate"}},
        grades);
  }

  TEST_CASE("answers: labels, cells and prose answer the recommendation above or the one they name") {
    check(
        {{"# Government response to the Lamp Review\n\n## Recommendation 1\n\nThe Board should test each lamp.\n\nThe Government accepts this recommendation.\n\n## Recommendation 2\n\nThe Board should sell its yacht.\n\nRejected.\n",
          "1 accepted by The Government; 2 rejected"},
         {"The auditors wrote in May. Harbour officials partially concurred with our first recommendation and did not concur with our second recommendation.",
          "1 accepted_in_part by Harbour officials; 2 rejected"},
         {"# Answer to the Lamp Review\n\n| No | Book | Response |\n|---|---|---|\n| R1 | Fill each lamp | Agreed The board will buy oil. |\n| R2 | Sell the yacht | Not agreed. |\n| R3 | Paint the pier | Agreed wisdom is that it rots. |\n",
          ""},
         {"# Lamp Review\n\n## Recommendations\n\nR1 The board should fill each lamp.\nR2 The board should sell the yacht.\n\n## Management response\n\n| Ref | Recommendation | Response |\n|---|---|---|\n| R1 | Fill each lamp | Agreed The board will buy oil. |\n| R2 | Sell the yacht | Not agreed. |\n",
          "R1 accepted; R2 rejected"},
         {"The auditors wrote in May. They urged the board to accept the recommendations.", ""}},
        answers);
  }

  TEST_CASE("documents: fieldwork dates from the sentence that tells of it, with the letter's year") {
    const model::Record record = read(
        "3 August 2016\n\nDear partners\n\nJoint inspection of Larkmoor\n\nBetween 20 and 24 June, Ofsted and the Care Quality Commission undertook a joint inspection of services in Larkmoor.\n");
    CHECK(record.about.inspected_from == "2016-06-20");
    CHECK(record.about.inspected_to == "2016-06-24");
  }
}
