// Tables of words that are asked with words as they are written.
#include "facts/caseless_map.hpp"

#include <doctest/doctest.h>

#include <string>

#include "facts/vocab_forms.hpp"

using namespace muster;

TEST_SUITE("facts") {
  TEST_CASE("Caseless map: words of every length are told apart, in any case") {
    facts::CaselessMap<int> map;
    std::string word;
    for (int n = 1; n <= 32; ++n) {
      word += static_cast<char>('a' + n % 26);
      *map.make(word) = n;
    }
    word.clear();
    for (int n = 1; n <= 32; ++n) {
      word += static_cast<char>('A' + n % 26);
      CAPTURE(word);
      REQUIRE(map.find(word) != nullptr);
      CHECK(*map.find(word) == n);
      std::string other = word;
      for (char& letter : other) {   // one letter off, wherever it stands
        const char was = letter;
        letter = '-';
        CHECK(map.find(other) == nullptr);
        letter = was;
      }
    }
  }

  TEST_CASE("Caseless map: what is too long or empty is in no list, and signs have no case") {
    facts::CaselessMap<int> map;
    CHECK(map.find("word") == nullptr);
    CHECK(map.make("") == nullptr);
    CHECK(map.make(std::string(33, 'a')) == nullptr);
    CHECK(map.find(std::string(33, 'a')) == nullptr);
    *map.make("[x") = 1;
    *map.make("\x81x") = 2;
    CHECK(map.find("{x") == nullptr);   // 32 apart, as letters of two cases are
    CHECK(map.find("\xA1x") == nullptr);
    CHECK(*map.find("[X") == 1);
  }

  TEST_CASE("Forms of a list: the first entry counts, in any case and spacing") {
    model::VocabList list;
    list.entries.resize(2);
    list.entries[0].forms = {"Shall", "is required to"};
    list.entries[1].forms = {"shall", std::string(40, 'b')};
    const facts::VocabForms forms(list);
    CHECK(forms.find("SHALL") == &list.entries[0]);
    CHECK(forms.find(" is  Required \n to ") == &list.entries[0]);
    CHECK(forms.find(std::string(40, 'B')) == &list.entries[1]);
    CHECK(forms.find("") == nullptr);
    CHECK(forms.find(" ") == nullptr);
    CHECK(forms.may_begin("Is"));
    CHECK_FALSE(forms.may_begin("required"));
  }
}
