// Whole small texts through the real stages: what is asked, how far earlier requests got, what was graded.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "muster/ingest/open.hpp"
#include "muster/pipeline/run.hpp"
#include "support/whole.hpp"

using namespace muster;
using support::read;

namespace {

std::string number(double value) { return std::to_string(static_cast<int>(value)); }

// "R call <text>; S met 3/5; T 5 ok; J good" in the order of the record
std::string notation(const model::Record& record) {
  std::string out;
  const auto add = [&](const std::string& piece) { out += (out.empty() ? "" : "; ") + piece; };
  for (const auto& item : record.facts.recommendations)
    add("R " + std::string(to_text(item.kind)) + " <" + record.document.text.string(item.text) + ">" +
        (item.number.empty() ? "" : " #" + item.number));
  for (const auto& status : record.facts.statuses)
    add("S " + std::string(to_text(status.status)) + (status.count ? " " + number(*status.count) : "") +
        (status.of ? "/" + number(*status.of) : "") +
        (status.share == model::Share::none_given ? "" : " " + std::string(to_text(status.share))));
  for (const auto& tally : record.facts.tallies)
    add("T " + number(tally.accounted) + "/" + (tally.made ? number(*tally.made) : "?") +
        (!tally.consistent   ? " ?"
         : *tally.consistent ? " ok"
                             : " short"));
  for (const auto& judgement : record.facts.judgements)
    add("J " + judgement.grade + (judgement.previous.empty() ? "" : " from " + judgement.previous));
  return out;
}

struct Row { std::string_view text, facts; };

}  // namespace

TEST_SUITE("facts") {
  TEST_CASE("requests: who asks makes it a recommendation, a call or a commitment") {
    const std::vector<Row> rows = {
        {"The coroner said the ferry company must check its lifejackets every spring.",
         "R recommendation <the ferry company must check its lifejackets every spring>"},
        {"We recommended that the Bureau (1) repay $40,000 to the fund, (2) keep its receipts and (3) train its clerks.",
         "R recommendation <repay $40,000 to the fund> #1; R recommendation <keep its receipts> #2; R recommendation <train its clerks> #3"},
        {"The inspection report shocked the town. The firefighters' union called on the mayor to reopen the station.",
         "R call <reopen the station>"},
        {"Inspectors found failings and auditors agreed. The council has promised to replace the alarms by June.",
         "R commitment <replace the alarms by June>"},
        {"Recommendations\n\n1. Publish the waiting list every month.\n2. Replace the two broken scanners.\n",
         "R recommendation <Publish the waiting list every month.> #1; R recommendation <Replace the two broken scanners.> #2"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(notation(read(row.text)) == row.facts);
    }
  }

  TEST_CASE("requests: a verb of asking takes whom, a clause, a deed or a thing") {
    const std::string_view told = "The inspectors' report and the audit are out. ";
    const std::vector<Row> rows = {
        {"The regulator is pressing ferry firms to fit new valves.", "R recommendation <fit new valves>"},
        {"The auditor suggested that the yard hire a clerk.", "R recommendation <hire a clerk>"},
        {"Auditors propose closing the old pier.", "R recommendation <closing the old pier>"},
        {"The guild is pushing for a ban on night watches and called on the port to hire six pilots.",
         "R call <a ban on night watches>; R call <hire six pilots>"},
        {"Families want a public inquiry into the sinking.", "R call <a public inquiry into the sinking>"},
        {"It said the yard should build two rafts and train its crews.",
         "R recommendation <the yard should build two rafts and train its crews>"},
        {"The ombudsman said Friday that the port should publish its logs. The harbour office should keep them in ink.",
         "R recommendation <the port should publish its logs>; R recommendation <The harbour office should keep them in ink.>"},
        {"Ann Cole, head of the inquiry, spoke for an hour. Cole recommended the port replace its lamps.",
         "R recommendation <replace its lamps>"},
        {"Under the notice, the yard must repair its crane.",
         "R recommendation <Under the notice, the yard must repair its crane.>"},
        {"It recommended that the yard hire a clerk, train its crews and publish its logs each May.",
         "R recommendation <hire a clerk, train its crews and publish its logs each May>"},
        {"The auditor recommended that buoys be lit, that wharves be swept and that rafts be counted.",
         "R recommendation <buoys be lit>; R recommendation <wharves be swept>; R recommendation <rafts be counted>"},
        {"Stronger locks on the sheds are needed, the ombudsman said.",
         "R recommendation <Stronger locks on the sheds are needed>"},
        // what the body says that it will do
        {"The yard's director, Ann Cole, said the yard would begin the repairs on 1 July.",
         "R commitment <the yard would begin the repairs on 1 July>"},
        {"Dan Reid, the port's chief executive, agreed. \"We will hire six pilots,\" Reid said.",
         "R commitment <We will hire six pilots>"},
        {"The council plans to hire six pilots.", "R commitment <The council plans to hire six pilots>"},
        {"Harbour director Dan Reid said that new lamps would be fitted by May.",
         "R commitment <new lamps would be fitted by May>"},
        {"The port does not plan to hire pilots.", ""},
        {"Harbour director Dan Reid said that the report would be discussed in May.", ""},
        {"We told the yard to mend its crane. This had not been done.", "S not_met"},
        // a witness, the public, a forecast, a denial, a noun, a refusal
        {"The inquiry asked the mate to describe the night.", ""},
        {"The regulator advised passengers to keep away.", ""},
        {"Inspectors expect the number of sinkings to rise.", ""},
        {"The guild never called for the captain to go.", ""},
        {"The port has had many calls for better lamps.", ""},
        {"The panel could recommend a new lamp.", ""},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(notation(read(std::string(told) + std::string(row.text))) == row.facts);
    }
  }

  TEST_CASE("requests: words that go on in quotation marks are one request with the words before the marks") {
    const std::vector<Row> rows = {
        {"The coroner said the ferry company \u201Cmust check its rafts\u201D every spring.",
         "R recommendation <the ferry company \u201Cmust check its rafts\u201D every spring>"},
        {"Inspectors said there \u201Cmust be two guards on each landing\u201D at night.",
         "R recommendation <there \u201Cmust be two guards on each landing\u201D at night>"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(notation(read(row.text)) == row.facts);
    }
  }

  TEST_CASE("requests: the subject right before the asking asks, whoever the sentence began with") {
    const auto issuer = [](std::string_view text) {
      const model::Record record = read(text);
      return record.facts.recommendations.empty() ? std::string("nothing")
                                                  : record.facts.recommendations.front().issuer;
    };
    CHECK(issuer("The inquiry's report is out. The ministry praised it, but the drivers' guild is calling for a new signal box.") == "the drivers' guild");
    CHECK(issuer("The inquiry's report is out. Ann Hale, who has called for a ban on night sailings, met the families.") == "Ann Hale");
    CHECK(issuer("An inquest sat in May. In her letter the area coroner for Wick Ann Hale said: \u201CThe ferry company must act.\u201D") == "Ann Hale");
  }

  TEST_CASE("requests: what only looks like asking makes no fact") {
    const std::vector<std::string_view> rows = {
        "Inspectors counted the pupils who should be in school but are not.",
        "The audit says that the Act requires that keepers must hold a licence.",
        "Should the inspectors return, the manager will be ready.",
        "The inquiry did not recommend that the bridge be closed.",
        "The review should have been finished in May, the auditor said.",
        "Why must inspectors always write such long reports?",
        "Visitors must sign in at the desk. Dogs should be kept on a lead.",
        "The keeper must save that, said the coach after the match.",
        "The ombudsman rejected calls for a second inquiry.",
        "Ministers denied that the prison should be shut.",
        "The driver should hand himself in, Inspector Dee said.",
    };
    for (const std::string_view row : rows) {
      CAPTURE(row);
      CHECK(notation(read(row)) == "");
    }
  }

  TEST_CASE("statuses: verdict, count, share and the sums they make") {
    const std::vector<Row> rows = {
        {"The inspectorate made four recommendations to the jail. It said it had met three and had \"almost met\" one.",
         "S met 3/4; S almost_met 1/4; T 4/4 ok"},
        {"Of the 12 recommendations made in 2016, five had been fully implemented, four were in progress and one had been withdrawn.",
         "S met 5/12; S in_progress 4/12; S superseded 1/12; T 10/12 short"},
        {"All of the requirements made at the previous inspection have been met.", "S met all"},
        {"The majority of recommendations from the last visit have not been addressed.", "S not_met majority"},
        {"None of the coroner's recommendations has been implemented.", "S not_met none"},
        {"Not all of the audit recommendations have been fully addressed.", "S partly_met"},
        {"The harbour board has substantially implemented the recommendations of the 2011 inquiry.", "S almost_met"},
        {"Recommendations from the earlier review are being implemented.", "S in_progress"},
        {"Weak night cover was identified as a concern at the last inspection. This has not been resolved.",
         "S not_met"},
        {"The lifeboat service failed to act on the recommendations of the last review.", "S not_met"},
        {"Two of the 2010 recommendations are no longer relevant.", "S superseded 2"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(notation(read(row.text)) == row.facts);
    }
  }

  TEST_CASE("statuses: plans, needs, targets and answers are none") {
    const std::vector<std::string_view> rows = {
        "The recommendations will be implemented next year.",
        "The hospital plans to implement the recommendations of the inquiry.",
        "Residents' needs are met well and the targets were met.",
        "The department concurred with the recommendations and described work that is under way.",
        "If the recommendations are implemented in full, delays will fall.",
        "Have the recommendations of the inquiry been implemented?",
        "The bridge has been completed. Its cost has not been met by the tolls.",
        "The minister met families after the inquiry's report.",
        "A new rota has been implemented following the inspection.",
    };
    for (const std::string_view row : rows) {
      CAPTURE(row);
      CHECK(notation(read(row)) == "");
    }
  }

  TEST_CASE("requests: what a report said was needed is asked, what people needed is none") {
    const std::vector<Row> rows = {
        {"The audit is out. The watchdog's report said the ferry board needed to publish its rota.",
         "R recommendation <the ferry board needed to publish its rota>"},
        {"The audit is out. The watchdog's report said residents needed to use the back stairs.", ""},
        {"The audit of the ferries is out. The board needed to publish its rota.", ""},
        {"The coroner, Ann Dow, said: \"The backlog is a disgrace and this must change.\"",
         "R recommendation <The backlog is a disgrace and this must change.>"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(notation(read(row.text)) == row.facts);
    }
  }

  TEST_CASE("judgements: the place is graded, not its people, and a count of places is no grade") {
    const std::vector<Row> rows = {
        {"Ofsted inspectors came in May. Leaders at Alder College were praised as it retained its good rating.",
         "J good"},
        {"Ofsted inspectors came in May. A quarter of departments are rated inadequate.", ""},
        {"The hospital fell from an overall \"good\" to \"inadequate\", the inspectors of the CQC say.",
         "J inadequate from good"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(notation(read(row.text)) == row.facts);
    }
  }

  TEST_CASE("judgements: grades, progress and set phrases") {
    const std::vector<Row> rows = {
        {"Rowan House was rated inadequate by the Care Quality Commission.", "J inadequate"},
        {"The college was judged good, up from requires improvement.", "J good from requires improvement"},
        {"Inspectors say the service has made limited progress in mending its vans.", "J limited progress"},
        {"The prison has made insufficient progress since spring, inspectors said.", "J insufficient progress"},
        {"A visit to Larch School\n\nOverall effectiveness: Good\n\nThe leaders of the school know it well.", "J good"},
        {"The trust was placed in special measures.", "J special measures"},
        {"Pupils have made good progress in reading.", ""},
        {"The home could be rated good next year.", ""},
        {"A third of homes were rated inadequate.", ""},
        {"The soup was rated good by diners.", ""},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(notation(read(row.text)) == row.facts);
    }
  }
}
