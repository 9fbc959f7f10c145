// Every rule of the program's packs against its own examples, through the real stages: one SUBCASE a
// rule, so that a rule that fails does not hide the others.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "muster/pipeline/examples.hpp"

using namespace muster;

namespace {

std::string said(const base::Error& error) {
  const base::Where where = error.where.value_or(base::Where{});
  std::string out = fmt::format("{}:{}:{}: {}", where.path, where.line, where.column, error.text);
  for (const std::string& note : error.notes) out += "\n  " + note;
  return out;
}

}  // namespace

TEST_SUITE("packs.examples") {
  TEST_CASE("packs: every rule behaves as its examples say") {
    pipeline::Options options;
    options.with_examples = true;
    static const auto loaded = pipeline::Muster::load(options);
    if (!loaded) {
      std::string all = said(loaded.error());
      for (const base::Error& more : loaded.error().more) all += "\n" + said(more);
      FAIL(all);
    }
    for (const model::Pack& pack : loaded->engine().packs().packs)
      for (const model::Rule& rule : pack.rules)
        SUBCASE(rule.id.c_str()) {
          for (const base::Error& failure : pipeline::check_examples(*loaded, rule).failures) {
            FAIL_CHECK(said(failure));
          }
        }
  }

  TEST_CASE("packs: every pattern of the program's packs compiles") {
    pipeline::Options options;
    const auto loaded = pipeline::Muster::load(options);
    REQUIRE(loaded);
    auto engine = rules::Engine::compile(loaded->engine().packs(), true, {});
    if (!engine) {
      FAIL_CHECK(said(engine.error()));
      for (const base::Error& more : engine.error().more) FAIL_CHECK(said(more));
    }
  }
}
