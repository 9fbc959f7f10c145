// Records against gold annotations: how much was found, and how much of it is right. Format of the gold:
// docs/evaluation.md. Sums over all documents; knows no files and prints nothing.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/json_value.hpp"

namespace muster::cli::eval {

struct Row {
  std::string name;
  std::size_t gold = 0, found = 0, right = 0;
  std::vector<std::string> missed, wrong;   // "document: what", in order
  [[nodiscard]] double precision() const;   // 1 where nothing was found and nothing was to be found
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
};

// How often a field of a fact that was found is as the gold has it.
struct Attribute { std::size_t right = 0, of = 0; };

class Scores {
 public:
  // `record`: what came out for this document, or nullptr for nothing.
  void add(const Value& gold, const Value* record);
  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }   // in the order of docs/evaluation.md
  [[nodiscard]] const std::map<std::string, Attribute>& attributes() const { return attributes_; }

 private:
  Row& row(std::string_view name);
  void attribute(const std::string& name, const Value& gold, const Value& found, std::string_view key);
  void recommendations(const std::string& doc, const Value& gold, const Value& record, bool report);
  void statuses(const std::string& doc, const Value& gold, const Value& record);
  void staffing(const std::string& doc, const Value& gold, const Value& record);
  void others(const std::string& doc, const Value& gold, const Value& record);
  void document(const Value& gold, const Value& record);
  struct Fact;
  using Facts = std::vector<Fact>;
  template <class Score, class Show>
  std::vector<std::pair<std::size_t, std::size_t>> compare(std::string_view name, const std::string& doc,
                                                           const Facts& gold, const Facts& found, double threshold,
                                                           Score score, Show show);
  static Facts facts_of(const Value& record, std::string_view list);

  std::vector<Row> rows_;
  std::map<std::string, Attribute> attributes_;
};

}  // namespace muster::cli::eval
