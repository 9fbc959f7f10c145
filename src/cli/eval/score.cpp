#include "cli/eval/score.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <set>
#include <utility>

#include "cli/eval/words.hpp"

namespace muster::cli::eval {

// One fact of either side, with its words cut once.
struct Scores::Fact {
  const Value* value;
  std::string quote;
  Bag words;          // of the quote
  Bag text;           // of a recommendation's text, a judgement's area
};

namespace {

const Value nothing;   // null

const Value& member(const Value& object, std::string_view key) {
  const Value* found = object.find(key);
  return found == nullptr ? nothing : *found;
}

bool is_null(const Value& value) { return value.type == Value::Type::null; }

std::optional<double> number(const Value& value) {
  if (value.type != Value::Type::number) return std::nullopt;
  return std::strtod(value.text.c_str(), nullptr);
}

// A figure as printed and as read may differ in rounding.
bool near(const std::optional<double>& gold, const std::optional<double>& found) {
  constexpr double absolute = 0.05, relative = 0.005;
  return gold && found && std::abs(*gold - *found) <= absolute + relative * std::abs(*gold);
}

std::string quote_of(const Value& fact) {
  const std::string_view own = fact.string("quote");
  return std::string(own.empty() ? member(fact, "evidence").string("quote") : own);
}

std::string lower(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    else if (out.empty() || out.back() != ' ') out.push_back(' ');
  }
  return out;
}

std::string grade_of(const Value& fact) {
  std::string grade = lower(fact.string("grade"));
  constexpr std::string_view whole = "requires improvement to be good", part = "requires improvement";
  if (const std::size_t at = grade.find(whole); at != std::string::npos) grade.replace(at, whole.size(), part);
  return grade;
}

// The overall grade stands under many names.
std::string area_of(const Value& fact) {
  const std::string area = lower(fact.string("area"));
  std::string_view bare = area;
  if (bare.starts_with("the ")) bare.remove_prefix(4);
  const bool overall = bare.starts_with("overall") &&
                       (bare.size() == 7 ||
                        !((bare[7] >= 'a' && bare[7] <= 'z') || (bare[7] >= '0' && bare[7] <= '9') || bare[7] == '_'));
  const bool services = area.starts_with("children") && area.find("s services in ") != std::string::npos &&
                        area.find("s services in ") <= 11;
  return overall || services ? "overall effectiveness" : std::string(fact.string("area"));
}

std::map<std::string, double> counts_of(const Value& tally) {
  std::map<std::string, double> out;
  for (const auto& [status, count] : member(tally, "by_status").members)
    if (const auto n = number(count); n && *n != 0) out[status] = *n;
  return out;
}

bool same_number(const Value& gold, const Value& found) {
  return is_null(gold) || (number(gold) && number(gold) == number(found));
}

std::string figure_of(const Value& fact) { return member(fact, "low").text + "-" + member(fact, "high").text; }

}  // namespace

double Row::precision() const {
  return found > 0 ? static_cast<double>(right) / static_cast<double>(found) : gold == 0 ? 1.0 : 0.0;
}
double Row::recall() const { return gold > 0 ? static_cast<double>(right) / static_cast<double>(gold) : 1.0; }
double Row::f1() const {
  return precision() + recall() > 0 ? 2 * precision() * recall() / (precision() + recall()) : 0.0;
}

Row& Scores::row(std::string_view name) {
  const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.name == name; });
  if (found != rows_.end()) return *found;
  rows_.emplace_back();
  rows_.back().name = name;
  return rows_.back();
}

Scores::Facts Scores::facts_of(const Value& record, std::string_view list) {
  Facts facts;
  for (const Value& item : member(record, list).items) {
    Fact fact{&item, quote_of(item), {}, {}};
    fact.words = bag_of(fact.quote);
    if (list == "recommendations") fact.text = bag_of(item.string("text"));
    if (list == "judgements") fact.text = bag_of(area_of(item));
    facts.push_back(std::move(fact));
  }
  return facts;
}

// One to one, the best pair first; of equals the earlier.
template <class Score, class Show>
std::vector<std::pair<std::size_t, std::size_t>> Scores::compare(std::string_view name, const std::string& doc,
                                                                 const Facts& gold, const Facts& found,
                                                                 double threshold, Score score, Show show) {
  struct Pair { double score; std::size_t gold, found; };
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < gold.size(); ++i)
    for (std::size_t j = 0; j < found.size(); ++j)
      if (const double s = score(gold[i], found[j]); s >= threshold) pairs.push_back({s, i, j});
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.score > b.score; });
  std::vector<bool> taken_gold(gold.size()), taken_found(found.size());
  std::vector<std::pair<std::size_t, std::size_t>> out;
  for (const Pair& pair : pairs) {
    if (taken_gold[pair.gold] || taken_found[pair.found]) continue;
    taken_gold[pair.gold] = taken_found[pair.found] = true;
    out.emplace_back(pair.gold, pair.found);
  }
  if (name.empty()) return out;
  Row& into = row(name);
  into.gold += gold.size();
  into.found += found.size();
  into.right += out.size();
  for (std::size_t i = 0; i < gold.size(); ++i)
    if (!taken_gold[i]) into.missed.push_back(doc + ": " + show(gold[i]));
  for (std::size_t j = 0; j < found.size(); ++j)
    if (!taken_found[j]) into.wrong.push_back(doc + ": " + show(found[j]));
  return out;
}

void Scores::attribute(const std::string& name, const Value& gold, const Value& found, std::string_view key) {
  const Value& want = member(gold, key);
  if (is_null(want)) return;
  constexpr double half = 0.5;
  Attribute& into = attributes_[name];
  ++into.of;
  const Value& got = member(found, key);
  if (token_f1(bag_of(want.text), bag_of(is_null(got) ? std::string_view{} : std::string_view(got.text))) >= half)
    ++into.right;
}

void Scores::recommendations(const std::string& doc, const Value& gold, const Value& record, bool report) {
  const Facts wanted = facts_of(gold, "recommendations");
  Facts found = facts_of(record, "recommendations");
  // A report's recommendations are those that it lists.
  if (report)
    std::erase_if(found, [](const Fact& fact) {
      return fact.value->find("form") != nullptr && fact.value->string("form") != "listed";
    });
  const auto score = [](const Fact& a, const Fact& b) { return token_f1(a.text, b.text); };
  const auto show = [](const Fact& fact) { return std::string(fact.value->string("text")); };
  constexpr double of_report = 0.8, of_prose = 0.6, exact = 0.98;
  const auto pairs = compare("recommendations", doc, wanted, found, report ? of_report : of_prose, score, show);
  compare("recommendations, text exact", doc, wanted, found, exact, score, show);
  for (const auto& [i, j] : pairs)
    for (const std::string_view key : {"number", "addressee", "level", "kind"})
      attribute("recommendation." + std::string(key), *wanted[i].value, *found[j].value, key);
}

void Scores::statuses(const std::string& doc, const Value& gold, const Value& record) {
  // What only the context makes a status is neither asked for nor held against the output.
  Facts wanted, implied;
  for (Fact& fact : facts_of(gold, "statuses")) {
    const Value* open = fact.value->find("explicit");
    (open == nullptr || open->text != "false" ? wanted : implied).push_back(std::move(fact));
  }
  const Facts all = facts_of(record, "statuses");
  const auto said = [](const Fact& a, const Fact& b) { return overlap(a.words, b.words); };
  const auto same = [](const Fact& a, const Fact& b) {
    return a.value->string("status") == b.value->string("status") &&
                   same_number(member(*a.value, "count"), member(*b.value, "count"))
               ? overlap(a.words, b.words)
               : 0.0;
  };
  const auto show = [](const Fact& fact) { return std::string(fact.value->string("status")) + ": " + fact.quote; };
  constexpr double enough = 0.6;
  std::set<std::size_t> taken;
  for (const auto& [i, j] : compare("", doc, wanted, all, enough, said, show)) taken.insert(j);
  Facts rest;
  std::vector<std::size_t> place;
  for (std::size_t j = 0; j < all.size(); ++j)
    if (!taken.contains(j)) { rest.push_back(all[j]); place.push_back(j); }
  std::set<std::size_t> spared;
  for (const auto& [i, k] : compare("", doc, implied, rest, enough, said, show)) spared.insert(place[k]);
  Facts found;
  for (std::size_t j = 0; j < all.size(); ++j)
    if (!spared.contains(j)) found.push_back(all[j]);
  compare("statuses, found", doc, wanted, found, enough, said, show);
  compare("statuses", doc, wanted, found, enough, same, show);
}

void Scores::staffing(const std::string& doc, const Value& gold, const Value& record) {
  const auto figure = [](const Fact& a, const Fact& b) {
    const bool fits = near(number(member(*a.value, "low")), number(member(*b.value, "low"))) &&
                      near(number(member(*a.value, "high")), number(member(*b.value, "high")));
    return fits ? overlap(a.words, b.words) : 0.0;
  };
  const auto measure = [&](const Fact& a, const Fact& b) {
    return a.value->string("metric") == b.value->string("metric") && a.value->string("unit") == b.value->string("unit")
               ? figure(a, b)
               : 0.0;
  };
  const auto show = [](const Fact& fact) {
    return std::string(fact.value->string("metric")) + " " + figure_of(*fact.value) + " " +
           std::string(fact.value->string("unit")) + ": " + fact.quote;
  };
  constexpr double enough = 0.4, half = 0.5;
  const Facts wanted = facts_of(gold, "staffing"), all = facts_of(record, "staffing");
  Facts measured, concerns;
  for (const Fact& fact : all) (is_null(member(*fact.value, "low")) ? concerns : measured).push_back(fact);
  compare("staffing figures", doc, wanted, measured, enough, figure, show);
  const auto pairs = compare("staffing", doc, wanted, measured, enough, measure, show);
  const auto percents = [](const Facts& facts) {
    Facts out;
    for (const Fact& fact : facts)
      if (fact.value->string("unit") == "percent") out.push_back(fact);
    return out;
  };
  compare("staffing, percentages", doc, percents(wanted), percents(measured), enough, measure, show);
  for (const auto& [i, j] : pairs)
    for (const std::string_view key : {"bound", "role", "group", "place", "when"})
      attribute("staffing." + std::string(key), *wanted[i].value, *measured[j].value, key);
  if (gold.find("figures") != nullptr)
    compare("figures", doc, facts_of(gold, "figures"), facts_of(record, "figures"), enough, figure,
            [](const Fact& fact) { return figure_of(*fact.value) + ": " + fact.quote; });
  if (gold.find("staffing_concerns") != nullptr)
    compare(
        "staffing concerns", doc, facts_of(gold, "staffing_concerns"), concerns, half,
        [](const Fact& a, const Fact& b) {
          return a.value->string("metric") == b.value->string("metric") ? token_f1(a.words, b.words) : 0.0;
        },
        [](const Fact& fact) { return std::string(fact.value->string("metric")) + ": " + fact.quote; });
}

void Scores::others(const std::string& doc, const Value& gold, const Value& record) {
  constexpr double enough = 0.6;
  compare(
      "judgements", doc, facts_of(gold, "judgements"), facts_of(record, "judgements"), enough,
      [](const Fact& a, const Fact& b) {
        return grade_of(*a.value) == grade_of(*b.value) ? token_f1(a.text, b.text) : 0.0;
      },
      [](const Fact& fact) {
        return std::string(fact.value->string("area")) + ": " + std::string(fact.value->string("grade"));
      });
  if (gold.find("tallies") != nullptr)
    compare(
        "tallies", doc, facts_of(gold, "tallies"), facts_of(record, "tallies"), 1.0,
        [](const Fact& a, const Fact& b) {
          return counts_of(*a.value) == counts_of(*b.value) &&
                         same_number(member(*a.value, "made"), member(*b.value, "made"))
                     ? 1.0
                     : 0.0;
        },
        [](const Fact& fact) {
          return std::string(fact.value->string("issuer")) + " made " + member(*fact.value, "made").text;
        });
}

void Scores::document(const Value& gold, const Value& record) {
  const Value& wanted = member(gold, "document");
  const Value& found = member(record, "document");
  constexpr double same = 0.99;
  for (const std::string_view key :
       {"published", "inspected_from", "inspected_to", "lead_inspector", "body", "inspectorates"}) {
    const Value& want = member(wanted, key);
    if (is_null(want) || (want.text.empty() && want.items.empty())) continue;
    const Value& got = member(found, key);
    const auto names = [](const Value& list) {
      std::set<std::string> out;
      for (const Value& item : list.items) out.insert(item.text);
      return out;
    };
    Attribute& into = attributes_["document." + std::string(key)];
    ++into.of;
    if (want.type == Value::Type::list ? names(want) == names(got)
                                       : token_f1(bag_of(want.text), bag_of(got.text)) >= same)
      ++into.right;
  }
}

void Scores::add(const Value& gold, const Value* record) {
  const Value& out = record == nullptr ? nothing : *record;
  const std::string doc(gold.string("id"));
  const std::string_view kind = member(gold, "document").string("kind");
  recommendations(doc, gold, out, kind != "news" && kind != "essay");
  statuses(doc, gold, out);
  staffing(doc, gold, out);
  others(doc, gold, out);
  document(gold, out);
}

}  // namespace muster::cli::eval
