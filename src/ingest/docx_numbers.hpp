// The numbers and bullets that Word computes for the items of its lists, in the order of the document.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/docx_styles.hpp"
#include "ingest/xml.hpp"

namespace muster::ingest {

struct DocxNumber {
  std::string label;         // "2.1", "(a)", "•"; "" where the list shows nothing
  bool counted = false;      // a number, no bullet
  bool words = false;        // holds words of its own ("Recommendation 3")
};

// How one level of a list counts.
struct DocxLevel {
  int start = 1;
  int restart = -1;        // -1: after any level above; 0: never; n: after level n
  std::string form = "decimal", pattern, style;
  bool legal = false;      // all numbers in it are decimal
  bool given = false;
};

class DocxNumbers : public XmlReader {
 public:
  explicit DocxNumbers(const DocxStyles& styles) : styles_(styles) {}
  // The label of the next item of list `num` on `level` (from 0); nullopt where there is no such list.
  [[nodiscard]] std::optional<DocxNumber> next(std::string_view num, int level);
  // The level that the list ties to a paragraph style (headings), if any.
  [[nodiscard]] std::optional<int> level_of_style(std::string_view num, std::string_view style) const;

  void start(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view) override {}

 private:
  static constexpr int levels = 9;
  struct Abstract {
    std::array<DocxLevel, levels> level;
    std::string style_link;
    std::array<std::optional<int>, levels> count;
  };
  struct Num {
    std::string abstract;
    std::array<std::optional<int>, levels> start;
    std::array<std::optional<DocxLevel>, levels> own;
    std::array<bool, levels> used{};
  };
  [[nodiscard]] Abstract* abstract_of(const Num& num);
  DocxLevel* current();

  const DocxStyles& styles_;
  std::map<std::string, Abstract, std::less<>> abstracts_;
  std::map<std::string, Num, std::less<>> nums_;
  std::string abstract_, num_;     // where we are in the file
  int level_ = -1, override_ = -1;
};

}  // namespace muster::ingest
