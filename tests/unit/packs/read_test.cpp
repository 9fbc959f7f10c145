// What is said of a broken pack, to the letter.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "muster/packs/load.hpp"

using namespace muster;

namespace {

// All errors as they are printed: "P002 line:column: text", then its notes.
std::string errors_of(std::string_view toml) {
  std::string out;
  for (const base::Error& error : packs::load_text(toml, "a.toml").errors) {
    out +=
        fmt::format("{} {}:{}: {}\n", base::code_text(error.code), error.where->line, error.where->column, error.text);
    for (const std::string& note : error.notes) out += "  " + note + "\n";
  }
  return out;
}

// A pack whose one rule has these lines besides what it must have.
std::string with_rule(std::string_view lines) {
  return fmt::format("[pack]\nid = \"x\"\n[[rule]]\nid = \"x.a\"\n{}\n", lines);
}

}  // namespace

TEST_SUITE("packs") {
  TEST_CASE("read: every field of a pack, a rule and its examples comes through") {
    const auto loaded = packs::load_text(R"--(
[pack]
id = "en.x"
about = "Tried out."
[parts]
num = '(?<n>\d+)'
[[rule]]
id = "x.one"
when = ["met", "vacanc*"]
in = ["table_row", "heading"]
pattern = '''\b {num} \b'''
unless = 'if'
unless_in = "match"
makes = { fact = "status", number = "{n}", count = 2 }
yes = [
  { text = "«1» met", count = 2, share = 12.50, list = ["a", "b"], sure = true },
]
no = [ { text = "met", why = "because" } ]
todo = [ { text = "later" } ]
)--", "a.toml");
    REQUIRE(loaded.errors.empty());
    REQUIRE(loaded.set.packs.size() == 1);
    const model::Pack& pack = loaded.set.packs[0];
    CHECK(pack.id == "en.x");
    CHECK(pack.about == "Tried out.");
    CHECK(pack.parts.at("num") == R"((?<n>\d+))");
    REQUIRE(pack.rules.size() == 1);
    const model::Rule& rule = pack.rules[0];
    CHECK(rule.pack == "en.x");
    CHECK(rule.when == std::vector<std::string>{"met", "vacanc*"});
    CHECK(rule.in == std::vector<std::string>{"table_row", "heading"});
    CHECK(rule.unless == "if");
    CHECK(rule.unless_in == "match");
    CHECK(rule.makes == std::map<std::string, std::string>{{"fact", "status"}, {"number", "{n}"}, {"count", "2"}});
    CHECK(rule.where == model::Where{"a.toml", 8, 6});
    CHECK(rule.pattern_where == model::Where{"a.toml", 11, 11});
    REQUIRE(rule.yes.size() == 1);
    CHECK(rule.yes[0].where.line == 16);
    CHECK(rule.yes[0].fields ==
          std::map<std::string, std::string>{{"count", "2"}, {"share", "12.5"}, {"list", "a,b"}, {"sure", "true"}});
    CHECK(rule.no[0].why == "because");
    CHECK(rule.todo[0].text == "later");
  }

  TEST_CASE("read: a word list has entries with forms and fields, or just words") {
    const auto loaded = packs::load_text(R"--(
[vocab]
id = "staff"
about = "Who works there."
words = ["porter"]
[[entry]]
name = "social workers"
forms = ["social worker", "social workers"]
kind = "care"
value = 2
[[entry]]
name = "hidden"
bare = false
forms = ["shown"]
)--", "a.toml");
    REQUIRE(loaded.errors.empty());
    const model::VocabList* list = loaded.set.vocab.find("staff");
    REQUIRE(list != nullptr);
    REQUIRE(list->entries.size() == 3);
    CHECK(list->entries[0].forms == std::vector<std::string>{"porter"});
    CHECK(list->entries[1].forms == std::vector<std::string>{"social workers", "social worker"});
    CHECK(list->entries[1].fields == std::map<std::string, std::string>{{"kind", "care"}, {"value", "2"}});
    CHECK(list->entries[2].forms == std::vector<std::string>{"shown"});
  }

  TEST_CASE("read: what is no TOML is P001, at the place") {
    CHECK(errors_of("[pack]\nid = \"x\"\nid = \"y\"\n").starts_with("P001 3:"));
    CHECK(errors_of("[pack\n").starts_with("P001 "));
    CHECK(errors_of("\xff\xfe").starts_with("P001 "));
    CHECK(
        errors_of("") ==
        "P002 1:1: neither a [pack] nor a [vocab]\n  help: a rule pack begins with [pack], a word list with [vocab]\n");
  }

  TEST_CASE("read: each wrong field is told with its line, a caret, and the nearest right one") {
    CHECK(errors_of(with_rule("wen = [\"met\"]\npattern = 'met'\nmakes = { fact = \"status\" }")) ==
          "P002 3:1: a rule has no `when`\n"
          "  [[rule]]\n"
          "  ^\n"
          "  help: `when` lists the words that wake the rule\n"
          "P002 5:1: a rule has no field `wen`\n"
          "  wen = [\"met\"]\n"
          "  ^\n"
          "  help: did you mean `when`?\n");
    CHECK(errors_of(with_rule("when = \"met\"\npattern = 3\nmakes = { fact = \"status\" }")) ==
          "P002 5:8: `when` must be a list of strings, not a string\n"
          "  when = \"met\"\n"
          "         ^\n"
          "P002 6:11: `pattern` must be a string, not a whole number\n"
          "  pattern = 3\n"
          "            ^\n");
    CHECK(
        errors_of(with_rule(
            "when = [\"Met\", \"a*b\", \" \"]\nin = [\"sentense\"]\npattern = 'met'\nmakes = { status = \"met\" }")) ==
        "P002 5:9: `Met` in `when` is not in lower case\n"
        "  when = [\"Met\", \"a*b\", \" \"]\n"
        "          ^\n"
        "  help: texts are compared without case; write triggers in lower case\n"
        "P002 5:16: `a*b` has a '*' inside\n"
        "  when = [\"Met\", \"a*b\", \" \"]\n"
        "                 ^\n"
        "  help: '*' may only end a trigger, and then it stands for the beginning of a word\n"
        "P002 5:23: `when` holds a word without letters\n"
        "  when = [\"Met\", \"a*b\", \" \"]\n"
        "                        ^\n"
        "P002 6:7: `in` knows no `sentense`\n"
        "  in = [\"sentense\"]\n"
        "        ^\n"
        "  help: did you mean `sentence`?\n"
        "P002 8:9: `makes` has no `fact`\n"
        "  makes = { status = \"met\" }\n"
        "          ^\n");
    CHECK(errors_of("[vocab]\nid = \"A b\"\n[[entry]]\nforms = [1]\n") ==
          "P002 2:6: `A b` is no id\n"
          "  id = \"A b\"\n"
          "       ^\n"
          "  help: an id holds lower-case letters, digits, '.', '-' and '_'\n"
          "P002 3:1: an entry has no `name`\n"
          "  [[entry]]\n"
          "  ^\n");
  }

  TEST_CASE("read: what stands twice is P006, and says where the first is") {
    const std::string rule =
        "[[rule]]\nid = \"x.a\"\nwhen = [\"met\"]\npattern = 'met'\nmakes = { fact = \"status\" }\n";
    CHECK(errors_of("[pack]\nid = \"x\"\n" + rule + rule) ==
          "P006 9:6: a second rule `x.a`\n  help: the first is at a.toml:4\n");
  }
}
