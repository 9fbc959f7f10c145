// Whose a staffing figure is, where it holds and when.
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

// "group, place, when" of each figure; "-" for none.
std::string words_in(std::string_view text) {
  std::string out;
  const auto said = [](const std::string& word) { return word.empty() ? std::string("-") : word; };
  ingest::open_bytes(text, "test.txt", {}, {}, [&](ingest::Opened&& opened) {
    const model::Record record = reader().read(std::move(opened.source), {});
    for (const model::Staffing& fact : record.facts.staffing)
      if (fact.low)
        out += (out.empty() ? "" : "; ") + said(fact.group) + ", " + said(fact.place) + ", " + said(fact.when);
    return false;
  });
  return out;
}

struct Row { std::string_view text, says; };

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(words_in(row.text) == row.says);
  }
}

}  // namespace

TEST_SUITE("facts") {
  TEST_CASE("A figure about staff: where") {
    check({
        {"The vacancy rate in Leven was 12%.", "-, Leven, -"},
        {"The vacancy rate in Leven has fallen from 12% to 9%.", "-, Leven, -; -, Leven, -"},
        {"On Ward 7 the fill rate for nurses was 61%.", "nurses, Ward 7, -"},
        {"In the eastern zone, 52 per cent of officer posts were vacant.", "officer, the eastern zone, -"},
        {"A specialist team of four detectives was set up.", "detectives, specialist team, -"},
        {"The custody team consisted of two nurses.", "nurses, custody team, -"},
        {"Eight support workers are placed in four family teams.", "support workers, four family teams, -"},
        {"Vacancies in further strengthening the service stood at 12%.", "-, -, -"},
        {"The Night Duty Team (NDT) is well run. The work is supported by ten relief workers.",
         "relief workers, Night Duty Team (NDT), -"},
        {"The Outer Isles team (OIT) has nine paramedics.", "paramedics, Outer Isles team (OIT), -"},
    });
  }

  TEST_CASE("A figure about staff: when and whose") {
    check({
        {"There were 46 leavers in six months.", "-, -, in six months"},
        {"Staff turnover for the year was 19%.", "Staff, -, for the year"},
        {"Over the 14 months before our visit the trust made 31 permanent appointments.",
         "permanent appointments, -, the 14 months before our visit"},
        {"The vacancy rate in 2014-2015 was 9%.", "-, -, 2014-2015"},
        {"Training compliance was 71% for medical staff and 89% for nursing staff.",
         "medical staff, -, -; nursing staff, -, -"},
    });
  }

  TEST_CASE("What respectively gives to each figure") {
    check({
        {"Vacancy rates in the northern and southern divisions were 11% and 17% respectively.",
         "-, northern, -; -, southern divisions, -"},
        {"Turnover among nurses, porters and cooks was 9%, 14% and 21% respectively.",
         "nurses, -, -; porters, -, -; cooks, -, -"},
        {"Sickness in the court and children in need teams was 4% and 8% respectively.",
         "-, court, -; -, children in need teams, -"},
    });
  }

  TEST_CASE("Lists and labels say where a figure holds") {
    check({
        {"Vacancy rates by region were: North 12%, South 8%, West 17%.", "-, North, -; -, South, -; -, West, -"},
        {"Vacancies stood at 12% in Elder Ward, 20% in Birch Ward and 31% in Aspen Ward.",
         "-, Elder Ward, -; -, Birch Ward, -; -, Aspen Ward, -"},
        {"Visitors spoke well of the Sorrel Unit. Its rooms are bright. A third of nurses there had qualified within the last year.",
         "nurses, the Sorrel Unit, within the last year"},
        {"The capacity of the night team has grown by the addition of two new nurses.", "nurses, the night team, -"},
    });
  }

  TEST_CASE("Each figure of a list has its own group and the time that the sentence begins with") {
    check({
        {"The fill rate for registered nurses was 81%, and for healthcare assistants 112%.",
         "registered nurses, -, -; healthcare assistants, -, -"},
        {"In May the depot trained 40 signallers and 12 controllers.", "signallers, -, May; controllers, -, May"},
        {"With average caseloads of 16, probation officers have the time to see people.", "probation officers, -, -"},
        {"Some 40% of the workforce is made up of agency workers.", "agency workers, -, -"},
    });
  }

  TEST_CASE("A name may hold a verb's word, and a fund is no place") {
    check({
        {"The Torrin Support Service includes a nurse. The Leven Relief Fund pays for two additional cooks.",
         "cooks, Torrin Support Service, -"},
        {"At Corran, 9 of 41 nurses had left; sickness was 8%.", "nurses, Corran, -; nurses, Corran, -; nurses, Corran, -"},
        {"The ministry expects the county to do better.", ""},
    });
  }
}
