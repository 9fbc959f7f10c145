#include "cli/compare.hpp"

#include <algorithm>
#include <optional>

#include "muster/output/terminal_text.hpp"

namespace muster::cli {
namespace {

// "tallies" -> evidence is a list; the first quote stands for the fact.
std::string_view quote_of(const Value& fact) {
  const Value* evidence = fact.find("evidence");
  if (!evidence) return fact.string("message");
  if (evidence->type == Value::Type::list)
    return evidence->items.empty() ? std::string_view{} : evidence->items.front().string("quote");
  return evidence->string("quote");
}

std::string shown(const Value& value) { return output::fit(output::sanitized(flat_json(value)), 160); }

// "staffing m2 (vacancy): “At the visit …”"
std::string name_of(std::string_view kind, const Value& fact) {
  std::string out(kind);
  if (!fact.string("id").empty()) (out += ' ') += fact.string("id");
  for (const std::string_view key : {"status", "metric", "grade", "response", "kind", "code"}) {
    if (fact.string(key).empty()) continue;
    ((out += " (") += fact.string(key)) += ')';
    break;
  }
  const Value* low = fact.find("low");
  if (low && low->type == Value::Type::number) (out += ' ') += low->text;
  return out + ": “" + output::fit(output::sanitized(quote_of(fact)), 110) + "”";
}

bool is_link(std::string_view key) { return key == "id" || key == "pair" || key == "refers_to" || key == "repeats"; }

void compare_members(const std::string& name, const std::string& prefix, const Value& expected, const Value& found,
                     std::vector<std::string>& lines) {
  for (const auto& [key, value] : expected.members) {
    const Value* other = found.find(key);
    if (other && *other == value) continue;
    const bool nested = other && value.type == Value::Type::object && other->type == Value::Type::object;
    if (nested) {
      compare_members(name, prefix + key + '.', value, *other, lines);
    } else {
      lines.push_back("~ " + name + "\n      " + prefix + key + ": expected " + shown(value) + ", got " +
                      (other ? shown(*other) : "nothing"));
    }
  }
  for (const auto& [key, value] : found.members)
    if (!expected.find(key))
      lines.push_back("~ " + name + "\n      " + prefix + key + ": not expected: " + shown(value));
}

// How alike two facts are: they must share the quote, or its beginning; equal fields break ties.
int likeness(const Value& a, const Value& b) {
  const std::string_view qa = quote_of(a), qb = quote_of(b);
  if (qa != qb &&
      (qa.empty() || qb.empty() || (qa.find(qb) == std::string_view::npos && qb.find(qa) == std::string_view::npos)))
    return 0;
  int score = 1;
  for (const auto& [key, value] : a.members) {
    const Value* other = b.find(key);
    if (other && *other == value) score += is_link(key) ? 1 : 4;
  }
  return score;
}

void compare_lists(std::string_view kind, const Value& expected, const Value& found, std::vector<std::string>& lines) {
  std::vector<bool> taken(found.items.size(), false);
  std::vector<std::optional<std::size_t>> partner(expected.items.size());
  const auto pair_up = [&](auto&& alike) {
    for (std::size_t i = 0; i < expected.items.size(); ++i) {
      if (partner[i]) continue;
      int best = 0;
      for (std::size_t j = 0; j < found.items.size(); ++j) {
        const int score = taken[j] ? 0 : alike(expected.items[i], found.items[j]);
        if (score > best) best = score, partner[i] = j;
      }
      if (partner[i]) taken[*partner[i]] = true;
    }
  };
  pair_up([](const Value& a, const Value& b) { return a == b ? 1 : 0; });
  pair_up(likeness);
  for (std::size_t i = 0; i < expected.items.size(); ++i) {
    const Value& wanted = expected.items[i];
    if (!partner[i]) {
      lines.push_back("- missing: " + name_of(kind, wanted));
    } else if (wanted != found.items[*partner[i]]) {
      compare_members(name_of(kind, wanted), "", wanted, found.items[*partner[i]], lines);
    }
  }
  for (std::size_t j = 0; j < found.items.size(); ++j)
    if (!taken[j]) lines.push_back("+ not expected: " + name_of(kind, found.items[j]));
}

void compare_records(const Value& expected, const Value& found, std::vector<std::string>& lines) {
  for (const auto& [key, value] : expected.members) {
    const Value* other = found.find(key);
    if (!other) {
      lines.push_back("- missing: \"" + key + '"');
    } else if (*other != value) {
      if (value.type == Value::Type::list && other->type == Value::Type::list) {
        compare_lists(key, value, *other, lines);
      } else {
        compare_members(key, "", value, *other, lines);
      }
    }
  }
  for (const auto& [key, value] : found.members)
    if (!expected.find(key)) lines.push_back("+ not expected: \"" + key + '"');
}

}  // namespace

std::vector<std::string> differences(const Value& expected, const Value& found) {
  std::vector<std::string> lines;
  if (expected == found) return lines;
  if (expected.type != Value::Type::list || found.type != Value::Type::list)
    return {"~ the expectation is not a list of records"};
  const std::size_t both = std::min(expected.items.size(), found.items.size());
  if (expected.items.size() != found.items.size())
    lines.push_back("~ records: expected " + std::to_string(expected.items.size()) + ", got " +
                    std::to_string(found.items.size()));
  for (std::size_t i = 0; i < both; ++i) compare_records(expected.items[i], found.items[i], lines);
  if (lines.empty()) lines.emplace_back("~ only the order of something differs");
  return lines;
}

}  // namespace muster::cli
