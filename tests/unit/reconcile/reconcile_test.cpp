#include "muster/reconcile/reconcile.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace muster;
using base::Span;

namespace {

model::Recommendation item(Span text, model::Confidence confidence, std::string rule) {
  model::Recommendation made;
  made.text = made.focus = made.evidence.quote = text;
  made.confidence = confidence;
  made.evidence.rule = std::move(rule);
  return made;
}

model::Status status(Span quote, Span focus, model::StatusValue value, double count, double of) {
  model::Status made;
  made.evidence.quote = quote;
  made.focus = focus;
  made.status = value;
  made.count = count;
  made.of = of;
  made.issuer = "CQC";
  return made;
}

model::Record record(std::string text) {
  model::Record made;
  made.document.text = base::Text(std::move(text));
  return made;
}

}  // namespace

TEST_SUITE("reconcile") {
  TEST_CASE("merge: of two rules on one stretch the surer stays") {
    model::Record made = record(std::string(200, 'x'));
    made.facts.recommendations = {item({40, 90}, model::Confidence::medium, "b"),
                                  item({45, 90}, model::Confidence::high, "a"),
                                  item({0, 30}, model::Confidence::low, "c")};
    reconcile::reconcile(made);
    REQUIRE(made.facts.recommendations.size() == 2);
    CHECK(made.facts.recommendations[0].evidence.rule == "c");
    CHECK(made.facts.recommendations[0].id == "r1");
    CHECK(made.facts.recommendations[1].evidence.rule == "a");
  }

  TEST_CASE("repeats: an item said again names the first") {
    model::Record made = record("Train every nurse in first aid. Later: train every nurse in first aid!");
    made.facts.recommendations = {item({39, 69}, model::Confidence::high, "a"),
                                  item({0, 30}, model::Confidence::high, "a")};
    reconcile::reconcile(made);
    REQUIRE(made.facts.recommendations.size() == 2);
    CHECK(made.facts.recommendations[0].repeats == "");
    CHECK(made.facts.recommendations[1].repeats == "r1");
  }

  TEST_CASE("link: a status names its recommendation by number") {
    model::Record made = record(std::string(200, 'x'));
    made.facts.recommendations = {item({0, 40}, model::Confidence::high, "a"),
                                  item({50, 95}, model::Confidence::high, "a")};
    made.facts.recommendations[0].number = "1";
    made.facts.recommendations[1].number = "2a";
    model::Status said = status({100, 150}, {120, 140}, model::StatusValue::partly_met, 0, 0);
    said.count = said.of = std::nullopt;
    said.subject = "Recommendation 2a";
    made.facts.statuses = {said};
    reconcile::reconcile(made);
    CHECK(made.facts.statuses[0].refers_to == std::vector<std::string>{"r2"});
    REQUIRE(made.facts.recommendations[1].status.has_value());
    CHECK(made.facts.recommendations[1].status->status == model::StatusValue::partly_met);
    CHECK(!made.facts.recommendations[0].status);
    CHECK(made.facts.tallies.empty());
  }

  TEST_CASE("link: several numbers, a range, the item right above, and the words of a request say which is meant") {
    const std::string text =
        "Bells must be answered by night staff. Ropes must be checked weekly. Doors must be painted. Recommendations 1 to 3 have been met. This recommendation was met. Nights.";
    model::Record made = record(text);
    const auto place = [&](const std::string& words) {
      const auto at = static_cast<std::uint32_t>(text.find(words));
      return Span{at, at + static_cast<std::uint32_t>(words.size())};
    };
    for (const char* words :
         {"Bells must be answered by night staff.", "Ropes must be checked weekly.", "Doors must be painted."}) {
      made.facts.recommendations.push_back(item(place(words), model::Confidence::high, "a"));
      made.facts.recommendations.back().form = model::Form::listed;
      made.facts.recommendations.back().number = std::to_string(made.facts.recommendations.size());
    }
    const auto said = [&](const std::string& quote, const std::string& focus, const std::string& subject) {
      model::Status one = status(place(quote), place(focus), model::StatusValue::met, 0, 0);
      one.count = one.of = std::nullopt;
      one.subject = subject;
      return one;
    };
    made.facts.statuses = {said("Recommendations 1 to 3 have been met.", "met.", "Recommendations 1"),
                           said("This recommendation was met.", "was met", "This recommendation"),
                           said("Nights.", "Nights", "the recommendation that night staff answered the bells")};
    reconcile::reconcile(made);
    CHECK(made.facts.statuses[0].refers_to == std::vector<std::string>{"r1", "r2", "r3"});
    CHECK(made.facts.statuses[1].refers_to == std::vector<std::string>{"r3"});
    CHECK(made.facts.statuses[2].refers_to == std::vector<std::string>{"r1"});
  }

  TEST_CASE("link: of two lists that use a number, the item right above is meant") {
    const std::string text =
        "Bells must be answered by night staff. Ropes must be checked weekly. Recommendation 1: met.";
    model::Record made = record(text);
    made.facts.recommendations = {item({0, 38}, model::Confidence::high, "a"),
                                  item({39, 67}, model::Confidence::high, "a")};
    for (model::Recommendation& one : made.facts.recommendations) one.number = "1";
    model::Status one = status({68, 90}, {86, 89}, model::StatusValue::met, 0, 0);
    one.count = one.of = std::nullopt;
    one.subject = "Recommendation 1";
    made.facts.statuses = {one};
    reconcile::reconcile(made);
    CHECK(made.facts.statuses[0].refers_to == std::vector<std::string>{"r2"});
  }

  TEST_CASE("link: a number of an earlier list whose words are others is no item's of this one") {
    const std::string text =
        "Fire exits must be kept clear of boxes. Requirement 1: staff must practise washing their hands daily: met.";
    model::Record made = record(text);
    made.facts.recommendations = {item({0, 39}, model::Confidence::high, "a")};
    made.facts.recommendations[0].number = "1";
    model::Status one = status({40, 105}, {101, 104}, model::StatusValue::met, 0, 0);
    one.count = one.of = std::nullopt;
    one.subject = "Requirement 1: staff must practise washing their hands daily";
    made.facts.statuses = {one};
    reconcile::reconcile(made);
    CHECK(made.facts.statuses[0].refers_to.empty());
  }

  TEST_CASE("link: words that two requests share say nothing") {
    const std::string text = "Night staff must answer bells. Night staff must answer bells by radio. Said.";
    model::Record made = record(text);
    made.facts.recommendations = {item({0, 30}, model::Confidence::high, "a"),
                                  item({31, 70}, model::Confidence::high, "a")};
    model::Status one = status({71, 76}, {71, 75}, model::StatusValue::met, 0, 0);
    one.count = one.of = std::nullopt;
    one.subject = "night staff answer the bells";
    made.facts.statuses = {one};
    reconcile::reconcile(made);
    CHECK(made.facts.statuses[0].refers_to.empty());
  }

  TEST_CASE("tally: counts of one set add up, and say when they do not; a lone one makes none") {
    model::Record made = record(std::string(400, 'x'));
    made.facts.statuses = {status({0, 60}, {10, 20}, model::StatusValue::met, 3, 5),
                           status({0, 60}, {30, 50}, model::StatusValue::almost_met, 2, 5),
                           status({200, 260}, {210, 220}, model::StatusValue::met, 3, 5),
                           status({300, 360}, {310, 320}, model::StatusValue::not_met, 4, 9),
                           status({300, 360}, {330, 350}, model::StatusValue::met, 1, 9),
                           status({370, 390}, {375, 385}, model::StatusValue::met, 6, 7)};
    reconcile::reconcile(made);
    REQUIRE(made.facts.tallies.size() == 2);
    CHECK(made.facts.tallies[0].accounted == 5);
    CHECK(made.facts.tallies[0].consistent == true);
    CHECK(made.facts.tallies[0].evidence.size() == 2);
    CHECK(made.facts.tallies[1].accounted == 5);
    CHECK(made.facts.tallies[1].consistent == false);
  }

  TEST_CASE("order: a pair of figures stays a pair") {
    model::Record made = record(std::string(100, 'x'));
    model::Staffing late, early;
    late.evidence.quote = {50, 90};
    late.number = {60, 62};
    late.pair_with = 1;
    early.evidence.quote = {0, 40};
    early.number = {10, 12};
    made.facts.staffing = {late, early};
    reconcile::reconcile(made);
    CHECK(made.facts.staffing[1].id == "m2");
    CHECK(made.facts.staffing[1].pair == "m1");
    CHECK(made.facts.staffing[0].pair == "");
  }
}
