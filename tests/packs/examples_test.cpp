// Every rule of the program's packs against its own examples, through the real stages: one SUBCASE a
// rule, so that a rule that fails does not hide the others.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "muster/pipeline/examples.hpp"

using namespace muster;

TEST_SUITE("packs") {
  TEST_CASE("packs: every rule behaves as its examples say") {
    pipeline::Options options;
    options.with_examples = true;
    static const auto loaded = pipeline::Muster::load(options);
    if (!loaded) {
      std::string all = loaded.error().text;
      for (const base::Error& more : loaded.error().more) all += "\n" + more.text;
      FAIL(all);
    }
    for (const model::Pack& pack : loaded->engine().packs().packs)
      for (const model::Rule& rule : pack.rules)
        SUBCASE(rule.id.c_str()) {
          for (const base::Error& failure : pipeline::check_examples(*loaded, rule).failures) {
            std::string said = fmt::format("{}:{}:{}: {}", failure.where->path, failure.where->line, failure.where->column, failure.text);
            for (const std::string& note : failure.notes) said += "\n  " + note;
            FAIL_CHECK(said);
          }
        }
  }

  TEST_CASE("packs: every pattern of the program's packs compiles") {
    pipeline::Options options;
    const auto loaded = pipeline::Muster::load(options);
    REQUIRE(loaded);
    auto engine = rules::Engine::compile(loaded->engine().packs(), true, {});
    if (!engine) {
      CHECK_MESSAGE(false, engine.error().text);
      for (const base::Error& more : engine.error().more) CHECK_MESSAGE(false, more.text);
    }
  }
}
