#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "muster/packs/load.hpp"
#include "muster/text/layers.hpp"
#include "support/reading.hpp"

using namespace muster;

namespace {

model::Document marked(const std::vector<std::string>& texts) {
  static const text::Lexicon lexicon(packs::load_embedded(false).set.vocab);
  model::Document document = support::sentences(texts).document;
  text::mark_languages(document, lexicon);
  return document;
}

std::string languages_of(const std::vector<std::string>& texts) {
  std::string out;
  for (const model::Block& block : marked(texts).blocks) out += (out.empty() ? "" : " ") + block.language;
  return out;
}

}  // namespace

TEST_SUITE("text") {
  TEST_CASE("language: scripts tell, and common words tell among Latin letters") {
    const struct { std::string text, language;
    } rows[] = {
        {"The council has improved the help that it gives to children and families.", "en"},
        {"\u4F60\u597D\u4E16\u754C\u62A5\u544A", "zh"},
        {"\u3053\u308C\u306F\u5831\u544A\u3067\u3059", "ja"},
        {"\uC548\uB155\uD558\uC138\uC694", "ko"},
        {"\u041F\u0440\u0438\u0432\u0435\u0442, \u043C\u0438\u0440", "ru"},
        {"\u0645\u0631\u062D\u0628\u0627", "ar"},
        {"Les inspecteurs ont trouv\u00E9 que les enfants de la ville ne sont pas en s\u00E9curit\u00E9 dans leur \u00E9cole.",
         "fr"},
        {"Die Inspektoren haben festgestellt, dass die Schule nicht gut ist und der Unterricht auf dem Plan fehlt.",
         "de"},
        {"Mae\u2019r ysgol yn gwneud cynnydd da ac mae\u2019r plant yn hapus gyda\u2019u gwaith yn y dosbarth.", "cy"},
        {"T\u00E1 an scoil ag d\u00E9anamh dul chun cinn maith agus t\u00E1 na p\u00E1ist\u00ED s\u00E1sta leis an obair.",
         "ga"},
    };
    for (const auto& row : rows) {
      CAPTURE(row.text);
      CHECK(languages_of({row.text}) == row.language);
    }
  }

  TEST_CASE("language: a block too short to tell goes with its Latin neighbours") {
    const std::string english = "The inspectors found that the home is safe and that staff are kind to the people.";
    const std::string french =
        "Les inspecteurs ont vu que la maison est dans un bon \u00E9tat et que les enfants sont bien.";
    CHECK(languages_of({"\u670D\u52A1\u627F\u8BFA", "Report 7", english}) == "zh en en");
    CHECK(languages_of({french, "Rapport 7", french}) == "fr fr fr");
    CHECK(languages_of({"Oakmere 42"}) == "en");
  }

  TEST_CASE("language: the text's is that of most of it, and what is left out is told") {
    const std::string english = "The inspectors found that the home is safe and that staff are kind to the people.";
    const model::Document mixed = marked({"\u670D\u52A1\u627F\u8BFA", english});
    CHECK(mixed.source.language == "en");
    REQUIRE(mixed.warnings.size() == 1);
    CHECK(mixed.warnings[0].message == "1 block is not in English (zh): no rule reads it");
    CHECK(marked({english}).warnings.empty());
  }
}
