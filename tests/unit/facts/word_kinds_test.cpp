// The kinds of words in the program against the vocabulary that comes with it.
#include "facts/word_kinds.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <set>
#include <string>

#include "muster/packs/load.hpp"

using namespace muster;
using facts::WordKind;

TEST_SUITE("facts") {
  TEST_CASE("Kinds of words: the readers and the vocabulary name the same ones") {
    const packs::Loaded loaded = packs::load_embedded(false);
    const model::VocabList* const list = loaded.set.vocab.find("word_kinds");
    REQUIRE(list != nullptr);
    std::set<std::string> listed, known;
    for (const model::VocabEntry& entry : list->entries) listed.insert(entry.name);
    for (std::size_t i = 0; i < static_cast<std::size_t>(WordKind::count_of_kinds); ++i)
      known.emplace(facts::WordKinds::name(static_cast<WordKind>(i)));
    CHECK(listed == known);
    CHECK(listed.size() == list->entries.size());
  }

  TEST_CASE("Kinds of words: told of a word in any case, and of no other") {
    const packs::Loaded loaded = packs::load_embedded(false);
    const facts::WordKinds kinds(loaded.set.vocab);
    CHECK(facts::is_kind(kinds.of("increase"), WordKind::amount_change));
    CHECK(facts::is_kind(kinds.of("Increase"), WordKind::amount_change));
    CHECK_FALSE(facts::is_kind(kinds.of("increases"), WordKind::amount_change));
    CHECK(kinds.of("") == nullptr);
    CHECK(kinds.of(std::string(200, 'a')) == nullptr);
  }
}
