#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "facts/printed_dates.hpp"
#include "muster/facts/make.hpp"
#include "muster/packs/load.hpp"
#include "muster/text/layers.hpp"
#include "support/reading.hpp"

using namespace muster;
using model::BlockKind;

namespace {

model::About about(const std::vector<std::pair<BlockKind, std::string>>& texts) {
  static const model::Vocab vocab = packs::load_embedded(false).set.vocab;
  static const text::Lexicon lexicon(vocab);
  static const facts::Lexicon words(vocab);
  support::Sentences made = support::blocks(texts);
  text::mark_languages(made.document, lexicon);
  made.layers = text::read_layers(made.document, lexicon);
  const std::vector<model::Match> matches;
  return facts::describe({made.document, made.layers, vocab, matches, words}, {});
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

}  // namespace

TEST_SUITE("facts") {
  TEST_CASE("describe: printed dates and periods in the forms of several countries") {
    const struct { std::string text, from, to; } rows[] = {
        {"Saturday, July 04, 2009", "2009-07-04", "2009-07-04"}, {"4th of May 2011", "2011-05-04", "2011-05-04"},
        {"2013-11-13", "2013-11-13", "2013-11-13"},              {"06-16-2013", "2013-06-16", "2013-06-16"},
        {"16/06/2013", "2013-06-16", "2013-06-16"},              {"13 to 24 February 2023", "2023-02-13", "2023-02-24"},
        {"30 September - 22 October 2014", "2014-09-30", "2014-10-22"}, {"June 3-7, 2013", "2013-06-03", "2013-06-07"},
        {"A-01-02-00345", "", ""},                               {"in May 2014", "", ""},
    };
    for (const auto& row : rows) {
      CAPTURE(row.text);
      const auto date = facts::find_date(row.text);
      CHECK((date ? date->from : std::string()) == row.from);
      CHECK((date ? date->to : std::string()) == row.to);
    }
  }

  TEST_CASE("describe: an inspection report gives its dates, its lead inspector and whom it inspected") {
    const model::About made = about(
        {{BlockKind::title, "Inspection of Rochdale children's services"},
         {BlockKind::paragraph, "Inspection dates: 4 to 8 March 2019"},
         {BlockKind::paragraph, "Lead inspector: Helen Ashby, Her Majesty's Inspector"},
         {BlockKind::paragraph, "Ofsted inspected the services that the council gives to the children of the town."}});
    CHECK(made.kind == "inspection_report");
    CHECK(made.title == "Inspection of Rochdale children's services");
    CHECK(joined(made.inspectorates) == "Ofsted");
    CHECK(made.body == "Rochdale");
    CHECK(made.inspected_from == "2019-03-04");
    CHECK(made.inspected_to == "2019-03-08");
    CHECK(made.lead_inspector == "Helen Ashby");
    CHECK(made.published.empty());
  }

  TEST_CASE("describe: news names those whose findings it reports, and its dateline") {
    const model::About made =
        about({{BlockKind::paragraph, "Monday, 7 March 2016"},
               {BlockKind::title, "Hospital short of nurses"},
               {BlockKind::paragraph,
                "The hospital did not have the nurses that it needs, a report by the Care Quality Commission said."},
               {BlockKind::paragraph, "\"We are working on this with all of our staff,\" the trust said."}});
    CHECK(made.kind == "news");
    CHECK(made.published == "2016-03-07");
    CHECK(joined(made.inspectorates) == "CQC");
    CHECK(made.body.empty());
  }

  TEST_CASE("describe: letters, responses and essays are told by how they open and close") {
    CHECK(about({{BlockKind::paragraph, "Dear Ms Ashby"}, {BlockKind::paragraph,
        "This letter is on the visit of Estyn to the school in June."}}).kind == "letter");
    CHECK(about({{BlockKind::title, "Government response to the report on prisons"}, {BlockKind::paragraph,
        "The government accepts this."}}).kind == "response");
    CHECK(about({{BlockKind::title, "Why reviews fail"}, {BlockKind::paragraph, "This essay asks why they do."},
        {BlockKind::heading, "References"}}).kind == "essay");
  }
}
