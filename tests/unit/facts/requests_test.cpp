// One sentence, or two, as journalists and inspectors of several countries write them: who asks, what a
// body promises, what is graded, and what only looks like it.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "muster/ingest/open.hpp"
#include "muster/pipeline/run.hpp"
#include "support/whole.hpp"

using namespace muster;
using support::reader;

namespace {

// "call by Joan Pell: ministers must …; graded leadership good"
std::string asked(std::string_view text) {
  std::string out;
  ingest::open_bytes(text, "test.txt", {}, {}, [&](ingest::Opened&& opened) {
    const model::Record record = reader().read(std::move(opened.source), {});
    const auto add = [&](const std::string& piece) { out += (out.empty() ? "" : "; ") + piece; };
    for (const auto& item : record.facts.recommendations)
      add(std::string(to_text(item.kind)) + (item.issuer.empty() ? "" : " by " + item.issuer) + ": " +
          record.document.text.string(item.text));
    for (const auto& judgement : record.facts.judgements)
      add("graded " + judgement.area + " " + judgement.grade +
          (judgement.previous.empty() ? "" : " from " + judgement.previous));
    return false;
  });
  return out;
}

struct Row { std::string_view text, facts; };

}  // namespace

TEST_SUITE("facts") {
  TEST_CASE("requests: inspectors, ombudsmen, auditors and coroners recommend") {
    const std::vector<Row> rows = {
        {"Ofsted inspectors said the academy trust must publish its exclusion figures every term.",
        "recommendation by Ofsted: the academy trust must publish its exclusion figures every term"},
        {"HIQA inspectors visited twice. HIQA said the provider should replace the fire doors before Christmas.",
        "recommendation by HIQA: the provider should replace the fire doors before Christmas"},
        {"The Ombudsman of Victoria tabled her report on Tuesday. She said the department must stop using spit hoods.",
        "recommendation by Ombudsman: the department must stop using spit hoods"},
        {"In New Zealand the Health and Disability Commissioner recommended that the clinic apologise to the family.",
        "recommendation by HDC: apologise to the family"},
        {"The auditor general of Ontario said the ministry should track how long patients wait for a bed.",
        "recommendation by auditor general: the ministry should track how long patients wait for a bed"},
        {"The inspector general recommended that the agency verify eligibility before it pays.",
        "recommendation by OIG: verify eligibility before it pays"},
        {"The coroner told the council that it must resurface the junction within three months.",
        "recommendation by The coroner: it must resurface the junction within three months"},
        {"The regulator's notice requires the operator to keep a nurse on site at night.",
        "recommendation by The regulator: keep a nurse on site at night"},
        {"The federal monitor said the sheriff needs to train deputies before they are sent to the jail, a review of the decree shows.",
         "recommendation by The federal monitor: the sheriff needs to train deputies before they are sent to the jail"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(asked(row.text) == row.facts);
    }
  }

  TEST_CASE("requests: unions, campaigners and politicians call; bodies promise") {
    const std::vector<Row> rows = {
        {"After the inspectors' report the teachers' union urged the county council to hire 30 classroom assistants.",
         "call by the teachers' union: hire 30 classroom assistants"},
        {"Families want change after the inquiry report. Campaigner Joan Pell said ministers must set up a redress scheme.",
         "call by Joan Pell: ministers must set up a redress scheme"},
        {"The inspection report was grim. Health Secretary Ruth Mayne said the department would fund 200 extra midwives.",
         "commitment by Ruth Mayne: the department would fund 200 extra midwives"},
        {"Inspectors and auditors agree. The board agreed that the hospital would review every death.",
         "commitment by The board: the hospital would review every death"},
        {"The inspection ended in March. The force will recruit 45 detectives after the inspectors' report.",
         "commitment by The force: The force will recruit 45 detectives after the inspectors' report"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(asked(row.text) == row.facts);
    }
  }

  TEST_CASE("requests: plans of inspectors, forecasts, advice, laws and hearsay ask nothing") {
    const std::vector<std::string_view> rows = {
        "Inspectors will review the home again in the spring, the regulator said.",
        "The council said it would have recruited more staff if inspectors had given it time.",
        "The sale of the old asylum will be held on Friday, the council said after the inspection.",
        "Ofsted inspectors should arrive at nine, the head teacher said.",
        "The minister said the inquiry would publish its report in June.",
        "Residents should contact the council if they want a copy of the inspectors' report.",
        "You should read the inspectors' report before you choose a school.",
        "The audit asked whether the police should carry body cameras.",
        "The team must score twice to go through, the manager said after the inspection of the pitch.",
        "The law says that councils must inspect play areas every year.",
        "Inspectors were told that staff must wear badges.",
        "The school should be proud of its results, inspectors said.",
    };
    for (const std::string_view row : rows) {
      CAPTURE(row);
      CHECK(asked(row) == "");
    }
  }

  TEST_CASE("grades: each area of a sentence, the present grade and the one before") {
    const std::vector<Row> rows = {
        {"Ofsted inspectors rated the nursery outstanding for behaviour and good for leadership.",
         "graded behaviour outstanding; graded leadership good"},
        {"The care home slipped from good to inadequate in a year, CQC inspectors said.",
         "graded The care home inadequate from good"},
        {"The centre was not compliant with three of the nine regulations that inspectors looked at.",
         "graded regulations not compliant"},
        {"Mersea Primary continues to be a good school, Ofsted inspectors wrote.", "graded Mersea Primary good"},
        {"The hospital in Ohio was rated two out of five stars by Medicare inspectors.",
         "graded The hospital in Ohio two out of five stars"},
        {"Inspectors said outcomes for prisoners were reasonably good for respect but poor for purposeful activity.",
         "graded respect reasonably good; graded purposeful activity poor"},
        {"The college, which was judged outstanding in 2012, is now inadequate, Ofsted inspectors found.",
         "graded The college inadequate"},
        {"The service was judged inadequate for safety and requires improvement for leadership, the inspectorate said.",
         "graded safety inadequate; graded leadership requires improvement"},
        {"The audit found that the agency has made limited progress in cutting its backlog of licences.",
         "graded cutting its backlog of licences limited progress"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(asked(row.text) == row.facts);
    }
  }

  TEST_CASE("grades: earlier ones, hopes, visitors' opinions and pupils' progress are none") {
    const std::vector<std::string_view> rows = {
        "Inspectors said the school was judged good at its last inspection.",
        "Visitors rated the castle excellent, the inspectors' tea room too.",
        "The school could be rated good by inspectors next year.",
        "Pupils continue to make good progress, Ofsted inspectors said.",
        "Inspectors wrote that behaviour remains good and that the food is good.",
    };
    for (const std::string_view row : rows) {
      CAPTURE(row);
      CHECK(asked(row) == "");
    }
  }

  TEST_CASE("requests: what has a day is promised, and a pronoun is whom the sentence before is about") {
    const std::vector<Row> rows = {
        {"The inspectors' report and the audit are out. Fire Chief Ann Boyd told councillors that she agreed. She said a "
         "second boat would be bought by June.",
         "commitment by Ann Boyd: a second boat would be bought by June"},
        {"The inspectors' report and the audit are out. Fire Chief Ann Boyd told councillors that she agreed. She said a "
         "second boat would be nice.",
         ""},
        {"The auditors' report and the inspection are out. \"We will have 40 pilots in post by the summer,\" the port's "
         "chief executive said.",
         "commitment by chief executive: We will have 40 pilots in post by the summer"},
        {"At the end of the inquest, assistant coroner Gaius Fenn found neglect. Mr Fenn said the port should fence its "
         "quay.",
         "recommendation by Mr Fenn: the port should fence its quay"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(asked(row.text) == row.facts);
    }
  }

  TEST_CASE("requests: whoever agrees with a look answers for what was looked at") {
    const std::vector<Row> rows = {
        {"Auditor Ann Pell said the audit of the port found failings. In a reply, Commissioner Tom Reeve disputed the "
         "method. He said that tugs are inspected and that his crews will begin night checks in May.",
         "commitment by Tom Reeve: his crews will begin night checks in May"},
        {"Auditor Ann Pell said the audit of the port found failings. In a reply, Commissioner Tom Reeve visited the "
         "office. She said her staff will begin a second audit in May.",
         ""},
        {"The inspector general found failings in the audit. Director Ann Cole concurred, and said the new locks would "
         "be fitted in May.",
         "commitment by Ann Cole: the new locks would be fitted in May"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(asked(row.text) == row.facts);
    }
  }

  TEST_CASE("requests: also carries a request over to the next paragraph") {
    const std::vector<Row> rows = {
        {"The inspectorate's report is out.\n\nThe port must mend its cranes, the inspectorate says.\n\nIt should also "
         "review its night rota.",
         "recommendation by the inspectorate: The port must mend its cranes; recommendation by the inspectorate: It should "
         "also review its night rota."},
        {"The inspectorate's report is out.\n\nThe port must mend its cranes, the inspectorate says.\n\nIt should be a "
         "dry week for sailors.",
         "recommendation by the inspectorate: The port must mend its cranes"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(asked(row.text) == row.facts);
    }
  }

  TEST_CASE("requests: a promise may follow a clause with a subject of its own") {
    const std::vector<Row> rows = {
        {"The inspectors' report found failings. \"We know where we fall short and we will be hiring two pilots this "
         "autumn,\" the port's chief executive said.",
         "commitment by chief executive: we will be hiring two pilots this autumn"},
        {"The inspectors' report found failings. \"We know where we will be next autumn,\" the port's chief executive "
         "said.",
         ""},
        {"The inspectors' report found failings. The port's director, Ann Cole, met the crews. She promised to publish the "
         "rota by June.",
         "commitment by Ann Cole: She promised to publish the rota by June"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(asked(row.text) == row.facts);
    }
  }

  TEST_CASE("requests: visits are asked of ministers, and nothing of visitors to a site") {
    const std::vector<Row> rows = {
        {"The inspectors' report found failings at the jail. Opposition spokesman Tom Reeve said the minister should visit "
         "the wing.",
         "call by Tom Reeve: the minister should visit the wing"},
        {"The inspectors' report found failings at the jail. Opposition spokesman Tom Reeve said families should visit "
         "the league's website.",
         ""},
        {"The auditor's review of the jail is out. The audit office did suggest that the jail review its rota.",
         "recommendation by The audit office: review its rota"},
        {"The auditor's review of the jail is out. The audit office did not suggest that the jail review its rota.", ""},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(asked(row.text) == row.facts);
    }
  }

  TEST_CASE("requests: who led the review recommends, and what follows a count of requests is one") {
    const std::vector<Row> rows = {
        {"The review of the port, led by retired pilot Ann Cole, found failings. Ms Cole praised the crews. She said the "
         "port should fence its quay.",
         "recommendation by Ann Cole: the port should fence its quay"},
        {"The review of the port found failings. The choir is led by retired pilot Ann Cole. She said the port should fence "
         "its quay.",
         ""},
        {"Inspectors found failings at the port. The inspectorate gave the port two requirements. By next May, it should have a plan for its cranes.",
         "recommendation by inspectors: By next May, it should have a plan for its cranes."},
        {"The port met the inspectorate's two requirements. By next May, it should have a calm season.", ""},
        {"The audit of the quay found failings. The auditors suggested that owners consider fitting rails.",
         "recommendation by The auditors: consider fitting rails"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(asked(row.text) == row.facts);
    }
  }

  TEST_CASE("requests: of an earlier look, of a rule, or in a frame of mind are none") {
    const std::vector<std::string_view> rows = {
        "The inspectors' report on the port is out. At the last inspection, managers were asked to fence the quay.",
        "The inspectors' report on the port is out. The earlier report also asked the port to fence its quay.",
        "The inspectors' report on the port found failings. The port's chief executive said that he was determined to put "
        "things right.",
        "The inspectors' report on the port found failings. A state code says the crews should be no larger than nine.",
    };
    for (const std::string_view row : rows) {
      CAPTURE(row);
      CHECK(asked(row) == "");
    }
    CHECK(asked("The inspectors' report on the port is out. The report also asks the port to fence its quay.") ==
          "recommendation by The inspectors: fence its quay");
  }

  TEST_CASE("requests: of them, and promises in short forms") {
    const std::vector<Row> rows = {
        {"The inspectors' report on the port found failings. \"They need to repair the cranes before winter,\" the crane "
         "drivers' union president, Ann Hale, said.",
         "call by Ann Hale: They need to repair the cranes before winter"},
        {"The inspectors' report on the port found failings. \"They need to sleep,\" the crane drivers' union president, "
         "Ann Hale, said.",
         ""},
        {"The inspectors' report on the port found failings. Port director Tom Reeve said two firms bid and that he'd hire "
         "one next month.",
         "commitment by Tom Reeve: he'd hire one next month"},
        {"The inspectors' report on the port found failings. Port director Tom Reeve said two firms bid and that he'd been "
         "hired last month.",
         ""},
        {"The inspectors' report on the port found failings. Port director Tom Reeve said that weekly checks would resume "
         "in May.",
         "commitment by Tom Reeve: weekly checks would resume in May"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(asked(row.text) == row.facts);
    }
  }
}
