// What the paragraph styles of a Word file mean: heading levels, the title, contents lines, lists.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/xml.hpp"

namespace muster::ingest {

enum class StyleKind : std::uint8_t { plain, title, contents, quote };

struct DocxStyle {
  StyleKind kind = StyleKind::plain;
  int heading = 0;                       // outline level from 1, 0: none
  std::optional<std::string> list;       // numId; "0" takes a list away
  int list_level = 0;
  bool hidden = false;
  bool bold = false;
};

class DocxStyles : public XmlReader {
 public:
  // Styles take what they do not say from those that they are based on.
  [[nodiscard]] DocxStyle find(std::string_view id) const;
  // What a paragraph without a style is.
  [[nodiscard]] std::string_view standard() const { return standard_; }
  // The list that a numbering style stands for.
  [[nodiscard]] std::string numbering_of(std::string_view id) const;

  void start(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view) override {}

 private:
  struct Style {
    std::string name, based_on;
    std::optional<int> outline;          // from 0; 9 is text
    std::optional<std::string> list;
    std::optional<int> list_level;
    std::optional<bool> hidden, bold;
  };
  std::map<std::string, Style, std::less<>> styles_;
  std::string standard_;
  std::string id_;                       // the style we are in
  bool in_paragraph_ = false, in_run_ = false;
};

// "on" unless the value says off.
[[nodiscard]] bool is_on(const Attributes& attributes);

}  // namespace muster::ingest
