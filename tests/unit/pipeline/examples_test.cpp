// What `muster rules test` says of examples that do not behave, on a pack of its own.
#include "muster/pipeline/examples.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "support/folder.hpp"

using namespace muster;

namespace {

const std::string head =
    "[pack]\nid = \"test.mini\"\nlanguage = \"en\"\n"
    "[[rule]]\nid = \"test.mini.met\"\nwhen = [\"wholly met\"]\nin = [\"sentence\"]\n"
    "pattern = '''\\b wholly \\s+ met \\b'''\n"
    "unless = '''\\b would \\b'''\n"
    "makes = { fact = \"status\", how = \"fixed\", status = \"met\" }\n";

const std::string yes =
    "yes = [\n"
    "  { text = \"Recommendation 3 was «wholly met».\", status = \"met\" },\n"
    "  { text = \"The two recommendations were «wholly met» by May.\", status = \"met\" },\n]\n";
const std::string no =
    "no = [\n"
    "  { text = \"Recommendation 3 would be wholly met by more rooms.\", why = \"a hope\" },\n"
    "  { text = \"The board met twice.\", why = \"another sense\" },\n]\n";

// "P010 16: text" and the notes, a line each.
std::string failures(const std::string& examples) {
  const support::Folder folder({{"mini.toml", head + examples}});
  pipeline::Options options;
  options.rules = {folder.path()};
  options.with_examples = true;
  const base::Result<pipeline::Muster> muster = pipeline::Muster::load(options);
  if (!muster) return muster.error().text;
  std::string out;
  for (const model::Pack& pack : muster->engine().packs().packs) {
    const auto rule = std::find_if(pack.rules.begin(), pack.rules.end(),
                                   [](const model::Rule& r) { return r.id == "test.mini.met"; });
    if (rule == pack.rules.end()) continue;
    for (const base::Error& error : pipeline::check_examples(*muster, *rule).failures) {
      out += std::string(base::code_text(error.code)) + ' ' + std::to_string(error.where ? error.where->line : 0) +
             ": " + error.text + '\n';
      for (const std::string& note : error.notes) out += "  " + note + '\n';
    }
  }
  return out;
}

}  // namespace

TEST_SUITE("pipeline") {
  TEST_CASE("examples: in order, nothing is said") { CHECK(failures(yes + no) == ""); }

  TEST_CASE("examples: a yes that makes nothing says why") {
    const struct { const char* text; const char* because;
    } rows[] = {
        {"Recommendation 3 was almost done.",
         "asleep: none of its `when` stands in a sentence of a kind that it reads"},
        {"Recommendation 3 would be «wholly met» soon.", "vetoed by `would`"},
    };
    for (const auto& row : rows) {
      CAPTURE(row.text);
      const std::string bad = "yes = [\n  { text = \"Recommendation 3 was «wholly met».\" },\n  { text = \"" +
                              std::string(row.text) + "\" },\n]\n";
      CHECK(failures(bad + no) == "P010 13: rule `test.mini.met`: this `yes` makes no fact\n  text:     " +
                                      std::string(row.text) + "\n  because:  " + row.because + '\n');
    }
  }

  TEST_CASE("examples: other evidence and other fields are shown beside what was expected") {
    const std::string bad =
        "yes = [\n"
        "  { text = \"Recommendation 3 «was wholly met».\", status = \"not_met\" },\n"
        "  { text = \"Recommendation 4 was «wholly met».\", colour = \"red\" },\n]\n";
    CHECK(
        failures(bad + no) ==
        "P010 12: rule `test.mini.met`: this `yes` makes another fact\n  text:     Recommendation 3 «was wholly met».\n"
        "  evidence: expected «was wholly met»\n               found «wholly met»\n  status: expected `not_met`, found `met`\n"
        "P010 13: rule `test.mini.met`: this `yes` makes another fact\n  text:     Recommendation 4 was «wholly met».\n"
        "  colour: such a fact has no field of this name\n");
  }

  TEST_CASE("examples: a no that makes a fact shows it, and why it should not") {
    const std::string bad =
        "no = [\n"
        "  { text = \"Recommendation 3 would be wholly met.\", why = \"a hope\" },\n"
        "  { text = \"Recommendation 5 was wholly met.\", why = \"not today\" },\n]\n";
    CHECK(failures(yes + bad) ==
          "P010 17: rule `test.mini.met`: this `no` makes a fact\n  text:     Recommendation 5 was wholly met.\n"
          "  found:    «wholly met»\n  but:      not today\n");
  }

  TEST_CASE("examples: too few, and no near miss, are said of the rule") {
    const std::string few =
        "yes = [\n  { text = \"Recommendation 3 was «wholly met».\" },\n]\nno = [\n  { text = \"The board met twice.\" },\n]\n";
    CHECK(failures(few) ==
          "P005 5: rule `test.mini.met` has 1 `yes` (at least 2)\n"
          "P005 5: rule `test.mini.met` has 1 `no` (at least 2)\n"
          "P005 5: rule `test.mini.met` has no near miss: no `no` holds a word of its `when`\n");
  }

  TEST_CASE("examples: a todo that passes is to be promoted, one that does not is let be") {
    const std::string todo =
        "todo = [\n"
        "  { text = \"Recommendation 6 was «wholly met».\" },\n"
        "  { text = \"Recommendation 6 was met wholly.\" },\n]\n";
    CHECK(
        failures(yes + no + todo) ==
        "P011 20: rule `test.mini.met`: this `todo` passes\n  text:     Recommendation 6 was «wholly met».\n  help: promote it to `yes`\n");
  }
}
