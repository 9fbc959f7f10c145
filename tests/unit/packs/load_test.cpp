// Folders of packs on top of the embedded ones, and of each other.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <unistd.h>

#include "muster/packs/load.hpp"

using namespace muster;
namespace fs = std::filesystem;

namespace {

// A folder that is gone after the test.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / fmt::format("muster-packs-{}-{}", ::getpid(), ++made)) {
    fs::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  Folder& with(const std::string& name, const std::string& text) {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return *this;
  }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  static inline int made = 0;
  fs::path path_;
};

std::string pack(const std::string& id, const std::vector<std::string>& rules, const std::string& pattern = "met") {
  std::string out = "[pack]\nid = \"" + id + "\"\n";
  for (const std::string& rule : rules)
    out += "[[rule]]\nid = \"" + rule + "\"\nwhen = [\"met\"]\npattern = '" + pattern +
           "'\nmakes = { fact = \"status\" }\n";
  return out;
}

// "pack(rule=pattern …)" of the packs whose id begins with "zz".
std::string shown(const model::PackSet& set) {
  std::string out;
  for (const model::Pack& pack : set.packs) {
    if (!pack.id.starts_with("zz")) continue;
    out += pack.id + "(";
    for (const model::Rule& rule : pack.rules) out += (out.ends_with('(') ? "" : " ") + rule.id + "=" + rule.pattern;
    out += ")";
  }
  return out;
}

}  // namespace

TEST_SUITE("packs") {
  TEST_CASE("load: folders are walked, what has the same id is replaced, the rest added") {
    Folder first, second;
    first.with("b.toml", pack("zz.one", {"zz.a", "zz.b"}))
        .with("deep/er/a.toml", pack("zz.two", {"zz.c"}))
        .with("notes.txt", "no pack");
    CHECK(shown(packs::load({first.path()}, true).set) == "zz.one(zz.a=met zz.b=met)zz.two(zz.c=met)");
    SUBCASE("a rule of another pack") {
      second.with("x.toml", pack("zz.three", {"zz.b"}, "kept"));
      CHECK(shown(packs::load({first.path(), second.path()}, true).set) ==
            "zz.one(zz.a=met)zz.three(zz.b=kept)zz.two(zz.c=met)");
    }
    SUBCASE("a whole pack") {
      second.with("x.toml", pack("zz.one", {"zz.d"}, "kept"));
      CHECK(shown(packs::load({first.path(), second.path()}, true).set) == "zz.one(zz.d=kept)zz.two(zz.c=met)");
    }
    SUBCASE("a file by its name") {
      CHECK(shown(packs::load({first.path() + "/b.toml"}, true).set) == "zz.one(zz.a=met zz.b=met)");
    }
  }

  TEST_CASE("load: a word list of the same id replaces") {
    Folder first, second;
    first.with("v.toml", "[vocab]\nid = \"zz_list\"\nwords = [\"one\"]\n");
    second.with("v.toml", "[vocab]\nid = \"zz_list\"\nwords = [\"two\"]\n");
    const auto loaded = packs::load({first.path(), second.path()}, false);
    REQUIRE(loaded.set.vocab.find("zz_list") != nullptr);
    CHECK(loaded.set.vocab.find("zz_list")->entries[0].name == "two");
  }

  TEST_CASE("load: problems of all files are listed, with their paths") {
    Folder folder;
    folder.with("a.toml", "[pack]\nname = \"x\"\n")
        .with("b.toml", pack("zz.b", {"zz.x"}))
        .with("c.toml", pack("zz.c", {"zz.x"}));
    const auto loaded = packs::load({folder.path()}, true);
    REQUIRE(loaded.errors.size() == 3);
    CHECK(loaded.errors[0].where->path == folder.path() + "/a.toml");
    CHECK(loaded.errors[0].text == "[pack] has no `id`");
    CHECK(loaded.errors[1].text == "[pack] has no field `name`");
    CHECK(loaded.errors[2].code == base::Code::pack_duplicate);
    CHECK(loaded.errors[2].where->path == folder.path() + "/c.toml");
  }

  TEST_CASE("load: a folder that is missing or holds no pack is P007") {
    Folder empty;
    CHECK(packs::load({empty.path()}, true).errors.at(0).text == "no rule pack in this folder");
    const auto loaded = packs::load({empty.path() + "/none"}, true);
    REQUIRE(loaded.errors.size() == 1);
    CHECK(loaded.errors[0].code == base::Code::pack_unreadable);
    CHECK(loaded.errors[0].where->path == empty.path() + "/none");
  }

  TEST_CASE("load: the embedded packs are in order, with examples or without") {
    const auto with = packs::load_embedded(true);
    for (const base::Error& error : with.errors)
      FAIL_CHECK(fmt::format("{}:{}:{}: {}", error.where->path, error.where->line, error.where->column, error.text));
    const auto without = packs::load_embedded(false);
    REQUIRE(with.set.packs.size() == without.set.packs.size());
    for (std::size_t i = 0; i < with.set.packs.size(); ++i) {
      const model::Pack& a = with.set.packs[i];
      const model::Pack& b = without.set.packs[i];
      CHECK(a.parts == b.parts);
      REQUIRE(a.rules.size() == b.rules.size());
      for (std::size_t r = 0; r < a.rules.size(); ++r) {
        const model::Rule& rule = b.rules[r];
        CAPTURE(rule.id);
        CHECK(rule.yes.empty());
        CHECK(rule.id == a.rules[r].id);
        CHECK(rule.when == a.rules[r].when);
        CHECK(rule.in == a.rules[r].in);
        CHECK(rule.pattern == a.rules[r].pattern);
        CHECK(rule.unless == a.rules[r].unless);
        CHECK(rule.makes == a.rules[r].makes);
        CHECK(rule.where == a.rules[r].where);
      }
    }
    REQUIRE(with.set.vocab.lists.size() == without.set.vocab.lists.size());
    for (std::size_t i = 0; i < with.set.vocab.lists.size(); ++i) {
      const model::VocabList& a = with.set.vocab.lists[i];
      const model::VocabList& b = without.set.vocab.lists[i];
      CAPTURE(a.id);
      REQUIRE(a.entries.size() == b.entries.size());
      for (std::size_t e = 0; e < a.entries.size(); ++e) {
        CHECK(a.entries[e].name == b.entries[e].name);
        CHECK(a.entries[e].forms == b.entries[e].forms);
        CHECK(a.entries[e].fields == b.entries[e].fields);
      }
    }
  }
}
