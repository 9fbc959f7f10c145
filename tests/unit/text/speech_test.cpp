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

// "CQC! <the CQC> staff left": issuer (! official), speaker, what is said; quotations in "".
std::string speeches_in(const std::vector<std::string>& texts) {
  support::Sentences made = support::sentences(texts);
  const std::vector<bool> saying = text::find_names(made.document, lexicon().lists(), made.layers);
  text::find_speeches(made.document, lexicon().lists(), saying, made.layers);
  std::string out;
  for (const model::Speech& speech : made.layers.speeches) {
    const std::string said = made.document.text.string(speech.said);
    out += (out.empty() ? "" : " | ") + (speech.issuer + (speech.official ? "!" : "") + " <" + speech.speaker_name +
                                         "> " + (speech.quoted ? "\"" + said + "\"" : said));
  }
  return out;
}

struct Row {
  std::vector<std::string> texts;
  std::vector<std::string> speeches;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.texts.front());
    std::string wanted;
    for (const std::string& speech : row.speeches) wanted += (wanted.empty() ? "" : " | ") + speech;
    CHECK(speeches_in(row.texts) == wanted);
  }
}

}  // namespace

TEST_SUITE("text") {
  TEST_CASE("speech: a verb of saying gives its clause to its subject") {
    check({
        {{"The CQC said staff should be trained."}, {"CQC! <The CQC> staff should be trained."}},
        {{"Beds were short, Ofsted said."}, {"Ofsted! <Ofsted> Beds were short"}},
        {{"Homes are full, warned Jo Marsh, Care Alliance deputy director."},
         {"Jo Marsh <Jo Marsh, Care Alliance deputy director> Homes are full"}},
        {{"According to the National Audit Office, costs rose."}, {"NAO! <the National Audit Office> costs rose."}},
        {{"Beds were closed, according to the union."}, {"union <the union> Beds were closed"}},
        {{"Estyn\u2019s letter said pupils did well."}, {"Estyn! <Estyn\u2019s letter> pupils did well."}},
        {{"Staff were told to leave."}, {}},
        {{"The change is right, Webb Foundation said, but said it took long."},
         {"Webb Foundation <Webb Foundation> The change is right", "Webb Foundation <Webb Foundation> it took long."}},
    });
  }

  TEST_CASE("speech: an official speaks for the inspectorate, a minister for herself") {
    check({
        {{"Helen Marsh, the CQC\u2019s chief executive, said: \u201CThe trusts must now keep up the pace.\u201D"},
         {"CQC! <Helen Marsh, the CQC\u2019s chief executive> \u201CThe trusts must now keep up the pace.\u201D",
          "CQC! <Helen Marsh, the CQC\u2019s chief executive> \"The trusts must now keep up the pace.\""}},
        {{"Shadow health minister Ed Carrow said the plan had failed."},
         {"Ed Carrow <Shadow health minister Ed Carrow> the plan had failed."}},
        {{"Chief inspector of the Social Services Inspectorate Helen Marsh said work was needed."},
         {"Social Services Inspectorate! <Chief inspector of the Social Services Inspectorate Helen Marsh> work was needed."}},
    });
  }

  TEST_CASE("speech: pronouns, reports and inspectors stand for the one named before") {
    check({
        {{"Ofsted came back in May.", "It said the council was slow."}, {"Ofsted! <Ofsted> the council was slow."}},
        {{"A report by the Care Inspectorate came out.", "The report said care was poor."},
         {"Care Inspectorate! <The report> care was poor."}},
        {{"Estyn visited.", "Inspectors found that lessons were dull."}, {"Estyn! <Inspectors> lessons were dull."}},
        {{"\u201CWe have a very long way to go,\u201D Helen Marsh said.",
          "\u201CThere is not one nurse to spare,\u201D she added."},
         {"Helen Marsh <Helen Marsh> \u201CWe have a very long way to go,",
          "Helen Marsh <Helen Marsh> \"We have a very long way to go,\"",
          "Helen Marsh <Helen Marsh> \u201CThere is not one nurse to spare,",
          "Helen Marsh <Helen Marsh> \"There is not one nurse to spare,\""}},
    });
  }

  TEST_CASE("speech: an apposition, a relative clause or a word between commas leads back to the speaker") {
    check({
        {{"Nursing union secretary, Tom Ball, said wards were full."},
         {"Tom Ball <secretary, Tom Ball> wards were full."}},
        {{"The chief inspector, Peter Clarke, said jails were full."},
         {"Peter Clarke! <The chief inspector, Peter Clarke> jails were full."}},
        {{"The Care Inspectorate, which came in May, found that beds were short."},
         {"Care Inspectorate! <The Care Inspectorate> beds were short."}},
        {{"The Care Inspectorate, meanwhile, said that beds were short."},
         {"Care Inspectorate! <The Care Inspectorate> beds were short."}},
        {{"Beds were short, state health auditors found."}, {"auditors! <state health auditors> Beds were short"}},
        {{"Hale, who runs the guild, said the council \u201Cmust not wait a day longer\u201D to act."},
         {" <> \"must not wait a day longer\""}},
        {{"The report, published by Ofsted on Monday, says the council was slow."},
         {"Ofsted! <The report> the council was slow."}},
        {{"\u201CNobody told the ward at all,\u201D wrote the coroner, Professor Alan Hythe."},
         {"coroner! <the coroner, Professor Alan Hythe> \u201CNobody told the ward at all,",
          "coroner! <the coroner, Professor Alan Hythe> \"Nobody told the ward at all,\""}},
    });
  }

  TEST_CASE("speech: what is said begins behind the one who is told") {
    check({
        {{"A council spokeswoman told the Gazette that posts would be filled."},
         {"council <A council spokeswoman> posts would be filled."}},
        {{"Parents told inspectors they were content."}, {"Parents <Parents> they were content."}},
        {{"Jane Doe, head of the school, pointed out that results were up."},
         {"Jane Doe <Jane Doe, head of the school> results were up."}},
        {{"A spokesman for the council said it would act.", "He said that 40 nurses had come."},
         {"council <A spokesman for the council> it would act.",
          "council <A spokesman for the council> 40 nurses had come."}},
    });
  }

  TEST_CASE("speech: who is criticised is not said; a judgement's quotations are its subject's") {
    check({
        {{"A report by the CQC criticised three trusts."}, {}},
        {{"The CQC criticised the lack of beds."}, {"CQC! <The CQC> the lack of beds."}},
        {{"The CQC described the ward as \u201Ca sad and noisy place to be\u201D."},
         {"CQC! <The CQC> \"a sad and noisy place to be\""}},
    });
  }
}
