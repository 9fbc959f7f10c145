#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "muster/packs/load.hpp"
#include "support/reading.hpp"
#include "text/lexicon.hpp"
#include "text/steps.hpp"

using namespace muster;

namespace {

const text::Lexicon& lexicon() {
  static const text::Lexicon made(packs::load_embedded(false).set.vocab);
  return made;
}

// "inspectorate:CQC body:~council": kind and canonical name, ~ before a generic one.
std::string names_in(const std::vector<std::string>& texts) {
  support::Sentences made = support::sentences(texts);
  text::find_names(made.document, lexicon().lists(), made.layers);
  std::string out;
  for (const model::Name& name : made.layers.names) {
    if (!out.empty()) out += " | ";
    out += std::string(model::to_text(name.kind)) + ":" + (name.generic ? "~" : "") + name.canonical;
  }
  return out;
}

struct Row { std::string text, names; };

}  // namespace

TEST_SUITE("text") {
  TEST_CASE("names: gazetteers give the short name of inspectorates in all their spellings") {
    const Row rows[] = {
        {"The Care Quality Commission (CQC) visited.", "inspectorate:CQC | inspectorate:CQC"},
        {"A visit by Her Majesty\u2019s Inspectorate of Probation was due.", "inspectorate:HMI Probation"},
        {"HMICFRS and Estyn agreed.", "inspectorate:HMICFRS | inspectorate:Estyn"},
        {"The Office of Inspector General audited it.", "inspectorate:OIG"},
        {"Inspectors came back.", "inspectorate:~inspectors"},
        {"They monitor it daily.", ""},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(names_in({row.text}) == row.names);
    }
  }

  TEST_CASE("names: bodies, persons, places and laws by their shape") {
    const Row rows[] = {
        {"Staff at Northgate Valley NHS Foundation Trust left.", "body:Northgate Valley NHS Foundation Trust"},
        {"Oakmere Borough Council and Fellside County Council agreed.",
         "body:Oakmere Borough Council | body:Fellside County Council"},
        {"It was run by the University of Oakmere.", "body:University of Oakmere"},
        {"The Tarrant Inquiry sat in Leeds.", "inspectorate:Tarrant Inquiry | place:Leeds"},
        {"Mr Carrow and Helen Ashby-Dunn resigned.", "person:Mr Carrow | person:Helen Ashby-Dunn"},
        {"Clinics at St Bede\u2019s, Haringey, were short.", "place:St Bede\u2019s, Haringey"},
        {"Schools in Leeds, Bradford and York closed.", "body:~schools | place:Leeds | place:Bradford | place:York"},
        {"Under the Children Act 2004 it must.", "law:Children Act 2004"},
        {"HMP Stonefield is full.", "body:HMP Stonefield"},
        {"Reading is taught well.", ""},
        {"In March they met.", ""},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(names_in({row.text}) == row.names);
    }
  }

  TEST_CASE("names: a surname alone is the person named before") {
    CHECK(names_in({"Helen Ashby spoke first.", "Ashby agreed, and Ms Ashby signed."}) ==
          "person:Helen Ashby | person:Helen Ashby | person:Helen Ashby");
  }
}
