// How records are compared with gold.
#include "cli/eval/score.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "cli/eval/words.hpp"

using namespace muster::cli;

namespace {

Value json(std::string_view text) { return parse_json(text).value(); }

// "gold/found/right" of one row
std::string row(const eval::Scores& scores, std::string_view name) {
  for (const eval::Row& row : scores.rows())
    if (row.name == name)
      return std::to_string(row.gold) + '/' + std::to_string(row.found) + '/' + std::to_string(row.right);
  return "";
}

}  // namespace

TEST_SUITE("cli") {
  TEST_CASE("eval: words are letters or numbers, in lower case, each as often as it stands there") {
    CHECK(eval::bag_of("The 1,200 ships (of 2.5) THE quay-side") ==
          eval::Bag{"1200", "2.5", "of", "quay", "ships", "side", "the", "the"});
    CHECK(eval::bag_of(" -- ").empty());
  }

  TEST_CASE("eval: bags agree by what both hold, and a long quote with the short one in it") {
    CHECK(eval::token_f1(eval::bag_of("a b c d"), eval::bag_of("a b")) == doctest::Approx(2.0 / 3));
    CHECK(eval::token_f1(eval::bag_of("a"), eval::bag_of("b")) == 0.0);
    CHECK(eval::overlap(eval::bag_of("a b c d"), eval::bag_of("a b c d e f g h i j k l m n o p")) ==
          doctest::Approx(0.85));
    CHECK(eval::overlap(eval::bag_of("a b c"), eval::bag_of("a b c d e f g h i j k l m n o p")) < 0.4);
  }

  TEST_CASE("eval: a fact answers one of the gold, the best first; the rest is missed or wrong") {
    eval::Scores scores;
    const Value gold = json(
        R"({"id": "a", "document": {}, "statuses": [{"quote": "two of the doors were met in full", "status": "met", "count": 2}, {"quote": "one was not", "status": "not_met"}]})");
    const Value record = json(
        R"({"statuses": [{"status": "met", "count": 3, "evidence": {"quote": "two of the doors were met in full"}}, {"status": "met", "count": 2, "evidence": {"quote": "two of the doors were met"}}]})");
    scores.add(gold, &record);
    CHECK(row(scores, "statuses, found") == "2/2/1");
    CHECK(row(scores, "statuses") == "2/2/1");
    CHECK(scores.rows()[3].missed == std::vector<std::string>{"a: not_met: one was not"});
  }

  TEST_CASE("eval: what only the context makes a status is neither missed nor wrong") {
    eval::Scores scores;
    const Value gold = json(
        R"({"id": "a", "document": {}, "statuses": [{"quote": "work goes on at the quay", "status": "in_progress", "explicit": false}]})");
    const Value record =
        json(R"({"statuses": [{"status": "met", "evidence": {"quote": "work goes on at the quay"}}]})");
    scores.add(gold, &record);
    scores.add(gold, nullptr);
    CHECK(row(scores, "statuses") == "0/0/0");
  }

  TEST_CASE("eval: a report's recommendations are those it lists, a news item's all") {
    const Value record = json(R"({"recommendations": [{"text": "paint the mast", "form": "stated"}]})");
    eval::Scores report, news;
    report.add(json(R"({"id": "a", "document": {}, "recommendations": []})"), &record);
    news.add(json(R"({"id": "a", "document": {"kind": "news"}, "recommendations": [{"text": "paint the mast"}]})"),
             &record);
    CHECK(row(report, "recommendations") == "0/0/0");
    CHECK(row(news, "recommendations") == "1/1/1");
  }

  TEST_CASE("eval: figures agree within a rounding, and fields are counted of what was matched") {
    eval::Scores scores;
    const Value gold = json(
        R"({"id": "a", "document": {"body": "Quay"}, "staffing": [{"quote": "a third of posts", "metric": "vacancy", "low": 33.3, "high": 33.3, "unit": "percent", "bound": "exact", "role": "current"}]})");
    const Value record = json(
        R"({"document": {"body": "The Quay"}, "staffing": [{"metric": "vacancy", "low": 33.333, "high": 33.333, "unit": "percent", "bound": "about", "role": "current", "evidence": {"quote": "a third of posts"}}, {"metric": "vacancy", "low": null, "high": null, "evidence": {"quote": "few posts are filled"}}]})");
    scores.add(gold, &record);
    CHECK(row(scores, "staffing") == "1/1/1");
    CHECK(scores.attributes().at("staffing.role").right == 1);
    CHECK(scores.attributes().at("staffing.bound").right == 0);
    CHECK(scores.attributes().at("document.body").right == 0);
  }

  TEST_CASE("eval: where nothing was to be found and nothing was, all is right") {
    const eval::Row none{"x", 0, 0, 0, {}, {}}, missed{"x", 2, 0, 0, {}, {}};
    CHECK(none.precision() == 1.0);
    CHECK(none.f1() == 1.0);
    CHECK(missed.precision() == 0.0);
    CHECK(missed.f1() == 0.0);
  }
}
