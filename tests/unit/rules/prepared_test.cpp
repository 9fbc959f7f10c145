// What was made of the program's own packs when it was built is what would be made of them now.
#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "muster/packs/load.hpp"
#include "muster/rules/engine.hpp"
#include "rules/expand.hpp"
#include "rules/prepared.hpp"
#include "rules/waking.hpp"

using namespace muster;

TEST_SUITE("rules") {
  TEST_CASE("prepared: the bytes in the program are those of its packs, the same each time") {
    const packs::Loaded loaded = packs::load_embedded(false);
    CHECK(loaded.set.built_in);
    const auto bytes = rules::prepare_rules(loaded.set);
    REQUIRE(bytes);
    CHECK(*bytes == rules::prepared_rules());
  }

  TEST_CASE("prepared: every rule has its pattern there, and its veto if it has one") {
    const packs::Loaded loaded = packs::load_embedded(false);
    const rules::Prepared prepared(rules::prepared_rules());
    const auto all = rules::rules_by_id(loaded.set);
    REQUIRE(prepared.size() == all.size());
    for (std::size_t r = 0; r < all.size(); ++r) {
      CAPTURE(all[r].rule->id);
      const rules::Prepared::Rule rule = prepared.rule(r);
      CHECK(rules::Pattern::over(rule.pattern) != nullptr);
      CHECK(rule.unless.regex.empty() == all[r].rule->unless.empty());
      for (const rules::Group& group : rule.groups) CHECK(all[r].rule->id.empty() == group.name.empty());
    }
  }

  TEST_CASE("prepared: packs with anything on top of the program's own are compiled anew") {
    CHECK_FALSE(packs::load_embedded(true).set.built_in);
    CHECK_FALSE(packs::load({}, false).set.built_in);
    CHECK_FALSE(packs::load_text("", "x.toml").set.built_in);
  }

  TEST_CASE("prepared: a rule that does not compile is named") {
    model::PackSet set;
    set.packs.emplace_back().rules.emplace_back();
    set.packs[0].rules[0].id = "a.b";
    set.packs[0].rules[0].pattern = "( a";
    const auto bytes = rules::prepare_rules(set);
    REQUIRE_FALSE(bytes);
    CHECK(bytes.error().text.find("a.b") != std::string::npos);
  }
}
