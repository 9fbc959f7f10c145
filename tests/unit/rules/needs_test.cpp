// A rule is never kept from a sentence in which its pattern matches: what needs_of says, every match has.
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "made_up.hpp"
#include "rules/needs.hpp"
#include "rules/pattern.hpp"
#include "rules/waking.hpp"

using namespace muster;
using made_up::Dice;
using rules::Need;
using rules::Search;

namespace {

bool is_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// Whether the word, or one that begins with "word*", begins in the text where a word may begin.
bool has(std::string_view text, std::string_view word) {
  const bool goes_on = word.ends_with('*');
  if (goes_on) word.remove_suffix(1);
  for (std::size_t i = 0; i + word.size() <= text.size(); ++i) {
    if (i > 0 && is_alnum(text[i - 1]) && is_alnum(text[i])) continue;
    const bool same = std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(i),
                                 [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
    const std::size_t end = i + word.size();
    if (same && (goes_on || end == text.size() || !is_alnum(text[end]))) return true;
  }
  return false;
}

bool meets(std::string_view text, const Need& need) {
  return std::any_of(need.begin(), need.end(), [&](const std::string& word) { return has(text, word); });
}

model::PackSet set_of(const std::vector<model::Rule>& rules) {
  model::PackSet set;
  set.packs.emplace_back().rules = rules;
  return set;
}

}  // namespace

TEST_SUITE("rules") {
  TEST_CASE("needs: a text in which a pattern matches meets them all") {
    Dice dice(20261127);
    std::size_t needing = 0, found = 0;
    for (int round = 0; round < 20000; ++round) {
      const std::string written = (dice.below(2) == 0 ? "\\b " : "") + made_up::pattern_of(dice, 0);
      rules::Regex::Problem problem;
      const auto regex = rules::Regex::compile(written, problem);
      if (regex == nullptr) continue;
      std::vector<Need> needs = rules::needs_of(written);
      if (const Need need = rules::need_of(written); !need.empty()) needs.push_back(need);
      if (needs.empty()) continue;
      ++needing;
      for (int t = 0; t < 12; ++t) {
        const std::string text = made_up::text_of(dice);
        base::Span match;
        if (regex->search(text, 0, text.size(), match, nullptr) != Search::found) continue;
        ++found;
        CAPTURE(written);
        CAPTURE(text);
        for (const Need& need : needs) REQUIRE(meets(text, need));
      }
    }
    CHECK(needing > 1000);
    CHECK(found > 2000);
  }

  TEST_CASE("needs: of patterns as packs have them, the words that tell") {
    const auto words = [](std::string_view pattern) {
      std::string out;
      for (const Need& need : rules::needs_of(pattern)) {
        out += out.empty() ? "" : " & ";
        for (std::size_t i = 0; i < need.size(); ++i) out += (i > 0 ? "|" : "") + need[i];
      }
      return out;
    };
    CHECK(words(R"(\b recommendations? \s+ (?: were | had \s+ been ) \s+ implement (?: ed | ing )? \b)") ==
          "recommendation|recommendations & implement|implemented|implementing & had|were");
    CHECK(words(R"(\b (?: fully \s+ )? met (?= \s+ by \s+ councils \b ))") == "councils & fully|met & by");
    CHECK(words(R"((?<= \b lack \s of \s ) staff \b)") == "staff & lack & of");
    CHECK(words(R"(\b vacanc \w+ (?! \s+ rates ))") == "vacanc*");
    CHECK(words(R"(plans? \s)").empty());          // it may begin inside a word
    CHECK(words(R"(\b (?: met | \w+ ))").empty());
    CHECK(words(R"(\b (?: met )? \b)").empty());
    CHECK(words(R"(\b (a) \1)").empty());          // of a syntax that it does not know
  }

  TEST_CASE("needs: of a pattern as long as patterns may be, what they are costs no more than to read it") {
    std::string sets = "\\b ", choices = "\\b (?: ", letters = "\\b ";
    for (int i = 0; i < 40000; ++i) {
      sets += "[ab] (?: x | yy )? [c] ";
      choices += "a" + std::to_string(i) + " .* z | ";
      letters += "abcdefgh";
    }
    CHECK(rules::needs_of(sets).size() <= 6);
    CHECK(rules::needs_of(choices + "b )").empty());
    CHECK(rules::needs_of(letters + " \\s+ met \\b").size() <= 6);
  }

  TEST_CASE("needs: rules wake by their words and their needs, whatever words stand around") {
    const std::vector<std::string> words{"met",     "not met", "meet*",  "un-met", "\xC2\xA3",  "target_a",
                                         "targets", "no longer", "n*",   "12*",    "long-term", "x"};
    Dice dice(7);
    std::vector<model::Rule> made;
    for (int r = 0; r < 40; ++r) {
      model::Rule rule;
      rule.id = "rule." + std::to_string(100 + r);
      for (std::size_t n = 1 + dice.below(3); n > 0; --n) rule.when.push_back(words[dice.below(words.size())]);
      rule.pattern = dice.below(2) == 0 ? "\\b targets \\b" : ".";
      made.push_back(rule);
    }
    const model::PackSet set = set_of(made);
    const rules::Expander expander(set.vocab);
    const auto placed = rules::rules_by_id(set);
    const auto bytes = rules::Waking::flatten(placed, expander);
    REQUIRE(bytes);
    const rules::Waking waking(*bytes);
    rules::Waking::Memory memory;
    rules::WordNumbers numbers;
    std::size_t woken = 0;
    for (int t = 0; t < 5000; ++t) {
      std::string text;
      for (std::size_t n = dice.below(12); n > 0; --n)
        text += dice.one_of({"met", "Met", "not", "no", "longer", "long", "term", "meeting", "meet", "un", "met_", "_met",
                             "targets", "target_a", "12", "1", "123", "x", " ", " ", " ", " ", "  ", "\n", "-", "\xA3",
                             "\x80", ".", "nothing"});
      rules::WordStarts starts;
      starts.find(text, numbers);
      std::vector<bool> woke(placed.size());
      waking.scan(text, starts, memory, [&](std::uint32_t r, bool may_veto) {
        CHECK(may_veto);
        CHECK_FALSE(woke[r]);
        woke[r] = true;
      });
      CAPTURE(text);
      for (std::size_t r = 0; r < placed.size(); ++r) {
        const auto triggers = rules::triggers_of(placed[r], 0, expander);
        REQUIRE(triggers);
        rules::TriggerIndex index;
        const std::string flat = rules::TriggerIndex::flatten(*triggers);
        index = rules::TriggerIndex(flat);
        bool expected = false;
        index.scan(text, [&](std::uint32_t, std::size_t, std::size_t) { expected = true; });
        expected = expected && (placed[r].rule->pattern == "." || has(text, "targets"));
        CAPTURE(placed[r].rule->id);
        REQUIRE(woke[r] == expected);
        woken += expected ? 1U : 0U;
      }
    }
    CHECK(woken > 10000);
  }
}
