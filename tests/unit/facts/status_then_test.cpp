// Statements read from what an earlier look asked for or found, and how things stand now.
#include <doctest/doctest.h>

#include "support/statuses.hpp"

using muster::support::check_statuses;

TEST_SUITE("facts") {
  TEST_CASE("statuses: what an earlier look asked for or found is answered by how things stand, in the next sentence") {
    check_statuses({
        {"When we last called at the mill, it had no lamp. It has one now.", "met"},
        {"The coroner asked the mill for guards on all its wheels. There are still none.", "not_met"},
        {"The watchdog was scathing in 2015 about the state of the sluice. It has since been rebuilt.", "met"},
        {"The mill was told in 2019 to cut the hours of its hands. At 61 a week, they are longer than they were.",
         "not_met"},
        {"The inquiry's report called for 40 wardens. The county has found 18 of them.", "partly_met"},
        {"The inquiry asked the miller to explain the fire. He did not remember it.", ""},
        {"The inquiry asked for documents in May. The mill handed them over in June.", ""},
        {"The judge told the jury that the case had taken too long. It ended on Friday.", ""},
        {"When we last called at the mill, the hands were friendly. They have gone.", ""},
        {"In 2019 the commission recommended that the sluice be lit. This report does not revisit the sluice.", ""},
    });
  }

  TEST_CASE("statuses: a clause beside the main one may tell of then, and the rest of how it is now") {
    check_statuses({
        {"The rusty wheels that so dismayed the inspectors in 2014 have gone.", "met"},
        {"Contrary to what we recommended in 2011, sacks were still carried by hand.", "not_met"},
        {"The sluice has been moved upstream, in line with the Bureau's recommendation.", "met"},
        {"The mill is rewriting the rules that the commissioner wanted rewritten.", "in_progress"},
        {"Dust, of which the commission complained in 2010, has been reduced but not brought to an end.", "partly_met"},
        {"Although told to do so by two successive inspections, the miller has not written a plan for fires.",
         "not_met"},
        {"After two critical reports, the mill is still shut.", "not_met"},
        {"The miller keeps no log, although the 2018 inspection required one.", "not_met"},
        {"Lamps were now lit at dusk, which was not the case when we last inspected.", "met"},
        {"Lamps were now lit at dusk, which was not the case in the war.", ""},
        {"Crews still could not reach the library, as we reported last time.", "not_met"},
        {"Crews still could not reach the library, as we said to the mayor.", ""},
        {"The mill poured dye into the river in defiance of the enforcement notice.", "not_met"},
        {"The crew sailed in defiance of the storm.", ""},
        {"Millers are appointed on the advice of the guild.", ""},
        {"The mill, criticised by its guests, has been painted.", ""},
    });
  }

  TEST_CASE("statuses: what was raised earlier may stand in the sentence before") {
    check_statuses({
        {"Sacks blocked the only stair. We had raised this in 2015 and again in 2018.", "not_met"},
        {"Nobody owns the fire plan. We first recommended that somebody should in 2017.", "not_met"},
        {"Hands are kind to visitors. We had noted this in 2015.", ""},
    });
  }
}
