#include <doctest/doctest.h>

#include <algorithm>

#include "support/reading.hpp"

using namespace muster;

namespace {

struct Run {
  std::vector<model::Match> matches;
  std::vector<model::Trial> trials;
  base::Diagnostics diagnostics;
  support::Sentences reading;
  rules::Engine engine;

  // "rule-id:text of the match" for every match, joined by " | "
  [[nodiscard]] std::string found() const {
    std::string out;
    for (const model::Match& match : matches)
      out += (out.empty() ? "" : " | ") + match.rule->id + ":" + reading.document.text.string(match.span);
    return out;
  }
};

rules::Engine engine_of(const std::string& toml, const rules::Limits& limits = {}) {
  packs::Loaded loaded = packs::load_text(toml, "test.toml");
  for (const base::Error& error : loaded.errors) MESSAGE(error.text);
  REQUIRE(loaded.errors.empty());
  auto engine = rules::Engine::compile(std::move(loaded.set), true, limits);
  if (!engine) FAIL(engine.error().text);
  return std::move(*engine);
}

Run run(const std::string& toml, support::Sentences reading, const rules::Limits& limits = {}) {
  rules::Engine engine = engine_of(toml, limits);
  Run out{{}, {}, {}, std::move(reading), std::move(engine)};
  out.matches = out.engine.match(out.reading.document, out.reading.layers, out.diagnostics, nullptr, &out.trials);
  return out;
}

std::string rule(const std::string& id, const std::string& when, const std::string& pattern,
                 const std::string& more = "") {
  return "[[rule]]\nid = \"" + id + "\"\nwhen = [" + when + "]\npattern = '''" + pattern +
         "'''\nmakes = { fact = \"status\" }\n" + more + "\n";
}

const std::string head = "[pack]\nid = \"test\"\n";

}  // namespace

TEST_SUITE("rules") {
  TEST_CASE("engine: a rule sleeps unless one of its words stands in the sentence as a word") {
    const std::string toml = head + rule("met", "\"met\", \"vacanc*\", \"carried out\", \"%\"", R"(\w+)");
    const struct { const char* text; bool wakes; } rows[] = {
        {"It was met.", true},         {"It was MET", true},           {"Something else", false},
        {"metro", false},              {"A vacancy", true},            {"vacancies", true},
        {"unvacancy", false},          {"carried\nout", true},         {"carried  out", true},
        {"carried outside", false},    {"half-met", true},             {"12% of", true},
        {"12 % of", true},             {"", false},                    {"met", true},
        {"“met”", true},               {"carried", false},             {"émet", false},
    };
    for (const auto& row : rows) {
      const auto text = row.text;
      const auto wakes = row.wakes;
      CAPTURE(text);
      CHECK(run(toml, support::sentences({text})).matches.empty() == !wakes);
    }
  }

  TEST_CASE("engine: every match of a rule is found, in order, with its groups as document spans") {
    const Run out = run(head + rule("n", "\"rec\"", R"(\b rec \s+ (?<number> \d+ ) (?<letter> [a-z] )? \b)"),
                        support::sentences({"Nothing – here.", "“Rec 1” and rec 22b."}));
    CHECK(out.found() == "n:Rec 1 | n:rec 22b");
    REQUIRE(out.matches.size() == 2);
    CHECK(out.matches[0].sentence == 1);
    CHECK(out.reading.document.text.string(out.matches[1].group("number")) == "22");
    CHECK(out.reading.document.text.string(out.matches[1].group("letter")) == "b");
    CHECK(out.matches[0].groups.size() == 1);
    CHECK(out.matches[0].group("letter").empty());
  }

  TEST_CASE("engine: ^ and $ are the sentence's ends, and a wrapped line does not hide a space") {
    const std::string toml = head + rule("a", "\"first\"", R"(^ first)") + rule("b", "\"last\"", R"(last $)") +
                             rule("c", "\"two\"", R"(two \s+ words)");
    CHECK(run(toml, support::sentences({"first last", "the\nfirst\nlast one", "two\nwords"})).found() ==
          "a:first | b:last | c:two\nwords");
  }

  TEST_CASE("engine: matches come by sentence, then place, then rule id") {
    const std::string toml =
        head + rule("z", "\"one\"", "one") + rule("a", "\"two\"", "two") + rule("b", "\"one\"", "one");
    CHECK(run(toml, support::sentences({"one two", "two one"})).found() ==
          "b:one | z:one | a:two | a:two | b:one | z:one");
  }

  TEST_CASE("engine: `unless` vetoes the whole sentence, or with unless_in only matches that hold it") {
    const support::Sentences reading = support::sentences({"It was met in May, if not in June.", "It was met."});
    CHECK(run(head + rule("m", "\"met\"", "was .{0,3} met", "unless = 'if'"), reading).found() == "m:was met");
    const std::string inside =
        head + rule("m", "\"met\"", R"(was .{0,9}? \b met)", "unless = '\\b not \\b'\nunless_in = \"match\"");
    CHECK(run(inside, support::sentences({"One was not met, one was met, not all."})).found() == "m:was met");
  }

  TEST_CASE("engine: rules read the kinds of block they ask for") {
    using enum model::BlockKind;
    const support::Sentences reading = support::blocks({{title, "t met"},
                                                        {heading, "h met"},
                                                        {paragraph, "p met"},
                                                        {list_item, "l met"},
                                                        {quote, "q met"},
                                                        {table_row, "r met"}});
    const struct { const char* in; const char* found; } rows[] = {
        {"", "pm lm qm"}, {"in = [\"sentence\"]", "pm lm qm"},          {"in = [\"heading\"]", "hm"},
        {"in = [\"title\", \"table_row\"]", "tm rm"},                   {"in = [\"any\"]", "tm hm pm lm qm rm"},
        {"in = [\"list_item\"]", "lm"},
    };
    for (const auto& row : rows) {
      const auto in = row.in;
      const auto found = row.found;
      CAPTURE(in);
      std::string got;
      const Run out = run(head + rule("x", "\"met\"", R"(\w \s m)", in), reading);
      for (const model::Match& match : out.matches) {
        const std::string text = out.reading.document.text.string(match.span);
        got += (got.empty() ? "" : " ") + text.substr(0, 1) + text.substr(2);
      }
      CHECK(got == found);
    }
  }

  TEST_CASE("engine: a pattern that explodes is stopped, told once, and costs the others nothing") {
    const std::string toml = head + rule("bomb", "\"aaaa*\"", "(?: a | aa ){1,200} b") + rule("fine", "\"end\"", "end");
    std::vector<std::string> texts(3, std::string(200, 'a') + " end b");
    texts.push_back("aaaab end");
    const Run out = run(toml, support::sentences(texts));
    CHECK(out.found() == "fine:end | fine:end | fine:end | bomb:aaaab | fine:end");
    REQUIRE(out.diagnostics.warnings().size() == 1);
    CHECK(out.diagnostics.warnings()[0].code == base::Code::rule_stopped);
    CHECK(out.diagnostics.warnings()[0].message ==
          "rule bomb took too long on the sentence at 0 and was given up there");
    CHECK(std::count_if(out.trials.begin(), out.trials.end(),
                        [](const model::Trial& trial) { return trial.outcome == model::Outcome::stopped; }) == 3);
  }

  TEST_CASE("engine: of a sentence over the limit only the beginning is matched, told once") {
    rules::Limits limits;
    limits.max_sentence = 20;
    const Run out = run(head + rule("x", "\"met\"", "met"),
                        support::sentences({"met and much more text met", "still more of the same met"}), limits);
    CHECK(out.found() == "x:met");
    REQUIRE(out.diagnostics.warnings().size() == 1);
    CHECK(out.diagnostics.warnings()[0].code == base::Code::text_sentence_length);
  }

  TEST_CASE("engine: trials say what woke a rule and what came of it") {
    const Run out = run(head + rule("a", "\"met\"", R"(was \s met)", "unless = 'if'") + rule("b", "\"was\"", "nothing"),
                        support::sentences({"It was MET.", "If it was met."}));
    std::string got;
    for (const model::Trial& trial : out.trials)
      got += trial.rule->id + "/" + std::to_string(trial.sentence) + "/" + trial.trigger + "/" +
             std::to_string(static_cast<int>(trial.outcome)) + " ";
    CHECK(got == "a/0/MET/0 b/0/was/1 a/1/met/2 b/1/was/1 ");
  }

  TEST_CASE("engine: `only` tries one rule, and finds rules by id") {
    rules::Engine engine = engine_of(head + rule("a", "\"met\"", "met") + rule("b", "\"met\"", "met"));
    const support::Sentences reading = support::sentences({"met"});
    base::Diagnostics diagnostics;
    CHECK(engine.find("c") == nullptr);
    REQUIRE(engine.find("b") != nullptr);
    const auto matches = engine.match(reading.document, reading.layers, diagnostics, engine.find("b"));
    REQUIRE(matches.size() == 1);
    CHECK(matches[0].rule->id == "b");
  }

  TEST_CASE("engine: a list in a pattern matches its forms, the longest first, over any white space") {
    packs::Loaded loaded = packs::load_text(
        head + "[[rule]]\nid = \"s\"\nwhen = [\"{staff}\"]\npattern = '\\b {staff} \\b'\nmakes = {fact = \"status\"}\n",
        "a.toml");
    model::VocabList list;
    list.id = "staff";
    for (const char* name : {"Nurse", "nurses", "nurse manager", "St Ann’s staff", "C.N.S. (lead)", "#1 care"})
      list.entries.push_back({name, {name}, {}, {}});
    loaded.set.vocab.lists.push_back(list);
    auto engine = rules::Engine::compile(std::move(loaded.set), true, {});
    REQUIRE(engine);
    const struct { const char* text; const char* found; } rows[] = {
        {"a NURSE\n manager left", "NURSE\n manager"}, {"nurses", "nurses"}, {"nursery", ""}, {"nurse", "nurse"},
        {"at St Ann's  staff go", "St Ann's  staff"},  {"C.N.S.", ""},
    };
    for (const auto& row : rows) {
      const auto text = row.text;
      const auto found = row.found;
      CAPTURE(text);
      const support::Sentences reading = support::sentences({text});
      base::Diagnostics diagnostics;
      const auto matches = engine->match(reading.document, reading.layers, diagnostics);
      CHECK((matches.empty() ? std::string() : reading.document.text.string(matches[0].span)) == found);
    }
  }
}
